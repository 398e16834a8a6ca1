"""A worksheet as a person wants it: heading, header, frozen panes, filter, widths; and cells that are what they are.

A text is always written as a text: one that begins with ``=``, ``+``, ``-`` or ``@`` never becomes a formula.
"""

from __future__ import annotations

import datetime
import io
import math
import unicodedata
from collections.abc import Iterable, Sequence
from decimal import Decimal
from typing import NamedTuple, TypeAlias

import xlsxwriter
from xlsxwriter.format import Format
from xlsxwriter.worksheet import Worksheet

from unitdeck.source.scalars import When

Sheet: TypeAlias = Worksheet  # what Book.sheet gives, to be written on

HEADER = 2  # the row (from 0) of a sheet's header: title and particulars stand above it
FIRST = HEADER + 2  # the number that a sheet gives its first row of data
_LONGEST = 32_000  # characters: a cell holds 32,767
_FONT = {"font_name": "微软雅黑", "font_size": 10, "valign": "vcenter"}
DAY = "yyyy-mm-dd"
_PRECISE = {"day": DAY, "month": "yyyy-mm", "year": "yyyy"}
TYPED = "#FFFBE6"  # the ground of what a person fills in
_BOXED = {"border": 1, "border_color": "#D5DCE4"}
_RULED = {"bottom": 1, "bottom_color": "#D5DCE4"}
_LINE = 16.0  # pt: a line of text in a cell
_HIGHEST = 409.0  # pt: what Excel allows
TONES = {"good": "#1B6B45", "near": "#1F5FA8", "warn": "#8A5A00", "bad": "#A61B1B", "none": "#555555"}


class Formula(NamedTuple):
    """A formula with the value that it has, so that a reader that does not compute shows it too.

    ``words`` says that it gives a text, to be set as texts are.
    """

    text: str
    value: Decimal | int | str
    code: str = "General"
    words: bool = False


class Number(NamedTuple):
    """A figure with its number format."""

    value: Decimal | int
    code: str


class Day(NamedTuple):
    """A date with its number format."""

    date: datetime.date
    code: str = DAY


class Typed(NamedTuple):
    """A cell that a person fills in, on a ground that says so; what stands in it already."""

    value: str | Day = ""


class Toned(NamedTuple):
    """A text in the colour of a status; the text says it too."""

    text: str
    tone: str


Cell: TypeAlias = str | int | Formula | Number | Day | Typed | Toned


class Column(NamedTuple):
    """A column: its header, and its width in characters."""

    head: str
    width: float


def new_book(title: str, year: int) -> Book:
    """Return a workbook without sheets; ``year`` is what its properties say it was made in."""
    file = io.BytesIO()
    made = xlsxwriter.Workbook(file, {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False})
    made.set_properties({"title": title, "created": datetime.datetime(year, 1, 1, tzinfo=datetime.UTC)})
    return Book(made, file)


