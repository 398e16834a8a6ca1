"""The papers around a meeting: host script, minutes and agenda, the record of comments and the ledger.

A paper is filled in by hand. So what has been changed since it was written stays, unless it is to be overwritten by
force, and even then a workbook keeps what was typed into it; ``papers.json`` beside the papers keeps the digest that
each was written with.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Callable, Collection, Mapping
from contextlib import suppress
from datetime import date
from functools import partial
from pathlib import Path
from typing import Any, NamedTuple

from unitdeck.base.diagnostics import Diagnostic
from unitdeck.base.files import write_output
from unitdeck.base.language import Lang
from unitdeck.session.board.scoreboard import board
from unitdeck.session.papers.comment_record import Remark, read_comments, spellings
from unitdeck.session.papers.comment_sheet import Blank, comment_sheet
from unitdeck.session.papers.document import read_document
from unitdeck.session.papers.docx_writer import docx_bytes
from unitdeck.session.papers.ledger import tasks
from unitdeck.session.papers.ledger_record import Line, kept, read_ledger
from unitdeck.session.papers.ledger_sheet import Ledger, ledger_sheet
from unitdeck.session.papers.programme import Programme, programme
from unitdeck.session.results import Results, before, results
from unitdeck.template.expand import Expander
from unitdeck.template.locate import load, search_path
from unitdeck.template.papers import paper_text

FOLDER = "papers"  # within the session's out/
DIGESTS = "papers.json"

# What each paper's file is called, in Chinese and in English.
KINDS: dict[str, tuple[str, str]] = {
    "host": ("主持词.docx", "host-script.docx"),
    "minutes": ("会议纪要.docx", "minutes.docx"),
    "agenda": ("议程.docx", "agenda.docx"),
    "comments": ("点评记录.xlsx", "comments.xlsx"),
    "ledger": ("督办台账.xlsx", "ledger.xlsx"),
}
_NUMERALS = "〇一二三四五六七八九十"


class Papers(NamedTuple):
    """What the papers of a session are made of. ``diagnostics`` are the faults of its units and its file."""

    meeting: Programme
    ledger: tuple[Line, ...]
    found: Results
    template: Expander
    lang: Lang
    diagnostics: tuple[Diagnostic, ...]


class Written(NamedTuple):
    """A paper's file, and whether it was ``kept`` because somebody has changed it."""

    kind: str
    path: Path
    kept: bool


def papers_folder(folder: Path) -> Path:
    """Return where the papers of a session's folder go."""
    return folder / "out" / FOLDER


def filled_file(papers: Path, kind: str, lang: Lang) -> Path | None:
    """Return the record (``comments``) or the ``ledger`` of a folder of papers that somebody has filled in.

    In either language, first the one asked for; None where there is none, or it is as it was written.
    """
    names = KINDS[kind] if lang == "zh" else KINDS[kind][::-1]
    digests = _read_digests(papers)
    return next((papers / name for name in names if _changed(papers / name, digests)), None)


def gather(folder: Path, lang: Lang, record: Path | None, ledger: Path | None) -> Papers:
    """Return what the papers of a session's folder are made of, with its record and its ledger as they are filled in.

    Raises BuildError where the folder holds no session, a workbook cannot be read, or there is no such template.
    """
    found = results(folder, lang)
    old, doubts = before(found, lang)
    names, files = spellings(found), [unit.name for unit in found.workspace.units]
    remarks: tuple[Remark, ...] = read_comments(record, names) if record else ()
    home = found.workspace.folder
    template = load(found.session.template, search_path(home))
    faults = (fault for unit in found.units for fault in unit.faults)
    return Papers(
        meeting=programme(found, board(found, old), remarks, lang),
        ledger=read_ledger(ledger, names, files) if ledger else (),
        found=found,
        template=template,
        lang=lang,
        diagnostics=(*found.diagnostics, *doubts, *faults),
    )


def write_papers(papers: Papers, folder: Path, kinds: Collection[str], *, force: bool = False) -> tuple[Written, ...]:
    """Write the papers of some kinds into a folder and return what became of each; raise BuildError where it cannot be.

    All of them are made before the first is written: a template that fails leaves the folder as it was.
    """
    # What holds something that was typed counts as changed by hand from then on.
    carried = {"comments"} if papers.meeting.record else set()
    carried |= {"ledger"} if papers.ledger else set()
    made = {kind: make(papers) for kind, make in _makers().items() if kind in kinds}
    digests = _read_digests(folder)
    written = []
    for kind, content in made.items():
        name = KINDS[kind][0 if papers.lang == "zh" else 1]
        path = folder / name
        kept_as_is = not force and _changed(path, digests)
        if not kept_as_is:
            write_output(path, content)
            digests[name] = "" if kind in carried else hashlib.sha256(content).hexdigest()
        written.append(Written(kind, path, kept_as_is))
    text = json.dumps(dict(sorted(digests.items())), ensure_ascii=False, indent=1)
    write_output(folder / DIGESTS, f"{text}\n".encode())
    return tuple(written)


def numeral(number: int, lang: Lang) -> str:
    """Return a number as Chinese papers count (二十一), from 1 to 99; in figures above, and in English."""
    if lang == "en" or number > 99:
        return str(number)
    tens, ones = divmod(number, 10)
    if not tens:
        return _NUMERALS[ones]
    return f"{'' if tens == 1 else _NUMERALS[tens]}十{_NUMERALS[ones] if ones else ''}"


def _makers() -> Mapping[str, Callable[[Papers], bytes]]:
    texts = {kind: partial(_text, kind=kind) for kind in ("host", "minutes", "agenda")}
    return {**texts, "comments": _comments, "ledger": _ledger}


def _text(papers: Papers, *, kind: str) -> bytes:
    meeting, lang = papers.meeting, papers.lang
    context = {"m": meeting, "numeral": partial(numeral, lang=lang)}
    blocks = read_document(paper_text(kind, papers.template, context, lang))
    return docx_bytes(blocks, lang, title=meeting.title, year=meeting.year)


def _comments(papers: Papers) -> bytes:
    meeting = papers.meeting
    units = tuple((turn.name, tuple(due.remark for due in turn.remarks)) for turn in meeting.turns)
    return comment_sheet(Blank(meeting.title, meeting.date, units, meeting.commentators, meeting.year), papers.lang)


def _ledger(papers: Papers) -> bytes:
    meeting = papers.meeting
    units = tuple((turn.name, turn.group) for turn in meeting.turns)
    files = tuple(unit.name for unit in papers.found.workspace.units)
    lines = kept(tasks(meeting, papers.lang), papers.ledger, files)
    ledger = Ledger(meeting.title, units, lines, _as_of(papers.found), meeting.year)
    return ledger_sheet(ledger, papers.lang)


def _as_of(found: Results) -> date | None:
    """The session's data date, else the latest of its units'."""
    if found.session.as_of:
        return found.session.as_of.date
    said = (unit.loaded.value.as_of for unit in found.units if unit.loaded)
    return max((when.date for when in said if when and when.date), default=None)


def _read_digests(folder: Path) -> dict[str, str]:
    """The digests of a folder's papers; none where they cannot be read: then every paper counts as changed."""
    with suppress(OSError, ValueError):
        plain: Any = json.loads((folder / DIGESTS).read_bytes())
        if isinstance(plain, dict):
            return {str(name): str(digest) for name, digest in plain.items()}
    return {}


def _changed(path: Path, digests: Mapping[str, str]) -> bool:
    """Whether there is a file that is not as it was written."""
    return path.is_file() and digests.get(path.name) != hashlib.sha256(path.read_bytes()).hexdigest()
