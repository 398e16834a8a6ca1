"""The workbooks of scoring: what Calc makes of their formulas, and what a person may write into them."""

from __future__ import annotations

import hashlib
from pathlib import Path
from typing import Any

import openpyxl
import pytest

from support.calc import compared, computed, need_calc
from support.office import FORMATS, faults
from support.outlines import Plain
from support.score_sheets import EVERYTHING, FIRST_ROW, filled, rows_of, scored_session, setting
from unitdeck.session.scoring.setting import blank, outcome
from unitdeck.session.scoring.xlsx import scores_xlsx, scoresheets_xlsx

GRADES = [
    ["好", "好", "较好", "好", "好"],
    ["较好", "好", "好", None, "一般"],
    ["一般", "好", "好", "好", "好"],
    ["好", "好", "好", "好", "好"],
    ["较差", "好", "较好", "好", "好、较好"],
]
PLACES = [[1, 1, 2, 1], [2, 3, 1, 1], [3, 2, 3, 3], [4, 4, 4, None], [5, 5, 5, 4]]
POINTS = [
    [95, 90, 85, 80, 60],
    [90.5, 91, 88, 70, 99],
    [80, 80, 80, 80, 80],
    [70, 75, None, 88, 90],
    [88, 89, 90, 91, 92.25],
]
TIMES = [["7:45"], ["7分30秒"], ["8.01"], [None], ["5:59"]]
SHEETS = {"等次票": GRADES, "A票": GRADES, "B票": GRADES[::-1], "名次票": PLACES, "评委打分": POINTS, "用时": TIMES}

WAYS: dict[str, Any] = {
    "everything": EVERYTHING,
    "two ballots": {"ballots": {"method": "a_b", "leaders": 70}, "panel": {"method": "mean", "full": 100}},
    "places": {"ballots": "ranks", "indicators": "four_level", "weights": {"ballots": 1, "indicators": 3}},
    "linear": {"indicators": {"method": "linear", "most": 110, "least": 10}, "time": {"least": 7, "most": 8}},
    "rate": "rate",
    "judges": "mean",
}


def sheets_of(folder: Path) -> dict[str, Any]:
    say = {"grades": "等次票", "a": "A票", "b": "B票", "ranks": "名次票", "panel": "评委打分", "time": "用时"}
    return {say[kind]: SHEETS[say[kind]] for kind in setting(folder).rules.forms}


def written(folder: Path, out: Path) -> Path:
    path = filled(folder, sheets_of(folder))
    scored = setting(folder)
    file = out / "scores.xlsx"
    file.write_bytes(scores_xlsx(scored, outcome(scored, (path,)).scores))
    return file


@pytest.mark.parametrize("way", WAYS)
def test_calc_computes_the_scores_that_were_written(tmp_path: Path, way: str) -> None:
    need_calc()
    folder = scored_session(tmp_path / "s", WAYS[way])
    assert compared(written(folder, tmp_path), tmp_path) > 30


@pytest.mark.parametrize("way", WAYS)
def test_sheets_show_while_they_are_filled_what_reading_them_gives(tmp_path: Path, way: str) -> None:
    need_calc()
    folder = scored_session(tmp_path / "s", WAYS[way])
    path = filled(folder, sheets_of(folder))
    live = {row["单位"]: row for row in rows_of(computed(path, tmp_path)["得分"])}
    found = outcome(setting(folder), (path,)).scores
    assert len(live) == len(found.units) == 5
    for unit in found.units:
        row = live[unit.name]
        assert row["名次"] == ("—" if unit.place is None else unit.place)
        score = None if unit.exact is None else pytest.approx(float(unit.exact), abs=0.00501)
        assert row["得分"] == ("—" if score is None else score)
        for name, head in (("indicators", "指标分"), ("ballots", "测评分"), ("panel", "评委分")):
            if name in unit.parts:
                value = unit.parts[name]  # type: ignore[index]
                assert row[head] == ("—" if value is None else pytest.approx(float(value)))


@pytest.mark.parametrize("lang", ["zh", "en"])
def test_blank_sheets_compute_without_a_fault(tmp_path: Path, lang: Any) -> None:
    need_calc()
    scored = setting(scored_session(tmp_path / "s", EVERYTHING), lang)
    file = tmp_path / "sheets.xlsx"
    file.write_bytes(scoresheets_xlsx(scored, blank(scored), ballots=5, judges=5))
    assert compared(file, tmp_path) > 60


def test_only_marks_and_headings_can_be_written_and_only_what_may_stand_there(tmp_path: Path) -> None:
    folder = scored_session(tmp_path / "s", EVERYTHING)
    book = openpyxl.load_workbook(filled(folder, {}))
    assert book.sheetnames == [
        *("等次票", "评委打分", "用时"),
        *("选票（打印）", "打分表（打印）", "得分", "指标得分", "统计", "口径"),
    ]
    assert all(sheet.protection.sheet for sheet in book)
    allowed = {name: list(book[name].data_validations.dataValidation) for name in book.sheetnames[:3]}
    (grades,), (points,), times = allowed.values()
    assert (grades.type, str(grades.sqref)) == ("list", "C7:H11")
    assert (points.type, str(points.sqref)) == ("decimal", "C7:H11")
    assert (float(points.formula1), float(points.formula2)) == (0, 100)
    assert times == []
    for name, last in (("等次票", "H"), ("评委打分", "H"), ("用时", "C")):
        sheet = book[name]
        opened = {cell.coordinate for row in sheet.iter_rows() for cell in row if not cell.protection.locked}
        columns = [chr(c) for c in range(ord("C"), ord(last) + 1)]
        assert opened == {f"{c}{row}" for c in columns for row in range(FIRST_ROW - 1, FIRST_ROW + 5)}
    assert all(sheet.page_setup.paperSize == 9 for sheet in book)


