"""Filled score sheets read back: what counts, what is void, and everything that is wrong with them at once."""

from __future__ import annotations

import shutil
import subprocess
from decimal import Decimal
from pathlib import Path
from typing import Any

import openpyxl
import pytest

from support.boards import session
from support.calc import need_calc
from support.score_sheets import EVERYTHING, change, filled, scored_session, setting
from unitdeck.base.catalog import message
from unitdeck.base.diagnostics import BuildError, Diagnostic
from unitdeck.session.results import results
from unitdeck.session.scoring.marks import Unreadable, reader_of, seconds
from unitdeck.session.scoring.rules import rules_of
from unitdeck.session.scoring.setting import Outcome, outcome

GOOD = [["好", "较好"], ["较好", "好"], ["好", "好"], ["一般", "好"], ["较差", "好"]]


def read(folder: Path, *paths: Path) -> Outcome:
    return outcome(setting(folder), paths)


def faults(folder: Path, *paths: Path) -> tuple[Diagnostic, ...]:
    with pytest.raises(BuildError) as failure:
        read(folder, *paths)
    return failure.value.diagnostics


def said(found: tuple[Diagnostic, ...]) -> list[tuple[str, str]]:
    """Return each finding's code and the cell that it names."""
    return [(each.code, str(each.data.get("cell") or each.data.get("sheet")).rpartition("/")[2]) for each in found]


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return scored_session(tmp_path / "s", EVERYTHING)


def test_void_ballots_are_told_by_their_cell_and_do_not_count(folder: Path) -> None:
    marks = [
        ["好", "好", "较好", "好", "好"],
        ["较好", "好", "好", None, "一般"],
        ["一般", "好", "好", "好", "好"],
        ["好", "好", "好", "好", "好"],
        ["较差", "好", "较好", "好", "好、较好"],
    ]
    found = read(folder, filled(folder, {"等次票": marks}))
    assert said(found.voids) == [
        ("UD759", "计分表.xlsx!等次票!D7:D11"),
        ("UD759", "计分表.xlsx!等次票!F8"),
        ("UD759", "计分表.xlsx!等次票!G11"),
    ]
    assert [message(each, "zh").message.partition("，")[2] for each in found.voids] == [
        "全部单位评得一样",
        "这个单位没有评",
        "这个单位评了两个",
    ]
    tally = found.scores.tally("grades")
    assert tally is not None
    assert (len(tally.columns), len(tally.valid)) == (5, 2)
    assert [unit.parts["ballots"] for unit in found.scores.units] == [90, 90, 80, 100, 60]


def test_a_unit_that_no_ballot_marks_has_no_score_and_voids_nothing(folder: Path) -> None:
    marks = [["好", "较好"], [None, None], ["好", "好"], ["一般", "好"], ["较差", "好"]]
    found = read(folder, filled(folder, {"等次票": marks, "评委打分": [[90]] * 5}))
    assert found.voids == ()
    second = found.scores.units[1]
    assert (second.parts["ballots"], second.score, second.place, second.lacking) == (None, None, None, ("ballots",))
    assert [group.ranked for group in found.scores.groups] == [2, 2]


def test_a_row_that_was_deleted_is_a_unit_that_was_not_put_to_the_vote(folder: Path) -> None:
    path = filled(folder, {"等次票": GOOD})
    book = openpyxl.load_workbook(path)
    book["等次票"].delete_rows(8)
    book.save(path)
    found = read(folder, path)
    assert found.voids == ()
    assert [unit.parts["ballots"] is None for unit in found.scores.units] == [False, True, False, False, False]


def test_rows_may_be_sorted_and_columns_added(folder: Path) -> None:
    path = filled(folder, {"等次票": GOOD})
    straight = [unit.parts["ballots"] for unit in read(folder, path).scores.units]
    book = openpyxl.load_workbook(path)
    sheet = book["等次票"]
    rows = [[cell.value for cell in row] for row in sheet.iter_rows(min_row=7, max_row=11)]
    for at, row in enumerate(reversed(rows), 7):
        for column, value in enumerate(row, 1):
            sheet.cell(at, column).value = value
    sheet.insert_cols(3)
    sheet.cell(6, 3).value = "备注"
    sheet.cell(7, 3).value = "随便写"
    book.save(path)
    assert [unit.parts["ballots"] for unit in read(folder, path).scores.units] == straight


