"""Legends, where marks cannot carry their names: above the plot on as many rows as they need, or beside it."""

from __future__ import annotations

from collections.abc import Sequence

from unitdeck.charts.frame import Frame
from unitdeck.layout.chart_room import KEY_EM, keys_lines
from unitdeck.ooxml.chart_xml import Area, legend

LINE_KEY_EM = 4.0  # a stretch of line with its marker, and the space around it
_AIR = 0.4  # below the rows of lines' names, in lines of text
_LIST_LINE = 1.4  # from name to name below, in lines of text


def names_above(names: Sequence[str], frame: Frame, left_out: Sequence[int] = (), *, key_em: float = KEY_EM) -> str:
    """Return a legend at the top right: one line as wide as its names, or more over the whole width.

    ``left_out`` are the places of series that are named elsewhere; a key takes ``key_em`` of the type size.
    """
    width = sum(frame.label_pt(name) + key_em * frame.size_pt for name in names)
    share = min(width / frame.width_pt, 1.0)
    height = keys_lines(names, frame.width_pt, frame.size_pt, key_em) * frame.line_pt
    return legend(Area(1 - share, 0, share, height / frame.height_pt), frame.style, left_out=left_out)


def lines_above_pt(names: Sequence[str], frame: Frame) -> float:
    """Return the height of the names of lines above with the air below, 0 for a single line: that has no legend."""
    rows = keys_lines(names, frame.width_pt, frame.size_pt, LINE_KEY_EM)
    return (rows + _AIR) * frame.line_pt if len(names) > 1 else 0.0


def names_beside(names: Sequence[str], frame: Frame, left_pt: float) -> str:
    """Return a legend of names one below the other, from ``left_pt`` on and at half height."""
    height = min(len(names) * _LIST_LINE * frame.line_pt / frame.height_pt, 1.0)
    width = names_beside_pt(names, frame) / frame.width_pt
    return legend(Area(left_pt / frame.width_pt, (1 - height) / 2, width, height), frame.style, side="r")


def names_beside_pt(names: Sequence[str], frame: Frame) -> float:
    """Return how wide a legend beside is."""
    return frame.widest_pt(names) + LINE_KEY_EM * frame.size_pt
