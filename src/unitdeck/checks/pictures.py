"""The pictures of a deck, and where the outline names them."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path, PurePath, PurePosixPath

from unitdeck.base.diagnostics import Diagnostic, Span, error
from unitdeck.checks.subject import Subject
from unitdeck.checks.texts import texts
from unitdeck.layout.picture_size import Size
from unitdeck.layout.placed import PlacedDeck, PlacedPicture


def pictures(deck: PlacedDeck) -> Iterator[PlacedPicture]:
    """Yield the pictures of a deck in its order."""
    return (item for page in deck.slides for item in page.items if isinstance(item, PlacedPicture))


def refused(code: str, subject: Subject, bad: Callable[[Size], bool]) -> Iterator[Diagnostic]:
    """Yield an error for each picture file whose size in pixels is ``bad``, once a file, where the outline names it."""
    for file in dict.fromkeys(item.file for item in pictures(subject.deck) if bad(item.px)):
        yield error(code, picture_span(file, subject), file=Path(file).name)


def picture_span(file: str, subject: Subject) -> Span | None:
    """Return where the outline names a picture's file."""
    parts = PurePath(file).parts
    for path, text in texts(subject.outline):
        named = PurePosixPath(text).parts
        if path[-1] in {"file", "photo"} and parts[-len(named) :] == named:
            return subject.positions.at(*path)
    return subject.positions.at("photos")
