"""A text is longer than a page holds and goes on on the next one.

Lists and tables may well go over two pages, with their headings repeated; a text that breaks off within a sentence
loses the hall. Each is told at its line; of a list's item only the longest.
"""

from __future__ import annotations

from collections.abc import Iterator

from unitdeck.base.diagnostics import Diagnostic, excerpt, warning
from unitdeck.checks.pages import bare, cuts
from unitdeck.checks.subject import Subject

CODE = "UD414"


def check(subject: Subject) -> Iterator[Diagnostic]:
    """Yield a warning for each text with its characters, its pages, and how many characters a page held."""
    for path, text, pieces in cuts(subject):
        yield warning(
            CODE,
            subject.positions.at(*path),
            text=excerpt(text, 16),
            characters=len(bare(text)),
            pages=len(pieces),
            fits=max(pieces),
        )
