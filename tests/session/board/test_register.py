from __future__ import annotations

from pathlib import Path

import pytest

from support.boards import EVIL, figure, session, two_sessions, unit
from unitdeck.session.board.register import register, unanswered
from unitdeck.session.board.scoreboard import board
from unitdeck.session.results import results


def test_every_measure_of_every_unit_is_on_it(root: Path) -> None:
    folder = root / "decks" / "2022-05-30-first"
    now = results(folder, "zh")
    entries = register(board(now, None), "zh", folder)
    assert len(entries) == sum(len(u.loaded.value.measures) for u in now.units if u.loaded) == 28
    first = next(e for e in entries if e.unit == "市财政局")
    assert (first.number, first.due, first.status.word, first.late) == (1, "2022年9月30日", "逾期风险", True)
    assert first.place == "units/01-市财政局.yaml:120"


@pytest.mark.parametrize(
    ("given", "due", "word", "reported"),
    [
        ("under_way", "2022-05-30", "逾期", "推进中"),
        ("under_way", "2022-05-31", "推进中", ""),
        ("done", "2022-01-31", "已完成", ""),
        ("to_verify", "2022-01-31", "待核", ""),
        (None, "2022-01-31", "逾期", "—"),
        (None, None, "—", ""),
    ],
)
def test_past_its_date_a_measure_is_overdue(
    tmp_path: Path, given: str | None, due: str | None, word: str, reported: str
) -> None:
    measure = {"problem": "p"} | {k: v for k, v in (("status", given), ("due", due)) if v}
    outline = unit("甲", "", figure("a", 1, 1), measures=[measure])
    folder = session(tmp_path / "s", {"甲": outline})
    (entry,) = register(board(results(folder, "zh"), None), "zh", folder)
    assert (entry.status.word, entry.reported) == (word, reported)


def test_what_is_behind_and_named_by_no_measure_is_called_out(tmp_path: Path) -> None:
    folder = two_sessions(tmp_path)
    found = unanswered(board(results(folder, "zh"), None))
    assert [(s.unit.name, row.indicator.name) for s, row in found] == [
        ("乙局", "支出"),
        ("己局", "收入"),
        ("某镇", "事故"),
        ("无组", "三分之一"),
        ("无组", "八分之三"),
        ("无组", "零"),
    ]
    assert found[2][0].group == EVIL[3]
