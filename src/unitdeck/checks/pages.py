"""Where the words of a page stand in the outline: pages of one slide, their words, and texts found back in them."""

from __future__ import annotations

from collections import Counter
from typing import TypeAlias

from unitdeck.checks.subject import Subject
from unitdeck.checks.texts import Path, texts
from unitdeck.layout.placed import (
    Placed,
    PlacedChart,
    PlacedDeck,
    PlacedPicture,
    PlacedShape,
    PlacedSlide,
    PlacedTable,
    PlacedText,
)

Pages: TypeAlias = tuple[PlacedSlide, ...]

LEAST_PIECE = 8  # characters that tell one text from another
_HEAD = 16  # by so many first characters a text is known again


def slides(deck: PlacedDeck) -> tuple[Pages, ...]:
    """Return each slide with all its pages, those in the appendix too, in the deck's order."""
    gathered: dict[str, list[PlacedSlide]] = {}
    for page in deck.slides:
        gathered.setdefault(page.id, []).append(page)
    return tuple(map(tuple, gathered.values()))


def words(page: PlacedSlide, *, whole: bool = False) -> tuple[str, ...]:
    """Return the texts of a page's body, each without spaces; of the ``whole`` page with its title and foot."""
    items = (item for item in page.items if whole or not getattr(item, "placeholder", ""))
    return tuple(bare(text) for item in items for text in _texts(item))


def bare(text: str) -> str:
    """Return a text without spaces and bold marks: what stays the same wherever its lines break."""
    return "".join(text.replace("**", "").split())


def longest(subject: Subject, found_in: str, section: str = "") -> Path | None:
    """Return the path of the outline's longest text that begins in words, of one ``section`` where that is given."""
    found = [
        (len(text), path)
        for path, text in texts(subject.outline)
        if (not section or path[0] == section) and bare(text)[:_HEAD] in found_in
    ]
    return max(found, key=lambda each: each[0])[1] if found else None


def section_of(subject: Subject, found_in: str) -> str:
    """Return the field of the outline that most of the words come from; '' where none does."""
    shares: Counter[str] = Counter()
    for path, text in texts(subject.outline):
        if bare(text)[:_HEAD] in found_in:
            shares[str(path[0])] += len(text)
    return max(shares, key=lambda name: shares[name], default="")


def cuts(subject: Subject) -> tuple[tuple[Path, str, tuple[int, ...]], ...]:
    """Return each text cut over pages with its path and the characters on each; of a list's item the longest."""
    found: dict[Path, tuple[Path, str, tuple[int, ...]]] = {}
    several = [pages for pages in slides(subject.deck) if len(pages) > 1]
    for pages in several:
        there = [words(page) for page in pages]
        everything = "\n".join(text for page in there for text in page)
        for path, text in texts(subject.outline):
            if len(text) <= 2 * LEAST_PIECE:
                continue
            words_of_it = bare(text)
            begins = words_of_it[:LEAST_PIECE] in everything and words_of_it not in everything
            pieces = _pieces(words_of_it, there) if begins else ()
            if pieces and len(text) > len(found.get(path[:2], ((), "", ()))[1]):
                found[path[:2]] = (path, text, pieces)
    return tuple(found.values())


def _pieces(text: str, pages: list[tuple[str, ...]]) -> tuple[int, ...]:
    """The characters of a text that stand on each of several pages; () where one page holds it, or none."""
    for first, page in enumerate(pages):
        pieces = [_piece(text, page)]
        for later in pages[first + 1 :]:
            done = sum(pieces)
            if not pieces[-1] or done == len(text):
                break
            pieces.append(_piece(text[done:], later))
        if sum(pieces) == len(text):
            return tuple(pieces) if len(pieces) > 1 else ()
    return ()


def _piece(text: str, page: tuple[str, ...]) -> int:
    """How many first characters of a text end one of a page's texts."""
    longest_piece = 0
    for there in page:
        at = there.find(text[:LEAST_PIECE])
        while at >= 0:
            if text.startswith(there[at:]):
                longest_piece = max(longest_piece, len(there) - at)
            at = there.find(text[:LEAST_PIECE], at + 1)
    return longest_piece


def _content(text: PlacedText) -> str:
    return "".join([run.text for paragraph in text.paragraphs for run in paragraph.runs])


def _texts(item: Placed) -> list[str]:
    """The texts of an item: of a chart its names, of a picture its file."""
    match item:
        case PlacedShape():
            return [_content(item.text)] if item.text else []
        case PlacedTable():
            return [_content(cell.text) for row in item.rows for cell in row.cells]
        case PlacedChart():
            return [*item.spec.categories, *(series.name for series in item.spec.series)]
        case PlacedPicture():
            return [item.file]
