"""Which rendered character is which placed one: the words of each box and cell found again on the page."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator
from difflib import SequenceMatcher
from functools import cache
from itertools import groupby
from typing import NamedTuple

from support.pages import Written, writings
from support.rendering import Glyph, Page
from unitdeck.base.geometry import Box
from unitdeck.base.units import pt
from unitdeck.layout.placed import PlacedSlide

_SAME_LINE = 2.0  # points between baselines of one line, at most
_NEAR = 4.0
_USED = "\0"
_EMOJI = range(0x1F000, 0x20000)  # drawn by other glyphs, or by one for several
_HIGH, _LOW = range(0xD800, 0xDC00), range(0xDC00, 0xE000)


class Char(NamedTuple):
    """A placed character that can be seen: its paragraph, its place in the paragraph's text, and its glyph if found."""

    paragraph: int
    index: int
    char: str
    glyph: Glyph | None


class Found(NamedTuple):
    """A placed text and its characters in order."""

    written: Written
    chars: tuple[Char, ...]

    @property
    def glyphs(self) -> list[Glyph]:
        """The glyphs that were found."""
        return [char.glyph for char in self.chars if char.glyph is not None]

    def lines(self) -> Iterator[tuple[int, list[Char]]]:
        """Yield the lines as they were rendered, each with its paragraph's number."""
        for number, group in groupby((c for c in self.chars if c.glyph), key=lambda char: char.paragraph):
            line: list[Char] = []
            for char in group:
                if line and abs(char.glyph.base - line[-1].glyph.base) > _SAME_LINE:
                    yield number, line
                    line = []
                line.append(char)
            yield number, line


class Matched(NamedTuple):
    """A page: its placed texts with their glyphs, and the glyphs that belong to none (of charts, where all is well)."""

    found: tuple[Found, ...]
    others: tuple[Glyph, ...]


def match(slide: PlacedSlide, page: Page, drawable: frozenset[str]) -> Matched:
    """Find the words of a slide on its page; ``drawable`` are the characters that the fonts have."""
    glyphs = [glyph for glyph in _whole(page.glyphs) if _counts(glyph.char, drawable)]
    left = [glyph.char for glyph in glyphs]
    found = []
    for written in writings(slide):
        wanted = list(_wanted(written, drawable))
        text = "".join(char for _, _, char in wanted)
        places = _exact(text, left, glyphs, written.box)
        if places is None:
            places = _nearly(text, left)
        for place in places:
            if place is not None:
                left[place] = _USED
        chars = [
            Char(paragraph, index, char, None if place is None else glyphs[place])
            for (paragraph, index, char), place in zip(wanted, places, strict=True)
        ]
        found.append(Found(written, tuple(chars)))
    return Matched(tuple(found), tuple(glyph for glyph, char in zip(glyphs, left, strict=True) if char != _USED))


def _wanted(written: Written, drawable: frozenset[str]) -> Iterator[tuple[int, int, str]]:
    for number, paragraph in enumerate(written.text.paragraphs):
        text = "".join(run.text for run in paragraph.runs)
        if paragraph.hang_pt and text.strip():
            yield number, -1, "•"
        for index, char in enumerate(text):
            if _counts(char, drawable):
                yield number, index, char


def _exact(text: str, left: list[str], glyphs: list[Glyph], box: Box) -> list[int | None] | None:
    """The characters one after the other: there where they were placed if they are, else where they come first."""
    whole = "".join(left)
    starts = []
    start = whole.find(text)
    while start >= 0 and text:
        starts.append(start)
        start = whole.find(text, start + 1)
    if not text:
        return []
    if not starts:
        return None
    best = next((s for s in starts if all(near(box, g) for g in (glyphs[s], glyphs[s + len(text) - 1]))), starts[0])
    return list(range(best, best + len(text)))


def _nearly(text: str, left: list[str]) -> list[int | None]:
    places: list[int | None] = [None] * len(text)
    for block in SequenceMatcher(None, text, left, autojunk=False).get_matching_blocks():
        places[block.a : block.a + block.size] = range(block.b, block.b + block.size)
    return places


def near(box: Box, glyph: Glyph, room: float = _NEAR) -> bool:
    """Whether the middle of a glyph's ink is in a box, or not farther off than ``room`` points."""
    x, y = glyph.middle
    return pt(box.x) - room <= x <= pt(box.right) + room and pt(box.y) - room <= y <= pt(box.bottom) + room


def _whole(glyphs: tuple[Glyph, ...]) -> Iterator[Glyph]:
    """Yield characters; a rare one comes as two surrogates."""
    high: Glyph | None = None
    for glyph in glyphs:
        code = ord(glyph.char)
        if code in _HIGH:
            high = glyph
        elif code in _LOW and high is not None:
            yield high._replace(char=(high.char + glyph.char).encode("utf-16", "surrogatepass").decode("utf-16"))
        elif code not in _LOW:
            yield glyph


def _counts(char: str, drawable: frozenset[str]) -> bool:
    return char in drawable and _has_ink(char)


@cache
def _has_ink(char: str) -> bool:
    return (
        not char.isspace()
        and unicodedata.category(char) not in {"Cc", "Cf", "Cs", "Mn", "Me", "Zs"}
        and ord(char) not in _EMOJI
    )
