"""One unit's deck within a session, in this process or in one of several that only do this."""

from __future__ import annotations

import hashlib
import multiprocessing
import os
import signal
import threading
import time
from collections.abc import Mapping
from multiprocessing import connection
from pathlib import Path
from typing import NamedTuple

from unitdeck import __version__
from unitdeck.base.diagnostics import BuildError, Diagnostic
from unitdeck.base.faults import unexpected
from unitdeck.base.files import write_output
from unitdeck.base.language import Lang
from unitdeck.build import Draft, charts_in, draft_deck, render_deck
from unitdeck.layout.placed import PlacedPicture
from unitdeck.outline.model import EMPTY_SESSION
from unitdeck.session.building.manifest import Record, TemplateUsed, notices, relative, sha256
from unitdeck.session.workspace import UnitFile, Workspace

_AT_WORK = threading.Lock()


class Job(NamedTuple):
    """A deck to build: of which outline, to which file. ``workspace`` is as :func:`sent` makes it."""

    unit: UnitFile
    outline: Path
    deck: Path
    workspace: Workspace
    lang: Lang
    strict: bool


class Result(NamedTuple):
    """What became of a unit's deck. ``record`` is None where none was built; ``fresh`` where it was built just now.

    ``read`` are the hashes of the outline and the session's file before they were read; empty where they were not.
    """

    unit: UnitFile
    outline: Path
    deck: Path
    record: Record | None
    diagnostics: tuple[Diagnostic, ...]
    seconds: float = 0.0
    fresh: bool = True
    read: Mapping[str, str] = {}


def sent(workspace: Workspace) -> Workspace:
    """Return what a job needs to know of its session: sent with each, it must not grow with the number of units."""
    alone = EMPTY_SESSION._replace(template=workspace.session.template)
    return workspace._replace(session=alone, units=(), faults=(), missing=())


def build_unit(job: Job) -> Result:
    """Build one deck, write it, and return what became of it; whatever goes wrong with it stays with it."""
    with _AT_WORK:
        return write_unit(*_made(job))


def make_unit(job: Job) -> tuple[Result, bytes]:
    """Return what became of one deck, and its bytes (none where it could not be built); nothing is written."""
    with _AT_WORK:
        return _made(job)


def write_unit(result: Result, content: bytes) -> Result:
    """Write a deck that was made and return what became of it."""
    start = time.perf_counter()
    if result.record is None:
        return result
    try:
        write_output(result.deck, content)
    except BuildError as bad:
        return failed(result, bad.diagnostics)
    return result._replace(seconds=result.seconds + time.perf_counter() - start)


def failed(of: Job | Result, diagnostics: tuple[Diagnostic, ...]) -> Result:
    """Return that no deck was built, and why."""
    return Result(of.unit, of.outline, of.deck, None, diagnostics)


def stand_by() -> None:
    """Make this process one that builds until it is told to stop: Ctrl-C is its parent's, and it ends with its parent.

    It never ends in the middle of a deck, not by SIGTERM either.
    """
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    signal.signal(signal.SIGTERM, lambda *_: threading.Thread(target=_end, daemon=True).start())
    threading.Thread(target=_end_with_parent, daemon=True).start()


def _end() -> None:
    with _AT_WORK:
        os._exit(1)


def _end_with_parent() -> None:
    parent = multiprocessing.parent_process()
    if parent is not None:
        connection.wait([parent.sentinel])
        _end()


def _made(job: Job) -> tuple[Result, bytes]:
    start = time.perf_counter()
    home = job.workspace
    # Hashed before they are read: what is changed meanwhile is then seen as changed the next time.
    first = [job.outline, *([home.file] if home.file else [])]
    read = {relative(file, home): sha256(file) or "" for file in first}
    try:
        record, diagnostics, content = _rendered(job, read)
    except BuildError as bad:
        return failed(job, bad.diagnostics)._replace(read=read), b""
    except Exception as fault:
        return failed(job, (unexpected(fault, job.outline),)), b""
    return Result(job.unit, job.outline, job.deck, record, diagnostics, time.perf_counter() - start), content


def _rendered(job: Job, read: Mapping[str, str]) -> tuple[Record, tuple[Diagnostic, ...], bytes]:
    home, inputs = job.workspace, dict(read)
    draft = draft_deck(job.outline, lang=job.lang)
    for file in _drawn_on(draft):
        inputs.setdefault(relative(file, home), sha256(file) or "")
    content, diagnostics = render_deck(draft, strict=job.strict)
    unit, pack = draft.outline.unit, draft.pack
    record = Record(
        outline=relative(job.outline, home),
        unit=unit.name,
        group=job.unit.group or unit.group,
        deck=relative(job.deck, home),
        sha256=hashlib.sha256(content).hexdigest(),
        inputs=inputs,
        template=TemplateUsed(draft.outline.template or home.session.template, pack.name, pack.version, pack.digest),
        language=job.lang,
        program=__version__,
        pages=len(draft.deck.slides),
        charts=charts_in(draft.deck),
        warnings=notices(diagnostics, home),
    )
    return record, diagnostics, content


def _drawn_on(draft: Draft) -> list[Path]:
    """Return the files beside the outline that are in a deck: data files and pictures."""
    data = {span.file for span in draft.positions.spans.values()}
    pictures = {item.file for slide in draft.deck.slides for item in slide.items if isinstance(item, PlacedPicture)}
    return [Path(file) for file in sorted(data | pictures)]
