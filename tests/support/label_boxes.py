"""Rectangles on a chart, for tests of what touches what."""

from typing import NamedTuple


class Rect(NamedTuple):
    """A rectangle in points from the chart's top left, and what it is."""

    what: str
    left: float
    top: float
    right: float
    bottom: float

    def touches(self, other: "Rect", slack_pt: float) -> bool:
        """Whether the two share more than ``slack_pt`` both ways."""
        return (
            min(self.right, other.right) - max(self.left, other.left) > slack_pt
            and min(self.bottom, other.bottom) - max(self.top, other.top) > slack_pt
        )
