"""Text: paragraphs with bullets or without, in columns where lines would be too long to read."""

from __future__ import annotations

from unitdeck.base.geometry import Box
from unitdeck.base.units import emu
from unitdeck.layout.blocks.kind import Extent, Kind
from unitdeck.layout.cut import cut_text
from unitdeck.layout.parting import counts, in_columns, shared
from unitdeck.layout.placed import Placed
from unitdeck.layout.sheet import BULLET_SPACE, Setting, Sheet, text_box
from unitdeck.layout.typeset import BULLET_HANG, line_height_pt
from unitdeck.plan.blocks import TextBlock


def _set(lines: tuple[str, ...], block: TextBlock, width: int, sheet: Sheet) -> Setting:
    return sheet.set("\n".join(lines), "text", width, bullet=block.bullets)


def _lines(block: TextBlock) -> tuple[str, ...]:
    return tuple("\n".join(block.paragraphs).split("\n"))


def _gutter(sheet: Sheet) -> int:
    return sheet.style.gutter * 2


def _columns(block: TextBlock, width: int, sheet: Sheet) -> tuple[int, tuple[Setting, ...]]:
    """The width of a column, and what stands in each."""
    count, each = in_columns(width, sheet.longest("text"), _gutter(sheet))
    lines = _lines(block)
    if count == 1:
        return each, (_set(lines, block, each, sheet),)
    gap = emu(line_height_pt(sheet.size_pt("text"), BULLET_SPACE)) if block.bullets else 0
    heights = [_set((line,), block, each, sheet).height for line in lines]
    parts = shared(heights, count, gap)
    return each, tuple(_set(lines[start:stop], block, each, sheet) for start, stop in parts)


def measure(block: TextBlock, width: int, _room: int, sheet: Sheet) -> Extent:
    """Exactly its lines."""
    height = max(setting.height for setting in _columns(block, width, sheet)[1])
    return Extent(height, height)


def draw(block: TextBlock, box: Box, sheet: Sheet) -> tuple[Placed, ...]:
    """A text box a column."""
    each, settings = _columns(block, box.cx, sheet)
    step = each + _gutter(sheet)
    return tuple(
        text_box("Text", Box(box.x + index * step, box.y, each, box.cy), setting)
        for index, setting in enumerate(settings)
    )


def split(block: TextBlock, width: int, height: int, page: int, sheet: Sheet) -> tuple[TextBlock, TextBlock] | None:
    """Between paragraphs and their lines; within a line only where it alone is higher than the page."""
    lines = _lines(block)
    for count in counts(len(lines), sheet.style.fit.least_rows, alone=height >= page):
        head = block._replace(paragraphs=lines[:count])
        if measure(head, width, page, sheet).least <= height:
            return head, block._replace(paragraphs=lines[count:])
    _, each = in_columns(width, sheet.longest("text"), _gutter(sheet))
    if _set(lines[:1], block, each, sheet).height <= page:
        return None
    hang = emu(sheet.size_pt("text") * BULLET_HANG) if block.bullets else 0
    parts = cut_text(lines[0], "text", each - hang, height, sheet)
    if parts is None or not parts[1]:
        return None
    return block._replace(paragraphs=parts[:1]), block._replace(paragraphs=(parts[1], *lines[1:]))


KIND = Kind(measure, draw, split)
