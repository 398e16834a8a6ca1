"""Callout: a sentence that matters, beside a coloured bar."""

from __future__ import annotations

from unitdeck.base.geometry import Box
from unitdeck.base.richtext import Run
from unitdeck.layout.blocks.kind import Extent, Kind
from unitdeck.layout.cut import cut_text
from unitdeck.layout.orphans import evened
from unitdeck.layout.placed import Placed
from unitdeck.layout.sheet import Setting, Sheet, pad, read_marks, surface, text_box
from unitdeck.plan.blocks import CalloutBlock

BAR = pad(3.5)
INDENT = pad(15)
NARROWER_EM = 4  # so much narrower a text may be to be without a last line of one or two characters


def _space(sheet: Sheet) -> str:
    return "　" if sheet.lang == "zh" else "  "


def _inner(width: int, sheet: Sheet) -> int:
    return min(width - INDENT, sheet.longest("callout"))


def _set(block: CalloutBlock, inner: int, sheet: Sheet) -> Setting:
    return sheet.once("callout", block, inner, lambda: _said(block, inner, sheet))


def _said(block: CalloutBlock, inner: int, sheet: Sheet) -> Setting:
    lines = [read_marks(line) for line in block.text.split("\n")]
    if block.label:
        lines[0] = (Run(block.label, True, "accent"), Run(_space(sheet)), *lines[0])
    return sheet.set_runs(lines, "callout", inner)


def measure(block: CalloutBlock, width: int, _room: int, sheet: Sheet) -> Extent:
    """Exactly its text."""
    height = _set(block, _inner(width, sheet), sheet).height
    return Extent(height, height)


def draw(block: CalloutBlock, box: Box, sheet: Sheet) -> tuple[Placed, ...]:
    """Bar and text."""
    setting, width = evened(lambda inner: _set(block, inner, sheet), _inner(box.cx, sheet), NARROWER_EM)
    return (
        surface("Callout bar", Box(box.x, box.y, BAR, box.cy), block.tone),
        text_box("Callout", Box(box.x + INDENT, box.y, width, box.cy), setting, "ctr"),
    )


def split(
    block: CalloutBlock, width: int, height: int, page: int, sheet: Sheet
) -> tuple[CalloutBlock, CalloutBlock] | None:
    """Within its text where no page holds it, with the label before the first part only; None under two lines."""
    if _set(block, _inner(width, sheet), sheet).height <= page:
        return None
    lead = f"{block.label}{_space(sheet)}" if block.label else ""
    spare = sheet.set(" ", "callout", width).height  # a bold label may take a line more
    parts = cut_text(lead + block.text, "callout", _inner(width, sheet), height - spare, sheet)
    if parts is None or len(parts[0]) <= len(lead) or not parts[1]:
        return None
    return block._replace(text=parts[0][len(lead) :]), block._replace(label="", text=parts[1])


KIND = Kind(measure, draw, split)
