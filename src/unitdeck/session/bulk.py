"""The decks of a whole session: those that have not changed are left, the others are built, in several processes."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import suppress
from fnmatch import fnmatchcase
from pathlib import Path
from typing import NamedTuple, TypeAlias

from unitdeck.base.diagnostics import Diagnostic, Span, error, warning
from unitdeck.base.files import write_output
from unitdeck.base.language import Lang
from unitdeck.build import deck_path
from unitdeck.outline.load import UNITS_FOLDER
from unitdeck.session.combined import Whole, build_whole, is_whole, whole_path
from unitdeck.session.executor import build_all, processes_for
from unitdeck.session.manifest import (
    MANIFEST,
    Failure,
    Manifest,
    Record,
    as_bytes,
    current,
    notices,
    read_manifest,
    relative,
)
from unitdeck.session.worker import Job, Result
from unitdeck.session.workspace import UnitFile, Workspace

Plan: TypeAlias = Job | Result

_ABANDONED_SECONDS = 60  # no file is written for so long: whoever began it was killed


class Settings(NamedTuple):
    """How a session is built. ``processes`` 0: as many as are worth it. ``only``: a pattern of unit names, '' for all.

    ``force`` builds what has not changed too; with ``strict`` a deck with warnings is not built. ``whole``: the deck of
    the whole session is built too, where nothing is left out of it by ``only``.
    """

    lang: Lang
    processes: int = 0
    only: str = ""
    force: bool = False
    strict: bool = False
    whole: bool = True


class Report(NamedTuple):
    """What became of a session: results in running order, a warning a stale deck, an error a unit without outline.

    ``whole`` is the deck of the whole session, None where it was not asked for.
    """

    results: tuple[Result, ...]
    stale: tuple[Diagnostic, ...]
    missing: tuple[Diagnostic, ...]
    manifest: Path
    whole: Whole | None = None


def build_session(workspace: Workspace, settings: Settings, tell: Callable[[Result | Whole, int, int], None]) -> Report:
    """Build a session's decks and their manifest and return what became of each unit.

    ``tell`` is called with each result in running order, that of the whole session's deck last, its number and how many
    there are. Where the work is stopped
    (KeyboardInterrupt goes on to the caller) each deck is whole or as it was, and the manifest says what is there.
    Raises BuildError where the manifest cannot be written (UD701, UD702).
    """
    decks = decks_folder(workspace)
    _clear(decks)
    before = read_manifest(decks)
    chosen = matching(workspace, settings.only)
    unchanged = {} if settings.force else current(before, workspace, settings.lang)
    plans = _plans(chosen, workspace, unchanged, settings)
    jobs = [plan for plan in plans if isinstance(plan, Job)]
    made = build_all(jobs, settings.processes or processes_for(len(jobs)))
    results: list[Result] = []
    whole: Whole | None = None
    count = len(plans) + (settings.whole and not settings.only)
    try:
        for plan in plans:
            result = plan if isinstance(plan, Result) else next(made)
            results.append(result)
            tell(result, len(results), count)
        if count > len(plans):
            whole = _whole(workspace, decks, results, before, settings)
            tell(whole, count, count)
    finally:
        made.close()
        after = _manifest(before, results, whole, workspace)
        if results or whole:
            write_output(decks / MANIFEST, as_bytes(after))
    names = {unit.name for unit in chosen}
    missing = tuple(fault for fault in workspace.missing if fault.data["name"] in names)
    return Report(tuple(results), tuple(_told_stale(after, workspace)), missing, decks / MANIFEST, whole)


def decks_folder(workspace: Workspace) -> Path:
    """Return where a session's decks and its manifest lie: where ``unitdeck build`` writes them."""
    outlines = workspace.outlines
    return outlines.parent / "out" if outlines.name == UNITS_FOLDER else outlines


def matching(workspace: Workspace, only: str) -> tuple[UnitFile, ...]:
    """Return the units whose name or file's name fits a pattern such as ``市*``; all of them for ''."""
    return tuple(unit for unit in workspace.units if not only or any(fnmatchcase(name, only) for name in _names(unit)))


