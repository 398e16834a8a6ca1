"""What a reader would call a bad line end: a mark at the wrong end of a line, a number parted from its unit."""

from __future__ import annotations

import re
from collections.abc import Iterator

from support.matching import Char, Found
from unitdeck.base.units import pt
from unitdeck.layout.metrics import is_han, width_pt

NEVER_FIRST = frozenset("、。，：；？！）」』》〉】〕％·”’%‰℃")
NEVER_LAST = frozenset("（「『《〈【〔“‘")
_NUMBER = r"[+−-]?\d[\d,]*(?:\.\d+)?"
_UNITS = (
    r"(?:[%％‰℃]|(?:[十百千万亿]+)?(?:元|吨|亩|人|户|米|公里|平方米|立方米|千瓦时)|个?百分点|[万亿]|个|项|家|座|处|件|次"
    r"|名|位|天|小时|分钟|μg/m³|公里)"
)
_DATE = r"\d+年(?:\d+月(?:\d+日)?)?|\d+月(?:\d+日)?"
TOGETHER = re.compile(f"{_DATE}|{_NUMBER}{_UNITS}?")


def bad_marks(text: Found) -> Iterator[str]:
    """Yield each rendered line that starts with a closing mark or ends with an opening one.

    A word that is wider than its box with the mark after it may be parted from the mark: there is no other place.
    """
    for before, after in _ends(text):
        if after[0].char in NEVER_FIRST and not _too_wide(text, before, after[0]):
            yield f"line starts with {after[0].char!r} after {_tail(before)!r}"
        if before[-1].char in NEVER_LAST:
            yield f"line ends with {_tail(before)!r}"


def splits(text: Found) -> Iterator[str]:
    """Yield each number that stands on two lines, or on another line than its unit, where one would hold both."""
    ends = {(after[0].paragraph, after[0].index) for _, after in _ends(text)}
    for number, paragraph in enumerate(text.written.text.paragraphs):
        words = "".join(run.text for run in paragraph.runs)
        largest = paragraph.size_pt * max((run.scale for run in paragraph.runs), default=1)
        for token in TOGETHER.finditer(words):
            inside = any((number, index) in ends for index in range(token.start() + 1, token.end()))
            if inside and width_pt(token.group(), largest, True) <= _room(text, number):
                yield f"{token.group()!r} of {words[:30]!r}"


def _ends(text: Found) -> Iterator[tuple[list[Char], list[Char]]]:
    """Yield neighbouring lines whose break the renderer chose: nothing typed or unseen stands between them."""
    previous: tuple[int, list[Char]] | None = None
    for number, line in text.lines():
        if previous and previous[0] == number and line[0].index == previous[1][-1].index + 1:
            yield previous[1], line
        previous = (number, line)


def half_dots(text: Found) -> Iterator[str]:
    """Yield each 「……」 of which one half starts a line."""
    for before, after in _ends(text):
        if before[-1].char == after[0].char == "…":
            yield _tail(before)


def _too_wide(text: Found, before: list[Char], mark: Char) -> bool:
    """Whether a line is one word that its box does not hold together with the mark after it."""
    paragraph = text.written.text.paragraphs[mark.paragraph]
    words = "".join(run.text for run in paragraph.runs)[before[0].index : mark.index]
    if any((is_han(char) and char not in NEVER_LAST) or char == " " for char in words):
        return False
    return width_pt(words + mark.char, paragraph.size_pt, paragraph.bold) > _room(text, mark.paragraph)


def _room(text: Found, number: int) -> float:
    left, _, right, _ = text.written.text.insets
    return pt(text.written.box.cx - left - right) - text.written.text.paragraphs[number].hang_pt


def _tail(line: list[Char]) -> str:
    return "".join(char.char for char in line[-8:])
