"""A page does not hold its text even in the smallest type and over several pages.

What its title or foot cannot hold ends in 「……」 and stands whole in the notes; a piece larger than a whole page leaves
its area. Each is told once, at the longest text of the page.
"""

from __future__ import annotations

from collections.abc import Iterator

from unitdeck.base.diagnostics import Diagnostic, warning
from unitdeck.checks.pages import longest, words
from unitdeck.checks.subject import Subject
from unitdeck.checks.texts import Path

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
