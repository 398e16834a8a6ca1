"""Line breaks: how many lines PowerPoint, WPS or LibreOffice can need for a text, at most.

The renderers break lines by their own rules. For text that greedy breaking sets, wider characters and fewer
places to break never give fewer lines. So this module breaks only where every renderer may, with the widest
advances of any font: its count is an upper bound. Sources of the rules: UAX #14, and the first and last characters
that PowerPoint and LibreOffice forbid for zh-CN (their union).

Units of a shaped text are 1/1000 em, so that it is shaped once and broken at any size and width.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator
from functools import lru_cache
from itertools import accumulate
from typing import NamedTuple

from unitdeck.base.richtext import Run
from unitdeck.layout.metrics import SCRIPT_GAP, advances_of, gaps_of, is_han, unit_pt

NO_START = frozenset(
    "!%),.:;>?]}¢¨°·ˇˉ―‖’”…‰‱′″›℃℉∶、。〃〉》」』】〕〗〞︶︺︾﹀﹄﹚﹜﹞！＂％＇），．：；？］｀｜｝～￠"
    "—–‐‑‒-/|»々ー・゛゜ゝゞヽヾぁぃぅぇぉっゃゅょゎァィゥェォッャュョヮ"
)
NO_END = frozenset("$([{£¥·‘“〈《「『【〔〖〝﹙﹛﹝＄（．［｛￡￥«€№+−±＋\\")

_SPACES = frozenset(" \t")
_GLUE = frozenset("\u00a0\u202f\u2060\ufeff\u200d\"'")
# Within an over-wide word renderers break anywhere, or after a soft character of the line; which are soft differs.
_SOFT = tuple(map(frozenset, ("", "-", "-/?", "-–—/\\|?&=_.,:;…·")))
_LIKE_LATIN = ((0x2190, 0x21FF), (0x2460, 0x26FF), (0xFFE0, 0xFFE6))  # symbols, full-width currency (UAX #14 AL, PR)
_HAIR = 0.01  # so that a box made as wide as the text, in whole EMU, holds it


class Line(NamedTuple):
    """A line: its place in the text (``end`` exclusive, without the newline), characters, and envelope width.

    ``width_pt`` leaves out the spaces at the end, which hang.
    """

    start: int
    end: int
    text: str
    width_pt: float


class _Shaped(NamedTuple):
    """Text between newlines: ``offset`` in the paragraph, ``positions`` before each character and at the end.

    ``stops`` are the offsets where a line may end, the last one the end; ``edges`` the positions there without
    the spaces that hang.
    """

    offset: int
    text: str
    positions: list[float]
    stops: list[int]
    edges: list[float]


def break_lines(runs: tuple[Run, ...], width_pt: float, size_pt: float, bold: bool = False) -> tuple[Line, ...]:
    """Break a paragraph's runs into lines of at most ``width_pt`` at ``size_pt`` (times each run's scale).

    The lines' texts joined are the runs' text without its newlines; a newline always ends a line, and no text is
    one empty line. A word wider than the line starts a new one and is then broken anywhere. A line is wider than
    asked only where a single character is.
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
        for shaped in _shape(runs, bold)
        for start, end in _greedy(shaped, room)
    )


def count_lines(runs: tuple[Run, ...], width_pt: float, size_pt: float, bold: bool = False) -> int:
    """Return the number of lines that :func:`break_lines` gives."""
    room = width_pt / unit_pt(size_pt) + _HAIR
    return sum(
        1 if shaped.positions[-1] <= room else sum(1 for _ in _greedy(shaped, room)) for shaped in _shape(runs, bold)
    )


def last_line_pt(runs: tuple[Run, ...], width_pt: float, size_pt: float, bold: bool = False) -> float:
    """Return the width of the last line that :func:`break_lines` gives."""
    unit = unit_pt(size_pt)
    *_, shaped = _shape(runs, bold)
    *_, (start, end) = _greedy(shaped, width_pt / unit + _HAIR)
    return (shaped.positions[start + len(shaped.text[start:end].rstrip(" \t"))] - shaped.positions[start]) * unit


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


