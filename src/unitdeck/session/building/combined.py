"""The deck of a whole session: every unit's pages in running order with one template, and the session's own pages.

It is made from the outlines as the units' decks are, never from those decks; all of it is placed and rendered at once.
"""

from __future__ import annotations

import time
from collections.abc import Collection, Iterator
from pathlib import Path
from typing import NamedTuple

from unitdeck import __version__
from unitdeck.base.diagnostics import BuildError, Diagnostic, Span, error, warning
from unitdeck.base.faults import unexpected
from unitdeck.base.files import safe_name, write_output
from unitdeck.base.language import Lang
from unitdeck.layout.placed import PlacedChart, PlacedDeck
from unitdeck.render.album import SESSION_BUDGET, album
from unitdeck.render.pptx import render
from unitdeck.session.building.combined_draft import Faults, draft_whole
from unitdeck.session.building.manifest import SessionRecord, TemplateUsed, holds, notices, relative, sha256
from unitdeck.session.scoring.pages import result_file
from unitdeck.session.workspace import Workspace
from unitdeck.template.locate import load as load_template
from unitdeck.template.locate import search_path
from unitdeck.template.style import SETTINGS

MOST_UNITS = 300  # some 4,000 pages: more is no deck for a stage, and soon no file that a zip can hold
_LONGEST = 60  # characters of a session's title that its deck's name has
_SUFFIX: dict[Lang, str] = {"zh": "全场", "en": "session"}


class Whole(NamedTuple):
    """What became of the session's deck. ``record`` is None where there is none; ``fresh`` where it was built now."""

    deck: Path
    record: SessionRecord | None
    diagnostics: tuple[Diagnostic, ...]
    seconds: float = 0.0
    fresh: bool = True


def whole_path(workspace: Workspace, decks: Path, lang: Lang, taken: Collection[Path]) -> Path:
    """Return where a session's deck goes: a name of its title that stands before the units', and is no unit's."""
    title = safe_name((workspace.session.title or workspace.session.series)[:_LONGEST])
    stem = "-".join(part for part in ("00", title or safe_name(workspace.folder.resolve().name), _SUFFIX[lang]) if part)
    names = {path.name.casefold() for path in taken}
    return next(
        path
        for end in ("", *(f"-{number}" for number in range(2, len(names) + 3)))
        if (path := decks / f"{stem}{end}.pptx").name.casefold() not in names
    )


def is_whole(deck: str) -> bool:
    """Whether a deck goes by the name of a whole session's."""
    stem = Path(deck).stem
    return stem.startswith("00-") and stem.rstrip("-0123456789").endswith(tuple(f"-{end}" for end in _SUFFIX.values()))


def build_whole(
    workspace: Workspace,
    deck: Path,
    failed: Faults,
    failing: Collection[str],
    before: SessionRecord | None,
    lang: Lang,
    *,
    strict: bool,
) -> Whole:
    """Build the deck of a whole session, if anything of it has changed, and return what became of it.

    ``failed`` are the outlines of which no deck was built, with the reasons: they have a divider that says so.
    ``failing`` are those that would fail again; ``before`` is what was built last, None where that is not to be kept.
    With ``strict`` nothing may be missing, and nothing told (UD720).
    """
    start = time.perf_counter()
    try:
        if len(workspace.units) > MOST_UNITS:
            told = warning("UD724", _home(workspace), units=len(workspace.units), limit=MOST_UNITS)
            return Whole(deck, None, (told,))
        units = _listed(workspace)
        kept = before and before.deck == relative(deck, workspace) and not (strict and _told(before))
        if before and kept and _scored_as(before, workspace) and holds(before, units, failing, workspace, lang):
            return Whole(deck, before, (), fresh=False)
        return _build(workspace, deck, failed, lang, strict=strict, start=start)
    except BuildError as bad:
        return Whole(deck, None, bad.diagnostics)
    except Exception as fault:
        return Whole(deck, None, (unexpected(fault, deck),))


def _build(workspace: Workspace, deck: Path, failed: Faults, lang: Lang, *, strict: bool, start: float) -> Whole:
    asked = workspace.session.template
    template = load_template(asked, search_path(workspace.folder))
    pack, settings = template.pack, Span(str(template.folder / SETTINGS))
    if pack.style.session is None:
        return Whole(deck, None, (warning("UD722", settings, name=pack.name),))
    # Hashed before they are read: what is changed meanwhile is then seen as changed the next time.
    first = [*([workspace.file] if workspace.file else []), *(unit.outline for unit in workspace.units if unit.outline)]
    inputs = {relative(file, workspace): sha256(file) or "" for file in first}
    draft = draft_whole(workspace, failed, template, lang)
    if strict and draft.absent:
        raise BuildError((error("UD720", _home(workspace), units=", ".join(draft.absent)),))
    pictures = album(draft.deck, SESSION_BUDGET)
    told = (*draft.doubts, *_overfull(draft.deck, settings), *pictures.findings(_home(workspace)))
    if strict and told:
        raise BuildError(told)
    for file in draft.drawn_on:
        inputs.setdefault(relative(file, workspace), sha256(file) or "")
    write_output(deck, render(draft.deck, pack, pictures))
    units = _listed(workspace)
    record = SessionRecord(
        deck=relative(deck, workspace),
        sha256=sha256(deck) or "",
        units=units,
        absent=tuple(name for name, unit in zip(units, draft.units, strict=True) if unit.planned is None),
        inputs=inputs,
        template=TemplateUsed(asked, pack.name, pack.version, pack.digest),
        language=lang,
        program=__version__,
        pages=len(draft.deck.slides),
        charts=sum(isinstance(item, PlacedChart) for slide in draft.deck.slides for item in slide.items),
        warnings=notices(told, workspace),
    )
    return Whole(deck, record, told, time.perf_counter() - start)


def _overfull(deck: PlacedDeck, span: Span) -> Iterator[Diagnostic]:
    """Yield a warning for each of the session's own pages that does not hold its text; units' are told with theirs."""
    own = {page.id: page.title for page in deck.slides if page.overfull and "/" not in page.id}
    for title in own.values():
        yield warning("UD723", span, slide=title)


def _listed(workspace: Workspace) -> tuple[str, ...]:
    return tuple(relative(unit.outline, workspace) if unit.outline else unit.name for unit in workspace.units)


def _scored_as(record: SessionRecord | None, workspace: Workspace) -> bool:
    """Whether the session had scores, or none, when its deck was built, as it has now."""
    file = result_file(workspace)
    return record is not None and (relative(file, workspace) in record.inputs) == (
        workspace.session.scoring is not None and file.is_file()
    )


def _told(record: SessionRecord) -> bool:
    return bool(record.absent or record.warnings)


def _home(workspace: Workspace) -> Span | None:
    return Span(str(workspace.file)) if workspace.file else None
