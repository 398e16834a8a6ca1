"""A table that a clerk made, as rows of texts: a workbook's sheet, a CSV file, or a list with an item a line."""

from __future__ import annotations

import csv
import importlib
from collections.abc import Iterator, Mapping, Sequence
from datetime import datetime, time
from io import BytesIO
from pathlib import Path
from typing import Any, NamedTuple

from unitdeck.base.diagnostics import BuildError, Span, error
from unitdeck.base.spreadsheet import column_letter
from unitdeck.source.text import decode, read_bytes

_WORKBOOK = (b"PK\x03\x04", b"\xd0\xcf\x11\xe0")  # .xlsx and .ods; .xls
_MOST_CELLS = 200_000


class Cell(NamedTuple):
    """A cell's text, its spaces made single; ``address`` is what people call it (名单!B3, or B3 in a CSV file)."""

    text: str
    address: str
    span: Span


Row = tuple[Cell, ...]


class Sheet(NamedTuple):
    """A sheet as it stands. ``cells`` by (row, column), both from 1, those that hold something.

    ``merged`` are the places that merged cells cover, their first among them.
    """

    name: str
    cells: Mapping[tuple[int, int], Cell]
    merged: frozenset[tuple[int, int]]


def read_sheets(path: Path) -> tuple[Sheet, ...]:
    """Return the sheets of a workbook (.xlsx, .xls, .ods); a formula is the value that was saved with it.

    Raises BuildError: UD621 a file that is no workbook or too large, and what reading bytes raises.
    """
    data, file = read_bytes(path), str(path)
    if not data.startswith(_WORKBOOK):
        raise BuildError((error("UD621", Span(file), reason="not a workbook"),))
    calamine = importlib.import_module("python_calamine")
    try:
        workbook = calamine.load_workbook(BytesIO(data))
        return tuple(_sheet(workbook.get_sheet_by_name(name), file) for name in workbook.sheet_names)
    except calamine.CalamineError as failure:
        raise BuildError((error("UD621", Span(file), reason=str(failure)),)) from None


def read_table(path: Path) -> tuple[Row, ...]:
    """Return the rows of a file that are not blank; what kind it is, its bytes say and not its name.

    Of a workbook (.xlsx, .xls, .ods) the first sheet that holds something; a merged cell counts in each of its rows.
    Text is UTF-8 or GB18030, its cells parted by tabs where its first line has one, else by commas. Raises BuildError:
    UD621 a workbook that cannot be read, UD614 not CSV, and what reading a text raises.
    """
    data = read_bytes(path)
    rows = _workbook(data, str(path)) if data.startswith(_WORKBOOK) else _text(data, str(path))
    return tuple(row for row in rows if any(cell.text for cell in row))


def _sheet(sheet: Any, file: str) -> Sheet:
    if not sheet.height:
        return Sheet(sheet.name, {}, frozenset())
    _measured(sheet, file)
    top, left = sheet.start
    cells = {
        (row, column): Cell(text, f"{sheet.name}!{column_letter(column - 1)}{row}", Span(file, row, column))
        for row, values in enumerate(sheet.to_python(skip_empty_area=True), top + 1)
        for column, value in enumerate(values, left + 1)
        if (text := _plain(value))
    }
    merged = frozenset(
        (row + 1, column + 1)
        for first, last in sheet.merged_cell_ranges or ()
        for row in range(first[0], last[0] + 1)
        for column in range(first[1], last[1] + 1)
    )
    return Sheet(sheet.name, cells, merged)


def _measured(sheet: Any, file: str) -> None:
    """Raise UD621 for a sheet of more cells than any list or form of ours has."""
    if sheet.height * sheet.width > _MOST_CELLS:
        raise BuildError((error("UD621", Span(file), reason=f"{sheet.height} × {sheet.width} > {_MOST_CELLS}"),))


def _workbook(data: bytes, file: str) -> Iterator[Row]:
    # Loaded by name and only here: nothing else reads workbooks.
    calamine = importlib.import_module("python_calamine")
    try:
        workbook = calamine.load_workbook(BytesIO(data))
        sheet = next((each for each in map(workbook.get_sheet_by_name, workbook.sheet_names) if each.height), None)
        if sheet is None:
            return
        _measured(sheet, file)
        values, merged = sheet.to_python(skip_empty_area=True), sheet.merged_cell_ranges or ()
    except calamine.CalamineError as failure:
        raise BuildError((error("UD621", Span(file), reason=str(failure)),)) from None
    top, left = sheet.start
    for (first, column), (last, _) in merged:
        for row in range(max(first - top, 0), min(last - top + 1, len(values))):
            if 0 <= column - left < len(values[row]) and first >= top:
                values[row][column - left] = values[first - top][column - left]
    for row, cells in enumerate(values, top + 1):
        yield tuple(
            Cell(_plain(value), f"{sheet.name}!{column_letter(column - 1)}{row}", Span(file, row, column))
            for column, value in enumerate(cells, left + 1)
        )


def _text(data: bytes, file: str) -> Iterator[Row]:
    lines = decode(data, file).text.split("\n")
    first = next((line for line in lines if line.strip()), "")
    reader = csv.reader((f"{line}\n" for line in lines), strict=True, delimiter="\t" if "\t" in first else ",")
    start = 1
    try:
        for values in reader:
            yield _row(values, file, start)
            start = reader.line_num + 1
    except csv.Error:
        raise BuildError((error("UD614", Span(file, start)),)) from None


def _row(values: Sequence[str], file: str, line: int) -> Row:
    return tuple(
        Cell(_plain(value), f"{column_letter(index)}{line}", Span(file, line)) for index, value in enumerate(values)
    )


def _plain(value: Any) -> str:
    if isinstance(value, float) and value.is_integer():
        return str(int(value))
    if isinstance(value, datetime) and value.time() == time():
        return value.date().isoformat()
    return " ".join(str(value).split())