def _greedy(shaped: _Shaped, room: float) -> Iterator[tuple[int, int]]:
    """Fill each line as far as it goes; yield start and end offsets."""
    start, length = 0, len(shaped.text)
    positions, stops, edges = shaped.positions, shaped.stops, shaped.edges
    if not length:
        yield 0, 0
    while start < length:
        first = bisect_right(stops, start)
        last = bisect_right(edges, positions[start] + room, lo=first) - 1
        if last >= first:
            yield start, stops[last]
            start = stops[last]
        else:
            for end in _chop(shaped, start, stops[first], room):
                yield start, end
                start = end


def _chop(shaped: _Shaped, start: int, stop: int, room: float) -> list[int]:
    """Return where an over-wide word's full lines end.

    Of the renderers' ways, the one with the most lines is returned, or with most left for the last line.
    """
    ways = (_full_lines(shaped, start, stop, room, soft) for soft in _SOFT)
    return max(ways, key=lambda ends: (len(ends), -ends[-1]))


def _full_lines(shaped: _Shaped, start: int, stop: int, room: float, soft: frozenset[str]) -> list[int]:
    text, positions = shaped.text, shaped.positions
    limit = len(text[:stop].rstrip(" \t"))
    ends: list[int] = []
    while positions[limit] - positions[start] > room:
        end = max(bisect_right(positions, positions[start] + room, start + 1, limit + 1) - 1, start + 1)
        while end < limit and positions[end + 1] == positions[end]:  # what has no width belongs to its letter
            end += 1
        if soft:
            end = next((i for i in range(min(end, limit - 1), start + 1, -1) if _is_soft(text, i, soft)), end)
        if end >= limit:
            return [*ends, stop]
        ends.append(end)
        start = end
    return ends


@lru_cache(maxsize=2048)
def _shape(runs: tuple[Run, ...], bold: bool) -> tuple[_Shaped, ...]:
    """Measure the runs once, cut at newlines."""
    advances: list[float] = []
    for run in runs:
        measured = advances_of(run.text, bold if run.bold is None else run.bold)
        advances += measured if run.scale == 1 else [advance * run.scale for advance in measured]
    text = "".join(run.text for run in runs)
    largest = max((run.scale for run in runs), default=1)
    for index in gaps_of(text):
        advances[index] += SCRIPT_GAP * largest
    shaped = []
    offset = 0
    for piece in text.split("\n"):
        positions = list(accumulate(advances[offset : offset + len(piece)], initial=0.0))
        stops = _stops(piece)
        edges = [positions[len(piece[:stop].rstrip(" \t"))] for stop in stops]
        shaped.append(_Shaped(offset, piece, positions, stops, edges))
        offset += len(piece) + 1
    return tuple(shaped)


def _stops(text: str) -> list[int]:
    """Return the offsets where every renderer may end a line, and the end."""
    kinds = [_KINDS[char] for char in text]
    return [
        *(i for i in range(1, len(text)) if _may_break(text[i - 1], kinds[i - 1], text[i], kinds[i])),
        len(text),
    ]


def _may_break(before: str, kind_before: str, after: str, kind_after: str) -> bool:
    if kind_after in {"space", "glue"} or kind_before == "glue" or after in NO_START:
        return False
    if kind_before == "space":
        return True
    # LibreOffice keeps a Latin word or figure with the punctuation around it when the line ends within the word.
    if kind_after == "word":
        return kind_before != "word" and before not in NO_START and before not in NO_END
    return before not in NO_END and not (kind_before == "word" and after in NO_END)


def _is_soft(text: str, i: int, soft: frozenset[str]) -> bool:
    """Whether a renderer may break an over-wide word before character ``i``, if these are its soft characters."""
    return text[i - 1] in soft or "han" in {_KINDS[text[i - 1]], _KINDS[text[i]]}


class _Kinds(dict[str, str]):
    """Character → 'space' (hangs), 'glue' (no break at either side), 'han' (at both), 'word' (none within)."""

    def __missing__(self, char: str) -> str:
        if char in _SPACES:
            kind = "space"
        elif char in _GLUE or advances_of(char) == [0]:
            kind = "glue"
        elif is_han(char) and not any(first <= ord(char) <= last for first, last in _LIKE_LATIN):
            kind = "han"
        else:
            kind = "word"
        self[char] = kind
        return kind


_KINDS = _Kinds()
