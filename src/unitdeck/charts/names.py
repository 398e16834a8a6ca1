"""The names of series above a plot, where marks stand side by side and cannot carry them."""

from __future__ import annotations

from collections.abc import Sequence

from unitdeck.charts.frame import Frame
from unitdeck.layout.chart_room import KEY_EM, keys_lines
from unitdeck.ooxml.chart_xml import Area, legend
from unitdeck.plan.chart import ChartSpec


def names_above(spec: ChartSpec, frame: Frame, names: Sequence[str] = ()) -> str:
    """Return a legend at the top right: one line as wide as its names, or more over the whole width.

    ``names`` are those it shows, if not just the chart's series.
    """
    shown = names or [series.name for series in spec.series]
    width = sum(frame.label_pt(name) + KEY_EM * frame.size_pt for name in shown)
    share = min(width / frame.width_pt, 1.0)
    height = keys_lines(shown, frame.width_pt, frame.size_pt) * frame.line_pt
    return legend(Area(1 - share, 0, share, height / frame.height_pt), frame.style)
