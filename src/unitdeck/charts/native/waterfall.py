"""Waterfall: how changes lead from one total to the next, in columns; below zero and across it as well.

Stacked columns on a base that is not seen, all from the sheet's formulas (:mod:`unitdeck.charts.waterfall_steps`). A
stacked column has no label beyond its end; so a column of glass lies on each, as long as its figure, and the figure
stands at the glass's foot: it follows the data in words and in place.

The columns stand close together and are not joined by lines: series lines would join every piece of every column.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import NamedTuple

from unitdeck.charts.bar_geometry import gap_width, names_pt, scale_with_room
from unitdeck.charts.formats import change_format, number_format
from unitdeck.charts.frame import Drawing, Frame
from unitdeck.charts.periods import fitting, into_frame, names_height_pt
from unitdeck.charts.waterfall_steps import (
    BASE,
    FALL_ABOVE,
    FALL_BELOW,
    FALL_LABEL,
    NOTHING,
    RISE_ABOVE,
    RISE_BELOW,
    RISE_LABEL,
    TOTALS,
    Step,
    step_sheet,
    steps,
    two_columns,
)
from unitdeck.ooxml.chart_xml import bar_chart, plot_area
from unitdeck.ooxml.chart_xml_axes import AXES, Scale, category_axis, value_axis
from unitdeck.ooxml.chart_xml_series import VALUE, Fill, Stroke, bar_series, label, labels, only
from unitdeck.ooxml.chart_xml_sheet import Sheet
from unitdeck.plan.chart import MISSING, ChartSpec
from unitdeck.plan.figures import value_text

_TOTAL, _RISE, _FALL = "sub", "near", "gold"
_SHARE = 0.74  # of a step that its bar takes
_BAR_EM = 5.0  # no wider than this
_ROW_EM = 1.7  # where steps are rows, no thicker than this
_ZERO = Stroke("ink", 1.0)
_UNMOVED = (0.0, 0.0)


def draw(spec: ChartSpec, frame: Frame) -> Drawing:
    """Return the chart: a column a category, totals from zero, the last of them in the accent."""
    spec = two_columns(spec, frame.lang)
    sheet, bars = step_sheet(spec, frame.lang), steps(spec)
    pitch = frame.width_pt / max(len(bars), 1)
    foot = names_height_pt(spec.categories, frame, pitch)
    height = max(frame.height_pt - foot, 0.3 * frame.height_pt)
    scale = _scale(bars, height, frame.line_pt, frame.line_pt)
    wide = min(_SHARE * pitch, _BAR_EM * frame.size_pt)
    room = _Room(pitch, wide, (scale.most - scale.least) / height)
    series = _series(spec, sheet, bars, frame, _spots(spec, bars, frame, room))
    gap = gap_width(pitch, wide)
    group = bar_chart(series, AXES, direction="col", gap=gap, overlap=100, grouping="stacked")
    axes = [category_axis(AXES, "b", frame.style, stroke=_ZERO), value_axis(AXES, "l", scale)]
    return Drawing(sheet, plot_area(frame.area(0, 0, frame.width_pt, height), [group], axes))


def draw_rows(spec: ChartSpec, frame: Frame) -> Drawing:
    """Return the same with a row a category, first on top, for names that are too long to stand under columns."""
    spec = two_columns(spec, frame.lang)
    sheet, bars = step_sheet(spec, frame.lang), steps(spec)
    left = names_pt(spec, frame)
    length = max(frame.width_pt - left, 0.2 * frame.width_pt)
    room = frame.widest_pt((_text(spec, bar) for bar in bars), bold=True)
    scale = _scale(bars, length, room, room)
    pitch = frame.height_pt / max(len(bars), 1)
    series = _series(spec, sheet, bars, frame, dict.fromkeys(range(len(bars)), _UNMOVED))
    gap = gap_width(pitch, min(_SHARE * pitch, _ROW_EM * frame.size_pt))
    group = bar_chart(series, AXES, direction="bar", gap=gap, overlap=100, grouping="stacked")
    axes = [category_axis(AXES, "l", frame.style, stroke=_ZERO), value_axis(AXES, "b", scale)]
    return Drawing(sheet, plot_area(frame.area(left, 0, length, frame.height_pt), [group], axes))


def _scale(bars: Sequence[Step], length_pt: float, before_pt: float, after_pt: float) -> Scale:
    """The ends of the value axis, with room for labels where bars end below zero and where they end above it."""
    below = [bar.low for bar in bars if bar.high <= 0]
    levels = [level for bar in bars for level in (bar.low, bar.high)]
    return scale_with_room(levels, length_pt, before_pt if below else 0.0, after_pt)


def _text(spec: ChartSpec, bar: Step) -> str:
    return value_text(bar.total if bar.total is not None else bar.change, spec._replace(signed=bar.total is None))


class _Room(NamedTuple):
    """The distance of steps and the width of their bars in points, and how much of the value axis a point takes."""

    pitch_pt: float
    bar_pt: float
    per_pt: float


class _Spot(NamedTuple):
    """How far a figure moves to stay in the frame, and beyond the bars of other steps that it would lie on (points)."""

    aside: float
    beyond: float


def _spot(bars: Sequence[Step], index: int, half_pt: float, frame: Frame, room: _Room) -> _Spot:
    bar = bars[index]
    up = bar.high > 0 or bar.low == 0
    edge = float(bar.high if up else bar.low)
    middle = (index + 0.5) * room.pitch_pt
    aside = into_frame(middle, half_pt, frame)
    near = [
        one
        for other, one in enumerate(bars)
        if abs((other + 0.5) * room.pitch_pt - middle - aside) < half_pt + room.bar_pt / 2
    ]
    if up:
        end = max(float(one.high) for one in near)
        return _Spot(aside, -max(end - edge, 0.0) / room.per_pt)
    end = min(float(one.low) for one in near)
    return _Spot(aside, max(edge - end, 0.0) / room.per_pt)


def _spots(spec: ChartSpec, bars: Sequence[Step], frame: Frame, room: _Room) -> dict[int, tuple[float, float]]:
    """The figures that stand apart and how far they move (fractions of the frame): totals, then the greatest changes.

    A change that would lie on the bar of another step is left out, as it would be read as that one's; a total moves.
    """
    widths = {index: frame.label_pt(_text(spec, bar), bold=True) for index, bar in enumerate(bars)}
    spots = {index: _spot(bars, index, width / 2, frame, room) for index, width in widths.items()}
    free = (index for index, spot in spots.items() if bars[index].total is not None or not spot.beyond)
    order = sorted(free, key=lambda index: (bars[index].total is None, -abs(bars[index].change or NOTHING)))
    return {
        index: (spots[index].aside / frame.width_pt, spots[index].beyond / frame.height_pt)
        for index in fitting(order, widths, frame, room.pitch_pt)
    }


def _series(
    spec: ChartSpec,
    sheet: Sheet,
    bars: Sequence[Step],
    frame: Frame,
    shown: Mapping[int, tuple[float, float]],
) -> list[str]:
    """The pieces from zero outwards, and on them the glass that carries the figures."""
    last = max((index for index, bar in enumerate(bars) if bar.total is not None), default=None)
    pieces: list[tuple[int, Fill]] = [
        (BASE, ""),
        (TOTALS, _TOTAL),
        (RISE_ABOVE, _RISE),
        (RISE_BELOW, _RISE),
        (FALL_ABOVE, _FALL),
        (FALL_BELOW, _FALL),
    ]
    drawn = [
        bar_series(
            sheet,
            column,
            order,
            fill,
            points=[(last, "accent")] if column == TOTALS and last is not None else (),
        )
        for order, (column, fill) in enumerate(pieces)
    ]
    strong = frame.style._replace(bold=True)
    code = number_format(spec)
    totals = [
        label(
            index,
            strong._replace(color="accent") if index == last else strong,
            code,
            "inBase",
            shift=_moved(shown[index]),
        )
        for index, bar in enumerate(bars)
        if bar.total is not None and index in shown
    ]
    drawn.append(bar_series(sheet, TOTALS, len(drawn), "", labels=only(totals)))
    for column in (RISE_LABEL, FALL_LABEL):
        drawn.append(bar_series(sheet, column, len(drawn), "", labels=_changes(spec, bars, frame, shown, column)))
    return drawn


def _changes(
    spec: ChartSpec,
    bars: Sequence[Step],
    frame: Frame,
    shown: Mapping[int, tuple[float, float]],
    column: int,
) -> str:
    """The figures of the rises or of the falls: all by one rule that follows the data, or those that fit.

    A step without a figure has 「—」 at the level that was reached: the label of a rise of 0 that only then says so.
    """
    plain, rise = number_format(spec), column == RISE_LABEL
    code = change_format(spec, "+" if rise else "\N{MINUS SIGN}")
    own = [index for index, bar in enumerate(bars) if (bar.rises if rise else bar.falls)]
    style = frame.style._replace(color="sub")
    marks = {
        index: label(index, style, f'{code}" {MISSING}"', "inBase")
        for index, bar in enumerate(bars)
        if rise and index in shown and bar.total is None and bar.change is None
    }
    changes = [index for index, bar in enumerate(bars) if bar.change is not None and bar.total is None]
    if all(shown.get(index) == _UNMOVED for index in changes):
        zeros = {index: label(index, frame.style, plain, "inBase") for index in own if not bars[index].change}
        return labels(frame.style, code, "inBase", VALUE, _in_order(zeros | marks))
    fitting_ones = {
        index: label(index, frame.style, code if bars[index].change else plain, "inBase", shift=_moved(shown[index]))
        for index in own
        if index in shown
    }
    return only(_in_order(fitting_ones | marks))


def _moved(shift: tuple[float, float]) -> tuple[float, float] | None:
    return shift if any(shift) else None


def _in_order(words: Mapping[int, str]) -> list[str]:
    return [words[index] for index in sorted(words)]
