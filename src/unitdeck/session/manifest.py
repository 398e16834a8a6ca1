"""``manifest.json`` beside a session's decks: from which bytes each was built, by what, and what was told.

It says nothing of the clock or of the machine: the same inputs give the same manifest.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Callable, Mapping, Sequence
from contextlib import suppress
from pathlib import Path
from typing import Any, NamedTuple

from unitdeck import __version__
from unitdeck.base.diagnostics import BuildError, Diagnostic, Span
from unitdeck.base.language import Lang
from unitdeck.outline.load import SESSION_FILE
from unitdeck.session.workspace import Workspace
from unitdeck.template.locate import digest, search_path

MANIFEST = "manifest.json"
_FORMAT = 1


class Notice(NamedTuple):
    """A finding without its sentence: its code and place; ``file`` as :func:`relative` gives it."""

    code: str
    file: str
    line: int
    column: int


class TemplateUsed(NamedTuple):
    """A template: as it was asked for ('' where nobody did), and the name, version and digest that were found."""

    asked: str
    name: str
    version: str
    digest: str


class Record(NamedTuple):
    """A deck that was built. Paths are relative to the session's folder; ``inputs`` and ``sha256`` are of bytes."""

    outline: str
    unit: str
    group: str
    deck: str
    sha256: str
    inputs: Mapping[str, str]
    template: TemplateUsed
    language: Lang
    program: str
    pages: int
    charts: int
    warnings: tuple[Notice, ...]


class Failure(NamedTuple):
    """An outline of which no deck was built, and why."""

    outline: str
    errors: tuple[Notice, ...]


class SessionRecord(NamedTuple):
    """The deck of the whole session, as :class:`Record`.

    ``units`` are the outlines in running order, in their place the names of units without one; ``absent`` the names of
    units of which it holds no report.
    """

    deck: str
    sha256: str
    units: tuple[str, ...]
    absent: tuple[str, ...]
    inputs: Mapping[str, str]
    template: TemplateUsed
    language: Lang
    program: str
    pages: int
    charts: int
    warnings: tuple[Notice, ...]


class Manifest(NamedTuple):
    """What stands in a session's folder of decks. ``stale`` are decks that no record vouches for."""

    built: tuple[Record, ...] = ()
    failed: tuple[Failure, ...] = ()
    missing: tuple[str, ...] = ()
    stale: tuple[str, ...] = ()
    whole: SessionRecord | None = None


def as_bytes(manifest: Manifest) -> bytes:
    """Return the manifest as JSON, each list in order of its paths."""
    plain = {
        "format": _FORMAT,
        "program": __version__,
        "session": _plain(manifest.whole),
        "built": [_plain(record) for record in sorted(manifest.built)],
        "failed": [_plain(failure) for failure in sorted(manifest.failed)],
        "missing": sorted(manifest.missing),
        "stale": sorted(manifest.stale),
    }
    return (json.dumps(plain, ensure_ascii=False, indent=1) + "\n").encode()


def read_manifest(decks: Path) -> Manifest:
    """Return the manifest of a folder of decks; an empty one where there is none that this program can read."""
    try:
        plain: Any = json.loads((decks / MANIFEST).read_bytes())
        if plain["format"] != _FORMAT:
            return Manifest()
        return Manifest(
            tuple(_record(each) for each in plain["built"]),
            tuple(Failure(each["outline"], _notices(each["errors"])) for each in plain["failed"]),
            tuple(str(name) for name in plain["missing"]),
            tuple(str(deck) for deck in plain["stale"]),
            _session_record(plain["session"]) if plain.get("session") else None,
        )
    except (OSError, ValueError, KeyError, TypeError, AttributeError, RecursionError):
        return Manifest()


def current(manifest: Manifest, workspace: Workspace, lang: Lang | None) -> dict[str, Record]:
    """Return, by outline, the records that still hold: building again would give the bytes that lie there.

    ``lang`` is the language to build in, None where any will do. The outline, every file that it draws on, the
    session's file, the template, this program's version and the deck itself must be as they were.
    """
    unchanged = _comparison(workspace, lang)
    return {record.outline: record for record in manifest.built if unchanged(record)}


