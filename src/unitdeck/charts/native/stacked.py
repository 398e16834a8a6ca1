"""Stacked bars: what one or several wholes are made of, at most four parts.

Every series is a part and every category a bar. A chart of one series with several categories is one bar: its
categories are the parts.
"""

from __future__ import annotations

from collections.abc import Sequence
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
from unitdeck.layout.part_words import RowWords, Stretch, Word, part_words, room_right, stretch_of
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
    """A bar a category, as long as its sum; figures stand inside the parts that are wide enough, the others after it.

    What stands after a bar, and how much room it has, is layout's (:mod:`unitdeck.layout.part_words`). A bar of nothing
    but 0 says so at the zero line, and one without figures 「—」.
    """
    sheet, gaps = with_gaps(spec, frame.lang)
    left = names_pt(spec, frame)
    names = key_names(spec, frame.lang)
    head = keys_pt(names, frame.width_pt, frame.size_pt)
    width, height = frame.width_pt - left, max(frame.height_pt - head, 0.2 * frame.height_pt)
    reach = frame.reach or reach_of(spec)
    room = frame.values_pt if frame.reach else room_right(spec, reach, width, frame.size_pt, frame.lang)
    stretch = stretch_of(spec, reach, width, room, frame.size_pt)
    pitch = height / max(len(spec.categories), 1)
    code = number_format(spec)
    words: list[list[str]] = [[] for _ in spec.series]
    for index, row in enumerate(part_words(spec, stretch, frame.size_pt, frame.lang)):
        for column in row.inside:
            style = frame.style._replace(color=WORDS_ON[PARTS[column]])
            words[column].append(label(index, style, code, "ctr", VALUE))
        if beside := _beside(spec, frame, index, row, stretch):
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
    zero = _ZERO if stretch.least < 0 else None
    scale = Scale(stretch.least, stretch.most)
    axes = [category_axis(AXES, "l", frame.style, stroke=zero), value_axis(AXES, "b", scale)]
    area = frame.area(left, head, width, height)
    return Drawing(sheet, plot_area(area, [group], axes), names_above(names, frame))


def _beside(spec: ChartSpec, frame: Frame, index: int, row: RowWords, stretch: Stretch) -> tuple[int, str] | None:
    """The words after a bar, and the column whose label they are: the last, in drawing order, of those outside.

    One with a length carries them rather than one of 0.
    """
    values = [part.values[index] or Decimal(0) for part in spec.series]
    code = number_format(spec)
    if row.outside and not any(values):
        column = row.outside[0]
        return column, _at_zero(index, code, value_text(values[column], spec), frame)
    if not row.words:
        return None
    column = max(row.outside, key=lambda column: (values[column] != 0, column))
    half = frame.label_pt(row.text) / 2
    bar = [value for value in values if (value < 0) == row.left]
    place = float(sum(bar, Decimal(0))) / stretch.per_pt + (-half if row.left else half)
    shift = ((place - _middle(values, column) / stretch.per_pt) / frame.width_pt, 0.0)
    return column, label(index, frame.style, code, "ctr", VALUE, lines=[[*map(_run, row.words)]], shift=shift)


def _run(word: Word) -> Run:
    return Run(word.text, color="sub" if word.quiet else None if word.key is None else PARTS[word.key])


def _middle(values: Sequence[Decimal], column: int) -> float:
    """The middle of a part on the value axis: those of its sign before it lie between it and zero."""
    value = values[column]
    before = sum((one for one in values[:column] if (one < 0) == (value < 0)), Decimal(0))
    return float(before + value / 2)


def _at_zero(index: int, code: str, text: str, frame: Frame) -> str:
    """A label right of the zero line, where a bar has no length."""
    return label(index, frame.style, code, "ctr", VALUE, shift=(frame.label_pt(text) / 2 / frame.width_pt, 0.0))


def _group(series: list[str], gap: int) -> str:
    return bar_chart(series, AXES, direction="bar", gap=gap, overlap=100, grouping="stacked")
