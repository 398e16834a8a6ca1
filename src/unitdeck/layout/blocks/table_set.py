"""Tables set in type: what each cell prints, what each column needs, how high each row is at a width."""

from typing import NamedTuple

from unitdeck.base.units import emu, pt
from unitdeck.layout.columns import share
from unitdeck.layout.metrics import width_pt
from unitdeck.layout.sheet import Setting, Sheet, pad
from unitdeck.plan.blocks import Cell, Column, Row, TableBlock

PAD_X = pad(9)
INDENT = pad(18)
HEAD_GAP = pad(5)
SPACING = 1.3
FIGURE = "0123456789,.+−≤≥%"  # what a figure consists of
SHORT_EM = 7.2  # words as short as this (a date, a status) are never broken
LEAST_EM = 5.0  # a column of text is never narrower than so many Han characters,
TIGHT_EM = 3.0  # but at the least legible size
HAIR = pad(0.4)  # LibreOffice rounds a cell's edges and insets, and each script's part of a line
SPARK_EM = 6.0  # the width of a sparkline


class TableSlice(NamedTuple):
    """The rows of a table from ``start`` to ``stop`` that stand on one page; all pages share the table's columns."""

    table: TableBlock
    start: int
    stop: int

    @property
    def rows(self) -> tuple[Row, ...]:
        """Its rows."""
        return self.table.rows[self.start : self.stop]


class TableSet(NamedTuple):
    """A whole table measured at its width: heights in EMU without spare.

    ``broken``: at this type the columns are narrower than their figures and short words, so nothing was measured.
    """

    widths: tuple[int, ...]
    head_height: int
    heights: tuple[int, ...]
    broken: bool

    def least(self, part: TableSlice) -> int:
        """Return how high the rows of a page are with the header (EMU)."""
        return self.head_height + sum(self.heights[part.start : part.stop])


def pad_y(sheet: Sheet) -> int:
    """Return the room above and below a cell's text (EMU)."""
    return pad(7 - 3 * sheet.density)


def insets(index: int, count: int, indent: bool) -> tuple[int, int]:
    """Return the room left and right of a cell's text (EMU): the outer edges align with the page's margin."""
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
    return sheet.ever(
        "looks",
        block,
        0,
        lambda: [
            [_look(cell, column, row) for cell, column in zip(row.cells, block.columns, strict=True)]
            for row in block.rows
        ],
    )


class _Entries(NamedTuple):
    """What stands in a column: the widths of its lines at a size of 1 pt, in points, each with its indent (EMU).

    ``spark``: it has sparklines.
    """

    heading: float
    figures: tuple[tuple[float, int], ...]
    texts: tuple[tuple[float, int], ...]
    spark: bool


def _entries(block: TableBlock, sheet: Sheet) -> list[_Entries]:
    """What stands in every column: the same at every density."""
    looks = _looks(block, sheet)
    return sheet.ever(
        "entries",
        block,
        0,
        lambda: [_entries_of(column, index, block.rows, looks) for index, column in enumerate(block.columns)],
    )


def _entries_of(column: Column, index: int, rows: tuple[Row, ...], looks: list[list[_Look]]) -> _Entries:
    figures: list[tuple[float, int]] = []
    texts: list[tuple[float, int]] = []
    for row, cells in zip(rows, looks, strict=True):
        for line, width in cells[index].lines:
            (texts if line.strip(FIGURE) else figures).append((width, INDENT if row.indent and index == 0 else 0))
    heading = max(width_pt(line, 1.0) for line in column.heading.split("\n"))
    return _Entries(heading, tuple(figures), tuple(texts), any(row.cells[index].spark for row in rows))


class _Need(NamedTuple):
    """The widths of a column (EMU): below ``least`` a figure or a short word would break; ``typical`` is the mean."""

    least: int
    natural: int
    typical: float


def _needs(block: TableBlock, sheet: Sheet) -> list[_Need]:
    count = len(block.columns)
    return [_need(entries, insets(i, count, False), sheet) for i, entries in enumerate(_entries(block, sheet))]


