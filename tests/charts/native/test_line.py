import pytest

from support.chart_reading import A, C, Part, position, shift
from support.chart_specs import MONTHS
from unitdeck.plan.chart import Series


@pytest.fixture
def line(make, numbers, place):
    def drawn(*series, categories=MONTHS[:6], width=8.0, **more):
        made = [Series(name, numbers(*values), role) for name, role, *values in series]
        return Part(place(make("line", categories, *made, decimals=0, **more), width))

    return drawn


ACTUAL = ("本年", "actual", 7, 8, 9, None, None, None)
FORECAST = ("预计", "forecast", None, None, None, 10, 12, 11)


def stroke(part, series):
    look = part.series[series].find(f"{C}spPr/{A}ln")
    return look.find(f"{A}solidFill/{A}schemeClr").get("val"), look.find(f"{A}prstDash").get("val")


def marker(part, series):
    size = part.series[series].find(f"{C}marker/{C}size")
    return 0 if size is None else int(size.get("val"))


def test_a_forecast_goes_on_from_the_last_actual_point_dashed(line):
    part = line(ACTUAL, FORECAST)
    assert part.names == ["本年", "预计"]
    assert part.values(1) == {2: 9, 3: 10, 4: 12, 5: 11}
    assert (stroke(part, 0), stroke(part, 1)) == (("accent1", "solid"), ("accent1", "sysDash"))


def test_the_joint_is_computed_and_the_outlines_figures_stay(line):
    part = line(ACTUAL, FORECAST)
    sheet, cached = part.sheet(), part.sheet(cached=True)
    assert [sheet[f"C{row}"].value for row in range(2, 8)] == [None, None, None, 10, 12, 11]
    assert sheet["D4"].value == "=IF(ISNUMBER(C4),C4,IF(AND(ISNUMBER(B4),ISNUMBER(C5)),B4,NA()))"
    assert [cached[f"D{row}"].value for row in range(2, 8)] == ["#N/A", "#N/A", 9, 10, 12, 11]


def test_this_years_end_is_named_where_the_forecast_does_not_pass(line):
    rising = line(ACTUAL, ("预计", "forecast", None, None, None, 20, 30, 40)).labels(0)[2]
    falling = line(ACTUAL, ("预计", "forecast", None, None, None, 1, 1, 1)).labels(0)[2]
    assert shift(rising)[1] > 0
    assert shift(falling)[1] <= 0


def test_a_line_of_one_point_is_seen_by_its_marker(line):
    part = line(("本年", "actual", 7, 8, 9, 10, 11, 12), ("目标", "target", *[None] * 5, 15))
    assert marker(part, 1) > 0
    assert marker(line(("本年", "actual", 1, 2, 3, 4, 5, 6), ("计划", "plan", 1, 2, 3, 4, 5, 6)), 1) == 0


def test_forty_periods_have_small_markers(line):
    forty = [f"{2012 + index // 4}年{index % 4 + 1}季度" for index in range(40)]
    part = line(("本年", "actual", *range(40)), categories=forty)
    assert 0 < marker(part, 0) < marker(line(ACTUAL), 0)


def test_equal_ends_keep_their_labels_a_line_apart_and_on_the_plot(line):
    series = [(name, role, *[5] * 6) for name, role in (("本年", "actual"), ("上年", "last_year"), ("计划", "plan"))]
    part = line(*series)
    downs = sorted(shift(part.labels(index)[5])[1] * 3.5 * 72 for index in range(3))
    assert downs == pytest.approx([-20.5, 0, 20.5], abs=0.1)


def test_labels_stand_above_peaks_and_below_valleys(line):
    labels = line(("增速", "rate", 5, 20, 5, 20, 5, 20)).labels(0)
    assert [position(labels[index]) for index in range(1, 5)] == ["t", "b", "t", "b"]
    assert {shift(labels[index]) for index in range(1, 5)} == {(0, 0)}


def test_zero_is_marked_where_figures_fall_on_either_side(line):
    def crosses(*values):
        return line(("增速", "rate", *values)).root.find(f".//{C}catAx/{C}crosses").get("val")

    assert crosses(-3, -2, 0, 2, 3, 4) == "autoZero"
    assert crosses(30, 31, 32, 33, 34, 35) == "min"


def test_lines_by_role(samples, place):
    drawn = Part(place(samples["line"][0]))
    looks = [one.find(f"{C}spPr/{A}ln") for one in drawn.series]
    assert [look.find(f"{A}prstDash").get("val") for look in looks] == ["solid", "solid", "sysDash"]
    assert looks[0].find(f"{A}solidFill/{A}schemeClr").get("val") == "accent1"
    assert int(looks[0].get("w")) > int(looks[1].get("w"))


def test_lines_are_named_where_they_end(samples, place):
    drawn = Part(place(samples["line"][0]))
    ends = [list(drawn.labels(series).items()) for series in range(3)]
    assert [[index for index, _ in labels] for labels in ends] == [[4], [11], [11]]
    assert all(label.find(f"{C}showSerName").get("val") == "1" for ((_, label),) in ends)
    assert drawn.root.find(f".//{C}legend") is None


def test_close_line_ends_keep_their_labels_apart(make, numbers, place):
    series = [
        Series(name, numbers(1, value), role)
        for name, value, role in (("本年", 10, "actual"), ("上年", 9.9, "last_year"), ("计划", 10.1, "plan"))
    ]
    drawn = Part(place(make("line", ("1月", "2月"), *series), 5, 3))
    least, most = drawn.ends()
    height = drawn.area()[3]
    ys = sorted(
        height * (1 - (value - least) / (most - least)) + shift(drawn.labels(index)[1])[1]
        for index, value in enumerate((10, 9.9, 10.1))
    )
    line = 20 / 216  # a little less than a label's height, in fractions of three inches
    assert ys[1] - ys[0] > line
    assert ys[2] - ys[1] > line
