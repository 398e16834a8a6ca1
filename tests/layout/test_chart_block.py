"""Charts on a page: what stands over and under them, the rooms beside their plots, type that fits, their pages."""

from decimal import Decimal
from typing import Any

import pytest

from support.chart_specs import MONTHS, chart, figures
from unitdeck.base.geometry import Box
from unitdeck.base.units import emu, inches, pt
from unitdeck.layout.blocks.chart import KIND
from unitdeck.layout.chart_room import keys_pt
from unitdeck.layout.placed import Placed, PlacedChart, PlacedShape
from unitdeck.layout.sheet import Sheet
from unitdeck.plan.blocks import ChartBlock
from unitdeck.plan.chart import ChartSpec, Series
from unitdeck.plan.chart_heights import PANEL_RATES

PAGE = emu(374)
WIDTH, BODY = inches(12.1), inches(4.7)
BOX = Box(0, 0, WIDTH, BODY)
TOWNS = tuple(f"第{index}街道办事处" for index in range(40))


def spec(kind: str = "ranking", count: int = 3, **more: Any) -> ChartSpec:
    names = tuple(f"第{n}个单位" for n in range(count))
    values = tuple(Decimal(count - n) for n in range(count))
    role: Any = "part" if kind == "doughnut" else "actual"
    return ChartSpec(kind, "结论", names, (Series("完成", values, role),), **more)


def drawn(chart: ChartSpec, sheet: Sheet, width: float = 871, height: float = 0) -> dict[str, Placed]:
    block = ChartBlock(chart)
    least = KIND.measure(block, emu(width), PAGE, sheet).least
    items = KIND.draw(block, Box(0, 0, emu(width), max(least, emu(height))), sheet)
    return {item.name: item for item in items}


def lines(shape: Placed) -> list[str]:
    assert isinstance(shape, PlacedShape)
    assert shape.text is not None
    return ["".join(run.text for run in paragraph.runs) for paragraph in shape.text.paragraphs]


def test_the_period_stands_after_the_heading_before_the_sample_mark(sheet: Sheet):
    items = drawn(spec(heading="一般公共预算收入（万元）", period="2022年1—5月", sample=True), sheet)
    heading = items["Chart heading"]
    assert lines(heading) == ["一般公共预算收入（万元）　2022年1—5月　示例数据"]
    assert isinstance(heading, PlacedShape)
    assert heading.text is not None
    runs = heading.text.paragraphs[0].runs
    assert [(run.bold, run.color) for run in runs] == [(True, None), (False, "sub"), (False, "sub")]


def test_a_piece_that_does_not_fit_begins_a_line(sheet: Sheet):
    items = drawn(spec(heading="一般公共预算收入（万元）", period="2022年1—5月", sample=True), sheet, 274)
    assert lines(items["Chart heading"]) == ["一般公共预算收入（万元）", "2022年1—5月　示例数据"]


def test_a_bullet_chart_says_its_period_and_that_its_data_are_samples(sheet: Sheet):
    items = drawn(spec("bullet", heading="序时进度41.7%", period="2022年1—5月", sample=True), sheet)
    assert lines(items["Chart heading"]) == ["2022年1—5月　示例数据"]
    assert "Chart heading" not in drawn(spec("bullet", heading="序时进度41.7%"), sheet)


def test_the_source_stands_under_the_frame_in_small_type(sheet: Sheet):
    items = drawn(spec(source="县统计局月报"), sheet)
    source, chart = items["Chart source"], items["Chart"]
    assert lines(source) == ["来源：县统计局月报"]
    assert isinstance(source, PlacedShape)
    assert source.text is not None
    assert source.text.paragraphs[0].size_pt == sheet.size_pt("footer")
    assert chart.box.bottom < source.box.y
    without = KIND.measure(ChartBlock(spec()), emu(871), PAGE, sheet).least
    assert KIND.measure(ChartBlock(spec(source="县统计局月报")), emu(871), PAGE, sheet).least > without
    assert "Chart source" not in drawn(spec(), sheet)


@pytest.mark.parametrize("height", [0, 374])
def test_four_parts_are_a_ring_in_half_a_page(sheet: Sheet, height: float):
    names = tuple(f"{name}镇街道办事处" for name in ("城关", "竹竿", "灵山", "子路"))
    chart = drawn(spec("doughnut", 4)._replace(categories=names), sheet, 418, height)["Chart"]
    assert isinstance(chart, PlacedChart)
    assert chart.spec.kind == "doughnut"