def _need(column: _Entries, sides: tuple[int, int], sheet: Sheet) -> _Need:
    """What a column needs: figures and short words are never broken, longer texts may be."""
    size, head = sheet.size_pt("table_text"), sheet.size_pt("table_head")
    padding = sum(sides) + pad(1)
    figures = [emu(width * size) + indent for width, indent in column.figures]
    texts = [emu(width * size) + indent for width, indent in column.texts]
    heading, unbroken = emu(column.heading * head), emu(size * SHORT_EM)
    widest = max([0, *figures, *texts])
    least = max(
        0,
        *figures,
        *(width for width in texts if width <= unbroken),
        emu(size * (LEAST_EM if sheet.density < 1 else TIGHT_EM)) if widest > unbroken else 0,
        min(heading, emu(head * LEAST_EM)),
        emu(size * SPARK_EM) if column.spark else 0,
    )
    typical = (sum(figures) + sum(texts) + heading) / (len(figures) + len(texts) + 1)
    return _Need(least + padding, max(least, heading, widest) + padding, typical)


def natural_width(block: TableBlock, width: int, sheet: Sheet) -> int:
    """Return how wide a table is with every cell in one line (EMU), found once a density; ``width`` is its page's."""
    return sheet.once(
        "natural",
        block,
        width,
        lambda: sum(need.natural for need in _needs(block, sheet)),
    )


def set_table(block: TableBlock, width: int, sheet: Sheet) -> TableSet:
    """Return a whole table measured at a width (EMU), once a deck."""
    return sheet.once("table", block, width, lambda: _measured(block, width, sheet))


def _measured(block: TableBlock, width: int, sheet: Sheet) -> TableSet:
    count = len(block.columns)
    needs = _needs(block, sheet)
    weights = [column.weight * (need.typical + 1) for column, need in zip(block.columns, needs, strict=True)]
    widths = share(width, [(need.least, need.natural) for need in needs], weights)
    head_height = max(
        (
            sheet.height(column.heading, "table_head", inner_width(widths[i], i, count, False), spacing=SPACING)
            for i, column in enumerate(block.columns)
        ),
        default=0,
    )
    pads = 2 * pad_y(sheet)
    broken = sum(need.least for need in needs) > width and sheet.density < 1
    heights = () if broken else tuple(height + pads for height in _row_heights(block, widths, sheet))
    return TableSet(widths, head_height + HEAD_GAP, heights, broken)


def _row_heights(block: TableBlock, widths: tuple[int, ...], sheet: Sheet) -> list[int]:
    """The height of each row's text; most cells are one line, which their width tells at once."""
    size, count = sheet.size_pt("table_text"), len(widths)
    one = sheet.lines_height(1, "table_text", SPACING)
    heights = []
    plain, indented = (
        [inner_width(width, i, count, indent) for i, width in enumerate(widths)] for indent in (False, True)
    )
    for row, looks in zip(block.rows, _looks(block, sheet), strict=True):
        height = one
        for look, inner in zip(looks, indented if row.indent else plain, strict=True):
            if len(look.lines) > 1 or look.lines[0][1] * size > pt(inner):
                cell = sheet.height(look.text, "table_text", inner, bold=look.bold, spacing=SPACING)
                height = max(height, cell)
        heights.append(height)
    return heights


def head_settings(block: TableBlock, widths: tuple[int, ...], sheet: Sheet) -> list[Setting]:
    """Return the headings of the columns, set at their widths."""
    return [
        sheet.set(
            column.heading,
            "table_head",
            inner_width(widths[i], i, len(widths), False),
            color="sub",
            align=column.align,
            spacing=SPACING,
        )
        for i, column in enumerate(block.columns)
    ]


def row_settings(block: TableBlock, number: int, widths: tuple[int, ...], sheet: Sheet) -> list[Setting]:
    """Return the texts of the row of that number, set at their widths."""
    indent = block.rows[number].indent
    return [
        sheet.set(
            look.text,
            "table_text",
            inner_width(widths[i], i, len(widths), indent),
            bold=look.bold,
            color=look.color,
            align=column.align,
            spacing=SPACING,
        )
        for i, (look, column) in enumerate(zip(_looks(block, sheet)[number], block.columns, strict=True))
    ]


def inner_width(width: int, index: int, count: int, indent: bool) -> int:
    """Return the width that a column leaves its text: a hair less than there is, for renderers round it."""
    left, right = insets(index, count, indent)
    return width - left - right - HAIR
