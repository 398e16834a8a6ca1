"""Regions of a map: rings of longitude and latitude into a frame, and where in a region its label stands."""

from __future__ import annotations

import math
from collections.abc import Iterable, Sequence
from typing import NamedTuple, TypeAlias

from unitdeck.charts.canvas.labels import crosses
from unitdeck.charts.canvas.marks import Bounds, Point
from unitdeck.plan.chart import Place

Rings: TypeAlias = tuple[tuple[Point, ...], ...]

_FINE_PT = 0.6  # nearer points are one point on any wall
_COARSE_PT = 4.0  # precise enough to look for a place; whether a label fits there is asked of the fine border
_GRID = 18  # places tried across and down for a label


class Spot(NamedTuple):
    """The middle of a label in a region, and whether the label lies wholly inside."""

    x: float
    y: float
    fits: bool


def bounds_of(rings: Iterable[Iterable[Point]]) -> Bounds:
    """Return the edges of rings."""
    points = [point for ring in rings for point in ring]
    across, down = [x for x, _ in points], [y for _, y in points]
    return Bounds(min(across), min(down), max(across), max(down))


def is_inside(point: Point, rings: Rings) -> bool:
    """Whether a point lies in the area of rings (even-odd)."""
    x, y = point
    inside = False
    for start, end in _edges(rings):
        if (start[1] > y) != (end[1] > y) and x < (end[0] - start[0]) * (y - start[1]) / (end[1] - start[1]) + start[0]:
            inside = not inside
    return inside


def fitted(places: Sequence[Place], frame: Bounds) -> list[Rings]:
    """Return the rings of places in a frame, without distortion, in its middle."""
    whole = bounds_of(ring for place in places for ring in place.rings)
    degrees = max(abs(whole.left), abs(whole.right)) <= 180 and max(abs(whole.top), abs(whole.bottom)) <= 90
    # A degree of longitude is shorter than one of latitude; over a county one factor is true enough.
    narrow = math.cos(math.radians((whole.top + whole.bottom) / 2)) if degrees else 1.0
    wide, high = (whole.right - whole.left) * narrow, whole.bottom - whole.top
    scale = min((frame.right - frame.left) / (wide or 1.0), (frame.bottom - frame.top) / (high or 1.0))

    def fit(point: Point) -> Point:
        return (
            frame.left + (frame.right - frame.left - wide * scale) / 2 + (point[0] - whole.left) * narrow * scale,
            frame.top + (frame.bottom - frame.top - high * scale) / 2 + (whole.bottom - point[1]) * scale,
        )

    return [tuple(_thinned([fit(point) for point in ring], _FINE_PT) for ring in place.rings) for place in places]


def _thinned(ring: Sequence[Point], least: float) -> tuple[Point, ...]:
    kept = [ring[0]]
    for point in ring[1:]:
        if math.dist(point, kept[-1]) >= least:
            kept.append(point)
    return tuple(kept) if len(kept) > 2 else tuple(ring[:3])


def spot(rings: Rings, width: float, height: float) -> Spot:
    """Return where a label of that size stands: inside, near to the point deepest inside, else at that point."""
    coarse = tuple(_thinned(ring, _COARSE_PT) for ring in rings)
    edges = bounds_of(rings)
    tried = [
        (
            edges.left + (edges.right - edges.left) * (across + 0.5) / _GRID,
            edges.top + (edges.bottom - edges.top) * (down + 0.5) / _GRID,
        )
        for down in range(_GRID)
        for across in range(_GRID)
    ]
    inner = [point for point in tried if is_inside(point, coarse)] or [rings[0][0]]
    deepest = max(inner, key=lambda point: _clearance(point, coarse))
    for x, y in sorted(inner, key=lambda point: (math.dist(point, deepest), point)):
        area = Bounds(x - width / 2, y - height / 2, x + width / 2, y + height / 2)
        if not _cut(area, coarse) and not _cut(area, rings) and is_inside((x, y), rings):
            return Spot(x, y, True)
    return Spot(*deepest, False)


def _cut(area: Bounds, rings: Rings) -> bool:
    return any(crosses(start, end, area) for start, end in _edges(rings))


def _clearance(point: Point, rings: Rings) -> float:
    """How far a point is from the nearest border."""
    return min(_to_edge(point, start, end) for start, end in _edges(rings))


def _to_edge(point: Point, start: Point, end: Point) -> float:
    across, down = end[0] - start[0], end[1] - start[1]
    length = across * across + down * down
    along = ((point[0] - start[0]) * across + (point[1] - start[1]) * down) / length if length else 0.0
    along = min(max(along, 0.0), 1.0)
    return math.hypot(point[0] - start[0] - along * across, point[1] - start[1] - along * down)


def _edges(rings: Rings) -> Iterable[tuple[Point, Point]]:
    for ring in rings:
        yield from zip(ring, (*ring[1:], ring[0]), strict=True)
