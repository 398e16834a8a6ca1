"""The register of weak points: every problem of every unit with its measure, owner and date."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import NamedTuple

from unitdeck.appraise.commitments import commitment_statuses, standing
from unitdeck.appraise.dates import when_text
from unitdeck.appraise.model import Lang, Status
from unitdeck.appraise.wording import words_of
from unitdeck.outline.model import Measure
from unitdeck.session.board.scoreboard import Board, Row, Standing
from unitdeck.session.results import place_of

_LATE = ("overdue", "at_risk")


class Entry(NamedTuple):
    """A weak point. ``status`` is overdue past the date unless done or to be verified, as in the decks.

    ``reported`` is the status as the unit gave it, '' where that is the same. ``number`` counts within the unit,
    whose outline ``file`` is.
    """

    unit: str
    file: str
    group: str
    number: int
    measure: Measure
    due: str
    status: Status
    reported: str
    place: str

    @property
    def day(self) -> str:
        """The due date as a number (20220930), '' where it names none."""
        when = self.measure.due
        return when.date.strftime("%Y%m%d") if when and when.date else ""

    @property
    def late(self) -> bool:
        """Whether it is overdue or at risk of being so."""
        return self.status.key in _LATE


def register(board: Board, lang: Lang, folder: Path) -> tuple[Entry, ...]:
    """Return every measure of every unit on the board, in its order."""
    statuses, words = commitment_statuses(lang), words_of(lang)
    entries = []
    for s in board.standings:
        if s.unit.loaded is None or s.unit.appraisal is None:
            continue
        outline, session = s.unit.loaded.value, s.unit.appraisal.session
        as_of = outline.as_of or session.as_of
        for n, measure in enumerate(outline.measures):
            status = statuses[standing(measure, as_of.date if as_of else None)]
            given = statuses[measure.status]
            entries.append(
                Entry(
                    unit=s.unit.name,
                    file=s.unit.file,
                    group=s.group,
                    number=n + 1,
                    measure=measure,
                    due=when_text(measure.due, words),
                    status=status,
                    reported="" if given == status else given.word,
                    place=place_of(s.unit.loaded.positions.at("measures", n), folder),
                )
            )
    return tuple(entries)


def pressing(entries: Sequence[Entry]) -> list[Entry]:
    """Return the entries with those that are overdue first, then those at risk, else in their order."""
    return sorted(entries, key=lambda entry: _LATE.index(entry.status.key) if entry.late else len(_LATE))


def unanswered(board: Board) -> list[tuple[Standing, Row]]:
    """Return the indicators behind their schedule or short of their mark that no measure names, with their units."""
    return [(s, row) for s in board.standings for row in s.rows if row.behind and not row.measures]
