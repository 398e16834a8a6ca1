"""Names that a chart must not lose: of lines without a figure, on a map's tiles, under lines and panels."""

from decimal import Decimal

import pytest

from unitdeck.base.geometry import Box
from unitdeck.base.units import emu, pt
from unitdeck.layout.blocks.chart import KIND
from unitdeck.layout.chart_room import name_lines, size_pt
from unitdeck.layout.metrics import width_pt
from unitdeck.layout.placed import Placed, PlacedChart, PlacedShape
from unitdeck.layout.sheet import Sheet
from unitdeck.plan.blocks import ChartBlock
from unitdeck.plan.chart import ChartSpec, Place, Series

PAGE = emu(374)
LONG = "城镇新增就业人员安置指标名称很长达到三十个汉字之多的一个指标"


def drawn(spec: ChartSpec, sheet: Sheet, width: float = 871) -> list[Placed]:
    block = ChartBlock(spec)
    return list(KIND.draw(block, Box(0, 0, emu(width), KIND.measure(block, emu(width), PAGE, sheet).least), sheet))


def texts(items: list[Placed]) -> list[str]:
    shapes = [item for item in items if isinstance(item, PlacedShape) and item.text is not None]
    return ["".join(run.text for part in shape.text.paragraphs for run in part.runs) for shape in shapes if shape.text]


def chart_of(items: list[Placed]) -> PlacedChart:
    return next(item for item in items if isinstance(item, PlacedChart))


def lines_of(kind: str, *series: tuple[str, int | None]) -> ChartSpec:
    made = tuple(Series(name, (None if value is None else Decimal(value),) * 3) for name, value in series)
    return ChartSpec(kind, "结论", ("1月", "2月", "3月"), made)


@pytest.mark.parametrize("kind", ["slope", "bump", "line", "radar"])
def test_lines_without_a_figure_are_named_under_the_chart(kind: str, sheet: Sheet):
    spec = lines_of(kind, ("甲镇", None), ("乙镇", 0), ("丙镇", None))
    assert "无数据：甲镇、丙镇" in texts(drawn(spec, sheet))
    assert "No data: 甲镇, 丙镇" in texts(drawn(spec, sheet._replace(lang="en", memory={})))
    assert not any("无数据" in text for text in texts(drawn(lines_of(kind, ("甲镇", 1)), sheet)))


def test_of_many_the_first_are_named(sheet: Sheet):
    spec = lines_of("slope", *((f"{n}村", None) for n in range(7)))
    assert "无数据：0村、1村、2村、3村、4村等7个" in texts(drawn(spec, sheet))
    assert "No data: 0村, 1村, 2村, 3村, 4村 and 2 more" in texts(drawn(spec, sheet._replace(lang="en", memory={})))


def test_the_type_of_a_tile_map_lets_its_names_stand_whole(sheet: Sheet):
    names = tuple(f"{name}城关镇" for name in "甲乙丙丁戊己")
    places = tuple(Place(name, (0, column)) for column, name in enumerate(names))
    spec = ChartSpec("town_map", "结论", names, (Series("增速", (Decimal(1),) * 6),), places=places)
    size = size_pt(spec, emu(418), sheet)
    assert sheet.style.sizes["chart"].least <= size < sheet.size_pt("chart")
    assert width_pt(names[0], size, True) <= 418 / 6 - 9
    assert size_pt(spec, emu(871), sheet) == sheet.size_pt("chart")


def test_a_line_over_long_names_becomes_bars_and_over_periods_stays(sheet: Sheet):
    spec = ChartSpec("line", "结论", (LONG,) * 6, (Series("完成", (Decimal(3),) * 6),))
    assert chart_of(drawn(spec, sheet)).spec.kind == "bar"
    for names in (("1月",) * 40, ("甲镇",) * 40, (LONG,)):
        same = spec._replace(categories=names, series=(Series("完成", (Decimal(3),) * len(names)),))
        assert chart_of(drawn(same, sheet)).spec.kind == "line"


def test_a_panel_gives_its_names_their_lines(sheet: Sheet):
    def panel(name: str) -> ChartSpec:
        series = (Series("投资", (Decimal(3),) * 6), Series("增速", (Decimal(1),) * 6, "rate"))
        return ChartSpec("panel", "结论", (name,) * 6, series)

    long, short = chart_of(drawn(panel(LONG), sheet)), chart_of(drawn(panel("1月"), sheet))
    lines = name_lines((LONG,), 871 / 6, long.size_pt)
    assert lines > 2
    assert pt(long.box.cy) == pytest.approx((17 + 1.25 * (lines - 1)) * long.size_pt, abs=0.1)
    assert pt(short.box.cy) == pytest.approx(17 * short.size_pt, abs=0.1)
