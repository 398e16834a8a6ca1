from __future__ import annotations

import hashlib
from pathlib import Path
from typing import Any

import openpyxl
import pytest

from support.boards import EVIL, figure, session, two_sessions, unit
from support.calc import compared, need_calc
from support.office import FORMATS, faults
from unitdeck.session.board.paper import paper
from unitdeck.session.board.xlsx import scoreboard_xlsx

SHEETS = {
    "zh": ["成绩单", "指标", "红黄清单", "薄弱点与举措", "未报送", "口径说明"],
    "en": ["Scoreboard", "Indicators", "Red and yellow", "Weak points", "Not filed", "Rules"],
}
SAMPLE = "decks/2022-05-30-first"


def written(folder: Path, out: Path, lang: Any = "zh") -> Path:
    file = out / "scoreboard.xlsx"
    file.write_bytes(scoreboard_xlsx(paper(folder, lang)))
    return file


@pytest.fixture
def book(tmp_path: Path) -> openpyxl.Workbook:
    return openpyxl.load_workbook(written(two_sessions(tmp_path), tmp_path), data_only=True)


def table(sheet: Any) -> list[dict[str, Any]]:
    heads = [str(cell.value).replace("\n", "") for cell in sheet[3]]
    return [dict(zip(heads, row, strict=True)) for row in sheet.iter_rows(min_row=4, values_only=True)]


@pytest.mark.parametrize("lang", ["zh", "en"])
@pytest.mark.parametrize("which", ["own", "sample", "empty"])
def test_calc_computes_the_values_that_were_written(tmp_path: Path, root: Path, lang: str, which: str) -> None:
    need_calc()
    folder = root / SAMPLE if which == "sample" else tmp_path / "s"
    if which == "own":
        folder = two_sessions(tmp_path)
    elif which == "empty":
        session(folder, {"坏": "[[["})
    file = written(folder, tmp_path, lang)
    assert compared(file, tmp_path) == {"own": 151, "sample": 315, "empty": 0}[which]


@pytest.mark.parametrize("lang", ["zh", "en"])
def test_sheets_have_frozen_panes_filters_and_widths(tmp_path: Path, root: Path, lang: str) -> None:
    book = openpyxl.load_workbook(written(root / SAMPLE, tmp_path, lang))
    assert book.sheetnames == SHEETS[lang]
    for sheet in book:
        assert sheet.freeze_panes is not None
        assert sheet.auto_filter.ref is not None
        assert sheet.page_setup.orientation == "landscape"
        assert all(sheet.column_dimensions[cell.column_letter].width >= 5 for cell in sheet[3])


def test_the_league(book: openpyxl.Workbook) -> None:
    rows = {row["单位"]: row for row in table(book["成绩单"])}
    assert list(rows) == ["丙局", "甲局", "乙局", "己局", "丁局", "某镇", "无组"]
    assert [rows[n]["名次"] for n in rows] == [1, 2, 2, 4, "—", 1, 1]
    assert [rows[n]["位次变化"] for n in rows] == [2, -1, 0, 0, "—", "—", "—"]
    assert [rows[n]["进步名次"] for n in rows] == [1, 4, 2, 3, "—", 1, "—"]
    assert rows["无组"]["组别"] == "未分组"
    assert (rows["己局"]["达标占比（%）"], rows["丁局"]["达标占比（%）"]) == (0, "—")


def test_zero_and_missing_are_not_the_same(book: openpyxl.Workbook) -> None:
    rows = {(row["单位"], row["指标"]): row for row in table(book["指标"])}
    zero, missing = rows["己局", "收入"], rows["己局", "支出"]
    assert (zero["完成"], zero["完成率（%）"], zero["状态"]) == (0, 0, "严重欠序时")
    assert (missing["完成"], missing["完成率（%）"], missing["状态"]) == ("—", "—", "未报数")


def test_texts_of_an_outline_never_become_formulas(tmp_path: Path) -> None:
    book = openpyxl.load_workbook(written(two_sessions(tmp_path), tmp_path))
    for text, sheet in ((EVIL[0], "薄弱点与举措"), (EVIL[1], "薄弱点与举措"), ("=1+1", "指标"), (EVIL[3], "成绩单")):
        cells = [cell for row in book[sheet].iter_rows() for cell in row if cell.value == text]
        assert cells, text
        assert all(cell.data_type == "s" and cell.hyperlink is None for cell in cells)


def test_the_register_begins_with_what_has_no_measure(book: openpyxl.Workbook) -> None:
    rows = table(book["薄弱点与举措"])
    assert [row["状态"] for row in rows] == ["无举措"] * 6 + ["逾期（填报：—）"]
    assert rows[-1]["问题"] == EVIL[0]
    assert {row["组别"] for row in rows} == {"市直", EVIL[3], "未分组"}


def test_who_has_not_filed(book: openpyxl.Workbook) -> None:
    assert [(row["单位"], row["出处"]) for row in table(book["未报送"])] == [
        ("没交局", "没有提纲"),
        ("戊局", "units/05-戊局.yaml"),
        ("坏", "units/09-坏.yaml"),
        ("丁局", "units/04-丁局.yaml"),
    ]


def test_figures_keep_the_format_that_they_are_printed_in(tmp_path: Path) -> None:
    outline = unit("甲", "", figure("率", 4, 3.37, unit="%", kind="level", direction="lower"), figure("x", 1200, 34.50))
    sheet = openpyxl.load_workbook(written(session(tmp_path / "s", {"甲": outline}), tmp_path))["指标"]
    assert [sheet[cell].number_format for cell in ("G4", "H4", "G5", "H5", "K5")] == [
        '"≤"#,##0;"−""≤"#,##0',
        '#,##0.00;"−"#,##0.00',
        '#,##0;"−"#,##0',
        '#,##0.0;"−"#,##0.0',
        '+0.0;"−"0.0;0.0',
    ]


def test_the_same_session_gives_the_same_bytes_wherever_it_lies(tmp_path: Path) -> None:
    digests = set()
    for place in ("a", "b/c"):
        content = scoreboard_xlsx(paper(two_sessions(tmp_path / place), "zh"))
        digests.add(hashlib.sha256(content).hexdigest())
    assert len(digests) == 1


@pytest.mark.parametrize("form", FORMATS)
def test_office_finds_no_fault(tmp_path: Path, form: Any) -> None:
    assert faults(written(two_sessions(tmp_path), tmp_path), form) == []


def test_a_text_longer_than_a_cell(tmp_path: Path) -> None:
    measure = {"problem": "长" * 40_000}
    outline = unit("甲", "", figure("a", 1, 1), measures=[measure])
    book = openpyxl.load_workbook(written(session(tmp_path / "s", {"甲": outline}), tmp_path))
    assert str(book["薄弱点与举措"]["D4"].value).endswith("长…")
