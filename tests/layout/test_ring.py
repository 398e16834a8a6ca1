import math
from decimal import Decimal

import pytest

from unitdeck.base.units import pt
from unitdeck.layout.metrics import width_pt
from unitdeck.layout.ring import HOLE_DRAWN, ring_of, total_in
from unitdeck.plan.chart import ChartSpec, Series


def spec(*names):
    values = tuple(Decimal(10 - index) for index in range(len(names)))
    return ChartSpec("doughnut", "", names, (Series("收入", values, "part"),))


def test_labels_on_two_lines_leave_more_room_for_the_ring():
    ring = ring_of(spec("城关镇", "竹竿镇", "灵山镇", "子路镇"), 418, 300, 18)
    assert (ring.two_lines, ring.key) == (True, True)
    assert ring.radius_pt > 110


def test_labels_that_would_not_stand_one_over_the_other_have_one_line():
    assert not ring_of(spec("甲", "乙", "丙", "丁", "戊"), 871, 160, 18).two_lines


def test_few_slices_need_no_key():
    assert not ring_of(spec("税务部门", "财政部门"), 418, 300, 18).key


@pytest.mark.parametrize("text", ["34,096", "34,096万元", "1374亿元", "1,000,800,001.0万元", "−5.3亿元"])
@pytest.mark.parametrize("radius", [50.0, 80.0, 110.0, 170.0])
def test_a_total_stays_off_the_ring(text, radius):
    total = total_in(text, radius, 24, 14, 1.2)
    if total is None:
        return
    lines = total.text.split("\n")
    assert "".join(lines) == text
    assert 14 <= total.size_pt <= 24
    half = max(width_pt(line, total.size_pt, True) for line in lines) / 2
    assert math.hypot(half, (len(lines) - 1) * 0.6 * total.size_pt) < radius * HOLE_DRAWN
    assert pt(total.width) >= 2 * half


def test_a_total_has_two_lines_where_that_is_larger():
    total = total_in("34,096万元", 110, 24, 14, 1.2)
    assert total is not None
    assert total.text == "34,096\n万元"


def test_a_total_that_no_ring_holds_is_not_in_it():
    assert total_in("1,000,800,001.0万元", 80, 24, 14, 1.2) is None
