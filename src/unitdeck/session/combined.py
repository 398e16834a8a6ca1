"""The deck of a whole session: every unit's pages in running order with one template, and the session's own pages.

It is made from the outlines as the units' decks are, never from those decks; all of it is placed and rendered at once.
"""

from __future__ import annotations

import time
from collections.abc import Collection, Iterator, Mapping, Sequence
from pathlib import Path
from typing import NamedTuple

from unitdeck import __version__
from unitdeck.appraise.meeting import Reporting, session_view
from unitdeck.base.diagnostics import BuildError, Diagnostic, Span, error, warning
from unitdeck.base.faults import unexpected
from unitdeck.base.files import safe_name, write_output
from unitdeck.base.language import Lang
from unitdeck.build import Planned, plan_deck
from unitdeck.layout.place import place
from unitdeck.layout.placed import PlacedChart, PlacedDeck, PlacedPicture
from unitdeck.outline.model import Session
from unitdeck.render.album import SESSION_BUDGET, album
from unitdeck.render.pptx import render
from unitdeck.session.board_pages import board_pages
from unitdeck.session.manifest import SessionRecord, TemplateUsed, holds, notices, relative, sha256
from unitdeck.session.paper import paper_of
from unitdeck.session.results import Results, before, missing, reported, unreported
from unitdeck.session.timetable import timetable
from unitdeck.session.workspace import UnitFile, Workspace
from unitdeck.template.expand_session import expand_session
from unitdeck.template.locate import DEFAULT, search_path
from unitdeck.template.locate import load as load_template
from unitdeck.template.style import SETTINGS, SessionSlides

MOST_UNITS = 300  # some 4,000 pages: more is no deck for a stage, and soon no file that a zip can hold
_LONGEST = 60  # characters of a session's title that its deck's name has
_SUFFIX: dict[Lang, str] = {"zh": "全场", "en": "session"}
_INNER = "UD7"  # codes of what is not the outline's fault

Faults = Mapping[Path, tuple[Diagnostic, ...]]


class Whole(NamedTuple):
    """What became of the session's deck. ``record`` is None where there is none; ``fresh`` where it was built now."""

    deck: Path
    record: SessionRecord | None
    diagnostics: tuple[Diagnostic, ...]
    seconds: float = 0.0
    fresh: bool = True


class _Unit(NamedTuple):
    """A unit of the session with its plan, or with what is wrong with it."""

    file: UnitFile
    planned: Planned | None
    faults: tuple[Diagnostic, ...] = ()


def whole_path(workspace: Workspace, decks: Path, lang: Lang, taken: Collection[Path]) -> Path:
    """Return where a session's deck goes: a name of its title that stands before the units', and is no unit's."""
    title = safe_name((workspace.session.title or workspace.session.series)[:_LONGEST])
    stem = "-".join(part for part in ("00", title or safe_name(workspace.folder.resolve().name), _SUFFIX[lang]) if part)
    names = {path.name.casefold() for path in taken}
    return next(
        path
        for end in ("", *(f"-{number}" for number in range(2, len(names) + 3)))
        if (path := decks / f"{stem}{end}.pptx").name.casefold() not in names
    )


def is_whole(deck: str) -> bool:
    """Whether a deck goes by the name of a whole session's."""
    stem = Path(deck).stem
    return stem.startswith("00-") and stem.rstrip("-0123456789").endswith(tuple(f"-{end}" for end in _SUFFIX.values()))


def build_whole(
    workspace: Workspace,
    deck: Path,
    failed: Faults,
    before: SessionRecord | None,
    lang: Lang,
    *,
    force: bool,
    strict: bool,
) -> Whole:
    """Build the deck of a whole session, if anything of it has changed, and return what became of it.

    ``failed`` are the outlines of which no deck was built, with the reasons: they have a divider that says so. With
    ``strict`` nothing may be missing, and nothing told (UD720).
    """
    start = time.perf_counter()
    try:
        if len(workspace.units) > MOST_UNITS:
            told = warning("UD724", _home(workspace), units=len(workspace.units), limit=MOST_UNITS)
            return Whole(deck, None, (told,))
        units = _listed(workspace)
        same = before and not failed and before.deck == relative(deck, workspace)
        if before and same and not force and holds(before, units, workspace, lang) and not (strict and _told(before)):
            return Whole(deck, before, (), fresh=False)
        return _build(workspace, deck, failed, lang, strict=strict, start=start)
    except BuildError as bad:
        return Whole(deck, None, bad.diagnostics)
    except Exception as fault:
        return Whole(deck, None, (unexpected(fault, deck),))


