"""Line breaks: how many lines PowerPoint, WPS or LibreOffice can need for a text, at most.

The renderers break lines by their own rules. For text that greedy breaking sets, wider characters and fewer
places to break never give fewer lines. So this module breaks only where every renderer may, and not within a figure
and its unit (:mod:`unitdeck.layout.groups`), with the widest advances of any font: its count is an upper bound.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator
from typing import NamedTuple

from unitdeck.base.richtext import Run
from unitdeck.layout.metrics import unit_pt
from unitdeck.layout.shaping import Shaped, shape
from unitdeck.layout.stops import is_soft

# Within an over-wide word renderers break anywhere, or after a soft character of the line; which are soft differs.
_SOFT = tuple(map(frozenset, ("", "-", "-/?", "-–—/\\|?&=_.,:;…·")))
_HAIR = 0.01  # so that a box made as wide as the text, in whole EMU, holds it


class Line(NamedTuple):
    """A line: its place in the text (``end`` exclusive, without the newline), characters, and envelope width.

    ``width_pt`` leaves out the spaces at the end, which hang.
    """

    start: int
    end: int
    text: str
    width_pt: float


def break_lines(runs: tuple[Run, ...], width_pt: float, size_pt: float, bold: bool = False) -> tuple[Line, ...]:
    """Break a paragraph's runs into lines of at most ``width_pt`` at ``size_pt`` (times each run's scale).

    The lines' texts joined are the runs' text without its newlines; a newline always ends a line, and no text is
    one empty line. A figure and its unit part only where no line holds both; a word wider than the line starts a new
    one and is then broken anywhere. A line is wider than asked only where a single character is.
    """
    unit = unit_pt(size_pt)
    room = room_of(width_pt, size_pt)
    return tuple(
        Line(shaped.offset + start, shaped.offset + end, shaped.text[start:end], _width(shaped, start, end) * unit)
        for shaped in shape(runs, bold)
        for start, end in _greedy(shaped, room)
    )


def last_line_pt(runs: tuple[Run, ...], width_pt: float, size_pt: float, bold: bool = False) -> float:
    """Return the width of the last line that :func:`break_lines` gives."""
    last = shape(runs, bold)[-1]
    *_, (start, end) = _greedy(last, room_of(width_pt, size_pt))
    return _width(last, start, end) * unit_pt(size_pt)


def count_lines(runs: tuple[Run, ...], width_pt: float, size_pt: float, bold: bool = False) -> int:
    """Return the number of lines that :func:`break_lines` gives."""
    room = room_of(width_pt, size_pt)
    return sum(
        1 if shaped.positions[-1] <= room else sum(1 for _ in _greedy(shaped, room)) for shaped in shape(runs, bold)
    )


def room_of(width_pt: float, size_pt: float) -> float:
    """Return how much a line holds, in 1/1000 em of envelope widths."""
    return width_pt / unit_pt(size_pt) + _HAIR


def slice_runs(runs: tuple[Run, ...], start: int, end: int) -> tuple[Run, ...]:
    """Return the characters from ``start`` to ``end`` with their looks; empty runs vanish."""
    pieces = []
    offset = 0
    for run in runs:
        text = run.text[max(start - offset, 0) : max(end - offset, 0)]
        if text:
            pieces.append(run._replace(text=text))
        offset += len(run.text)
    return tuple(pieces)


def line_ends(shaped: Shaped, start: int, room: float) -> list[int]:
    """Return where the line from ``start`` ends (room in 1/1000 em); of an over-wide word, where its full lines do."""
    reach = shaped.positions[start] + room
    end = shaped.at(room).kept.furthest(start, reach) or shaped.plain.furthest(start, reach)
    return [end] if end else _chop(shaped, start, shaped.plain.next(start), room)


def _width(shaped: Shaped, start: int, end: int) -> float:
    """The width of a line in 1/1000 em, without the spaces at its end."""
    return shaped.positions[start + len(shaped.text[start:end].rstrip(" \t"))] - shaped.positions[start]


def address_ends(shaped: Shaped, start: int, room: float) -> list[int]:
    """Return where to end an over-wide word's full lines: as few as can be, after its marks where that costs none."""
    ways = (_full_lines(shaped, start, shaped.plain.next(start), room, soft) for soft in reversed(_SOFT))
    return min(ways, key=len)


def _greedy(shaped: Shaped, room: float) -> Iterator[tuple[int, int]]:
    """Fill each line as far as it goes; yield start and end offsets."""
    start, length = 0, len(shaped.text)
    if shaped.positions[-1] <= room:
        yield 0, length
        return
    while start < length:
        for end in line_ends(shaped, start, room):
            yield start, end
            start = end


def _chop(shaped: Shaped, start: int, stop: int, room: float) -> list[int]:
    """Return where an over-wide word's full lines end.

    Of the renderers' ways, the one with the most lines is returned, or with most left for the last line.
    """
    ways = (_full_lines(shaped, start, stop, room, soft) for soft in _SOFT)
    return max(ways, key=lambda ends: (len(ends), -ends[-1]))


def _full_lines(shaped: Shaped, start: int, stop: int, room: float, soft: frozenset[str]) -> list[int]:
    text, positions = shaped.text, shaped.positions
    limit = len(text[:stop].rstrip(" \t"))
    ends: list[int] = []
    while positions[limit] - positions[start] > room:
        end = max(bisect_right(positions, positions[start] + room, start + 1, limit + 1) - 1, start + 1)
        while end < limit and positions[end + 1] == positions[end]:  # what has no width belongs to its letter
            end += 1
        if soft:
            end = next((i for i in range(min(end, limit - 1), start + 1, -1) if is_soft(text, i, soft)), end)
        if end >= limit:
            return [*ends, stop]
        ends.append(end)
        start = end
    return ends
