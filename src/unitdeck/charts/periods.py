"""Geometry shared by charts over periods: the room of the periods' names, which names and figures fit."""

from __future__ import annotations

import math
from collections.abc import Iterable, Mapping, Sequence
from decimal import Decimal
from itertools import pairwise
from typing import Literal, NamedTuple

from unitdeck.charts.frame import Frame

_SHORT_EM = 7  # names up to this are never broken: when they are many, every n-th is printed
_MOST_LINES = 3


def every_nth(categories: Sequence[str], frame: Frame, pitch_pt: float) -> int:
    """Return n so that every n-th period's name fits on one line: 1 when all do, or when the names are long."""
    widest = frame.widest_pt(categories)
    if widest <= pitch_pt or widest > _SHORT_EM * frame.size_pt:
        return 1
    return math.ceil(widest / pitch_pt)


def names_height_pt(categories: Sequence[str], frame: Frame, pitch_pt: float) -> float:
    """Return the room below the plot that the names need: one line, or up to three where they are broken."""
    widest = frame.widest_pt(categories)
    broken = widest > pitch_pt and every_nth(categories, frame, pitch_pt) == 1
    lines = min(math.ceil(1.2 * widest / pitch_pt), _MOST_LINES) if broken else 1
    return (1.25 * lines + 0.6) * frame.size_pt


def spaced(values: Sequence[Decimal | None], texts: Sequence[str], frame: Frame, pitch_pt: float) -> set[int]:
    """Return the indexes whose figures can be printed without touching: all, or the last, the extremes and the first.

    The last comes first, because it is what the page speaks of.
    """
    known = [index for index, value in enumerate(values) if value is not None]
    widths = {index: frame.label_pt(texts[index], bold=True) for index in known}
    if all((widths[one] + widths[other]) / 2 <= (other - one) * pitch_pt for one, other in pairwise(known)):
        return set(known)
    return fitting(_by_weight(known, values), widths, pitch_pt)


def fitting(order: Iterable[int], widths: Mapping[int, float], pitch_pt: float) -> set[int]:
    """Return the indexes whose labels do not touch, those that come first in ``order`` before the others."""
    chosen: set[int] = set()
    for index in order:
        if all((widths[index] + widths[other]) / 2 <= abs(index - other) * pitch_pt for other in chosen):
            chosen.add(index)
    return chosen


def _by_weight(known: Sequence[int], values: Sequence[Decimal | None]) -> Iterable[int]:
    figures = {index: value for index in known if (value := values[index]) is not None}
    if not figures:
        return ()
    greatest, least = max(figures, key=figures.__getitem__), min(figures, key=figures.__getitem__)
    return dict.fromkeys((known[-1], greatest, least, known[0]))


class Beside(NamedTuple):
    """Where the label of a line's point stands, and how far it moves from there (points, down) to clear the line."""

    position: Literal["t", "b"]
    down_pt: float


def beside(
    values: Sequence[Decimal | None],
    texts: Sequence[str],
    frame: Frame,
    pitch_pt: float,
    pt_per_value: float,
    *,
    zero: bool,
) -> dict[int, Beside]:
    """Return where the label of each point of a line stands.

    The line to the neighbours is looked at as far as the label is wide; the side where it comes less near is taken, or,
    where a line stands at ``zero``, the side away from that.
    """
    found: dict[int, Beside] = {}
    for index, value in enumerate(values):
        if value is None:
            continue
        reach = min(frame.label_pt(texts[index], bold=True) / 2 / pitch_pt, 1.0)
        beside_it = [values[each] for each in (index - 1, index + 1) if 0 <= each < len(values)]
        heights = [float(other - value) * pt_per_value * reach for other in beside_it if other is not None]
        above, below = max((*heights, 0.0)), -min((*heights, 0.0))
        upper = value >= 0 if zero else above <= below
        found[index] = Beside("t", -above) if upper else Beside("b", below)
    return found
