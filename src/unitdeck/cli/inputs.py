"""From what stands on the command line to outline files: a folder stands for the units of its session."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from pathlib import Path

from unitdeck.base.diagnostics import BuildError, Diagnostic, Span, error
from unitdeck.outline.load import UNITS_FOLDER, load_session

_SUFFIXES = (".yaml", ".yml")
_SESSION = "session.yaml"


def outlines(paths: Iterable[Path]) -> tuple[list[Path], list[Diagnostic]]:
    """Return the outlines to work on, each once, and an error for each folder that holds none.

    A unit that the session's order names and that has no outline is an error too.

    A file is taken as it is (whether it is there, loading says). Of a session's folder the files of ``units/`` are
    taken, of another folder its own YAML files; in the session's order, then by name.
    """
    found: list[Path] = []
    faults: list[Diagnostic] = []
    for path in paths:
        if not path.is_dir():
            found.append(path)
            continue
        units, absent = _units_of(path)
        if not units:
            faults.append(error("UD704", Span(str(path)), folder=str(path)))
        found.extend(units)
        faults.extend(absent)
    return list(dict.fromkeys(_anchored(file) for file in found)), faults


def _units_of(folder: Path) -> tuple[list[Path], list[Diagnostic]]:
    units = folder / UNITS_FOLDER if (folder / UNITS_FOLDER).is_dir() else folder
    files = [f for f in units.iterdir() if f.suffix in _SUFFIXES and f.name != _SESSION and not f.name.startswith(".")]
    names, spans = _session_order((units / _SESSION, units.parent / _SESSION))
    order = {name: place for place, name in enumerate(names)}
    there = {f.stem for f in files} | {_unnumbered(f.stem) for f in files}
    absent = [
        error("UD708", span, name=name, folder=str(units))
        for name, span in zip(names, spans, strict=True)
        if files and name not in there
    ]
    files.sort(key=lambda f: (order.get(f.stem, order.get(_unnumbered(f.stem), len(order))), f.name))
    return files, absent


def _unnumbered(stem: str) -> str:
    """Return a file's name without the number that clerks put before it: ``01-市财政局`` → ``市财政局``."""
    return stem.lstrip("0123456789").lstrip("-_. 、") or stem


def _anchored(file: Path) -> Path:
    """Return a path that shows the units folder, for who works inside it: ``甲.yaml`` → ``../units/甲.yaml``."""
    inside = file.parent == Path() and Path.cwd().name == UNITS_FOLDER
    return Path("..", UNITS_FOLDER, file.name) if inside else file


def _session_order(candidates: Iterable[Path]) -> tuple[Sequence[str], Sequence[Span]]:
    """Return the order that the session fixes, with the places; what is wrong with its file, each unit reports."""
    file = next((f for f in candidates if f.is_file()), None)
    if file is None:
        return (), ()
    try:
        session = load_session(file)
    except BuildError:
        return (), ()
    order = session.value.order
    return order, [session.positions.at("order", place) for place in range(len(order))]
