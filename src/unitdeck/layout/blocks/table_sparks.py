"""Sparklines: small charts that stand over the cells of a table, each in the room of its cell's text."""

from __future__ import annotations

from decimal import Decimal

from unitdeck.base.geometry import Box
from unitdeck.base.units import emu
from unitdeck.layout.blocks.table_set import TableSlice, insets, pad_y
from unitdeck.layout.placed import PlacedChart, PlacedTable
from unitdeck.layout.sheet import Sheet
from unitdeck.plan.blocks import TableBlock
from unitdeck.plan.chart import ChartSpec, Series, decimals_of

_HIGHEST_EM = 2.2  # a higher row does not make its line steeper


def sparklines(part: TableSlice, drawn: PlacedTable, sheet: Sheet) -> tuple[PlacedChart, ...]:
    """Return the charts of all cells that have one, for the table as it was drawn (header first)."""
    charts = []
    most = emu(_HIGHEST_EM * sheet.size_pt("table_text"))
    top = drawn.box.y + drawn.rows[0].height
    for row, placed in zip(part.rows, drawn.rows[1:], strict=True):
        left = drawn.box.x
        height = min(placed.height - 2 * pad_y(sheet), most)
        for index, (cell, width) in enumerate(zip(row.cells, drawn.widths, strict=True)):
            if cell.spark:
                before, after = insets(index, len(row.cells), row.indent)
                box = Box(left + before, top + (placed.height - height) // 2, width - before - after, height)
                spec = _spec(row.cells[0].text, part.table.columns[index].heading, cell.spark)
                charts.append(PlacedChart("Sparkline", box, spec, sheet.size_pt("chart")))
            left += width
        top += placed.height
    return tuple(charts)


def without_sparklines(block: TableBlock) -> TableBlock:
    """Return the table without its optional columns of sparklines."""
    kept = [
        index
        for index, column in enumerate(block.columns)
        if not (column.optional and any(row.cells[index].spark for row in block.rows))
    ]
    if len(kept) == len(block.columns) or not kept:
        return block
    return block._replace(
        columns=tuple(block.columns[index] for index in kept),
        rows=tuple(row._replace(cells=tuple(row.cells[index] for index in kept)) for row in block.rows),
    )


def _spec(name: str, heading: str, values: tuple[Decimal | None, ...]) -> ChartSpec:
    """The chart of one cell: its finding names the row, and from where to where the line runs."""
    known = [value for value in values if value is not None]
    title = " ".join(name.split())
    course = f"{known[0]:f} → {known[-1]:f}".replace("-", "\N{MINUS SIGN}")
    return ChartSpec(
        "sparkline",
        f"{title} {course}",
        tuple(str(number) for number in range(1, len(values) + 1)),
        (Series(" ".join(heading.split()), values),),
        decimals=decimals_of(values),
    )
