"""Callout: a sentence that matters, beside a coloured bar."""

from __future__ import annotations

from unitdeck.base.geometry import Box
from unitdeck.base.richtext import Run
from unitdeck.layout.blocks.kind import Extent, Kind, whole
from unitdeck.layout.placed import Placed
from unitdeck.layout.sheet import Setting, Sheet, pad, read_marks, surface, text_box
from unitdeck.plan.blocks import CalloutBlock

BAR = pad(3.5)
INDENT = pad(15)


def _set(block: CalloutBlock, width: int, sheet: Sheet) -> Setting:
    lines = [read_marks(line) for line in block.text.split("\n")]
    if block.label:
        lines[0] = (Run(block.label, True, "accent"), Run("　" if sheet.lang == "zh" else "  "), *lines[0])
    return sheet.set_runs(lines, "callout", width - INDENT)


def measure(block: CalloutBlock, width: int, _room: int, sheet: Sheet) -> Extent:
    """Exactly its text."""
    height = _set(block, width, sheet).height
    return Extent(height, height)


def draw(block: CalloutBlock, box: Box, sheet: Sheet) -> tuple[Placed, ...]:
    """Bar and text."""
    return (
        surface("Callout bar", Box(box.x, box.y, BAR, box.cy), block.tone),
        text_box("Callout", box.inset(INDENT, 0, 0, 0), _set(block, box.cx, sheet), "ctr"),
    )


KIND = Kind(measure, draw, whole)
