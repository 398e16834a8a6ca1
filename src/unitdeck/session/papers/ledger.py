"""督办台账: every measure, every indicator without one, and everything said at the meeting, until it is closed.

A task is closed (销号) only with evidence and by whoever checked it: what is merely called so stands as 待核. What is
neither closed nor waiting for its check is overdue past its date, counted from the data date.
"""

from __future__ import annotations

import datetime
from collections.abc import Iterator
from typing import Literal, NamedTuple

from unitdeck.appraise.wording import words_of
from unitdeck.base.language import Lang
from unitdeck.outline.model import When
from unitdeck.session.board.scoreboard import Row
from unitdeck.session.papers.follow_up import FollowUp, step_of
from unitdeck.session.papers.programme import Programme, Turn
from unitdeck.session.papers.words import speaker

Origin = Literal["measure", "no_measure", "review", "comment", "task", "added"]


class Task(NamedTuple):
    """A line of the ledger. ``number`` counts within the unit (01-03); ``unit`` is the unit's number in running order.

    ``origin`` says what it comes from: a measure, an indicator behind that no measure names,
    a comment of the session before, the record of this one, the ledger itself.

    ``due`` is None where no date is given; ``source`` is where it was written: ``file:line``, or the record's cell.
    """

    number: str
    origin: Origin
    unit: int
    problem: str
    action: str
    owner: str
    due: When | None
    status: FollowUp
    evidence: str
    checker: str
    source: str


def tasks(meeting: Programme, lang: Lang) -> tuple[Task, ...]:
    """Return the ledger's lines, unit by unit in running order."""
    return tuple(
        task._replace(number=f"{turn.number:02}-{number:02}")
        for turn in meeting.turns
        for number, task in enumerate(_of_unit(turn, lang), 1)
    )


def standing(task: Task, as_of: datetime.date | None) -> FollowUp:
    """Return where a task stands: closed only with evidence and a check, overdue past its date."""
    if task.status == "closed":
        return "closed" if task.evidence.strip() and task.checker.strip() else "to_verify"
    if task.status == "to_verify":
        return "to_verify"
    day = task.due.date if task.due else None
    return "overdue" if day and as_of and day < as_of else task.status


def _of_unit(turn: Turn, lang: Lang) -> Iterator[Task]:
    blank = Task("", "measure", turn.number, "", "", "", None, "new", "", "", "")
    for entry in turn.weak:
        measure = entry.measure
        yield blank._replace(
            problem=measure.problem,
            action=measure.action,
            owner=measure.owner,
            due=measure.due,
            status=step_of(measure.status),
            evidence=measure.evidence,
            checker=measure.checked_by,
            source=entry.place,
        )
    for row in turn.unanswered:
        yield blank._replace(origin="no_measure", problem=_shortfall(row, lang), source=row.place)
    for review in turn.reviews:
        comment = review.comment
        yield blank._replace(
            origin="review",
            problem=comment.comment,
            action=comment.promise or comment.action,
            owner=comment.owner,
            due=comment.due,
            status=step_of(comment.status),
            evidence=comment.evidence,
            checker=comment.checked_by,
            source=" ".join(part for part in (comment.by, comment.origin, review.place) if part),
        )
    for due in turn.remarks:
        remark = due.remark
        yield blank._replace(
            origin="task" if remark.task else "comment",
            problem=remark.comment,
            action=remark.task,
            owner=remark.owner,
            due=remark.due,
            status=step_of(remark.status),
            evidence=remark.evidence,
            source=" ".join(part for part in (remark.by, remark.cell) if part),
        )


def _shortfall(row: Row, lang: Lang) -> str:
    """An indicator behind, as a problem: by how much, in the appraisal's own figures."""
    indicator = row.indicator
    said = indicator.verdict or indicator.status.word
    if row.gap is not None and not indicator.verdict:
        said = speaker(lang)("gap_of", status=said, gap=words_of(lang).lead(row.gap))
    return f"{indicator.name} {said}"
