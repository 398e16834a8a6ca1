"""What the commands work on: a folder stands for the units of its session."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

from unitdeck.base.diagnostics import BuildError, Diagnostic, Span, error
from unitdeck.cli.output import errors_in
from unitdeck.outline.load import UNITS_FOLDER
from unitdeck.session.workspace import Workspace, open_workspace


def outlines(paths: Iterable[Path]) -> tuple[list[Path], list[Diagnostic]]:
    """Return the outlines to work on, each once, and an error for each folder that holds none.

    A unit that the session names and that has no outline is an error too.

    A file is taken as it is (whether it is there, loading says). Of a session's folder the files of ``units/`` are
    taken, of another folder its own YAML files; in the session's order, then by name. What is wrong with a session's
    own file, each of its units reports.
    """
    found: list[Path] = []
    faults: list[Diagnostic] = []
    for path in paths:
        if not path.is_dir():
            found.append(path)
            continue
        workspace = open_workspace(path)
        units = [unit.outline for unit in workspace.units if unit.outline is not None]
        if not units:
            faults.append(error("UD704", Span(str(path)), folder=str(path)))
            continue
        found.extend(units)
        faults.extend(workspace.missing)
    return list(dict.fromkeys(_anchored(file) for file in found)), faults


def session_of(folder: Path) -> Workspace:
    """Return the session of a folder; raise BuildError where its file has errors, or where it has no units (UD704)."""
    workspace = open_workspace(folder)
    if errors_in(workspace.faults):
        raise BuildError(workspace.faults)
    if not workspace.units:
        raise BuildError((error("UD704", Span(str(folder)), folder=str(folder)),))
    return workspace


def _anchored(file: Path) -> Path:
    """Return a path that shows the units folder, for who works inside it: ``甲.yaml`` → ``../units/甲.yaml``."""
    inside = file.parent == Path() and Path.cwd().name == UNITS_FOLDER
    return Path("..", UNITS_FOLDER, file.name) if inside else file
