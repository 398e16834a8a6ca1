"""Sparklines over a table: in their cells, on their pages, told in words."""

from __future__ import annotations

from decimal import Decimal

import pytest

from unitdeck.base.geometry import Box
from unitdeck.base.units import emu
from unitdeck.charts.alt import alt_text
from unitdeck.layout.pages import paginate
from unitdeck.layout.placed import Placed, PlacedChart, PlacedTable
from unitdeck.layout.sheet import Sheet
from unitdeck.layout.stack import KINDS, draw_stack
from unitdeck.plan.blocks import Cell, Column, ColumnsBlock, Row, TableBlock, TextBlock

WIDTH, PAGE = emu(874), emu(374)
VALUES = (Decimal("7.5"), None, Decimal(-3))


def table(rows: int, every: int = 1) -> TableBlock:
    columns = (Column("指标", bold=True), Column("走势"), Column("完成", "r"))
    spark, dash = Cell("", spark=VALUES), Cell("—")
    return TableBlock(
        columns, tuple(Row((Cell(f"第{n}项"), dash if n % every else spark, Cell("1"))) for n in range(rows)), "表"
    )


def placed(block: TableBlock, sheet: Sheet, height: int = 0) -> tuple[Placed, ...]:
    kind = KINDS[TableBlock]
    return kind.draw(
        block, Box(emu(43), emu(105), WIDTH, height or kind.measure(block, WIDTH, PAGE, sheet).least), sheet
    )


@pytest.mark.parametrize("stretch", [1.0, 3.0])
def test_each_lies_in_the_room_of_its_cells_text(sheet: Sheet, stretch: float):
    least = KINDS[TableBlock].measure(table(3), WIDTH, PAGE, sheet).least
    drawn, *charts = placed(table(3), sheet, int(least * stretch))
    assert isinstance(drawn, PlacedTable)
    assert len(charts) == 3
    top = drawn.box.y + drawn.rows[0].height
    size = sheet.size_pt("table_text")
    for chart, row in zip(charts, drawn.rows[1:], strict=True):
        left, above, right, below = row.cells[1].text.insets
        cell = Box(drawn.box.x + drawn.widths[0], top, drawn.widths[1], row.height).inset(left, above, right, below)
        assert cell.contains(chart.box)
        assert (chart.box.x, chart.box.cx) == (cell.x, cell.cx)
        assert chart.box.cy == min(cell.cy, emu(2.2 * size))
        assert abs((chart.box.y - cell.y) - (cell.bottom - chart.box.bottom)) <= 1
        top += row.height


def test_its_column_is_six_em_wide_however_little_room_there_is(sheet: Sheet):
    rows = tuple(row._replace(cells=(Cell("国" * 60), *row.cells[1:])) for row in table(3).rows)
    _, chart, *_ = KINDS[TableBlock].draw(table(3)._replace(rows=rows), Box(0, 0, emu(400), PAGE), sheet)
    assert chart.box.cx >= emu(6 * sheet.size_pt("table_text"))


def test_only_cells_with_figures_have_one(sheet: Sheet):
    _, *charts = placed(table(5, every=2), sheet)
    assert [chart.spec.finding for chart in charts if isinstance(chart, PlacedChart)] == [
        "第0项 7.5 → −3", "第2项 7.5 → −3", "第4项 7.5 → −3",
    ]  # fmt: skip


def test_it_says_its_row_and_from_where_to_where(sheet: Sheet):
    _, chart = placed(table(1), sheet)
    assert isinstance(chart, PlacedChart)
    assert (chart.spec.kind, chart.spec.decimals) == ("sparkline", 1)
    assert chart.spec.series[0].name == "走势"
    assert chart.spec.series[0].values == VALUES
    assert alt_text(chart.spec, "zh") == "迷你折线图：第0项 7.5 → −3。1 7.5，2 —，3 −3.0。"


def test_rows_take_their_lines_along_to_the_next_page(sheet: Sheet):
    laid = paginate([table(30)], WIDTH, PAGE, sheet)
    assert len(laid.pages) > 1
    found = []
    for blocks in laid.pages:
        drawn, *charts = draw_stack(blocks, Box(0, 0, WIDTH, PAGE), laid.sheet)
        assert isinstance(drawn, PlacedTable)
        assert len(charts) == len(drawn.rows) - 1
        found += [chart.spec.finding.split()[0] for chart in charts if isinstance(chart, PlacedChart)]
    assert found == [f"第{n}项" for n in range(30)]


def test_a_row_that_is_cut_shows_its_line_once(sheet: Sheet):
    row = Row((Cell("国" * 3000), Cell("", spark=VALUES), Cell("1")))
    block = table(0)._replace(rows=(row,))
    head, tail = KINDS[TableBlock].split(block, WIDTH, PAGE, PAGE, sheet)
    assert [one.cells[1].spark for part in (head, tail) for one in part.rows] == [VALUES, ()]


def optional(rows: int) -> TableBlock:
    block = table(rows)
    return block._replace(columns=(block.columns[0], block.columns[1]._replace(optional=True), block.columns[2]))


def headings(blocks: tuple[object, ...]) -> list[str]:
    (block,) = blocks
    columns = block.columns if isinstance(block, TableBlock) else block.table.columns  # type: ignore[attr-defined]
    return [column.heading for column in columns]


def test_an_optional_column_of_sparklines_stays_where_it_costs_nothing(sheet: Sheet):
    laid = paginate([optional(5)], WIDTH, PAGE, sheet)
    assert headings(laid.pages[0]) == ["指标", "走势", "完成"]


def test_an_optional_column_of_sparklines_yields_to_larger_type(sheet: Sheet):
    wide = optional(5)._replace(
        rows=tuple(row._replace(cells=(Cell("国" * 7 + "\n" + "国" * 7), *row.cells[1:])) for row in optional(5).rows)
    )
    narrow = emu(200)
    laid = paginate([wide], narrow, PAGE, sheet)
    kept = paginate([wide._replace(columns=table(5).columns)], narrow, PAGE, sheet)
    assert laid.sheet.density < kept.sheet.density
    assert headings(laid.pages[0]) == ["指标", "完成"]
    assert headings(kept.pages[0]) == ["指标", "走势", "完成"]


def test_one_beside_a_text_yields_too(sheet: Sheet):
    rows = tuple(row._replace(cells=(Cell("国" * 7 + "\n" + "国" * 7), *row.cells[1:])) for row in optional(5).rows)
    columns = ColumnsBlock(((optional(5)._replace(rows=rows),), (TextBlock(("国",)),)), (1.0, 2.9))
    ((block,),) = paginate([columns], WIDTH, PAGE, sheet).pages
    assert isinstance(block, ColumnsBlock)
    assert headings(block.columns[0]) == ["指标", "完成"]
