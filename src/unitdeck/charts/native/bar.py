"""Bars over anything but periods, a row a category in the order given: columns that would not fit become these."""

from __future__ import annotations

from unitdeck.base.richtext import Run
from unitdeck.charts.bar_geometry import gap_width, names_pt, plot_of
from unitdeck.charts.bars import MISSING_FORMAT, bars, with_gaps
from unitdeck.charts.fills import EDGES, fill_of
from unitdeck.charts.formats import number_format
from unitdeck.charts.frame import Drawing, Frame
from unitdeck.charts.legends import names_above
from unitdeck.charts.sheets import at, column_of
from unitdeck.layout.chart_room import keys_pt
from unitdeck.ooxml.chart_xml import bar_chart, plot_area
from unitdeck.ooxml.chart_xml_axes import AXES, category_axis, value_axis
from unitdeck.ooxml.chart_xml_series import VALUE, Stroke, bar_series, label, labels
from unitdeck.plan.chart import ChartSpec
from unitdeck.plan.figures import value_text
from unitdeck.plan.reach import reach_of

_BAR = 0.7  # of a row that its bars take
_BAR_EM = 1.5  # no bar thicker than this
_ZERO = Stroke("ink", 1.25)


def draw(spec: ChartSpec, frame: Frame) -> Drawing:
    """Return the chart: one series grey with the own unit in the accent, or this year's beside the others' by role."""
    if len(spec.series) > 1:
        return _several(spec, frame)
    rows = range(len(spec.categories))
    own = frame.style._replace(bold=True, color="accent")
    fills = ["accent" if index == spec.highlight else "grey" for index in rows]
    return bars(spec, frame, fills, [own if index == spec.highlight else frame.style for index in rows])


def _several(spec: ChartSpec, frame: Frame) -> Drawing:
    """Bars side by side. Where a row has no figure at all, one lane more holds 「—」."""
    sheet, gaps = with_gaps(spec, frame.lang)
    main = column_of(spec, "actual") or 0
    texts = [at(spec.labels, index) or value_text(value, spec) for index, value in enumerate(spec.series[main].values)]
    names = [one.name for one in spec.series]
    left, head = names_pt(spec, frame), keys_pt(names, frame.width_pt, frame.size_pt)
    height = max(frame.height_pt - head, 0.3 * frame.height_pt)
    room = frame.values_pt or frame.widest_pt(texts, bold=True)
    plot = plot_of(frame.reach or reach_of(spec), max(frame.width_pt - left, 0.2 * frame.width_pt), room, room)
    pitch, count = height / max(len(spec.categories), 1), len(spec.series) + bool(gaps)
    bar = min(_BAR * pitch / count, _BAR_EM * frame.size_pt)
    per_value = plot.length_pt / (plot.scale.most - plot.scale.least) / frame.width_pt
    words = labels(
        frame.style,
        number_format(spec),
        "outEnd",
        VALUE,
        _labels(spec, frame, main, frame.line_pt / 2 / bar, per_value),
    )
    series = [
        bar_series(
            sheet,
            column,
            column,
            fill_of(one.role),
            border=EDGES.get(one.role),
            labels=words if column == main else "",
        )
        for column, one in enumerate(spec.series)
    ]
    if gaps:
        series.append(bar_series(sheet, gaps, gaps, "", labels=labels(frame.style, MISSING_FORMAT, "outEnd", VALUE)))
    group = bar_chart(series, AXES, direction="bar", gap=gap_width(pitch, bar, count))
    axes = [category_axis(AXES, "l", frame.style, stroke=_ZERO), value_axis(AXES, "b", plot.scale)]
    area = frame.area(left, head, plot.length_pt, height)
    return Drawing(sheet, plot_area(area, [group], axes), names_above(names, frame, [gaps] if gaps else ()))


def _labels(spec: ChartSpec, frame: Frame, main: int, reach: float, per_value: float) -> list[str]:
    """The labels that differ from the figures in plain type after this year's bars."""
    code, own = number_format(spec), frame.style._replace(bold=True, color="accent")
    points = []
    for index in range(len(spec.categories)):
        words, aside = at(spec.labels, index), _beyond(spec, main, index, reach) * per_value
        if words or aside or index == spec.highlight:
            style = own if index == spec.highlight else frame.style
            lines = [[Run(words)]] if words else ()
            points.append(label(index, style, code, "outEnd", lines=lines, shift=(aside, 0.0) if aside else None))
    return points


def _beyond(spec: ChartSpec, main: int, index: int, reach: float) -> float:
    """By how much the longest bar that a label would touch goes beyond its own; ``reach`` is half a label in bars."""
    own = spec.series[main].values[index]
    if own is None:
        return 0.0
    near = [one.values[index] for column, one in enumerate(spec.series) if 0 < abs(column - main) < reach + 0.5]
    known = [value for value in near if value is not None]
    if own < 0:
        return float(min((*known, own)) - own)
    return float(max((*known, own)) - own)
