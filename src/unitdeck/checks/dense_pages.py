"""A page has smaller type and more text than the hall can read while it is shown.

The template says from which density and from how many characters (``fit.dense``, ``fit.characters``: a Chinese
character or a digit counts as one, a Latin word as two). Pages in their preferred type are left alone. Of a slide with
several such pages the fullest is told, at the longest text on it.
"""

from __future__ import annotations

from collections.abc import Iterator

from unitdeck.base.diagnostics import Diagnostic, warning
from unitdeck.checks.pages import longest, section_of, slides, words
from unitdeck.checks.subject import Subject
from unitdeck.plan.speech import spoken_characters

CODE = "UD413"


def check(subject: Subject) -> Iterator[Diagnostic]:
    """Yield a warning for each such slide with the characters of its fullest page."""
    fit = subject.style.fit
    for pages in slides(subject.deck):
        characters, _, fullest = max(
            (spoken_characters(words(page)) if page.density >= fit.dense else 0, -page.number, page) for page in pages
        )
        if characters > fit.characters:
            there = "\n".join(words(fullest))
            path = longest(subject, there, section_of(subject, there))
            yield warning(
                CODE,
                subject.positions.at(*path) if path else subject.positions.at(),
                page=fullest.number,
                slide=fullest.title,
                characters=characters,
                most=fit.characters,
            )
