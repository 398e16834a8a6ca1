"""Text: paragraphs with bullets or without."""

from __future__ import annotations

from unitdeck.base.geometry import Box
from unitdeck.base.units import emu
from unitdeck.layout.blocks.kind import Extent, Kind
from unitdeck.layout.cut import cut_text
from unitdeck.layout.placed import Placed
from unitdeck.layout.sheet import Setting, Sheet, text_box
from unitdeck.layout.typeset import BULLET_HANG
from unitdeck.plan.blocks import TextBlock


def _set(block: TextBlock, width: int, sheet: Sheet) -> Setting:
    return sheet.set("\n".join(block.paragraphs), "text", width, bullet=block.bullets)


def measure(block: TextBlock, width: int, _room: int, sheet: Sheet) -> Extent:
    """Exactly its lines."""
    height = _set(block, width, sheet).height
    return Extent(height, height)


def draw(block: TextBlock, box: Box, sheet: Sheet) -> tuple[Placed, ...]:
    """One text box."""
    return (text_box("Text", box, _set(block, box.cx, sheet)),)


def split(block: TextBlock, width: int, height: int, page: int, sheet: Sheet) -> tuple[TextBlock, TextBlock] | None:
    """Between paragraphs and their lines; within a line only where it alone is higher than the page."""
    lines = tuple("\n".join(block.paragraphs).split("\n"))
    for count in range(len(lines) - 1, 0, -1):
        head = block._replace(paragraphs=lines[:count])
        if _set(head, width, sheet).height <= height:
            return head, block._replace(paragraphs=lines[count:])
    if _set(block._replace(paragraphs=lines[:1]), width, sheet).height <= page:
        return None
    hang = emu(sheet.size_pt("text") * BULLET_HANG) if block.bullets else 0
    parts = cut_text(lines[0], "text", width - hang, height, sheet)
    if parts is None or not parts[1]:
        return None
    return block._replace(paragraphs=parts[:1]), block._replace(paragraphs=(parts[1], *lines[1:]))


KIND = Kind(measure, draw, split)
