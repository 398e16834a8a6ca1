"""Charts on a page: columns that become rows, what is cut and what is not, a panel's names, type that fits."""

import pytest

from support.chart_specs import MONTHS, chart, figures
from unitdeck.base.geometry import Box
from unitdeck.base.units import emu, inches, pt
from unitdeck.layout.blocks.chart import KIND
from unitdeck.layout.chart_room import keys_pt
from unitdeck.layout.placed import PlacedChart
from unitdeck.plan.blocks import ChartBlock
from unitdeck.plan.chart import Series
from unitdeck.plan.chart_heights import PANEL_RATES

WIDTH, PAGE = inches(12.1), inches(4.7)
BOX = Box(0, 0, WIDTH, PAGE)
TOWNS = tuple(f"第{index}街道办事处" for index in range(40))


def towns(*more):
    return ChartBlock(chart("column", TOWNS, Series("本年", figures(*range(40))), *more, decimals=0))


def placed(block, sheet, box=BOX):
    return next(one for one in KIND.draw(block, box, sheet) if isinstance(one, PlacedChart))


def test_columns_of_many_units_are_measured_and_drawn_as_rows(sheet):
    least, _ = KIND.measure(towns(), WIDTH, PAGE, sheet)
    assert least == pytest.approx(emu(40 * 1.5 * sheet.size_pt("chart")), rel=1e-4)
    assert placed(towns(), sheet).spec.kind == "bar"


def test_they_are_cut_into_pages_of_one_scale(sheet):
    head, tail = KIND.split(towns(), WIDTH, PAGE, PAGE, sheet)
    assert head.spec.categories + tail.spec.categories == TOWNS
    assert {placed(page, sheet).reach.most for page in (head, tail)} == {39}
    assert KIND.measure(head, WIDTH, PAGE, sheet).least <= PAGE


def test_several_series_need_higher_rows_and_a_line_for_their_names(sheet):
    size = sheet.size_pt("chart")
    least, _ = KIND.measure(towns(Series("上年", figures(*range(40)), "last_year")), WIDTH, PAGE, sheet)
    names = keys_pt(("本年", "上年"), pt(WIDTH), size)
    assert least == pytest.approx(emu(40 * 2.5 * size + names), rel=1e-4)


def test_months_stay_columns_and_are_whole(sheet):
    block = ChartBlock(chart("column", MONTHS, Series("本年", figures(*range(12)))))
    assert placed(block, sheet).spec.kind == "column"
    assert KIND.split(block, WIDTH, PAGE, PAGE, sheet) is None


def test_a_waterfall_is_never_cut_but_folded(sheet):
    series = (Series("合计", figures(9, *[None] * 39)), Series("增减", figures(None, *range(1, 40)), "part"))
    block = ChartBlock(chart("waterfall_rows", TOWNS, *series, decimals=0))
    assert KIND.split(block, WIDTH, PAGE // 2, PAGE, sheet) is None
    spec = placed(block, sheet).spec
    assert len(spec.categories) <= 14
    assert sum(value for value in spec.series[1].values if value is not None) == sum(range(1, 40))
    assert KIND.measure(block, WIDTH, PAGE, sheet._replace(density=1.0)).least <= PAGE


def test_figures_that_would_touch_make_the_type_smaller(sheet):
    few = ChartBlock(chart("column", MONTHS, Series("本年", figures(*range(12))), decimals=0))
    long = ChartBlock(chart("column", MONTHS, Series("本年", figures(*[123456] * 12)), decimals=0))
    assert placed(long, sheet).size_pt < placed(few, sheet).size_pt
    assert placed(long, sheet).size_pt >= 14


def test_names_at_the_ends_of_lines_make_the_type_smaller(sheet):
    series = [Series(name, figures(*range(12)), role) for name, role in (("本年", "actual"), ("上年同期", "last_year"))]
    one = ChartBlock(chart("line", MONTHS, series[0], decimals=0))
    two = ChartBlock(chart("line", MONTHS, *series, decimals=0))
    box = BOX._replace(cx=inches(8))
    assert 14 <= placed(two, sheet, box).size_pt < placed(one, sheet, box).size_pt


def test_a_panel_has_its_measures_names_at_the_left_of_their_bands(sheet):
    amounts, rate = Series("投资额（亿元）", figures(*range(12))), Series("同比增速", figures(*range(12)), "rate")
    block = ChartBlock(chart("panel", MONTHS, amounts, rate))
    first, second = (one for one in KIND.draw(block, BOX, sheet) if not isinstance(one, PlacedChart))
    frame = placed(block, sheet).box
    assert (first.box.y, second.box.y) == (frame.y, frame.y + int(frame.cy * PANEL_RATES))
    beside = Series("上年", figures(*range(12)), "last_year")
    names = KIND.draw(ChartBlock(chart("panel", MONTHS, amounts, beside, rate)), BOX, sheet)
    assert len(names) == 2  # several amounts are named by the chart's legend
