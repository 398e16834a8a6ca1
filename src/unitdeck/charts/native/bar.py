"""Bars over anything but periods, a row a category in the order given: columns that would not fit become these."""

from __future__ import annotations

from unitdeck.base.richtext import Run
from unitdeck.charts.formats import number_format, value_text
from unitdeck.charts.frame import Drawing, Frame
from unitdeck.charts.names import names_above
from unitdeck.charts.roles import EDGES, fill_of
from unitdeck.charts.rows import gap_width, names_pt, scale_with_room
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
    code = number_format(spec)
    own = frame.style._replace(bold=True, color="accent")
    points = [
        label(
            index,
            own if index == spec.highlight else frame.style,
            code,
            "outEnd",
            lines=[[Run(at(spec.labels, index))]] if at(spec.labels, index) else (),
        )
        for index in range(len(spec.categories))
        if at(spec.labels, index) or index == spec.highlight
    ]
    series = []
    for column, one in enumerate(spec.series):
        words = labels(frame.style, code, "outEnd", VALUE, points) if column == main else ""
        fill = fill_of(one.role) if several else "grey"
        lit = [(spec.highlight, "accent")] if spec.highlight is not None and not several else ()
        series.append(bar_series(sheet, column, column, fill, border=EDGES.get(one.role), points=lit, labels=words))
    pitch = height / max(len(spec.categories), 1)
    bar = min(_BAR * pitch / max(len(series), 1), _BAR_EM * frame.size_pt)
    gap = min(gap_width(pitch, bar) - 100 * (len(series) - 1), 500)
    group = bar_chart(series, AXES, direction="bar", gap=max(gap, 0))
    axes = [category_axis(AXES, "l", frame.style, stroke=_ZERO), value_axis(AXES, "b", scale)]
    area = Area(left / frame.width_pt, head / frame.height_pt, length / frame.width_pt, height / frame.height_pt)
    return Drawing(
        sheet, plot_area(area, [group], axes), names_above([one.name for one in spec.series], frame) if several else ""
    )
