"""点评记录: what was said of each unit and what it was told to do, as it was typed into the workbook at the meeting.

The sheet that :mod:`unitdeck.session.papers.comment_sheet` writes is read back here, with rows added or moved.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from pathlib import Path
from typing import NamedTuple

from unitdeck.outline.model import MeasureStatus, When
from unitdeck.session.filled_in import FilledRow, Values, filled_rows
from unitdeck.session.results import Results

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
_ALSO: dict[str, tuple[str, ...]] = {
    "unit": ("单位名称", "汇报单位"),
    "role": ("身份", "role"),
    "name": ("姓名", "点评人"),
    "comment": ("点评",),
    "task": ("任务", "交办事项"),
    "owner": ("责任人", "责任单位"),
    "due": ("完成时限",),
}
_KNOWN = {field: (*words, *_ALSO.get(field, ())) for field, words in HEADINGS.items()}


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

    A row without comment and task is no remark. Raises BuildError with every bad row, by its cell: UD732 no heading of
    units and comments, UD733 a remark without a unit, UD734 a unit that is none of the session's, UD735 no status,
    UD736 no date; and what :func:`unitdeck.source.tables.read_table` raises.
    """
    values = Values(names)
    rows = filled_rows(path, _KNOWN, ("unit", "comment"))
    remarks = tuple(_remark(row, values) for row in rows if row.text("comment") or row.text("task"))
    values.check()
    return remarks


def labels(session: Results) -> tuple[str, ...]:
    """Return each unit's name in the session's papers: its short one, or its file's where two have the same."""
    files = [unit.name for unit in session.workspace.units]
    shown = Counter(unit.name for unit in session.units)
    return tuple(file if shown[unit.name] > 1 else unit.name for file, unit in zip(files, session.units, strict=True))


def spellings(session: Results) -> dict[str, str]:
    """Return what units may be called in a record, with the name of the file (without its number) that is meant."""
    files = [unit.name for unit in session.workspace.units]
    found: dict[str, str] = {}
    for file, unit in zip(files, session.units, strict=True):
        full = unit.loaded.value.unit.name if unit.loaded else file
        for name in (unit.name, full):
            found.setdefault(" ".join(name.split()), file)
    return found | {" ".join(name.split()): file for name, file in zip(labels(session), files, strict=True)}


def _remark(row: FilledRow, values: Values) -> Remark:
    filled = "comment" if "comment" in row.cells else "task"
    return Remark(
        unit=values.unit(row, filled),
        role=row.text("role"),
        name=row.text("name"),
        comment=row.text("comment"),
        task=row.text("task"),
        owner=row.text("owner"),
        due=values.due(row),
        status=values.status(row),
        evidence=row.text("evidence"),
        cell=row.cells[filled].address,
    )
