"""The names of series above a plot, where marks stand side by side and cannot carry them."""

from __future__ import annotations

from collections.abc import Sequence

from unitdeck.charts.frame import Frame
from unitdeck.ooxml.chart_xml import Area, legend

_KEY_EM = 2.5  # a key with the space around it


def names_above(names: Sequence[str], frame: Frame, left_out: Sequence[int] = ()) -> str:
    """Return a legend of one line at the top right, as wide as its names.

    ``left_out`` are the places of series that are named elsewhere.
    """
    width = sum(frame.label_pt(name) + _KEY_EM * frame.size_pt for name in names)
    share = min(width / frame.width_pt, 1.0)
    return legend(Area(1 - share, 0, share, frame.line_pt / frame.height_pt), frame.style, left_out)
