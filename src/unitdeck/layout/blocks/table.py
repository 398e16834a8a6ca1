"""Tables: columns by need, rows by their measured text, pages with the header repeated."""

from __future__ import annotations

from typing import NamedTuple

from unitdeck.base.geometry import Box
from unitdeck.base.units import emu, pt
from unitdeck.layout.blocks.kind import Extent, Kind
from unitdeck.layout.columns import share
from unitdeck.layout.cut import cut_text
from unitdeck.layout.metrics import width_pt
from unitdeck.layout.placed import Anchor, Placed, PlacedCell, PlacedRow, PlacedTable, PlacedText
from unitdeck.layout.sheet import Setting, Sheet, pad
from unitdeck.plan.blocks import Cell, Column, Row, TableBlock

PAD_X = pad(9)
INDENT = pad(18)
NEVER = pad(100_000)  # the height of a table that is too wide for its type
STRETCH = pad(20)  # how much higher than its text a row may grow
HEAD_GAP = pad(5)
HEAD_RULE_PT, ROW_RULE_PT = 1.5, 0.75
SPACING = 1.3
FIGURE = "0123456789,.+−≤≥%"  # what a figure consists of
SHORT_EM = 7.2  # words as short as this (a date, a status) are never broken
LEAST_EM = 5.0  # a column of text is never narrower than so many Han characters,
TIGHT_EM = 3.0  # but at the least legible size


class TableSlice(NamedTuple):
    """The rows of a table from ``start`` to ``stop`` that stand on one page; all pages share the table's columns."""

    table: TableBlock
    start: int
    stop: int

    @property
    def rows(self) -> tuple[Row, ...]:
        """Its rows."""
        return self.table.rows[self.start : self.stop]


class _Set(NamedTuple):
    """A whole table measured at its width: heights in EMU without spare.

    ``broken``: at this type the columns are narrower than their figures and short words, so nothing was measured.
    """

    widths: tuple[int, ...]
    head_height: int
    heights: tuple[int, ...]
    broken: bool

    def least(self, part: TableSlice) -> int:
        return self.head_height + sum(self.heights[part.start : part.stop])


def _part(block: TableBlock | TableSlice) -> TableSlice:
    return block if isinstance(block, TableSlice) else TableSlice(block, 0, len(block.rows))


def _pad_y(sheet: Sheet) -> int:
    return pad(7 - 3 * sheet.density)


def _insets(index: int, count: int, indent: bool) -> tuple[int, int]:
    """Left and right: the outer edges align with the page's margin."""
    left = 0 if index == 0 else PAD_X
    return left + (INDENT if indent and index == 0 else 0), 0 if index == count - 1 else PAD_X


class _Look(NamedTuple):
    """What a cell prints and how: ``lines`` with their widths at a size of 1 pt, in points."""

    text: str
    bold: bool
    color: str
    lines: tuple[tuple[str, float], ...]


def _look(cell: Cell, column: Column, row: Row) -> _Look:
    text = f"{cell.mark} {cell.text}" if cell.mark and cell.text else cell.text
    bold = bool(cell.bold or cell.tone or (column.bold and not row.indent))
    lines = tuple((line, width_pt(line, 1.0, bold)) for line in text.split("\n"))
    return _Look(text, bold, cell.tone or ("sub" if column.quiet else "ink"), lines)


def _looks(block: TableBlock, sheet: Sheet) -> list[list[_Look]]:
    """Every cell by row and column: the same at every density."""
    return sheet._replace(density=0.0).once(
        "looks",
        block,
        0,
        lambda: [
            [_look(cell, column, row) for cell, column in zip(row.cells, block.columns, strict=True)]
            for row in block.rows
        ],
    )


class _Need(NamedTuple):
    """The widths of a column (EMU): below ``least`` a figure or a short word would break; ``typical`` is the mean."""

    least: int
    natural: int
    typical: float


