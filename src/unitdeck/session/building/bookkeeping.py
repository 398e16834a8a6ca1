"""What a build leaves in a session's folder: the manifest after it, and the decks there that are old."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from unitdeck import __version__
from unitdeck.base.diagnostics import Diagnostic, warning
from unitdeck.build import deck_path
from unitdeck.session.building.combined import Whole, is_whole
from unitdeck.session.building.manifest import Failure, Manifest, notices, relative
from unitdeck.session.building.worker import Result
from unitdeck.session.workspace import Workspace

_OF_THE_TEXT = ("UD1", "UD2")  # reading and binding
_OF_A_SERIES = "UD223"  # too long, in the outline or in the data file that it names


def manifest_after(before: Manifest, results: Sequence[Result], whole: Whole | None, workspace: Workspace) -> Manifest:
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
    combined = whole.record if whole else before.whole
    vouched = {record.deck for record in built} | ({combined.deck} if combined else set())
    known = {record.deck for record in before.built} | set(before.stale)
    known |= {relative(whole.deck, workspace)} if whole else set()
    known |= {before.whole.deck} if before.whole else set()
    known |= {relative(deck_path(workspace.folder / failure.outline), workspace) for failure in failed}
    stale = (deck for deck in known - vouched if (workspace.folder / deck).is_file())
    missing = (unit.name for unit in workspace.units if unit.outline is None)
    return Manifest(built, tuple(failed), tuple(missing), tuple(stale), combined)


def told_stale(manifest: Manifest, workspace: Workspace, known: Sequence[str]) -> Iterator[Diagnostic]:
    """Yield a warning for each deck that is old (UD710, UD711, UD721), but not for those that were ``known`` to be."""
    broken = {
        relative(deck_path(workspace.folder / failure.outline), workspace): failure.outline
        for failure in manifest.failed
    }
    for deck in sorted(set(manifest.stale) - set(known)):
        path = str(workspace.folder / deck)
        if deck in broken:
            yield warning("UD710", None, path=path, outline=str(workspace.folder / broken[deck]))
        elif is_whole(deck):
            yield warning("UD721", None, path=path)
        else:
            yield warning("UD711", None, path=path, folder=str(workspace.outlines))


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
