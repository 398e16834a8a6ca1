"""Reading back what people typed into a workbook of ours: rows by their headings, values by their cells.

Headings may stand in any order, in Chinese or English, with titles above and columns of no interest beside them.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Mapping
from pathlib import Path
from typing import NamedTuple

from unitdeck.base.diagnostics import BuildError, Diagnostic, error
from unitdeck.base.spelling import nearest
from unitdeck.outline.model import MeasureStatus, When
from unitdeck.session.papers.follow_up import typed_statuses
from unitdeck.source.scalars import ScalarError, when
from unitdeck.source.tables import Cell, Row, read_table

_TITLES = 10  # rows that may stand above the headings
_STATUSES = typed_statuses()


class FilledRow(NamedTuple):
    """A row of a table by the fields of its headings; columns that are not there are not in it."""

    cells: Mapping[str, Cell]

    def text(self, field: str) -> str:
        """Return the text of a field, '' where there is none."""
        return self.cells[field].text if field in self.cells else ""


def filled_rows(path: Path, headings: Mapping[str, Collection[str]], needed: Collection[str]) -> Iterator[FilledRow]:
    """Yield the rows below the headings of a table; ``headings`` are the words that may stand over each field.

    Raises BuildError: UD732 where no row has all ``needed`` headings, and what reading a table raises.
    """
    rows = read_table(path)
    fields = {_squeezed(word): field for field, words in headings.items() for word in words}
    for at, row in enumerate(rows[:_TITLES]):
        columns = _columns(row, fields)
        if set(needed) <= columns.keys():
            for below in rows[at + 1 :]:
                yield FilledRow({field: below[place] for field, place in columns.items() if place < len(below)})
            return
    span = rows[0][0].span._replace(line=1, column=1) if rows else None
    known = tuple(next(iter(headings[field])) for field in needed)
    raise BuildError((error("UD732", span, path=str(path), known=known),))


class Values:
    """The values of cells; what is wrong with them is gathered in ``faults``, each by its cell."""

    def __init__(self, names: Mapping[str, str]) -> None:
        self.names = names
        self.faults: list[Diagnostic] = []

    def unit(self, row: FilledRow, filled: str) -> str:
        """Return which unit is meant; '' with a fault where none is (UD733, told at the field ``filled``; UD734)."""
        name = row.text("unit")
        if not name:
            cell = row.cells[filled]
            self.faults.append(error("UD733", cell.span, cell=cell.address))
            return ""
        cell = row.cells["unit"]
        meant = self.names.get(name)
        if meant is None:
            best = nearest(name, self.names)
            self.faults.append(error("UD734", cell.span, cell=cell.address, name=name, best=best))
        return meant or ""

    def due(self, row: FilledRow) -> When | None:
        """Return the date, None with a fault (UD736) for one that no calendar has."""
        try:
            return when(row.text("due"))
        except ScalarError:
            cell = row.cells["due"]
            self.faults.append(error("UD736", cell.span, cell=cell.address, found=cell.text))
            return None

    def status(self, row: FilledRow) -> MeasureStatus | None:
        """Return the status, None with a fault (UD735) for a word that is none."""
        word = row.text("status")
        if word in ("", "—"):
            return None
        meant = _STATUSES.get(word.lower())
        if meant is None:
            cell = row.cells["status"]
            self.faults.append(error("UD735", cell.span, cell=cell.address, found=word, best=nearest(word, _STATUSES)))
        return meant

    def check(self) -> None:
        """Raise BuildError with all faults, where there are any."""
        if self.faults:
            raise BuildError(tuple(self.faults))


def _columns(row: Row, fields: Mapping[str, str]) -> dict[str, int]:
    """Return in which column each field stands, the first of several."""
    found: dict[str, int] = {}
    for at, cell in enumerate(row):
        if field := fields.get(_squeezed(cell.text)):
            found.setdefault(field, at)
    return found


def _squeezed(heading: str) -> str:
    """A heading without spaces, capitals and what stands in brackets: 「时 限（月日）」 is 时限."""
    return re.split("[（(]", heading.replace(" ", "").lower())[0]
