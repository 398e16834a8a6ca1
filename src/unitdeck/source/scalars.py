"""What a clerk typed, as values: exact numbers, percentages, whole numbers, yes/no, dates, times of day.

Every reader takes the text as it stands in the file, returns None where it says "nothing" (blank, —, 无, 暂无), and
raises :class:`ScalarError` with a diagnostic code and its particulars where the text does not fit.
"""

from __future__ import annotations

import calendar
import re
from datetime import date, time
from decimal import Decimal
from functools import cache
from typing import Literal, NamedTuple, NewType

from unitdeck.base.diagnostics import excerpt

Percent = NewType("Percent", Decimal)  # 32.3 means 32.3 %; the clerk may write 32.3 or 32.3%
FilePath = NewType("FilePath", str)  # relative, inside the session's folder

MAX_DIGITS = 20
_NOON = 12

_WIDE = "０１２３４５６７８９．，＋－−％　\u2009\u202f\u00a0"
_PLAIN = str.maketrans(_WIDE, "0123456789.,+--%" + " " * 4)
_NOTHING = frozenset({"", "-", "—", "——", "–", "无", "暂无", "~", "null"})
_YES = frozenset({"是", "true", "yes", "y", "on", "1", "√"})
_NO = frozenset({"否", "false", "no", "n", "off", "0", "×"})
_LARGE = {"万": "万元", "亿": "亿元", "千": "千元"}


class When(NamedTuple):
    """A date as written: ``text`` is kept; ``date`` is its last day, None where the text names no date."""

    text: str
    date: date | None
    precision: Literal["day", "month", "year", "text"]


class ScalarError(ValueError):
    """The text does not fit: ``code`` and ``data`` of the diagnostic to be made of it."""

    def __init__(self, code: str, **data: object) -> None:
        super().__init__(code)
        self.code = code
        self.data = data


def is_nothing(text: str) -> bool:
    """Whether the text says that there is no figure; 0 is one."""
    return text.translate(_PLAIN).strip() in _NOTHING


def number(text: str) -> Decimal | None:
    """Return the exact number: ``34,096``, ``34 096``, ``３４０９６``, ``−10.2``; raises UD204, UD205, UD213."""
    plain = text.translate(_PLAIN).strip()
    if plain in _NOTHING:
        return None
    if not _number_pattern().fullmatch(plain):
        raise _not_a_number(text, plain)
    digits = plain.replace(",", "").replace(" ", "")
    if sum(map(str.isdigit, digits)) > MAX_DIGITS:
        raise ScalarError("UD213", found=excerpt(text), limit=MAX_DIGITS)
    value = Decimal(digits)
    return value if value else value.copy_abs()  # −0 is printed as 0


def percent(text: str) -> Percent | None:
    """Return the percentage: ``32.3``, ``32.3%``, ``32.3％`` are 32.3."""
    plain = text.translate(_PLAIN).strip()
    value = number(plain[:-1] if plain.endswith("%") else text)
    return None if value is None else Percent(value)


def whole(text: str) -> int | None:
    """Return the whole number (``9``, ``9.0``, ``1,200``); raises UD206 besides the errors of a number."""
    value = number(text)
    if value is None:
        return None
    if value != value.to_integral_value():
        raise ScalarError("UD206", found=excerpt(text))
    return int(value)


def yes_or_no(text: str) -> bool | None:
    """Return True for 是/true/yes/on/1, False for 否/false/no/off/0, None for a blank; raises UD210."""
    plain = text.translate(_PLAIN).strip().lower()
    if plain in ("", "~", "null"):
        return None
    if plain not in _YES | _NO:
        raise ScalarError("UD210", found=excerpt(text))
    return plain in _YES


def when(text: str) -> When | None:
    """Return the date: 2022-05-31, 2022/5/31, 2022.5.31, 2022年5月31日, a month, a year, 2022年9月底; else text.

    ``date`` is the last day of what is named. A day that no calendar has (2022-02-30) raises UD211.
    """
    plain = text.translate(_PLAIN).strip()
    if plain in _NOTHING:
        return None
    numeric, chinese = _date_patterns()
    found = numeric.fullmatch(plain) or chinese.fullmatch(plain)
    if not found:
        return When(text.strip(), None, "text")
    year, month, day = found.group("year", "month", "day")
    try:
        last = _last_day(int(year), int(month or 12), int(day) if day else None)
    except ValueError as impossible:
        raise ScalarError("UD211", found=text.strip()) from impossible
    return When(text.strip(), last, "day" if day else "month" if month else "year")


def clock(text: str) -> time | None:
    """Return the time of day: 09:00, 9：30, 上午9点, 下午2点半, 14时30分; raises UD730."""
    plain = text.translate(_PLAIN).strip()
    if plain in _NOTHING:
        return None
    found = _clock_pattern().fullmatch(plain)
    if not found:
        raise ScalarError("UD730", found=excerpt(text))
    hour, minute = int(found["hour"]), 30 if found["half"] else int(found["minute"] or found["past"] or 0)
    part = found["part"]
    if (part == "上午" and hour > _NOON) or (part == "晚上" and hour == _NOON):
        raise ScalarError("UD730", found=excerpt(text))
    if part in ("下午", "晚上") and hour < _NOON:
        hour += _NOON
    try:
        return time(hour, minute)
    except ValueError as impossible:
        raise ScalarError("UD730", found=excerpt(text)) from impossible


def _last_day(year: int, month: int, day: int | None) -> date:
    first = date(year, month, 1)
    return first.replace(day=day if day is not None else calendar.monthrange(year, month)[1])


@cache
def _number_pattern() -> re.Pattern[str]:
    grouped = r"\d{1,3}(?:,\d{3})+|\d{1,3}(?: \d{3})+"
    return re.compile(rf"[+-]?(?:(?:{grouped}|\d+)(?:\.\d+)?|\.\d+)", re.ASCII)


@cache
def _date_patterns() -> tuple[re.Pattern[str], re.Pattern[str]]:
    numeric = r"(?P<year>\d{4})(?:(?P<mark>[-/.])(?P<month>\d{1,2})(?:(?P=mark)(?P<day>\d{1,2}))?)?"
    # 底 or 末 may follow the year in place of a month, and the month in place of a day.
    chinese = r"(?P<year>\d{4})年(?:[底末]|(?P<month>\d{1,2})月(?:[底末]|(?P<day>\d{1,2})[日号])?)?"
    return re.compile(numeric, re.ASCII), re.compile(chinese, re.ASCII)


@cache
def _clock_pattern() -> re.Pattern[str]:
    minute = r"(?P<minute>\d{1,2})"
    return re.compile(
        rf"(?P<part>上午|下午|晚上)?\s*(?P<hour>\d{{1,2}})(?:[:：]{minute}|[点时](?:(?P<half>半)|(?P<past>\d{{1,2}})分?)?)",
        re.ASCII,
    )


def _not_a_number(text: str, plain: str) -> ScalarError:
    followed = re.fullmatch(r"([+-]?\d[\d, ]*(?:\.\d+)?)\s*([^\d\s.,+\-][^\d]{0,11})", plain, re.ASCII)
    if followed:
        figure, unit = followed.group(1).strip(), followed.group(2).strip()
        if _number_pattern().fullmatch(figure) and unit.lower() != "e":
            return ScalarError("UD205", found=excerpt(text), number=figure, unit=_LARGE.get(unit, unit))
    return ScalarError("UD204", found=excerpt(text))
