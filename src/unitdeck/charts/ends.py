"""Where lines end and their names and last figures stand: beside the last point, apart from each other and from lines.

All lengths are points; heights are measured downwards from zero of the value axis.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from decimal import Decimal
from typing import NamedTuple

BESIDE_PT = 5.0  # from a line's end to its label
_SAMPLES = 4  # places looked at between two periods
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


def shifts(ends: Sequence[End], ground: Ground) -> dict[int, float]:
    """Return by line how far its label moves down: those at the right edge in the order of their lines, a line apart.

    A label of a line that ends sooner moves to the nearest place that no line and no other label crosses.
    """
    last = max((len(values) for values in ground.lines), default=0) - 1
    found = _apart([end for end in ends if end.period == last], ground)
    taken: list[tuple[float, float, float]] = []  # left, right, height
    for end in ends:
        if end.period == last:
            continue
        left = end.period * ground.pitch_pt + BESIDE_PT
        own = ground.height(end.line, end.period) or 0.0
        places = [own + step * ground.label_pt for step in _STEPS]
        inside = [place for place in places if ground.top_pt <= place <= ground.bottom_pt] or places[:1]
        span = (left, left + end.width_pt)
        place = min(inside, key=lambda place, span=span, end=end: _crossings(place, span, end, taken, ground))  # type: ignore[misc]
        taken.append((*span, place))
        found[end.line] = place - own
    return found


def _apart(ends: Sequence[End], ground: Ground) -> dict[int, float]:
    """The labels at the right edge, pushed down from each other, and up again where the plot ends."""
    at = sorted((ground.height(end.line, end.period) or 0.0, end.line) for end in ends)
    places: list[float] = []
    for own, _ in at:
        places.append(max(own, places[-1] + ground.label_pt) if places else own)
    floor = ground.bottom_pt
    for index in range(len(places) - 1, -1, -1):
        places[index] = min(places[index], floor)
        floor = places[index] - ground.label_pt
    return {line: place - own for (own, line), place in zip(at, places, strict=True)}


def _crossings(
    place: float,
    span: tuple[float, float],
    end: End,
    taken: Iterable[tuple[float, float, float]],
    ground: Ground,
) -> int:
    """How many places of lines and other labels lie on a label."""
    half = ground.label_pt / 2
    labels = sum(
        abs(other - place) < ground.label_pt and left < span[1] and span[0] < right for left, right, other in taken
    )
    return _SAMPLES * labels + sum(abs(y - place) < half for y in _passing(span, end, ground))


def _passing(span: tuple[float, float], end: End, ground: Ground) -> Iterator[float]:
    """The heights of the lines along a span, its own line's end left out."""
    first = end.period * _SAMPLES + 1
    stop = int(span[1] / ground.pitch_pt * _SAMPLES) + 2
    for sample in range(first, stop):
        period, part = divmod(sample, _SAMPLES)
        for line in range(len(ground.lines)):
            before, after = ground.height(line, period), ground.height(line, period + 1)
            if before is not None and (after is not None or not part):
                yield before + (after - before) * part / _SAMPLES if after is not None else before
