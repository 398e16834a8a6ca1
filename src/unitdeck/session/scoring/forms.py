"""The sheets of scoring that people fill in, and the ballots that they print.

A form stands the same way filled and blank: title, instructions, number, where its columns come from, a row that
checks each ballot, the headings, and a row a unit in running order.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from xlsxwriter.worksheet import Worksheet

from unitdeck.base.phrases import Say
from unitdeck.base.spreadsheet import column_letter
from unitdeck.session.scoring.marks import minutes_of
from unitdeck.session.scoring.reading import VIEW, Column
from unitdeck.session.scoring.rules import LETTERS, FormKind, Rules
from unitdeck.session.sheets import Book

CHECK_ROW, HEAD_ROW, FIRST_UNIT = 5, 6, 7  # numbers of rows, from 1
FIRST_MARK = 2  # the column, from 0, of the first ballot
BALLOTS: tuple[FormKind, ...] = ("grades", "a", "b", "ranks")
_EDGE = {"border": 1, "border_color": "#AAB4C0"}
_A4 = 9
_TEXT = "@"  # so that 7:45 stays what it is
_MINUTES = "0.00"
_PAPER = 80.0  # characters: units and marks of a printed ballot
_TITLE = 8  # columns of marks that a form's title runs over
_NARROW = 4  # and where there is one column
_ONE_PAGE = 20  # columns that are still legible on one page
_SAFE = {"format_columns": True, "format_rows": True, "select_locked_cells": True}


class Form(NamedTuple):
    """A sheet to fill in, or filled. ``columns`` are its ballots, judges or times; blank ones have only a heading."""

    kind: FormKind
    name: str
    columns: Sequence[Column]
    units: Sequence[str]

    @property
    def last(self) -> str:
        """The letters of its last column."""
        return column_letter(FIRST_MARK + len(self.columns) - 1)

    def marks(self, at: int) -> str:
        """Return the range of a unit's marks."""
        row = FIRST_UNIT + at
        return f"'{self.name}'!$C${row}:${self.last}${row}"

    def column(self, at: int) -> str:
        """Return the range of a column's marks, on its own sheet."""
        letter = column_letter(FIRST_MARK + at)
        return f"{letter}${FIRST_UNIT}:{letter}${FIRST_UNIT + len(self.units) - 1}"

    def first(self, at: int) -> str:
        """Return the cell of a unit's first mark, on its own sheet."""
        return f"$C${FIRST_UNIT + at}"

    @property
    def checks(self) -> str:
        """The range of what is said of each ballot."""
        return f"'{self.name}'!$C${CHECK_ROW}:${self.last}${CHECK_ROW}"


class Head(NamedTuple):
    """What stands above a sheet, and its last column (from 0) that the title runs to."""

    title: str
    words: str
    number: str
    last: int


class Look(NamedTuple):
    """What all forms of a workbook share: its book, language, rules, title and the session's code; filled or not.

    ``grades`` is the range of the names of grades, ``voted`` the formula of how many units a kind of ballot marks.
    """

    book: Book
    say: Say
    rules: Rules
    title: str
    code: str
    filled: bool
    grades: str
    voted: dict[FormKind, str]


def about(kind: FormKind, rules: Rules, say: Say, units: int, *, paper: bool = False) -> str:
    """Return the instructions of a form, or of the ballot that is printed for it."""
    key = "grades" if kind in ("a", "b") else kind
    time, panel = rules.time, rules.panel
    data = {
        "n": units,
        "full": panel.full if panel else "",
        "card": time.card if time else "",
        "least": time.least if time else "",
        "most": time.most if time else "",
        "penalty": time.penalty if time else "",
    }
    return say(f"paper_about_{key}" if paper else f"about_{key}", **data)


