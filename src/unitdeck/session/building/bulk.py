"""The decks of a whole session: those that have not changed are left, the others are built, in several processes."""

from __future__ import annotations

import time
from collections.abc import Callable, Mapping, Sequence
from contextlib import suppress
from fnmatch import fnmatchcase
from pathlib import Path
from typing import NamedTuple, TypeAlias

from unitdeck.base.diagnostics import Diagnostic, Span, error
from unitdeck.base.files import write_output
from unitdeck.base.language import Lang
from unitdeck.build import deck_path
from unitdeck.outline.load import UNITS_FOLDER
from unitdeck.session.building.bookkeeping import manifest_after, told_stale
from unitdeck.session.building.combined import Whole, build_whole, whole_path
from unitdeck.session.building.executor import Executor, build_all
from unitdeck.session.building.manifest import (
    MANIFEST,
    Manifest,
    Record,
    as_bytes,
    current,
    read_manifest,
    relative,
    settled,
)
from unitdeck.session.building.worker import Job, Result, sent
from unitdeck.session.workspace import UnitFile, Workspace

Plan: TypeAlias = Job | Result

_ABANDONED_SECONDS = 60  # no file is written for so long: whoever began it was killed


class Settings(NamedTuple):
    """How a session is built, and where (``way``). ``only``: a pattern of unit names, '' for all.

    ``force`` builds what has not changed too; with ``strict`` a deck with warnings is not built. With ``changed`` there
    is no result, and no finding, of what is as it was at the last build: decks that still hold, and outlines that
    would fail again. ``whole``: the deck of the whole session is built too, where ``only`` leaves nothing out of it.
    """

    lang: Lang
    way: Executor = Executor()
    only: str = ""
    force: bool = False
    strict: bool = False
    changed: bool = False
    whole: bool = True


class Pace(NamedTuple):
    """How far the work is: units that are done, of all; of these the decks that are made, of those to be made."""

    done: int
    units: int
    made: int
    to_make: int


class Report(NamedTuple):
    """What became of a session: results in running order, a warning a stale deck, an error a unit without outline.

    ``whole`` is the deck of the whole session, None where it was not asked for or, with ``changed``, is as it was.
    With ``changed``: ``left`` units were left as they are, ``broken`` of them without a deck of their outline.
    """

    results: tuple[Result, ...]
    stale: tuple[Diagnostic, ...]
    missing: tuple[Diagnostic, ...]
    manifest: Path
    whole: Whole | None = None
    left: int = 0
    broken: int = 0


def build_session(workspace: Workspace, settings: Settings, tell: Callable[[Result | Whole, Pace], None]) -> Report:
    """Build a session's decks and their manifest and return what became of each unit.

    ``tell`` is called with each result in running order, with the deck of the whole session last. Where the work is
    stopped (KeyboardInterrupt goes on to the caller) each deck is whole or as it was, and the manifest has those that
    were told: one that was finished meanwhile is built again. Raises BuildError where the manifest cannot be written
    (UD701, UD702), or as :func:`build_all`.
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
    whole: Whole | None = None
    done, units = 0, len(news) + (settings.whole and not settings.only)
    try:
        for plan in news:
            result = plan if isinstance(plan, Result) else next(made)
            done += isinstance(plan, Job)
            results.append(result)
            tell(result, Pace(len(results), units, done, len(jobs)))
        if units > len(news):
            whole = _whole(workspace, decks, plans, results, before, settings)
            if not settings.changed or whole.fresh:
                tell(whole, Pace(units, units, done, len(jobs)))
    finally:
        made.close()
        after = manifest_after(before, results, whole, workspace)
        if results or whole or before != Manifest():
            write_output(decks / MANIFEST, as_bytes(after))
    names = {unit.name for unit in chosen}
    missing = [fault for fault in workspace.missing if fault.data["name"] in names]
    old = before if settings.changed else Manifest()
    told = tuple(fault for fault in missing if fault.data["name"] not in old.missing)
    stale = tuple(told_stale(after, workspace, old.stale))
    left = len(plans) - len(news) + len(missing) - len(told)
    broken = left - (sum(not plan.fresh for plan in plans if isinstance(plan, Result)) if settings.changed else 0)
    told_whole = whole if whole and (whole.fresh or not settings.changed) else None
    return Report(tuple(results), stale, told, decks / MANIFEST, told_whole, left, broken)


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


def _whole(
    workspace: Workspace,
    decks: Path,
    plans: Sequence[Plan],
    results: Sequence[Result],
    before: Manifest,
    settings: Settings,
) -> Whole:
    failed = {result.outline: result.diagnostics for result in results if result.record is None}
    deck = whole_path(workspace, decks, settings.lang, {plan.deck for plan in plans})
    failing = settled(before, workspace)
    kept = None if settings.force else before.whole
    return build_whole(workspace, deck, failed, failing, kept, settings.lang, strict=settings.strict)


def _clear(decks: Path) -> None:
    """Remove what a build that was killed began to write and nobody sees."""
    for file in decks.glob(".unitdeck-*.tmp"):
        with suppress(OSError):
            if time.time() - file.stat().st_mtime > _ABANDONED_SECONDS:
                file.unlink()
