import pytest

from support.chart_samples.gantt import CALM, gantt
from support.chart_specs import RANKING as SPEC
from unitdeck.plan.chart_heights import height_range_pt, row_range_em
from unitdeck.plan.chart_kinds import Range


def test_rows_grow_with_the_type():
    assert height_range_pt(SPEC, 14) == (84, 168)
    assert height_range_pt(SPEC._replace(kind="line"), 14) == (140, 308)


@pytest.mark.parametrize(("lines", "least"), [(1, 11), (8, 14.1), (12, 19.9), (40, 20)])
def test_lines_with_names_grow_with_their_names(lines, least):
    spec = SPEC._replace(kind="bump", series=SPEC.series * lines)
    assert height_range_pt(spec, 10) == (pytest.approx(least * 10), 260)


def test_names_at_the_ends_of_a_line_chart_have_their_lines_of_text():
    spec = SPEC._replace(kind="line", series=SPEC.series * 8)
    assert height_range_pt(spec, 10).least == pytest.approx(141)


@pytest.mark.parametrize(("parts", "least"), [(2, 11), (3, 11), (4, 11.2), (9, 11.2)])
def test_a_ring_is_high_enough_for_the_labels_of_its_parts(parts, least):
    spec = SPEC._replace(kind="doughnut", categories=tuple(map(str, range(parts))))
    assert height_range_pt(spec, 10) == (pytest.approx(least * 10), 240)


def test_a_row_has_a_lane_for_every_series():
    one = SPEC._replace(kind="bar")
    assert row_range_em(one) == Range(1.5, 3.0)
    three = one._replace(series=one.series * 3)
    assert row_range_em(three) == pytest.approx((3.5, 5.25))
    assert row_range_em(three._replace(kind="ranking")) == Range(1.5, 3.0)


def test_one_row_of_dates_has_the_room_of_two():
    one = gantt(("甲",), [("2022-04-01", "2022-10-20", None)])
    assert row_range_em(one) == pytest.approx((3.4, 5.1))
    assert row_range_em(CALM) == Range(1.7, 3.4)
