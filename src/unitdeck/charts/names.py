"""The names of series above a plot, where marks stand side by side and cannot carry them."""

from __future__ import annotations

from collections.abc import Sequence

from unitdeck.charts.frame import Frame
from unitdeck.layout.chart_room import KEY_EM, keys_lines
from unitdeck.ooxml.chart_xml import Area, legend
from unitdeck.plan.chart import ChartSpec


def names_above(spec: ChartSpec, frame: Frame, left_out: Sequence[int] = ()) -> str:
    """Return a legend at the top right: one line as wide as its names, or more over the whole width.

    ``left_out`` are the places of helper series, which have no name to be read.
    """
    width = sum(frame.label_pt(series.name) + KEY_EM * frame.size_pt for series in spec.series)
    share = min(width / frame.width_pt, 1.0)
    height = keys_lines(spec, frame.width_pt, frame.size_pt) * frame.line_pt
    return legend(Area(1 - share, 0, share, height / frame.height_pt), frame.style, left_out)
