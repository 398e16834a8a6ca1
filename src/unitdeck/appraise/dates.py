"""Dates and periods as they are printed: 2022年5月31日, 1—5月; 31 May 2022, Jan–May 2022."""

from __future__ import annotations

from datetime import date

from unitdeck.appraise.wording import Words
from unitdeck.source.scalars import When

_LATE_IN_MONTH = 25


def when_text(when: When | None, words: Words) -> str:
    """Return the date as precisely as it was given; its own words where it names no date; '' without one."""
    if when is None:
        return ""
    if when.date is None or _says_the_end(when):
        return when.text
    return _text(f"date.{when.precision}", when.date, words)


def near_text(when: When, today: date | None, words: Words) -> str:
    """Return the date without its year where that is the year of ``today`` (6月10日), else in full."""
    if (
        _says_the_end(when)
        or when.date is None
        or today is None
        or when.date.year != today.year
        or when.precision not in ("day", "month")
    ):
        return when_text(when, words)
    return _text(f"near.{when.precision}", when.date, words)


def _says_the_end(when: When) -> bool:
    """Whether a date names the end of a month or a year (12月底, 年末): without that word it would say less."""
    return when.precision != "day" and any(word in when.text for word in ("底", "末"))


def period_text(as_of: When | None, words: Words) -> str:
    """Return the period that the year's figures cover by ``as_of``: 1月, 1—5月, 全年; 截至5月10日 within a month."""
    if as_of is None or as_of.date is None:
        return ""
    if within_month(as_of):
        return _text("period.within", as_of.date, words)
    if as_of.date.month == 12:
        return _text("period.year", as_of.date, words)
    return _text("period.first" if as_of.date.month == 1 else "period.months", as_of.date, words)


def within_month(as_of: When) -> bool:
    """Whether the data date lies well before the end of its month, so that the month is not whole."""
    return as_of.date is not None and as_of.precision == "day" and as_of.date.day < _LATE_IN_MONTH


def _text(key: str, day: date, words: Words) -> str:
    month = words.months[day.month - 1]
    return words.say(key, year=str(day.year), month=month, short=month[:3], day=str(day.day))
