"""Bump: ranks over three or more periods, the first on top; the own line in the accent with its ranks on it.

Series are the units, categories the periods. Every line is drawn and in the workbook; where there is not room for all
names, :func:`~unitdeck.charts.line_ends.to_name` says which lines have one, and the others are pale.
"""

from __future__ import annotations

import math
from collections.abc import Sequence
from typing import NamedTuple

from unitdeck.charts.formats import number_format
from unitdeck.charts.frame import Drawing, Frame
from unitdeck.charts.line_ends import BESIDE_PT, End, end_label, first_and_last, fitted, named, shifts, widest_pt
from unitdeck.charts.periods import every_nth, names_height_pt
from unitdeck.charts.sheets import sheet_of
from unitdeck.ooxml.chart_xml import line_chart, plot_area
from unitdeck.ooxml.chart_xml_axes import AXES, Scale, Ticks, category_axis, value_axis
from unitdeck.ooxml.chart_xml_series import VALUE, Shows, Stroke, label, line_point, line_series, only
from unitdeck.plan.chart import ChartSpec
from unitdeck.plan.figures import value_text

_OWN = Stroke("accent", 3.5)
_NAMED = Stroke("grey", 1.75)
_UNNAMED = Stroke("range2", 1.0)
_FOOT = Stroke("line", 1.0)
_OWN_END_PT, _MARKER_PT, _UNNAMED_PT = 11, 7, 3
_DISC_EM = {1: 1.6, 2: 1.75, 3: 2.2}  # the own marker, by the digits of its rank
_TICK_GAP_PT = 4.0
_WHOLE_RANKS = "0;;"  # there is no rank 0: an axis that starts there does not say so
_SIDE = 0.42  # of the width, at most, for the names
_STEPS = (1, 2, 5, 10, 20, 50, 100, 200, 500, 1000)
_NAME_RANK = Shows(value=True, series=True, separator=" ")
_NAME = Shows(series=True)


class _Axis(NamedTuple):
    """The axis of ranks, the least on top: its place in points from the top, its ends, a figure every n ranks."""

    top: float
    height: float
    scale: Scale
    every: int

    def y(self, rank: float) -> float:
        """Return where a rank lies, in points from the frame's top."""
        return self.top + self.height * (rank - self.scale.least) / (self.scale.most - self.scale.least)


def draw(spec: ChartSpec, frame: Frame) -> Drawing:
    """Return the chart; a missing rank is a gap in its line, and 「—」 after its name if it is the last.

    The own ranks stand in the markers, all but the last, which stands after the name. The names at the beginnings are
    printed where there is room.
    """
    spec = _whole(spec)
    sheet = sheet_of(spec)
    count = max(len(spec.categories), 1)
    names = _names(spec, frame)
    disc = _disc_pt(spec, frame)
    left = _ticks_pt(spec, frame)
    room = max(frame.width_pt - left, 0.3 * frame.width_pt)
    # The last point stands half a period before the plot's edge, and the names start there.
    right = widest_pt(names.values(), frame) + BESIDE_PT + disc / 2
    pitch = min(room / count, (room - right) / (count - 0.5))
    numbered = disc < pitch
    disc = disc if numbered else _MARKER_PT
    every = every_nth(spec.categories, frame, pitch)
    foot = names_height_pt(spec.categories, frame, pitch, every)
    axis = _axis(spec, disc, foot, frame)
    ends = [names[column] for column in sorted(named(spec, names, axis.y, frame, axis.top + axis.height))]

    beginnings = _beginnings(spec, ends, pitch / 2 - disc / 2 - BESIDE_PT, frame)
    words: dict[int, list[str]] = {end.column: [] for end in ends}
    away = BESIDE_PT + (disc - _MARKER_PT) / 2  # the own marker may lie over another line's beginning
    for side, across in ((beginnings, away), (ends, BESIDE_PT)):
        for end, text in _labels(spec, side, axis, pitch, across, frame):
            words[end.column].append(text)
    if numbered and spec.highlight in words:
        own = spec.highlight
        words[own] = [*_ranks(spec, own, names[own].point, frame), *words[own]]

    order = sorted(range(len(spec.series)), key=lambda column: (column == spec.highlight, column in words))
    series = []
    for place, column in enumerate(order):
        labels = only(words.get(column, ()))
        if column == spec.highlight:
            ended = [line_point(names[column].point, _OWN, _OWN_END_PT)] if column in names else []
            one = line_series(sheet, column, place, _OWN, marker_pt=disc, points=ended, labels=labels)
        elif column in words:
            one = line_series(sheet, column, place, _NAMED, marker_pt=_MARKER_PT, labels=labels)
        else:
            one = line_series(sheet, column, place, _UNNAMED, marker_pt=_UNNAMED_PT)
        series.append(one)
    ticks = Ticks(frame.style._replace(color="sub"), _WHOLE_RANKS, axis.every, None)
    axes = [
        category_axis(AXES, "b", frame.style, names="high", every=every),
        value_axis(AXES, "l", axis.scale, ticks=ticks, reverse=True),
    ]
    area = frame.area(left, axis.top, pitch * count, axis.height)
    return Drawing(sheet, plot_area(area, [line_chart(series, AXES)], axes))


