"""What the scoreboard's pages in the session's deck read: the board, its findings, and how its cells are printed."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import partial

from unitdeck.base.phrases import Say
from unitdeck.session.board.findings import board_findings
from unitdeck.session.board.paper import Paper, absences, group_name
from unitdeck.session.board.register import Entry, pressing
from unitdeck.session.board.scoreboard import Row, Standing
from unitdeck.session.board.words import speaker


def board_pages(paper: Paper, keys: Mapping[str, str]) -> dict[str, object]:
    """Return what slide files are given besides the session.

    ``b`` is the :class:`Paper`, ``found`` its findings; ``keys`` are the first pages of units by their outlines' files.
    """
    say = speaker(paper.lang)
    return {
        "b": paper,
        "found": board_findings(paper),
        "absent": absences(paper),
        "answers": _answers(paper),
        "pressing": pressing(paper.entries),
        "moved": partial(_moved, say=say),
        "group_name": partial(group_name, lang=paper.lang),
        "page_of": lambda unit: keys.get(unit.file, ""),
    }


def _moved(standing: Standing, say: Say) -> str:
    """Return the change of a unit's place in words, '' where it does not compare."""
    if standing.moved is None:
        return ""
    if standing.moved == 0:
        return say("same")
    return say("up" if standing.moved > 0 else "down", places=abs(standing.moved))


def _answers(paper: Paper) -> Callable[[Standing, Row], list[Entry]]:
    """Return what finds the measures that name an indicator of a unit."""
    entries = {(entry.file, entry.number): entry for entry in paper.entries}
    return lambda standing, row: [entries[standing.unit.file, number] for number in row.measures]