def write_form(form: Form, look: Look) -> None:
    """Write a form: what may be filled in is open, all else protected."""
    book, say = look.book, look.say
    sheet = book.book.add_worksheet(form.name)
    words = about(form.kind, look.rules, say, len(form.units))
    head = Head(
        f"{look.title}  {form.name}",
        words,
        _number(form, look),
        FIRST_MARK + (_TITLE if len(form.columns) > 1 else _NARROW) - 1,
    )
    _headed(sheet, form, look, head)
    sheet.set_column(1, 1, 30)
    sheet.set_column(FIRST_MARK, FIRST_MARK + len(form.columns) - 1, 9 if form.kind in BALLOTS else 13)
    ballot = form.kind in BALLOTS
    grey = book.format(font_color="#555555", text_wrap=False)
    if look.filled:
        sheet.write_string(3, 0, say("source_of"), grey)
        sheet.set_row(3, 56)
    sheet.write_string(CHECK_ROW - 1, 0, say("check") if ballot else "", grey)
    heading = book.format(bold=True, bg_color="#E6ECF2", align="center", text_wrap=True, locked=look.filled, **_EDGE)
    for at, column in enumerate(form.columns):
        place = FIRST_MARK + at
        if look.filled:
            sheet.write_string(3, place, column.place, book.format(font_color="#555555", font_size=7, text_wrap=True))
        if ballot:
            value = "" if not column.marks else say("void" if column.void else "valid")
            look_of = book.format(align="center", bold=True, font_color="#A61B1B" if column.void else "#1B6B45")
            sheet.write_formula(CHECK_ROW - 1, place, _check(form, at, look), look_of, value)
        sheet.write_string(HEAD_ROW - 1, place, column.head, heading)
    for at in range(len(form.units)):
        sheet.set_row(FIRST_UNIT - 1 + at, 20)
        for n, column in enumerate(form.columns):
            _mark(sheet, FIRST_UNIT - 1 + at, FIRST_MARK + n, form, column, at, look)
    if not look.filled:
        _validate(sheet, form, look)
        sheet.protect("", _SAFE)
    sheet.freeze_panes(HEAD_ROW, FIRST_MARK)
    if form.kind != "time":
        sheet.set_landscape()
    if len(form.columns) <= _ONE_PAGE:
        sheet.fit_to_pages(1, 0)
    else:
        sheet.repeat_columns(0, FIRST_MARK - 1)


def write_paper(form: Form, look: Look) -> None:
    """Write what is printed and handed out: a ballot, or a judge's sheet; it is not read back."""
    say, book = look.say, look.book
    key = "grades" if form.kind in ("a", "b") else form.kind
    heads = {
        "grades": [grade.name for grade in look.rules.grades],
        "ranks": [say("c_place_given", n=len(form.units))],
        "panel": [say("c_points", full=look.rules.panel.full if look.rules.panel else ""), say("c_remark")],
    }[key]
    words = about(form.kind, look.rules, say, len(form.units), paper=True)
    words = f"{words}{say('dropped')}" if form.kind in BALLOTS else words
    sheet = book.book.add_worksheet(say(f"paper_{form.kind}"))
    each = min(22.0, 48 / len(heads))
    title = f"{look.title}  {_printed(form, say)}"
    _headed(sheet, form, look, Head(title, words, f"{VIEW}-{look.code}", FIRST_MARK + len(heads) - 1))
    sheet.set_column(1, 1, _PAPER - each * len(heads))
    sheet.set_column(FIRST_MARK, FIRST_MARK + len(heads) - 1, each)
    box = book.format(align="center", font_size=14, **_EDGE)
    head = book.format(bold=True, bg_color="#E6ECF2", align="center", text_wrap=True, **_EDGE)
    for n, text in enumerate(heads):
        sheet.write_string(HEAD_ROW - 1, FIRST_MARK + n, text, head)
        for at in range(len(form.units)):
            sheet.write_string(FIRST_UNIT - 1 + at, FIRST_MARK + n, say("tick") if key == "grades" else "", box)
    for at in range(len(form.units)):
        sheet.set_row(FIRST_UNIT - 1 + at, 26)
    if form.kind == "panel":
        sheet.write_string(FIRST_UNIT + len(form.units), 1, say("signed"), book.format())
    sheet.set_portrait()
    sheet.fit_to_pages(1, 0)
    sheet.center_horizontally()
    sheet.protect("", _SAFE)


