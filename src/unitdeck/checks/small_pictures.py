"""A picture has too few pixels for its frame: enlarged more than twice on a projected slide it would look blurred.

It is shown at most so large, small in the middle of its frame. Only what is visible after cropping counts. A picture
whose size cannot be told is left to the writing of the deck.
"""

from __future__ import annotations

from collections.abc import Iterator
from math import ceil
from pathlib import Path

from unitdeck.base.diagnostics import Diagnostic, warning
from unitdeck.checks.pictures import picture_span, pictures
from unitdeck.checks.subject import Subject
from unitdeck.layout.picture_size import MOST_ENLARGED, framed
from unitdeck.layout.placed import PlacedPicture

CODE = "UD655"


def check(subject: Subject) -> Iterator[Diagnostic]:
    """Yield a warning for each picture with the pixels that it has and those that it needs."""
    for item in pictures(subject.deck):
        yield from _small(item, subject)


def _small(item: PlacedPicture, subject: Subject) -> Iterator[Diagnostic]:
    if not any(item.px):
        return
    enlarged = framed(item.px, item.frame).enlarged
    if enlarged > MOST_ENLARGED:
        least = (ceil(round(side * enlarged / MOST_ENLARGED, 3)) for side in item.px)
        yield warning(
            CODE,
            picture_span(item.file, subject),
            file=Path(item.file).name,
            pixels="×".join(map(str, item.px)),
            least="×".join(map(str, least)),
        )
