"""Who has filed: the state of each unit's outline and of its deck."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import Literal, NamedTuple

from unitdeck.base.diagnostics import BuildError, Diagnostic
from unitdeck.base.faults import unexpected
from unitdeck.base.language import Lang
from unitdeck.build import Draft, deck_path, draft_deck, render_deck
from unitdeck.outline.load import load_outline
from unitdeck.session.building.bulk import decks_folder
from unitdeck.session.building.manifest import Record, current, read_manifest, relative
from unitdeck.session.carrying.outline import is_untouched, says_carried
from unitdeck.session.founding.starter import is_blank
from unitdeck.session.workspace import UnitFile, Workspace
from unitdeck.source.text import read_text

State = Literal["filed", "blank", "errors", "missing"]
DeckState = Literal["current", "outdated", "none"]


class Standing(NamedTuple):
    """How a unit stands. ``place`` is its place in the running order, from 1; ``name`` what its outline calls it.

    ``state``: filed; blank (not filled in: the starter, or as it was carried over); errors; missing (no outline).
    ``late`` are the days since the session's deadline, of what is not filed; 0 where it is, or is in time. ``deck`` is
    None where there is no outline; outdated where building again would give other bytes.
    """

    place: int
    name: str
    group: str
    outline: Path | None
    state: State
    errors: tuple[Diagnostic, ...]
    warnings: int
    deck: Path | None
    deck_state: DeckState
    late: int = 0


def standings(workspace: Workspace, lang: Lang, today: date) -> Iterator[Standing]:
    """Yield each unit of a session in running order, late or not on a day.

    Of units whose deck is up to date the manifest knows all else.
    """
    deadline = workspace.session.deadline
    over = max((today - deadline.date).days, 0) if deadline and deadline.date else 0
    for standing in _standings(workspace, lang):
        yield standing if standing.state == "filed" else standing._replace(late=over)


def _standings(workspace: Workspace, lang: Lang) -> Iterator[Standing]:
    records = current(read_manifest(decks_folder(workspace)), workspace, None)
    for place, unit in enumerate(workspace.units, 1):
        if unit.outline is None:
            yield Standing(place, unit.name, unit.group, None, "missing", (), 0, None, "none")
            continue
        record = records.get(relative(unit.outline, workspace))
        yield _recorded(place, unit.outline, record) if record else _examined(place, unit, unit.outline, lang)


def _recorded(place: int, outline: Path, record: Record) -> Standing:
    state, warnings, deck = _state(outline), len(record.warnings), deck_path(outline)
    return Standing(place, record.unit, record.group, outline, state, (), warnings, deck, "current")


def _examined(place: int, unit: UnitFile, outline: Path, lang: Lang) -> Standing:
    deck = deck_path(outline)
    deck_state: DeckState = "outdated" if deck.is_file() else "none"
    try:
        draft = draft_deck(outline, lang=lang)
    except BuildError as bad:
        errors = tuple(each for each in bad.diagnostics if each.severity == "error")
        warnings = len(bad.diagnostics) - len(errors)
        return Standing(place, unit.name, unit.group, outline, "errors", errors, warnings, deck, deck_state)
    except Exception as fault:
        fault_told = (unexpected(fault, outline),)
        return Standing(place, unit.name, unit.group, outline, "errors", fault_told, 0, deck, deck_state)
    reporting = draft.outline.unit
    group = unit.group or reporting.group
    warnings = len(draft.diagnostics)
    if deck_state == "outdated" and _is_there(draft, deck):
        deck_state = "current"
    return Standing(place, reporting.name, group, outline, _state(outline), (), warnings, deck, deck_state)


def _is_there(draft: Draft, deck: Path) -> bool:
    """Whether a deck that no manifest vouches for, as ``unitdeck build`` writes it, is what building would give."""
    try:
        content, _ = render_deck(draft)
        return deck.read_bytes() == content
    except (BuildError, OSError):
        return False


def _state(outline: Path) -> State:
    text = read_text(outline).text
    blank = is_blank(text) or (says_carried(text) and is_untouched(load_outline(outline).value))
    return "blank" if blank else "filed"
