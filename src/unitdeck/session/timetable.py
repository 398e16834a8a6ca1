"""When each unit of a session is on: running minutes from the meeting's start, and the clock's times where that is set.

A duration that nobody has given is not guessed: it is None, and so is the time of everything after it.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import time
from decimal import Decimal
from typing import Literal, NamedTuple

from unitdeck.outline.model import Session
from unitdeck.session.workspace import UnitFile

Kind = Literal["opening", "unit", "break", "speech"]

_DAY = 24 * 60


class Slot(NamedTuple):
    """A part of the meeting. ``name`` is the unit's, '' for other parts.

    ``minutes`` are those of the part itself, ``comments`` those of the comments after a unit; None where not given.
    ``begins``, ``commented`` (when the comments begin) and ``ends`` are minutes after the start, None where unknown.
    """

    kind: Kind
    name: str
    minutes: Decimal | None
    comments: Decimal
    begins: Decimal | None
    commented: Decimal | None
    ends: Decimal | None


class Timetable(NamedTuple):
    """The meeting's parts in order, and the sum of all minutes that are given.

    ``complete`` says whether every part has its minutes.
    """

    start: time | None
    slots: tuple[Slot, ...]
    total: Decimal
    complete: bool

    def clock(self, minutes: Decimal | None) -> str:
        """Return the time of day (09:40) so many minutes after the start, to the whole minute; '' where unknown."""
        if self.start is None or minutes is None:
            return ""
        at = (self.start.hour * 60 + self.start.minute + int(minutes)) % _DAY
        return f"{at // 60:02}:{at % 60:02}"

    def of(self, name: str) -> Slot | None:
        """Return the slot of a unit, by the name of its outline's file."""
        return next((slot for slot in self.slots if slot.kind == "unit" and slot.name == name), None)


def timetable(session: Session, units: Sequence[UnitFile], own: Sequence[Decimal | None]) -> Timetable:
    """Return the timetable of a session whose ``units`` stand in running order.

    ``own`` are the minutes that each unit's outline asks for, None where it says nothing and the session's count. A
    unit without an outline keeps its time: it may still come. An opening without minutes takes none; the speech comes
    last where a ``leader`` or its minutes are given.
    """
    parts: list[tuple[Kind, str, Decimal | None, Decimal]] = []
    if session.opening_minutes:
        parts.append(("opening", "", session.opening_minutes, Decimal(0)))
    comments = session.comment_minutes or Decimal(0)
    pauses = {pause.after: pause for pause in session.breaks}
    for unit, minutes in zip(units, own, strict=True):
        parts.append(("unit", unit.name, minutes or session.minutes, comments))
        stem = unit.outline.stem if unit.outline else unit.name
        pause = pauses.get(stem) or pauses.get(unit.name)
        if pause:
            parts.append(("break", "", pause.minutes, Decimal(0)))
    if session.leader or session.speech_minutes:
        parts.append(("speech", "", session.speech_minutes, Decimal(0)))
    return _timed(session.start, parts)


def _timed(start: time | None, parts: Sequence[tuple[Kind, str, Decimal | None, Decimal]]) -> Timetable:
    slots: list[Slot] = []
    now: Decimal | None = Decimal(0)
    for kind, name, minutes, comments in parts:
        commented = None if now is None or minutes is None else now + minutes
        ends = None if commented is None else commented + comments
        slots.append(Slot(kind, name, minutes, comments, now, commented, ends))
        now = ends
    total = sum(((slot.minutes or Decimal(0)) + slot.comments for slot in slots), Decimal(0))
    return Timetable(start, tuple(slots), total, all(slot.minutes is not None for slot in slots))