def test_every_mark_can_be_traced_to_the_sheet_that_it_was_read_from(tmp_path: Path) -> None:
    folder = scored_session(tmp_path / "s", EVERYTHING)
    book = openpyxl.load_workbook(written(folder, tmp_path), data_only=True)
    sheet = book["等次票"]
    assert [cell.value for cell in sheet[4]][2:7] == [f"scores/计分表.xlsx!等次票!{c}7:{c}11" for c in "CD"] + [
        "scores/计分表.xlsx!等次票!E7:E11",
        "scores/计分表.xlsx!等次票!F7:F11",
        "scores/计分表.xlsx!等次票!G7:G11",
    ]
    assert [cell.value for cell in sheet[5]][2:7] == ["有效", "废票", "有效", "废票", "废票"]
    voids = rows_of(book["废票"])
    assert [row["单元格"].rpartition("!")[2] for row in voids] == ["D7:D11", "F8", "G11"]
    sources = [row["出处"] for row in rows_of(book["指标得分"])]
    assert sources[0].startswith("units/01-甲局.yaml:")


def test_units_stand_by_group_and_place_with_what_is_to_be_known(tmp_path: Path) -> None:
    folder = scored_session(tmp_path / "s", EVERYTHING)
    rows = rows_of(openpyxl.load_workbook(written(folder, tmp_path), data_only=True)["得分"])
    assert [(row["组别"], row["单位"], row["名次"], row["得分"]) for row in rows] == [
        ("市直", "甲局", 1, 94.28),
        ("市直", "乙局", 2, 90.57),
        ("市直", "丙局", 3, 79.8),
        ("镇办", "戊镇", 1, 85),
        ("镇办", "丁镇", 2, 71.55),
    ]
    assert [row["备注"] or None for row in rows] == [None, "1项指标不计分", None, "1项指标不计分", "没有记用时，不扣分"]


def test_a_unit_that_lacks_a_part_is_listed_and_not_zero(tmp_path: Path) -> None:
    folder = scored_session(tmp_path / "s", EVERYTHING)
    (folder / "units/02-乙局.yaml").write_text("[[[", "utf-8")
    path = filled(folder, {"等次票": GRADES, "评委打分": POINTS[:3]})
    scored = setting(folder)
    (tmp_path / "x.xlsx").write_bytes(scores_xlsx(scored, outcome(scored, (path,)).scores))
    rows = {row["单位"]: row for row in rows_of(openpyxl.load_workbook(tmp_path / "x.xlsx", data_only=True)["得分"])}
    assert (rows["乙局"]["得分"], rows["乙局"]["名次"], rows["乙局"]["指标分"]) == ("—", "—", "—")
    assert rows["乙局"]["备注"].startswith("没有可读的提纲；没有指标分，不排名")
    assert rows["戊镇"]["备注"].startswith("没有评委分，不排名")


def test_the_same_sheets_give_the_same_bytes(tmp_path: Path) -> None:
    digests = set()
    for place in ("a", "b/c"):
        folder = scored_session(tmp_path / place, EVERYTHING)
        (tmp_path / "out" / place).mkdir(parents=True)
        digests.add(hashlib.sha256(written(folder, tmp_path / "out" / place).read_bytes()).hexdigest())
    assert len(digests) == 1


def test_names_never_become_formulas(tmp_path: Path) -> None:
    grades: Plain = {"=1+1": 100, "@差": 40}
    folder = scored_session(tmp_path / "s", {"ballots": {"method": "grades", "grades": grades}}, title="=HYPERLINK(1)")
    book = openpyxl.load_workbook(filled(folder, {}))
    texts = [cell for sheet in book for row in sheet.iter_rows() for cell in row if cell.value in ("=1+1", "@差")]
    assert texts
    assert all(cell.data_type == "s" for cell in texts)
    titles = [sheet["A1"] for sheet in book]
    assert all(str(cell.value).startswith("=HYPERLINK(1)") and cell.data_type == "s" for cell in titles)


@pytest.mark.parametrize("form", FORMATS)
@pytest.mark.parametrize("way", ["everything", "two ballots", "places"])
def test_office_finds_no_fault(tmp_path: Path, way: str, form: Any) -> None:
    folder = scored_session(tmp_path / "s", WAYS[way])
    scored = setting(folder)
    blank_sheets = tmp_path / "sheets.xlsx"
    blank_sheets.write_bytes(scoresheets_xlsx(scored, blank(scored), ballots=60, judges=7))
    assert faults(blank_sheets, form) == []
    assert faults(written(folder, tmp_path), form) == []
