"""A file among the pictures is none that can be shown: its content counts, not its ending.

Told before the deck is written, as an error, for without it there is no deck. A picture that is damaged further on is
found when the deck is written: only decoding it shows that, which takes longer than all checks together.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from unitdeck.base.diagnostics import Diagnostic, error
from unitdeck.checks.pages import picture_span
from unitdeck.checks.subject import Subject
from unitdeck.layout.placed import PlacedPicture

CODE = "UD652"


def check(subject: Subject) -> Iterator[Diagnostic]:
    """Yield an error for each file that does not begin as a picture."""
    files = dict.fromkeys(
        item.file
        for page in subject.deck.slides
        for item in page.items
        if isinstance(item, PlacedPicture) and not any(item.px)
    )
    for file in files:
        yield error(CODE, picture_span(file, subject), file=Path(file).name)
