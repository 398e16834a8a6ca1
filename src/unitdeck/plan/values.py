"""Plain values of a slide file as texts, numbers and records; what is not what it should be raises PlanError."""

from __future__ import annotations

from collections.abc import Collection
from datetime import date
from decimal import Decimal, InvalidOperation
from typing import Any, TypeVar

from unitdeck.base.tokens import TOKENS
from unitdeck.plan.gantt import FIRST_DAY, serial
from unitdeck.source.plain import Plain

T = TypeVar("T")

TONES = frozenset(("", *TOKENS))
MOST_DIGITS = 40  # before and after the point: twice what an outline may have, for its quotients


class PlanError(ValueError):
    """A slide file says something that no slide knows: ``found`` what, ``expected`` what could stand there."""

    def __init__(self, where: str, found: object, expected: str) -> None:
        super().__init__(f"{where}: {found!r}, expected {expected}")
        self.where = where
        self.found = str(found)[:80]
        self.expected = expected


def one_of(value: object, where: str, known: Collection[str]) -> None:
    """Raise PlanError unless the value is one of those known."""
    if value not in known:
        raise PlanError(where, value, ", ".join(sorted(filter(None, known))))


def read_list(value: Plain, where: str) -> list[Plain]:
    """Return the list that the value must be; nothing is an empty list."""
    if value is None:
        return []
    if not isinstance(value, list):
        raise PlanError(where, value, "a list")
    return value


def read_mapping(value: Plain, where: str, known: tuple[str, ...] | None) -> dict[str, Plain]:
    """Return the mapping that the value must be; its keys must be ``known`` (None: any)."""
    if not isinstance(value, dict):
        raise PlanError(where, value, "a mapping")
    for key in value:
        if known is not None and key not in known:
            raise PlanError(where, key, ", ".join(known))
    return value


def read_record(value: Plain, where: str, known: tuple[str, ...], flags: tuple[str, ...] = ()) -> dict[str, Any]:
    """Return the fields of a record by name, what is null left out; ``flags`` are true or false, ``tone`` a token."""
    data = read_mapping(value, where, known)
    record: dict[str, Any] = {
        key: read_flag(item, key) if key in flags else read_text(item, key)
        for key, item in data.items()
        if item is not None
    }
    if "tone" in record:
        one_of(record["tone"], "tone", TONES)
    return record


def made(kind: type[T], where: str, record: dict[str, Any]) -> T:
    """Return the value of a kind; what it cannot do without is asked for by name."""
    try:
        return kind(**record)
    except TypeError as failure:
        raise PlanError(where, sorted(record), str(failure).partition(": ")[2] or str(failure)) from failure


def text_of(data: dict[str, Plain], key: str) -> str:
    """Return the text of a key, '' where it is absent."""
    return read_text(data.get(key), key)


def read_texts(value: Plain, where: str) -> tuple[str, ...]:
    """Return a list of texts."""
    return tuple(read_text(item, where) for item in read_list(value, where))


def read_text(value: Plain, where: str) -> str:
    """Return the text that the value must be, '' for null."""
    if isinstance(value, list | dict):
        raise PlanError(where, value, "text")
    return value or ""


def read_flag(value: Plain, where: str, *, absent: bool = False) -> bool:
    """Return whether the value says true; ``absent`` where there is none."""
    if value is None:
        return absent
    if value not in {"true", "false"}:
        raise PlanError(where, value, "true or false")
    return value == "true"


def read_weight(value: Plain, where: str) -> float:
    """Return a number above 0."""
    weight = read_number(value, where)
    if not weight or weight < 0:
        raise PlanError(where, value, "numbers above 0")
    return float(weight)


def read_index(value: Plain, where: str, most: int) -> int:
    """Return a whole number from 0 to ``most``."""
    number = read_number(value, where)
    if number is None or number != int(number) or not 0 <= number <= most:
        raise PlanError(where, value, f"0–{most}")
    return int(number)


def read_number(value: Plain, where: str) -> Decimal | None:
    """Return the number that the value must be, None for null: missing, never 0.

    Raises PlanError for one of more digits than any figure has (1E+999999): written out it would fill a disk.
    """
    if value is None:
        return None
    try:
        number = Decimal(str(value))
    except InvalidOperation:
        number = None
    if number is None or not number.is_finite():
        raise PlanError(where, value, "a number or null")
    if number and not -MOST_DIGITS <= number.adjusted() < MOST_DIGITS:
        raise PlanError(where, value, f"a number of at most {MOST_DIGITS} digits")
    return number


def read_date(value: Plain, where: str) -> Decimal | None:
    """Return the serial day of an ISO date (2022-06-30), None for null: not known."""
    if value is None:
        return None
    try:
        day = date.fromisoformat(str(value))
    except ValueError:
        day = None
    if day is None or day < FIRST_DAY:
        raise PlanError(where, value, f"a date like 2022-06-30, from {FIRST_DAY} on, or null")
    return serial(day)
