"""What a page asks of every kind of block."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, NamedTuple

from unitdeck.base.geometry import Box
from unitdeck.layout.placed import Placed
from unitdeck.layout.sheet import Sheet


class Extent(NamedTuple):
    """How high a block must be and how high it may be stretched, in EMU."""

    least: int
    most: int


class Kind(NamedTuple):
    """The three functions of a kind of block.

    ``measure(block, width, room, sheet)`` says its extent, ``room`` being the height of a whole page.
    ``draw(block, box, sheet)`` places it; the box is as wide as measured and at least as high as the extent's least.
    ``split(block, width, height, page, sheet)`` cuts it: the head, drawn on a page of height ``page``, fits what
    ``height`` is left of it, the tail goes to the next page; None where nothing sensible fits. It cuts between its
    parts (rows, cards, paragraphs), and within a part only where a whole page does not hold that. Nothing is lost
    between the two, and the tail is less than the block.
    """

    measure: Callable[[Any, int, int, Sheet], Extent]
    draw: Callable[[Any, Box, Sheet], tuple[Placed, ...]]
    split: Callable[[Any, int, int, int, Sheet], tuple[Any, Any] | None]


def whole(_block: object, _width: int, _height: int, _page: int, _sheet: Sheet) -> None:
    """The split of a block that is never cut."""
    return
