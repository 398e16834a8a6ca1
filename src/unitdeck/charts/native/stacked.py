"""Stacked bars: what one or several wholes are made of, at most four parts.

Every series is a part and every category a bar. A chart of one series with several categories is one bar: its
categories are the parts.
"""

from __future__ import annotations

from decimal import Decimal

from unitdeck.base.richtext import Run
from unitdeck.charts.formats import number_format, value_text
from unitdeck.charts.frame import Drawing, Frame
from unitdeck.charts.names import names_above
from unitdeck.charts.parts import FILLS, WORDS_ON, fold, share_text
from unitdeck.charts.rows import gap_width, names_pt
from unitdeck.charts.sheets import sheet_of
from unitdeck.ooxml.chart_xml import Area, bar_chart, plot_area
from unitdeck.ooxml.chart_xml_axes import AXES, Scale, category_axis, hidden_category_axis, value_axis
from unitdeck.ooxml.chart_xml_series import VALUE, Stroke, bar_series, label, only
from unitdeck.plan.chart import ChartSpec, Series

_MOST = 4
_BAR = 0.62  # of a row
_BAR_EM = 3.0
_SEAM = Stroke("ground", 1.5)


def draw(spec: ChartSpec, frame: Frame) -> Drawing:
    """Return the chart: one bar names its parts itself, several have their parts' names above."""
    spec = _parts_as_series(spec)
    spec = spec._replace(series=fold(spec.series, _MOST, frame.lang))
    return _one(spec, frame) if len(spec.categories) == 1 else _several(spec, frame)


def _parts_as_series(spec: ChartSpec) -> ChartSpec:
    if len(spec.series) != 1 or len(spec.categories) < 2:
        return spec
    (whole,) = spec.series
    parts = tuple(Series(name, (value,), "part") for name, value in zip(spec.categories, whole.values, strict=True))
    return spec._replace(categories=(whole.name,), series=parts, labels=(), tones=(), highlight=None)


def _known(values: tuple[Decimal | None, ...]) -> list[Decimal]:
    return [value for value in values if value is not None and value > 0]


def _one(spec: ChartSpec, frame: Frame) -> Drawing:
    """One bar over the whole width; a part too narrow for its words has them above, the nearer the higher."""
    sheet = sheet_of(spec)
    values = [series.values[0] for series in spec.series]
    whole = sum(_known(tuple(values)), Decimal(0))
    bar = min(_BAR_EM * frame.size_pt, 0.45 * frame.height_pt)
    per_value = frame.width_pt / float(whole or 1)
    free = 0.0  # right end of the last label above the bar
    level = 0
    start = 0.0
    series = []
    for column, value in enumerate(values):
        fill = FILLS[column]
        words = ""
        if value is not None and value > 0:
            width = float(value) * per_value
            name, share = spec.series[column].name, share_text(value, whole)
            if max(frame.label_pt(name, bold=True), frame.label_pt(share)) <= width and bar >= 2 * frame.size_pt * 1.25:
                lines, color, shift = [[Run(name, bold=True)], [Run(share)]], WORDS_ON[fill], None
            else:
                text = f"{name} {share}"
                needed = frame.label_pt(text)
                middle = start + width / 2
                place = min(max(middle, needed / 2), frame.width_pt - needed / 2)
                level = level + 1 if place - needed / 2 < free else 0
                free = place + needed / 2
                up = bar / 2 + frame.line_pt * (0.6 + level)
                lines, color = [[Run(text)]], "ink"
                shift = ((place - middle) / frame.width_pt, -up / frame.height_pt)
            style = frame.style._replace(color=color)
            words = only([label(0, style, number_format(spec), "ctr", VALUE, lines=lines, shift=shift)])
            start += width
        series.append(bar_series(sheet, column, column, fill, border=_SEAM, labels=words))
    group = _group(series, gap_width(frame.height_pt, bar))
    axes = [hidden_category_axis(AXES, "l"), value_axis(AXES, "b", Scale(0, float(whole or 1)))]
    return Drawing(sheet, plot_area(Area(0, 0, 1, 1), [group], axes))


def _several(spec: ChartSpec, frame: Frame) -> Drawing:
    """A bar a category, as long as its sum; figures stand inside the parts that are wide enough."""
    sheet = sheet_of(spec)
    left = names_pt(spec, frame)
    head = frame.line_pt * 1.2
    width, height = frame.width_pt - left, frame.height_pt - head
    sums = [sum(_known(values), Decimal(0)) for values in zip(*(part.values for part in spec.series), strict=True)]
    most = float(max(sums, default=Decimal(1)) or 1)
    pitch = height / max(len(spec.categories), 1)
    code = number_format(spec)
    series = []
    for column, part in enumerate(spec.series):
        style = frame.style._replace(color=WORDS_ON[FILLS[column]])
        words = [
            label(index, style, code, "ctr", VALUE)
            for index, value in enumerate(part.values)
            if value is not None and frame.label_pt(value_text(value, spec)) <= float(value) / most * width
        ]
        series.append(bar_series(sheet, column, column, FILLS[column], border=_SEAM, labels=only(words)))
    group = _group(series, gap_width(pitch, min(_BAR * pitch, _BAR_EM * frame.size_pt)))
    axes = [category_axis(AXES, "l", frame.style), value_axis(AXES, "b", Scale(0, most))]
    area = Area(left / frame.width_pt, head / frame.height_pt, width / frame.width_pt, height / frame.height_pt)
    return Drawing(sheet, plot_area(area, [group], axes), names_above([one.name for one in spec.series], frame))


def _group(series: list[str], gap: int) -> str:
    return bar_chart(series, AXES, direction="bar", gap=gap, overlap=100, grouping="stacked")
