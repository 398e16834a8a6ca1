"""Boxes on a slide, in EMU, origin top left."""

from __future__ import annotations

from typing import NamedTuple


class Box(NamedTuple):
    """A rectangle: left ``x``, top ``y``, width ``cx``, height ``cy``, all in EMU."""

    x: int
    y: int
    cx: int
    cy: int

    @property
    def right(self) -> int:
        """The x of the right edge."""
        return self.x + self.cx

    @property
    def bottom(self) -> int:
        """The y of the bottom edge."""
        return self.y + self.cy

    def inset(self, left: int, top: int, right: int, bottom: int) -> Box:
        """Return the box smaller by the given margins."""
        return Box(self.x + left, self.y + top, self.cx - left - right, self.cy - top - bottom)

    def contains(self, other: Box) -> bool:
        """Whether ``other`` lies wholly inside (edges may touch)."""
        return self.x <= other.x and self.y <= other.y and other.right <= self.right and other.bottom <= self.bottom

    def overlaps(self, other: Box) -> bool:
        """Whether the two share an area (touching edges do not count)."""
        return self.x < other.right and other.x < self.right and self.y < other.bottom and other.y < self.bottom
