"""What a drawn chart is made of: marks in points, origin top left, y down. Colours are ``#RRGGBB``, '' is none."""

from __future__ import annotations

from typing import Literal, NamedTuple, TypeAlias

from unitdeck.layout.metrics import width_pt

ASCENT_EM, DESCENT_EM = 0.88, 0.16  # what Han and Latin letters take above and below their base line
_MIDDLE_EM = 0.36  # from the base line up to the middle of figures and Han

Point: TypeAlias = tuple[float, float]


class Bounds(NamedTuple):
    """The edges of what a mark covers."""

    left: float
    top: float
    right: float
    bottom: float

    def overlaps(self, other: Bounds) -> bool:
        """Whether the two share an area; edges may touch."""
        return (
            self.left < other.right and other.left < self.right and self.top < other.bottom and other.top < self.bottom
        )

    def within(self, other: Bounds) -> bool:
        """Whether it lies wholly inside ``other``."""
        return (
            other.left <= self.left
            and other.top <= self.top
            and self.right <= other.right
            and self.bottom <= other.bottom
        )


class Shape(NamedTuple):
    """An area within closed rings; outer rings run one way round, holes the other."""

    rings: tuple[tuple[Point, ...], ...]
    fill: str = ""
    stroke: str = ""
    stroke_pt: float = 0.0


class Path(NamedTuple):
    """A line through points."""

    points: tuple[Point, ...]
    stroke: str
    stroke_pt: float
    dashed: bool = False


class Dot(NamedTuple):
    """A disc around a point."""

    x: float
    y: float
    radius: float
    fill: str
    stroke: str = ""
    stroke_pt: float = 0.0

    @property
    def bounds(self) -> Bounds:
        """Its edges."""
        return Bounds(self.x - self.radius, self.y - self.radius, self.x + self.radius, self.y + self.radius)


class Words(NamedTuple):
    """One line of text: ``x`` is its left end, middle or right end by ``anchor``, ``y`` its base line."""

    x: float
    y: float
    text: str
    size_pt: float
    color: str
    anchor: Literal["l", "ctr", "r"] = "l"
    bold: bool = False

    @property
    def bounds(self) -> Bounds:
        """Its edges under the widest of the usual fonts."""
        width = width_pt(self.text, self.size_pt, self.bold)
        left = self.x - {"l": 0.0, "ctr": width / 2, "r": width}[self.anchor]
        return Bounds(left, self.y - ASCENT_EM * self.size_pt, left + width, self.y + DESCENT_EM * self.size_pt)


Mark: TypeAlias = Shape | Path | Dot | Words


def box(left: float, top: float, width: float, height: float, fill: str, stroke: str = "", pt: float = 0.0) -> Shape:
    """Return a rectangle; ``pt`` is the width of its outline."""
    right, bottom = left + width, top + height
    return Shape((((left, top), (right, top), (right, bottom), (left, bottom)),), fill, stroke, pt)


def base_line(middle: float, size_pt: float) -> float:
    """Return the base line of text whose middle is to lie at ``middle``."""
    return middle + _MIDDLE_EM * size_pt