@pytest.mark.parametrize(
    ("sheet", "typed"),
    [
        ("等次票", "优秀"),
        ("等次票", 5),
        ("等次票", "=好"),
        ("评委打分", 101),
        ("评委打分", -1),
        ("评委打分", "95%"),
        ("评委打分", 0.95),
        ("评委打分", "九十"),
        ("评委打分", "'=90"),
        ("评委打分", True),
        ("用时", "很久"),
        ("用时", "7:99"),
        ("用时", "300"),
        ("用时", 0.3229166667),
    ],
)
def test_what_cannot_stand_in_a_cell_is_refused_by_its_cell(folder: Path, sheet: str, typed: Any) -> None:
    path = filled(folder, {"等次票": GOOD})
    book = openpyxl.load_workbook(path)
    cell = book[sheet].cell(9, 3)
    cell.value = typed
    if isinstance(typed, str):
        cell.data_type = "s"
    book.save(path)
    assert said(faults(folder, path)) == [("UD756", f"计分表.xlsx!{sheet}!C9")]


@pytest.mark.parametrize(
    ("kind", "typed", "marks", "value"),
    [
        ("grades", " 较　好 ", ("较好",), None),
        ("grades", "fairly good", ("较好",), None),
        ("grades", "好/一般", ("好", "一般"), None),
        ("grades", "—", (), None),
        ("panel", "９５．５", ("９５．５",), Decimal("95.5")),
        ("panel", "95分", ("95分",), Decimal(95)),
        ("panel", "87.30000000000001", ("87.30000000000001",), Decimal("87.3")),
        ("panel", "0", ("0",), Decimal(0)),
        ("panel", "100.0", ("100.0",), Decimal(100)),
        ("panel", "", (), None),
    ],
)
def test_what_a_cell_says(folder: Path, kind: Any, typed: str, marks: Any, value: Decimal | None) -> None:
    assert reader_of(kind, setting(folder).rules, 5)(typed) == (marks, value)


def test_places_are_read_with_their_words(tmp_path: Path) -> None:
    rules = setting(scored_session(tmp_path / "r", "ranks")).rules
    read_place = reader_of("ranks", rules, 5)
    assert [read_place(text)[0] for text in ("1", "第２名", "3.0", "1、2", "")] == [
        ("1",),
        ("2",),
        ("3",),
        ("1", "2"),
        (),
    ]
    for text in ("0", "6", "2.5", "一"):
        with pytest.raises(Unreadable):
            read_place(text)


@pytest.mark.parametrize(
    ("typed", "taken"),
    [
        ("7:45", 465),
        ("７：４５", 465),
        ("0:07:45", 465),
        ("07:45:00", 465),  # what a workbook makes of 7:45
        ("7分45秒", 465),
        ("7分", 420),
        ("7′45″", 465),
        ("7'45\"", 465),
        ("7.75", 465),
        ("1:02:03", 3723),
        ("12", 720),
    ],
)
def test_times_as_people_write_them(typed: str, taken: int) -> None:
    assert seconds(typed) == taken


def test_places_beyond_the_units_voted_on_are_refused(tmp_path: Path) -> None:
    folder = scored_session(tmp_path / "r", "ranks")
    path = filled(folder, {"名次票": [[1, 1], [2, 3], [3, 2], [5, 4]]})
    assert said(faults(folder, path)) == [("UD756", "计分表.xlsx!名次票!C10")]
    change(path, {"名次票": [[1, 1], [2, 3], [3, 2], [4, 3]]})
    assert said(read(folder, path).voids) == [("UD759", "计分表.xlsx!名次票!D10")]


def test_everything_wrong_is_told_at_once(folder: Path, tmp_path: Path) -> None:
    path = filled(folder, {"等次票": [["好", "优"], ["较好", "好"]], "评委打分": [[900]]})
    other = scored_session(tmp_path / "other", EVERYTHING, title="别的会议")
    foreign = filled(other, {"等次票": GOOD}, "scores/别的.xlsx")
    book = openpyxl.load_workbook(path)
    sheet = book["等次票"]
    sheet["B9"].value = "丙剧"
    sheet["C9"].value = "好"
    sheet["B10"].value = None
    sheet["C10"].value = "好"
    sheet["B11"].value = "甲局"
    sheet["C11"].value = "好"
    book["用时"]["B6"].value = "名称"
    book["得分"]["A2"].value = None
    del book["评委打分"]["A3"]
    book["评委打分"]["A3"].value = None
    book.save(path)
    found = faults(folder, path, foreign, path)
    codes = sorted({each.code for each in found})
    assert codes == ["UD755", "UD756", "UD757", "UD758"]
    told = said(found)
    assert ("UD756", "计分表.xlsx!等次票!D7") in told
    assert ("UD757", "计分表.xlsx!等次票!B9") in told
    assert ("UD757", "计分表.xlsx!等次票!C10") in told
    assert ("UD758", "计分表.xlsx!等次票!B11") in told
    assert ("UD755", "计分表.xlsx!评委打分") in told
    assert ("UD755", "计分表.xlsx!用时") in told
    assert ("UD755", "别的.xlsx!等次票") in told
    assert ("UD758", "计分表.xlsx") in told
    best = next(each for each in found if each.code == "UD757" and each.data["name"] == "丙剧")
    assert best.data["best"] == "丙局"


