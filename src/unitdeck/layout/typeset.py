"""Text at a size: paragraphs with their measured lines and height, and where they are cut.

Line spacing is exact points (a multiple of the size, to half a point), so heights depend on no font.
"""

from __future__ import annotations

from collections.abc import Sequence

from unitdeck.base.richtext import Align, Paragraph, Run
from unitdeck.base.units import emu, pt
from unitdeck.layout.breaking import Line, break_lines, slice_runs
from unitdeck.layout.holding import hold
from unitdeck.layout.metrics import width_pt
from unitdeck.layout.placed import PlacedParagraph
from unitdeck.layout.stops import NO_START

BULLET_HANG = 1.0  # em from the bullet to its text
_SENTENCE_ENDS = frozenset("。！？；!?;")
_SEARCHED = 3  # a sentence's end is looked for in the last third of the lines before a cut


def line_height_pt(size_pt: float, spacing: float) -> float:
    """Return the exact line height of a size: ``spacing`` times the size, to half a point."""
    return round(spacing * size_pt * 2) / 2


def set_paragraph(
    runs: tuple[Run, ...],
    width_emu: int,
    size_pt: float,
    spacing: float,
    bold: bool = False,
    *,
    bullet: bool = False,
    before_pt: float = 0.0,
    align: Align = "l",
    color: str = "ink",
) -> PlacedParagraph:
    """Return a paragraph set at a size in a width; its lines are as high as its largest run asks.

    Its runs have newlines more than ``runs`` where a renderer could part a figure from its unit.
    """
    hang_pt = BULLET_HANG * size_pt if bullet else 0.0
    room_pt = pt(width_emu) - hang_pt
    largest = 1.0
    if len(runs) == 1:
        (run,) = runs
        largest = max(run.scale, 1.0)
        one_line = (
            "\n" not in run.text
            and width_pt(run.text, size_pt * run.scale, bold if run.bold is None else run.bold) <= room_pt
        )
    else:
        largest = max((1.0, *(run.scale for run in runs)))
        one_line = False
    lines = 1
    if not one_line:
        runs, lines = hold(runs, room_pt, size_pt, bold)
    return PlacedParagraph(
        runs,
        size_pt,
        line_height_pt(size_pt * largest, spacing),
        lines,
        before_pt,
        align,
        bold,
        color,
        hang_pt,
    )


def measure(
    paragraphs: tuple[Paragraph, ...], width_emu: int, size_pt: float, spacing: float, before: float, bold: bool = False
) -> tuple[PlacedParagraph, ...]:
    """Return the paragraphs set at a size; ``before`` is the space between them in multiples of the size."""
    space_pt = line_height_pt(size_pt, before)
    return tuple(
        set_paragraph(
            paragraph.runs,
            width_emu,
            size_pt,
            spacing,
            bold,
            bullet=paragraph.bullet,
            before_pt=space_pt if index else 0.0,
        )
        for index, paragraph in enumerate(paragraphs)
    )


def height_emu(paragraphs: Sequence[PlacedParagraph]) -> int:
    """Return the height of placed paragraphs."""
    return emu(sum([p.before_pt + p.lines * p.line_pt for p in paragraphs]))


def split(
    paragraphs: tuple[Paragraph, ...],
    width_emu: int,
    height_emu: int,
    size_pt: float,
    spacing: float,
    before: float,
    bold: bool = False,
) -> tuple[tuple[Paragraph, ...], tuple[Paragraph, ...]]:
    """Cut paragraphs in two: what a box holds at a size, and the rest, in order and nothing lost.

    The cut is between paragraphs; only one that no whole box holds is cut within, at a line's end, after a sentence
    where one ends near. Its rest goes without a bullet. The head is never empty: it has at least one paragraph, or one
    line of it, even if the box is lower than that; so cutting on and on comes to an end.
    """
    placed = measure(paragraphs, width_emu, size_pt, spacing, before, bold)
    room_pt = pt(height_emu)
    used_pt = 0.0
    for index, (paragraph, measured) in enumerate(zip(paragraphs, placed, strict=True)):
        height_pt = measured.lines * measured.line_pt
        if used_pt + measured.before_pt + height_pt <= room_pt:
            used_pt += measured.before_pt + height_pt
            continue
        lines = int((room_pt - used_pt - measured.before_pt) // measured.line_pt)
        if index and (height_pt <= room_pt or lines < 1):
            return paragraphs[:index], paragraphs[index:]
        head, tail = _cut(paragraph, pt(width_emu) - measured.hang_pt, size_pt, bold, max(lines, 1))
        return (*paragraphs[:index], head), (*tail, *paragraphs[index + 1 :])
    return paragraphs, ()


def _cut(
    paragraph: Paragraph, width_pt: float, size_pt: float, bold: bool, most: int
) -> tuple[Paragraph, tuple[Paragraph, ...]]:
    """Cut a paragraph after at most ``most`` lines; a newline at the cut vanishes with it."""
    lines = break_lines(paragraph.runs, width_pt, size_pt, bold)
    if len(lines) <= most:
        return paragraph, ()
    end = _sentence_end(paragraph.text, lines, most) or lines[most - 1].end
    start = end + (paragraph.text[end] == "\n")
    head = paragraph._replace(runs=slice_runs(paragraph.runs, 0, end))
    rest = slice_runs(paragraph.runs, start, len(paragraph.text))
    return head, (Paragraph(rest),) if rest else ()


def _sentence_end(text: str, lines: tuple[Line, ...], most: int) -> int:
    """Return the offset after the last sentence that ends in the last third of the lines, 0 where none does."""
    first = lines[most - most // _SEARCHED - 1].start
    last = lines[most - 1].end
    ends = (i for i in range(last, first + 1, -1) if text[i - 1] in _SENTENCE_ENDS and text[i] not in NO_START)
    return next(ends, 0)
