"""Columns over periods, from 0: the last in the accent; or this year's, last year's in grey, the plan's as outlines."""

from __future__ import annotations

from unitdeck.base.richtext import Run
from unitdeck.charts.formats import number_format
from unitdeck.charts.frame import Drawing, Frame
from unitdeck.charts.names import names_above
from unitdeck.charts.periods import every_nth, names_height_pt, spaced
from unitdeck.charts.rows import scale_with_room
from unitdeck.charts.sheets import at, sheet_of
from unitdeck.ooxml.chart_xml import Area, bar_chart, plot_area
from unitdeck.ooxml.chart_xml_axes import AXES, category_axis, value_axis
from unitdeck.ooxml.chart_xml_series import VALUE, Stroke, bar_series, label, only
from unitdeck.plan.chart import ChartSpec
from unitdeck.plan.figures import value_text

_PLANNED = ("plan", "target", "schedule")  # outlined: what is not yet there has no body (IBCS)
_OUTLINE = Stroke("sub", 1.5)
_SHARE = 0.62  # of a period that its columns take
_MOST_EM = 4.5  # no column wider than this


def draw(spec: ChartSpec, frame: Frame) -> Drawing:
    """Return the chart. Figures stand on this year's columns, all or as many as do not touch."""
    sheet = sheet_of(spec)
    count, several = max(len(spec.categories), 1), len(spec.series) > 1
    pitch = frame.width_pt / count
    main = next((index for index, series in enumerate(spec.series) if series.role == "actual"), 0)
    values = spec.series[main].values
    texts = [at(spec.labels, index) or value_text(value, spec) for index, value in enumerate(values)]
    shown = spaced(values, texts, frame, pitch)
    last = max((index for index, value in enumerate(values) if value is not None), default=None)

    head = frame.line_pt if several else 0.0
    foot = names_height_pt(spec.categories, frame, pitch)
    height = max(frame.height_pt - head - foot, 0.3 * frame.height_pt)
    everything = [value for series in spec.series for value in series.values]
    scale = scale_with_room(everything, height, frame.line_pt, frame.line_pt)

    code = number_format(spec)
    strong = frame.style._replace(bold=True, color="accent")
    words = [
        label(
            index,
            strong if index == last else frame.style,
            code,
            "outEnd",
            VALUE,
            lines=[[Run(at(spec.labels, index))]] if at(spec.labels, index) else (),
            shift=_above_neighbours(spec, main, index, height / (scale.most - scale.least) / frame.height_pt),
        )
        for index in sorted(shown)
    ]
    series = []
    for column, one in enumerate(spec.series):
        planned = one.role in _PLANNED
        fill = "" if planned else "accent" if several and column == main else "grey"
        points = [(last, "accent")] if last is not None and not several else []
        own = only(words) if column == main else ""
        border = _OUTLINE if planned else None
        series.append(bar_series(sheet, column, column, fill, border=border, points=points, labels=own))
    width = min(_SHARE * pitch / len(spec.series), _MOST_EM * frame.size_pt)
    gap = round(min((pitch / width - len(spec.series)) * 100, 500))
    group = bar_chart(series, AXES, direction="col", gap=gap)
    axes = [
        category_axis(
            AXES, "b", frame.style, stroke=Stroke("ink", 1.0), every=every_nth(spec.categories, frame, pitch)
        ),
        value_axis(AXES, "l", scale),
    ]
    area = Area(0, head / frame.height_pt, 1, height / frame.height_pt)
    return Drawing(sheet, plot_area(area, [group], axes), names_above(spec, frame) if several else "")


def _above_neighbours(spec: ChartSpec, main: int, index: int, per_value: float) -> tuple[float, float] | None:
    """How far a label moves up (fractions of the frame), so that it clears a taller column beside its own."""
    own = spec.series[main].values[index]
    if own is None or own < 0:
        return None
    tallest = max(value for series in spec.series if (value := series.values[index]) is not None)
    return (0.0, -float(tallest - own) * per_value) if tallest > own else None
