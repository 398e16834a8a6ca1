"""Text of drawings: lines that fit a width, cut short with 「…」 where there is no room, and keys of colours."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from unitdeck.base.richtext import Run
from unitdeck.charts.canvas.marks import Mark, Words, base_line, box
from unitdeck.layout.breaking import break_lines
from unitdeck.layout.metrics import width_pt

LINE_EM = 1.25
_MORE = "…"
_SWATCH_EM = 1.1
_KEY_LINE_EM = 1.6


class Key(NamedTuple):
    """A colour with what it stands for; without a fill only its outline is drawn."""

    fill: str
    stroke: str
    text: str


def one_line(text: str) -> str:
    """Return a text without line breaks or doubled blanks."""
    return " ".join(text.split())


def cut(text: str, room_pt: float, size_pt: float, bold: bool = False) -> str:
    """Return the text, cut with 「…」 where it is wider than the room."""
    if width_pt(text, size_pt, bold) <= room_pt:
        return text
    kept = text
    while kept and width_pt(kept + _MORE, size_pt, bold) > room_pt:
        kept = kept[:-1]
    return kept.rstrip() + _MORE


def lines_of(text: str, room_pt: float, size_pt: float, most: int, bold: bool = False) -> tuple[str, ...]:
    """Return the text in up to ``most`` lines of like length, the last one cut where more would follow."""
    broken = _broken(text, room_pt, size_pt, bold)
    if len(broken) <= most:
        narrow = room_pt
        while len(tighter := _broken(text, narrow, size_pt, bold)) == len(broken) > 1 and narrow > size_pt:
            broken, narrow = tighter, narrow - size_pt / 2
        return tuple(broken)
    rest = cut("".join(broken[most - 1 :]), room_pt, size_pt, bold)
    return (*broken[: most - 1], rest)


def _broken(text: str, room_pt: float, size_pt: float, bold: bool) -> list[str]:
    return [line.text.strip() for line in break_lines((Run(one_line(text)),), room_pt, size_pt, bold)]


def stacked(
    lines: Sequence[str], x: float, middle: float, size_pt: float, color: str, *, ctr: bool = False, bold: bool = False
) -> list[Mark]:
    """Return lines of text around a middle height; ``x`` is their left end, or their middle with ``ctr``."""
    pitch = LINE_EM * size_pt
    first = middle - pitch * (len(lines) - 1) / 2
    return [
        Words(x, base_line(first + at * pitch, size_pt), line, size_pt, color, "ctr" if ctr else "l", bold)
        for at, line in enumerate(lines)
    ]


def keys_height_pt(keys: Sequence[Key], width: float, size_pt: float) -> float:
    """Return how high a row of keys is, wrapped into a width."""
    return len(_wrapped(keys, width, size_pt)) * _KEY_LINE_EM * size_pt


def draw_keys(keys: Sequence[Key], left: float, top: float, width: float, size_pt: float, ink: str) -> list[Mark]:
    """Return the marks of keys side by side, wrapped into a width."""
    marks: list[Mark] = []
    side = 0.8 * size_pt
    for row, line in enumerate(_wrapped(keys, width, size_pt)):
        x, middle = left, top + (row + 0.5) * _KEY_LINE_EM * size_pt
        for key in line:
            marks.append(box(x, middle - side / 2, side, side, key.fill, key.stroke, 1.0 if key.stroke else 0.0))
            marks.append(Words(x + _SWATCH_EM * size_pt, base_line(middle, size_pt), key.text, size_pt, ink))
            x += _key_width(key, size_pt)
    return marks


def _wrapped(keys: Sequence[Key], width: float, size_pt: float) -> list[list[Key]]:
    rows: list[list[Key]] = []
    used = 0.0
    for key in keys:
        wide = _key_width(key, size_pt)
        if not rows or used + wide > width + size_pt:
            rows.append([])
            used = 0.0
        rows[-1].append(key)
        used += wide
    return rows


def _key_width(key: Key, size_pt: float) -> float:
    return (_SWATCH_EM + 1.2) * size_pt + width_pt(key.text, size_pt)
