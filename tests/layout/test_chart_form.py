from decimal import Decimal

import pytest

from unitdeck.layout.chart_form import MOST_RANKS, formed
from unitdeck.plan.chart import ChartSpec, Series

FULL, HALF, THIRD = 871.0, 418.0, 274.0


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
def test_long_names_become_rows_with_figure_and_share(kind):
    names = [f"{name}城镇新增就业人员安置指标名称很长达到三十个汉字之多的一个" for name in "甲乙丙"]
    rows = formed(whole(kind, names, 3, 1, None), HALF, 14, "zh")
    assert (rows.kind, rows.labels) == ("ranking", ("3　75.0%", "1　25.0%", ""))


def test_parts_given_as_series_become_rows_too():
    series = (Series("一", (Decimal(3),)), Series("二", (Decimal(-1),)))
    rows = formed(ChartSpec("stacked", "", ("收入",), series), HALF, 14, "zh")
    assert (rows.categories, rows.series[0].values) == (("一", "二"), (3, -1))


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
