"""How wide text can be: an envelope over the usual fonts, so that measured text fits under any of them.

A Han character is 1 em in every font; the rest takes the widest advance among the usual fonts
(:mod:`unitdeck.layout.advances`); what is in no table counts as 1 em. The room that text needs is that, plus the
gaps and the rounding of renderers. How narrow it may be is a lower bound. No font is needed to measure.
"""

from __future__ import annotations

from bisect import bisect_left
from functools import lru_cache

from unitdeck.layout import advances

EM = 1000  # advances are in 1/1000 em

# LibreOffice rounds type to its own grid: in a box of exactly 10 em, 10 Han characters of 14, 17 or 20 pt wrap.
_GRID = 1.004  # measured in LibreOffice 7.4: at most 0.26 % over at 9 pt and more
SCRIPT_GAP = 240  # LibreOffice sets 0.24 em between Han and Latin; PowerPoint and WPS set none
_EMOJI = 1400  # Segoe UI Emoji 1.37, Noto Color Emoji 1.25, Apple Color Emoji 1.25 em
_EMOJI_VARIANT = 700  # U+FE0F turns the character before it, often narrow, into an emoji
_KEYCAP = 900
_TAB = -(-72 * EM // 14)  # a tab reaches at most one stop (1 in) further: 72 pt, in em of 14 pt, the smallest body type

_ZERO_WIDTH = (
    (0x00, 0x08),
    (0x0A, 0x1F),
    (0x7F, 0x9F),
    (0x300, 0x36F),
    (0x483, 0x489),
    (0x1AB0, 0x1AFF),
    (0x1DC0, 0x1DFF),
    (0x200B, 0x200F),
    (0x2028, 0x202E),
    (0x2060, 0x206F),
    (0x20D0, 0x20FF),
    (0xFE00, 0xFE0F),
    (0xFE20, 0xFE2F),
    (0xFEFF, 0xFEFF),
    (0xE0100, 0xE01EF),
)
_HAN_RANGES = (  # with the punctuation, kana, full-width forms and symbols that go with it, and emoji
    (0x2190, 0x21FF),
    (0x2460, 0x26FF),
    (0x2E80, 0xA4CF),
    (0xF900, 0xFAFF),
    (0xFE30, 0xFE4F),
    (0xFF00, 0xFFEF),
    (0x1F000, 0x1FAFF),
    (0x20000, 0x3FFFF),
)
_HAN_PUNCTUATION = frozenset("—…")
_EMOJI_RANGES = ((0x231A, 0x231B), (0x23E9, 0x23F3), (0x2600, 0x27BF), (0x2B1B, 0x2B55), (0x1F000, 0x1FAFF))
_SYMBOLS_OF_HAN_FONTS = "★☆♀♂"  # these stand in the emoji block, yet every Han font draws them at 1 em


def _within(code: int, ranges: tuple[tuple[int, int], ...]) -> bool:
    """Whether a code point lies in one of ordered ranges, ends included."""
    before = bisect_left(ranges, (code + 1,)) - 1
    return before >= 0 and code <= ranges[before][1]


class _Envelope(dict[str, int]):
    """Character → advance in 1/1000 em; characters that the table lacks are worked out once and kept."""

    def __init__(self, table: dict[int, str]) -> None:
        super().__init__({char: advance for advance, chars in table.items() for char in chars})
        self.update(dict.fromkeys(_SYMBOLS_OF_HAN_FONTS, EM))
        self.update({"\t": _TAB, "\ufe0f": _EMOJI_VARIANT, "\u20e3": _KEYCAP})

    def __missing__(self, char: str) -> int:
        code = ord(char)
        if _within(code, _ZERO_WIDTH):
            advance = 0
        elif _within(code, _EMOJI_RANGES):
            advance = _EMOJI
        else:
            advance = EM
        self[char] = advance
        return advance


class _Narrowest(dict[str, int]):
    """Character → an advance that no usual font undercuts, kerning counted, in 1/1000 em."""

    def __missing__(self, char: str) -> int:
        widest = _REGULAR[char]
        if char in _NARROW:
            advance = _NARROW[char]
        elif widest == 0 or char in "\t\ufe0f\u20e3":
            advance = 0
        elif char.isascii() or widest < EM:
            advance = min(_LETTER, int(widest * (_LETTER_SHARE if char.isalpha() else _MARK_SHARE)))
        elif is_han(char) and not "\u2190" <= char <= "\u26ff":
            advance = EM if char < "\uff61" or char > "\uffdc" else EM // 2
        else:
            advance = _SIGN
        self[char] = advance
        return advance


class _Scripts(dict[str, bool]):
    """Character → whether it is broken into lines as Han."""

    def __missing__(self, char: str) -> bool:
        han = char in _HAN_PUNCTUATION or _within(ord(char), _HAN_RANGES)
        self[char] = han
        return han


# Figures are 0.5 em in 黑体, 宋体 and Times, and wider in every other usual font; the Latin letters of 黑体 and 宋体
# are all 0.5 em. Elsewhere letters, kerned, have at the least 0.54 of the widest font's advance, marks 0.47 (measured).
_LETTER, _LETTER_SHARE, _MARK_SHARE = 490, 0.54, 0.45
_SIGN = 200  # “, °, ×: a Latin font may draw them
_NARROW = dict.fromkeys("0123456789", 500) | {"—": 800, "…": 600}

_REGULAR = _Envelope(advances.REGULAR)
_BOLD = _Envelope(advances.BOLD)
_SCRIPTS = _Scripts()
_NARROWEST = _Narrowest()
# A symbol (●, ▼, →) counts as a script of its own: LibreOffice sets it as Latin or as Han, by what stands around it.
_LATIN, _HAN, _SYMBOL = range(3)
_NEUTRAL = frozenset(" \t\n“”‘’·—…")  # set in the script of what stands before; in Latin where nothing does


def is_han(char: str) -> bool:
    """Whether a character is set, and broken into lines, like Han: punctuation and symbols of Han text, kana, emoji."""
    return _SCRIPTS[char]


def advances_of(text: str, bold: bool = False) -> list[int]:
    """Return the widest advance of each character in 1/1000 em."""
    return list(map((_BOLD if bold else _REGULAR).__getitem__, text))


def narrowest_of(text: str) -> list[int]:
    """Return a lower bound of the advance of each character in 1/1000 em, regular or bold."""
    return list(map(_NARROWEST.__getitem__, text))


def gaps_of(text: str) -> list[int]:
    """Return after which characters (indices) a renderer may set a SCRIPT_GAP: between Han, Latin and symbols."""
    if text.isascii():
        return []
    gaps = []
    before = _LATIN if text[0] in _NEUTRAL else None
    for index, char in enumerate(text):
        if char not in _NEUTRAL:
            script = _SYMBOL if "\u2190" <= char <= "\u26ff" else _HAN if _SCRIPTS[char] else _LATIN
            if script != before and before is not None:
                gaps.append(index - 1)
            before = script
    return gaps


def unit_pt(size_pt: float) -> float:
    """Return the room in points that 1/1000 em takes at a type size, with the renderers' rounding."""
    return size_pt * _GRID / EM


def width_pt(text: str, size_pt: float, bold: bool = False) -> float:
    """Return the room in points that one line of text needs: in a box that wide it wraps under no usual font."""
    return _width(text, bold) * unit_pt(size_pt)


@lru_cache(maxsize=4096)
def _width(text: str, bold: bool) -> int:
    """The width of a line in 1/1000 em: the same words are measured at several sizes."""
    return sum(advances_of(text, bold)) + len(gaps_of(text)) * SCRIPT_GAP
