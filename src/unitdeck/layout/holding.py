"""Lines that are ended explicitly, so that no renderer parts a figure from its unit.

Renderers break by themselves, in fonts between the widest and the narrowest, and know no groups
(:mod:`unitdeck.layout.groups`). No character forbids a break for all of them: LibreOffice's breaker of Chinese heeds no
U+2060, and some draw it as a box. As long as no font's line can end within a group, the text is left to flow; where one
could, a newline ends the line for all of them before the group. So it does before an address, and within one that is
wider than the line: after which of its marks lines end, renderers do not agree.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from functools import lru_cache
from itertools import pairwise
from typing import NamedTuple

from unitdeck.base.richtext import Run
from unitdeck.layout.breaking import address_ends, count_lines, line_ends, room_of
from unitdeck.layout.shaping import Shaped, shape

_LEAST_SHARE = 0.996  # of a type size: how narrow renderers may round it
_MOST_DRIFT = 0.25  # of a line: how far line ends under two fonts may part before a line is ended for both
_LEAST_FILLED = 0.6  # of a line: a line that is ended shall be as full as that under any font, where its words allow


class Held(NamedTuple):
    """Runs with newlines where lines are ended explicitly, and how many lines they take at most."""

    runs: tuple[Run, ...]
    lines: int


@lru_cache(maxsize=4096)
def hold(runs: tuple[Run, ...], width_pt: float, size_pt: float, bold: bool = False) -> Held:
    """Return a paragraph's runs with its groups held together in a width, as :func:`breaking.break_lines` takes them.

    Without newlines the text is the same. There are no more lines than ``break_lines`` gives for ``runs``.
    """
    room = room_of(width_pt, size_pt)
    count = 0
    ends: list[int] = []
    for shaped in shape(runs, bold):
        if shaped.positions[-1] <= room:
            count += 1
        else:
            lines, held = _lines(shaped, room)
            count += lines
            ends += (shaped.offset + end for end in held)
    if not ends:
        return Held(runs, count)
    # What ends a line has no gap to the script of the next character: a group may be narrower there than it was.
    kept = _with_newlines(runs, ends)
    lines, flowing = (count_lines(each, width_pt, size_pt, bold) for each in (kept, runs))
    return Held(kept, lines) if lines <= flowing else Held(runs, flowing)


def _lines(shaped: Shaped, room: float) -> tuple[int, list[int]]:
    """Return the number of lines, and the ends that must be held: before groups and addresses, and within wide ones.

    ``starts`` are those of the lines in the widest font, ``latest`` those in the narrowest; any other's lie between.
    """
    fit, positions = shaped.at(room), shaped.positions
    loose, kept = fit.loose, set(fit.kept.stops) if fit.loose else set()
    starts, latest = [0], [0]
    held: set[int] = set()
    while (start := starts[-1]) < len(shaped.text):
        ends = line_ends(shaped, start, room)
        wide = shaped.addresses and ends[0] not in shaped.plain.stops and _has_address(shaped, start)
        if wide:
            ends = address_ends(shaped, start, room)
            held.update(ends)
        if wide or not loose or loose[-1] < ends[-1] or ends[-1] == len(shaped.text):
            starts += ends
            latest += ends
            continue
        last = _latest(shaped, latest[-1], room)
        at_risk = loose[bisect_left(loose, ends[-1])] <= last or ends[0] not in kept
        drifts = positions[last] - positions[ends[0]] > _MOST_DRIFT * room
        if (at_risk or drifts) and (end := fit.held.furthest(start, positions[start] + room)):
            starts.append(end)
            latest.append(end)
            held.add(end)
            _fill(shaped, starts, latest, held, room)
        else:
            starts += ends
            latest += [last] * len(ends)
    return len(starts) - 1, sorted(held)


def _has_address(shaped: Shaped, start: int) -> bool:
    """Whether there is one between an offset and the next stop."""
    stop = shaped.plain.next(start)
    return any(first < stop and start < end for first, end in shaped.addresses)


def _fill(shaped: Shaped, starts: list[int], latest: list[int], held: set[int], room: float) -> None:
    """End the lines before the last one as well, as far as a font may have left it little of its text."""
    positions = shaped.positions
    for line in range(len(starts) - 2, 0, -1):
        start, end = starts[line], starts[line + 1]
        if latest[line] == start or positions[end] - positions[latest[line]] >= _LEAST_FILLED * room:
            return
        if start in shaped.plain.stops:
            held.add(start)


def _latest(shaped: Shaped, start: int, room: float) -> int:
    """Return where a line from ``start`` can end at the latest, under any font."""
    text, narrowest = shaped.text, shaped.narrowest
    end = max(bisect_right(narrowest, narrowest[start] + room / _LEAST_SHARE, start) - 1, start)
    while end < len(text) and text[end] in " \t":
        end += 1
    return end


def _with_newlines(runs: tuple[Run, ...], ends: list[int]) -> tuple[Run, ...]:
    pieces: list[Run] = []
    offset = 0
    for run in runs:
        length = len(run.text)
        cuts = [0, *(end - offset for end in ends if offset < end <= offset + length), length]
        pieces.append(run._replace(text="\n".join(run.text[one:two] for one, two in pairwise(cuts))))
        offset += length
    return tuple(pieces)
