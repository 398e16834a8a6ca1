"""How figures and counts are printed, and the phrases of the reader's language.

Amounts keep the decimals that the outline typed; rates have one; thousands are set off by commas; minus is −.
Counts up to ten are words (两项, two), above ten digits; within one phrase all counts are of one sort.
"""

from __future__ import annotations

from collections.abc import Mapping
from decimal import Decimal
from typing import NamedTuple

from unitdeck.appraise import words_en, words_zh
from unitdeck.appraise.arithmetic import decimals, rounded
from unitdeck.appraise.model import Figure, Lang

MISSING = "—"
NO_FIGURE = Figure(None, MISSING)
_TRAILING = " \t\u3000。．，,、；;：:！!？?.…"
_PERCENT_UNITS = frozenset(("%", "％"))


class Count(NamedTuple):
    """A number of things in a phrase: ``{n}`` prints it, ``{n:duty|duties}`` adds the noun, ``{n:~is|are}`` only that.

    The numeral is a word where ``numerals`` has one.
    """

    number: int
    numerals: tuple[str, ...]

    def __format__(self, spec: str) -> str:
        numeral = self.numerals[self.number] if self.number < len(self.numerals) else str(self.number)
        if not spec:
            return numeral
        one, many = spec.removeprefix("~").split("|")
        noun = one if self.number == 1 else many
        return noun if spec.startswith("~") else f"{numeral} {noun}"


class Words(NamedTuple):
    """A language: its phrases by key, its numerals from 0 to 10, its months, the space before a unit."""

    lang: Lang
    phrases: Mapping[str, str]
    numerals: tuple[str, ...]
    months: tuple[str, ...]
    unit_space: str
    comma: str

    def say(self, key: str, **data: str | int) -> str:
        """Return a phrase with its placeholders filled; integers are counts, a leading one begins a sentence."""
        words = self.up_to(max((value for value in data.values() if isinstance(value, int)), default=0))
        phrase = self.phrases[key]
        text = phrase.format(**{k: Count(v, words.numerals) if isinstance(v, int) else v for k, v in data.items()})
        return text[:1].upper() + text[1:] if phrase.startswith("{n:") else text

    def up_to(self, most: int) -> Words:
        """Return the wording for a sentence whose largest count is ``most``: all words, or all digits."""
        return self if most < len(self.numerals) else self._replace(numerals=())

    def points(self, difference: Decimal) -> str:
        """Return the size of a difference of two rates, with its unit: 3.1个百分点."""
        size = difference_text(difference)
        return self.say("point" if size == "1" else "points", x=size)

    def lead(self, gap: Decimal) -> str:
        """Return the size of a gap against the schedule, one decimal, with its unit."""
        return self.say("points", x=rate_text(abs(gap)))

    def quantity(self, figure: str, unit: str) -> str:
        """Return a printed figure with its unit: 34,096万元, 3.37%."""
        return f"{figure}{unit}" if not unit or in_percent(unit) else f"{figure}{self.unit_space}{unit}"

    def difference(self, value: Decimal, unit: str) -> str:
        """Return the size of a difference in ``unit``; of two rates in 百分点 (percentage points)."""
        return self.points(value) if in_percent(unit) else self.quantity(amount_text(abs(value)), unit)

    def listing(self, items: tuple[str, ...]) -> str:
        """Return the items as one enumeration: 甲、乙; a, b. Items that hold commas are set off by semicolons."""
        own = any(mark in item for item in items for mark in "、，,")
        return (self.say("next") if own else self.comma).join(items)


def words_of(lang: Lang) -> Words:
    """Return the wording of a language."""
    if lang == "zh":
        return Words("zh", words_zh.PHRASES, words_zh.NUMERALS, words_zh.MONTHS, "", "、")
    return Words("en", words_en.PHRASES, words_en.NUMERALS, words_en.MONTHS, " ", ", ")


def amount_text(value: Decimal) -> str:
    """Return an amount with the decimals it was typed with: 34,096; 3.30; −5."""
    return f"{value if value else abs(value):,f}".replace("-", "−")


def rate_text(value: Decimal, *, signed: bool = False) -> str:
    """Return a rate with one decimal; ``signed`` sets + before what prints above zero."""
    shown = rounded(value)
    return ("+" if signed and shown > 0 else "") + amount_text(shown)


def difference_text(value: Decimal) -> str:
    """Return the size of a difference of typed rates: exact up to two decimals (0.63), else with one."""
    plain = abs(value).normalize()
    return amount_text(plain) if decimals(plain) <= 2 else rate_text(plain)


def amount(value: Decimal | None) -> Figure:
    """Return the figure of an amount."""
    return NO_FIGURE if value is None else Figure(value, amount_text(value))


def rate(value: Decimal | None, *, signed: bool = False) -> Figure:
    """Return the figure of a rate in percent, or of a gap in points (``signed``)."""
    return NO_FIGURE if value is None else Figure(value, rate_text(value, signed=signed))


def in_percent(unit: str) -> bool:
    """Whether figures in ``unit`` are rates, whose differences are percentage points."""
    return unit.strip() in _PERCENT_UNITS


def bare(text: str) -> str:
    """Return a text for use within a sentence: on one line, without its closing punctuation."""
    return " ".join(text.split()).strip(_TRAILING)
