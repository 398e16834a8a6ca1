"""A picture has too few pixels for its frame: enlarged more than twice on a projected slide it looks blurred.

Only what is visible after cropping counts. A picture whose size cannot be told is left to the writing of the deck.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path, PurePosixPath

from unitdeck.base.diagnostics import Diagnostic, Span, warning
from unitdeck.base.units import EMU_PER_INCH
from unitdeck.checks.subject import Subject
from unitdeck.checks.texts import texts
from unitdeck.layout.picture_size import MOST_ENLARGED, PX_PER_INCH, cover_crop, enlargement, picture_size
from unitdeck.layout.placed import PlacedPicture

CODE = "UD655"


def check(subject: Subject) -> Iterator[Diagnostic]:
    """Yield a warning for each picture with the pixels that it has and those that it needs."""
    for slide in subject.deck.slides:
        for item in slide.items:
            if isinstance(item, PlacedPicture):
                yield from _small(item, subject)


def _small(item: PlacedPicture, subject: Subject) -> Iterator[Diagnostic]:
    size = picture_size(Path(item.file))
    frame = (item.box.cx, item.box.cy)
    if size and enlargement(size, cover_crop(size, frame), frame) > MOST_ENLARGED:
        least = tuple(-(-side * PX_PER_INCH // (EMU_PER_INCH * MOST_ENLARGED)) for side in frame)
        yield warning(
            CODE,
            _span(item.file, subject),
            file=Path(item.file).name,
            pixels=f"{size[0]}×{size[1]}",
            least=f"{least[0]}×{least[1]}",
        )


def _span(file: str, subject: Subject) -> Span | None:
    """Return where the outline names the file."""
    parts = Path(file).parts
    for path, text in texts(subject.outline):
        named = PurePosixPath(text).parts
        if path[-1] in {"file", "photo"} and parts[-len(named) :] == named:
            return subject.positions.at(*path)
    return subject.positions.at("photos")
