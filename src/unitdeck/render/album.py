"""A deck's pictures, made ready together so that the deck can be sent by e-mail or chat."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import NamedTuple, TypeAlias

from unitdeck.base.diagnostics import Diagnostic, Span, warning
from unitdeck.layout.placed import PlacedDeck, PlacedPicture
from unitdeck.render.pictures import EFFORTS, Effort, Policy, Prepared, prepare

_MEGABYTE = 1_000_000
BUDGET = 20 * _MEGABYTE  # bytes of all pictures; mailboxes of offices refuse more than 20 to 50 MB
# Of a whole session's deck, which goes by USB stick: contests take files of at most 200 MB, and of 1,000 pages
# all but the pictures is some 35 MB.
SESSION_BUDGET = 120 * _MEGABYTE

Key: TypeAlias = tuple[str, int, int, Policy]


class Album(NamedTuple):
    """Pictures by file, frame and policy, the bytes that they have together, and those that they may have."""

    pictures: Mapping[Key, Prepared]
    weight: int
    budget: int = BUDGET

    def of(self, item: PlacedPicture) -> Prepared:
        """Return the picture for its place."""
        return self.pictures[_key(item)]

    def findings(self, span: Span | None) -> tuple[Diagnostic, ...]:
        """Return a warning at ``span`` (UD656) where the pictures are over their budget."""
        if self.weight <= self.budget:
            return ()
        return (warning("UD656", span, size=f"{self.weight / _MEGABYTE:.1f}", budget=self.budget // _MEGABYTE),)


def album(deck: PlacedDeck, budget: int = BUDGET) -> Album:
    """Return every picture of a deck, ready, together within ``budget`` bytes where any effort achieves it.

    Over the budget, pictures heavier than their share of it are made again with less and less effort until the deck
    holds it; the others stay as they are. The same deck gives the same bytes. Raises BuildError as :func:`prepare`.
    """
    keys = dict.fromkeys(_key(item) for slide in deck.slides for item in slide.items if isinstance(item, PlacedPicture))
    pictures = {key: _prepared(key, EFFORTS[0]) for key in keys}
    for effort in EFFORTS[1:]:
        if _weight(pictures) <= budget:
            break
        share = budget // len(pictures)
        pictures |= {key: _prepared(key, effort) for key, ready in pictures.items() if len(ready.blob) > share}
    return Album(pictures, _weight(pictures), budget)


def _key(item: PlacedPicture) -> Key:
    """Layout says of each picture whose size it knows how it shows; the others fill their frame."""
    policy: Policy = "contain" if any(item.px) and not any(item.crop) else "cover"
    return item.file, item.box.cx, item.box.cy, policy


def _prepared(key: Key, effort: Effort) -> Prepared:
    file, cx, cy, policy = key
    return prepare(Path(file), cx, cy, policy, effort=effort)


def _weight(pictures: Mapping[Key, Prepared]) -> int:
    """Bytes in the file: the same bytes are stored once."""
    return sum(len(blob) for blob in {ready.blob for ready in pictures.values()})
