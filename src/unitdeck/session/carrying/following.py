"""The session after this one: its folder, with every unit's outline carried over to be completed.

Nothing is lost: a unit whose last outline is missing, was never filled in or cannot be read gets a starter and is told,
and a file that is there already stays as it is.
"""

from __future__ import annotations

import os
from datetime import date
from pathlib import Path
from typing import NamedTuple

from unitdeck.base.diagnostics import BuildError, Diagnostic, error
from unitdeck.base.files import safe_name
from unitdeck.base.language import Lang
from unitdeck.outline.load import SESSION_FILE, UNITS_FOLDER
from unitdeck.outline.model import Outline, Session, Unit, When
from unitdeck.outline.write import Note, as_yaml
from unitdeck.outline.write import Path as Place
from unitdeck.session.carrying.outline import Told, carried
from unitdeck.session.carrying.promises import Promise, promises
from unitdeck.session.carrying.words import speaker
from unitdeck.session.founding.folder import starter_of, write_new
from unitdeck.session.founding.starter import is_blank, with_section
from unitdeck.session.founding.unit_list import ListedUnit
from unitdeck.session.results import Results
from unitdeck.session.results import Unit as Reported
from unitdeck.session.workspace import UnitFile, open_workspace
from unitdeck.source.text import read_text
from unitdeck.source.yaml_text import scalar


class Followed(NamedTuple):
    """What was written and what was there already; ``started`` are the units that got a starter.

    ``faults`` say why, at their places. ``promises`` are those of every unit that was carried, in the files' order.
    """

    session: Path
    written: tuple[Path, ...]
    kept: tuple[Path, ...]
    started: tuple[str, ...]
    promises: tuple[Promise, ...]
    faults: tuple[Diagnostic, ...]


def follow_session(
    folder: Path, last: Results, told: Told, *, day: When | None, as_of: When | None, lang: Lang
) -> Followed:
    """Write the folder of the session after ``last`` and return what was written.

    ``told`` is what the papers of ``last`` say, ``day`` and ``as_of`` are those of the next session: what was promised
    until the later of the two is to be answered for.

    Raises BuildError: UD746 where it is the folder of ``last``, UD702 where it cannot be written.
    """
    if folder.resolve() == last.workspace.folder.resolve():
        raise BuildError((error("UD746", None, folder=str(folder)),))
    inner, session = folder / UNITS_FOLDER, folder / SESSION_FILE
    there = {unit.name: unit.outline for unit in open_workspace(folder).units if unit.outline} if inner.is_dir() else {}
    width = max(2, len(str(len(last.units))))
    owed: list[Promise] = []
    written: list[Path] = []
    kept: list[Path] = []
    today = max((when.date for when in (day, as_of) if when and when.date), default=None)
    try:
        inner.mkdir(parents=True, exist_ok=True)
        files = [(session, _session(folder, last, day, as_of, lang))]
        for place, (file, unit) in enumerate(zip(last.workspace.units, last.units, strict=True), 1):
            text, promised = _outline(file, unit, last.session, _of(file, told), today, lang)
            owed += promised
            path = there.get(file.name) or inner / f"{place:0{width}}-{safe_name(file.name) or place}.yaml"
            files.append((path, text))
        for path, text in files:
            (written if write_new(path, text) else kept).append(path)
    except OSError as failure:
        reason = failure.strerror or str(failure)
        raise BuildError((error("UD702", None, path=failure.filename or str(folder), reason=reason),)) from failure
    anew = [u for file, u in zip(last.workspace.units, last.units, strict=True) if _starts_anew(u, file)]
    faults = tuple(fault for unit in anew for fault in unit.faults)
    return Followed(session, tuple(written), tuple(kept), tuple(unit.name for unit in anew), tuple(owed), faults)


def _outline(
    file: UnitFile, unit: Reported, session: Session, told: Told, today: date | None, lang: Lang
) -> tuple[str, tuple[Promise, ...]]:
    """Return a unit's next outline and what it owes; of a unit without a last one a starter."""
    if _starts_anew(unit, file):
        return _starter(unit, file, told, today, lang)
    last = unit.loaded.value if unit.loaded else Outline(Unit(unit.name))
    made = carried(last, last.as_of or session.as_of, told, today, lang)
    return as_yaml(made.outline, lang, made.notes), promises(unit.name, made, today, lang)


def _starts_anew(unit: Reported, file: UnitFile) -> bool:
    """Whether there is nothing to carry: no outline that could be read, or a starter, whose figures are nobody's."""
    return unit.loaded is None or (file.outline is not None and is_blank(read_text(file.outline).text))


def _starter(
    unit: Reported, file: UnitFile, told: Told, today: date | None, lang: Lang
) -> tuple[str, tuple[Promise, ...]]:
    """Return a starter; what the last meeting said of the unit stands in it all the same."""
    known = unit.loaded.value.unit if unit.loaded else Unit(unit.name, group=unit.group)
    listed = ListedUnit(known.name, file.name, known.short, known.group, known.speaker)
    made = carried(Outline(Unit(known.name)), None, told, today, lang)
    text = starter_of(listed, lang)
    if not made.outline.last_review:
        return text, ()
    notes = {path: note for path, note in made.notes.items() if path[0] == "last_review"}
    _, section = as_yaml(made.outline, lang, notes).split("\n", 1)  # without the line of the unit's name
    return with_section(text, section.lstrip("\n"), lang), promises(unit.name, made, today, lang)


def _of(file: UnitFile, told: Told) -> Told:
    """Return what the papers say of one unit."""
    remarks = tuple(row for row in told.remarks if row.unit == file.name)
    return Told(remarks, tuple(row for row in told.lines if row.unit == file.name))


def _session(folder: Path, last: Results, day: When | None, as_of: When | None, lang: Lang) -> str:
    say, old = speaker(lang), last.session
    session = old._replace(
        number=None if old.number is None else old.number + 1,
        date=day,
        as_of=as_of,
        order=(),
        draw=None,
        deadline=None,
        next_session=None,
        previous=Path(os.path.relpath(last.workspace.folder.resolve(), folder.resolve())).as_posix(),
    )
    names = ", ".join(scalar(unit.name) for unit in last.workspace.units)
    settle = say("order_drawn" if old.draw else "order_open")
    notes: dict[Place, Note] = {
        ("title",): Note(say("session_title") if old.title else ""),
        ("date",): Note("" if day else say("session_date"), blank=True),
        ("as_of",): Note("" if as_of else say("session_as_of"), blank=True),
        ("order",): Note(above=("", settle, say("order", order=names), say("draw"), "")),
    }
    first = next(field for field in session._fields if getattr(session, field) not in (None, "", ()))
    notes[first,] = notes.get((first,), Note())._replace(above=(*say("session_head").split("\n"), ""))
    return as_yaml(session, lang, notes)
