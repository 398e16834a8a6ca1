"""The deck of a whole session, placed: every unit's plan with the session's template, and the session's own pages."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import NamedTuple

from unitdeck.appraise.meeting import Reporting, session_view
from unitdeck.base.diagnostics import BuildError, Diagnostic
from unitdeck.base.faults import unexpected
from unitdeck.base.language import Lang
from unitdeck.build import Planned, plan_deck
from unitdeck.layout.place import place
from unitdeck.layout.placed import PlacedDeck, PlacedPicture
from unitdeck.outline.model import Session
from unitdeck.session.board.pages import board_pages
from unitdeck.session.board.paper import paper_of
from unitdeck.session.results import Results, before, missing, reported, unreported
from unitdeck.session.scoring.pages import score_pages
from unitdeck.session.timetable import timetable
from unitdeck.session.workspace import UnitFile, Workspace
from unitdeck.template.expand import Expander
from unitdeck.template.expand_session import expand_session
from unitdeck.template.locate import DEFAULT
from unitdeck.template.style import SessionSlides

_INNER = "UD7"  # codes of what is not the outline's fault

Faults = Mapping[Path, tuple[Diagnostic, ...]]


class Unit(NamedTuple):
    """A unit of the session with its plan, or with what is wrong with it."""

    file: UnitFile
    planned: Planned | None
    faults: tuple[Diagnostic, ...] = ()


class Draft(NamedTuple):
    """The deck of a whole session, placed and not written, with its units in running order.

    ``old`` are the results of the session before, None where there is none; ``scores`` the files that its results
    pages rest on, ``doubts`` why it has none where it should.
    """

    units: tuple[Unit, ...]
    old: Results | None
    deck: PlacedDeck
    scores: tuple[Path, ...] = ()
    doubts: tuple[Diagnostic, ...] = ()

    @property
    def absent(self) -> tuple[str, ...]:
        """The names of units of which it holds no report."""
        return tuple(unit.file.name for unit in self.units if unit.planned is None)

    @property
    def drawn_on(self) -> list[Path]:
        """The files that it draws on beside its outlines: data, pictures, and those of the session before."""
        loaded = [unit.planned.loaded for unit in self.units if unit.planned]
        loaded += [unit.loaded for unit in self.old.units if unit.loaded] if self.old else []
        data = {span.file for each in loaded for span in each.positions.spans.values()}
        data |= {str(self.old.workspace.file)} if self.old and self.old.workspace.file else set()
        items = (item for slide in self.deck.slides for item in slide.items)
        data |= {str(file) for file in self.scores}
        return [Path(file) for file in sorted(data | {item.file for item in items if isinstance(item, PlacedPicture)})]


def draft_whole(workspace: Workspace, failed: Faults, template: Expander, lang: Lang) -> Draft:
    """Return the placed deck of a whole session, nothing written; raise BuildError where the template fails.

    What is wrong with a unit stays with it; ``failed`` are outlines that are known to be bad. The template is one with
    pages of a session.
    """
    wanted = template.pack.style.session or SessionSlides()
    units = tuple(_planned(workspace, failed, lang, wanted))
    view = session_view(workspace.session, _reporting(units, workspace.session), workspace.folder.resolve().name, lang)
    now = _results(units, workspace, lang)
    old, doubts = before(now, lang)
    pages = {unit.file: view.key for unit, view in zip(now.units, view.units, strict=True) if unit.file}
    score, stale = score_pages(workspace, lang)
    board = {**board_pages(paper_of(now, old, doubts, lang), pages), "score": score}
    plan = expand_session(view, [unit.planned.plan if unit.planned else None for unit in units], template, board)
    return Draft(units, old, place(plan, template.pack), score.files if score else (), stale)


def _planned(workspace: Workspace, failed: Faults, lang: Lang, wanted: SessionSlides) -> Iterator[Unit]:
    template = workspace.session.template or DEFAULT  # whatever the outline asks for: a deck has one master
    for unit in workspace.units:
        outline = unit.outline
        if outline is None or outline in failed:
            yield Unit(unit, None, failed.get(outline, ()) if outline else ())
            continue
        try:
            yield Unit(unit, plan_deck(outline, template=template, lang=lang, without=wanted.without))
        except BuildError as bad:
            yield Unit(unit, None, bad.diagnostics)
        except Exception as fault:
            yield Unit(unit, None, (unexpected(fault, outline),))


def _reporting(units: Sequence[Unit], session: Session) -> list[Reporting]:
    own = [unit.planned.loaded.value.minutes if unit.planned else None for unit in units]
    times = timetable(session, [unit.file for unit in units], own)
    begins = (times.clock(slot.begins) for slot in times.slots if slot.kind == "unit")
    return [_told(unit, start) for unit, start in zip(units, begins, strict=True)]


def _told(unit: Unit, start: str) -> Reporting:
    file, planned = unit.file, unit.planned
    if planned:
        return Reporting(file.name, file.group, "filed", 0, planned.appraisal, start)
    errors = sum(fault.severity == "error" and not fault.code.startswith(_INNER) for fault in unit.faults)
    return Reporting(file.name, file.group, "broken" if file.outline else "missing", errors, None, start)


def _results(units: Sequence[Unit], workspace: Workspace, lang: Lang) -> Results:
    absent, folder = missing(workspace), workspace.folder
    found = (
        reported(unit.file, unit.planned.loaded, unit.planned.appraisal, folder)
        if unit.planned
        else unreported(unit.file, unit.faults or absent[unit.file.name], folder, lang)
        for unit in units
    )
    return Results(workspace, tuple(found), ())
