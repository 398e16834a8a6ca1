from __future__ import annotations

from datetime import time
from decimal import Decimal
from pathlib import Path

from hypothesis import given, settings
from hypothesis import strategies as st

from unitdeck.outline.model import Break, Session
from unitdeck.session.timetable import Timetable, timetable
from unitdeck.session.workspace import UnitFile

UNITS = [UnitFile("甲", Path("units/01-甲.yaml"), ""), UnitFile("乙", None, ""), UnitFile("丙", Path("丙.yml"), "")]
NONE = [None, None, None]
FULL = Session(
    start=time(9),
    opening_minutes=Decimal(5),
    minutes=Decimal(10),
    comment_minutes=Decimal(4),
    breaks=(Break("01-甲", Decimal(15)),),
    leader="某某",
    speech_minutes=Decimal(20),
)


def times(found: Timetable) -> list[tuple[str, str, str, str, str]]:
    return [(s.kind, s.name, *(found.clock(at) for at in (s.begins, s.commented, s.ends))) for s in found.slots]


def test_the_clock_runs_through_the_meeting() -> None:
    found = timetable(FULL, UNITS, [None, Decimal(8), None])
    assert times(found) == [
        ("opening", "", "09:00", "09:05", "09:05"),
        ("unit", "甲", "09:05", "09:15", "09:19"),
        ("break", "", "09:19", "09:34", "09:34"),
        ("unit", "乙", "09:34", "09:42", "09:46"),
        ("unit", "丙", "09:46", "09:56", "10:00"),
        ("speech", "", "10:00", "10:20", "10:20"),
    ]
    assert (found.total, found.complete) == (80, True)


def test_a_unit_is_found_by_the_name_of_its_file() -> None:
    found = timetable(FULL, UNITS, NONE)
    slot = found.of("乙")
    assert slot is not None
    assert found.clock(slot.begins) == "09:34"
    assert found.of("丁") is None


def test_without_a_start_there_are_minutes_and_no_clock() -> None:
    found = timetable(FULL._replace(start=None), UNITS, NONE)
    assert {found.clock(slot.begins) for slot in found.slots} == {""}
    assert [slot.begins for slot in found.slots] == [0, 5, 19, 34, 48, 62]


def test_what_nobody_has_said_is_not_guessed() -> None:
    found = timetable(FULL._replace(minutes=None), UNITS, [Decimal(10), None, None])
    assert [found.clock(slot.begins) for slot in found.slots] == ["09:00", "09:05", "09:19", "09:34", "", ""]
    assert (found.total, found.complete) == (5 + 10 + 15 + 3 * 4 + 20, False)


def test_a_meeting_of_nothing_but_units() -> None:
    found = timetable(Session(minutes=Decimal("7.5"), start=time(23, 50)), UNITS, NONE)
    assert times(found) == [
        ("unit", "甲", "23:50", "23:57", "23:57"),
        ("unit", "乙", "23:57", "00:05", "00:05"),
        ("unit", "丙", "00:05", "00:12", "00:12"),
    ]
    assert found.total == Decimal("22.5")


def test_a_speech_without_minutes_begins_and_has_no_end() -> None:
    found = timetable(FULL._replace(speech_minutes=None), UNITS, NONE)
    assert times(found)[-1] == ("speech", "", "10:02", "", "")
    assert not found.complete


@settings(deadline=None, max_examples=60)
@given(st.lists(st.one_of(st.none(), st.integers(1, 60)), max_size=12), st.integers(0, 20))
def test_parts_follow_one_another_and_add_up(own: list[int | None], comments: int) -> None:
    units = [UnitFile(str(n), None, "") for n in range(len(own))]
    session = Session(minutes=Decimal(6), comment_minutes=Decimal(comments), start=time(8, 30))
    found = timetable(session, units, [None if minutes is None else Decimal(minutes) for minutes in own])
    ends = [Decimal(0), *(slot.ends for slot in found.slots)]
    assert [slot.begins for slot in found.slots] == ends[:-1]
    assert ends[-1] == found.total == sum(minutes or 6 for minutes in own) + comments * len(own)
