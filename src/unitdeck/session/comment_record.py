"""点评记录: what was said of each unit and what it was told to do, as a workbook that is typed into at the meeting.

The sheet that :mod:`unitdeck.session.comment_sheet` writes is read back here: by its headings, in whichever order, in
Chinese or English, with rows added or columns that say nothing to us. A row without comment and task is no remark.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import NamedTuple

from unitdeck.base.diagnostics import BuildError, Diagnostic, error
from unitdeck.base.spelling import nearest
from unitdeck.outline.model import MeasureStatus, When
from unitdeck.session.follow_up import typed_statuses
from unitdeck.session.results import Results
from unitdeck.source.scalars import ScalarError, when
from unitdeck.source.tables import Cell, Row, read_table

# What the sheet has, in its order: a heading in Chinese and in English.
HEADINGS: dict[str, tuple[str, str]] = {
    "number": ("序号", "No."),
    "unit": ("单位", "Unit"),
    "role": ("点评人身份", "Commentator"),
    "name": ("点评人姓名", "Name"),
    "comment": ("点评意见", "Comment"),
    "task": ("交办任务", "Task"),
    "owner": ("责任", "Owner"),
    "due": ("时限", "Due"),
    "status": ("状态", "Status"),
    "evidence": ("佐证", "Evidence"),
}
_ALSO = {
    "unit": ("单位名称", "汇报单位"),
    "role": ("身份", "role"),
    "name": ("姓名", "点评人"),
    "comment": ("点评",),
    "task": ("任务", "交办事项"),
    "owner": ("责任人", "责任单位"),
    "due": ("完成时限",),
}
_FIELDS = {
    word.replace(" ", "").lower(): field
    for field, words in HEADINGS.items()
    for word in (*words, *_ALSO.get(field, ()))
}
_TITLES = 10  # rows that may stand above the headings


class Remark(NamedTuple):
    """A row of the record. ``unit`` is the name of the unit's file, without its number; ``cell`` is that of the row.

    ``comment`` or ``task`` may be '', not both. What is not said is '' or None.
    """

    unit: str
    role: str
    name: str
    comment: str
    task: str
    owner: str
    due: When | None
    status: MeasureStatus | None
    evidence: str
    cell: str

    @property
    def by(self) -> str:
        """Who said it: the role and the name, as far as they are given."""
        return " ".join(part for part in (self.role, self.name) if part)


def read_comments(path: Path, names: Mapping[str, str]) -> tuple[Remark, ...]:
    """Return the remarks of a record, in its order; ``names`` are every unit's spellings (:func:`spellings`).

    Raises BuildError with every bad row, by its cell: UD732 no heading of units and comments, UD733 a remark without a
    unit, UD734 a unit that is none of the session's, UD735 no status, UD736 no date; and what
    :func:`unitdeck.source.tables.read_table` raises.
    """
    rows = read_table(path)
    heading = next((at for at, row in enumerate(rows[:_TITLES]) if {"unit", "comment"} <= _columns(row).keys()), None)
    if heading is None:
        span = rows[0][0].span._replace(line=1, column=1) if rows else None
        raise BuildError((error("UD732", span, path=str(path)),))
    reader = _Reader(_columns(rows[heading]), names)
    remarks = reader.remarks(rows[heading + 1 :])
    if reader.faults:
        raise BuildError(tuple(reader.faults))
    return remarks


def labels(session: Results) -> tuple[str, ...]:
    """Return each unit's name in the session's papers: its short one, or its file's where two have the same."""
    files = [unit.name for unit in session.workspace.units]
    shown = [unit.name for unit in session.units]
    return tuple(file if shown.count(name) > 1 else name for file, name in zip(files, shown, strict=True))


def spellings(session: Results) -> dict[str, str]:
    """Return what units may be called in a record, with the name of the file (without its number) that is meant."""
    files = [unit.name for unit in session.workspace.units]
    found: dict[str, str] = {}
    for file, unit in zip(files, session.units, strict=True):
        full = unit.loaded.value.unit.name if unit.loaded else file
        for name in (unit.name, full):
            found.setdefault(" ".join(name.split()), file)
    return found | {" ".join(name.split()): file for name, file in zip(labels(session), files, strict=True)}


class _Reader:
    def __init__(self, columns: Mapping[str, int], names: Mapping[str, str]) -> None:
        self.columns = columns
        self.names = names
        self.faults: list[Diagnostic] = []
        self._statuses = typed_statuses()

    def remarks(self, rows: Sequence[Row]) -> tuple[Remark, ...]:
        found = (self._remark({field: row[at] for field, at in self.columns.items() if at < len(row)}) for row in rows)
        return tuple(remark for remark in found if remark is not None)

    def _remark(self, cells: Mapping[str, Cell]) -> Remark | None:
        told = {field: cells[field].text if field in cells else "" for field in HEADINGS}
        if not told["comment"] and not told["task"]:
            return None
        cell = cells.get("comment") or cells["task"]
        return Remark(
            unit=self._unit(cells.get("unit"), cell),
            role=told["role"],
            name=told["name"],
            comment=told["comment"],
            task=told["task"],
            owner=told["owner"],
            due=self._due(cells.get("due")),
            status=self._status(cells.get("status")),
            evidence=told["evidence"],
            cell=cell.address,
        )

    def _unit(self, unit: Cell | None, remark: Cell) -> str:
        if unit is None or not unit.text:
            self.faults.append(error("UD733", remark.span, cell=remark.address))
            return ""
        file = self.names.get(unit.text)
        if file is None:
            best = nearest(unit.text, self.names)
            self.faults.append(error("UD734", unit.span, cell=unit.address, name=unit.text, best=best))
        return file or ""

    def _due(self, due: Cell | None) -> When | None:
        if due is None:
            return None
        try:
            return when(due.text)
        except ScalarError:
            self.faults.append(error("UD736", due.span, cell=due.address, found=due.text))
            return None

    def _status(self, status: Cell | None) -> MeasureStatus | None:
        if status is None or status.text in ("", "—"):
            return None
        meant = self._statuses.get(status.text.lower())
        if meant is None:
            best = nearest(status.text, self._statuses)
            self.faults.append(error("UD735", status.span, cell=status.address, found=status.text, best=best))
        return meant


def _columns(row: Row) -> dict[str, int]:
    """Return in which column each field stands, the first of several."""
    found: dict[str, int] = {}
    for at, cell in enumerate(row):
        field = _FIELDS.get(re.split("[（(]", cell.text.replace(" ", "").lower())[0])
        if field:
            found.setdefault(field, at)
    return found