def _headed(sheet: Worksheet, form: Form, look: Look, head: Head) -> None:
    """Write the upper rows and the units, and print on A4 with the headings on every page."""
    book, say = look.book, look.say
    sheet.set_column(0, 0, 6)
    sheet.merge_range(0, 0, 0, head.last, head.title, book.format(bold=True, font_size=14, text_wrap=True))
    sheet.merge_range(1, 0, 1, head.last, head.words, book.format(text_wrap=True, valign="top"))
    sheet.write_string(2, 0, say("number", number=head.number), book.format(font_color="#555555"))
    sheet.set_row(0, 40)
    sheet.set_row(1, 52)
    sheet.set_row(HEAD_ROW - 1, 32)
    look_of = book.format(bold=True, bg_color="#E6ECF2", align="center", **_EDGE)
    for column, key in enumerate(("c_place_in_order", "c_unit")):
        sheet.write_string(HEAD_ROW - 1, column, say(key), look_of)
    for at, unit in enumerate(form.units):
        sheet.write_number(FIRST_UNIT - 1 + at, 0, at + 1, book.format(align="center", **_EDGE))
        sheet.write_string(FIRST_UNIT - 1 + at, 1, unit, book.format(indent=1, text_wrap=True, **_EDGE))
    sheet.set_paper(_A4)
    sheet.repeat_rows(HEAD_ROW - 1)
    sheet.set_margins(left=0.5, right=0.5, top=0.6, bottom=0.7)
    sheet.set_footer("&C&P / &N")


def _printed(form: Form, say: Say) -> str:
    """What a printed sheet is called: those of leaders and others are told apart."""
    return (
        say("printed_panel")
        if form.kind == "panel"
        else form.name
        if form.kind in ("a", "b")
        else say("printed_ballot")
    )


def _number(form: Form, look: Look) -> str:
    return f"{VIEW if look.filled else LETTERS[form.kind]}-{look.code}"


def _check(form: Form, at: int, look: Look) -> str:
    """The formula that says whether a ballot counts, by the same rules as :mod:`unitdeck.appraise.scoring.ballots`."""
    marks, voted = form.column(at), look.voted[form.kind]
    if form.kind == "ranks":
        apart = f"SUMPRODUCT(--(FREQUENCY({marks},{marks})>0))={voted}"
        holds = f"AND(COUNT({marks})={voted},{apart},MIN({marks})>=1,MAX({marks})<={voted})"
    else:
        each = f"COUNTIF({marks},{look.grades})"
        holds = f"AND(SUMPRODUCT({each})={voted},OR({voted}=1,SUMPRODUCT(MAX({each}))<{voted}))"
    return f'=IF(COUNTA({marks})=0,"",IF({holds},"{look.say("valid")}","{look.say("void")}"))'


def _mark(sheet: Worksheet, row: int, column: int, form: Form, said: Column, at: int, look: Look) -> None:
    code = "General" if form.kind != "time" else _MINUTES if look.filled else _TEXT
    cell = look.book.format(align="center", locked=look.filled, num_format=code, **_EDGE)
    mark = said.marks.get(at)
    if mark is None:
        sheet.write_blank(row, column, None, cell)
    elif mark.value is not None:
        value = minutes_of(mark.value) if form.kind == "time" else mark.value
        sheet.write_number(row, column, float(value), cell)
    elif form.kind == "ranks" and len(mark.marks) == 1:
        sheet.write_number(row, column, int(mark.marks[0]), cell)
    else:
        sheet.write_string(row, column, "、".join(mark.marks), cell)


def _validate(sheet: Worksheet, form: Form, look: Look) -> None:
    """Let a cell take only what may stand there; a clerk may override it to write two marks."""
    rows = (FIRST_UNIT - 1, FIRST_MARK, FIRST_UNIT - 2 + len(form.units), FIRST_MARK + len(form.columns) - 1)
    rules = look.rules
    if form.kind in ("grades", "a", "b"):
        sheet.data_validation(*rows, {"validate": "list", "source": f"={look.grades}", "error_type": "warning"})
    elif form.kind == "ranks":
        whole = {"validate": "integer", "criteria": "between", "minimum": 1, "maximum": len(form.units)}
        sheet.data_validation(*rows, {**whole, "error_type": "warning"})
    elif form.kind == "panel" and rules.panel:
        between = {"validate": "decimal", "criteria": "between", "minimum": 0, "maximum": float(rules.panel.full)}
        sheet.data_validation(*rows, between)