def test_a_total_stands_in_the_ring_or_after_the_heading(sheet: Sheet):
    small = spec("doughnut", heading="收入（万元）", total="34,096万元")
    items = drawn(small, sheet, 418, 330)
    assert lines(items["Total"]) == ["34,096", "万元"]
    assert lines(items["Chart heading"]) == ["收入（万元）"]
    items = drawn(small._replace(total="1,000,800,001.0万元"), sheet, 418)
    assert "Total" not in items
    assert lines(items["Chart heading"]) == ["收入（万元）", "1,000,800,001.0万元"] or lines(
        items["Chart heading"]
    ) == ["收入（万元）　1,000,800,001.0万元"]


@pytest.mark.parametrize("kind", ["doughnut", "stacked"])
def test_parts_without_a_length_are_said_under_the_chart(kind: str, sheet: Sheet):
    given = (Series("收入", (Decimal(5), Decimal(0), None), "part"),)
    names = ("税务", "财政", "其他")
    chart = ChartSpec(kind, "结论", names, given, decimals=0, source="月报")
    assert lines(drawn(chart, sheet)["Chart source"]) == ["财政 0；其他 —", "来源：月报"]
    full = chart._replace(series=(Series("收入", (Decimal(5),) * 3, "part"),), source="")
    assert "Chart source" not in drawn(full, sheet)


def test_all_pages_of_a_chart_have_one_scale_and_the_same_rooms(sheet: Sheet):
    values = tuple(Decimal(value) for value in (150, *range(60, 21, -1)))
    names = ("第一个单位的名称很长", *(f"第{n}" for n in range(1, 40)))
    block: Any = ChartBlock(ChartSpec("gap", "结论", names, (Series("差", values),)))
    charts = []
    while block is not None:
        rest = None
        if KIND.measure(block, emu(871), PAGE, sheet).least > PAGE:
            parts = KIND.split(block, emu(871), PAGE, PAGE, sheet)
            assert parts is not None
            block, rest = parts
        height = KIND.measure(block, emu(871), PAGE, sheet).least
        charts += [i for i in KIND.draw(block, Box(0, 0, emu(871), height), sheet) if isinstance(i, PlacedChart)]
        block = rest
    assert len(charts) > 1
    assert sum((chart.spec.categories for chart in charts), ()) == names
    assert len({(chart.reach, chart.label_width, chart.value_width, chart.size_pt) for chart in charts}) == 1
    assert charts[-1].reach is not None
    assert charts[-1].reach.most == 150


@pytest.mark.parametrize("kind", ["bullet", "gap", "ranking"])
def test_labels_beside_bars_get_their_room_and_smaller_type_before_the_bars_vanish(kind: str, sheet: Sheet):
    long = spec(kind, labels=("34,567.8%　快30.6点",) * 3)
    wide, narrow = (drawn(long, sheet, width)["Chart"] for width in (871, 418))
    assert isinstance(wide, PlacedChart)
    assert isinstance(narrow, PlacedChart)
    assert wide.size_pt == sheet.size_pt("chart")
    assert narrow.size_pt < wide.size_pt
    plot = pt(narrow.box.cx - narrow.label_width - narrow.value_width)
    assert plot > 0.15 * 418


def test_a_column_too_narrow_for_its_labels_is_never_used(sheet: Sheet):
    huge = ChartSpec(
        "gap", "结论", ("甲", "乙"), (Series("差", (Decimal(10) ** 12, -(Decimal(10) ** 12))),), decimals=2
    )
    assert KIND.measure(ChartBlock(huge), emu(274), PAGE, sheet).least > 10 * PAGE
    assert KIND.split(ChartBlock(huge), emu(274), PAGE, PAGE, sheet) is None
    assert KIND.measure(ChartBlock(huge), emu(871), PAGE, sheet).least < PAGE


def test_stacked_bars_with_rows_go_to_the_next_page(sheet: Sheet):
    names = tuple(f"第{n}个乡镇" for n in range(40))
    parts = tuple(Series(f"部分{n}", tuple(map(Decimal, range(1, 41))), "part") for n in range(6))
    block = ChartBlock(ChartSpec("stacked", "结论", names, parts))
    assert KIND.measure(block, emu(871), PAGE, sheet).least > PAGE
    cut = KIND.split(block, emu(871), PAGE, PAGE, sheet)
    assert cut is not None
    assert cut[0].spec.categories + cut[1].spec.categories == names


def towns(*more):
    return ChartBlock(chart("column", TOWNS, Series("本年", figures(*range(40))), *more, decimals=0))


def placed(block, sheet, box=BOX):
    return next(one for one in KIND.draw(block, box, sheet) if isinstance(one, PlacedChart))


