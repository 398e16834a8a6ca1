"""Geometry of bars and columns: the room of rows' names, how thick bars are, the ends of the value axis."""

from __future__ import annotations

from collections.abc import Iterable
from decimal import Decimal
from typing import NamedTuple

from unitdeck.charts.frame import Frame
from unitdeck.ooxml.chart_xml import APART
from unitdeck.ooxml.chart_xml_axes import Scale
from unitdeck.plan.chart import ChartSpec
from unitdeck.plan.reach import Reach, reach_of_single

_MOST_OF_WIDTH = 0.45  # names longer than this are broken into lines


class Plot(NamedTuple):
    """Where the bars run: its length in points from the end of the names, and the values at its ends."""

    length_pt: float
    scale: Scale


def names_pt(spec: ChartSpec, frame: Frame, *, bold: bool = False) -> float:
    """Return the room left of the plot: as the page gave it, or as the longest name needs."""
    return frame.names_pt or min(frame.widest_pt(spec.categories, bold=bold) + 6, _MOST_OF_WIDTH * frame.width_pt)


def gap_width(pitch_pt: float, bar_pt: float, count: int = 1) -> int:
    """Return the gap (percent of a bar, 0 to 500) that draws ``count`` bars side by side, each so thick, at a pitch.

    Bars of one category stand ``APART``; that is taken from the gap.
    """
    return round(min(max((pitch_pt / bar_pt - count) * 100 + (count - 1) * APART, 0), 500))


def plot_of(reach: Reach, length_pt: float, before_pt: float, after_pt: float) -> Plot:
    """Return the plot of bars in a room ``length_pt`` long, with the rooms of their labels (:meth:`Reach.per_pt`).

    Labels are safest on the plot, so it takes all the room; but where bars are cut on the right it ends, and labels may
    stand beside it.
    """
    per_pt = reach.per_pt(length_pt, before_pt, after_pt)
    least, most, lowest, highest = (float(value) for value in reach[:4])
    start = min(least, lowest - before_pt * per_pt) if least < 0 else least
    last = most if most > highest else start + per_pt * length_pt
    return Plot((last - start) / per_pt, Scale(start, last))


def scale_with_room(values: Iterable[Decimal | None], length_pt: float, before_pt: float, after_pt: float) -> Scale:
    """Return the ends of a value axis ``length_pt`` long through 0, so that labels stay on the plot.

    Room is kept before the least value if it is negative (``before_pt``) and after the greatest if it is not
    (``after_pt``). All values 0 or missing: the axis runs to 1.
    """
    known = [value for value in values if value is not None]
    return plot_of(reach_of_single(known, cut=False), length_pt, before_pt, after_pt).scale
