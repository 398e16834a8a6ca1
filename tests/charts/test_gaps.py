"""「—」 where there is no figure at all, in every kind that stands on an axis; 0 has its figure, never a dash."""

import pytest

from support.chart_reading import C, Part, code, position, value
from support.chart_specs import MONTHS
from unitdeck.plan.chart import Series

DASHES = '"—";"—";"—"'


@pytest.fixture
def drawn(make, numbers, place):
    def part(kind, *series, **more):
        made = [Series(name, numbers(*values), role) for name, role, *values in series]
        return Part(place(make(kind, MONTHS[:4], *made, decimals=0, **more), 8.0, 4.5))

    return part


def left_out(part):
    return [value(entry, "idx") for entry in part.root.iter(f"{C}legendEntry")]


def of_all(part, series):
    return part.series[series].find(f"{C}dLbls")


ACTUAL, LAST = ("本年", "actual", 7, 0, None, None), ("上年", "last_year", 5, 6, 4, None)


@pytest.mark.parametrize("kind", ["column", "radar"])
def test_only_a_period_without_any_figure_has_a_dash(kind, drawn):
    part = drawn(kind, ACTUAL, LAST, **({"highlight": 0} if kind == "radar" else {}))
    if kind == "radar":
        part = drawn(kind, ("本年", "actual", -7, 0, None, None), LAST, highlight=0)
    assert part.names[-1] == "— 无数据"
    assert part.values(2) == {3: 0}
    assert {index: code(own) for index, own in part.labels(2).items()} == {3: DASHES}
    assert part.labels(0).keys() == {0, 1}
    assert left_out(part) == [2]


def test_the_dash_goes_when_a_figure_is_entered(drawn):
    sheet = drawn("column", ACTUAL, LAST).sheet()
    assert sheet["D5"].value == "=IF(OR(ISNUMBER(B5),ISNUMBER(C5)),NA(),0)"


def test_charts_without_gaps_have_no_helper_column(drawn):
    part = drawn("column", ("本年", "actual", 7, 0, 1, 2), LAST)
    assert part.names == ["本年", "上年"]
    assert left_out(part) == []


def test_below_zero_the_dash_hangs_where_the_columns_do(drawn):
    part = drawn("column", ("本年", "actual", -7, -3, None, -1))
    assert position(part.labels(1)[2]) == "b"
    part = drawn("column", ("本年", "actual", -7, 0, None, -1))
    assert position(part.labels(1)[2]) == "t"


def test_a_panel_marks_missing_amounts_and_leaves_gaps_in_its_rate(drawn):
    part = drawn("panel", ("收入", "actual", 7, 0, None, 4), ("增速", "rate", 1, None, 2, 3))
    assert part.names == ["收入", "— 无数据", "增速"]
    assert part.values(1) == {2: 0}
    assert left_out(part) == []


def test_lines_without_any_figure_say_so(drawn):
    nothing = drawn("line", ("本年", "actual", None, None, None, None))
    assert nothing.values(1) == dict.fromkeys(range(4), 0)
    assert drawn("line", ("本年", "actual", 0, None, None, None)).names == ["本年"]


def test_bars_side_by_side_have_a_lane_for_it(drawn):
    part = drawn("bar", ACTUAL, LAST)
    assert part.names == ["本年", "上年", "— 无数据"]
    assert part.values(2) == {3: 0}
    assert code(of_all(part, 2)) == '" —";" —";" —"'
    assert left_out(part) == [2]


@pytest.mark.parametrize("kind", ["waterfall", "waterfall_rows"])
def test_a_step_without_a_figure_has_a_dash_and_one_of_zero_its_figure(kind, drawn):
    part = drawn(kind, ("收入", "actual", 7, None, None, None), ("增减", "part", None, None, 0, 3))
    rises = next(column for column, name in enumerate(part.names) if name == "增标签")
    assert {index: code(own) for index, own in part.labels(rises).items()} == {
        1: '"+"#,##0;"+"#,##0;" —"',
        2: '#,##0;"−"#,##0',
    }
