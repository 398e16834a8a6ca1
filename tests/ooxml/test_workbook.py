import io
import zipfile
from decimal import Decimal

import openpyxl
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from unitdeck.ooxml.workbook import Formula, number_text, workbook

HEADER = ("", "完成<率>", "=B1")
ROWS = (
    ("=SUM(A1)", Decimal("32.3"), Decimal(0)),
    ("𠮷😀 & <b>", None, Decimal("-34096")),
    (" 空格 ", Decimal("0.000001"), None),
)
FORMATS = ("", '+0.0;"−"0.0;0.0', "")


def read(blob):
    return openpyxl.load_workbook(io.BytesIO(blob))["Sheet1"]


def test_cells_hold_what_was_given():
    sheet = read(workbook(HEADER, ROWS, FORMATS, "2022-05-31"))
    assert [[cell.value for cell in row] for row in sheet.iter_rows()] == [
        ["", "完成<率>", "=B1"],
        ["=SUM(A1)", 32.3, 0],
        ["𠮷😀 & <b>", None, -34096],
        [" 空格 ", 0.000001, None],
    ]


def test_text_is_text_even_with_a_leading_equals_sign():
    sheet = read(workbook(HEADER, ROWS, FORMATS, "2022-05-31"))
    assert {sheet["A2"].data_type, sheet["C1"].data_type} == {"s"}


def test_number_formats_belong_to_their_columns():
    sheet = read(workbook(HEADER, ROWS, FORMATS, "2022-05-31"))
    assert sheet["B2"].number_format == '+0.0;"−"0.0;0.0'
    assert sheet["C2"].number_format == "General"


def test_a_missing_cell_is_absent():
    with zipfile.ZipFile(io.BytesIO(workbook(HEADER, ROWS, FORMATS, "2022-05-31"))) as archive:
        sheet = archive.read("xl/worksheets/sheet1.xml").decode()
    assert 'r="B3"' not in sheet
    assert '<c r="C2"><v>0</v></c>' in sheet


def test_a_formula_is_ours_and_stands_with_the_value_it_has():
    rows = (("=A1", Decimal(2), Formula('IF(B2<3,"x&y",B2)', Decimal("1.50"))), ("乙", None, Formula("NA()", None)))
    blob = workbook(HEADER, rows, FORMATS, "2022-05-31")
    sheet, cached = read(blob), openpyxl.load_workbook(io.BytesIO(blob), data_only=True)["Sheet1"]
    assert (sheet["C2"].value, sheet["C2"].data_type) == ('=IF(B2<3,"x&y",B2)', "f")
    assert (cached["C2"].value, cached["C3"].value, cached["C3"].data_type) == (1.5, "#N/A", "e")
    assert (sheet["A2"].value, sheet["A2"].data_type) == ("=A1", "s")


def test_bytes_depend_on_the_input_alone():
    first = workbook(HEADER, ROWS, FORMATS, "2022-05-31")
    assert first == workbook(HEADER, ROWS, FORMATS, "2022-05-31")
    assert first != workbook(HEADER, ROWS, FORMATS, "2022-06-30")
    with zipfile.ZipFile(io.BytesIO(first)) as archive:
        assert archive.testzip() is None
        assert {entry.date_time for entry in archive.infolist()} == {(1980, 1, 1, 0, 0, 0)}


@pytest.mark.parametrize(
    ("value", "text"), [("0", "0"), ("-0.0", "0"), ("1E+3", "1000"), ("3.10", "3.1"), ("-1234567.5", "-1234567.5")]
)
def test_numbers_are_plain_digits(value, text):
    assert number_text(Decimal(value)) == text


@settings(max_examples=100, deadline=None)
@given(st.decimals(min_value=-(10**12), max_value=10**12, places=3))
def test_a_number_is_read_back_as_it_was(value):
    assert Decimal(number_text(value)) == value
