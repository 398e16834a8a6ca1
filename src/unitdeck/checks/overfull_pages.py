"""A page does not hold its text even in the smallest type and over several pages.

What its title or foot cannot hold ends in 「……」 and stands whole in the notes; a piece larger than a whole page leaves
its area. Each is told once, at the longest text of the page.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from unitdeck.base.diagnostics import Diagnostic, Span, warning
from unitdeck.checks.pages import longest, slides, words
from unitdeck.checks.subject import Subject
from unitdeck.checks.texts import Path
from unitdeck.layout.placed import PlacedDeck

CODE = "UD401"


def check(subject: Subject) -> Iterator[Diagnostic]:
    """Yield a warning for each text that is too long for its page."""
    found: dict[Path | None, str] = {}
    for page in subject.deck.slides:
        if page.overfull:
            path = longest(subject, "\n".join(words(page, whole=True)))
            found.setdefault(path, page.title)
    for path, title in found.items():
        yield warning(CODE, subject.positions.at(*(path or ())), slide=title)


def check_gallery(deck: PlacedDeck, places: Mapping[str, Span]) -> Iterator[Diagnostic]:
    """Yield a warning for each such slide of a template's gallery, at its place by its id."""
    for pages in slides(deck):
        if any(page.overfull for page in pages):
            yield warning(CODE, places[pages[0].id], slide=pages[0].title)
