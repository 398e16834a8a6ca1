"""What a cell of a score sheet says, as a clerk, a judge or a stopwatch writes it."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable
from decimal import Decimal
from typing import TypeAlias

from unitdeck.appraise.arithmetic import percent, rounded
from unitdeck.appraise.scoring.ballots import Marks
from unitdeck.base.language import Lang
from unitdeck.session.scoring.rules import FormKind, Rules, usual_grades
from unitdeck.source.scalars import ScalarError, is_nothing, number

Said: TypeAlias = tuple[Marks, Decimal | None]
Reader: TypeAlias = Callable[[str], Said]

NOTHING: Said = ((), None)
LONGEST = 240  # minutes of a report
_LANGUAGES: tuple[Lang, ...] = ("zh", "en")
_USUAL = tuple(tuple(grade.name for grade in usual_grades(lang)) for lang in _LANGUAGES)
_BETWEEN = re.compile(r"[\s、,，;；/／和+]+")
_CLOCK = re.compile(r"(?:(\d{1,2}):)?(\d{1,3}):(\d{1,2})(?:\.0+)?")
_SAID = re.compile(r"(?:(\d{1,3})(?:分钟?|min|m|'|′))?(?:(\d{1,2})(?:秒钟?|sec|s|\"|′′|'')?)?", re.IGNORECASE)


class Unreadable(Exception):  # noqa: N818 (what a cell is, not what failed)
    """A cell that cannot be read: ``reason`` is a term of the catalogue, ``known`` what was to stand there."""

    def __init__(self, reason: str, known: object = "") -> None:
        super().__init__(reason)
        self.reason = reason
        self.known = known


def reader_of(kind: FormKind, rules: Rules, units: int) -> Reader:
    """Return what reads a cell of a kind of sheet: its marks and its value, none of either where it says nothing.

    The reader raises :class:`Unreadable`. ``units`` is how many places there are at most.
    """
    if kind == "time":
        return _time
    if kind == "panel":
        full = rules.panel.full if rules.panel else Decimal(100)
        return lambda text: _points(text, full)
    if kind == "ranks":
        return lambda text: _places(text, units)
    names = tuple(grade.name for grade in rules.grades)
    # Sheets may have been made in the other language than they are read in.
    spoken = {_key(name): name for name in names}
    if names in _USUAL:
        spoken |= {_key(other): name for usual in _USUAL for other, name in zip(usual, names, strict=True)}
    return lambda text: _grades(text, spoken, names)


def seconds(text: str) -> Decimal:
    """Return how long a report took: 7:45, 0:07:45, 7分45秒, 7′45″, 7.75 (minutes); raises Unreadable.

    A clock that a workbook made of 7:45, 07:45:00, is read as it was typed.
    """
    plain = "".join(unicodedata.normalize("NFKC", text).split())
    if clock := _CLOCK.fullmatch(plain):
        hours, minutes, rest = (int(part or 0) for part in clock.groups())
        if hours and not rest:
            hours, minutes, rest = 0, hours, minutes
        found = Decimal(hours * 3600 + minutes * 60 + rest)
        if rest >= 60:
            raise Unreadable("not_a_time", "7:45")
    elif (said := _SAID.fullmatch(plain)) and said.group(1):
        found = Decimal(int(said.group(1)) * 60 + int(said.group(2) or 0))
    else:
        try:
            value = number(plain)
        except ScalarError:
            value = None
        if value is None:
            raise Unreadable("not_a_time", "7:45, 7分45秒, 7.75")
        found = value * 60
    if not 60 <= found <= LONGEST * 60:  # less than a minute is a clock that a workbook keeps as a part of a day
        raise Unreadable("not_a_time", f"7:45, 7分45秒, 7.75; 1–{LONGEST}")
    return found


def minutes_of(taken: Decimal) -> Decimal:
    """Return seconds in minutes, exactly enough to compare."""
    return percent(taken, Decimal(6000))


def _time(text: str) -> Said:
    if is_nothing(text):
        return NOTHING
    return (text,), seconds(text)


def _points(text: str, full: Decimal) -> Said:
    if is_nothing(text):
        return NOTHING
    plain = unicodedata.normalize("NFKC", text).strip()
    known = f"0–{full}"
    try:
        value = number(plain.removesuffix("分").removesuffix("points"))
    except ScalarError:
        raise Unreadable("like_a_percentage" if plain.endswith("%") else "not_points", known) from None
    if value is None or not 0 <= value <= full:
        raise Unreadable("not_points", known)
    if 0 < value < 1:
        raise Unreadable("like_a_percentage", known)
    return (text,), _short(value)


def _places(text: str, units: int) -> Said:
    if is_nothing(text):
        return NOTHING
    marks = []
    for each in _parts(text):
        digits = each.removeprefix("第").removesuffix("名").removesuffix("位").removesuffix(".0")
        if not digits.isdecimal() or not 1 <= int(digits) <= units:
            raise Unreadable("not_a_place", f"1–{units}")
        marks.append(str(int(digits)))
    return tuple(marks), None


def _grades(text: str, spoken: dict[str, str], names: tuple[str, ...]) -> Said:
    if is_nothing(text):
        return NOTHING
    whole = spoken.get(_key(text))
    if whole is not None:
        return (whole,), None
    marks = tuple(spoken.get(_key(each), "") for each in _parts(text))
    if not all(marks):
        raise Unreadable("not_a_grade", names)
    return marks, None


def _parts(text: str) -> list[str]:
    return [each for each in _BETWEEN.split(unicodedata.normalize("NFKC", text).strip()) if each]


def _key(text: str) -> str:
    return "".join(unicodedata.normalize("NFKC", text).split()).casefold()


def _short(value: Decimal) -> Decimal:
    """A number as it was typed: 87.30000000000001 is what a workbook's formula makes of 87.3."""
    shortened = rounded(value, 8).normalize()
    return shortened.quantize(Decimal(1)) if shortened == shortened.to_integral_value() else shortened
