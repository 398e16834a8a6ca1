r"""A session's folder as a value: what its ``session.yaml`` says, and its units in running order.

A unit goes by the name of its outline's file, without the number that clerks put before it: ``01-市财政局.yaml`` is
市财政局. Where the session draws lots, units stand in order of ``sha256(seed + line feed + name)``: anybody can check
it with ``printf 'SEED\nNAME' | sha256sum``, and a unit that is added or drops out changes nothing among the others.
"""

from __future__ import annotations

import hashlib
import unicodedata
from collections.abc import Iterator, Set
from pathlib import Path
from typing import NamedTuple

from unitdeck.base.diagnostics import BuildError, Diagnostic, Span, error, warning
from unitdeck.base.spelling import nearest
from unitdeck.outline.load import SESSION_FILE, UNITS_FOLDER, Loaded, load_session, session_file
from unitdeck.outline.model import EMPTY_SESSION, Session
from unitdeck.source.bind import Positions

_SUFFIXES = (".yaml", ".yml")


class UnitFile(NamedTuple):
    """A unit of the session: ``outline`` is its file, None where the session names the unit and there is none.

    ``group`` is the group that the session puts it in; '' where the session says nothing and its outline decides.
    """

    name: str
    outline: Path | None
    group: str


class Workspace(NamedTuple):
    """A session's folder. ``units`` stand in running order, those that have no outline in their place among them.

    ``file`` is the ``session.yaml``, None where there is none; ``outlines`` the folder of the units' outlines.
    ``faults`` are the findings of the session's file (with errors among them the session is an empty one);
    ``missing`` an error for each unit without an outline, at the line that names it.
    """

    folder: Path
    outlines: Path
    file: Path | None
    session: Session
    units: tuple[UnitFile, ...]
    faults: tuple[Diagnostic, ...]
    missing: tuple[Diagnostic, ...]


def open_workspace(folder: Path) -> Workspace:
    """Return the session of a folder: of its ``units/``, else of its own YAML files; nothing is raised.

    A ``units`` folder stands for its session. Units without a place in the order follow the others, by file name.
    """
    inner = folder / UNITS_FOLDER
    outlines = inner if inner.is_dir() else _seen_from_inside(folder)
    file = session_file(outlines)
    loaded, faults = _session(file)
    session = loaded.value if loaded else EMPTY_SESSION
    files = sorted(_outlines(outlines), key=lambda f: f.name) if outlines.is_dir() else []
    named = _named(session, loaded.positions) if loaded else {}
    there = {f.stem for f in files} | {unnumbered(f.stem) for f in files}
    absent = {name: found for name, found in named.items() if name not in there}
    faults = (*faults, *_lost_breaks(session, loaded.positions, there | absent.keys())) if loaded else faults
    groups = {name: group.name for group in session.groups for name in group.units}
    units = [
        *(UnitFile(unnumbered(f.stem), f, groups.get(f.stem) or groups.get(unnumbered(f.stem), "")) for f in files),
        *(UnitFile(name, None, groups.get(name, "")) for name in absent),
    ]
    missing = tuple(error(code, span, name=name, folder=str(outlines)) for name, (code, span) in absent.items())
    home = file.parent if file else outlines.parent if outlines.name == UNITS_FOLDER else outlines
    return Workspace(home, outlines, file, session, _in_order(units, session), faults, missing)


def unnumbered(stem: str) -> str:
    """Return a file's name without the number that clerks put before it: ``01-市财政局`` → ``市财政局``."""
    return stem.lstrip("0123456789").lstrip("-_. 、") or stem


def lot(seed: str, name: str) -> str:
    """Return what a unit's place in a draw is sorted by: the same on every machine, for every spelling of a letter."""
    return hashlib.sha256(unicodedata.normalize("NFC", f"{seed}\n{name}").encode()).hexdigest()


def _seen_from_inside(folder: Path) -> Path:
    """Return the units folder by a path that shows it, for who works inside it: ``.`` → ``../units``."""
    return Path("..", UNITS_FOLDER) if folder == Path() and Path.cwd().name == UNITS_FOLDER else folder


def _session(file: Path | None) -> tuple[Loaded[Session] | None, tuple[Diagnostic, ...]]:
    if file is None:
        return None, ()
    try:
        loaded = load_session(file)
    except BuildError as bad:
        return None, bad.diagnostics
    return loaded, loaded.diagnostics


def _outlines(folder: Path) -> Iterator[Path]:
    for file in folder.iterdir():
        if file.suffix in _SUFFIXES and file.name != SESSION_FILE and not file.name.startswith("."):
            yield file


def _named(session: Session, positions: Positions) -> dict[str, tuple[str, Span]]:
    """Return each unit that the session names, with the code of the error where it has no outline, and its place."""
    named = {name: ("UD708", positions.at("order", place)) for place, name in enumerate(session.order)}
    for index, group in enumerate(session.groups):
        for place, name in enumerate(group.units):
            named.setdefault(name, ("UD709", positions.at("groups", index, "units", place)))
    return named


def _lost_breaks(session: Session, positions: Positions, names: Set[str]) -> Iterator[Diagnostic]:
    """A warning (UD731) for each break after a unit that is none of the session's: it comes nowhere."""
    for index, pause in enumerate(session.breaks):
        if pause.after not in names:
            best = nearest(pause.after, names)
            yield warning("UD731", positions.at("breaks", index, "after"), name=pause.after, best=best)


def _in_order(units: list[UnitFile], session: Session) -> tuple[UnitFile, ...]:
    if session.draw is not None:
        seed = session.draw.seed
        return tuple(sorted(units, key=lambda unit: (lot(seed, unit.name), str(unit.outline or ""))))
    order = {name: place for place, name in enumerate(session.order)}
    last = len(order)

    def place(unit: UnitFile) -> tuple[int, bool, str]:
        stem, file = (unit.outline.stem, unit.outline.name) if unit.outline else (unit.name, "")
        return order.get(stem, order.get(unit.name, last)), unit.outline is None, file

    return tuple(sorted(units, key=place))
