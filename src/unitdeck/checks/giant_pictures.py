"""A picture says in its first bytes that it has more pixels than are safe to open.

Told before the deck is written, as an error, for without it there is no deck.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from unitdeck.base.diagnostics import Diagnostic, error
from unitdeck.checks.pages import picture_span
from unitdeck.checks.subject import Subject
from unitdeck.layout.picture_size import MOST_PIXELS
from unitdeck.layout.placed import PlacedPicture

CODE = "UD653"


def check(subject: Subject) -> Iterator[Diagnostic]:
    """Yield an error for each such file."""
    files = dict.fromkeys(
        item.file
        for page in subject.deck.slides
        for item in page.items
        if isinstance(item, PlacedPicture) and item.px[0] * item.px[1] > MOST_PIXELS
    )
    for file in files:
        yield error(CODE, picture_span(file, subject), file=Path(file).name)
