"""Columns that would not be read in their column of the page become rows."""

import pytest

from support.chart_specs import chart, figures, waterfall_of
from unitdeck.layout.chart_form import formed
from unitdeck.plan.chart import Series

WIDTH, SIZE = 870, 14


def column(names, *values, **more):
    return chart("column", names, Series("本年", figures(*values)), decimals=0, **more)


def kind(spec, width=WIDTH):
    return formed(spec, width, SIZE, "zh").kind


def test_forty_periods_stay_columns_and_forty_units_become_rows():
    quarters = [f"{2012 + index // 4}年{index % 4 + 1}季度" for index in range(40)]
    assert kind(column(quarters, *range(40))) == "column"
    assert kind(column([f"第{index}乡" for index in range(40)], *range(40))) == "bar"


def test_names_may_take_two_lines_under_a_column():
    thirty = "城镇新增就业人员安置指标名称很长达到三十个汉字之多的一个指标"
    assert kind(column((thirty, "乙"), 1, 2)) == "column"
    assert kind(column((thirty, "乙", "丙"), 1, 2, 3)) == "column"
    assert kind(column((thirty, *"乙丙丁"), 1, 2, 3, 4)) == "bar"


def test_figures_wider_than_their_column_ask_for_rows():
    names = [f"乡{index}" for index in range(12)]
    assert kind(column(names, *range(12)), 400) == "column"
    assert kind(column(names, *[123456] * 12), 400) == "bar"
    assert kind(column(names, *range(12), labels=("一二三四五六七",) * 12), 400) == "bar"


def test_what_is_kept_and_what_changes():
    spec = column([f"第{index}乡镇" for index in range(40)], *range(40), highlight=3)
    assert formed(spec, WIDTH, SIZE, "zh") == spec._replace(kind="bar")
    nothing = column(())
    assert formed(nothing, WIDTH, SIZE, "zh") == nothing


def test_a_waterfall_of_long_names_becomes_rows():
    spec = waterfall_of((5, None, 6), (None, 1, None))
    assert kind(spec) == "waterfall"
    long = spec._replace(categories=("年初", "上级专项转移支付增加安排的基本公共服务支出" * 3, "年末"))
    assert kind(long) == "waterfall_rows"


@pytest.mark.parametrize("name", ["waterfall", "waterfall_rows"])
def test_many_steps_are_folded_between_their_totals(name):
    spec = waterfall_of(
        (100, *[None] * 18, 290, *[None] * 19, 480), (None, *range(1, 19), None, *range(19, 0, -1), None)
    )
    spec = spec._replace(kind=name)
    short = formed(spec, WIDTH, SIZE, "zh")
    assert len(short.categories) <= 14
    totals, changes = (one.values for one in short.series)
    assert [value for value in totals if value is not None] == [100, 290, 480]
    middle = totals.index(290)
    assert sum(changes[1:middle]) == sum(range(1, 19))
    assert sum(changes[middle + 1 : -1]) == sum(range(1, 20))
    assert short.categories[middle - 1].startswith("其余")
    assert short.categories[-2].startswith("其余")
    assert max(value for value in changes if value is not None) >= 19
