"""Where lines end and their names and last figures stand: beside the last point, apart from each other and from lines.

All lengths are points; heights are measured downwards from zero of the value axis.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from decimal import Decimal
from typing import NamedTuple

BESIDE_PT = 5.0  # from a line's end to its label
_SAMPLES = 16  # places along a label at which lines are looked for
_STEPS = (0.0, 0.8, -0.8, 1.4, -1.4, 2.0, -2.0, 2.8, -2.8)  # in label heights, tried in turn


class End(NamedTuple):
    """The last point of a line: its place among the lines, its period, and its label with that label's width."""

    line: int
    period: int
    text: str
    width_pt: float


class Ground(NamedTuple):
    """The plot that ends stand on: the lines' values, the distance of periods, the height of a value and of a label.

    ``top_pt`` and ``bottom_pt`` are its ends.
    """

    lines: Sequence[Sequence[Decimal | None]]
    pitch_pt: float
    pt_per_value: float
    label_pt: float
    top_pt: float
    bottom_pt: float

    def height(self, line: int, period: int) -> float | None:
        """Return where a line's point stands, None where it has none."""
        values = self.lines[line]
        value = values[period] if 0 <= period < len(values) else None
        return None if value is None else -float(value) * self.pt_per_value


class Label(NamedTuple):
    """Where a label lies: its ends and its middle."""

    left: float
    right: float
    middle: float


def shifts(ends: Sequence[End], ground: Ground) -> dict[int, float]:
    """Return by line how far its label moves down: those at the right edge in the order of their lines, a line apart.

    A label of a line that ends sooner moves to the nearest place that no line and no other label crosses.
    """
    last = max((len(values) for values in ground.lines), default=0) - 1
    edge = [end for end in ends if end.period == last]
    found = _apart(edge, ground)
    taken = [_label(end, _own(end, ground) + found[end.line], ground) for end in edge]
    for end in ends:
        if end.period == last:
            continue
        own = _own(end, ground)
        places = [_label(end, own + step * ground.label_pt, ground) for step in _STEPS]
        inside = [place for place in places if ground.top_pt <= place.middle <= ground.bottom_pt] or places[:1]
        crossings = [_crossings(place, taken, ground) for place in inside]
        best = inside[crossings.index(min(crossings))]
        taken.append(best)
        found[end.line] = best.middle - own
    return found


def _own(end: End, ground: Ground) -> float:
    return ground.height(end.line, end.period) or 0.0


def _label(end: End, middle: float, ground: Ground) -> Label:
    left = end.period * ground.pitch_pt + BESIDE_PT
    return Label(left, left + end.width_pt, middle)


def _apart(ends: Sequence[End], ground: Ground) -> dict[int, float]:
    """The labels at the right edge, pushed down from each other, and up again where the plot ends."""
    at = sorted((_own(end, ground), end.line) for end in ends)
    places: list[float] = []
    for own, _ in at:
        places.append(max(own, places[-1] + ground.label_pt) if places else own)
    floor = ground.bottom_pt
    for index in range(len(places) - 1, -1, -1):
        places[index] = min(places[index], floor)
        floor = places[index] - ground.label_pt
    return {line: place - own for (own, line), place in zip(at, places, strict=True)}


def _crossings(label: Label, taken: Iterable[Label], ground: Ground) -> int:
    """How many other labels and places of lines lie on a label; a label counts as much as a line all along it."""
    labels = sum(
        abs(other.middle - label.middle) < ground.label_pt and other.left < label.right and label.left < other.right
        for other in taken
    )
    half = ground.label_pt / 2
    return _SAMPLES * labels + sum(abs(height - label.middle) < half for height in _passing(label, ground))


def _passing(label: Label, ground: Ground) -> Iterator[float]:
    """The heights of the lines at places along a label."""
    for sample in range(_SAMPLES):
        across = (label.left + (label.right - label.left) * sample / (_SAMPLES - 1)) / ground.pitch_pt
        period = int(across)
        for line in range(len(ground.lines)):
            before, after = ground.height(line, period), ground.height(line, period + 1)
            if before is not None and after is not None:
                yield before + (after - before) * (across - period)
