"""Lines over periods: this year solid in the accent, last year lighter, the plan dashed; named where they end."""

from __future__ import annotations

from decimal import Decimal
from typing import NamedTuple

from unitdeck.charts.formats import number_format
from unitdeck.charts.frame import Drawing, Frame
from unitdeck.charts.periods import every_nth, names_height_pt, spaced
from unitdeck.charts.sheets import sheet_of
from unitdeck.ooxml.chart_xml import Area, line_chart, plot_area
from unitdeck.ooxml.chart_xml_axes import AXES, Scale, category_axis, value_axis
from unitdeck.ooxml.chart_xml_series import VALUE, Shows, Stroke, label, line_series, only
from unitdeck.plan.chart import ChartSpec, Series
from unitdeck.plan.figures import value_text

_STROKES = {
    "last_year": Stroke("grey", 2.25),
    "plan": Stroke("sub", 2.0, "sysDash"),
    "target": Stroke("sub", 2.0, "sysDash"),
    "schedule": Stroke("sub", 2.0, "sysDash"),
}
_MAIN = Stroke("accent", 3.5)
_TEXT = {"grey": "sub"}  # the grey of lines is too light for words
_BESIDE_PT = 5.0  # from a line's end to its label


class _End(NamedTuple):
    """Where a line ends: the period of its last point and its label."""

    column: int
    period: int
    text: str


def draw(spec: ChartSpec, frame: Frame) -> Drawing:
    """Return the chart; a missing value is a gap in its line."""
    sheet = sheet_of(spec)
    count = max(len(spec.categories), 1)
    alone = len(spec.series) == 1
    ends = [end for column in range(len(spec.series)) if (end := _end(spec, column, alone=alone))]
    right = 0.0 if alone else frame.widest_pt((end.text for end in ends), bold=True) + _BESIDE_PT
    # The last point stands half a period before the plot's edge, and the labels start there.
    pitch = min(frame.width_pt / count, (frame.width_pt - min(right, 0.4 * frame.width_pt)) / (count - 0.5))
    width = pitch * count

    foot = names_height_pt(spec.categories, frame, pitch)
    height = max(frame.height_pt - foot, 0.3 * frame.height_pt)
    scale = _scale(spec, height, frame.line_pt)
    shifts = _apart(spec, ends, scale, height, frame)
    series = [
        line_series(
            sheet,
            column,
            column,
            _stroke(one),
            marker_pt=9 if one.role in ("actual", "rate") else 0,
            labels=only(
                _point_labels(spec, frame, pitch)
                if alone
                else [_end_label(spec, frame, end, shifts[end.column]) for end in ends if end.column == column]
            ),
        )
        for column, one in enumerate(spec.series)
    ]
    axes = [
        category_axis(
            AXES,
            "b",
            frame.style,
            stroke=Stroke("line", 1.0),
            crosses="min",
            every=every_nth(spec.categories, frame, pitch),
        ),
        value_axis(AXES, "l", scale),
    ]
    area = Area(0, 0, min(width / frame.width_pt, 1.0), height / frame.height_pt)
    return Drawing(sheet, plot_area(area, [line_chart(series, AXES)], axes))


def _stroke(series: Series) -> Stroke:
    return _STROKES.get(series.role, _MAIN)


def _end(spec: ChartSpec, column: int, *, alone: bool) -> _End | None:
    series = spec.series[column]
    index = max((index for index, value in enumerate(series.values) if value is not None), default=None)
    if index is None:
        return None
    figure = value_text(series.values[index], spec)
    return _End(column, index, figure if alone else f"{series.name} {figure}")


def _scale(spec: ChartSpec, height_pt: float, line_pt: float) -> Scale:
    """The ends of the value axis: room for a label above and below; lines need not start at 0."""
    known = [float(value) for series in spec.series for value in series.values if value is not None] or [0.0]
    least, most = min(known), max(known)
    span = (most - least) or abs(most) or 1.0
    if most == least:
        least, most = least - span / 2, most + span / 2
    per_pt = span / max(height_pt - 2.6 * line_pt, 0.3 * height_pt)
    return Scale(least - 1.3 * line_pt * per_pt, most + 1.3 * line_pt * per_pt)


def _apart(spec: ChartSpec, ends: list[_End], scale: Scale, height_pt: float, frame: Frame) -> dict[int, float]:
    """How far each end label moves (points, down) so that labels at one period stay a line apart."""
    per_value = height_pt / (scale.most - scale.least)
    places = sorted(
        (-float(value) * per_value, end)
        for end in ends
        if (value := spec.series[end.column].values[end.period]) is not None
    )
    shifts: dict[int, float] = {}
    floor: dict[int, float] = {}
    for place, end in places:
        moved = max(place, floor.get(end.period, place))
        floor[end.period] = moved + frame.line_pt
        shifts[end.column] = moved - place
    return shifts


def _end_label(spec: ChartSpec, frame: Frame, end: _End, shift_pt: float) -> str:
    stroke = _stroke(spec.series[end.column])
    style = frame.style._replace(bold=stroke is _MAIN, color=_TEXT.get(stroke.color, stroke.color))
    within = end.period < len(spec.categories) - 1
    aside = (0.8 if _others_above(spec, end) else -0.8) * frame.line_pt if within else 0.0
    return label(
        end.period,
        style,
        number_format(spec),
        "r",
        Shows(value=True, series=True, separator=" "),
        shift=(_BESIDE_PT / frame.width_pt, (shift_pt + aside) / frame.height_pt),
    )


def _others_above(spec: ChartSpec, end: _End) -> bool:
    """Whether other lines go on above the place where this one ends: then its label stands below."""
    own = spec.series[end.column].values[end.period]
    others = (series.values[end.period] for column, series in enumerate(spec.series) if column != end.column)
    return any(value is not None and own is not None and value >= own for value in others)


def _point_labels(spec: ChartSpec, frame: Frame, pitch_pt: float) -> list[str]:
    """The figures of the only line: above its points, the last one strong."""
    values = spec.series[0].values
    shown = spaced(values, [value_text(value, spec) for value in values], frame, pitch_pt)
    last = max(shown, default=0)
    valleys = {index for index in range(len(values)) if _is_valley(values, index)}
    deepest = min(valleys, key=lambda index: values[index] or Decimal(0), default=None)
    if deepest is not None:
        shown.add(deepest)
    strong = frame.style._replace(bold=True, color="accent")
    return [
        label(
            index,
            strong if index == last else frame.style,
            number_format(spec),
            "b" if index in valleys else "t",
            VALUE,
        )
        for index in sorted(shown)
    ]


def _is_valley(values: tuple[Decimal | None, ...], index: int) -> bool:
    """Whether the line rises on both sides of a point: only below it is free for its label."""
    if not 0 < index < len(values) - 1:
        return False
    before, own, after = values[index - 1 : index + 2]
    return before is not None and own is not None and after is not None and before > own < after