def _need(column: Column, index: int, block: TableBlock, sheet: Sheet) -> _Need:
    """What a column needs: figures and short words are never broken, longer texts may be."""
    size, head = sheet.size_pt("table_text"), sheet.size_pt("table_head")
    left, right = _insets(index, len(block.columns), False)
    padding = left + right + pad(1)
    lines = [
        (line, emu(width * size) + (INDENT if row.indent and index == 0 else 0))
        for row, looks in zip(block.rows, _looks(block, sheet), strict=True)
        for line, width in looks[index].lines
    ]
    widths = [width for _, width in lines]
    heading = max(emu(width_pt(line, head)) for line in column.heading.split("\n"))
    unbroken = emu(size * SHORT_EM)
    least = max(
        max((width for line, width in lines if width <= unbroken or not line.strip(FIGURE)), default=0),
        emu(size * (LEAST_EM if sheet.density < 1 else TIGHT_EM)) if any(width > unbroken for width in widths) else 0,
        min(heading, emu(head * LEAST_EM)),
    )
    natural = max([least, heading, *widths])
    return _Need(least + padding, natural + padding, sum(widths, heading) / (len(widths) + 1))


def _set(block: TableBlock, width: int, sheet: Sheet) -> _Set:
    return sheet.once("table", block, width, lambda: _set_table(block, width, sheet))


def _set_table(block: TableBlock, width: int, sheet: Sheet) -> _Set:
    count = len(block.columns)
    needs = [_need(column, index, block, sheet) for index, column in enumerate(block.columns)]
    weights = [column.weight * (need.typical + 1) for column, need in zip(block.columns, needs, strict=True)]
    widths = share(width, [(need.least, need.natural) for need in needs], weights)
    head_height = max(
        (
            sheet.height(column.heading, "table_head", _inner(widths[i], i, count, False), spacing=SPACING)
            for i, column in enumerate(block.columns)
        ),
        default=0,
    )
    pad_y = _pad_y(sheet)
    broken = sum(need.least for need in needs) > width and sheet.density < 1
    heights = () if broken else tuple(height + 2 * pad_y for height in _row_heights(block, widths, sheet))
    return _Set(widths, head_height + HEAD_GAP, heights, broken)


def _row_heights(block: TableBlock, widths: tuple[int, ...], sheet: Sheet) -> list[int]:
    """The height of each row's text; most cells are one line, which their width tells at once."""
    size, count = sheet.size_pt("table_text"), len(widths)
    one = sheet.lines_height(1, "table_text", SPACING)
    heights = []
    for row, looks in zip(block.rows, _looks(block, sheet), strict=True):
        height = one
        for index, look in enumerate(looks):
            inner = _inner(widths[index], index, count, row.indent)
            if len(look.lines) > 1 or look.lines[0][1] * size > pt(inner):
                cell = sheet.height(look.text, "table_text", inner, bold=look.bold, spacing=SPACING)
                height = max(height, cell)
        heights.append(height)
    return heights


def _head_settings(block: TableBlock, widths: tuple[int, ...], sheet: Sheet) -> list[Setting]:
    return [
        sheet.set(
            column.heading,
            "table_head",
            _inner(widths[i], i, len(widths), False),
            color="sub",
            align=column.align,
            spacing=SPACING,
        )
        for i, column in enumerate(block.columns)
    ]


def _row_settings(block: TableBlock, number: int, widths: tuple[int, ...], sheet: Sheet) -> list[Setting]:
    indent = block.rows[number].indent
    return [
        sheet.set(
            look.text,
            "table_text",
            _inner(widths[i], i, len(widths), indent),
            bold=look.bold,
            color=look.color,
            align=column.align,
            spacing=SPACING,
        )
        for i, (look, column) in enumerate(zip(_looks(block, sheet)[number], block.columns, strict=True))
    ]


def _inner(width: int, index: int, count: int, indent: bool) -> int:
    left, right = _insets(index, count, indent)
    return width - left - right


