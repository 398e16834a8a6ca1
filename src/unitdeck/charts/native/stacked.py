"""Stacked bars: what one or several wholes are made of, at most four parts.

Every series is a part and every category a bar. A chart of one series with several categories is one bar: its
categories are the parts.
"""

from __future__ import annotations

from decimal import Decimal

from unitdeck.base.richtext import Run
from unitdeck.charts.bar_geometry import gap_width, names_pt
from unitdeck.charts.bars import MISSING_FORMAT, with_gaps
from unitdeck.charts.fills import PARTS, WORDS_ON
from unitdeck.charts.formats import number_format
from unitdeck.charts.frame import Drawing, Frame
from unitdeck.charts.legends import names_above
from unitdeck.charts.sheets import sheet_of
from unitdeck.layout.chart_room import keys_pt
from unitdeck.ooxml.chart_xml import Area, bar_chart, plot_area
from unitdeck.ooxml.chart_xml_axes import AXES, Scale, category_axis, hidden_category_axis, value_axis
from unitdeck.ooxml.chart_xml_series import VALUE, Shows, Stroke, bar_series, label, only
from unitdeck.plan.chart import MISSING, ChartSpec, Series
from unitdeck.plan.figures import key_names, value_text
from unitdeck.plan.parts import folded, share_text
from unitdeck.plan.reach import reach_of

_BAR = 0.62  # of a row
_BAR_EM = 3.0
_KEY_EM = 1.0
_SEAM = Stroke("ground", 1.5)
_ZERO = Stroke("ink", 1.25)
_PART = Shows(series=True, key=True)


def draw(spec: ChartSpec, frame: Frame) -> Drawing:
    """Return the chart: one bar names its parts itself, several have their parts' names above."""
    spec = folded(_parts_as_series(spec), frame.lang)
    alone = len(spec.categories) == 1 and frame.reach is None  # not the last row of a chart that goes over pages
    return _one(spec, frame) if alone else _several(spec, frame)


def _parts_as_series(spec: ChartSpec) -> ChartSpec:
    if len(spec.series) != 1 or len(spec.categories) < 2:
        return spec
    (whole,) = spec.series
    parts = tuple(Series(name, (value,), "part") for name, value in zip(spec.categories, whole.values, strict=True))
    return spec._replace(categories=(whole.name,), series=parts, labels=(), tones=(), highlight=None)


def _one(spec: ChartSpec, frame: Frame) -> Drawing:
    """One bar over the whole width; a part too narrow for its words has them above, with the key of its colour."""
    sheet = sheet_of(spec)
    values = [series.values[0] for series in spec.series]
    whole = sum((value for value in values if value is not None and value > 0), Decimal(0))
    bar = min(_BAR_EM * frame.size_pt, 0.45 * frame.height_pt)
    per_value = frame.width_pt / float(whole or 1)
    free = 0.0  # right end of the last label above the bar
    level = 0
    start = 0.0
    series = []
    for column, value in enumerate(values):
        fill = PARTS[column]
        words = ""
        if value is not None and value > 0:
            width = float(value) * per_value
            name, share = spec.series[column].name, share_text(value, whole)
            if max(frame.label_pt(name, bold=True), frame.label_pt(share)) <= width and bar >= 2 * frame.size_pt * 1.25:
                lines, color, shift, shows = [[Run(name, bold=True)], [Run(share)]], WORDS_ON[fill], None, VALUE
            else:
                text = f"{name} {share}"
                needed = frame.label_pt(text) + _KEY_EM * frame.size_pt
                middle = start + width / 2
                place = min(max(middle, needed / 2), frame.width_pt - needed / 2)
                level = level + 1 if place - needed / 2 < free else 0
                free = place + needed / 2
                up = bar / 2 + frame.line_pt * (0.6 + level)
                lines, color, shows = [[Run(text)]], "ink", _PART
                shift = ((place - middle) / frame.width_pt, -up / frame.height_pt)
            style = frame.style._replace(color=color)
            words = only([label(0, style, number_format(spec), "ctr", shows, lines=lines, shift=shift)])
            start += width
        series.append(bar_series(sheet, column, column, fill, border=_SEAM, labels=words))
    group = _group(series, gap_width(frame.height_pt, bar))
    axes = [hidden_category_axis(AXES, "l"), value_axis(AXES, "b", Scale(0, float(whole or 1)))]
    return Drawing(sheet, plot_area(Area(0, 0, 1, 1), [group], axes))


