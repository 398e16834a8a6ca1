"""One deck: load, appraise, expand, place, write; or a template's gallery, whose plan is there already."""

from __future__ import annotations

import time
from collections.abc import Collection
from pathlib import Path
from typing import NamedTuple

from unitdeck.appraise.appraise import appraise
from unitdeck.appraise.model import Appraisal
from unitdeck.base.diagnostics import BuildError, Diagnostic
from unitdeck.base.files import safe_name, write_output
from unitdeck.base.language import Lang
from unitdeck.checks.overfull_pages import check_gallery
from unitdeck.checks.run import run_checks
from unitdeck.checks.texts import texts
from unitdeck.layout.place import place
from unitdeck.layout.placed import PlacedChart, PlacedDeck
from unitdeck.outline.load import Loaded, load_outline, load_session, session_file
from unitdeck.outline.model import EMPTY_SESSION, Outline
from unitdeck.plan.blocks import DeckPlan
from unitdeck.render.album import album
from unitdeck.render.pptx import render
from unitdeck.source.bind import Positions
from unitdeck.template.expand import Expander, expand
from unitdeck.template.gallery import gallery
from unitdeck.template.locate import load as load_template
from unitdeck.template.locate import search_path
from unitdeck.template.pack import TemplatePack


class Planned(NamedTuple):
    """A deck as its template wants it, not yet placed; ``diagnostics`` are those of the outline and the session."""

    loaded: Loaded[Outline]
    appraisal: Appraisal
    template: Expander
    plan: DeckPlan
    diagnostics: tuple[Diagnostic, ...]


class Draft(NamedTuple):
    """A deck that is placed and checked but not written; ``diagnostics`` are its warnings."""

    outline: Outline
    positions: Positions
    deck: PlacedDeck
    pack: TemplatePack
    diagnostics: tuple[Diagnostic, ...]


class Built(NamedTuple):
    """A deck that was written: its file, pages, charts, warnings, and the seconds that it took."""

    path: Path
    pages: int
    charts: int
    diagnostics: tuple[Diagnostic, ...]
    seconds: float


def build_deck(
    outline: Path, *, out: Path | None = None, template: str | None = None, lang: Lang = "zh", strict: bool = False
) -> Built:
    """Write the deck of one outline and return what was written; raise BuildError where it cannot be.

    ``out`` is the file to write (:func:`deck_path` where None). With ``strict`` a warning stops it too.
    """
    start = time.perf_counter()
    return write_deck(
        draft_deck(outline, template=template, lang=lang), out or deck_path(outline), strict=strict, start=start
    )


def write_deck(draft: Draft, path: Path, *, strict: bool = False, start: float) -> Built:
    """Write a draft's deck and return what was written; raise BuildError where it cannot be, as :func:`build_deck`.

    ``start`` is the reading of ``time.perf_counter`` when work on the deck began.
    """
    if strict and draft.diagnostics:
        raise BuildError(draft.diagnostics)
    content, heavy = _render(draft)
    if strict and heavy:
        raise BuildError(heavy)
    write_output(path, content)
    return _built(path, draft.deck, (*draft.diagnostics, *heavy), start)


def build_gallery(template: str, *, out: Path | None = None) -> Built:
    """Write the deck of a template's gallery and return what was written; raise BuildError where it cannot be.

    ``template`` is looked up from the current folder. ``out`` is a .pptx or a folder, as for :func:`deck_path`; where
    it is None, ``<name>-gallery.pptx`` goes into the current folder.
    """
    start = time.perf_counter()
    ready = load_template(template, search_path(Path.cwd()))
    shown = gallery(ready)
    deck = place(shown.plan, ready.pack)
    path = deck_path(Path(f"{ready.pack.name}-gallery"), out)
    write_output(path, render(deck, ready.pack))
    return _built(path, deck, tuple(check_gallery(deck, shown.places)), start)


def _built(path: Path, deck: PlacedDeck, diagnostics: tuple[Diagnostic, ...], start: float) -> Built:
    charts = sum(isinstance(item, PlacedChart) for slide in deck.slides for item in slide.items)
    return Built(path, len(deck.slides), charts, diagnostics, time.perf_counter() - start)


def deck_path(outline: Path, out: Path | None = None) -> Path:
    """Return where an outline's deck goes.

    Beside the outline, or in the session's ``out/`` where the outline stands in ``units/``; into ``out`` where that
    is a folder; ``out`` itself where it names a .pptx. The name is the outline's, safe on Windows.
    """
    if out is not None and out.suffix.lower() == ".pptx":
        return out
    name = (safe_name(outline.stem) or "deck") + ".pptx"
    if out is not None:
        return out / name
    folder = outline.parent
    return (folder.parent / "out" if folder.name == "units" else folder) / name


def plan_deck(
    outline: Path, *, template: str | None = None, lang: Lang = "zh", without: Collection[str] = ()
) -> Planned:
    """Return the plan of one outline's deck, ``without`` some of the template's slides; raise BuildError as below."""
    loaded = load_outline(outline)
    home = session_file(outline.parent)
    meeting = load_session(home) if home else None
    session = meeting.value if meeting else EMPTY_SESSION
    appraisal = appraise(loaded.value, session, loaded.positions, lang)
    named = loaded.value.template
    ready = load_template(
        template or named or session.template,
        search_path(home.parent if home else loaded.root),
        loaded.positions.at("template") if named and not template else None,
    )
    plan = expand(appraisal, ready, loaded.root, without)
    told = (*loaded.diagnostics, *(meeting.diagnostics if meeting else ()), *appraisal.diagnostics)
    return Planned(loaded, appraisal, ready, plan, told)


def draft_deck(outline: Path, *, template: str | None = None, lang: Lang = "zh") -> Draft:
    """Return the placed and checked deck of one outline, nothing written; raise BuildError with every finding."""
    planned = plan_deck(outline, template=template, lang=lang)
    loaded, pack = planned.loaded, planned.template.pack
    deck = place(planned.plan, pack)
    findings = (*planned.diagnostics, *run_checks(planned.appraisal, deck, loaded.positions, pack.style))
    if any(finding.severity == "error" for finding in findings):
        raise BuildError(findings)
    return Draft(loaded.value, loaded.positions, deck, pack, findings)


def _render(draft: Draft) -> tuple[bytes, tuple[Diagnostic, ...]]:
    """The deck's bytes, and a warning (UD656) where its pictures are over their budget.

    A picture that cannot be used is reported at the line that names it.
    """
    try:
        pictures = album(draft.deck)
    except BuildError as bad:
        places = {Path(text).name: path for path, text in texts(draft.outline)}
        raise BuildError(
            tuple(
                found._replace(span=draft.positions.at(*places[name]))
                if found.span is None and (name := found.data.get("file")) in places
                else found
                for found in bad.diagnostics
            )
        ) from bad
    return render(draft.deck, draft.pack, pictures), pictures.findings(draft.positions.at("photos"))