def _names(unit: UnitFile) -> tuple[str, ...]:
    return (unit.name, unit.outline.stem, unit.outline.name) if unit.outline else (unit.name,)


def _plans(
    units: Sequence[UnitFile], workspace: Workspace, unchanged: Mapping[str, Record], settings: Settings
) -> list[Plan]:
    """Return a job a unit that is to be built; a result where that is known: unchanged, or its deck another's."""
    home = workspace._replace(units=(), missing=())  # what is sent to processes with each job
    taken: dict[Path, Path] = {}
    plans: list[Plan] = []
    for unit in units:
        outline = unit.outline
        if outline is None:
            continue
        deck = deck_path(outline)
        record = unchanged.get(relative(outline, workspace))
        if deck in taken:
            fault = error("UD706", Span(str(outline)), path=str(deck), other=str(taken[deck]))
            plans.append(Result(unit, outline, deck, None, (fault,)))
        elif record is not None and not (settings.strict and record.warnings):
            plans.append(Result(unit, outline, deck, record, (), fresh=False))
        else:
            plans.append(Job(unit, outline, deck, home, settings.lang, settings.strict))
        taken.setdefault(deck, outline)
    return plans


def _whole(workspace: Workspace, decks: Path, results: Sequence[Result], before: Manifest, settings: Settings) -> Whole:
    failed = {result.outline: result.diagnostics for result in results if result.record is None}
    deck = whole_path(workspace, decks, settings.lang, {result.deck for result in results})
    kept = before.whole
    return build_whole(workspace, deck, failed, kept, settings.lang, force=settings.force, strict=settings.strict)


def _manifest(before: Manifest, results: Sequence[Result], whole: Whole | None, workspace: Workspace) -> Manifest:
    """Return what stands in the folder now: of units that were not worked on, what stood there before."""
    outlines = [unit.outline for unit in workspace.units if unit.outline is not None]
    there = {relative(outline, workspace) for outline in outlines}
    worked_on = {relative(result.outline, workspace) for result in results}
    failed = [
        Failure(relative(result.outline, workspace), notices(result.diagnostics, workspace))
        for result in results
        if result.record is None
    ]
    built = tuple(
        [result.record for result in results if result.record is not None]
        + [record for record in before.built if record.outline in there - worked_on]
    )
    failed += [failure for failure in before.failed if failure.outline in there - worked_on]
    combined = whole.record if whole else before.whole
    vouched = {record.deck for record in built} | ({combined.deck} if combined else set())
    known = {record.deck for record in before.built} | set(before.stale)
    known |= {relative(whole.deck, workspace)} if whole else set()
    known |= {before.whole.deck} if before.whole else set()
    known |= {relative(deck_path(workspace.folder / failure.outline), workspace) for failure in failed}
    stale = (deck for deck in known - vouched if (workspace.folder / deck).is_file())
    missing = (unit.name for unit in workspace.units if unit.outline is None)
    return Manifest(built, tuple(failed), tuple(missing), tuple(stale), combined)


def _told_stale(manifest: Manifest, workspace: Workspace) -> Iterator[Diagnostic]:
    broken = {
        relative(deck_path(workspace.folder / failure.outline), workspace): failure.outline
        for failure in manifest.failed
    }
    for deck in sorted(manifest.stale):
        path = str(workspace.folder / deck)
        if deck in broken:
            yield warning("UD710", None, path=path, outline=str(workspace.folder / broken[deck]))
        elif is_whole(deck):
            yield warning("UD721", None, path=path)
        else:
            yield warning("UD711", None, path=path, folder=str(workspace.outlines))


def _clear(decks: Path) -> None:
    """Remove what a build that was killed began to write and nobody sees."""
    for file in decks.glob(".unitdeck-*.tmp"):
        with suppress(OSError):
            if time.time() - file.stat().st_mtime > _ABANDONED_SECONDS:
                file.unlink()