def _disc_pt(spec: ChartSpec, frame: Frame) -> int:
    """The own marker: wide enough for its longest rank."""
    values = spec.series[spec.highlight].values if spec.highlight is not None else ()
    digits = max((len(value_text(value, spec)) for value in values if value is not None), default=1)
    return round(min(_DISC_EM.get(digits, 0.6 * digits) * frame.size_pt, 72))


def _axis(spec: ChartSpec, disc: float, foot: float, frame: Frame) -> _Axis:
    """From 1 to the last rank; where more ranks lie before the first one shown than between, from that one.

    Where ranks lie nearer than a line of text, every second, fifth, tenth … has its figure. After the last rank there
    is room for half a label.
    """
    known = _known(spec) or [1.0]
    least, most = math.floor(min(known)), math.ceil(max(known))
    if least - 1 <= most - least:
        least = min(least, 1)
    most = max(most, least + 1)
    margin = max(disc, frame.line_pt) / 2
    height = max(frame.height_pt - foot - margin, 0.3 * frame.height_pt)
    room = max(height - margin, 0.3 * height)
    every = next((step for step in _STEPS if step * room / (most - least) >= frame.line_pt), _STEPS[-1])
    if every > 1:
        least = least // every * every
    return _Axis(margin, height, Scale(least, most + margin * (most - least) / room), every)


def _known(spec: ChartSpec) -> list[float]:
    return [float(value) for series in spec.series for value in series.values if value is not None]


def _whole(spec: ChartSpec) -> ChartSpec:
    """The same with whole ranks printed whole, whatever was asked."""
    return spec._replace(decimals=0) if all(value.is_integer() for value in _known(spec)) else spec


def _ticks_pt(spec: ChartSpec, frame: Frame) -> float:
    return frame.label_pt(str(round(max(_known(spec), default=1)))) + _TICK_GAP_PT


def _names(spec: ChartSpec, frame: Frame) -> dict[int, End]:
    """The label with the name of each line, by column; it stands at the last rank known, moved to the right."""
    names: dict[int, End] = {}
    for column, series in enumerate(spec.series):
        if ends := first_and_last(series.values):
            _, last = ends
            figure = value_text(series.values[-1], spec)
            end = End(column, last, "r", (), _NAME_RANK if last == len(series.values) - 1 else Shows())
            names[column] = fitted(end, series.name, figure, frame, _SIDE * frame.width_pt, bold=True)
    return names


def _beginnings(spec: ChartSpec, ends: Sequence[End], room_pt: float, frame: Frame) -> list[End]:
    """The names where the lines of others begin, or none where one is too long."""
    names = [
        End(end.column, 0, "l", (spec.series[end.column].name,), _NAME)
        for end in ends
        if end.column != spec.highlight and end.point and spec.series[end.column].values[0] is not None
    ]
    return names if widest_pt(names, frame) <= room_pt else []


def _labels(
    spec: ChartSpec, ends: Sequence[End], axis: _Axis, pitch: float, across: float, frame: Frame
) -> list[tuple[End, str]]:
    places = {end: axis.y(float(spec.series[end.column].values[end.point] or 0)) for end in ends}
    moves = shifts(places, frame, 0, axis.top + axis.height)
    own = frame.style._replace(bold=True, color="accent")
    others = frame.style._replace(color="sub")
    code, last = number_format(spec), len(spec.categories) - 1
    return [
        (
            end,
            end_label(
                end,
                own if end.column == spec.highlight else others,
                code,
                frame,
                across + ((last - end.point) * pitch if end.side == "r" else 0),
                move,
            ),
        )
        for end, move in moves.items()
    ]


def _ranks(spec: ChartSpec, column: int, but: int, frame: Frame) -> list[str]:
    """The ranks of a line inside its markers, ``but`` one."""
    style = frame.style._replace(bold=True, color="ground")
    return [
        label(point, style, number_format(spec), "ctr", VALUE)
        for point, value in enumerate(spec.series[column].values)
        if value is not None and point != but
    ]
