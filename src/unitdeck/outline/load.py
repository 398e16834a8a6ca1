"""``outline.yaml`` and ``session.yaml`` as typed values with the place of each."""

from __future__ import annotations

from functools import lru_cache
from pathlib import Path
from typing import Generic, NamedTuple, TypeVar

from unitdeck.base.diagnostics import BuildError, Diagnostic
from unitdeck.outline.keys import KEYS, WORDS
from unitdeck.outline.model import Outline, Session
from unitdeck.outline.rules import contradictions, disorder, emptiness
from unitdeck.outline.scoring_rules import unscorable
from unitdeck.source.bind import Bound, Positions, bind
from unitdeck.source.fields import FieldTable, Vocabulary
from unitdeck.source.text import SourceText, decode, read_bytes, read_text
from unitdeck.source.yaml_nodes import parse_yaml

T = TypeVar("T")

SESSION_FILE = "session.yaml"
UNITS_FOLDER = "units"
FIELDS = FieldTable(Vocabulary(KEYS, WORDS))


class Loaded(NamedTuple, Generic[T]):
    """A value without errors: ``diagnostics`` are warnings, ``root`` the folder that its paths are relative to."""

    value: T
    positions: Positions
    diagnostics: tuple[Diagnostic, ...]
    root: Path


def load_outline(path: Path) -> Loaded[Outline]:
    """Return a unit's outline; raises BuildError with every error of the file and its CSV files, and the warnings.

    The root is the session's folder: the parent of ``units/``, else the outline's own folder.
    """
    root = session_folder(path)
    read = _read(read_text(path), Outline, root)
    more = contradictions(read.value, read.positions)
    if not _errors(read.diagnostics):
        more += emptiness(read.value, read.positions)
    return _loaded(read, more, root)


def load_session(path: Path) -> Loaded[Session]:
    """Return the session of a ``session.yaml``; raises BuildError like :func:`load_outline`.

    The last one is kept while its bytes stay: each unit's deck asks for it, and it names all units.
    """
    return _session(path, read_bytes(path))


def session_folder(outline: Path) -> Path:
    """Return the folder that an outline's pictures and data files are relative to."""
    folder = outline.parent
    return folder.parent if folder.name == UNITS_FOLDER else folder


def session_file(outlines: Path) -> Path | None:
    """Return the ``session.yaml`` of a folder of outlines: in it, else beside it; None where there is none."""
    return next((f for f in (outlines / SESSION_FILE, outlines.parent / SESSION_FILE) if f.is_file()), None)


@lru_cache(maxsize=1)
def _session(path: Path, data: bytes) -> Loaded[Session]:
    read = _read(decode(data, str(path)), Session, path.parent)
    more = disorder(read.value, read.positions) + unscorable(read.value.scoring, read.positions)
    return _loaded(read, more, path.parent)


def _read(source: SourceText, cls: type[T], root: Path) -> Bound[T]:
    bound = bind(parse_yaml(source, FIELDS.keys()), cls, FIELDS, root)
    return bound._replace(diagnostics=source.diagnostics + bound.diagnostics)


def _loaded(read: Bound[T], more: tuple[Diagnostic, ...], root: Path) -> Loaded[T]:
    diagnostics = read.diagnostics + more
    if _errors(diagnostics):
        raise BuildError(diagnostics)
    return Loaded(read.value, read.positions, diagnostics, root)


def _errors(diagnostics: tuple[Diagnostic, ...]) -> bool:
    return any(diagnostic.severity == "error" for diagnostic in diagnostics)
