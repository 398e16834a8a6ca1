"""The names of series above or beside a plot, where marks cannot carry them."""

from __future__ import annotations

import math

from unitdeck.charts.frame import Frame
from unitdeck.ooxml.chart_xml import Area, legend
from unitdeck.plan.chart import ChartSpec

_KEY_EM = 2.5  # a key with the space around it
_LINE_KEY_EM = 4.0  # a stretch of line with its marker
_LIST_LINE = 1.4  # from name to name below, in lines of text


def names_above(spec: ChartSpec, frame: Frame, *, lines: bool = False) -> str:
    """Return a legend at the top right, as wide and high as its names need: see :func:`names_rows`."""
    width = min(_width_pt(spec, frame, lines=lines), frame.width_pt)
    share = width / frame.width_pt
    height = names_rows(spec, frame, lines=lines) * frame.line_pt
    return legend(Area(1 - share, 0, share, height / frame.height_pt), frame.style)


def names_beside(spec: ChartSpec, frame: Frame, left_pt: float) -> str:
    """Return a legend of lines, one below the other, from ``left_pt`` on and at half height."""
    height = min(len(spec.series) * _LIST_LINE * frame.line_pt / frame.height_pt, 1.0)
    width = names_beside_pt(spec, frame) / frame.width_pt
    return legend(Area(left_pt / frame.width_pt, (1 - height) / 2, width, height), frame.style, "r")


def names_beside_pt(spec: ChartSpec, frame: Frame) -> float:
    """Return how wide a legend of lines is, one below the other."""
    return frame.widest_pt(series.name for series in spec.series) + _LINE_KEY_EM * frame.size_pt


def names_rows(spec: ChartSpec, frame: Frame, *, lines: bool = False) -> int:
    """Return on how many rows the names stand; ``lines`` have longer keys than areas."""
    return max(math.ceil(_width_pt(spec, frame, lines=lines) / frame.width_pt), 1)


def _width_pt(spec: ChartSpec, frame: Frame, *, lines: bool) -> float:
    key = (_LINE_KEY_EM if lines else _KEY_EM) * frame.size_pt
    return sum(frame.label_pt(series.name) + key for series in spec.series)
