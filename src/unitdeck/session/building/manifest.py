"""``manifest.json`` beside a session's decks: from which bytes each was built, by what, and what was told.

It says nothing of the clock or of the machine: the same inputs give the same manifest.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Collection, Mapping, Sequence
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
_FORMAT = 2


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
    """An outline of which no deck was built, and why.

    ``inputs`` are the outline and the session's file where the outline's own text is wrong: while it stays, so does the
    error. They are empty where something else may mend it: a data file, a picture, memory, another deck.
    """

    outline: str
    errors: tuple[Notice, ...]
    program: str
    inputs: Mapping[str, str]


class SessionRecord(NamedTuple):
    """The deck of the whole session, as :class:`Record`.

    ``units`` are the outlines in running order, in their place the names of units without one; ``absent`` are those of
    them of which it holds no report.
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
            tuple(_failure(each) for each in plain["failed"]),
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
    sources = Sources(workspace.folder)
    return {record.outline: record for record in manifest.built if _holds(record, workspace, lang, sources)}


def holds(
    record: SessionRecord, units: Sequence[str], failing: Collection[str], workspace: Workspace, lang: Lang
) -> bool:
    """Return whether the deck of the whole session, of these ``units`` (see its record), is as it would be built again.

    ``failing`` are the outlines that would fail again: whatever else had no report in it may have one now.
    """
    same = record.units == tuple(units) and all(unit in failing or unit not in record.inputs for unit in record.absent)
    return same and _holds(record, workspace, lang, Sources(workspace.folder))


def _holds(record: Record | SessionRecord, workspace: Workspace, lang: Lang | None, sources: Sources) -> bool:
    """Whether all that a record names is as it was."""
    home = {relative(workspace.file, workspace)} if workspace.file else set()
    if lang not in (None, record.language) or sources.hash_of(record.deck) != record.sha256:
        return False
    if not home <= record.inputs.keys() or (not home and any(_is_session(file) for file in record.inputs)):
        return False
    return not sources.parted(record)


def settled(manifest: Manifest, workspace: Workspace) -> frozenset[str]:
    """Return the outlines of which no deck was built and which would fail again: their text has not changed since."""
    sources = Sources(workspace.folder)
    return frozenset(
        failure.outline
        for failure in manifest.failed
        if failure.program == __version__
        and failure.inputs
        and all(sources.hash_of(file) == wanted for file, wanted in failure.inputs.items())
    )


class Sources:
    """What a session's files and templates hold now; each is read once, when it is first asked for."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self._hashes: dict[str, str | None] = {}
        self._digests: dict[str, str | None] = {}

    def hash_of(self, file: str) -> str | None:
        """Return the hash of a file as :func:`relative` names it; None where it cannot be read."""
        if file not in self._hashes:
            self._hashes[file] = sha256(self.folder / file)
        return self._hashes[file]

    def parted(self, record: Record | SessionRecord) -> str:
        """Return what is not as it was for a deck: a file, the program, the template; '' where all is."""
        if record.program != __version__:
            return f"unitdeck {record.program}"
        for file, wanted in record.inputs.items():
            if self.hash_of(file) != wanted:
                return file
        asked = record.template.asked
        if asked not in self._digests:
            self._digests[asked] = _digest(asked, self.folder)
        return "" if self._digests[asked] == record.template.digest else record.template.name


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


def _digest(asked: str, folder: Path) -> str | None:
    try:
        return digest(asked, search_path(folder))
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


def _failure(plain: dict[str, Any]) -> Failure:
    inputs = {str(file): str(wanted) for file, wanted in plain["inputs"].items()}
    return Failure(**plain | {"inputs": inputs, "errors": _notices(plain["errors"])})


def _notices(plain: list[dict[str, Any]]) -> tuple[Notice, ...]:
    return tuple(Notice(**each) for each in plain)
