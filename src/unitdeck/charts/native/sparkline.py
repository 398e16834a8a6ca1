"""Sparkline: a line as small as a word, for a table's cell; nothing on it but its last point in the accent.

LibreOffice colours a marker like the line that leads to it, so that step has the accent too; PowerPoint shows it.
"""

from __future__ import annotations

from decimal import Decimal

from unitdeck.charts.frame import Drawing, Frame
from unitdeck.charts.sheets import sheet_of
from unitdeck.ooxml.chart_xml import Area, line_chart, plot_area
from unitdeck.ooxml.chart_xml_axes import AXES, Scale, hidden_category_axis, value_axis
from unitdeck.ooxml.chart_xml_series import Stroke, line_point, line_series
from unitdeck.plan.chart import ChartSpec

_LINE = Stroke("grey", 1.75)
_LAST = Stroke("accent", 1.75)
_LAST_PT = 6
_LONELY_PT = 3  # a value between two gaps has no line: it is a dot


def draw(spec: ChartSpec, frame: Frame) -> Drawing:
    """Return the chart, as high as its frame, from the least to the greatest value: it shows the course, not the level.

    A missing value is a gap, one value a point, and equal values are a line at half height. Every series has its line;
    all share one scale.
    """
    sheet = sheet_of(spec)
    series = [
        line_series(sheet, column, column, _LINE, points=_points(one.values)) for column, one in enumerate(spec.series)
    ]
    radius = _LAST_PT / 2 + 1
    half_pitch = frame.width_pt / max(len(spec.categories), 1) / 2
    x = max(radius - half_pitch, 0.0) / frame.width_pt
    y = min(radius / frame.height_pt, 0.3)
    axes = [hidden_category_axis(AXES, "b"), value_axis(AXES, "l", _scale(spec))]
    return Drawing(sheet, plot_area(Area(x, y, 1 - 2 * x, 1 - 2 * y), [line_chart(series, AXES)], axes))


def _points(values: tuple[Decimal | None, ...]) -> list[str]:
    known = [index for index, value in enumerate(values) if value is not None]
    lonely = [index for index in known[:-1] if not {index - 1, index + 1} & set(known)]
    return [
        *(line_point(index, _LINE, _LONELY_PT) for index in lonely),
        *(line_point(index, _LAST, _LAST_PT) for index in known[-1:]),
    ]


def _scale(spec: ChartSpec) -> Scale:
    known = [float(value) for series in spec.series for value in series.values if value is not None] or [0.0]
    least, most = min(known), max(known)
    return Scale(least, most) if most > least else Scale(least - 1, most + 1)
