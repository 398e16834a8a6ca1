"""Geometry shared by charts over periods: the room of the periods' names, which names and figures fit."""

from __future__ import annotations

import math
from collections.abc import Iterable, Sequence
from decimal import Decimal

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
    """Return the room below the plot that the names need: one line, or up to three where they are broken.

    LibreOffice breaks names that do not fit even where :func:`every_nth` leaves some out, so both get the room.
    """
    widest = frame.widest_pt(categories)
    lines = min(math.ceil(1.2 * widest / pitch_pt), _MOST_LINES) if widest > pitch_pt else 1
    return (1.25 * lines + 0.6) * frame.size_pt


def spaced(values: Sequence[Decimal | None], texts: Sequence[str], frame: Frame, pitch_pt: float) -> set[int]:
    """Return the indexes whose figures can be printed without touching: all, or the last, the extremes and the first.

    The last comes first, because it is what the page speaks of.
    """
    known = [index for index, value in enumerate(values) if value is not None]
    widths = {index: frame.label_pt(texts[index], bold=True) for index in known}
    if all(width <= pitch_pt for width in widths.values()):
        return set(known)
    chosen: set[int] = set()
    for index in _by_weight(known, values):
        if all((widths[index] + widths[other]) / 2 <= abs(index - other) * pitch_pt for other in chosen):
            chosen.add(index)
    return chosen


def _by_weight(known: Sequence[int], values: Sequence[Decimal | None]) -> Iterable[int]:
    figures = {index: value for index in known if (value := values[index]) is not None}
    if not figures:
        return ()
    greatest, least = max(figures, key=figures.__getitem__), min(figures, key=figures.__getitem__)
    return dict.fromkeys((known[-1], greatest, least, known[0]))
