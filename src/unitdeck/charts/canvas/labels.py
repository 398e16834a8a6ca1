"""Labels at points that touch neither each other nor a point: tried around the point, nearer places first.

Deterministic: the same points and texts give the same places. A label far from its point, or nearer to another, gets a
leader line.
"""

from __future__ import annotations

import math
from collections.abc import Iterable, Sequence
from typing import NamedTuple

from unitdeck.charts.canvas.marks import ASCENT_EM, DESCENT_EM, Bounds, Path, Point, Words
from unitdeck.layout.metrics import width_pt

_RINGS_EM = (0.35, 0.9, 1.6, 2.4, 3.3, 4.4)  # distances of a label from the edge of its point
_TURNS = (0, 180, 90, 270, 45, 315, 135, 225, 22, 338, 158, 202, 67, 293, 113, 247)  # degrees; right of it first
_LED_FROM = 1  # from this ring on a leader line is drawn
_CLEARLY = 0.8  # by how many radii another point must be farther from a label than its own
_AIR = 1.5


class Anchor(NamedTuple):
    """A point that wants a label: its place, radius, and the label's text and look."""

    x: float
    y: float
    radius: float
    text: str
    color: str
    bold: bool = False


class Labelled(NamedTuple):
    """A label where it found its place, with the leader line to its point where it is far."""

    words: Words
    leader: Path | None


class _Room(NamedTuple):
    """Where labels may stand, and what is there already; grows as labels find their places."""

    edges: Bounds
    points: list[Bounds]
    covered: list[Bounds]
    lines: Sequence[tuple[Point, Point]]
    leaders: list[tuple[Point, Point]]


def place_labels(
    anchors: Sequence[Anchor],
    size_pt: float,
    edges: Bounds,
    taken: Iterable[Bounds],
    lines: Sequence[tuple[Point, Point]],
    stroke: str,
) -> tuple[Labelled | None, ...]:
    """Return the labels of the anchors, which come first come first served; None where no place was free.

    ``taken`` is what labels must not cover besides the points, ``lines`` what they should not; ``stroke`` is the leader
    lines' colour.
    """
    points = [_around(anchor) for anchor in anchors]
    room = _Room(edges, points, [*taken, *points], lines, [])
    placed: list[Labelled | None] = []
    for anchor in anchors:
        found = next(
            (found for way in (_clear, _off_lines, _anywhere) if (found := way(anchor, size_pt, room, stroke))), None
        )
        placed.append(found)
        if found:
            room.covered.append(found.words.bounds)
            if found.leader:
                room.leaders.append((found.leader.points[0], found.leader.points[1]))
    return tuple(placed)


def crosses(start: Point, end: Point, area: Bounds) -> bool:
    """Whether a straight line enters an area (Liang and Barsky)."""
    first, last = 0.0, 1.0
    for along, edge_low, edge_high in ((0, area.left, area.right), (1, area.top, area.bottom)):
        step = end[along] - start[along]
        if step == 0:
            if not edge_low < start[along] < edge_high:
                return False
            continue
        near, far = sorted(((edge_low - start[along]) / step, (edge_high - start[along]) / step))
        first, last = max(first, near), min(last, far)
    return first < last


def _clear(anchor: Anchor, size: float, room: _Room, stroke: str) -> Labelled | None:
    """Beside the point, off the lines, and no other point as near."""
    return _try(anchor, size, room, stroke, _RINGS_EM[:_LED_FROM], off_lines=True, nearest=True)


def _off_lines(anchor: Anchor, size: float, room: _Room, stroke: str) -> Labelled | None:
    """With a leader line that says whose it is."""
    return _try(anchor, size, room, stroke, _RINGS_EM[_LED_FROM:], off_lines=True, nearest=False)


def _anywhere(anchor: Anchor, size: float, room: _Room, stroke: str) -> Labelled | None:
    return _try(anchor, size, room, stroke, _RINGS_EM[_LED_FROM:], off_lines=False, nearest=False)


def _try(
    anchor: Anchor, size: float, room: _Room, stroke: str, rings: Sequence[float], *, off_lines: bool, nearest: bool
) -> Labelled | None:
    wide, high = width_pt(anchor.text, size, anchor.bold), (ASCENT_EM + DESCENT_EM) * size
    for distance in rings:
        for turn in _TURNS:
            across, down = math.cos(math.radians(turn)), -math.sin(math.radians(turn))
            away = anchor.radius + distance * size
            # The label's nearest edge or corner lies on the circle.
            left = anchor.x + away * across - wide * (1 - across) / 2
            top = anchor.y + away * down - high * (1 - down) / 2
            area = Bounds(left - _AIR, top, left + wide + _AIR, top + high)
            if not _is_free(area, room) or (off_lines and not _on_own_side(anchor, area, room)):
                continue
            if nearest and not _is_nearest(anchor, area, room):
                continue
            leader = None if nearest else _leader(anchor, area, stroke)
            if leader is None or _leads_clear(leader, anchor, room):
                words = Words(left, top + ASCENT_EM * size, anchor.text, size, anchor.color, "l", anchor.bold)
                return Labelled(words, leader)
    return None


def _is_free(area: Bounds, room: _Room) -> bool:
    return (
        area.within(room.edges)
        and not any(area.overlaps(other) for other in room.covered)
        and not any(crosses(*leader, area) for leader in room.leaders)
    )


def _on_own_side(anchor: Anchor, area: Bounds, room: _Room) -> bool:
    """Whether a label is off the lines, and no line parts it from its point."""
    own = _around(anchor)
    both = Bounds(
        min(own.left, area.left), min(own.top, area.top), max(own.right, area.right), max(own.bottom, area.bottom)
    )
    return not any(
        crosses(start, end, area) or (crosses(start, end, both) and not crosses(start, end, own))
        for start, end in room.lines
    )


def _is_nearest(anchor: Anchor, area: Bounds, room: _Room) -> bool:
    """Whether no other point lies as near to the label as its own."""
    own = _around(anchor)
    limit = _distance(own, area) + _CLEARLY * anchor.radius
    return all(other == own or _distance(other, area) > limit for other in room.points)


def _leads_clear(leader: Path, anchor: Anchor, room: _Room) -> bool:
    start, end = leader.points
    own = _around(anchor)
    return not any(other != own and crosses(start, end, other) for other in room.covered)


def _distance(one: Bounds, other: Bounds) -> float:
    across = max(one.left - other.right, other.left - one.right, 0.0)
    down = max(one.top - other.bottom, other.top - one.bottom, 0.0)
    return math.hypot(across, down)


def _around(anchor: Anchor) -> Bounds:
    x, y, radius = anchor.x, anchor.y, anchor.radius
    return Bounds(x - radius, y - radius, x + radius, y + radius)


def _leader(anchor: Anchor, area: Bounds, stroke: str) -> Path:
    """From the point's edge to the nearest place of the label's edge."""
    end = (min(max(anchor.x, area.left), area.right), min(max(anchor.y, area.top), area.bottom))
    length = math.hypot(end[0] - anchor.x, end[1] - anchor.y) or 1.0
    share = anchor.radius / length
    start = (anchor.x + (end[0] - anchor.x) * share, anchor.y + (end[1] - anchor.y) * share)
    return Path((start, end), stroke, 0.75)
