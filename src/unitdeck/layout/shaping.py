"""Text measured once: how far each character reaches, where lines may end, and what stays together.

Lengths are in 1/1000 em, so that a text is shaped once and broken at any size and width.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from functools import cached_property, lru_cache
from itertools import accumulate
from operator import mul
from typing import Final, NamedTuple

from unitdeck.base.richtext import Run
from unitdeck.layout.groups import addresses, groups, loose
from unitdeck.layout.metrics import EM, SCRIPT_GAP, advances_of, gaps_of, narrowest_of
from unitdeck.layout.stops import stops_beside_words, stops_of

_LARGEST_GROUP = 12 * EM  # a longer one is a sentence, and would leave a hole
_COMPOUND_SHARE = 0.5  # of the line: dates and ranges that are wider may part between their figures,
_SHORT_COMPOUND = 6 * EM  # unless they are as short as 「1—5月」


class Places(NamedTuple):
    """Where a line may end: offsets in the text, the last one its end, and the positions there.

    Positions are without the spaces that hang.
    """

    stops: list[int]
    edges: list[float]

    def furthest(self, start: int, reach: float) -> int:
        """Return the last stop after ``start`` whose position is within reach, 0 where none is."""
        first = bisect_right(self.stops, start)
        last = bisect_right(self.edges, reach, lo=first) - 1
        return self.stops[last] if last >= first else 0

    def next(self, start: int) -> int:
        """Return the first stop after an offset."""
        return self.stops[bisect_right(self.stops, start)]


class _Span(NamedTuple):
    """A group: the least line in which it is kept, its place, and where it may part at the worst."""

    least_room: float
    start: int
    end: int
    loose: tuple[int, ...]


class Shaped:
    """Text between newlines: ``offset`` in the paragraph, ``positions`` before each character and at the end.

    ``scales`` are the sizes of its characters. What only a text of several lines needs is worked out when asked for.
    """

    def __init__(self, offset: int, text: str, positions: list[float], scales: list[float]) -> None:
        self.offset: Final = offset
        self.text: Final = text
        self.positions: Final = positions
        self._scales: Final = scales

    @cached_property
    def plain(self) -> Places:
        """Where every renderer may end a line."""
        return self.places(stops_of(self.text))

    @cached_property
    def addresses(self) -> list[tuple[int, int]]:
        """Where addresses start and end (exclusive)."""
        return addresses(self.text)

    @cached_property
    def narrowest(self) -> list[float]:
        """How far the characters reach at the least."""
        return list(accumulate(map(mul, narrowest_of(self.text), self._scales), initial=0.0))

    def at(self, room: float) -> Fit:
        """Return what is known of lines with so much room."""
        spans, rooms, fits = self._groups
        fitting = bisect_right(rooms, room)
        if fitting not in fits:
            fits[fitting] = Fit(self, spans[:fitting])
        return fits[fitting]

    def places(self, stops: list[int]) -> Places:
        """Return stops with their positions."""
        text, positions = self.text, self.positions
        return Places(stops, [positions[len(text[:stop].rstrip(" \t"))] for stop in stops])

    @cached_property
    def _groups(self) -> tuple[list[_Span], list[float], dict[int, Fit]]:
        """Groups by the room that they ask, the rooms, and what was found by the number of groups that fit."""
        found = []
        for group in groups(self.text):
            width = self.positions[group.end] - self.positions[group.start]
            if width <= _LARGEST_GROUP:
                least = width / _COMPOUND_SHARE if group.compound and width > _SHORT_COMPOUND else width
                found.append(_Span(least, group.start, group.end, tuple(loose(self.text, group))))
        found.sort()
        return found, [span.least_room for span in found], {}


class Fit:
    """Where lines of a text may end that have room for certain of its groups."""

    def __init__(self, shaped: Shaped, spans: list[_Span]) -> None:
        self._shaped: Final = shaped
        self._spans: Final = spans

    @cached_property
    def kept(self) -> Places:
        """Where every renderer may end a line, but not within a group."""
        return self._without(self._shaped.plain.stops) if self._spans else self._shaped.plain

    @cached_property
    def held(self) -> Places:
        """Where a line may be ended explicitly, not within a group: more places than every renderer finds by itself."""
        return self._without(sorted({*self._shaped.plain.stops, *stops_beside_words(self._shaped.text)}))

    @cached_property
    def loose(self) -> list[int]:
        """The offsets, in order, where some renderer may part a group or an address."""
        inner = (i for start, end in self._shaped.addresses for i in range(start + 1, end))
        return sorted({*inner, *(i for span in self._spans for i in span.loose)})

    def _without(self, stops: list[int]) -> Places:
        within = {i for s in self._spans for i in stops[bisect_right(stops, s.start) : bisect_left(stops, s.end)]}
        return self._shaped.places([stop for stop in stops if stop not in within])


@lru_cache(maxsize=2048)
def shape(runs: tuple[Run, ...], bold: bool) -> tuple[Shaped, ...]:
    """Measure the runs once, cut at newlines."""
    advances: list[float] = []
    scales: list[float] = []
    for run in runs:
        measured = advances_of(run.text, bold if run.bold is None else run.bold)
        advances += measured if run.scale == 1 else [advance * run.scale for advance in measured]
        scales += [run.scale] * len(measured)
    text = "".join(run.text for run in runs)
    largest = max((run.scale for run in runs), default=1)
    for index in gaps_of(text):
        advances[index] += SCRIPT_GAP * largest
    shaped = []
    offset = 0
    for piece in text.split("\n"):
        end = offset + len(piece)
        positions = list(accumulate(advances[offset:end], initial=0.0))
        shaped.append(Shaped(offset, piece, positions, scales[offset:end]))
        offset = end + 1
    return tuple(shaped)