def holds(record: SessionRecord, units: Sequence[str], workspace: Workspace, lang: Lang) -> bool:
    """Return whether the deck of the whole session, of these ``units`` (see its record), is as it would be built again.

    One that lacks the report of a bad outline is not: what was wrong may lie outside the outline.
    """
    missing = tuple(unit for unit in units if unit not in record.inputs)
    return record.units == tuple(units) and record.absent == missing and _comparison(workspace, lang)(record)


def _comparison(workspace: Workspace, lang: Lang | None) -> Callable[[Record | SessionRecord], bool]:
    """Return a function that says whether all that a record names is as it was; each file is hashed once."""
    hashes: dict[str, str | None] = {}
    digests: dict[str, str | None] = {}
    home = {relative(workspace.file, workspace)} if workspace.file else set()

    def unchanged(record: Record | SessionRecord) -> bool:
        if record.program != __version__ or lang not in (None, record.language):
            return False
        if not home <= record.inputs.keys() or (not home and any(_is_session(file) for file in record.inputs)):
            return False
        for file, wanted in {record.deck: record.sha256, **record.inputs}.items():
            if file not in hashes:
                hashes[file] = sha256(workspace.folder / file)
            if hashes[file] != wanted:
                return False
        asked = record.template.asked
        if asked not in digests:
            digests[asked] = _digest(asked, workspace)
        return digests[asked] == record.template.digest

    return unchanged


def sha256(file: Path) -> str | None:
    """Return the hash of a file's bytes; None where it cannot be read."""
    try:
        with file.open("rb") as stream:
            return hashlib.file_digest(stream, "sha256").hexdigest()
    except (OSError, ValueError):
        return None


def relative(file: Path, workspace: Workspace) -> str:
    """Return a file's path as the manifest has it: from the session's folder with ``/``, else as it is."""
    with suppress(ValueError):
        return file.relative_to(workspace.folder).as_posix()
    return file.as_posix()


def notices(diagnostics: tuple[Diagnostic, ...], workspace: Workspace) -> tuple[Notice, ...]:
    """Return findings as they stand in a manifest, in order of place."""
    spans = ((each.code, each.span or Span("", 0, 0)) for each in diagnostics)
    found = (
        Notice(code, relative(Path(span.file), workspace) if span.file else "", span.line, span.column)
        for code, span in spans
    )
    return tuple(sorted(found, key=lambda notice: (notice.file, notice.line, notice.column, notice.code)))


def _is_session(file: str) -> bool:
    return Path(file).name == SESSION_FILE


def _digest(asked: str, workspace: Workspace) -> str | None:
    try:
        return digest(asked, search_path(workspace.folder))
    except (BuildError, OSError):
        return None


def _plain(value: object) -> object:
    if isinstance(value, Mapping):
        return {key: _plain(value[key]) for key in sorted(value)}
    if isinstance(value, tuple):
        fields = getattr(value, "_asdict", None)
        return {key: _plain(each) for key, each in fields().items()} if fields else [_plain(each) for each in value]
    return value


def _record(plain: dict[str, Any]) -> Record:
    """Raises KeyError, TypeError, AttributeError for what :func:`as_bytes` did not write."""
    used = TemplateUsed(**plain["template"])
    inputs = {str(file): str(wanted) for file, wanted in plain["inputs"].items()}
    return Record(**plain | {"template": used, "inputs": inputs, "warnings": _notices(plain["warnings"])})


def _session_record(plain: dict[str, Any]) -> SessionRecord:
    """As :func:`_record`."""
    used = TemplateUsed(**plain["template"])
    inputs = {str(file): str(wanted) for file, wanted in plain["inputs"].items()}
    units, absent = (tuple(str(name) for name in plain[key]) for key in ("units", "absent"))
    read = {"template": used, "inputs": inputs, "units": units, "absent": absent}
    return SessionRecord(**plain | read | {"warnings": _notices(plain["warnings"])})


def _notices(plain: list[dict[str, Any]]) -> tuple[Notice, ...]:
    return tuple(Notice(**each) for each in plain)
