"""A session's units, each appraised by itself: what is wrong with one stays with it."""

from __future__ import annotations

import os
from pathlib import Path
from typing import NamedTuple

from unitdeck.appraise.appraise import appraise
from unitdeck.appraise.model import Appraisal
from unitdeck.base.catalog import message
from unitdeck.base.diagnostics import BuildError, Diagnostic, Span, error, warning
from unitdeck.base.faults import unexpected
from unitdeck.base.language import Lang
from unitdeck.outline.load import Loaded, load_outline
from unitdeck.outline.model import Outline, Session
from unitdeck.session.workspace import UnitFile, Workspace, open_workspace


class Unit(NamedTuple):
    """A unit of the session, in running order. ``file`` is relative to the session's folder, '' where there is none.

    ``group`` is the one that the session puts it in, else its outline's. Without an outline that could be read,
    ``loaded`` and ``appraisal`` are None, ``faults`` say why, and ``fault`` is the first of them in words, with its
    place.
    """

    name: str
    group: str
    file: str
    loaded: Loaded[Outline] | None
    appraisal: Appraisal | None
    faults: tuple[Diagnostic, ...]
    fault: str


class Results(NamedTuple):
    """A session with its units. ``diagnostics`` are warnings on the session's own file."""

    workspace: Workspace
    units: tuple[Unit, ...]
    diagnostics: tuple[Diagnostic, ...]

    @property
    def session(self) -> Session:
        """What ``session.yaml`` says."""
        return self.workspace.session


def results(folder: Path, lang: Lang) -> Results:
    """Return the session of a folder and its appraised units.

    Raises BuildError where ``session.yaml`` is broken, or the folder holds no units (UD704).
    """
    workspace = open_workspace(folder)
    if any(fault.severity == "error" for fault in workspace.faults):
        raise BuildError(workspace.faults)
    if not workspace.units:
        raise BuildError((error("UD704", Span(str(folder)), folder=str(folder)),))
    absent = missing(workspace)
    units = tuple(
        unreported(unit, absent[unit.name], workspace.folder, lang)
        if unit.outline is None
        else _unit(unit, unit.outline, workspace, lang)
        for unit in workspace.units
    )
    return Results(workspace, units, workspace.faults)


def missing(workspace: Workspace) -> dict[str, tuple[Diagnostic, ...]]:
    """Return, by name, why a unit that the session names has no outline."""
    return {str(fault.data["name"]): (fault,) for fault in workspace.missing}


def before(now: Results, lang: Lang) -> tuple[Results | None, tuple[Diagnostic, ...]]:
    """Return the results of the session before, with warnings on it; None where none is named or it holds no units."""
    if not now.session.previous:
        return None, ()
    try:
        return results(now.workspace.folder / now.session.previous, lang), ()
    except BuildError as fault:
        return None, tuple(warning(d.code, d.span, **d.data) for d in fault.diagnostics)


def place_of(span: Span, folder: Path) -> str:
    """Return ``file:line`` of a place, the file relative to the session's folder."""
    file = Path(span.file)
    shown = file.relative_to(folder) if file.is_relative_to(folder) else file
    return f"{shown.as_posix()}:{span.line}"


def reported(unit: UnitFile, loaded: Loaded[Outline], appraisal: Appraisal, folder: Path) -> Unit:
    """Return a unit of the session in ``folder`` with its outline and appraisal."""
    reporting = loaded.value.unit
    group = unit.group or reporting.group.strip()
    return Unit(reporting.short or reporting.name, group, _shown(unit, folder), loaded, appraisal, (), "")


def unreported(unit: UnitFile, faults: tuple[Diagnostic, ...], folder: Path, lang: Lang) -> Unit:
    """Return a unit without an outline that could be read; ``folder`` is its session's, ``faults`` hold an error."""
    first = next(d for d in faults if d.severity == "error")
    place = f"{place_of(first.span, folder)}: " if first.span else ""
    here = {key: _within(value, folder) for key, value in first.data.items()}
    said = f"{place}{first.code} {message(first._replace(data=here), lang).message}"
    return Unit(unit.name, unit.group, _shown(unit, folder), None, None, faults, said)


def _unit(unit: UnitFile, outline: Path, workspace: Workspace, lang: Lang) -> Unit:
    try:
        loaded = load_outline(outline)
        appraisal = appraise(loaded.value, workspace.session, loaded.positions, lang)
    except BuildError as bad_input:
        return unreported(unit, bad_input.diagnostics, workspace.folder, lang)
    except Exception as fault:
        return unreported(unit, (unexpected(fault, outline),), workspace.folder, lang)
    return reported(unit, loaded, appraisal, workspace.folder)


def _shown(unit: UnitFile, folder: Path) -> str:
    return unit.outline.relative_to(folder).as_posix() if unit.outline else ""


def _within(value: object, folder: Path) -> object:
    """A path as it is seen from the session's folder: papers do not tell where on a computer they were made."""
    return value.removeprefix(f"{folder}{os.sep}") if isinstance(value, str) else value