def test_columns_of_many_units_are_measured_and_drawn_as_rows(sheet: Sheet):
    least, _ = KIND.measure(towns(), WIDTH, BODY, sheet)
    assert least == pytest.approx(emu(40 * 1.5 * sheet.size_pt("chart")), rel=1e-4)
    assert placed(towns(), sheet).spec.kind == "bar"


def test_they_are_cut_into_pages_of_one_scale(sheet: Sheet):
    head, tail = KIND.split(towns(), WIDTH, BODY, BODY, sheet)
    assert head.spec.categories + tail.spec.categories == TOWNS
    assert {placed(page, sheet).reach.most for page in (head, tail)} == {39}
    assert KIND.measure(head, WIDTH, BODY, sheet).least <= BODY


def test_several_series_need_higher_rows_and_a_line_for_their_names(sheet: Sheet):
    size = sheet.size_pt("chart")
    least, _ = KIND.measure(towns(Series("上年", figures(*range(40)), "last_year")), WIDTH, BODY, sheet)
    names = keys_pt(("本年", "上年"), pt(WIDTH), size)
    assert least == pytest.approx(emu(40 * 2.5 * size + names), rel=1e-4)


def test_months_stay_columns_and_are_whole(sheet: Sheet):
    block = ChartBlock(chart("column", MONTHS, Series("本年", figures(*range(12)))))
    assert placed(block, sheet).spec.kind == "column"
    assert KIND.split(block, WIDTH, BODY, BODY, sheet) is None


def test_a_waterfall_is_never_cut_but_folded(sheet: Sheet):
    series = (Series("合计", figures(9, *[None] * 39)), Series("增减", figures(None, *range(1, 40)), "part"))
    block = ChartBlock(chart("waterfall_rows", TOWNS, *series, decimals=0))
    assert KIND.split(block, WIDTH, BODY // 2, BODY, sheet) is None
    spec = placed(block, sheet).spec
    assert len(spec.categories) <= 14
    assert sum(value for value in spec.series[1].values if value is not None) == sum(range(1, 40))
    assert KIND.measure(block, WIDTH, BODY, sheet._replace(density=1.0)).least <= BODY


def test_figures_that_would_touch_make_the_type_smaller(sheet: Sheet):
    few = ChartBlock(chart("column", MONTHS, Series("本年", figures(*range(12))), decimals=0))
    long = ChartBlock(chart("column", MONTHS, Series("本年", figures(*[123456] * 12)), decimals=0))
    assert placed(long, sheet).size_pt < placed(few, sheet).size_pt
    assert placed(long, sheet).size_pt >= 14


def test_names_at_the_ends_of_lines_make_the_type_smaller(sheet: Sheet):
    series = [Series(name, figures(*range(12)), role) for name, role in (("本年", "actual"), ("上年同期", "last_year"))]
    one = ChartBlock(chart("line", MONTHS, series[0], decimals=0))
    two = ChartBlock(chart("line", MONTHS, *series, decimals=0))
    box = BOX._replace(cx=inches(8))
    assert 14 <= placed(two, sheet, box).size_pt < placed(one, sheet, box).size_pt


def test_a_panel_has_its_measures_names_at_the_left_of_their_bands(sheet: Sheet):
    amounts, rate = Series("投资额（亿元）", figures(*range(12))), Series("同比增速", figures(*range(12)), "rate")
    block = ChartBlock(chart("panel", MONTHS, amounts, rate))
    first, second = (one for one in KIND.draw(block, BOX, sheet) if not isinstance(one, PlacedChart))
    frame = placed(block, sheet).box
    assert (first.box.y, second.box.y) == (frame.y, frame.y + int(frame.cy * PANEL_RATES))
    beside = Series("上年", figures(*range(12)), "last_year")
    names = KIND.draw(ChartBlock(chart("panel", MONTHS, amounts, beside, rate)), BOX, sheet)
    assert len(names) == 2  # several amounts are named by the chart's legend


def test_a_long_chart_has_one_size_one_scale_and_one_room_for_names_on_all_its_pages(sheet: Sheet):
    block: Any = ChartBlock(spec("gap", 400))
    pages: list[PlacedChart] = []
    while block is not None:
        parts = KIND.split(block, emu(871), PAGE, PAGE, sheet)
        head, block = parts or (block, None)
        pages.append(placed(head, sheet))
    assert len(pages) > 20
    assert sum(len(page.spec.categories) for page in pages) == 400
    assert len({(page.size_pt, page.label_width, page.value_width, page.reach) for page in pages}) == 1
