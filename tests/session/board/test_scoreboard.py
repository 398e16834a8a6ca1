from __future__ import annotations

from decimal import Decimal
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from support.boards import EVIL, figure, session, two_sessions, unit
from unitdeck.session.board.scoreboard import Board, Standing, all_met, board, furthest, lights, places
from unitdeck.session.results import before, results


def board_of(folder: Path) -> Board:
    now = results(folder, "zh")
    return board(now, before(now, "zh")[0])


@pytest.fixture
def shown(tmp_path: Path) -> Board:
    return board_of(two_sessions(tmp_path))


def standing(board: Board, name: str) -> Standing:
    return next(s for s in board.standings if s.unit.name == name)


def test_units_are_ranked_within_their_group_and_ties_skip_a_place(shown: Board) -> None:
    assert [(g.name, [(s.unit.name, s.place) for s in g.standings], g.ranked) for g in shown.groups] == [
        ("市直", [("丙局", 1), ("甲局", 2), ("乙局", 2), ("己局", 4), ("丁局", None)], 4),
        (EVIL[3], [("某镇", 1)], 1),
        ("", [("无组", 1)], 1),
    ]


def test_the_share_of_indicators_met_and_the_mean_gap(shown: Board) -> None:
    # 45 % − 41.67 and 29 % − 41.67: +3.33 and −12.67, the mean −4.67.
    first = standing(shown, "甲局")
    assert (first.judged, first.met, first.share.text, first.gap.text) == (2, 1, "50.0", "−4.7")
    # A level met, a limit exceeded: neither has a gap to the schedule.
    town = standing(shown, "某镇")
    assert (town.judged, town.met, town.share.text, town.gap.text) == (3, 2, "66.7", "+3.3")


def test_nothing_reported_is_not_zero(shown: Board) -> None:
    none, zero = standing(shown, "丁局"), standing(shown, "己局")
    assert (none.place, none.share.value, none.share.text, none.gap.text, none.unreported) == (None, None, "—", "—", 1)
    assert (zero.place, zero.share.text, zero.gap.text, zero.judged, zero.unreported) == (4, "0.0", "−41.7", 1, 1)


def test_nearly_on_schedule_is_not_met(shown: Board) -> None:
    row = standing(shown, "无组").rows[0]
    assert (row.indicator.status.key, row.met, row.behind, row.light) == ("nearly", False, True, "")


def test_of_equal_shares_a_unit_without_a_gap_comes_last(tmp_path: Path) -> None:
    level = figure("率", 4, 3, kind="level", direction="lower")
    units = {"a": unit("a", "g", level), "b": unit("b", "g", figure("x", 100, 42)), "c": unit("c", "g", level)}
    (group,) = board_of(session(tmp_path / "s", units)).groups
    assert [(s.unit.name, s.place) for s in group.standings] == [("b", 1), ("a", 2), ("c", 2)]


def test_places_are_those_of_the_printed_figures(tmp_path: Path) -> None:
    units = {n: unit(n, "g", figure("x", 100000, actual)) for n, actual in (("a", 43001), ("b", 43002), ("c", 43200))}
    (group,) = board_of(session(tmp_path / "s", units)).groups
    assert [(s.unit.name, s.gap.text, s.place) for s in group.standings] == [
        ("c", "+1.5", 1),
        ("a", "+1.3", 2),
        ("b", "+1.3", 2),
    ]


def test_moves_are_told_only_where_group_and_number_ranked_are_the_same(shown: Board) -> None:
    # Before: 甲局 2 of 2 met, 乙局 0 of 2 with −6.7, 丙局 −31.7, 己局 −36.7.
    moved = {s.unit.name: (s.previous_place, s.moved) for s in shown.standings}
    assert moved == {
        "丙局": (3, 2),
        "甲局": (1, -1),
        "乙局": (2, 0),
        "己局": (4, 0),
        "丁局": (None, None),
        "某镇": (None, None),
        "无组": (None, None),
    }


def test_a_unit_more_and_no_move_is_told(tmp_path: Path) -> None:
    units = {n: unit(n, "g", figure("x", 100, 40 + at)) for at, n in enumerate("abc")}
    session(tmp_path / "old", {n: units[n] for n in "ab"})
    found = board_of(session(tmp_path / "new", units, previous="../old"))
    assert found.compared
    assert {s.moved for s in found.standings} == {None}
    assert {s.unit.name: s.advance.text for s in found.standings} == {"a": "0.0", "b": "0.0", "c": "—"}


def test_advance_is_the_mean_change_of_gaps_that_both_sessions_have(shown: Board) -> None:
    advances = {s.unit.name: (s.advance.text, s.advance_place) for s in shown.groups[0].standings}
    assert advances == {
        "丙局": ("+33.0", 1),
        "乙局": ("+2.0", 2),
        "己局": ("−5.0", 3),
        "甲局": ("−6.5", 4),
        "丁局": ("—", None),
    }


def test_without_a_session_before_nothing_is_compared(root: Path) -> None:
    found = board_of(root / "decks" / "2022-05-30-first")
    assert not found.compared
    assert all(s.moved is None and s.advance.text == "—" for s in found.standings)
    assert [[(s.unit.name, s.place, s.share.text, s.gap.text) for s in g.standings] for g in found.groups] == [
        [
            ("市发改局", 1, "75.0", "+7.0"),
            ("市交通运输局", 2, "66.7", "−1.4"),
            ("市财政局", 3, "63.6", "+3.4"),
            ("市人社局", 4, "62.5", "+2.2"),
            ("市应急管理局", 5, "62.5", "−1.3"),
        ],
        [("城郊街道办事处", 1, "71.4", "−1.2")],
        [("市税务局", 1, "100.0", "+35.2")],
    ]


def test_red_and_yellow_with_their_measures_and_lines(shown: Board) -> None:
    red, yellow = ([(s.unit.name, r.indicator.name, r.measures) for s, r in lights(shown.standings, c)] for c in LIGHTS)
    assert red == [("己局", "收入", ()), ("无组", "零", ()), ("某镇", "事故", ())]
    assert yellow == [("甲局", "=1+1", (1,)), ("乙局", "支出", ())]


LIGHTS = ("red", "yellow")


def test_every_row_names_its_line(shown: Board, tmp_path: Path) -> None:
    for s in shown.standings:
        for row in s.rows:
            file, _, line = row.place.rpartition(":")
            lines = (tmp_path / "second" / file).read_text("utf-8").split("\n")
            nearby = "".join(lines[int(line) - 1 : int(line) + 3])
            assert row.indicator.name in nearby, row.place


def test_honours(shown: Board) -> None:
    assert [s.unit.name for g in shown.groups for s in all_met(g)] == ["丙局"]
    assert [s.unit.name for g in shown.groups for s in furthest(g)] == ["丙局"]


def test_a_unit_that_has_not_reported_all_has_not_met_all(tmp_path: Path) -> None:
    found = board_of(session(tmp_path / "s", {"a": unit("a", "g", figure("x", 100, 90), figure("y", 100))}))
    assert found.standings[0].share.text == "100.0"
    assert all_met(found.groups[0]) == []


@given(st.lists(st.none() | st.tuples(st.integers(0, 3).map(Decimal), st.integers(-2, 2).map(Decimal)), max_size=9))
@settings(max_examples=100, deadline=None)
def test_a_place_is_one_more_than_how_many_are_better(keys: list[tuple[Decimal, ...] | None]) -> None:
    found = places(keys)
    known = sorted((key for key in keys if key is not None), reverse=True)
    assert found == [None if key is None else known.index(key) + 1 for key in keys]
