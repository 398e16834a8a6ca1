"""A picture has too few pixels for its frame: enlarged more than twice on a projected slide it would look blurred.

It is shown at most so large, small in the middle of its frame. Only what is visible after cropping counts. A picture
whose size cannot be told is left to the writing of the deck.
"""

from __future__ import annotations

from collections.abc import Iterator
from math import ceil
from pathlib import Path, PurePosixPath

from unitdeck.base.diagnostics import Diagnostic, Span, warning
from unitdeck.checks.subject import Subject
from unitdeck.checks.texts import texts
from unitdeck.layout.picture_size import MOST_ENLARGED, framed
from unitdeck.layout.placed import PlacedPicture

CODE = "UD655"


def check(subject: Subject) -> Iterator[Diagnostic]:
    """Yield a warning for each picture with the pixels that it has and those that it needs."""
    for slide in subject.deck.slides:
        for item in slide.items:
            if isinstance(item, PlacedPicture):
                yield from _small(item, subject)


def _small(item: PlacedPicture, subject: Subject) -> Iterator[Diagnostic]:
    if not any(item.px):
        return
    enlarged = framed(item.px, item.frame).enlarged
    if enlarged > MOST_ENLARGED:
        least = (ceil(round(side * enlarged / MOST_ENLARGED, 3)) for side in item.px)
        yield warning(
            CODE,
            _span(item.file, subject),
            file=Path(item.file).name,
            pixels="×".join(map(str, item.px)),
            least="×".join(map(str, least)),
        )


def _span(file: str, subject: Subject) -> Span | None:
    """Return where the outline names the file."""
    parts = Path(file).parts
    for path, text in texts(subject.outline):
        named = PurePosixPath(text).parts
        if path[-1] in {"file", "photo"} and parts[-len(named) :] == named:
            return subject.positions.at(*path)
    return subject.positions.at("photos")
