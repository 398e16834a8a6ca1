"""The list of units that an organiser has already: a workbook, a CSV file, or a text with a name a line."""

from __future__ import annotations

import re
from collections.abc import Sequence
from pathlib import Path
from typing import NamedTuple

from unitdeck.base.diagnostics import BuildError, Diagnostic, Span, error
from unitdeck.base.files import safe_name
from unitdeck.base.spelling import nearest
from unitdeck.outline.keys import KEYS
from unitdeck.source.tables import Cell, Row, read_table

_HEADINGS = {
    "name": ("name", "unit", *KEYS["name"], "单位", "单位名称", "汇报单位", "参会单位"),
    "short": ("short", *KEYS["short"]),
    "group": ("group", *KEYS["group"]),
    "speaker": ("speaker", *KEYS["speaker"]),
}
_FIELDS = {heading: field for field, headings in _HEADINGS.items() for heading in headings}
_TITLES = 10  # rows that may stand above the headings
_LONGEST = 60  # characters of a unit's name that its file's name has
_NUMBERED = re.compile(r"\d+\s*[、.．)）]\s*")


class ListedUnit(NamedTuple):
    """A unit as listed; ``file_name`` is its name as a file can have it."""

    name: str
    file_name: str
    short: str = ""
    group: str = ""
    speaker: str = ""


class UnitList(NamedTuple):
    """The units in the list's order, and the headings of columns that say nothing to us."""

    units: tuple[ListedUnit, ...]
    unused: tuple[str, ...]


def read_unit_list(path: Path) -> UnitList:
    """Return the units of a list. Raises BuildError with every bad row, by its cell.

    UD622 no column of names, UD623 a row without a name, UD624 a unit twice, UD625 no units, and what
    :func:`unitdeck.source.tables.read_table` raises.
    """
    rows = read_table(path)
    heading = next((place for place, row in enumerate(rows[:_TITLES]) if "name" in _columns(row)), None)
    if heading is not None:
        columns, body = _columns(rows[heading]), rows[heading + 1 :]
        unused = tuple(cell.text for cell in rows[heading] if cell.text and _field(cell) is None)
    elif all(len(row) == 1 for row in rows):
        columns, unused = {"name": 0}, ()
        body = tuple((row[0]._replace(text=_NUMBERED.sub("", row[0].text, count=1)),) for row in rows)
    else:
        best = nearest("单位名称", [cell.text for row in rows[:_TITLES] for cell in row if cell.text])
        raise BuildError((error("UD622", rows[0][0].span, best=best),))
    if not body:
        raise BuildError((error("UD625", Span(str(path))),))
    return UnitList(_units(body, columns), unused)


def _units(body: Sequence[Row], columns: dict[str, int]) -> tuple[ListedUnit, ...]:
    units: list[ListedUnit] = []
    faults: list[Diagnostic] = []
    first: dict[str, Cell] = {}
    for row in body:
        told = {field: row[at].text if at < len(row) else "" for field, at in columns.items()}
        if not any(told.values()):  # numbered in advance, say
            continue
        cell = row[min(columns["name"], len(row) - 1)]
        file_name = safe_name(told["name"][:_LONGEST])
        if not file_name:
            faults.append(error("UD623", cell.span, cell=cell.address))
            continue
        earlier = first.setdefault(file_name.casefold(), cell)
        if earlier is not cell:
            faults.append(error("UD624", cell.span, cell=cell.address, name=told["name"], first=earlier.address))
        units.append(ListedUnit(file_name=file_name, **told))
    if faults:
        raise BuildError(tuple(faults))
    return tuple(units)


def _columns(row: Row) -> dict[str, int]:
    """Return in which column each field stands, the first of several."""
    found: dict[str, int] = {}
    for at, cell in enumerate(row):
        if field := _field(cell):
            found.setdefault(field, at)
    return found


def _field(cell: Cell) -> str | None:
    """Return the field of a heading: 「汇报人（职务）」, "Group " and 「组 别」 are known too."""
    return _FIELDS.get(re.split("[（(]", cell.text.replace(" ", "").lower())[0])
