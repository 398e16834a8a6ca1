"""Cutting a text that is higher than a page."""

from __future__ import annotations

from unitdeck.base.richtext import Paragraph, Run
from unitdeck.base.units import emu
from unitdeck.layout.sheet import MARK, Sheet
from unitdeck.layout.typeset import line_height_pt, split


def cut_text(
    text: str, role: str, width: int, height: int, sheet: Sheet, *, bold: bool = False, spacing: float = 0.0
) -> tuple[str, str] | None:
    """Return the text in two parts, the first as long as fits ``height`` (EMU); the second may be ''.

    The cut is after a paragraph, else after a sentence that ends near, else after a line; bold that it falls into
    (``**``) ends in the first part and begins anew in the second. ``spacing`` is the one the text is set at, 0 for the
    template's. None where not even a line fits.
    """
    size, spacing = sheet.size_pt(role), spacing or sheet.style.line_spacing
    if emu(line_height_pt(size, spacing)) > height:
        return None
    paragraphs = tuple(Paragraph((Run(line),)) for line in text.split("\n"))
    head, tail = (_joined(part) for part in split(paragraphs, width, height, size, spacing, 0.0, bold or MARK in text))
    if head.endswith("*") and tail.startswith("*"):
        head, tail = head + "*", tail[1:]
    if tail and head.rpartition("\n")[2].count(MARK) % 2 and tail.partition("\n")[0].count(MARK) % 2:
        head, tail = head + MARK, MARK + tail
    return head, tail


def _joined(paragraphs: tuple[Paragraph, ...]) -> str:
    return "\n".join(paragraph.text for paragraph in paragraphs)
