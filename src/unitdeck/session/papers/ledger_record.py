"""A ledger that has been filled in, read back: nothing that somebody typed into it is lost when it is written anew."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import NamedTuple

from unitdeck.base.language import Lang
from unitdeck.outline.model import MeasureStatus, When
from unitdeck.session.filled_in import FilledRow, Values, filled_rows
from unitdeck.session.papers.follow_up import FollowUp, step_of
from unitdeck.session.papers.ledger import Task
from unitdeck.session.papers.words import speaker

_FIELDS = ("number", "unit_no", "unit", "problem", "action", "owner", "due", "status", "evidence", "checker", "source")
_FURTHER: tuple[FollowUp, ...] = ("new", "under_way", "overdue", "to_verify", "closed")
_LANGUAGES: tuple[Lang, ...] = ("zh", "en")
_KNOWN = {field: tuple(speaker(lang)(f"l_{field}") for lang in _LANGUAGES) for field in _FIELDS}


class Line(NamedTuple):
    """A line of a ledger. ``unit`` is the name of the unit's file, without its number; ``cell`` that of the problem.

    It is closed (销号) only where ``status`` is closed and there are ``evidence`` and a ``checker``.
    """

    unit: str
    problem: str
    action: str
    owner: str
    due: When | None
    status: MeasureStatus | None
    evidence: str
    checker: str
    source: str
    cell: str

    @property
    def closed(self) -> bool:
        """Whether it is closed: called so, with evidence, and checked."""
        return self.status == "closed" and bool(self.evidence and self.checker)


def read_ledger(path: Path, names: Mapping[str, str], files: Sequence[str]) -> tuple[Line, ...]:
    """Return the lines of a ledger; ``names`` are every unit's spellings, ``files`` the units' names by number from 1.

    A row without problem and action is no line. Raises BuildError as
    :func:`unitdeck.session.papers.comment_record.read_comments`.
    """
    values = Values({**{str(number): file for number, file in enumerate(files, 1)}, **names})
    rows = filled_rows(path, _KNOWN, ("unit", "problem"))
    lines = tuple(_line(row, values) for row in rows if row.text("problem") or row.text("action"))
    values.check()
    return lines


def kept(tasks: Sequence[Task], lines: Sequence[Line], files: Sequence[str]) -> tuple[Task, ...]:
    """Return the tasks with what was typed into the ledger before, found by unit and problem.

    Evidence and checker are the ledger's, and with either of them the status; else the status that is further on.
    Action, owner and date are the ledger's where the task has none. Lines that match no task follow those of their
    unit: somebody added them, or their measure has gone from the outline, and a promise does not vanish by that.
    """
    left = list(lines)
    done: list[Task] = []
    for task in tasks:
        at = next((n for n, line in enumerate(left) if _same(task, line, files)), None)
        done.append(task if at is None else _with(task, left.pop(at)))
    for line in left:
        unit = files.index(line.unit) + 1
        count = sum(task.unit == unit for task in done)
        added = Task(
            number=f"{unit:02}-{count + 1:02}",
            origin="added",
            unit=unit,
            problem=line.problem,
            action=line.action,
            owner=line.owner,
            due=line.due,
            status=step_of(line.status),
            evidence=line.evidence,
            checker=line.checker,
            source=line.source,
        )
        after = max((n for n, task in enumerate(done, 1) if task.unit <= unit), default=0)
        done.insert(after, added)
    return tuple(done)


def _line(row: FilledRow, values: Values) -> Line:
    filled = "problem" if row.text("problem") else "action"
    if not row.text("unit") and row.text("unit_no"):  # typed into a spare row by a program that computes no formulas
        row = FilledRow({**row.cells, "unit": row.cells["unit_no"]})
    return Line(
        unit=values.unit(row, filled),
        problem=row.text("problem"),
        action=row.text("action"),
        owner=row.text("owner"),
        due=values.due(row),
        status=values.status(row),
        evidence=row.text("evidence"),
        checker=row.text("checker"),
        source=row.text("source"),
        cell=row.cells[filled].address,
    )


def _same(task: Task, line: Line, files: Sequence[str]) -> bool:
    """Whether a line is the task's; spaces do not count, for reading a table makes them single."""
    return files[task.unit - 1] == line.unit and " ".join(task.problem.split()) == line.problem


def _with(task: Task, line: Line) -> Task:
    typed = step_of(line.status)
    judged = bool(line.evidence or line.checker)
    return task._replace(
        action=task.action or line.action,
        owner=task.owner or line.owner,
        due=task.due or line.due,
        status=typed if judged or _FURTHER.index(typed) > _FURTHER.index(task.status) else task.status,
        evidence=line.evidence or task.evidence,
        checker=line.checker or task.checker,
    )
