"""Labels that must not touch: those of one side moved apart, and one within a plot moved off its lines.

All lengths are points, heights are measured downwards.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise
from typing import NamedTuple

_SAMPLES = 16  # places along a label at which lines are looked for
_STEPS = (0.0, 0.8, -0.8, 1.4, -1.4, 2.0, -2.0, 2.8, -2.8)  # in label heights, tried in turn


class Lines(NamedTuple):
    """The lines of a plot: how deep each stands at each period (None: a gap), and the distance of periods."""

    depths: Sequence[Sequence[float | None]]
    pitch_pt: float


class Label(NamedTuple):
    """Where a label lies: its ends, its middle, its height."""

    left: float
    right: float
    middle: float
    height: float


def apart(places: Sequence[float], heights: Sequence[float], least: float, most: float) -> list[float]:
    """Return the middles of labels, moved as little as can be (least squares) so that none touch.

    ``places`` are where they would stand, in ascending order; labels stay between ``least`` and ``most`` where all
    of them can, else they overlap evenly.
    """
    if not places:
        return []
    squeeze = min(1.0, (most - least) / sum(heights))
    halves = [height * squeeze / 2 for height in heights]
    offsets = [halves[0]]
    for before, after in pairwise(halves):
        offsets.append(offsets[-1] + before + after)
    # Free of their heights, the labels need only stay in order: neighbours out of order meet at their mean.
    blocks: list[tuple[float, int]] = []
    for place, offset in zip(places, offsets, strict=True):
        mean, count = place - offset, 1
        while blocks and blocks[-1][0] > mean:
            other, others = blocks.pop()
            mean, count = (mean * count + other * others) / (count + others), count + others
        blocks.append((mean, count))
    last = max(most - offsets[-1] - halves[-1], least)
    starts = [min(max(mean, least), last) for mean, count in blocks for _ in range(count)]
    return [start + offset for start, offset in zip(starts, offsets, strict=True)]


def off_lines(label: Label, lines: Lines, taken: Sequence[Label], least: float, most: float) -> Label:
    """Return a label at the nearest place between ``least`` and ``most`` that no line and no ``taken`` label crosses.

    Where every place is crossed, it is the one that is crossed least.
    """
    half = label.height / 2
    places = [label._replace(middle=label.middle + step * label.height) for step in _STEPS]
    inside = [place for place in places if least <= place.middle - half and place.middle + half <= most] or places[:1]
    return min(inside, key=lambda place: _crossings(place, lines, taken))


def _crossings(label: Label, lines: Lines, taken: Iterable[Label]) -> int:
    """How many other labels and places of lines lie on a label; a label counts as much as a line all along it."""
    labels = sum(
        abs(other.middle - label.middle) < label.height and other.left < label.right and label.left < other.right
        for other in taken
    )
    half = label.height / 2
    return _SAMPLES * labels + sum(abs(depth - label.middle) < half for depth in _passing(label, lines))


def _passing(label: Label, lines: Lines) -> Iterator[float]:
    """The depths of the lines at places along a label."""
    for sample in range(_SAMPLES):
        across = (label.left + (label.right - label.left) * sample / (_SAMPLES - 1)) / lines.pitch_pt
        period = int(across)
        for line in lines.depths:
            before, after = (line[at] if at < len(line) else None for at in (period, period + 1))
            if before is not None and after is not None:
                yield before + (after - before) * (across - period)
