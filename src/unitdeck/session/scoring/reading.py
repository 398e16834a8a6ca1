"""Filled score sheets read back: every ballot, judge and time with its cell, and all that is wrong with them at once.

A sheet is known by its number, a unit by its name, a ballot or a judge by the heading of a column, so that rows may be
sorted, columns added, and sheets handed in as several files. What stands elsewhere is nobody's business.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator, Mapping, Sequence
from decimal import Decimal
from pathlib import Path
from types import MappingProxyType
from typing import NamedTuple

from unitdeck.appraise.scoring.ballots import Marks, Void, void_grades, void_ranks
from unitdeck.base.diagnostics import BuildError, Diagnostic, Span, Term, error, excerpt, warning
from unitdeck.base.spelling import nearest
from unitdeck.base.spreadsheet import column_letter
from unitdeck.session.scoring.marks import Unreadable, reader_of
from unitdeck.session.scoring.rules import LETTERS, FormKind, Rules
from unitdeck.session.scoring.words import NOTES, UNIT
from unitdeck.source.tables import Cell, Sheet, read_sheets

VIEW = "V"  # the letter of sheets that nobody fills in
_NUMBER = re.compile(r"(?<![A-Za-z0-9])([A-Z])-([0-9A-F]{8})(?![A-Za-z0-9])")
_ABOVE = 12  # rows in which a sheet's number stands
_KINDS = {letter: kind for kind, letter in LETTERS.items()}


class Mark(NamedTuple):
    """What a cell of a sheet says: ``marks`` of a ballot, or the one ``value`` of a judge or a clock (in seconds)."""

    marks: Marks
    value: Decimal | None
    cell: str
    span: Span


class Column(NamedTuple):
    """A ballot, a judge, or the times. ``marks`` by the unit's place in running order.

    ``place`` is ``file!sheet!C6:C12``, the cells from its first mark to its last, and ``at`` its heading. ``void`` says
    why it does not count, ``fault`` the mark or the empty cell that makes it so.
    """

    head: str
    place: str
    at: Span
    marks: Mapping[int, Mark]
    void: Void | None = None
    fault: Mark | None = None
    cells: Mapping[int, Mark] = MappingProxyType({})


class Tally(NamedTuple):
    """All columns of a kind, in the order of files and sheets. ``voted`` are the units that any of them marks."""

    kind: FormKind
    columns: tuple[Column, ...]
    voted: tuple[int, ...]

    @property
    def valid(self) -> tuple[Column, ...]:
        """The columns that count."""
        return tuple(column for column in self.columns if column.void is None)


class Sheets(NamedTuple):
    """What filled sheets say: a tally a kind, and a warning a void ballot."""

    tallies: tuple[Tally, ...]
    voids: tuple[Diagnostic, ...]


def read_score_sheets(
    paths: Sequence[Path], rules: Rules, code: str, names: Sequence[Sequence[str]], folder: Path
) -> Sheets:
    """Return what the sheets of a session say; ``names`` are those that each unit goes by, in running order.

    Raises BuildError with every error of every file: UD755–UD758, UD621 and what reading bytes raises.
    """
    reading = _Reading(rules, code, names, folder)
    seen: dict[Path, Path] = {}
    for path in paths:
        first = seen.get(path.resolve())
        if first is not None:
            reading.faults.append(error("UD758", Span(str(path)), cell=path.name, first=first.name, name=path.name))
            continue
        seen[path.resolve()] = path
        try:
            for sheet in read_sheets(path):
                reading.read(sheet, path)
        except BuildError as failure:
            reading.faults.extend(failure.diagnostics)
    return reading.result()


class _Reading:
    def __init__(self, rules: Rules, code: str, names: Sequence[Sequence[str]], folder: Path) -> None:
        self.rules = rules
        self.code = code
        self.folder = folder
        self.units = {_plain(name): at for at, known in reversed(list(enumerate(names))) for name in known if name}
        self.shown = [known[0] for known in names]
        self.faults: list[Diagnostic] = []
        self.columns: dict[FormKind, list[Column]] = {kind: [] for kind in rules.forms}

    def read(self, sheet: Sheet, path: Path) -> None:
        """Read a sheet, if it is one to fill in."""
        number = next((found for row, _, cell in _upper(sheet) if (found := _NUMBER.search(_plain(cell.text)))), None)
        if number is None:
            if any(_plain(cell.text) in self.units for cell in sheet.cells.values()):
                self._refuse(sheet, path, "no_sheet_number")
            return
        letter, code = number.groups()
        if code != self.code:
            self._refuse(sheet, path, "other_session")
            return
        kind = _KINDS.get(letter)
        if kind not in self.columns:
            return
        header = next(((row, column) for row, column, cell in _upper(sheet) if _plain(cell.text) in UNIT), None)
        if header is None:
            self._refuse(sheet, path, "no_sheet_header")
            return
        self._entries(sheet, path, kind, *header)

    def result(self) -> Sheets:
        """Return the tallies; raise BuildError where anything was wrong."""
        tallies = tuple(self._tally(kind, columns) for kind, columns in self.columns.items())
        if self.faults:
            raise BuildError(tuple(self.faults))
        voids = (self._void(column, column.void) for tally in tallies for column in tally.columns if column.void)
        return Sheets(tallies, tuple(voids))

    def _entries(self, sheet: Sheet, path: Path, kind: FormKind, top: int, names: int) -> None:
        rows = self._rows(sheet, path, top, names)
        last = max((column for _, column in sheet.cells), default=names)
        file = self._file(path)
        for column in range(names + 1, last + 1):
            head = sheet.cells.get((top, column))
            if head and _plain(head.text) in NOTES:
                continue
            marks = dict(self._marks(sheet, file, kind, rows, column))
            if not marks:
                continue
            letter, named = column_letter(column - 1), f"{file}!{sheet.name}"
            cells = {
                unit: Mark((), None, f"{named}!{letter}{row}", Span(str(path), row, column))
                for row, unit in rows.items()
            }
            shown = tuple(marks.values())
            place = f"{shown[0].cell}:{shown[-1].cell.rpartition('!')[2]}"
            called, at = (head.text, head.span) if head else (letter, shown[0].span)
            self._add(kind, Column(called, place, at, marks, cells=cells))

    def _rows(self, sheet: Sheet, path: Path, top: int, names: int) -> dict[int, int]:
        """Return the unit of each row below the header; tell rows with marks of which nobody knows the unit."""
        rows: dict[int, int] = {}
        first: dict[int, Cell] = {}
        marked = {row for row, column in sheet.cells if row > top and column > names}
        for row in range(top + 1, max((row for row, _ in sheet.cells), default=top) + 1):
            cell = sheet.cells.get((row, names))
            unit = self.units.get(_plain(cell.text)) if cell else None
            if unit is not None and cell is not None:
                if first.setdefault(unit, cell) is not cell:
                    data = {"first": self._called(first[unit], path), "name": cell.text}
                    self.faults.append(error("UD758", cell.span, cell=self._called(cell, path), **data))
                    continue
                rows[row] = unit
            elif row in marked:
                self._unknown(sheet, path, row, names, cell)
        return rows

    def _unknown(self, sheet: Sheet, path: Path, row: int, names: int, cell: Cell | None) -> None:
        if cell is not None:
            said: str | Term = excerpt(cell.text)
        else:
            cell = next(c for (r, column), c in sorted(sheet.cells.items()) if r == row and column > names)
            said = Term("no_unit_name")
        best = nearest(said, self.shown) if isinstance(said, str) else None
        self.faults.append(error("UD757", cell.span, cell=self._called(cell, path), name=said, best=best))

    def _marks(
        self, sheet: Sheet, file: str, kind: FormKind, rows: Mapping[int, int], column: int
    ) -> Iterator[tuple[int, Mark]]:
        read = reader_of(kind, self.rules, len(self.shown))
        for row, unit in rows.items():
            cell = sheet.cells.get((row, column))
            if cell is None:
                continue
            called = f"{file}!{cell.address}"
            if (row, column) in sheet.merged:
                self._unfit(cell, called, Unreadable("merged_cells"))
                continue
            try:
                marks, value = read(cell.text)
            except Unreadable as failure:
                self._unfit(cell, called, failure)
                continue
            if marks:
                yield unit, Mark(marks, value, called, cell.span)

    def _unfit(self, cell: Cell, called: str, failure: Unreadable) -> None:
        data = {"found": excerpt(cell.text), "reason": Term(failure.reason), "known": failure.known}
        self.faults.append(error("UD756", cell.span, cell=called, **data))

    def _add(self, kind: FormKind, column: Column) -> None:
        if kind == "time":
            self._add_times(column)
            return
        known = self.columns[kind]
        first = next((each for each in known if _plain(each.head) == _plain(column.head)), None)
        if first is not None:
            data = {"cell": column.place, "first": first.place, "name": column.head}
            self.faults.append(error("UD758", column.at, **data))
            return
        known.append(column)

    def _add_times(self, column: Column) -> None:
        """Times of several sheets are those of different units."""
        for unit, mark in column.marks.items():
            first = next((each.marks[unit] for each in self.columns["time"] if unit in each.marks), None)
            if first is not None:
                data = {"cell": mark.cell, "first": first.cell, "name": self.shown[unit]}
                self.faults.append(error("UD758", mark.span, **data))
        self.columns["time"].append(column)

    def _tally(self, kind: FormKind, columns: Sequence[Column]) -> Tally:
        voted = tuple(sorted({unit for column in columns for unit in column.marks}))
        if kind in ("panel", "time"):
            return Tally(kind, tuple(columns), voted)
        void = void_ranks if kind == "ranks" else void_grades
        judged = []
        for column in columns:
            ballot = [column.marks[unit].marks if unit in column.marks else () for unit in voted]
            why = void(ballot)
            # A ballot on which all units are the same is at fault nowhere.
            fault = None if why is None or why.reason == "all_same" else column.cells.get(voted[why.at])
            judged.append(column._replace(void=why, fault=fault))
            if kind == "ranks":
                self._beyond(column, len(voted))
        return Tally(kind, tuple(judged), voted)

    def _beyond(self, column: Column, most: int) -> None:
        for mark in column.marks.values():
            if any(int(place) > most for place in mark.marks):
                data = {"found": "、".join(mark.marks), "reason": Term("not_a_place"), "known": f"1–{most}"}
                self.faults.append(error("UD756", mark.span, cell=mark.cell, **data))

    @staticmethod
    def _void(column: Column, void: Void) -> Diagnostic:
        fault = column.fault
        cell, span = (fault.cell, fault.span) if fault else (column.place, column.at)
        return warning("UD759", span, ballot=column.head, reason=Term(void.reason), cell=cell)

    def _refuse(self, sheet: Sheet, path: Path, reason: str) -> None:
        data = {"sheet": f"{self._file(path)}!{sheet.name}", "reason": Term(reason), "number": self.code}
        self.faults.append(error("UD755", Span(str(path)), **data))

    def _called(self, cell: Cell, path: Path) -> str:
        return f"{self._file(path)}!{cell.address}"

    def _file(self, path: Path) -> str:
        return path.relative_to(self.folder).as_posix() if path.is_relative_to(self.folder) else path.name


def _upper(sheet: Sheet) -> Iterator[tuple[int, int, Cell]]:
    return ((row, column, cell) for (row, column), cell in sorted(sheet.cells.items()) if row <= _ABOVE)


def _plain(text: str) -> str:
    return "".join(unicodedata.normalize("NFKC", text).split())
