"""Text measured once: how far each character reaches, where lines may end, and what stays together.

Lengths are in 1/1000 em, so that a text is shaped once and broken at any size and width.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property, lru_cache
from itertools import accumulate
from typing import NamedTuple

from unitdeck.base.richtext import Run
from unitdeck.layout.groups import groups, loose
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
    """A group: where it may part at the worst, its width, and the least line in which it is kept."""

    start: int
    end: int
    loose: tuple[int, ...]
    least_room: float


@dataclass(frozen=True, eq=False)
class Shaped:
    """Text between newlines: ``offset`` in the paragraph, ``positions`` before each character and at the end.

    ``scales`` are the sizes of its characters. What only a text of several lines needs is worked out when asked for.
    """

    offset: int
    text: str
    positions: list[float]
    scales: tuple[float, ...]

    @cached_property
    def plain(self) -> Places:
        """Where every renderer may end a line."""
        return self._places(stops_of(self.text))

    def kept(self, room: float) -> Places:
        """Return where a line so wide may end without parting a group that fits one."""
        if not self._spans:
            return self.plain
        if room >= self._least_room:
            return self._all_kept
        return self._without(self.plain.stops, self._fitting(room))

    def held(self, room: float) -> Places:
        """Return where a line so wide may be ended explicitly: more places than every renderer finds by itself."""
        stops = sorted({*self.plain.stops, *stops_beside_words(self.text)})
        return self._without(stops, self._fitting(room))

    def loose(self, room: float) -> Sequence[int]:
        """Return the offsets, in order, where some renderer may part a group that fits one line."""
        return sorted({i for span in self._fitting(room) for i in span.loose})

    @cached_property
    def narrowest(self) -> list[float]:
        """How far the characters reach at the least."""
        return list(accumulate(map(float.__mul__, map(float, narrowest_of(self.text)), self.scales), initial=0.0))

    @cached_property
    def _spans(self) -> tuple[_Span, ...]:
        found = []
        for group in groups(self.text):
            width = self.positions[group.end] - self.positions[group.start]
            if width <= _LARGEST_GROUP:
                least = width / _COMPOUND_SHARE if group.compound and width > _SHORT_COMPOUND else width
                found.append(_Span(group.start, group.end, tuple(loose(self.text, group)), least))
        return tuple(found)

    @cached_property
    def _least_room(self) -> float:
        return max(span.least_room for span in self._spans)

    @cached_property
    def _all_kept(self) -> Places:
        return self._without(self.plain.stops, self._spans)

    def _fitting(self, room: float) -> Sequence[_Span]:
        return [span for span in self._spans if span.least_room <= room]

    def _without(self, stops: list[int], spans: Sequence[_Span]) -> Places:
        within = {i for span in spans for i in stops[bisect_right(stops, span.start) : bisect_left(stops, span.end)]}
        return self._places([stop for stop in stops if stop not in within])

    def _places(self, stops: list[int]) -> Places:
        text, positions = self.text, self.positions
        return Places(stops, [positions[len(text[:stop].rstrip(" \t"))] for stop in stops])


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
        shaped.append(Shaped(offset, piece, positions, tuple(scales[offset:end])))
        offset = end + 1
    return tuple(shaped)