def test_the_same_ballot_in_two_files_is_told_with_both_places(folder: Path) -> None:
    one = filled(folder, {"等次票": GOOD, "用时": [["7:00"]]})
    two = filled(folder, {"等次票": [["好"], ["好"], ["好"], ["好"], ["一般"]], "用时": [["7:30"]]}, "scores/二.xlsx")
    found = faults(folder, one, two)
    assert said(found) == [("UD758", "二.xlsx!等次票!C7:C11"), ("UD758", "二.xlsx!用时!C7")]
    assert found[0].data["first"] == "scores/计分表.xlsx!等次票!C7:C11"


def test_two_files_add_up_where_they_do_not_meet(folder: Path) -> None:
    one = filled(folder, {"等次票": GOOD, "用时": [["7:00"]]})
    rest = [[None, None, "好"], [None, None, "好"], [None, None, "好"], [None, None, "好"], [None, None, "一般"]]
    two = filled(folder, {"等次票": rest, "用时": [[None], ["7:30"]]}, "scores/二.xlsx")
    found = read(folder, one, two)
    tally = found.scores.tally("grades")
    assert tally is not None
    assert [column.head for column in tally.columns] == ["第1票", "第2票", "第3票"]
    assert [unit.taken for unit in found.scores.units] == [7, Decimal("7.5"), None, None, None]


def test_a_merged_cell_is_nobodys(folder: Path) -> None:
    path = filled(folder, {"等次票": GOOD})
    book = openpyxl.load_workbook(path)
    book["等次票"].merge_cells("C7:C8")
    book.save(path)
    assert said(faults(folder, path)) == [("UD756", "计分表.xlsx!等次票!C7")]


def test_a_file_that_is_no_workbook(folder: Path) -> None:
    path = folder / "计分.xlsx"
    path.write_text("好", "utf-8")
    assert [each.code for each in faults(folder, path)] == ["UD621"]


@pytest.mark.parametrize("ending", ["ods", "xls", "xlsx"])
def test_sheets_saved_by_another_office_are_read_the_same(folder: Path, ending: str) -> None:
    need_calc()
    marks = {"等次票": GOOD, "评委打分": [[90.5, 80], [70], [60], [50], [88]], "用时": [["7:45"], ["7分"], ["8.5"]]}
    path = filled(folder, marks)
    before = read(folder, path)
    out = folder / "converted"
    command = [
        "soffice",
        f"-env:UserInstallation={(folder / 'profile').as_uri()}",
        "--headless",
        "--convert-to",
        ending,
    ]
    subprocess.run([*command, "--outdir", str(out), str(path)], check=True, capture_output=True, timeout=300)
    after = read(folder, out / f"计分表.{ending}")
    assert [unit.exact for unit in after.scores.units] == [unit.exact for unit in before.scores.units]
    assert [unit.taken for unit in after.scores.units] == [Decimal("7.75"), 7, Decimal("8.5"), None, None]


def test_eighty_units_and_sixty_ballots(tmp_path: Path) -> None:
    folder = scored_session(tmp_path / "big", "grades")
    shutil.rmtree(folder / "units")
    (folder / "units").mkdir()
    for n in range(80):
        (folder / "units" / f"{n:02}-单位{n:02}.yaml").write_text(f"单位: 单位{n:02}\n职责: [收支]\n", "utf-8")
    grades = ["好", "较好", "一般", "较差"]
    marks = [[grades[(unit * 7 + ballot * 3) % 4] for ballot in range(60)] for unit in range(80)]
    path = filled(folder, {"等次票": marks}, ballots=60)
    found = read(folder, path)
    tally = found.scores.tally("grades")
    assert tally is not None
    assert len(tally.valid) == 60
    worth = dict(zip(grades, (100, 80, 60, 40), strict=True))
    for unit, row in zip(found.scores.units, marks, strict=True):
        assert unit.exact is not None
        assert abs(unit.exact - Decimal(sum(worth[mark] for mark in row)) / 60) < Decimal("1e-15")


@pytest.mark.parametrize("scoring", [None, "none", "无", {"time": True, "panel": "mean", "weights": {"panel": 1}}])
def test_nothing_is_scored_unless_it_is_asked_for(tmp_path: Path, scoring: Any) -> None:
    folder = scored_session(tmp_path / "s", scoring) if scoring else session(tmp_path / "s", {"甲": "单位: 甲"})
    rules = rules_of(results(folder, "zh").session, "zh")
    assert (rules is None) == (not isinstance(scoring, dict))
