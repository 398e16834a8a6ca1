from decimal import Decimal

import pytest

from unitdeck.plan.chart import ChartSpec, Series
from unitdeck.plan.chart_rows import rows
from unitdeck.plan.reach import Reach, reach_of


def spec(kind, *values, role="actual"):
    known = tuple(None if value is None else Decimal(str(value)) for value in values)
    return ChartSpec(kind, "结论", tuple(f"第{n}" for n in range(len(values))), (Series("完成", known, role),))


def ends(chart):
    return tuple(map(float, reach_of(chart)[:4]))


def test_bars_run_through_zero():
    assert ends(spec("gap", 3.1, -9.4)) == (-9.4, 3.1, -9.4, 3.1)
    assert ends(spec("ranking", 5, 5, 5)) == (0, 5, 0, 5)
    assert ends(spec("ranking", -1, -22)) == (-22, 0, -22, 0)
    assert ends(spec("gap", None, None)) == (0, 0, 0, 0)


@pytest.mark.parametrize(("values", "at_zero"), [((1, 2), False), ((1, 0), True), ((1, None), True)])
def test_a_row_at_zero_is_known(values, at_zero):
    assert reach_of(spec("ranking", *values)).at_zero is at_zero


def test_a_bar_over_twenty_times_the_median_is_cut_at_one_and_a_half_of_the_next():
    chart = spec("ranking", 640, 33, 31, 29.5, 28, -12)
    assert ends(chart) == (-12, 49.5, -12, 33)
    assert [reach_of(chart).cuts(value) for value in chart.series[0].values] == [True, *[False] * 5]


def test_a_negative_outlier_is_cut_on_its_side():
    assert ends(spec("gap", 33, 31, 29.5, 28, -12, -640)) == (-49.5, 33, -12, 33)


@pytest.mark.parametrize(
    "values",
    [
        (640, 33, 31),  # few bars: they are what the chart is about
        (620, 33, 31, 31, 29),  # twenty times the median exactly
        (640, 700, 31, 29, 28),  # two of five: that is the shape of the data
        (1_000_000_000, 1, None, 0),
    ],
)
def test_other_great_bars_are_whole(values):
    assert ends(spec("ranking", *values))[1] == max(value or 0 for value in values)


def test_parts_of_a_whole_are_never_cut():
    values = (640, 33, 31, 29.5, 28)
    assert ends(spec("ranking", *values, role="part"))[1] == 640
    assert reach_of(spec("ranking", *values), cut=False).most == 640


def test_a_bullet_chart_reaches_100_to_160():
    assert reach_of(spec("bullet", 44.7, 300)) == Reach(Decimal(0), Decimal(160), Decimal(0), Decimal(160), False)
    assert ends(spec("bullet", 44.7, None))[1] == 100


def test_stacked_bars_reach_as_far_as_their_sums_on_either_side():
    values = (Series("一", (Decimal(3), Decimal(-2))), Series("二", (Decimal(4), Decimal(1))))
    stacked = ChartSpec("stacked", "", ("甲", "乙"), values)
    assert tuple(map(float, reach_of(stacked)[:4])) == (-2, 7, -2, 7)
    assert not reach_of(stacked).at_zero
    assert reach_of(stacked._replace(series=(Series("一", (None, Decimal(0))),) * 2)).at_zero


def test_a_page_alone_would_have_another_scale():
    whole = spec("gap", 100, 50, 3, 2)
    assert reach_of(rows(whole, 2, 4)) != reach_of(whole)


@pytest.mark.parametrize(("longest", "most"), [("44.7", 100), ("130", 130), ("300", 160), (None, 100)])
def test_completion_reaches_the_longest_bar_up_to_160(longest, most):
    assert ends(spec("bullet", longest, None)) == (0, most, 0, most)
