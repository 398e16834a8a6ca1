"""A session's units, each appraised by itself: what is wrong with one stays with it."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import NamedTuple

from unitdeck.appraise.appraise import appraise
from unitdeck.appraise.model import Appraisal
from unitdeck.base.catalog import message
from unitdeck.base.diagnostics import BuildError, Diagnostic, Span, error, warning
from unitdeck.base.language import Lang
from unitdeck.outline.load import UNITS_FOLDER, Loaded, load_outline, load_session
from unitdeck.outline.model import EMPTY_SESSION, Outline, Session

SESSION_FILE = "session.yaml"
_SUFFIXES = (".yaml", ".yml")


class Unit(NamedTuple):
    """A unit of the session, in running order. ``file`` is relative to the session's folder, '' where there is none.

    Without an outline that could be read, ``loaded`` and ``appraisal`` are None, ``faults`` say why, and ``fault`` is
    the first of them in words, with its place.
    """

    name: str
    file: str
    loaded: Loaded[Outline] | None
    appraisal: Appraisal | None
    faults: tuple[Diagnostic, ...]
    fault: str


class Results(NamedTuple):
    """A session with its units; ``diagnostics`` are warnings on the session's own file."""

    session: Session
    units: tuple[Unit, ...]
    diagnostics: tuple[Diagnostic, ...]


def results(folder: Path, lang: Lang) -> Results:
    """Return the session of a folder and its appraised units; raise BuildError where ``session.yaml`` is broken."""
    file = folder / SESSION_FILE
    loaded = load_session(file) if file.is_file() else None
    session = loaded.value if loaded else EMPTY_SESSION
    spans = {name: loaded.positions.at("order", n) for n, name in enumerate(session.order)} if loaded else {}
    units = tuple(_unit(name, path, folder, session, spans, lang) for name, path in _listed(folder, session.order))
    if not units:
        raise BuildError((error("UD704", Span(str(folder)), folder=str(folder)),))
    return Results(session, units, loaded.diagnostics if loaded else ())


def appraised(folder: Path, lang: Lang) -> tuple[Unit, ...]:
    """Return the units of a session's folder in running order, the broken and missing ones among them."""
    return results(folder, lang).units


def before(folder: Path, session: Session, lang: Lang) -> tuple[Results | None, tuple[Diagnostic, ...]]:
    """Return the results of the session before, with warnings on it; None where none is named or it holds no units."""
    if not session.previous:
        return None, ()
    try:
        return results(folder / session.previous, lang), ()
    except BuildError as fault:
        return None, tuple(warning(d.code, d.span, **d.data) for d in fault.diagnostics)


def _listed(folder: Path, order: tuple[str, ...]) -> list[tuple[str, Path | None]]:
    """Each unit's name with its outline, None where the order names one that has no file."""
    home = folder / UNITS_FOLDER if (folder / UNITS_FOLDER).is_dir() else folder
    files = sorted(
        (f for f in home.iterdir() if f.suffix in _SUFFIXES and f.name != SESSION_FILE and not f.name.startswith("."))
        if home.is_dir()
        else (),
        key=lambda f: f.name,
    )
    named = {name: [f for f in files if name in (f.stem, _unnumbered(f.stem))] for name in order}
    found: list[tuple[str, Path | None]] = []
    for name, of_name in named.items():
        found.extend((name, f) for f in of_name)
        if not of_name:
            found.append((name, None))
    taken = {f for _, f in found}
    return [*dict.fromkeys(found), *((_unnumbered(f.stem), f) for f in files if f not in taken)]


def _unnumbered(stem: str) -> str:
    """A file's name without the number that clerks put before it: ``01-市财政局`` → ``市财政局``."""
    return stem.lstrip("0123456789").lstrip("-_. 、") or stem


def _unit(name: str, path: Path | None, folder: Path, session: Session, spans: Mapping[str, Span], lang: Lang) -> Unit:
    if path is None:
        absent = error("UD708", spans.get(name), name=name, folder=UNITS_FOLDER)
        return _broken(name, "", (absent,), folder, lang)
    shown = path.relative_to(folder).as_posix()
    try:
        loaded = load_outline(path)
        appraisal = appraise(loaded.value, session, loaded.positions, lang)
    except BuildError as bad_input:
        return _broken(name, shown, bad_input.diagnostics, folder, lang)
    except Exception as fault:
        told = error(
            "UD703", Span(str(path)), file=f"{shown}: ", where="", kind=type(fault).__name__, detail=str(fault)
        )
        return _broken(name, shown, (told,), folder, lang)
    return Unit(loaded.value.unit.short or loaded.value.unit.name, shown, loaded, appraisal, (), "")


def _broken(name: str, shown: str, faults: tuple[Diagnostic, ...], folder: Path, lang: Lang) -> Unit:
    first = next(d for d in faults if d.severity == "error")
    place = f"{place_of(first.span, folder)}: " if first.span else ""
    return Unit(name, shown, None, None, faults, f"{place}{first.code} {message(first, lang).message}")


def place_of(span: Span, folder: Path) -> str:
    """Return ``file:line`` of a place, the file relative to the session's folder."""
    file = Path(span.file)
    shown = file.relative_to(folder) if file.is_relative_to(folder) else file
    return f"{shown.as_posix()}:{span.line}"
