"""Bars over anything but periods, a row a category in the order given: columns that would not fit become these."""

from __future__ import annotations

from unitdeck.base.richtext import Run
from unitdeck.charts.formats import number_format, value_text
from unitdeck.charts.frame import Drawing, Frame
from unitdeck.charts.names import names_above
from unitdeck.charts.roles import EDGES, fill_of
from unitdeck.charts.rows import names_pt, scale_with_room
from unitdeck.charts.sheets import at, column_of, sheet_of
from unitdeck.ooxml.chart_xml import Area, bar_chart, plot_area
from unitdeck.ooxml.chart_xml_axes import AXES, category_axis, value_axis
from unitdeck.ooxml.chart_xml_series import VALUE, Stroke, bar_series, label, labels
from unitdeck.plan.chart import ChartSpec

_BAR = 0.7  # of a row that its bars take
_BAR_EM = 1.5  # no bar thicker than this
_ZERO = Stroke("ink", 1.25)


def draw(spec: ChartSpec, frame: Frame) -> Drawing:
    """Return the chart: one series grey with the own unit in the accent, or this year's beside the others' by role."""
    sheet, several = sheet_of(spec), len(spec.series) > 1
    main = column_of(spec, "actual") or 0
    texts = [at(spec.labels, index) or value_text(value, spec) for index, value in enumerate(spec.series[main].values)]
    left = names_pt(spec, frame)
    head = frame.line_pt if several else 0.0
    length, height = max(frame.width_pt - left, 0.2 * frame.width_pt), frame.height_pt - head
    room = frame.widest_pt(texts, bold=True)
    everything = [value for series in spec.series for value in series.values]
    everything += spec.ends
    scale = scale_with_room(everything, length, room, frame.values_pt or room)
    pitch = height / max(len(spec.categories), 1)
    count = max(len(spec.series), 1)
    bar = min(_BAR * pitch / count, _BAR_EM * frame.size_pt)
    reach = frame.line_pt / 2 / bar
    per_value = length / (scale.most - scale.least) / frame.width_pt
    code = number_format(spec)
    own = frame.style._replace(bold=True, color="accent")
    points = []
    for index in range(len(spec.categories)):
        words, aside = at(spec.labels, index), _beyond(spec, main, index, reach) * per_value
        if words or aside or index == spec.highlight:
            style = own if index == spec.highlight else frame.style
            lines = [[Run(words)]] if words else ()
            points.append(label(index, style, code, "outEnd", lines=lines, shift=(aside, 0.0) if aside else None))
    series = []
    for column, one in enumerate(spec.series):
        words = labels(frame.style, code, "outEnd", VALUE, points) if column == main else ""
        fill = fill_of(one.role) if several else "grey"
        lit = [(spec.highlight, "accent")] if spec.highlight is not None and not several else ()
        series.append(bar_series(sheet, column, column, fill, border=EDGES.get(one.role), points=lit, labels=words))
    gap = round(min(max((pitch / bar - count) * 100, 0), 500))
    group = bar_chart(series, AXES, direction="bar", gap=gap)
    axes = [category_axis(AXES, "l", frame.style, stroke=_ZERO), value_axis(AXES, "b", scale)]
    area = Area(left / frame.width_pt, head / frame.height_pt, length / frame.width_pt, height / frame.height_pt)
    return Drawing(
        sheet, plot_area(area, [group], axes), names_above([one.name for one in spec.series], frame) if several else ""
    )


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
