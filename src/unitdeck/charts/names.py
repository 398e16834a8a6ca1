"""The names of series above a plot, where marks stand side by side and cannot carry them."""

from __future__ import annotations

from unitdeck.charts.frame import Frame
from unitdeck.ooxml.chart_xml import Area, legend
from unitdeck.plan.chart import ChartSpec

_KEY_EM = 2.5  # a key with the space around it


def names_above(spec: ChartSpec, frame: Frame) -> str:
    """Return a legend of one line at the top right, as wide as its names."""
    width = sum(frame.label_pt(series.name) + _KEY_EM * frame.size_pt for series in spec.series)
    share = min(width / frame.width_pt, 1.0)
    return legend(Area(1 - share, 0, share, frame.line_pt / frame.height_pt), frame.style)
