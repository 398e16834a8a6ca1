"""Tables as clerks make them: workbooks, CSV files of every encoding, lists of lines."""

from pathlib import Path

import openpyxl
import pytest

from unitdeck.base.diagnostics import BuildError
from unitdeck.source.tables import read_table


def texts(path: Path) -> list[list[str]]:
    return [[cell.text for cell in row] for row in read_table(path)]


def workbook(path: Path) -> Path:
    book = openpyxl.Workbook()
    book.active.title = "说明"  # type: ignore[union-attr]
    sheet = book.create_sheet("名单")
    for at, value in {
        "B3": "单位",
        "C3": "组别",
        "B4": "财政局",
        "C4": "市直",
        "B5": " 发改\n局 ",
        "D4": 7,
        "D5": 1.5,
    }.items():
        sheet[at] = value
    sheet.merge_cells("C4:C5")
    book.save(path)
    return path


def test_the_first_sheet_that_holds_something_with_its_cells_addresses(tmp_path: Path) -> None:
    rows = read_table(workbook(tmp_path / "a.xlsx"))
    assert [[cell.text for cell in row] for row in rows] == [
        ["单位", "组别", ""],
        ["财政局", "市直", "7"],
        ["发改 局", "市直", "1.5"],
    ]
    assert [cell.address for cell in rows[2]] == ["名单!B5", "名单!C5", "名单!D5"]
    assert (rows[2][0].span.line, rows[2][0].span.column) == (5, 2)


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "gb18030", "utf-16"])
def test_csv_in_the_encodings_of_offices(tmp_path: Path, encoding: str) -> None:
    file = tmp_path / "a.csv"
    file.write_bytes('单位,组别\r\n"财政局, 本级",市直\r\n\r\n发改局\r\n'.encode(encoding))
    rows = read_table(file)
    assert texts(file) == [["单位", "组别"], ["财政局, 本级", "市直"], ["发改局"]]
    assert [row[0].address for row in rows] == ["A1", "A2", "A4"]


def test_a_csv_that_is_called_a_workbook_is_read_as_what_it_is(tmp_path: Path) -> None:
    file = tmp_path / "a.xls"
    file.write_text("单位\t组别\n财政局\t市直\n", "utf-8")
    assert texts(file) == [["单位", "组别"], ["财政局", "市直"]]


def test_columns_beyond_z(tmp_path: Path) -> None:
    file = tmp_path / "a.csv"
    file.write_text(",".join("x" * 28), "utf-8")
    assert [cell.address for cell in read_table(file)[0]][24:] == ["Y1", "Z1", "AA1", "AB1"]


@pytest.mark.parametrize(
    ("data", "code"),
    [(b"PK\x03\x04cut", "UD621"), (b"\xd0\xcf\x11\xe0cut", "UD621"), (b'a,"b\n', "UD614"), (b"a\x00b", "UD106")],
)
def test_what_is_no_table(tmp_path: Path, data: bytes, code: str) -> None:
    file = tmp_path / "a.xlsx"
    file.write_bytes(data)
    with pytest.raises(BuildError) as bad:
        read_table(file)
    assert [each.code for each in bad.value.diagnostics] == [code]


def test_a_sheet_with_a_cell_at_the_far_corner_is_refused(tmp_path: Path) -> None:
    book = openpyxl.Workbook()
    book.active["A1"], book.active["AZ5000"] = "单位", "x"  # type: ignore[index]
    book.save(tmp_path / "a.xlsx")
    with pytest.raises(BuildError) as bad:
        read_table(tmp_path / "a.xlsx")
    assert [each.code for each in bad.value.diagnostics] == ["UD621"]
