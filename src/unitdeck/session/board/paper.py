"""What the scoreboard's papers have in common: the texts of a session, its board and its register."""

from __future__ import annotations

from pathlib import Path
from typing import NamedTuple

from unitdeck.appraise.dates import when_text
from unitdeck.appraise.model import Lang
from unitdeck.appraise.wording import words_of
from unitdeck.base.diagnostics import Diagnostic
from unitdeck.base.phrases import Say
from unitdeck.session.board.register import Entry, register, unanswered
from unitdeck.session.board.scoreboard import Board, Row, Standing, board, lights
from unitdeck.session.board.words import speaker
from unitdeck.session.results import Results, before, results


class Paper(NamedTuple):
    """A session's board, ready to be written. ``year`` is that of the meeting, else of the data, else 1980."""

    lang: Lang
    title: str
    as_of: str
    year: int
    sample: bool
    board: Board
    entries: tuple[Entry, ...]
    lights: tuple[tuple[Standing, Row], ...]
    unanswered: tuple[tuple[Standing, Row], ...]
    diagnostics: tuple[Diagnostic, ...]


def paper(folder: Path, lang: Lang) -> Paper:
    """Return the paper of a session's folder; raise BuildError where it is no session.

    ``diagnostics`` are the errors of units that could not be read, and what the session's own file makes doubtful.
    """
    now = results(folder, lang)
    old, doubts = before(now, lang)
    return paper_of(now, old, doubts, lang)


def paper_of(now: Results, old: Results | None, doubts: tuple[Diagnostic, ...], lang: Lang) -> Paper:
    """Return the paper of a session's results, beside those of the session before and the ``doubts`` about that."""
    found = board(now, old)
    shown = [s.unit.appraisal for s in found.standings if s.unit.appraisal]
    said = when_text(now.session.as_of, words_of(lang))
    dates = {said} if said else {appraisal.as_of for appraisal in shown}
    day = now.session.date or now.session.as_of
    return Paper(
        lang=lang,
        title=next((a.session_title for a in shown), "") or now.workspace.folder.resolve().name,
        as_of=dates.pop() if len(dates) == 1 else "",
        year=day.date.year if day and day.date else 1980,
        sample=any(a.sample for a in shown),
        board=found,
        entries=register(found, lang, now.workspace.folder),
        lights=(*lights(found.standings, "red"), *lights(found.standings, "yellow")),
        unanswered=tuple(unanswered(found)),
        diagnostics=(*now.diagnostics, *doubts, *(fault for unit in found.absent for fault in unit.faults)),
    )


def group_name(name: str, lang: Lang) -> str:
    """Return a group's name as printed."""
    return name or speaker(lang)("ungrouped")


def answer(row: Row, say: Say) -> str:
    """Return which measures name an indicator; 「无举措」 where one is called for and none does."""
    if row.measures:
        return say("measure", numbers=say("comma").join(map(str, row.measures)))
    return say("no_measure") if row.behind else say("missing")


def absences(paper: Paper) -> list[tuple[str, str, str]]:
    """Return name, file and reason of each unit that is not on the board, or has no place on it."""
    say = speaker(paper.lang)
    found = [(unit.name, unit.file, unit.fault) for unit in paper.board.absent]
    return [*found, *((s.unit.name, s.unit.file, say("no_place")) for s in paper.board.standings if s.place is None)]
