"""Draws a placed chart: its chart part and the workbook behind it."""

from __future__ import annotations

import importlib
from collections.abc import Callable
from functools import cache
from typing import NamedTuple, cast

from unitdeck.charts.frame import Drawing, Frame, frame_of
from unitdeck.layout.placed import PlacedChart
from unitdeck.ooxml.chart_xml import chart_space
from unitdeck.plan.chart import ChartSpec


class ChartParts(NamedTuple):
    """The text of a chart part, and the bytes of the workbook that it calls ``rId1``."""

    chart_xml: str
    workbook: bytes


def draw(chart: PlacedChart, lang: str, stamp: str) -> ChartParts:
    """Return the parts of a chart; ``stamp`` (ISO date) is the workbook's time."""
    frame = frame_of(chart, lang)
    drawing = _kind(chart.spec.kind)(chart.spec, frame)
    return ChartParts(
        chart_space(drawing.plot_area, drawing.legend, frame.style),
        drawing.sheet.workbook(stamp),
    )


@cache
def _kind(name: str) -> Callable[[ChartSpec, Frame], Drawing]:
    """The ``draw`` of a kind's module, loaded when a deck first has such a chart."""
    module = importlib.import_module(f"unitdeck.charts.native.{name}")
    return cast("Callable[[ChartSpec, Frame], Drawing]", module.draw)
