"""Radar: the own unit against its benchmarks on 3 to 10 indicators of one measure; the own line in the accent.

Fewer or more indicators, names too long for the spokes, and figures below 0, which have no place on a web that starts
at 0, are drawn as columns side by side, with the own figures.
"""

from __future__ import annotations

import math
from typing import NamedTuple

from unitdeck.charts.bar_geometry import gap_width, scale_with_room
from unitdeck.charts.formats import number_format
from unitdeck.charts.frame import Drawing, Frame
from unitdeck.charts.gaps import with_gap_marks
from unitdeck.charts.legends import LINE_KEY_EM, lines_above_pt, names_above, names_beside, names_beside_pt
from unitdeck.charts.periods import every_nth, names_height_pt, spaced
from unitdeck.charts.sheets import sheet_of
from unitdeck.ooxml.chart_xml import bar_chart, line_chart, plot_area, radar_chart
from unitdeck.ooxml.chart_xml_axes import AXES, Scale, Ticks, category_axis, value_axis
from unitdeck.ooxml.chart_xml_series import VALUE, Stroke, bar_series, fraction, label, only, radar_series
from unitdeck.plan.chart import ChartSpec
from unitdeck.plan.figures import value_text
from unitdeck.plan.round_steps import round_step

_SPOKES = range(3, 11)
_OWN = Stroke("accent", 3.5)
_BENCHMARKS = (Stroke("sub", 2.25, "dash"), Stroke("grey", 2.25), Stroke("gold", 2.25, "sysDash"))
_OTHERS = Stroke("range2", 1.5)  # lines beyond four colours
_OWN_MARKER_PT, _MARKER_PT = 9, 5
_WEB = Stroke("line", 1.0)
_LEAST_RADIUS_EM = 4.5
_RINGS = 5  # up to the greatest value, at most
_RIM_RINGS = 0.15  # from the lines to the rim's figure, at least
_UPRIGHT = 0.01  # a spoke that reaches less to a side has its name above or below it
_GAP_EM = 0.6  # from the rim to the names
_COLUMNS, _COLUMN_EM = 0.72, 2.5  # of a category that its columns take; a column's greatest width


class _Web(NamedTuple):
    """Where the web lies: its radius and centre in points from the frame's top left, and the names of its lines."""

    radius: float
    x: float
    y: float
    legend: str


def draw(spec: ChartSpec, frame: Frame) -> Drawing:
    """Return the chart, its axis from 0: with a negative figure, or without any but 0, columns are drawn instead."""
    web = _web(spec, frame)
    known = [value for series in spec.series for value in series.values if value is not None]
    readable = len(spec.categories) in _SPOKES and web.radius >= _LEAST_RADIUS_EM * frame.size_pt
    if not readable or not any(known) or min(known) < 0:
        return _columns(spec, frame)
    sheet = sheet_of(spec)
    own = _own(spec)
    strokes = _strokes(spec)
    order = sorted(range(len(spec.series)), key=lambda column: column == own)
    series = [
        radar_series(sheet, column, place, strokes[column], _OWN_MARKER_PT if column == own else _MARKER_PT)
        for place, column in enumerate(order)
    ]
    scale, every = _rings(spec)
    ticks = Ticks(frame.style._replace(color="sub"), _ring_format(spec, scale, every), every, _WEB, _WEB)
    axes = [
        category_axis(AXES, "b", frame.style, grid=_WEB),
        value_axis(AXES, "l", scale, ticks=ticks),
    ]
    area = frame.area(web.x - web.radius, web.y - web.radius, 2 * web.radius, 2 * web.radius)
    return Drawing(sheet, plot_area(area, [radar_chart(series, AXES)], axes), web.legend)


def _own(spec: ChartSpec) -> int:
    return spec.highlight if spec.highlight is not None else 0


def _line_names(spec: ChartSpec) -> list[str]:
    return [series.name for series in spec.series]


def _strokes(spec: ChartSpec) -> list[Stroke]:
    """The own line's, those of as many benchmarks as can be told apart, and one for all others."""
    rest = iter(_BENCHMARKS)
    return [_OWN if column == _own(spec) else next(rest, _OTHERS) for column in range(len(spec.series))]


def _web(spec: ChartSpec, frame: Frame) -> _Web:
    """The web with the names of its lines beside it where there is room, else above it."""
    radius = _radius_pt(spec, frame, 0)
    if len(spec.series) < 2:
        return _Web(radius, frame.width_pt / 2, frame.height_pt / 2, "")
    names = _line_names(spec)
    reach, beside = _reach_pt(spec, frame, radius), names_beside_pt(names, frame)
    if 2 * reach + beside <= frame.width_pt:
        x = (frame.width_pt - beside) / 2
        return _Web(radius, x, frame.height_pt / 2, names_beside(names, frame, x + reach))
    head = lines_above_pt(names, frame)
    radius = _radius_pt(spec, frame, head)
    return _Web(radius, frame.width_pt / 2, (frame.height_pt + head) / 2, names_above(names, frame, key_em=LINE_KEY_EM))


