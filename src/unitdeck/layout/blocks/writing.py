"""Writing: areas in a grid that a person fills in, each under the name of what is written there."""

from __future__ import annotations

from typing import NamedTuple

from unitdeck.base.geometry import Box
from unitdeck.layout.blocks.kind import Extent, Kind
from unitdeck.layout.parting import counts
from unitdeck.layout.placed import Placed, PlacedParagraph, PlacedShape, PlacedText
from unitdeck.layout.sheet import Setting, Sheet, pad, surface, text_box
from unitdeck.layout.typeset import line_height_pt
from unitdeck.plan.blocks import Area, WritingBlock

PAD_X, PAD_Y = pad(17), pad(12)
RULE = pad(3)
BETWEEN = pad(6)
LINES = 2  # of writing that an area has room for at least
_COLUMNS = {1: 1, 2: 2, 3: 3, 4: 2}
_MOST_COLUMNS = 3
_HIGHEST = pad(100_000)  # areas take all the height there is
_SPACING = 1.35


class _Grid(NamedTuple):
    """Areas in a width: how many abreast, how wide each (EMU), and the least height of each row."""

    columns: int
    each: int
    heights: tuple[int, ...]

    def least(self, sheet: Sheet) -> int:
        return sum(self.heights) + sheet.style.gutter * (len(self.heights) - 1)


def _label(area: Area, each: int, sheet: Sheet) -> Setting:
    return sheet.set(area.label, "card_title", each - 2 * PAD_X, bold=True, spacing=_SPACING)


def _text(area: Area, each: int, sheet: Sheet) -> Setting:
    return sheet.set(area.text, "card_text", each - 2 * PAD_X)


def _needs(area: Area, each: int, sheet: Sheet) -> int:
    written = max(_text(area, each, sheet).height, sheet.lines_height(LINES, "card_text"))
    return RULE + 2 * PAD_Y + _label(area, each, sheet).height + BETWEEN + written


def _grid(block: WritingBlock, width: int, sheet: Sheet) -> _Grid:
    count = len(block.areas)
    columns = _COLUMNS.get(count, _MOST_COLUMNS)
    each = (width - (columns - 1) * sheet.style.gutter) // columns
    needs = [_needs(area, each, sheet) for area in block.areas]
    return _Grid(columns, each, tuple(max(needs[at : at + columns]) for at in range(0, count, columns)))


def measure(block: WritingBlock, width: int, _room: int, sheet: Sheet) -> Extent:
    """Room for a few lines at least, for as many as the page has at most."""
    return Extent(_grid(block, width, sheet).least(sheet), _HIGHEST)


def draw(block: WritingBlock, box: Box, sheet: Sheet) -> tuple[Placed, ...]:
    """Surfaces of one height a row, each with its name and a text box to type in."""
    grid = _grid(block, box.cx, sheet)
    spare = max(box.cy - grid.least(sheet), 0) // len(grid.heights)
    placed: list[Placed] = []
    top = box.y
    for row, height in enumerate(grid.heights):
        for column, area in enumerate(block.areas[row * grid.columns : (row + 1) * grid.columns]):
            place = Box(box.x + column * (grid.each + sheet.style.gutter), top, grid.each, height + spare)
            placed += _area(row * grid.columns + column + 1, area, place, sheet)
        top += height + spare + sheet.style.gutter
    return tuple(placed)


def _area(number: int, area: Area, place: Box, sheet: Sheet) -> tuple[Placed, ...]:
    label = _label(area, place.cx, sheet)
    inner = place.inset(PAD_X, RULE + PAD_Y, PAD_X, PAD_Y)
    below = inner.inset(0, label.height + BETWEEN, 0, 0)
    size = sheet.size_pt("card_text")
    blank = PlacedParagraph((), size, line_height_pt(size, sheet.style.line_spacing), 1)
    paragraphs = _text(area, place.cx, sheet).paragraphs or (blank,)
    return (
        surface(f"Area {number}", place),
        surface(f"Area {number} rule", place._replace(cy=RULE), "accent"),
        text_box(f"Area {number} name", inner._replace(cy=label.height), label),
        PlacedShape(f"Area {number} text", below, text=PlacedText(paragraphs)),
    )


def split(
    block: WritingBlock, width: int, height: int, page: int, sheet: Sheet
) -> tuple[WritingBlock, WritingBlock] | None:
    """Between areas."""
    areas = block.areas
    for count in counts(len(areas), 1, alone=height >= page):
        head = WritingBlock(areas[:count])
        if count < len(areas) and measure(head, width, page, sheet).least <= height:
            return head, WritingBlock(areas[count:])
    return None


KIND = Kind(measure, draw, split)
