"""One unit's deck within a session, in this process or in one of several that only do this."""

from __future__ import annotations

import multiprocessing
import os
import signal
import threading
import time
from multiprocessing import connection
from pathlib import Path
from typing import NamedTuple

from unitdeck import __version__
from unitdeck.base.diagnostics import BuildError, Diagnostic
from unitdeck.base.faults import unexpected
from unitdeck.base.language import Lang
from unitdeck.build import Draft, draft_deck, write_deck
from unitdeck.layout.placed import PlacedPicture
from unitdeck.session.manifest import Record, TemplateUsed, notices, relative, sha256
from unitdeck.session.workspace import UnitFile, Workspace

_AT_WORK = threading.Lock()


class Job(NamedTuple):
    """A deck to build: of which outline, to which file. ``workspace`` is without its units: it is sent with each."""

    unit: UnitFile
    outline: Path
    deck: Path
    workspace: Workspace
    lang: Lang
    strict: bool


class Result(NamedTuple):
    """What became of a unit's deck. ``record`` is None where none was built; ``fresh`` where it was built just now."""

    unit: UnitFile
    outline: Path
    deck: Path
    record: Record | None
    diagnostics: tuple[Diagnostic, ...]
    seconds: float = 0.0
    fresh: bool = True


def build_unit(job: Job) -> Result:
    """Return what became of one deck; whatever goes wrong with it stays with it."""
    start = time.perf_counter()
    with _AT_WORK:
        try:
            record, diagnostics = _build(job, start)
        except BuildError as bad:
            return Result(job.unit, job.outline, job.deck, None, bad.diagnostics)
        except Exception as fault:
            return Result(job.unit, job.outline, job.deck, None, (unexpected(fault, job.outline),))
    return Result(job.unit, job.outline, job.deck, record, diagnostics, time.perf_counter() - start)


def stand_by() -> None:
    """Make this process one that builds until it is told to stop: Ctrl-C is its parent's, and it ends with its parent.

    It never ends in the middle of a deck.
    """
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    threading.Thread(target=_end_with_parent, daemon=True).start()


def _end_with_parent() -> None:
    parent = multiprocessing.parent_process()
    if parent is not None:
        connection.wait([parent.sentinel])
        with _AT_WORK:
            os._exit(1)


def _build(job: Job, start: float) -> tuple[Record, tuple[Diagnostic, ...]]:
    home = job.workspace
    # Hashed before they are read: what is changed meanwhile is then seen as changed the next time.
    first = [job.outline, *([home.file] if home.file else [])]
    inputs = {relative(file, home): sha256(file) or "" for file in first}
    draft = draft_deck(job.outline, lang=job.lang)
    for file in _drawn_on(draft):
        inputs.setdefault(relative(file, home), sha256(file) or "")
    built = write_deck(draft, job.deck, strict=job.strict, start=start)
    unit, pack = draft.outline.unit, draft.pack
    record = Record(
        outline=relative(job.outline, home),
        unit=unit.name,
        group=job.unit.group or unit.group,
        deck=relative(job.deck, home),
        sha256=sha256(job.deck) or "",
        inputs=inputs,
        template=TemplateUsed(draft.outline.template or home.session.template, pack.name, pack.version, pack.digest),
        language=job.lang,
        program=__version__,
        pages=built.pages,
        charts=built.charts,
        warnings=notices(built.diagnostics, home),
    )
    return record, built.diagnostics


def _drawn_on(draft: Draft) -> list[Path]:
    """Return the files beside the outline that are in a deck: data files and pictures."""
    data = {span.file for span in draft.positions.spans.values()}
    pictures = {item.file for slide in draft.deck.slides for item in slide.items if isinstance(item, PlacedPicture)}
    return [Path(file) for file in sorted(data | pictures)]