class Book:
    """A workbook being written; the formats it has made so far."""

    def __init__(self, book: xlsxwriter.Workbook, file: io.BytesIO | None = None) -> None:
        self.book = book
        self._file = file
        self._formats: dict[tuple[tuple[str, object], ...], Format] = {}

    def content(self) -> bytes:
        """Return the bytes of a workbook of :func:`new_book`, whose sheets are all written."""
        assert self._file is not None  # noqa: S101
        self.book.close()
        return self._file.getvalue()

    def format(self, **properties: object) -> Format:
        """Return the format of these properties, made once."""
        key = tuple(sorted((_FONT | properties).items()))
        if key not in self._formats:
            self._formats[key] = self.book.add_format(dict(key))
        return self._formats[key]

    def sheet(
        self,
        name: str,
        heading: Sequence[str],
        columns: Sequence[Column],
        rows: Iterable[Sequence[Cell]],
        *,
        frozen: int,
    ) -> Worksheet:
        """Write a sheet: two lines of heading, a header, the rows; the first ``frozen`` columns stay in sight."""
        sheet = self.book.add_worksheet(name)
        for line, text in enumerate(heading):
            look = self.format(bold=True, font_size=14) if line == 0 else self.format(font_color="#555555")
            sheet.write_string(line, 0, text, look)
        head = self.format(bold=True, text_wrap=True, bg_color="#E6ECF2", bottom=1, align="center")
        for at, column in enumerate(columns):
            sheet.set_column(at, at, column.width)
            # A column's unit stands on a line of its own.
            sheet.write_string(HEADER, at, column.head.replace("（", "\n（").replace(" (", "\n("), head)
        sheet.set_row(HEADER, 36)
        last = HEADER
        for last, row in enumerate(rows, HEADER + 1):
            lines = 1
            for at, cell in enumerate(row):
                self._write(sheet, last, at, cell)
                lines = max(lines, _lines(cell, columns[at].width))
            # Written, because not every program finds the height of wrapped text by itself.
            sheet.set_row(last, min(_HIGHEST, 4 + _LINE * lines))
        sheet.freeze_panes(HEADER + 1, frozen)
        sheet.autofilter(HEADER, 0, max(last, HEADER + 1), len(columns) - 1)
        sheet.set_landscape()
        sheet.set_paper(9)
        sheet.fit_to_pages(1, 0)
        sheet.repeat_rows(HEADER)
        sheet.set_margins(left=0.4, right=0.4, top=0.5, bottom=0.6)
        sheet.set_footer("&C&P / &N")
        return sheet

    def _figure(self, code: str) -> Format:
        return self.format(num_format=code, align="right", **_RULED)

    def _write(self, sheet: Worksheet, row: int, column: int, cell: Cell) -> None:
        if isinstance(cell, Formula):
            value = cell.value if isinstance(cell.value, str) else float(cell.value)
            look = self.format(text_wrap=True, indent=1, **_RULED) if cell.words else self._figure(cell.code)
            sheet.write_formula(row, column, cell.text, look, value)
        elif isinstance(cell, Number):
            sheet.write_number(row, column, float(cell.value), self._figure(cell.code))
        elif isinstance(cell, Typed):
            self._write_typed(sheet, row, column, cell.value)
        elif isinstance(cell, Day):
            sheet.write_datetime(row, column, cell.date, self._figure(cell.code))
        elif isinstance(cell, int):
            sheet.write_number(row, column, cell, self.format(align="right", **_RULED))
        elif isinstance(cell, Toned):
            bold, color = cell.tone in ("warn", "bad"), TONES[cell.tone]
            look = self.format(text_wrap=True, indent=1, bold=bold, font_color=color, **_RULED)
            sheet.write_string(row, column, _fitting(cell.text), look)
        else:
            missing = cell == "—"
            look = self.format(align="right", **_RULED) if missing else self.format(text_wrap=True, indent=1, **_RULED)
            sheet.write_string(row, column, _fitting(cell), look)

    def _write_typed(self, sheet: Worksheet, row: int, column: int, value: str | Day) -> None:
        if isinstance(value, Day):
            look = self.format(num_format=value.code, align="left", indent=1, bg_color=TYPED, **_BOXED)
            sheet.write_datetime(row, column, value.date, look)
        else:
            look = self.format(text_wrap=True, indent=1, bg_color=TYPED, **_BOXED)
            if value:
                sheet.write_string(row, column, _fitting(value), look)
            else:
                sheet.write_blank(row, column, None, look)


def _lines(cell: Cell, width: float) -> int:
    """How many lines a text takes in a column, rather one more than one less."""
    text = cell.text if isinstance(cell, Toned) else cell.value if isinstance(cell, Typed) else cell
    if not isinstance(text, str):
        return 1
    room = max(1.0, width - 3)
    return sum(max(1, math.ceil(_width(part) / room)) for part in text.split("\n"))


def _width(text: str) -> float:
    return sum(2.0 if unicodedata.east_asian_width(char) in "WFA" else 1.1 for char in text)


def _fitting(text: str) -> str:
    return text if len(text) <= _LONGEST else f"{text[:_LONGEST]}…"


def day_cell(when: When | None) -> str | Day:
    """Return a date as a date, with which formulas can count: of a month or a year its last day; else its words."""
    if when is None:
        return ""
    return when.text if when.date is None else Day(when.date, _PRECISE[when.precision])


def span(columns: str, rows: int, sheet: str = "") -> str:
    """Return the absolute range of a column's data, at least one row; on another sheet where it is named."""
    place = f"'{sheet}'!" if sheet else ""
    return f"{place}${columns}${FIRST}:${columns}${FIRST + max(rows, 1) - 1}"
