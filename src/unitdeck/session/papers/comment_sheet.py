"""The workbook of comments, blank: a row for each unit and commentator, to be typed into at the meeting."""

from __future__ import annotations

import datetime
from collections.abc import Iterator
from typing import NamedTuple

from unitdeck.base.language import Lang
from unitdeck.base.spreadsheet import column_letter
from unitdeck.outline.model import Commentator
from unitdeck.session.papers.comment_record import HEADINGS, Remark
from unitdeck.session.papers.follow_up import STEPS, spoken, step_of
from unitdeck.session.papers.words import speaker
from unitdeck.session.sheets import FIRST, HEADER, Cell, Column, Sheet, Typed, day_cell, new_book

_SPARE = 60  # rows below the last that take more remarks
_WIDTHS = (6, 20, 14, 14, 46, 40, 18, 14, 11, 30)
_EARLIEST = datetime.date(2000, 1, 1)


class Blank(NamedTuple):
    """What the sheet is made of: ``units`` are the units' names in running order, with what was typed before."""

    title: str
    about: str
    units: tuple[tuple[str, tuple[Remark, ...]], ...]
    commentators: tuple[Commentator, ...]
    year: int


def comment_sheet(blank: Blank, lang: Lang) -> bytes:
    """Return the workbook; the same session gives the same bytes."""
    say = speaker(lang)
    book = new_book(blank.title, blank.year)
    index = 0 if lang == "zh" else 1
    heads = [Column(words[index], width) for words, width in zip(HEADINGS.values(), _WIDTHS, strict=True)]
    rows = list(_rows(blank, lang))
    about = "  ".join(part for part in (blank.about, say("about_comments")) if part)
    sheet = book.sheet(say("comments"), (f"{blank.title}  {say('comments')}", about), heads, rows, frozen=2)
    last = HEADER + len(rows) + _SPARE
    lists = book.sheet(say("lists"), (say("lists"), ""), [Column(HEADINGS["unit"][index], 40)], _names(blank), frozen=0)
    _ask(sheet, last, len(blank.units), lists.get_name(), lang)
    return book.content()


def _rows(blank: Blank, lang: Lang) -> Iterator[list[Cell]]:
    """What has been said already stays; who has not said anything has a blank row."""
    speakers = blank.commentators or (Commentator(""),)
    nothing = [Typed()] * (len(HEADINGS) - 4)
    for number, (unit, remarks) in enumerate(blank.units, 1):
        for remark in remarks:
            yield [number, unit, *_filled(remark, lang)]
        heard = {(remark.role, remark.name) for remark in remarks}
        for each in speakers:
            if (each.role, each.name) not in heard and not (remarks and not blank.commentators):
                yield [number, unit, Typed(each.role), Typed(each.name), *nothing]


def _filled(remark: Remark, lang: Lang) -> list[Cell]:
    texts = [Typed(text) for text in (remark.role, remark.name, remark.comment, remark.task, remark.owner)]
    status = Typed(spoken(step_of(remark.status), lang) if remark.status else "")
    return [*texts, Typed(day_cell(remark.due)), status, Typed(remark.evidence)]


def _names(blank: Blank) -> Iterator[list[Cell]]:
    for unit, _ in blank.units:
        yield [unit]


def _ask(sheet: Sheet, last: int, units: int, lists: str, lang: Lang) -> None:
    """Say of each column what may be typed, down to the row ``last``."""
    say = speaker(lang)
    columns = {field: at for at, field in enumerate(HEADINGS)}
    first = HEADER + 1

    def ask(field: str, **rule: object) -> None:
        sheet.data_validation(first, columns[field], last, columns[field], rule)

    names = f"='{lists}'!${column_letter(0)}${FIRST}:${column_letter(0)}${FIRST + max(units, 1) - 1}"
    ask("unit", validate="list", source=names, error_message=say("pick_unit"))
    known = [spoken(step, lang) for step in STEPS]
    told = say("pick_status", known=say("comma").join(known))
    ask("status", validate="list", source=known, error_message=told)
    # A warning that lets other words pass: 「9月底」 is a date to us, but not to a spreadsheet.
    ask(
        "due",
        validate="date",
        criteria=">=",
        value=_EARLIEST,
        error_type="warning",
        error_title=say("due_title"),
        error_message=say("due_day"),
    )
