"""Columns that are cut: an outlier is cut by the rule of rows (:mod:`unitdeck.plan.reach`) and tells its true figure.

Columns are narrower than their figures, so a figure stands beyond the end that is cut, above the plot; that of a
negative column, below which the periods' names stand, at its other end, above the zero line. Where figures would touch,
no column is cut.
"""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal
from typing import NamedTuple

from unitdeck.charts.column_series import Columns
from unitdeck.charts.formats import cut_words
from unitdeck.charts.frame import Frame
from unitdeck.charts.periods import into_frame
from unitdeck.charts.sheets import at
from unitdeck.plan.figures import value_text
from unitdeck.plan.reach import Reach, reach_of_single


class Cut(NamedTuple):
    """A column that is cut, by its place among the series and its period; where its figure stands, in points.

    ``aside`` is how far right of the column's middle; ``at_zero`` that it stands at the zero line, not above the plot.
    """

    place: int
    period: int
    left: float
    right: float
    aside: float
    at_zero: bool


def reach_of_columns(columns: Columns, frame: Frame, *, below: bool = True) -> Reach:
    """Return how far columns reach: outliers are cut where each figure finds its place.

    Without ``below`` the axis goes on under the columns and cuts no negative ones: then all have their whole length.
    """
    known = [value for one in columns.figures for value in one if value is not None]
    reach = reach_of_single(known)
    cuts = cuts_of(columns, frame, reach)
    uncut = not below and reach.least < reach.lowest
    if uncut or not all(_clear(columns, frame, cut, cuts) for cut in cuts):
        return reach_of_single(known, cut=False)
    return reach._replace(at_zero=reach.at_zero or any(cut.at_zero for cut in cuts))


def cuts_of(columns: Columns, frame: Frame, reach: Reach) -> list[Cut]:
    """Return the columns that are cut, with the places of their figures."""
    return [
        _cut(columns, frame, place, index, value)
        for place, values in enumerate(columns.figures)
        for index, value in enumerate(values)
        if value is not None and reach.cuts(value)
    ]


def cut_head_pt(reach: Reach, frame: Frame) -> float:
    """Return the room above the plot for the figures of columns that are cut there, 0 where none is."""
    return frame.line_pt if reach.most > reach.highest else 0.0


def _cut(columns: Columns, frame: Frame, place: int, index: int, value: Decimal) -> Cut:
    spec = columns.spec
    text = (at(spec.labels, index) if place == columns.main else "") or value_text(value, spec)
    half = frame.label_pt(cut_words(text, value), bold=True) / 2
    middle = (index + 0.5) * columns.widths(frame)[0] + columns.off_pt(place, frame)
    aside = into_frame(middle, half, frame)
    return Cut(place, index, middle + aside - half, middle + aside + half, aside, value < 0)


def _clear(columns: Columns, frame: Frame, cut: Cut, cuts: Sequence[Cut]) -> bool:
    """Whether a figure touches no other of its height and, at the zero line, no column above it and no 「—」."""
    others = [other for other in cuts if other != cut and other.at_zero == cut.at_zero]
    if any(cut.left < other.right and other.left < cut.right for other in others):
        return False
    if not cut.at_zero:
        return True
    pitch, width = columns.widths(frame)
    for index in range(len(columns.spec.categories)):
        values = [one[index] for one in columns.figures]
        if all(value is None for value in values):
            middle, half = (index + 0.5) * pitch, frame.size_pt
            if cut.left < middle + half and middle - half < cut.right:
                return False
        for place, value in enumerate(values):
            middle = (index + 0.5) * pitch + columns.off_pt(place, frame)
            above = value is not None and value > 0
            if above and cut.left < middle + width / 2 and middle - width / 2 < cut.right:
                return False
    return True
