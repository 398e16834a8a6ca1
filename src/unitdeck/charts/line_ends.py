"""Labels at the ends of lines: which lines are named, on how many lines of text, and where, so that none touch."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from decimal import Decimal
from typing import Literal, NamedTuple

from unitdeck.base.richtext import Run
from unitdeck.charts.frame import Frame
from unitdeck.charts.label_places import Label, Lines, apart, off_lines
from unitdeck.layout.breaking import break_lines
from unitdeck.layout.chart_label import INSETS_PT, LINE_EM
from unitdeck.ooxml.chart_xml_series import Shows, label
from unitdeck.ooxml.chart_xml_text import TextStyle
from unitdeck.plan.chart import ChartSpec

BESIDE_PT = 5.0  # from a line's end to its label
_MOST_LINES = 3


class End(NamedTuple):
    """A label at a line's end: the line's column, the point it stands at and on which side, its text in ``lines``.

    ``shows`` is what the label prints of its own accord; where it shows nothing, the lines are its own words.
    """

    column: int
    point: int
    side: Literal["l", "r"]
    lines: tuple[str, ...]
    shows: Shows

    def height_pt(self, frame: Frame) -> float:
        """Return how high the label is."""
        return frame.line_pt + (len(self.lines) - 1) * LINE_EM * frame.size_pt


def first_and_last(values: Sequence[Decimal | None]) -> tuple[int, int] | None:
    """Return the indexes of the first and the last known value, None where nothing is known."""
    known = [index for index, value in enumerate(values) if value is not None]
    return (known[0], known[-1]) if known else None


def fitted(end: End, name: str, figure: str, frame: Frame, room_pt: float, *, bold: bool) -> End:
    """Return the label 「name figure」, on as few lines as it needs, three at most: longer names end with 「…」."""

    def fits(text: str) -> bool:
        return frame.label_pt(text, bold=bold) <= room_pt

    whole = f"{name} {figure}".strip()
    if fits(whole):
        return end._replace(lines=(whole,))
    lines = break_lines((Run(whole),), max(room_pt - INSETS_PT, frame.size_pt), frame.size_pt, bold)
    texts = [line.text.strip() for line in lines]
    if len(texts) > _MOST_LINES:
        last = texts[_MOST_LINES - 1]
        while last and not fits(f"{last}… {figure}".strip()):
            last = last[:-1]
        texts = [*texts[: _MOST_LINES - 1], f"{last}… {figure}".strip()]
    return end._replace(lines=tuple(texts), shows=Shows())


def widest_pt(ends: Iterable[End], frame: Frame) -> float:
    """Return how wide the widest label is, 0 for none."""
    return frame.widest_pt((line for end in ends for line in end.lines), bold=True)


def shifts(places: Mapping[End, float], frame: Frame, least: float, most: float) -> dict[End, float]:
    """Return how far each label moves down (points) from its place, so that none touch."""
    order = sorted(places, key=lambda end: (places[end], end.column))
    moved = apart([places[end] for end in order], [end.height_pt(frame) for end in order], least, most)
    return {end: middle - places[end] for end, middle in zip(order, moved, strict=True)}


def shifts_off_lines(ends: Sequence[End], lines: Lines, frame: Frame, most: float) -> dict[End, float]:
    """Return how far each label right of its line's end moves down: those at the last period only from each other.

    One of a line that ends sooner moves to a place that no line and no other label crosses. Labels stay above ``most``.
    """
    last = max(map(len, lines.depths), default=0) - 1
    places = {end: lines.depths[end.column][end.point] or 0.0 for end in ends}
    found = shifts({end: place for end, place in places.items() if end.point == last}, frame, 0, most)
    taken = [_label(end, places[end] + move, lines, frame) for end, move in found.items()]
    for end in ends:
        if end.point != last:
            taken.append(off_lines(_label(end, places[end], lines, frame), lines, taken, 0, most))
            found[end] = taken[-1].middle - places[end]
    return found


def _label(end: End, middle: float, lines: Lines, frame: Frame) -> Label:
    left = end.point * lines.pitch_pt + BESIDE_PT
    return Label(left, left + widest_pt([end], frame), middle, end.height_pt(frame))


def end_label(end: End, style: TextStyle, code: str, frame: Frame, across_pt: float, down_pt: float) -> str:
    """Return ``<c:dLbl>`` of an end, moved away from its line and down by that much."""
    away = -across_pt if end.side == "l" else across_pt
    return label(
        end.point,
        style,
        code,
        end.side,
        end.shows,
        lines=() if end.shows != Shows() else [[Run(line)] for line in end.lines],
        shift=(away / frame.width_pt, down_pt / frame.height_pt),
    )


def named(
    spec: ChartSpec, names: Mapping[int, End], y: Callable[[float], float], frame: Frame, room_pt: float
) -> set[int]:
    """Return the columns of the lines that have their name (:func:`to_name`); ``y`` is where a figure stands."""
    depths = {
        column: [y(float(value)) for value in spec.series[column].values if value is not None] for column in names
    }
    places = {column: points[-1] for column, points in depths.items()}
    moves = {column: points[-1] - points[0] for column, points in depths.items() if len(points) > 1}
    heights = {column: end.height_pt(frame) for column, end in names.items()}
    return to_name(places, moves, heights, spec.highlight, room_pt)


def to_name(
    places: Mapping[int, float],
    moves: Mapping[int, float],
    heights: Mapping[int, float],
    own: int | None,
    room_pt: float,
) -> set[int]:
    """Return the columns of the lines that are named: all, if there is room for as much text.

    ``places`` are where the lines end and ``moves`` how far they came, in points downwards. Where there is not room
    for all, these are named in this order: the own line, the first and the last at the end, the own line's
    neighbours there, the greatest rise and fall, and then, from the top, each whose place is free.
    """
    if sum(heights[column] for column in places) <= room_pt:
        return set(places)
    order = sorted(places, key=lambda column: (places[column], column))
    first = list(dict.fromkeys(_by_weight(order, moves, own)))
    named: list[int] = []
    for column in (*first, *order):
        free = all(
            abs(places[column] - places[other]) >= (heights[column] + heights[other]) / 2
            for other in named
            if other != column
        )
        full = sum(heights[other] for other in named) + heights[column] > room_pt
        if column not in named and not (named and full) and (column in first or free):
            named.append(column)
    return set(named)


def _by_weight(order: Sequence[int], moves: Mapping[int, float], own: int | None) -> Iterable[int]:
    if own is not None and own in order:
        yield own
    yield order[0]
    yield order[-1]
    if own is not None and own in order:
        middle = order.index(own)
        yield from order[max(middle - 1, 0) : middle + 2]
    if moves:
        yield min(moves, key=lambda column: (moves[column], column))
        yield max(moves, key=lambda column: (moves[column], -column))