def _spokes(spec: ChartSpec, frame: Frame) -> list[tuple[float, float, float]]:
    """How far each spoke of length 1 reaches to a side and up or down, and its name beyond its end to a side.

    A spoke straight up or down has its name above or below it.
    """
    gap = _GAP_EM * frame.size_pt
    spokes = []
    for index, name in enumerate(spec.categories):
        angle = 2 * math.pi * index / len(spec.categories)
        across, up = abs(math.sin(angle)), abs(math.cos(angle))
        width = frame.label_pt(name)
        spokes.append((across, up, width + gap) if across > _UPRIGHT else (0.0, 1.0, width / 2))
    return spokes


def _radius_pt(spec: ChartSpec, frame: Frame, head: float) -> float:
    """How long the spokes can be, so that their names stay in the frame below ``head``; 0 or less if they cannot."""
    gap = _GAP_EM * frame.size_pt
    half_width, half_height = frame.width_pt / 2, (frame.height_pt - head) / 2
    radius = min(half_width, half_height)
    for across, up, beyond in _spokes(spec, frame):
        if beyond > half_width:
            return 0.0
        if across:
            radius = min(radius, (half_width - beyond) / across)
        if up > _UPRIGHT:
            radius = min(radius, (half_height - frame.line_pt * max(up, 0.5) - gap) / up)
    return radius


def _reach_pt(spec: ChartSpec, frame: Frame, radius: float) -> float:
    """How far the web with its names reaches to a side of the centre."""
    return max((across * radius + beyond for across, _, beyond in _spokes(spec, frame)), default=radius)


def _rings(spec: ChartSpec) -> tuple[Scale, float]:
    """The ends of the axis and the distance of its rings, a round number.

    The rim's figure stands at the first spoke: there the rim lies beyond the lines, so that none crosses it.
    """
    most = max(value for series in spec.series for value in series.values if value is not None)
    first = max((float(value) for series in spec.series if (value := series.values[0]) is not None), default=0.0)
    every = float(round_step(most / _RINGS))
    return Scale(0.0, max(math.ceil(float(most) / every), math.ceil(first / every + _RIM_RINGS)) * every), every


def _ring_format(spec: ChartSpec, scale: Scale, every: float) -> str:
    """The figures of the centre and the rim: lines cross those between."""
    decimals = next((places for places in range(9) if round(every, places) == every), 9)
    code = number_format(spec._replace(decimals=decimals, signed=False)).split(";")[0]
    return f'[<{fraction(every / 2)}]{code};[>{fraction(scale.most - every / 2)}]{code};""'


def _columns(spec: ChartSpec, frame: Frame) -> Drawing:
    """Columns from 0 in the colours of the lines; the own ones carry their figures, as many as do not touch."""
    sheet = sheet_of(spec)
    own, count = _own(spec), max(len(spec.series), 1)
    names = _line_names(spec)
    head = lines_above_pt(names, frame)
    pitch = frame.width_pt / max(len(spec.categories), 1)
    every = every_nth(spec.categories, frame, pitch)
    foot = names_height_pt(spec.categories, frame, pitch, every)
    height = max(frame.height_pt - head - foot, 0.3 * frame.height_pt)
    everything = [value for series in spec.series for value in series.values]
    scale = scale_with_room(everything, height, frame.line_pt, frame.line_pt)
    values = spec.series[own].values
    style = frame.style._replace(bold=True, color="accent")
    up = height / (scale.most - scale.least) / frame.height_pt
    words = [
        label(index, style, number_format(spec), "outEnd", VALUE, shift=_above_neighbours(spec, index, up))
        for index in sorted(spaced(values, [value_text(value, spec) for value in values], frame, pitch))
    ]
    series = [
        bar_series(sheet, column, column, stroke.color, labels=only(words) if column == own else "")
        for column, stroke in enumerate(_strokes(spec))
    ]
    width = min(_COLUMNS * pitch / count, _COLUMN_EM * frame.size_pt)
    group = bar_chart(series, AXES, direction="col", gap=gap_width(pitch, width, count))
    axes = [
        category_axis(AXES, "b", frame.style, stroke=Stroke("ink", 1.0), every=every),
        value_axis(AXES, "l", scale),
    ]
    area = frame.area(0, head, frame.width_pt, height)
    sheet, marks = with_gap_marks(sheet, range(count), frame, count)
    groups = [group, line_chart([marks], AXES)] if marks else [group]
    legend = names_above(names, frame, [count] if marks else (), key_em=LINE_KEY_EM) if head else ""
    return Drawing(sheet, plot_area(area, groups, axes), legend)


def _above_neighbours(spec: ChartSpec, index: int, per_value: float) -> tuple[float, float] | None:
    """How far the own figure moves up (fractions of the frame), so that it clears a taller column beside its own."""
    own = spec.series[_own(spec)].values[index]
    if own is None or own < 0:
        return None
    tallest = max(value for series in spec.series if (value := series.values[index]) is not None)
    return (0.0, -float(tallest - own) * per_value) if tallest > own else None
