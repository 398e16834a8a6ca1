"""Tables: columns by need, rows by their measured text, pages with the header repeated."""

from __future__ import annotations

from unitdeck.base.geometry import Box
from unitdeck.layout.blocks.kind import Extent, Kind
from unitdeck.layout.blocks.table_set import (
    HEAD_GAP,
    SPACING,
    TableSet,
    TableSlice,
    head_settings,
    inner_width,
    insets,
    pad_y,
    row_settings,
    set_table,
)
from unitdeck.layout.blocks.table_sparks import sparklines
from unitdeck.layout.cut import cut_text
from unitdeck.layout.placed import Anchor, Placed, PlacedCell, PlacedRow, PlacedTable, PlacedText
from unitdeck.layout.sheet import Setting, Sheet, pad
from unitdeck.plan.blocks import TableBlock

NEVER = pad(100_000)  # the height of a table that is too wide for its type
STRETCH = pad(20)  # how much higher than its text a row may grow
HEAD_RULE_PT, ROW_RULE_PT = 1.5, 0.75
_ROOMS = (10, 9, 7, 5)  # tenths of a page tried for a cut row: cut, it may share out its columns otherwise


def _part(block: TableBlock | TableSlice) -> TableSlice:
    return block if isinstance(block, TableSlice) else TableSlice(block, 0, len(block.rows))


def measure(block: TableBlock | TableSlice, width: int, _room: int, sheet: Sheet) -> Extent:
    """Its rows, each with a little air at most."""
    part = _part(block)
    laid = set_table(part.table, width, sheet)
    if laid.broken:
        return Extent(NEVER, NEVER)
    least = laid.least(part)
    return Extent(least, least + STRETCH * (part.stop - part.start))


def draw(block: TableBlock | TableSlice, box: Box, sheet: Sheet) -> tuple[Placed, ...]:
    """One native table and the sparklines over it; spare height goes to the rows alike."""
    part = _part(block)
    laid = set_table(part.table, box.cx, sheet)
    spare = min(max(box.cy - laid.least(part), 0) // max(part.stop - part.start, 1), STRETCH)
    count = len(part.table.columns)
    pads = (pad_y(sheet), pad_y(sheet))
    header = PlacedRow(
        laid.head_height,
        tuple(
            _cell(setting, insets(i, count, False), (0, HEAD_GAP), "b")
            for i, setting in enumerate(head_settings(part.table, laid.widths, sheet))
        ),
        "ink",
        HEAD_RULE_PT,
    )
    rows = tuple(
        PlacedRow(
            laid.heights[number] + spare,
            tuple(
                _cell(setting, insets(i, count, row.indent), pads, "ctr")
                for i, setting in enumerate(row_settings(part.table, number, laid.widths, sheet))
            ),
            "line",
            ROW_RULE_PT,
        )
        for number, row in enumerate(part.rows, part.start)
    )
    total = sum(row.height for row in rows) + header.height
    drawn = PlacedTable("Table", box._replace(cy=total), laid.widths, (header, *rows), part.table.alt)
    return (drawn, *sparklines(part, drawn, sheet))


def _cell(setting: Setting, sides: tuple[int, int], pads: tuple[int, int], anchor: Anchor) -> PlacedCell:
    return PlacedCell(PlacedText(setting.paragraphs, anchor, (sides[0], pads[0], sides[1], pads[1])))


def split(
    block: TableBlock | TableSlice, width: int, height: int, page: int, sheet: Sheet
) -> tuple[TableSlice, TableBlock | TableSlice] | None:
    """Between rows, never parting 其中 rows from their whole where that can be helped; a giant row within its text."""
    part = _part(block)
    laid = set_table(part.table, width, sheet)
    if laid.broken or not part.rows:
        return None
    used, cut = laid.head_height, part.start
    while cut < part.stop and used + laid.heights[cut] <= height:
        used += laid.heights[cut]
        cut += 1
    cut = min(cut, part.stop - 1)
    if cut == part.start:
        return _split_row(part, laid, width, height, page, sheet)
    whole = cut
    while whole > part.start and part.table.rows[whole].indent:
        whole -= 1
    if whole > part.start:
        cut = whole
    return part._replace(stop=cut), part._replace(start=cut)


def _split_row(
    part: TableSlice, laid: TableSet, width: int, height: int, page: int, sheet: Sheet
) -> tuple[TableSlice, TableBlock] | None:
    """Cut the first row: each cell's text that fits stays, the rest goes to a row of its own on the next page."""
    room = height - laid.head_height - 2 * pad_y(sheet)
    if laid.heights[part.start] <= page - laid.head_height or room <= 0:
        return None
    for tenths in _ROOMS:
        parted = _part_row(part, laid, room * tenths // 10, sheet)
        if parted is not None and measure(parted[0], width, page, sheet).least <= height:
            return parted
    return None


def _part_row(part: TableSlice, laid: TableSet, room: int, sheet: Sheet) -> tuple[TableSlice, TableBlock] | None:
    row = part.rows[0]
    heads, tails = [], []
    for index, cell in enumerate(row.cells):
        inner = inner_width(laid.widths[index], index, len(row.cells), row.indent)
        space = room - (sheet.lines_height(1, "table_text", SPACING) if cell.mark else 0)
        parts = cut_text(cell.text, "table_text", inner, space, sheet, bold=True, spacing=SPACING)
        if parts is None:
            return None
        heads.append(cell._replace(text=parts[0]))
        tails.append(cell._replace(text=parts[1], spark=()))
    if not any(cell.text for cell in tails):
        return None
    head = part.table._replace(rows=(row._replace(cells=tuple(heads)),))
    tail = part.table._replace(rows=(row._replace(cells=tuple(tails)), *part.rows[1:]))
    return TableSlice(head, 0, 1), tail


KIND = Kind(measure, draw, split)