def measure(block: TableBlock | TableSlice, width: int, _room: int, sheet: Sheet) -> Extent:
    """Its rows, each with a little air at most."""
    part = _part(block)
    laid = _set(part.table, width, sheet)
    if laid.broken:
        return Extent(NEVER, NEVER)
    least = laid.least(part)
    return Extent(least, least + STRETCH * (part.stop - part.start))


def draw(block: TableBlock | TableSlice, box: Box, sheet: Sheet) -> tuple[Placed, ...]:
    """One native table; spare height goes to the rows alike."""
    part = _part(block)
    laid = _set(part.table, box.cx, sheet)
    spare = min(max(box.cy - laid.least(part), 0) // max(part.stop - part.start, 1), STRETCH)
    count = len(part.table.columns)
    pads = (_pad_y(sheet), _pad_y(sheet))
    header = PlacedRow(
        laid.head_height,
        tuple(
            _cell(setting, _insets(i, count, False), (0, HEAD_GAP), "b")
            for i, setting in enumerate(_head_settings(part.table, laid.widths, sheet))
        ),
        "ink",
        HEAD_RULE_PT,
    )
    rows = tuple(
        PlacedRow(
            laid.heights[number] + spare,
            tuple(
                _cell(setting, _insets(i, count, row.indent), pads, "ctr")
                for i, setting in enumerate(_row_settings(part.table, number, laid.widths, sheet))
            ),
            "line",
            ROW_RULE_PT,
        )
        for number, row in enumerate(part.rows, part.start)
    )
    total = sum(row.height for row in rows) + header.height
    return (PlacedTable("Table", box._replace(cy=total), laid.widths, (header, *rows), part.table.alt),)


def _cell(setting: Setting, sides: tuple[int, int], pads: tuple[int, int], anchor: Anchor) -> PlacedCell:
    return PlacedCell(PlacedText(setting.paragraphs, anchor, (sides[0], pads[0], sides[1], pads[1])))


def split(
    block: TableBlock | TableSlice, width: int, height: int, page: int, sheet: Sheet
) -> tuple[TableSlice, TableBlock | TableSlice] | None:
    """Between rows, never parting 其中 rows from their whole where that can be helped; a giant row within its text."""
    part = _part(block)
    laid = _set(part.table, width, sheet)
    if laid.broken or not part.rows:
        return None
    used, cut = laid.head_height, part.start
    while cut < part.stop and used + laid.heights[cut] <= height:
        used += laid.heights[cut]
        cut += 1
    cut = min(cut, part.stop - 1)
    if cut == part.start:
        return _split_row(part, laid, height, page, sheet)
    whole = cut
    while whole > part.start and part.table.rows[whole].indent:
        whole -= 1
    if whole > part.start:
        cut = whole
    return part._replace(stop=cut), part._replace(start=cut)


def _split_row(
    part: TableSlice, laid: _Set, height: int, page: int, sheet: Sheet
) -> tuple[TableSlice, TableBlock] | None:
    """Cut the first row: each cell's text that fits stays, the rest goes to a row of its own on the next page."""
    room = height - laid.head_height - 2 * _pad_y(sheet)
    row = part.rows[0]
    if laid.heights[part.start] <= page - laid.head_height or room <= 0:
        return None
    heads, tails = [], []
    for index, cell in enumerate(row.cells):
        inner = _inner(laid.widths[index], index, len(row.cells), row.indent)
        parts = cut_text(cell.text, "table_text", inner, room * 9 // 10, sheet, bold=True, spacing=SPACING)
        if parts is None:
            return None
        heads.append(cell._replace(text=parts[0]))
        tails.append(cell._replace(text=parts[1]))
    if not any(cell.text for cell in tails):
        return None
    head = part.table._replace(rows=(row._replace(cells=tuple(heads)),))
    tail = part.table._replace(rows=(row._replace(cells=tuple(tails)), *part.rows[1:]))
    return TableSlice(head, 0, 1), tail


KIND = Kind(measure, draw, split)
