"""Draws a placed chart: its chart part and the workbook behind it."""

from __future__ import annotations

from typing import NamedTuple

from unitdeck.charts.frame import frame_of
from unitdeck.charts.native import KINDS
from unitdeck.layout.placed import PlacedChart
from unitdeck.ooxml.chart_xml import chart_space


class ChartParts(NamedTuple):
    """The text of a chart part, and the bytes of the workbook that it calls ``rId1``."""

    chart_xml: str
    workbook: bytes


def draw(chart: PlacedChart, lang: str, stamp: str) -> ChartParts:
    """Return the parts of a chart; ``stamp`` (ISO date) is the workbook's time. KeyError for an unknown kind."""
    frame = frame_of(chart, lang)
    drawing = KINDS[chart.spec.kind](chart.spec, frame)
    return ChartParts(
        chart_space(drawing.plot_area, drawing.legend, frame.style),
        drawing.sheet.workbook(stamp),
    )
