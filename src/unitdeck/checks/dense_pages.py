"""A page has smaller type and more text than the hall can read while it is shown.

A page of a report of 8 minutes is up for some 45 seconds, in which about 380 characters are read (a Chinese character
or a digit counts as one, a Latin word as two). Pages in their preferred type are left alone. Of a slide with several
such pages the fullest is told, at the longest text on it.
"""

from __future__ import annotations

from collections.abc import Iterator

from unitdeck.base.diagnostics import Diagnostic, warning
from unitdeck.checks.pages import longest, section_of, slides, words
from unitdeck.checks.subject import Subject
from unitdeck.layout.placed import PlacedSlide
from unitdeck.plan.speech import spoken_characters

CODE = "UD413"
MOST_CHARACTERS = 380


def check(subject: Subject) -> Iterator[Diagnostic]:
    """Yield a warning for each such slide with the characters of its fullest page."""
    for pages in slides(subject.deck):
        fullest = max(pages, key=_characters)
        if fullest.density > 0 and _characters(fullest) > MOST_CHARACTERS:
            there = "\n".join(words(fullest))
            path = longest(subject, there, section_of(subject, there))
            yield warning(
                CODE,
                subject.positions.at(*path) if path else subject.positions.at(),
                page=fullest.number,
                slide=fullest.title,
                characters=_characters(fullest),
                most=MOST_CHARACTERS,
            )


def _characters(page: PlacedSlide) -> int:
    return spoken_characters(words(page)) if page.density > 0 else 0