def _build(workspace: Workspace, deck: Path, failed: Faults, lang: Lang, *, strict: bool, start: float) -> Whole:
    session = workspace.session
    template = load_template(session.template, search_path(workspace.folder))
    pack = template.pack
    if pack.style.session is None:
        return Whole(deck, None, (warning("UD722", Span(str(template.folder / SETTINGS)), name=pack.name),))
    # Hashed before they are read: what is changed meanwhile is then seen as changed the next time.
    first = [*([workspace.file] if workspace.file else []), *(unit.outline for unit in workspace.units if unit.outline)]
    inputs = {relative(file, workspace): sha256(file) or "" for file in first}
    units = list(_planned(workspace, failed, lang, pack.style.session))
    absent = tuple(unit.file.name for unit in units if unit.planned is None)
    if strict and absent:
        raise BuildError((error("UD720", _home(workspace), units=", ".join(absent)),))
    view = session_view(session, _reporting(units, session), workspace.folder.resolve().name, lang)
    now = _results(units, workspace, lang)
    old, doubts = before(now, lang)
    pages = {unit.file: view.key for unit, view in zip(now.units, view.units, strict=True) if unit.file}
    board = board_pages(paper_of(now, old, doubts, lang), pages)
    plan = expand_session(view, [unit.planned.plan if unit.planned else None for unit in units], template, board)
    placed = place(plan, pack)
    pictures = album(placed, SESSION_BUDGET)
    told = (*_overfull(placed, Span(str(template.folder / SETTINGS))), *pictures.findings(_home(workspace)))
    if strict and told:
        raise BuildError(told)
    for file in _drawn_on(units, old, placed):
        inputs.setdefault(relative(file, workspace), sha256(file) or "")
    write_output(deck, render(placed, pack, pictures))
    record = SessionRecord(
        deck=relative(deck, workspace),
        sha256=sha256(deck) or "",
        units=_listed(workspace),
        absent=absent,
        inputs=inputs,
        template=TemplateUsed(session.template, pack.name, pack.version, pack.digest),
        language=lang,
        program=__version__,
        pages=len(placed.slides),
        charts=sum(isinstance(item, PlacedChart) for slide in placed.slides for item in slide.items),
        warnings=notices(told, workspace),
    )
    return Whole(deck, record, told, time.perf_counter() - start)


def _planned(workspace: Workspace, failed: Faults, lang: Lang, wanted: SessionSlides) -> Iterator[_Unit]:
    template = workspace.session.template or DEFAULT  # whatever the outline asks for: a deck has one master
    for unit in workspace.units:
        outline = unit.outline
        if outline is None or outline in failed:
            yield _Unit(unit, None, failed.get(outline, ()) if outline else ())
            continue
        try:
            yield _Unit(unit, plan_deck(outline, template=template, lang=lang, without=wanted.without))
        except BuildError as bad:
            yield _Unit(unit, None, bad.diagnostics)
        except Exception as fault:
            yield _Unit(unit, None, (unexpected(fault, outline),))


def _reporting(units: Sequence[_Unit], session: Session) -> list[Reporting]:
    own = [unit.planned.loaded.value.minutes if unit.planned else None for unit in units]
    times = timetable(session, [unit.file for unit in units], own)
    begins = (times.clock(slot.begins) for slot in times.slots if slot.kind == "unit")
    return [_unit(unit, start) for unit, start in zip(units, begins, strict=True)]


def _unit(unit: _Unit, start: str) -> Reporting:
    file, planned = unit.file, unit.planned
    if planned:
        return Reporting(file.name, file.group, "filed", 0, planned.appraisal, start)
    errors = sum(fault.severity == "error" and not fault.code.startswith(_INNER) for fault in unit.faults)
    return Reporting(file.name, file.group, "broken" if file.outline else "missing", errors, None, start)


def _results(units: Sequence[_Unit], workspace: Workspace, lang: Lang) -> Results:
    absent, folder = missing(workspace), workspace.folder
    found = (
        reported(unit.file, unit.planned.loaded, unit.planned.appraisal, folder)
        if unit.planned
        else unreported(unit.file, unit.faults or absent[unit.file.name], folder, lang)
        for unit in units
    )
    return Results(workspace, tuple(found), ())


def _overfull(deck: PlacedDeck, span: Span) -> Iterator[Diagnostic]:
    """Yield a warning for each of the session's own pages that does not hold its text; units' are told with theirs."""
    own = {page.id: page.title for page in deck.slides if page.overfull and "/" not in page.id}
    for title in own.values():
        yield warning("UD723", span, slide=title)


def _drawn_on(units: Sequence[_Unit], old: Results | None, deck: PlacedDeck) -> list[Path]:
    """Return the files beside the outlines that the deck draws on: data, pictures, and those of the session before."""
    loaded = [unit.planned.loaded for unit in units if unit.planned]
    loaded += [unit.loaded for unit in old.units if unit.loaded] if old else []
    data = {span.file for each in loaded for span in each.positions.spans.values()}
    data |= {str(old.workspace.file)} if old and old.workspace.file else set()
    pictures = {item.file for slide in deck.slides for item in slide.items if isinstance(item, PlacedPicture)}
    return [Path(file) for file in sorted(data | pictures)]


def _listed(workspace: Workspace) -> tuple[str, ...]:
    return tuple(relative(unit.outline, workspace) if unit.outline else unit.name for unit in workspace.units)


def _told(record: SessionRecord) -> bool:
    return bool(record.absent or record.warnings)


def _home(workspace: Workspace) -> Span | None:
    return Span(str(workspace.file)) if workspace.file else None
