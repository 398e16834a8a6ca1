import pytest

from support.chart_reading import A, C, Part, bold, shift
from support.chart_specs import MONTHS
from unitdeck.plan.chart import Series


@pytest.fixture
def column(make, numbers, place):
    def drawn(*series, categories=MONTHS[:4], width=8.0, height=3.5, **more):
        made = [Series(name, numbers(*values), role) for name, role, *values in series]
        return Part(place(make("column", categories, *made, decimals=0, **more), width, height))

    return drawn


ACTUAL = ("本年", "actual", 7, 8, None, None)
FORECAST = ("预计", "forecast", None, None, 9, 10)


def test_a_forecast_stands_in_this_years_row_hatched(column):
    part = column(ACTUAL, FORECAST, ("上年", "last_year", 6, 6, 6, 6))
    assert part.names == ["本年（斜纹为预计）", "上年"]
    assert part.values(0) == {0: 7, 1: 8, 2: 9, 3: 10}
    assert part.points(0) == {2: "hatch accent1", 3: "hatch accent1"}


def test_the_row_is_computed_from_both(column):
    sheet = column(ACTUAL, FORECAST).sheet()
    assert sheet["D3"].value == "=IF(ISNUMBER(B3),B3,IF(ISNUMBER(C3),C3,NA()))"
    assert [sheet[f"B{row}"].value for row in range(2, 6)] == [7, 8, None, None]
    assert [sheet[f"C{row}"].value for row in range(2, 6)] == [None, None, 9, 10]


def test_a_period_without_either_is_a_gap(column):
    part = column(ACTUAL, ("预计", "forecast", None, None, 9, None))
    assert part.values(0) == {0: 7, 1: 8, 2: 9}
    assert part.sheet(cached=True)["D5"].value == "#N/A"


def test_a_forecast_beside_the_actual_figures_is_a_series_of_its_own(column):
    part = column(ACTUAL, ("预计", "forecast", 7, 9, 9, 10))
    assert part.names == ["本年", "预计"]
    assert [part.fill(series) for series in range(2)] == ["accent1", "hatch accent1"]


def test_the_last_actual_figure_is_strong_not_the_last_expected(column):
    labels = column(ACTUAL, FORECAST).labels(0)
    assert [index for index, label in labels.items() if bold(label)] == [1]


def test_over_anything_but_periods_no_column_is_in_focus_without_a_highlight(column):
    names = ("甲", "乙", "丙", "丁")
    one = ("本年", "actual", 7, 8, 9, 10)
    assert column(one, categories=names).points(0) == {}
    assert column(one, categories=names, highlight=1).points(0) == {1: "accent1"}
    assert column(one).points(0) == {3: "accent1"}


def test_a_label_clears_only_the_columns_that_it_would_touch(column):
    series = (("本年", "actual", 1, 1, 1, 1), ("上年", "last_year", 1, 1, 1, 1), ("计划", "plan", 9, 9, 9, 9))
    assert shift(column(*series).labels(0)[0])[1] == 0
    assert shift(column(*series, width=1.0).labels(0)[0])[1] < 0


def test_forty_periods_print_every_so_many_names_on_one_line(column):
    quarters = [f"{2012 + index // 4}年{index % 4 + 1}季度" for index in range(40)]
    axis = column(("本年", "actual", *range(40)), categories=quarters).root.find(f".//{C}catAx")
    assert int(axis.find(f"{C}tickLblSkip").get("val")) > 1
    assert axis.find(f"{C}txPr/*").get("rot") == "1"


@pytest.mark.parametrize("values", [(5, 5, 5, 5), (0, 0, 0, 0), (-3, -3, -3, -3), (None, None, None, None)])
def test_columns_start_at_zero_whatever_the_figures(column, values):
    least, most = column(("本年", "actual", *values)).ends()
    assert least <= 0 <= most
    assert least < most


def test_planned_columns_are_outlined(make, numbers, place):
    series = (Series("本年", numbers(9, 8)), Series("计划", numbers(10, 10), "plan"))
    drawn = Part(place(make("column", ("1月", "2月"), *series)))
    assert [len(one.findall(f"{C}spPr/{A}solidFill")) for one in drawn.series] == [1, 0]
    assert drawn.series[1].find(f"{C}spPr/{A}ln/{A}solidFill/{A}schemeClr").get("val") == "tx2"


def test_only_columns_that_fit_carry_figures(samples, place):
    drawn = Part(place(samples["column"][0], 2, 3))
    labels = drawn.labels(0)
    assert 11 in labels
    assert len(labels) < 11
    assert drawn.points(0) == {11: "accent1"}


def test_columns_start_at_zero(make, numbers, place):
    drawn = Part(place(make("column", ("甲", "乙"), Series("本年", numbers(98, 99)))))
    assert drawn.ends()[0] == 0


def test_figures_clear_last_years_taller_column(samples, place):
    drawn = Part(place(samples["column"][1], 3))
    assert shift(drawn.labels(0)[0])[1] < 0
    assert drawn.root.find(f".//{C}legend") is not None
