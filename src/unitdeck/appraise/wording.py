"""How figures and counts are printed, and the phrases of the reader's language.

Amounts keep the decimals that the outline typed; rates have one; thousands are set off by commas; minus is −.
Counts are figures too (2项, 2 indicators), as GB/T 15835 has it where figures stand together: a sentence has one sort.
"""

from __future__ import annotations

from collections.abc import Mapping
from decimal import Decimal
from typing import NamedTuple

from unitdeck.appraise import words_en, words_zh
from unitdeck.appraise.arithmetic import HUNDRED, decimals, rounded
from unitdeck.appraise.model import Figure, Lang
from unitdeck.base.phrases import filled

MISSING = "—"
NO_FIGURE = Figure(None, MISSING)
_TRAILING = " \t\u3000。．，,、；;：:！!？?.…"
LEAST_SHARE, MOST_SHARE = "<0.1", ">99.9"
_PERCENT_UNITS = frozenset(("%", "％"))


class Words(NamedTuple):
    """A language: its phrases by key, its months, the space before a unit."""

    lang: Lang
    phrases: Mapping[str, str]
    months: tuple[str, ...]
    unit_space: str
    comma: str

    def say(self, key: str, **data: str | int) -> str:
        """Return a phrase with its placeholders filled; integers are counts."""
        return filled(self.phrases[key], data)

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
        return Words("zh", words_zh.PHRASES, words_zh.MONTHS, "", "、")
    return Words("en", words_en.PHRASES, words_en.MONTHS, " ", ", ")


def amount_text(value: Decimal) -> str:
    """Return an amount with the decimals it was typed with: 34,096; 3.30; −5."""
    return f"{value if value else abs(value):,f}".replace("-", "−")


def rate_text(value: Decimal, *, signed: bool = False) -> str:
    """Return a rate with one decimal; ``signed`` sets + before what prints above zero."""
    shown = rounded(value)
    return ("+" if signed and shown > 0 else "") + amount_text(shown)


def share_text(percent: Decimal) -> str:
    """Return a share of a whole (in percent) with one decimal.

    What is more than nothing or less than all never prints 0.0 or 100.0: it is 「<0.1」 or 「>99.9」.
    """
    shown = rounded(percent)
    if not shown and percent:
        return LEAST_SHARE
    return MOST_SHARE if shown == HUNDRED and percent != HUNDRED else rate_text(percent)


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


def share(value: Decimal | None) -> Figure:
    """Return the figure of a part's share of its whole, in percent."""
    return NO_FIGURE if value is None else Figure(value, share_text(value))


def in_percent(unit: str) -> bool:
    """Whether figures in ``unit`` are rates, whose differences are percentage points."""
    return unit.strip() in _PERCENT_UNITS


def bare(text: str) -> str:
    """Return a text for use within a sentence: on one line, without its closing punctuation."""
    return " ".join(text.split()).strip(_TRAILING)
