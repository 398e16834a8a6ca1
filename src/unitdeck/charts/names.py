"""The names of series above a plot, where marks stand side by side and cannot carry them."""

from __future__ import annotations

from collections.abc import Sequence

from unitdeck.charts.frame import Frame
from unitdeck.layout.chart_room import KEY_EM, keys_lines
from unitdeck.ooxml.chart_xml import Area, legend


def names_above(names: Sequence[str], frame: Frame, left_out: Sequence[int] = ()) -> str:
    """Return a legend at the top right: one line as wide as its names, or more over the whole width.

    ``left_out`` are the places of series that are named elsewhere.
    """
    width = sum(frame.label_pt(name) + KEY_EM * frame.size_pt for name in names)
    share = min(width / frame.width_pt, 1.0)
    height = keys_lines(names, frame.width_pt, frame.size_pt) * frame.line_pt
    return legend(Area(1 - share, 0, share, height / frame.height_pt), frame.style, left_out=left_out)
