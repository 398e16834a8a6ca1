"""Line breaks: how many lines PowerPoint, WPS or LibreOffice can need for a text, at most.

The renderers break lines by their own rules. For text that greedy breaking sets, wider characters and fewer
places to break never give fewer lines. So this module breaks only where every renderer may, and not within a figure
and its unit (:mod:`unitdeck.layout.groups`), with the widest advances of any font: its count is an upper bound.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator
from functools import lru_cache
from itertools import pairwise
from typing import NamedTuple

from unitdeck.base.richtext import Run
from unitdeck.layout.metrics import unit_pt
from unitdeck.layout.shaping import Shaped, shape
from unitdeck.layout.stops import is_soft

# Within an over-wide word renderers break anywhere, or after a soft character of the line; which are soft differs.
_SOFT = tuple(map(frozenset, ("", "-", "-/?", "-–—/\\|?&=_.,:;…·")))
_HAIR = 0.01  # so that a box made as wide as the text, in whole EMU, holds it
_LEAST_SHARE = 0.996  # of a type size: how narrow renderers may round it
_MOST_DRIFT = 0.25  # of a line: how far line ends under two fonts may part before a line is ended for both
_LEAST_FILLED = 0.6  # of a line: a line that is ended shall be as full as that under any font, where its words allow


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
    room = width_pt / unit + _HAIR
    return tuple(
        Line(
            shaped.offset + start,
            shaped.offset + end,
            text := shaped.text[start:end],
            (shaped.positions[start + len(text.rstrip(" \t"))] - shaped.positions[start]) * unit,
        )
        for shaped in shape(runs, bold)
        for start, end in _greedy(shaped, room)
    )


def count_lines(runs: tuple[Run, ...], width_pt: float, size_pt: float, bold: bool = False) -> int:
    """Return the number of lines that :func:`break_lines` gives."""
    room = width_pt / unit_pt(size_pt) + _HAIR
    return sum(
        1 if shaped.positions[-1] <= room else sum(1 for _ in _greedy(shaped, room)) for shaped in shape(runs, bold)
    )


@lru_cache(maxsize=2048)
def hold_groups(
    runs: tuple[Run, ...], width_pt: float, size_pt: float, bold: bool = False
) -> tuple[tuple[Run, ...], int]:
    """Return the runs with newlines where a renderer could part a figure from its unit, and how many lines they take.

    Renderers break by themselves, in fonts between the widest and the narrowest. As far as their lines can end
    nowhere within a group the text stays as it is; where one could, :func:`break_lines`' line is ended for all of
    them. The lines are those of :func:`break_lines`, before and after.
    """
    room = width_pt / unit_pt(size_pt) + _HAIR
    count = 0
    ends: list[int] = []
    for shaped in shape(runs, bold):
        if shaped.positions[-1] <= room:
            count += 1
            continue
        lines = list(_greedy(shaped, room))
        count += len(lines)
        ends += (shaped.offset + end for end in _held_ends(shaped, lines, room))
    return (_with_newlines(runs, ends) if ends else runs), count


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


def _greedy(shaped: Shaped, room: float) -> Iterator[tuple[int, int]]:
    """Fill each line as far as it goes; yield start and end offsets."""
    start, length = 0, len(shaped.text)
    if shaped.positions[-1] <= room:
        yield 0, length
        return
    positions, kept, plain = shaped.positions, shaped.kept(room), shaped.plain
    while start < length:
        reach = positions[start] + room
        end = kept.furthest(start, reach) or plain.furthest(start, reach)
        if end:
            yield start, end
            start = end
        else:
            for end in _chop(shaped, start, plain.next(start), room):
                yield start, end
                start = end


def _held_ends(shaped: Shaped, lines: list[tuple[int, int]], room: float) -> list[int]:
    """Return the ends of lines that must be ended explicitly.

    The widest font's lines are ``lines``. The narrowest font's end at ``latest``; any other's between. Where that
    leaves a font little of a line before its end, the line before is ended as well.
    """
    loose, positions, legal = shaped.loose(room), shaped.positions, set(shaped.plain.stops)
    held: dict[int, None] = {}
    latest = [0]
    for number, (_, end) in enumerate(lines[:-1]):
        at = bisect_right(loose, end)
        if at == len(loose):
            break
        latest.append(_latest(shaped, latest[-1], room))
        drift = positions[latest[-1]] - positions[end]
        if end not in legal or (loose[at] > latest[-1] and drift <= _MOST_DRIFT * room):
            continue
        held[end] = None
        latest[-1] = end
        for before in range(number, 0, -1):
            start, end = lines[before]
            if latest[before] == start or positions[end] - positions[latest[before]] >= _LEAST_FILLED * room:
                break
            if start in legal:
                held[start] = None
    return sorted(held)


def _latest(shaped: Shaped, start: int, room: float) -> int:
    """Return where a line from ``start`` can end at the latest, under any font."""
    text, narrowest = shaped.text, shaped.narrowest
    end = bisect_right(narrowest, narrowest[start] + room / _LEAST_SHARE, start + 1) - 1
    while end < len(text) and text[end] in " \t":
        end += 1
    return end


def _with_newlines(runs: tuple[Run, ...], ends: list[int]) -> tuple[Run, ...]:
    pieces: list[Run] = []
    offset = 0
    for run in runs:
        cuts = [0, *(end - offset for end in ends if offset < end <= offset + len(run.text)), len(run.text)]
        text = "\n".join(run.text[one:two] for one, two in pairwise(cuts))
        pieces.append(run._replace(text=text))
        offset += len(run.text)
    return tuple(pieces)


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
