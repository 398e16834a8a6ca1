"""What a reader would call a bad line end: marks at the wrong end of a rendered line, numbers parted from their unit."""

from __future__ import annotations

import re
from collections.abc import Iterator

from support.matching import Char, Found
from unitdeck.base.units import pt
from unitdeck.layout.metrics import width_pt

NEVER_FIRST = frozenset("、。，：；？！）」』》〉】〕％…·”’%‰℃")
NEVER_LAST = frozenset("（「『《〈【〔“‘")
_NUMBER = r"[+−-]?\d[\d,]*(?:\.\d+)?"
_UNITS = (
    r"(?:[%％‰℃]|(?:[十百千万亿]+)?(?:元|吨|亩|人|户|米|公里|平方米|立方米|千瓦时)|个?百分点|[万亿]|个|项|家|座|处|件|次"
    r"|名|位|天|小时|分钟|μg/m³|公里)"
)
_DATE = r"\d+年(?:\d+月(?:\d+日)?)?|\d+月(?:\d+日)?"
TOGETHER = re.compile(f"{_DATE}|{_NUMBER}{_UNITS}?")


def bad_marks(text: Found) -> Iterator[str]:
    """Yield each rendered line's end that starts with a closing mark or ends with an opening one."""
    for before, after in _ends(text):
        if after[0].char in NEVER_FIRST:
            yield f"line starts with {after[0].char!r} after {_tail(before)!r}"
        if before[-1].char in NEVER_LAST:
            yield f"line ends with {_tail(before)!r}"


def splits(text: Found) -> Iterator[str]:
    """Yield each number that stands on two rendered lines, or on another line than its unit, where one would hold it."""
    box, (left, _, right, _) = text.written.box, text.written.text.insets
    ends = {(after[0].paragraph, after[0].index) for _, after in _ends(text)}
    for number, paragraph in enumerate(text.written.text.paragraphs):
        words = "".join(run.text for run in paragraph.runs)
        largest = paragraph.size_pt * max((run.scale for run in paragraph.runs), default=1)
        room = pt(box.cx - left - right) - paragraph.hang_pt
        for token in TOGETHER.finditer(words):
            inside = any((number, index) in ends for index in range(token.start() + 1, token.end()))
            if inside and width_pt(token.group(), largest, True) <= room:
                yield f"{token.group()!r} of {words[:30]!r}"


def _ends(text: Found) -> Iterator[tuple[list[Char], list[Char]]]:
    """Yield neighbouring lines whose break the renderer chose: what stands between them was neither typed nor unseen."""
    previous: tuple[int, list[Char]] | None = None
    for number, line in text.lines():
        if previous and previous[0] == number and line[0].index == previous[1][-1].index + 1:
            yield previous[1], line
        previous = (number, line)


def _tail(line: list[Char]) -> str:
    return "".join(char.char for char in line[-8:])
