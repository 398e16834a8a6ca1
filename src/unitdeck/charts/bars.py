"""Horizontal bars through zero, a row a category: what ranking and gap charts are made of.

A missing figure has no bar, and 「—」 at the zero line (:mod:`unitdeck.charts.gaps`). A bar beyond the reach is cut
where the axis ends; it says its figure inside its end, with 「»」 after it (「«」 before a negative one).
"""

from __future__ import annotations

from collections.abc import Sequence

from unitdeck.base.richtext import Run
from unitdeck.charts.bar_geometry import gap_width, names_pt, plot_of
from unitdeck.charts.formats import cut_format, cut_words, number_format
from unitdeck.charts.frame import Drawing, Frame
from unitdeck.charts.gaps import with_gap_column
from unitdeck.charts.sheets import at, sheet_of
from unitdeck.ooxml.chart_xml import bar_chart, plot_area
from unitdeck.ooxml.chart_xml_axes import AXES, category_axis, value_axis
from unitdeck.ooxml.chart_xml_series import VALUE, Stroke, bar_series, label, labels
from unitdeck.ooxml.chart_xml_sheet import Sheet
from unitdeck.ooxml.chart_xml_text import TextStyle
from unitdeck.plan.chart import MISSING, ChartSpec
from unitdeck.plan.figures import value_text
from unitdeck.plan.reach import Reach, reach_of

_BAR = 0.66  # of a row
_BAR_EM = 1.7  # no thicker than this
MISSING_FORMAT = ";".join([f'" {MISSING}"'] * 3)  # a space from the zero line, which it would prolong
_ZERO = Stroke("ink", 1.25)


def bars(
    spec: ChartSpec, frame: Frame, fills: Sequence[str], looks: Sequence[TextStyle], *, bold_names: bool = False
) -> Drawing:
    """Return the bars in those fills, names at the left edge, a label in its look after each bar."""
    values = spec.series[0].values
    texts = [at(spec.labels, index) or value_text(value, spec) for index, value in enumerate(values)]
    reach = frame.reach or reach_of(spec)
    left = names_pt(spec, frame, bold=bold_names)
    room = max(frame.width_pt - left, 0.2 * frame.width_pt)
    widest = frame.values_pt or frame.widest_pt(texts, bold=True)
    plot = plot_of(reach, room, widest, widest)
    pitch = frame.height_pt / max(len(spec.categories), 1)
    sheet, gaps = with_gaps(spec, frame.lang)
    series = [
        bar_series(
            sheet,
            0,
            0,
            "grey",
            points=[(index, fill) for index, fill in enumerate(fills) if fill != "grey"],
            labels=labels(frame.style, number_format(spec), "outEnd", VALUE, _labels(spec, frame, fills, looks, reach)),
        )
    ]
    if gaps:
        series.append(
            bar_series(sheet, gaps, 1, "", labels=labels(frame.style, MISSING_FORMAT, "outEnd", VALUE)),
        )
    bar = min(_BAR * pitch, _BAR_EM * frame.size_pt)
    group = bar_chart(series, AXES, direction="bar", gap=gap_width(pitch, bar), overlap=100 if gaps else 0)
    axes = [
        category_axis(AXES, "l", frame.style._replace(bold=bold_names), stroke=_ZERO),
        value_axis(AXES, "b", plot.scale),
    ]
    area = frame.area(left, 0, plot.length_pt, frame.height_pt)
    return Drawing(sheet, plot_area(area, [group], axes))


def with_gaps(spec: ChartSpec, lang: str) -> tuple[Sheet, int]:
    """Return a chart's sheet, and the number of its helper column for rows without a figure, 0 where there is none."""
    plain = sheet_of(spec)
    sheet, missing = with_gap_column(plain, range(len(plain.columns)), MISSING_FORMAT, lang)
    return sheet, len(plain.columns) if missing else 0


def _labels(spec: ChartSpec, frame: Frame, fills: Sequence[str], looks: Sequence[TextStyle], reach: Reach) -> list[str]:
    """The labels that differ from the figures in plain type after their bars."""
    code = number_format(spec)
    found = []
    for index, value in enumerate(spec.series[0].values):
        words, look = at(spec.labels, index), looks[index]
        if value is not None and reach.cuts(value):
            inside = frame.style._replace(bold=True, color="ink" if fills[index] == "grey" else "ground")
            lines = [[Run(cut_words(words, value))]] if words else ()
            found.append(label(index, inside, cut_format(code), "inEnd", VALUE, lines=lines))
        elif words or look != frame.style:
            found.append(label(index, look, code, "outEnd", VALUE, lines=[[Run(words)]] if words else ()))
    return found