def _several(spec: ChartSpec, frame: Frame) -> Drawing:
    """A bar a category, as long as its sum; figures stand inside the parts that are wide enough.

    A bar whose parts are all too narrow has its figures after it, one of nothing but 0 says so at the zero line, and
    one without figures 「—」.
    """
    sheet, gaps = with_gaps(spec, frame.lang)
    left = names_pt(spec, frame)
    names = key_names(spec, frame.lang)
    head = keys_pt(names, frame.width_pt, frame.size_pt)
    width, height = frame.width_pt - left, max(frame.height_pt - head, 0.2 * frame.height_pt)
    reach = frame.reach or reach_of(spec)
    least, most = float(reach.least), float(reach.most)
    if least == most:
        most = 1.0
    per_pt = (most - least) / width
    zero_pt = max(frame.label_pt(text) for text in (f" {MISSING}", value_text(Decimal(0), spec)))
    if reach.at_zero and most / per_pt < zero_pt:
        per_pt = -least / (width - zero_pt)
        most = per_pt * zero_pt
    pitch = height / max(len(spec.categories), 1)
    code = number_format(spec)
    words: list[list[str]] = [[] for _ in spec.series]
    for index, values in enumerate(zip(*(part.values for part in spec.series), strict=True)):
        inside = [
            column
            for column, value in enumerate(values)
            if value and frame.label_pt(value_text(value, spec)) <= abs(float(value)) / per_pt
        ]
        for column in inside:
            style = frame.style._replace(color=WORDS_ON[PARTS[column]])
            words[column].append(label(index, style, code, "ctr", VALUE))
        if not inside and (beside := _beside(spec, frame, index, Scale(least, most), per_pt)):
            words[beside[0]].append(beside[1])
    series = [
        bar_series(sheet, column, column, PARTS[column], border=_SEAM, labels=only(words[column]))
        for column in range(len(spec.series))
    ]
    if gaps:
        marks = [
            _at_zero(index, MISSING_FORMAT, f" {MISSING}", frame)
            for index, mark in enumerate(sheet.columns[gaps].values)
            if mark is not None
        ]
        series.append(bar_series(sheet, gaps, gaps, "", labels=only(marks)))
    group = _group(series, gap_width(pitch, min(_BAR * pitch, _BAR_EM * frame.size_pt)))
    zero = _ZERO if least < 0 else None
    axes = [category_axis(AXES, "l", frame.style, stroke=zero), value_axis(AXES, "b", Scale(least, most))]
    area = frame.area(left, head, width, height)
    return Drawing(sheet, plot_area(area, [group], axes), names_above(names, frame))


def _beside(spec: ChartSpec, frame: Frame, index: int, scale: Scale, per_pt: float) -> tuple[int, str] | None:
    """The figures of a bar beyond its end, and the column that carries them; None where they find no room.

    They stand left of a bar below 0 where there is room, else on the right.
    """
    values = [(column, part.values[index]) for column, part in enumerate(spec.series)]
    known = [(column, value) for column, value in values if value is not None]
    if not known:
        return None
    code = number_format(spec)
    if not any(value for _, value in known):
        return known[0][0], _at_zero(index, code, value_text(known[0][1], spec), frame)
    text = " / ".join(value_text(value, spec) for _, value in values)
    end = float(sum((value for _, value in known if value > 0), Decimal(0)))
    width = frame.label_pt(text)
    start = float(sum((value for _, value in known if value < 0), Decimal(0)))
    if start < 0 and end == 0 and (start - scale.least) / per_pt >= width:
        column, last = next((column, value) for column, value in reversed(known) if value < 0)
        place = (-(float(-last) / 2 / per_pt + width / 2) / frame.width_pt, 0.0)
        return column, label(index, frame.style, code, "ctr", VALUE, lines=[[Run(text)]], shift=place)
    if end / per_pt + width > scale.most / per_pt:
        return None
    column, last = next(((column, value) for column, value in reversed(known) if value > 0), known[0])
    middle = end - float(last) / 2 if last > 0 else float(last) / 2
    right = (end - middle) / per_pt + width / 2
    place = (right / frame.width_pt, 0.0)
    return column, label(index, frame.style, code, "ctr", VALUE, lines=[[Run(text)]], shift=place)


def _at_zero(index: int, code: str, text: str, frame: Frame) -> str:
    """A label right of the zero line, where a bar has no length."""
    return label(index, frame.style, code, "ctr", VALUE, shift=(frame.label_pt(text) / 2 / frame.width_pt, 0.0))


def _group(series: list[str], gap: int) -> str:
    return bar_chart(series, AXES, direction="bar", gap=gap, overlap=100, grouping="stacked")
