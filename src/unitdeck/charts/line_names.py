"""The names of lines that cannot carry them: above the plot on as many rows as they need, or in a list beside it."""

from __future__ import annotations

import math
from collections.abc import Sequence

from unitdeck.charts.frame import Frame
from unitdeck.ooxml.chart_xml import Area, legend
from unitdeck.plan.chart import ChartSpec

_KEY_EM = 4.0  # a stretch of line with its marker, and the space around it
_AIR = 0.4  # below the rows, in lines of text
_LIST_LINE = 1.4  # from name to name below, in lines of text


def names_on_top(spec: ChartSpec, frame: Frame, left_out: Sequence[int] = ()) -> str:
    """Return a legend at the top right, as wide and high as its names need; ``left_out`` are places of other marks."""
    share = min(_width_pt(spec, frame) / frame.width_pt, 1.0)
    area = Area(1 - share, 0, share, _rows(spec, frame) * frame.line_pt / frame.height_pt)
    return legend(area, frame.style, left_out=left_out)


def names_on_top_pt(spec: ChartSpec, frame: Frame) -> float:
    """Return the height that a legend on top takes with the air below it, 0 for a single line: that has no legend."""
    return (_rows(spec, frame) + _AIR) * frame.line_pt if len(spec.series) > 1 else 0.0


def names_beside(spec: ChartSpec, frame: Frame, left_pt: float) -> str:
    """Return a legend of names one below the other, from ``left_pt`` on and at half height."""
    height = min(len(spec.series) * _LIST_LINE * frame.line_pt / frame.height_pt, 1.0)
    width = names_beside_pt(spec, frame) / frame.width_pt
    return legend(Area(left_pt / frame.width_pt, (1 - height) / 2, width, height), frame.style, side="r")


def names_beside_pt(spec: ChartSpec, frame: Frame) -> float:
    """Return how wide a legend beside is."""
    return frame.widest_pt(series.name for series in spec.series) + _KEY_EM * frame.size_pt


def _rows(spec: ChartSpec, frame: Frame) -> int:
    return max(math.ceil(_width_pt(spec, frame) / frame.width_pt), 1)


def _width_pt(spec: ChartSpec, frame: Frame) -> float:
    return sum(frame.label_pt(series.name) + _KEY_EM * frame.size_pt for series in spec.series)
