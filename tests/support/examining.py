"""A deck's rendered pages examined: its faults, and figures that can be added up over decks."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import NamedTuple

from support.comparing import Fault, faults, ink_beyond, rules_off
from support.fonts import characters
from support.matching import Char, Found, Matched, match
from support.rendering import Page, read_pages
from support.typography import bad_marks, half_dots, splits
from unitdeck.layout.metrics import width_pt
from unitdeck.layout.placed import PlacedDeck, PlacedParagraph, PlacedTable

_EXTREMES = frozenset({"height_over", "width_most", "beside", "above", "row_off"})
_LONG = 6  # characters: the ink of a shorter line says little about its width


class Measured(NamedTuple):
    """Figures of rendered decks. Heights and widths are rendered over measured, lengths are points.

    ``fewer``, ``equal`` and ``more`` count texts by their rendered lines against the measured ones; ``height_over`` is
    the largest surplus of a text's rendered height, ``height_rate`` all rendered height by all measured;
    ``width_most`` is the widest line's; ``beside`` and ``above`` how far ink stands out of a box at
    the most, ``row_off`` a row's rule from its place.
    """

    decks: int = 0
    pages: int = 0
    boxes: int = 0
    cells: int = 0
    words: int = 0
    faults: int = 0
    fewer: int = 0
    equal: int = 0
    more: int = 0
    height_over: float = -1e9
    rendered_pt: float = 0.0
    measured_pt: float = 0.0
    width_most: float = 0.0
    width_sum: float = 0.0
    width_count: int = 0
    beside: float = -1e9
    above: float = -1e9
    row_off: float = 0.0
    marks: int = 0
    splits: int = 0
    dots: int = 0

    def plus(self, other: Measured) -> Measured:
        """Return the figures of both."""
        return Measured(
            *(
                max(one, two) if name in _EXTREMES else one + two
                for name, one, two in zip(self._fields, self, other, strict=True)
            )
        )


class Examined(NamedTuple):
    """What was found on a deck's pages."""

    faults: list[Fault]
    marks: list[str]
    splits: list[str]
    measured: Measured


def examine(deck: PlacedDeck, pdf: Path, situation: str) -> Examined:
    """Compare a placed deck with its PDF, rendered in a situation (a key of SITUATIONS)."""
    return compare(deck, read_pages(pdf), characters(situation))


def compare(deck: PlacedDeck, pages: tuple[Page, ...], drawable: frozenset[str]) -> Examined:
    """Compare a placed deck with its rendered pages; ``drawable`` are the characters that the fonts have."""
    if len(pages) != len(deck.slides):
        return Examined(faults(deck, pages, ()), [], [], Measured(decks=1, faults=1))
    matched = tuple(match(slide, page, drawable) for slide, page in zip(deck.slides, pages, strict=True))
    wrong = faults(deck, pages, matched)
    texts = [(slide.number, text) for slide, page in zip(deck.slides, matched, strict=True) for text in page.found]
    marks = [f"page {number}: {bad}" for number, text in texts for bad in bad_marks(text)]
    parted = [f"page {number}: {bad}" for number, text in texts for bad in splits(text)]
    dots = sum(1 for _, text in texts for _ in half_dots(text))
    total = _count(deck, matched)._replace(
        faults=len(wrong), marks=len(marks), splits=len(parted), dots=dots, row_off=_row_off(deck, pages)
    )
    for _, text in texts:
        total = total.plus(_measure(text))
    return Examined(wrong, marks, parted, total)


def _count(deck: PlacedDeck, matched: tuple[Matched, ...]) -> Measured:
    tables = [item for slide in deck.slides for item in slide.items if isinstance(item, PlacedTable)]
    cells = sum(len(row.cells) for table in tables for row in table.rows)
    texts = sum(len(page.found) for page in matched)
    chars = sum(len(text.chars) for page in matched for text in page.found)
    return Measured(decks=1, pages=len(deck.slides), boxes=texts - cells, cells=cells, words=chars)


def _row_off(deck: PlacedDeck, pages: tuple[Page, ...]) -> float:
    return max(
        (
            abs(off)
            for slide, page in zip(deck.slides, pages, strict=True)
            for item in slide.items
            if isinstance(item, PlacedTable)
            for _, off in rules_off(page, item)
        ),
        default=0.0,
    )


def _measure(text: Found) -> Measured:
    paragraphs = text.written.text.paragraphs
    lines = list(text.lines())
    if not lines:
        return Measured()
    surplus = height = 0.0
    more = 0
    for number, paragraph in enumerate(paragraphs):
        rendered = sum(1 for line_of, _ in lines if line_of == number)
        # What cannot be seen (an empty line, an emoji alone) is taken as it was measured.
        rendered = rendered or paragraph.lines
        more += rendered - paragraph.lines
        surplus += (rendered - paragraph.lines) * paragraph.line_pt
        height += paragraph.before_pt + paragraph.lines * paragraph.line_pt
    beside, above = ink_beyond(text)
    rates = list(_rates(paragraphs, lines))
    return Measured(
        fewer=int(more < 0),
        equal=int(more == 0),
        more=int(more > 0),
        height_over=surplus,
        rendered_pt=height + surplus,
        measured_pt=height,
        width_most=max(rates, default=0.0),
        width_sum=sum(rates),
        width_count=len(rates),
        beside=beside,
        above=above,
    )


def _rates(paragraphs: tuple[PlacedParagraph, ...], lines: Iterable[tuple[int, list[Char]]]) -> Iterator[float]:
    """Yield how wide each line's ink is, of the width that layout measures for its characters."""
    for number, line in lines:
        paragraph = paragraphs[number]
        chars = [char for char in line if char.index >= 0]
        if len(paragraph.runs) == 1 and len(chars) >= _LONG:
            run = paragraph.runs[0]
            words = run.text[chars[0].index : chars[-1].index + 1]
            bold = paragraph.bold if run.bold is None else run.bold
            ink = max(char.glyph.right for char in chars) - min(char.glyph.left for char in chars)
            yield ink / width_pt(words, paragraph.size_pt * run.scale, bold)
