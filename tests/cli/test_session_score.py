"""``unitdeck session scoresheets`` and ``session score``: what they write, what they print, their exit codes."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path

import openpyxl
import pytest

from support.boards import session
from support.score_sheets import EVERYTHING, change, scored_session

GRADES = [["好", "好"], ["较好", "好"], ["好", "好"], ["一般", "好"], ["较差", "好"]]


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return scored_session(tmp_path / "会议", "grades")


def test_sheets_are_written_once_and_stay(command: Callable, folder: Path) -> None:
    path = folder / "scores/计分表.xlsx"
    shown = command("session", "scoresheets", folder, "--ballots", 3)
    assert (shown.code, shown.err) == (0, "")
    assert shown.out.splitlines()[0] == f"{path}  5 个单位"
    change(path, {"等次票": GRADES})
    filled = path.read_bytes()
    again = command("session", "scoresheets", folder)
    assert (again.code, again.out) == (0, "")
    assert str(path) in again.err
    assert path.read_bytes() == filled


def test_sheets_go_where_they_are_told_in_the_language_asked_for(command: Callable, folder: Path) -> None:
    out = folder / "x/y.xlsx"
    assert command("session", "scoresheets", folder, "-o", out, "--judges", 2, lang="en").code == 0
    assert openpyxl.load_workbook(out).sheetnames[:2] == ["Grade ballots", "Ballot (print)"]


def test_from_sheets_to_scores(command: Callable, folder: Path) -> None:
    command("session", "scoresheets", folder, "--ballots", 3)
    change(folder / "scores/计分表.xlsx", {"等次票": GRADES})
    shown = command("session", "score", folder, "--output-format", "concise")
    assert shown.code == 0
    assert [line.rpartition("/")[2] for line in shown.out.splitlines()] == ["scores.xlsx", "scores.json"]
    assert "UD759" in shown.err
    assert "等次票!D7:D11" in shown.err
    assert shown.err.splitlines()[-2:] == ["等次票：投2张，有效1张，废票1张", "5 个单位：5 个有得分，0 个没有"]
    said = json.loads((folder / "out/scores.json").read_text("utf-8"))
    assert [[unit["score"] for unit in group["units"]] for group in said["groups"]] == [
        ["100.00", "100.00", "80.00"],
        ["60.00", "40.00"],
    ]


def test_nothing_is_written_from_sheets_with_errors(command: Callable, folder: Path) -> None:
    command("session", "scoresheets", folder, "--ballots", 3)
    change(folder / "scores/计分表.xlsx", {"等次票": [["优"], ["好"], ["号"], ["好"], ["较差"]]})
    (folder / "out").mkdir()
    (folder / "out/scores.json").write_text("old", "utf-8")
    shown = command("session", "score", folder, "--output-format", "concise", lang="en")
    assert (shown.code, shown.out) == (1, "")
    assert [line.split()[1:3] for line in shown.err.splitlines() if "UD756" in line] == [["error", "UD756"]] * 2
    assert (folder / "out/scores.json").read_text("utf-8") == "old"
    assert not (folder / "out/scores.xlsx").exists()


def test_figures_alone_need_no_sheets_and_a_unit_without_a_score_is_an_exit_code(
    command: Callable, tmp_path: Path
) -> None:
    folder = scored_session(tmp_path / "s", "线性")
    assert command("session", "score", folder).code == 0
    (folder / "units/02-乙局.yaml").write_text("[[[", "utf-8")
    shown = command("session", "score", folder, "-o", tmp_path / "x")
    assert shown.code == 1
    assert "UD123" in shown.err or "UD1" in shown.err
    assert shown.err.splitlines()[-1] == "5 个单位：4 个有得分，1 个没有"
    assert (tmp_path / "x/scores.xlsx").is_file()


def test_a_session_that_is_not_scored(command: Callable, tmp_path: Path) -> None:
    folder = session(tmp_path / "s", {"甲": "单位: 甲\n职责: [a]\n"})
    for name in ("score", "scoresheets"):
        shown = command("session", name, folder)
        assert shown.code == 2
        assert "计分: 阶梯" in shown.err


def test_a_scored_session_without_filled_sheets(command: Callable, tmp_path: Path) -> None:
    folder = scored_session(tmp_path / "s", EVERYTHING)
    shown = command("session", "score", folder)
    assert shown.code == 2
    assert "session scoresheets" in shown.err


def test_a_sheet_that_is_not_there(command: Callable, folder: Path) -> None:
    shown = command("session", "score", folder, folder / "没有.xlsx")
    assert shown.code == 1
    assert "UD101" in shown.err


def test_sheets_are_known_by_their_place_in_the_session_however_they_are_named(
    command: Callable, folder: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    command("session", "scoresheets", folder, "--ballots", 3)
    change(folder / "scores/计分表.xlsx", {"等次票": GRADES})
    results = set()
    monkeypatch.chdir(folder / "scores")
    for given in ("计分表.xlsx", "../scores/计分表.xlsx", folder / "scores/计分表.xlsx"):
        assert command("session", "score", "..", given).code == 0
        results.add((folder / "out/scores.json").read_bytes())
    assert len(results) == 1
    outside = tmp_path / "别处.xlsx"
    (folder / "scores/计分表.xlsx").rename(outside)
    assert command("session", "score", folder, outside).code == 0
    assert f'"{outside.resolve().as_posix()}"' in (folder / "out/scores.json").read_text("utf-8")
