from __future__ import annotations

import datetime
from pathlib import Path
from typing import Any

import openpyxl
import pytest

from support.boards import EVIL, figure, session, unit
from support.office import FORMATS, faults
from unitdeck.base.diagnostics import BuildError
from unitdeck.outline.model import Commentator
from unitdeck.session.papers.comment_record import HEADINGS, Remark, labels, read_comments, spellings
from unitdeck.session.papers.comment_sheet import Blank, comment_sheet
from unitdeck.session.results import results

BLANK = Blank(
    title="第一期",
    about="2022年5月30日",
    units=(("市财政局", ()), (EVIL[0], ())),
    commentators=(Commentator("市领导", "某某"), Commentator("人大代表")),
    year=2022,
)
NAMES = {"市财政局": "市财政局", "广水市财政局": "市财政局", "=1+1": "乙"}


def blank(folder: Path, lang: Any = "zh", sheet: Blank = BLANK) -> Path:
    file = folder / "record.xlsx"
    file.write_bytes(comment_sheet(sheet, lang))
    return file


def filled(file: Path, cells: dict[str, object]) -> Path:
    book = openpyxl.load_workbook(file)
    for place, value in cells.items():
        book.worksheets[0][place] = value
    book.save(file)
    return file


def record(folder: Path, *rows: str) -> Path:
    file = folder / "记录.csv"
    file.write_text("\n".join(("单位,点评意见,交办任务,责任,时限,状态", *rows)), "utf-8")
    return file


def refused(file: Path) -> list[tuple[str, object]]:
    with pytest.raises(BuildError) as bad:
        read_comments(file, NAMES)
    return [(each.code, each.data.get("cell")) for each in bad.value.diagnostics]


@pytest.mark.parametrize("lang", ["zh", "en"])
def test_a_blank_record_has_a_row_for_each_unit_and_commentator(tmp_path: Path, lang: str) -> None:
    sheet = openpyxl.load_workbook(blank(tmp_path, lang)).worksheets[0]
    assert [cell.value for cell in sheet[3]] == [words[lang == "en"] for words in HEADINGS.values()]
    assert [[cell.value for cell in row[:4]] for row in sheet.iter_rows(min_row=4)] == [
        [1, "市财政局", "市领导", "某某"],
        [1, "市财政局", "人大代表", None],
        [2, EVIL[0], "市领导", "某某"],
        [2, EVIL[0], "人大代表", None],
    ]
    assert sheet["B6"].data_type == "s"
    assert read_comments(blank(tmp_path, lang), {}) == ()


def test_a_session_without_commentators_has_a_row_a_unit(tmp_path: Path) -> None:
    sheet = openpyxl.load_workbook(blank(tmp_path, sheet=BLANK._replace(commentators=()))).worksheets[0]
    assert [row[1].value for row in sheet.iter_rows(min_row=4)] == ["市财政局", EVIL[0]]


@pytest.mark.parametrize(("lang", "word"), [("zh", "推进中"), ("en", "Under way")])
def test_what_is_typed_is_read_back(tmp_path: Path, lang: str, word: str) -> None:
    typed = {
        "E4": "把差距写清楚",
        "F4": " 月底前\n报方案 ",
        "G4": "预算股",
        "H4": datetime.date(2022, 9, 30),
        "I4": word,
        "B9": "广水市财政局",
        "C9": "政协委员",
        "F9": "加一行",
        "H9": "2022-09",
    }
    file = filled(blank(tmp_path, lang), typed)
    file_sheet = openpyxl.load_workbook(file).worksheets[0].title
    first, second = read_comments(file, NAMES)
    assert first._replace(due=None) == Remark(
        unit="市财政局",
        role="市领导",
        name="某某",
        comment="把差距写清楚",
        task="月底前 报方案",
        owner="预算股",
        due=None,
        status="under_way",
        evidence="",
        cell=f"{file_sheet}!E4",
    )
    assert first.due is not None
    assert (first.due.text, first.due.date) == ("2022-09-30", datetime.date(2022, 9, 30))
    assert (first.by, second.by, second.unit, second.status) == ("市领导 某某", "政协委员", "市财政局", None)
    assert second.due is not None
    assert second.due.date == datetime.date(2022, 9, 30)


def test_units_and_statuses_are_picked_from_lists(tmp_path: Path) -> None:
    rules = openpyxl.load_workbook(blank(tmp_path)).worksheets[0].data_validations.dataValidation
    assert [(rule.type, str(rule.sqref), rule.formula1) for rule in rules] == [
        ("list", "B4:B67", "'名单'!$A$4:$A$5"),
        ("list", "I4:I67", '"新增,推进中,待核,已销号,逾期"'),
        ("date", "H4:H67", "36526"),
    ]


@pytest.mark.parametrize(
    ("row", "found"),
    [
        (",有意见,,,,", ("UD733", "B2")),
        ("市财政所,有意见,,,,", ("UD734", "A2")),
        ("市财政局,有意见,,,,办好了", ("UD735", "F2")),
        ("市财政局,,有任务,,2022-02-30,", ("UD736", "E2")),
    ],
)
def test_a_bad_row_is_told_by_its_cell(tmp_path: Path, row: str, found: tuple[str, str]) -> None:
    assert refused(record(tmp_path, row)) == [found]


def test_all_bad_rows_are_told_at_once(tmp_path: Path) -> None:
    file = record(tmp_path, ",甲,,,,", "市财政局,好,,,,", "某局,,乙,,2022-13-01,完了")
    assert [code for code, _ in refused(file)] == ["UD733", "UD734", "UD736", "UD735"]


def test_a_table_that_is_no_record(tmp_path: Path) -> None:
    file = tmp_path / "a.csv"
    file.write_text("单位,人数\n市财政局,60\n", "utf-8")
    assert refused(file) == [("UD732", None)]
    file.write_text("", "utf-8")
    assert refused(file) == [("UD732", None)]


def test_a_unit_goes_by_its_short_name_its_full_one_and_its_file(tmp_path: Path) -> None:
    first, second = unit("广水市甲局", "", figure("a", 1, 1)), unit("乙", "", figure("a", 1, 1))
    first["unit"]["short"] = "甲局"
    folder = session(tmp_path / "s", {"01-jia": first, "02-yi": second, "03-坏": "[[[", "04-er": second})
    found = results(folder, "zh")
    assert labels(found) == ("甲局", "yi", "坏", "er")
    assert spellings(found) == {"甲局": "jia", "广水市甲局": "jia", "乙": "yi", "坏": "坏", "yi": "yi", "er": "er"}


@pytest.mark.parametrize("form", FORMATS)
def test_office_finds_no_fault(tmp_path: Path, form: Any) -> None:
    assert faults(blank(tmp_path), form) == []


def test_the_same_session_gives_the_same_bytes() -> None:
    assert comment_sheet(BLANK, "zh") == comment_sheet(BLANK, "zh")
