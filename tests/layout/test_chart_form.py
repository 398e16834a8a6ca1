from decimal import Decimal

import pytest

from support.chart_specs import chart, figures, waterfall_of
from unitdeck.layout.chart_form import MOST_RANKS, formed
from unitdeck.layout.ring import LEAST_RADIUS_PT, ring_of
from unitdeck.plan.chart import ChartSpec, Series
from unitdeck.plan.chart_heights import height_range_pt

FULL, HALF, THIRD = 871.0, 418.0, 274.0
WIDTH, SIZE = 870, 14


def whole(kind, names, *values):
    known = tuple(None if value is None else Decimal(str(value)) for value in values)
    return ChartSpec(kind, "结论", tuple(names), (Series("收入", known),), "万元", 0, total="9万元")


@pytest.mark.parametrize("kind", ["doughnut", "stacked"])
def test_parts_that_can_be_drawn_stay_as_they_are(kind):
    spec = whole(kind, ("税务部门", "财政部门"), 21334, 12762)
    assert formed(spec, FULL, 14, "zh") == spec
    assert formed(spec, HALF, 14, "zh") == spec


@pytest.mark.parametrize("kind", ["doughnut", "stacked"])
@pytest.mark.parametrize("values", [(5, -1), (0, 0), (None, None)])
def test_what_no_whole_can_show_becomes_rows_of_bare_figures(kind, values):
    rows = formed(whole(kind, "甲乙", *values), FULL, 14, "zh")
    assert (rows.kind, rows.categories, rows.labels, rows.total) == ("ranking", ("甲", "乙"), (), "9万元")
    assert rows.series[0].role == "part"


@pytest.mark.parametrize("kind", ["doughnut", "stacked"])
def test_a_negative_part_is_not_hidden_in_a_fold(kind):
    rows = formed(whole(kind, "甲乙丙丁戊己庚", 90, 80, 70, 60, 50, 40, -1), FULL, 14, "zh")
    assert rows.kind == "ranking"
    assert sum(value for value in rows.series[0].values if value) == 389


@pytest.mark.parametrize("kind", ["doughnut", "stacked"])
def test_long_names_become_rows_with_figure_and_share(kind):
    names = [f"{name}城镇新增就业人员安置指标名称很长达到三十个汉字之多的一个" for name in "甲乙丙"]
    rows = formed(whole(kind, names, 3, 1, None), HALF, 14, "zh")
    assert (rows.kind, rows.labels) == ("ranking", ("3　75.0%", "1　25.0%", ""))


FOUR = ("城关镇街道办事处", "竹竿镇街道办事处", "灵山镇街道办事处", "子路镇街道办事处")


@pytest.mark.parametrize("size", [14, 16, 18])
def test_four_parts_stay_a_ring_in_half_a_page(size):
    names = [name[: len(name) * 14 // size] for name in FOUR]
    spec = whole("doughnut", names, 60, 30, 5, 5)
    assert formed(spec, HALF, size, "zh") == spec
    ring = ring_of(spec, HALF, height_range_pt(spec, size).least, size)
    assert ring.two_lines
    assert ring.radius_pt >= LEAST_RADIUS_PT


def test_a_room_too_low_for_four_labels_would_hold_no_ring():
    spec = whole("doughnut", FOUR, 60, 30, 5, 5)
    assert ring_of(spec, HALF, 154, 14).radius_pt < LEAST_RADIUS_PT <= ring_of(spec, HALF, 157, 14).radius_pt
    assert height_range_pt(spec, 14).least > 154


def test_no_height_makes_a_ring_where_names_leave_no_width():
    spec = whole("doughnut", [name * 2 for name in FOUR], 60, 30, 5, 5)
    assert ring_of(spec, HALF, 1000, 14).radius_pt < LEAST_RADIUS_PT
    assert formed(spec, HALF, 14, "zh").kind == "ranking"


def test_parts_given_as_series_become_rows_too():
    series = (Series("一", (Decimal(3),)), Series("二", (Decimal(-1),)))
    rows = formed(ChartSpec("stacked", "", ("收入",), series), HALF, 14, "zh")
    assert (rows.categories, rows.series[0].values) == (("一", "二"), (3, -1))


def test_wholes_in_rows_are_folded_alike_on_every_page():
    values = {"甲": (9, 1), "乙": (8, 2), "丙": (6, 3), "丁": (1, 99), "戊": (5, 3)}
    parts = tuple(Series(name, figures(*figure)) for name, figure in values.items())
    names = [one.name for one in formed(ChartSpec("stacked", "", ("一", "二"), parts), FULL, 14, "zh").series]
    assert names == ["甲", "乙", "丁", "其他（2项）"]


def test_a_long_ranking_shows_head_own_unit_and_last():
    names = [f"第{n}" for n in range(1, 41)]
    spec = whole("ranking", names, *range(40, 0, -1))._replace(highlight=29)
    short = formed(spec, FULL, 14, "zh")
    assert len(short.categories) == MOST_RANKS
    assert short.categories[short.highlight or 0] == "第30"
    assert short.categories[-1] == "第40"
    few = spec._replace(categories=spec.categories[:14], series=(Series("x", spec.series[0].values[:14]),), highlight=3)
    assert formed(few, FULL, 14, "zh") == few


def test_a_gap_is_signed_and_words_that_find_no_room_give_way_to_figures():
    spec = whole("gap", "甲乙", 27.3, -6.8)._replace(labels=("快27.3个百分点啊啊", "慢6.8个百分点啊啊啊"))
    assert formed(spec, FULL, 14, "zh") == spec._replace(signed=True)
    assert formed(spec, THIRD, 14, "zh") == spec._replace(signed=True, labels=())


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
