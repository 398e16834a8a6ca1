"""Slope: what each unit was and what it is, a line between; the own line in the accent, named where it ends.

Series are the units, categories the two periods. Series in the role ``rank`` turn the axis: the first is on top.
Every line is drawn and in the workbook; where there is not room for all names,
:func:`~unitdeck.charts.line_ends.to_name` says which lines have one, and the others are pale.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Literal, NamedTuple

from unitdeck.charts.formats import number_format
from unitdeck.charts.frame import Drawing, Frame
from unitdeck.charts.line_ends import BESIDE_PT, End, end_label, first_and_last, fitted, named, shifts, widest_pt
from unitdeck.charts.periods import names_height_pt
from unitdeck.charts.sheets import sheet_of
from unitdeck.ooxml.chart_xml import line_chart, plot_area
from unitdeck.ooxml.chart_xml_axes import AXES, Scale, category_axis, value_axis
from unitdeck.ooxml.chart_xml_series import VALUE, Shows, Stroke, line_series, only
from unitdeck.plan.chart import ChartSpec
from unitdeck.plan.figures import value_text

_OWN = Stroke("accent", 3.5)
_NAMED = Stroke("grey", 1.75)
_UNNAMED = Stroke("range2", 1.0)
_UPRIGHT = Stroke("line", 1.0)
_OWN_MARKER_PT, _MARKER_PT, _UNNAMED_PT = 9, 6, 3
_SIDES = {"l": 0.3, "r": 0.48}  # of the width, at most, for the labels of one side
_NAME_VALUE = Shows(value=True, series=True, separator=" ")


class _Axis(NamedTuple):
    """The upright axis: its place in the frame in points from the top, its ends, whether the least is on top."""

    top: float
    height: float
    scale: Scale
    ranks: bool

    def y(self, value: float) -> float:
        """Return where a value lies, in points from the frame's top."""
        share = (value - self.scale.least) / (self.scale.most - self.scale.least)
        return self.top + self.height * (share if self.ranks else 1 - share)


def draw(spec: ChartSpec, frame: Frame) -> Drawing:
    """Return the chart; a unit with one of the two figures has a point there with its name, and no line."""
    sheet = sheet_of(spec)
    names = _names(spec, frame)
    ends = [*names.values(), *_beginnings(spec, names)]
    left, right = (_side(ends, side, spec.categories, frame) for side in ("l", "r"))
    width = frame.width_pt - left - right
    axis = _axis(spec, names_height_pt(spec.categories, frame, width), frame)
    with_names = named(spec, names, axis.y, frame, axis.height)
    lefts, rights = ([end for end in ends if end.side == side and end.column in with_names] for side in ("l", "r"))
    words: dict[int, list[str]] = {column: [] for column in with_names}
    for end, text in (*_labels(spec, lefts, axis, frame), *_labels(spec, rights, axis, frame)):
        words[end.column].append(text)

    own = spec.highlight
    order = sorted(range(len(spec.series)), key=lambda column: (column == own, column in with_names))
    series = [
        line_series(
            sheet,
            column,
            place,
            _OWN if column == own else _NAMED if column in with_names else _UNNAMED,
            marker_pt=_OWN_MARKER_PT if column == own else _MARKER_PT if column in with_names else _UNNAMED_PT,
            labels=only(words.get(column, ())),
        )
        for place, column in enumerate(order)
    ]
    axes = [
        category_axis(AXES, "b", frame.style, names="low" if axis.ranks else "high", grid=_UPRIGHT),
        value_axis(AXES, "l", axis.scale, reverse=axis.ranks, between="midCat"),
    ]
    area = frame.area(left, axis.top, width, axis.height)
    return Drawing(sheet, plot_area(area, [line_chart(series, AXES)], axes))


def _axis(spec: ChartSpec, head: float, frame: Frame) -> _Axis:
    """From the least to the greatest value, with half a label before and after; lines need not start at 0."""
    known = [float(value) for series in spec.series for value in series.values if value is not None] or [0.0]
    least, most = min(known), max(known)
    if most == least:
        least, most = least - 1, most + 1
    height = frame.height_pt - head
    margin = (most - least) / max(height - frame.line_pt, 0.3 * height) * frame.line_pt / 2
    ranks = any(series.role == "rank" for series in spec.series)
    return _Axis(head, height, Scale(least - margin, most + margin), ranks)


def _names(spec: ChartSpec, frame: Frame) -> dict[int, End]:
    """The label with the name of each line, by column: where the line ends."""
    names: dict[int, End] = {}
    for column, series in enumerate(spec.series):
        if ends := first_and_last(series.values):
            _, last = ends
            end = End(column, last, "r" if last else "l", (), _NAME_VALUE)
            room = _SIDES[end.side] * frame.width_pt - BESIDE_PT
            figure = value_text(series.values[last], spec)
            names[column] = fitted(end, series.name, figure, frame, room, bold=column == spec.highlight)
    return names


def _beginnings(spec: ChartSpec, names: Mapping[int, End]) -> list[End]:
    """The figures where lines begin that end elsewhere."""
    values = {column: spec.series[column].values for column in names}
    return [
        End(column, 0, "l", (value_text(own[0], spec),), VALUE)
        for column, own in values.items()
        if own[0] is not None and any(value is not None for value in own[1:])
    ]


def _labels(spec: ChartSpec, ends: Sequence[End], axis: _Axis, frame: Frame) -> list[tuple[End, str]]:
    """The labels of one side. A figure too far from its point would be read as another's: it is left out."""
    places = {end: axis.y(float(spec.series[end.column].values[end.point] or 0)) for end in ends}
    while True:
        moves = shifts(places, frame, axis.top, axis.top + axis.height)
        lost = {end: abs(move) for end, move in moves.items() if end.shows == VALUE and end.column != spec.highlight}
        farthest = max(lost, key=lost.__getitem__, default=None)
        if farthest is None or lost[farthest] <= frame.line_pt:
            break
        del places[farthest]
    own = frame.style._replace(bold=True, color="accent")
    others = frame.style._replace(color="sub")
    code = number_format(spec)
    return [
        (end, end_label(end, own if end.column == spec.highlight else others, code, frame, BESIDE_PT, move))
        for end, move in moves.items()
    ]


def _side(ends: Sequence[End], side: Literal["l", "r"], categories: Sequence[str], frame: Frame) -> float:
    """The room of one side: its labels, and half a period's name, which stands over the line's end."""
    labels = widest_pt((end for end in ends if end.side == side), frame) + BESIDE_PT
    return min(max(labels, frame.widest_pt(categories) / 2), _SIDES[side] * frame.width_pt)
