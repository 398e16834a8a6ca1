"""The decks of a whole session: those that have not changed are left, the others are built, in several processes."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import suppress
from fnmatch import fnmatchcase
from pathlib import Path
from typing import NamedTuple, TypeAlias

from unitdeck import __version__
from unitdeck.base.diagnostics import Diagnostic, Span, error, warning
from unitdeck.base.files import write_output
from unitdeck.base.language import Lang
from unitdeck.build import deck_path
from unitdeck.outline.load import UNITS_FOLDER
from unitdeck.session.executor import Executor, build_all
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
    settled,
)
from unitdeck.session.worker import Job, Result, sent
from unitdeck.session.workspace import UnitFile, Workspace

Plan: TypeAlias = Job | Result

_OF_THE_TEXT = ("UD1", "UD2")  # reading and binding
_OF_A_SERIES = "UD223"  # too long, in the outline or in the data file that it names
_ABANDONED_SECONDS = 60  # no file is written for so long: whoever began it was killed


class Settings(NamedTuple):
    """How a session is built, and where (``way``). ``only``: a pattern of unit names, '' for all.

    ``force`` builds what has not changed too; with ``strict`` a deck with warnings is not built. With ``changed`` there
    is no result, and no finding, of what is as it was at the last build: decks that still hold, and outlines that
    would fail again.
    """

    lang: Lang
    way: Executor = Executor()
    only: str = ""
    force: bool = False
    strict: bool = False
    changed: bool = False


class Pace(NamedTuple):
    """How far the work is: units that are done, of all; of these the decks that are made, of those to be made."""

    done: int
    units: int
    made: int
    to_make: int


class Report(NamedTuple):
    """What became of a session: results in running order, a warning a stale deck, an error a unit without outline.

    With ``changed``: ``left`` units were left as they are, ``broken`` of them without a deck of their outline.
    """

    results: tuple[Result, ...]
    stale: tuple[Diagnostic, ...]
    missing: tuple[Diagnostic, ...]
    manifest: Path
    left: int = 0
    broken: int = 0


def build_session(workspace: Workspace, settings: Settings, tell: Callable[[Result, Pace], None]) -> Report:
    """Build a session's decks and their manifest and return what became of each unit.

    ``tell`` is called with each result in running order. Where the work is stopped (KeyboardInterrupt goes on to the
    caller) each deck is whole or as it was, and the manifest has those that were told: one that was finished meanwhile
    is built again. Raises BuildError where the manifest cannot be written (UD701, UD702), or as :func:`build_all`.
    """
    decks = decks_folder(workspace)
    _clear(decks)
    before = read_manifest(decks)
    chosen = matching(workspace, settings.only)
    unchanged = {} if settings.force else current(before, workspace, settings.lang)
    plans = _plans(chosen, workspace, unchanged, settings)
    news = _news(plans, before, workspace) if settings.changed else plans
    jobs = [plan for plan in news if isinstance(plan, Job)]
    made = build_all(jobs, settings.way)
    results: list[Result] = []
    done = 0
    try:
        for plan in news:
            result = plan if isinstance(plan, Result) else next(made)
            done += isinstance(plan, Job)
            results.append(result)
            tell(result, Pace(len(results), len(news), done, len(jobs)))
    finally:
        made.close()
        after = _manifest(before, results, workspace)
        if results or before != Manifest():
            write_output(decks / MANIFEST, as_bytes(after))
    names = {unit.name for unit in chosen}
    missing = [fault for fault in workspace.missing if fault.data["name"] in names]
    old = before if settings.changed else Manifest()
    told = tuple(fault for fault in missing if fault.data["name"] not in old.missing)
    stale = tuple(_told_stale(after, workspace, old.stale))
    left = len(plans) - len(news) + len(missing) - len(told)
    broken = left - (sum(not plan.fresh for plan in plans if isinstance(plan, Result)) if settings.changed else 0)
    return Report(tuple(results), stale, told, decks / MANIFEST, left, broken)


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
    home = sent(workspace)
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


def _news(plans: Sequence[Plan], before: Manifest, workspace: Workspace) -> list[Plan]:
    """Return the plans of what is not as it was at the last build."""
    known = settled(before, workspace)
    clashes = {failure.outline for failure in before.failed if any(each.code == "UD706" for each in failure.errors)}

    def is_news(plan: Plan) -> bool:
        outline = relative(plan.outline, workspace)
        if isinstance(plan, Job):
            return outline not in known
        return plan.record is None and outline not in clashes

    return [plan for plan in plans if is_news(plan)]


def _manifest(before: Manifest, results: Sequence[Result], workspace: Workspace) -> Manifest:
    """Return what stands in the folder now: of units that were not worked on, what stood there before."""
    outlines = [unit.outline for unit in workspace.units if unit.outline is not None]
    there = {relative(outline, workspace) for outline in outlines}
    worked_on = {relative(result.outline, workspace) for result in results}
    failed = [
        Failure(
            relative(result.outline, workspace),
            notices(result.diagnostics, workspace),
            __version__,
            result.read if _is_lasting(result) else {},
        )
        for result in results
        if result.record is None
    ]
    built = tuple(
        [result.record for result in results if result.record is not None]
        + [record for record in before.built if record.outline in there - worked_on]
    )
    failed += [failure for failure in before.failed if failure.outline in there - worked_on]
    vouched = {record.deck for record in built}
    known = {record.deck for record in before.built} | set(before.stale)
    known |= {relative(deck_path(workspace.folder / failure.outline), workspace) for failure in failed}
    stale = (deck for deck in known - vouched if (workspace.folder / deck).is_file())
    missing = (unit.name for unit in workspace.units if unit.outline is None)
    return Manifest(built, tuple(failed), tuple(missing), tuple(stale))


def _is_lasting(result: Result) -> bool:
    """Whether an error is one of the outline's own text: nothing but an edit mends it."""
    return any(
        each.severity == "error"
        and each.span is not None
        and each.span.file == str(result.outline)
        and each.code.startswith(_OF_THE_TEXT)
        and each.code != _OF_A_SERIES
        for each in result.diagnostics
    )


def _told_stale(manifest: Manifest, workspace: Workspace, known: Sequence[str]) -> Iterator[Diagnostic]:
    broken = {
        relative(deck_path(workspace.folder / failure.outline), workspace): failure.outline
        for failure in manifest.failed
    }
    for deck in sorted(set(manifest.stale) - set(known)):
        path = str(workspace.folder / deck)
        if deck in broken:
            yield warning("UD710", None, path=path, outline=str(workspace.folder / broken[deck]))
        else:
            yield warning("UD711", None, path=path, folder=str(workspace.outlines))


def _clear(decks: Path) -> None:
    """Remove what a build that was killed began to write and nobody sees."""
    for file in decks.glob(".unitdeck-*.tmp"):
        with suppress(OSError):
            if time.time() - file.stat().st_mtime > _ABANDONED_SECONDS:
                file.unlink()
