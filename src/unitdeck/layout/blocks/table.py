"""Tables: columns by need, rows by their measured text, pages with the header repeated."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise
from typing import NamedTuple

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
    natural_width,
    pad_y,
    row_settings,
    set_table,
)
from unitdeck.layout.blocks.table_sparks import sparklines
from unitdeck.layout.cut import cut_text
from unitdeck.layout.parting import counts, in_columns, shared
from unitdeck.layout.placed import Anchor, Placed, PlacedCell, PlacedRow, PlacedShape, PlacedTable, PlacedText
from unitdeck.layout.sheet import Setting, Sheet, pad
from unitdeck.plan.blocks import TableBlock

NEVER = pad(100_000)  # the height of a table that is too wide for its type
STRETCH = pad(20)  # how much higher than its text a row may grow
HEAD_RULE_PT, ROW_RULE_PT = 1.5, 0.75
_ROOMS = (10, 9, 7, 5)  # tenths of a page tried for a cut row: cut, it may share out its columns otherwise


def _part(block: TableBlock | TableSlice) -> TableSlice:
    return block if isinstance(block, TableSlice) else TableSlice(block, 0, len(block.rows))


class _Frames(NamedTuple):
    """Where a table's rows stand: in one column, or in several side by side on a wide wall."""

    laid: TableSet
    each: int
    parts: tuple[TableSlice, ...]

    @property
    def least(self) -> int:
        return max(self.laid.least(part) for part in self.parts)


def _frames(block: TableBlock | TableSlice, width: int, sheet: Sheet) -> _Frames:
    part = _part(block)
    if width <= sheet.longest("table_text"):
        return _Frames(set_table(part.table, width, sheet), width, (part,))
    count, each = _columns(part.table, width, sheet)
    laid = set_table(part.table, each, sheet)
    if count == 1 or laid.broken:
        return _Frames(laid, each, (part,))
    starts = [i for i in range(part.start, part.stop) if i == part.start or not part.table.rows[i].indent]
    groups = list(pairwise((*starts, part.stop)))
    parts = shared([sum(laid.heights[start:stop]) for start, stop in groups], count)
    return _Frames(
        laid,
        each,
        tuple(part._replace(start=groups[first][0], stop=groups[last - 1][1]) for first, last in parts),
    )


def _columns(table: TableBlock, width: int, sheet: Sheet) -> tuple[int, int]:
    """How many times a table stands side by side, and how wide it is: a row must be read across without losing it."""
    longest = sheet.longest("table_text")
    natural = natural_width(table, width, sheet)
    gutter = sheet.style.gutter * 2
    count, each = in_columns(width, longest, gutter)
    while count > 1 and (natural > each or len(table.rows) < count * 2 * sheet.style.fit.least_rows):
        count -= 1
        each = (width - (count - 1) * gutter) // count
    return count, each if count > 1 else min(width, max(longest, natural))


def measure(block: TableBlock | TableSlice, width: int, _room: int, sheet: Sheet) -> Extent:
    """Its rows, each with a little air at most."""
    frames = _frames(block, width, sheet)
    if frames.laid.broken:
        return Extent(NEVER, NEVER)
    least = [frames.laid.least(part) for part in frames.parts]
    rows = (part.stop - part.start for part in frames.parts)
    return Extent(max(least), max(low + STRETCH * count for low, count in zip(least, rows, strict=True)))


def draw(block: TableBlock | TableSlice, box: Box, sheet: Sheet) -> tuple[Placed, ...]:
    """A native table a column and the sparklines over it; spare height goes to the rows alike."""
    frames = _frames(block, box.cx, sheet)
    step = frames.each + sheet.style.gutter * 2
    rows = max(part.stop - part.start for part in frames.parts)
    spare = min(max(box.cy - frames.least, 0) // max(rows, 1), STRETCH)
    placed: list[Placed] = []
    for index, part in enumerate(frames.parts):
        place = Box(box.x + index * step, box.y, frames.each, box.cy)
        placed += _draw(part, frames.laid, place, spare, sheet)
    return tuple(placed)


def _draw(part: TableSlice, laid: TableSet, box: Box, spare: int, sheet: Sheet) -> tuple[Placed, ...]:
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
    return (drawn, *sparklines(part, drawn, sheet), *_links(part, drawn))


def _links(part: TableSlice, drawn: PlacedTable) -> Iterator[PlacedShape]:
    """An area over each row that leads to a slide: a link of its text would be blue and underlined."""
    top = drawn.box.y + drawn.rows[0].height
    for row, placed in zip(part.rows, drawn.rows[1:], strict=True):
        if row.link:
            said = " ".join(" ".join(cell.text.split()) for cell in row.cells if cell.text)
            yield PlacedShape("Link", drawn.box._replace(y=top, cy=placed.height), alt=said, link=row.link)
        top += placed.height


def _cell(setting: Setting, sides: tuple[int, int], pads: tuple[int, int], anchor: Anchor) -> PlacedCell:
    return PlacedCell(PlacedText(setting.paragraphs, anchor, (sides[0], pads[0], sides[1], pads[1])))


def split(
    block: TableBlock | TableSlice, width: int, height: int, page: int, sheet: Sheet
) -> tuple[TableSlice, TableBlock | TableSlice] | None:
    """Between rows, never parting 其中 rows from their whole where that can be helped; a giant row within its text."""
    part = _part(block)
    laid = _frames(part, width, sheet).laid
    if laid.broken or not part.rows:
        return None
    ways = counts(part.stop - part.start, sheet.style.fit.least_rows, alone=height >= page)
    if width <= sheet.longest("table_text"):
        fits = _rows_within(part, laid, height)
        cuts = [part.start + count for count in ways if count <= fits]
    else:
        lows = ((part.start + count, part._replace(stop=part.start + count)) for count in ways)
        cuts = [cut for cut, head in lows if _frames(head, width, sheet).least <= height]
    if not cuts:
        return _split_row(part, laid, width, height, page, sheet)
    cut = next((cut for cut in cuts if not part.table.rows[cut].indent), cuts[0])
    return part._replace(stop=cut), part._replace(start=cut)


def _rows_within(part: TableSlice, laid: TableSet, height: int) -> int:
    """How many rows of one column fit a height below the header."""
    used = laid.head_height
    for count, row in enumerate(laid.heights[part.start : part.stop]):
        used += row
        if used > height:
            return count
    return part.stop - part.start


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
