"""Geometry shared by charts over periods: the room of the periods' names, which names and figures fit."""

from __future__ import annotations

import math
from collections.abc import Iterable, Mapping, Sequence
from decimal import Decimal
from typing import Literal, NamedTuple

from unitdeck.charts.frame import Frame
from unitdeck.layout.chart_room import name_lines
from unitdeck.plan.periods import are_periods

_SHORT_EM = 7  # names up to this are never broken: when they are many, every n-th is printed
_LINE_EM, _AIR_EM = 1.25, 0.6
_AIR_LEFT_OUT_EM = 1.0  # with less, LibreOffice cuts off the names that are left
_LABEL = 1.3  # a label with its distance from the point, in label heights
_INSET_PT = 3.0  # of a label, on either side of its text
_SLACK_PT = 0.01  # of sums of floats
_LITTLE = 0.4  # a move too small to avoid by another place, in label heights


def every_nth(categories: Sequence[str], frame: Frame, pitch_pt: float) -> int:
    """Return n so that every n-th period's name fits on one line: 1 when all do, or for long names of other things."""
    widest = frame.widest_pt(categories)
    if widest <= pitch_pt or (widest > _SHORT_EM * frame.size_pt and not are_periods(tuple(categories))):
        return 1
    return math.ceil(widest / pitch_pt)


def names_height_pt(categories: Sequence[str], frame: Frame, pitch_pt: float, every: int = 1) -> float:
    """Return the room below the plot that the names need: one line, or as many as they are broken into.

    ``every`` n-th is printed; where some are left out, none is broken.
    """
    if every > 1:
        return (_LINE_EM + _AIR_LEFT_OUT_EM) * frame.size_pt
    fits = frame.widest_pt(categories) <= pitch_pt
    lines = 1 if fits else name_lines(categories, pitch_pt, frame.size_pt)
    return (_LINE_EM * lines + _AIR_EM) * frame.size_pt


def spaced(values: Sequence[Decimal | None], texts: Sequence[str], frame: Frame, pitch_pt: float) -> set[int]:
    """Return the indexes whose figures can be printed without touching: all, or the last, the extremes and the first.

    The last comes first, because it is what the page speaks of.
    """
    known = [index for index, value in enumerate(values) if value is not None]
    widths = {index: frame.label_pt(texts[index], bold=True) for index in known}
    if len(fitting(known, widths, frame, pitch_pt)) == len(known):
        return set(known)
    return fitting(_by_weight(known, values), widths, frame, pitch_pt)


def into_frame(middle_pt: float, half_pt: float, frame: Frame) -> float:
    """Return how far a label whose middle stands there moves right (left where negative), so its text stays inside."""
    text = half_pt - _INSET_PT
    return max(text - middle_pt, 0.0) - max(middle_pt + text - frame.width_pt, 0.0)


def fitting(order: Iterable[int], widths: Mapping[int, float], frame: Frame, pitch_pt: float) -> set[int]:
    """Return the indexes whose labels do not touch, those that come first in ``order`` before the others.

    Labels stand over the middles of their periods, or as near as the frame lets them.
    """
    middles = {index: (index + 0.5) * pitch_pt for index in widths}
    middles = {index: middle + into_frame(middle, widths[index] / 2, frame) for index, middle in middles.items()}
    chosen: set[int] = set()
    for index in order:
        if all(
            (widths[index] + widths[other]) / 2 <= abs(middles[index] - middles[other]) + _SLACK_PT for other in chosen
        ):
            chosen.add(index)
    return chosen


def _by_weight(known: Sequence[int], values: Sequence[Decimal | None]) -> Iterable[int]:
    figures = {index: value for index in known if (value := values[index]) is not None}
    if not figures:
        return ()
    greatest, least = max(figures, key=figures.__getitem__), min(figures, key=figures.__getitem__)
    return dict.fromkeys((known[-1], greatest, least, known[0]))


class Beside(NamedTuple):
    """Where the label of a line's point stands, and how far it moves from there (points) to clear the line."""

    position: Literal["t", "b", "r"]
    right_pt: float
    down_pt: float

    def shift(self, frame: Frame) -> tuple[float, float] | None:
        """Return the move in fractions of the frame, None for none."""
        moved = (self.right_pt / frame.width_pt, self.down_pt / frame.height_pt)
        return moved if any(moved) else None


def beside(
    values: Sequence[Decimal | None],
    texts: Sequence[str],
    frame: Frame,
    pitch_pt: float,
    pt_per_value: float,
    *,
    zero: bool,
) -> dict[int, Beside]:
    """Return where the label of each point of a line stands: on the side where it has to move less to clear the line.

    Where the line rises on one side only, the label moves to the other one as far as its neighbours' room; the rest it
    moves up or down, and further where it would lie on the line at ``zero``, if one is drawn.
    """
    found: dict[int, Beside] = {}
    for index, value in enumerate(values):
        if value is None:
            continue
        before, after = (
            float(other - value) * pt_per_value if other is not None else 0.0
            for other in (values[index - 1] if index else None, values[index + 1] if index + 1 < len(values) else None)
        )
        width = frame.label_pt(texts[index], bold=True)
        aside, up = _clear(before, after, width, pitch_pt, frame.line_pt)
        other_aside, down = _clear(-before, -after, width, pitch_pt, frame.line_pt)
        if zero:
            to_zero = -float(value) * pt_per_value
            up = to_zero if up < to_zero < up + _LABEL * frame.line_pt else up
            down = -to_zero if down < -to_zero < down + _LABEL * frame.line_pt else down
        prefers = _LITTLE * frame.line_pt * (1 if value >= 0 or not zero else -1)
        upper = up <= down + prefers
        across = aside if upper else other_aside
        across += into_frame((index + 0.5) * pitch_pt + across, width / 2, frame)
        found[index] = Beside("t", across, -up) if upper else Beside("b", across, down)
    return found


def _clear(before_pt: float, after_pt: float, width_pt: float, pitch_pt: float, line_pt: float) -> tuple[float, float]:
    """How far a label on a point moves to the right and away from it, where the line to its neighbours rises so far."""
    half, rise = width_pt / 2, max(before_pt, after_pt, 0.0)
    away = rise * min(half / pitch_pt, 1.0)
    if min(before_pt, after_pt) > 0 or away < _LITTLE * line_pt:
        return 0.0, away
    aside = max(min(half, pitch_pt / 2 - half), 0.0)
    return aside * (1 if before_pt > after_pt else -1), rise * min((half - aside) / pitch_pt, 1.0)
