"""Slopes: looks of lines, names and figures at their ends, and that none touch; read from the XML."""

from itertools import pairwise

import pytest

from support.chart_reading import A, C, Part, shift, shown, words
from unitdeck.plan.chart import Series

YEARS = ("2021年", "2022年")
WIDE = (6.0, 3.5, 14.0)
HEIGHT_PT = 3.5 * 72
LINE_PT = 1.25 * 14 + 3


@pytest.fixture
def slope(make, numbers, place):
    def drawn(*rows, role="actual", frame=WIDE, **more):
        series = [Series(name, numbers(*values), role) for name, *values in rows]
        return Part(place(make("slope", YEARS, *series, **more), *frame))

    return drawn


def test_the_own_line_is_strong_and_lies_on_top(slope):
    drawn = slope(("甲", 1, 2), ("乙", 3, 1), ("丙", 2, 2.5), highlight=0)
    assert drawn.names == ["乙", "丙", "甲"]
    assert drawn.strokes() == {"乙": ("tx2", 1.75), "丙": ("tx2", 1.75), "甲": ("accent1", 3.5)}
    look = drawn.labels(2)[1].find(f"{C}txPr//{A}defRPr")
    assert (look.get("b"), look.find(f"{A}solidFill/{A}schemeClr").get("val")) == ("1", "accent1")


def test_figures_stand_left_and_names_with_figures_right(slope):
    labels = slope(("甲", 1, 2), ("乙", 3, 1)).labels(0)
    assert {point: label.find(f"{C}dLblPos").get("val") for point, label in labels.items()} == {0: "l", 1: "r"}
    assert shown(labels[0]) == (True, False)
    assert shown(labels[1]) == (True, True)


@pytest.mark.parametrize(("role", "orientation", "names"), [("actual", "minMax", "high"), ("rank", "maxMin", "low")])
def test_ranks_turn_the_axis_and_the_periods_stay_on_top(role, orientation, names, slope):
    root = slope(("甲", 1, 2), ("乙", 3, 1), role=role).root
    assert root.find(f".//{C}valAx/{C}scaling/{C}orientation").get("val") == orientation
    assert root.find(f".//{C}catAx/{C}tickLblPos").get("val") == names


@pytest.mark.parametrize("role", ["actual", "rank"])
@pytest.mark.parametrize("ends", [(5, 5, 5, 5), (9, 8.9, 8.8, 1), (1, 1.1, 1.2, 9), (-3, -3, 0, 0)])
def test_names_never_touch_nor_leave_the_frame(role, ends, slope):
    drawn = slope(*((f"单位{n}", 10 - n, end) for n, end in enumerate(ends)), role=role)
    ys = sorted(drawn.middles("r", HEIGHT_PT).values())
    assert len(ys) == 4
    assert all(below - above >= LINE_PT - 0.01 for above, below in pairwise(ys))
    assert ys[0] - LINE_PT / 2 >= 1.25 * 14  # below the period's name
    assert ys[-1] + LINE_PT / 2 <= HEIGHT_PT + 0.01


def test_a_label_with_room_stands_at_its_point(slope):
    drawn = slope(("甲", 1, 2), ("乙", 3, 1), ("丙", 2, 3))
    assert [shift(label)[1] for number in range(3) for label in drawn.labels(number).values()] == [0] * 6


def test_a_figure_far_from_its_point_is_left_out_but_not_the_own_one(slope):
    drawn = slope(*((f"单位{n}", 0, n) for n in range(6)), highlight=5)
    left = drawn.middles("l", HEIGHT_PT)
    assert set(left) == {"单位4", "单位5"}
    assert len(drawn.middles("r", HEIGHT_PT)) == 6


def test_the_own_figure_stays_however_far(slope):
    drawn = slope(*((f"单位{n}", 0, n) for n in range(6)), highlight=0)
    assert "单位0" in drawn.middles("l", HEIGHT_PT)


def test_one_known_figure_is_a_named_point_without_a_line(slope):
    drawn = slope(("甲", None, 3), ("乙", 4, None), ("丙", None, None))
    by_name = dict(zip(drawn.names, drawn.series, strict=True))
    assert {name: [int(p.get("idx")) for p in one.iterfind(f"{C}val//{C}pt")] for name, one in by_name.items()} == {
        "甲": [1],
        "乙": [0],
        "丙": [],
    }
    (label,) = by_name["乙"].iterfind(f"{C}dLbls/{C}dLbl")
    assert shown(label) == (True, True)
    assert label.find(f"{C}dLblPos").get("val") == "l"


def test_forty_lines_are_all_drawn_and_some_named(slope):
    rows = [(f"第{n}单位", 40 - n, n * 7 % 40) for n in range(40)]
    drawn = slope(*rows, highlight=17)
    assert sorted(drawn.names) == sorted(name for name, _, _ in rows)
    named = drawn.middles("r", HEIGHT_PT)
    ends = {name: end for name, _, end in rows}
    own = ends["第17单位"]
    wanted = {name for name, end in ends.items() if end in (0, 39, own, own - 1, own + 1)}
    rise = max(rows, key=lambda row: row[2] - row[1])[0]
    fall = min(rows, key=lambda row: row[2] - row[1])[0]
    assert {*wanted, rise, fall} <= set(named)
    ys = sorted(named.values())
    assert all(below - above >= LINE_PT - 0.01 for above, below in pairwise(ys))
    assert {look for name, look in drawn.strokes().items() if name not in named} == {("bg2", 1.0)}


def test_a_long_name_is_broken_and_keeps_its_figure(slope):
    name = "城镇新增就业人员安置指标名称很长达到三十个汉字之多的一个指标"
    drawn = slope((name, 1, 8.9), ("乙", 3, 1), frame=(4.0, 3.0, 14.0))
    label = drawn.labels(0)[1]
    paragraphs = ["".join(p.itertext(f"{A}t")) for p in label.iter(f"{A}p") if list(p.itertext(f"{A}t"))]
    assert len(paragraphs) == 3
    assert words(label).endswith("… 8.9")
    assert name.startswith(paragraphs[0])


def test_equal_figures_have_an_axis(slope):
    least, most = slope(("甲", 0, 0), ("乙", 0, 0)).ends()
    assert least < 0 < most


def test_long_periods_have_room_for_their_lines_in_a_narrow_frame(make, numbers, place):
    series = [Series("信阳高新技术产业开发区", numbers(70.3, 72.4)), Series("罗山县", numbers(60.1, None))]
    spec = make("slope", ("2021年1—5月", "2022年1—5月"), *series, highlight=1)
    _, y, width, height = Part(place(spec, 3.8, 4.0, 14.0)).area()
    assert width >= 0.22 - 1e-6
    assert y * 4.0 * 72 >= 2 * 1.25 * 14
    assert y + height == pytest.approx(1, abs=1e-5)
