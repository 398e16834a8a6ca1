"""The ledger as a workbook: what is typed, what follows from it by formulas, and the sums by unit and status."""

from __future__ import annotations

import datetime
from collections.abc import Iterator, Sequence
from decimal import Decimal
from typing import NamedTuple

from unitdeck.appraise.arithmetic import percent, rounded
from unitdeck.base.language import Lang
from unitdeck.session.papers.follow_up import STEPS, FollowUp, spoken
from unitdeck.session.papers.ledger import Task, standing
from unitdeck.session.papers.words import speaker
from unitdeck.session.sheets import (
    DAY,
    FIRST,
    HEADER,
    TYPED,
    Book,
    Cell,
    Column,
    Formula,
    Sheet,
    Typed,
    day_cell,
    new_book,
    span,
)

_A3 = 8
_SPARE = 20  # rows below the last that take more tasks
_COLUMNS = (
    *("number", "unit_no", "unit", "group", "origin", "problem", "action", "owner", "due", "status"),
    *("evidence", "checker", "standing", "hint", "source"),
)
_WIDTHS = (8, 7, 16, 10, 9, 40, 40, 18, 13, 11, 26, 13, 11, 18, 26)
_AT = {name: chr(ord("A") + place) for place, name in enumerate(_COLUMNS)}
_RULES = ("closed", "overdue", "done", "origin", "spare")
_EARLIEST = datetime.date(2000, 1, 1)
_LOOKS: dict[FollowUp, dict[str, object]] = {
    "closed": {"font_color": "#1B6B45", "bg_color": "#EAF5EF"},
    "overdue": {"font_color": "#A61B1B", "bg_color": "#FBEAEA", "bold": True},
    "to_verify": {"font_color": "#1F5FA8", "bg_color": "#EAF1FA"},
}


class Ledger(NamedTuple):
    """A ledger to be written: ``units`` are name and group in running order, ``as_of`` the day that it is judged by."""

    title: str
    units: tuple[tuple[str, str], ...]
    tasks: tuple[Task, ...]
    as_of: datetime.date | None
    year: int


def ledger_sheet(ledger: Ledger, lang: Lang) -> bytes:
    """Return the workbook; the same ledger gives the same bytes."""
    book = new_book(ledger.title, ledger.year)
    writer = _Writer(ledger, lang, book)
    writer.tasks()
    writer.summary()
    writer.rules()
    return book.content()


class _Writer:
    def __init__(self, ledger: Ledger, lang: Lang, book: Book) -> None:
        self.ledger = ledger
        self.book = book
        self.say = speaker(lang)
        self.words = {step: spoken(step, lang) for step in STEPS}
        self.rows = len(ledger.tasks) + _SPARE
        self.as_of = f"${_AT['due']}${HEADER}"  # stands over the dates

    def tasks(self) -> None:
        """The sheet that is typed into."""
        heads = [Column(self.say(f"l_{name}"), width) for name, width in zip(_COLUMNS, _WIDTHS, strict=True)]
        heading = (f"{self.ledger.title}  {self.say('ledger')}", self.say("about_ledger"))
        sheet = self.book.sheet(self.say("ledger"), heading, heads, list(self._rows()), frozen=3)
        sheet.set_paper(_A3)  # fifteen columns
        at = HEADER - 1
        due = _COLUMNS.index("due")
        sheet.write_string(at, due - 1, self.say("as_of"), self.book.format(align="right"))
        look = self.book.format(num_format=DAY, align="left", indent=1, bg_color=TYPED, border=1)
        if self.ledger.as_of is None:
            sheet.write_blank(at, due, None, look)
        else:
            sheet.write_datetime(at, due, self.ledger.as_of, look)
        self._ask(sheet)
        self._colour(sheet)

    def _rows(self) -> Iterator[list[Cell]]:
        for number, task in enumerate(self.ledger.tasks):
            at = FIRST + number
            name, group = self.ledger.units[task.unit - 1]
            yield [
                task.number,
                task.unit,
                name,
                group or self.say("ungrouped"),
                self.say(task.origin),
                task.problem,
                Typed(task.action),
                Typed(task.owner),
                Typed(day_cell(task.due)),
                Typed(self.words[task.status]),
                Typed(task.evidence),
                Typed(task.checker),
                self._standing(at, self.words[standing(task, self.ledger.as_of)]),
                self._hint(at, self._said(task)),
                task.source,
            ]
        for number in range(len(self.ledger.tasks), self.rows):
            at = FIRST + number
            yield [
                Typed(),
                Typed(),
                self._looked_up(at, "B"),
                self._looked_up(at, "C"),
                *[Typed()] * (_COLUMNS.index("standing") - _COLUMNS.index("origin")),
                self._standing(at, ""),
                self._hint(at, ""),
                Typed(),
            ]

    def _looked_up(self, at: int, column: str) -> Formula:
        numbers, names = (span(each, len(self.ledger.units), self.say("summary")) for each in ("A", column))
        unit = f"{_AT['unit_no']}{at}"
        return Formula(f'=IF({unit}="","",IFERROR(INDEX({names},MATCH({unit},{numbers},0)),""))', "", words=True)

    def _standing(self, at: int, word: str) -> Formula:
        """Where the task stands, by what is typed."""
        due, status, evidence, checker, unit = (
            f"{_AT[name]}{at}" for name in ("due", "status", "evidence", "checker", "unit_no")
        )
        new, _, to_verify, closed, overdue = (f'"{self.words[step]}"' for step in STEPS)
        checked = f'IF(AND(TRIM({evidence})<>"",TRIM({checker})<>""),{closed},{to_verify})'
        late = f"AND(ISNUMBER({due}),ISNUMBER({self.as_of}),{due}<{self.as_of})"
        open_ = f'IF({status}={to_verify},{to_verify},IF({late},{overdue},IF({status}="",{new},{status})))'
        return Formula(f'=IF({unit}="","",IF({status}={closed},{checked},{open_}))', word, words=True)

    def _hint(self, at: int, said: str) -> Formula:
        """What is amiss: closed out without evidence or check, days late, no date, no measure."""
        due, action, status, evidence, checker, stands, unit = (
            f"{_AT[name]}{at}" for name in ("due", "action", "status", "evidence", "checker", "standing", "unit_no")
        )
        lacks, what, who, comma = (self.say(key) for key in ("lacks", "lacks_evidence", "lacks_checker", "comma"))
        no_evidence, no_checker = f'TRIM({evidence})=""', f'TRIM({checker})=""'
        both = f'IF(AND({no_evidence},{no_checker}),"{comma}","")'
        unproved = f'"{lacks}"&IF({no_evidence},"{what}","")&{both}&IF({no_checker},"{who}","")'
        days = f'"{self.say("late")}"&({self.as_of}-{due})&"{self.say("late_days")}"'
        late = f'AND({stands}="{self.words["overdue"]}",ISNUMBER({due}),ISNUMBER({self.as_of}))'
        closed = f'{status}="{self.words["closed"]}"'
        rest = f'IF(TRIM({action})="","{self.say("no_action")}",IF(ISNUMBER({due}),"","{self.say("no_due")}"))'
        proved = f'IF(OR({no_evidence},{no_checker}),{unproved},"")'
        return Formula(f'=IF({unit}="","",IF({closed},{proved},IF({late},{days},{rest})))', said, words=True)

    def _said(self, task: Task) -> str:
        """The hint's text, as its formula gives it."""
        if task.status == "closed":
            lacking = [
                self.say(key)
                for key, text in (("lacks_evidence", task.evidence), ("lacks_checker", task.checker))
                if not text.strip()
            ]
            return f"{self.say('lacks')}{self.say('comma').join(lacking)}" if lacking else ""
        day = task.due.date if task.due else None
        if standing(task, self.ledger.as_of) == "overdue" and day and self.ledger.as_of:
            return f"{self.say('late')}{(self.ledger.as_of - day).days}{self.say('late_days')}"
        if not task.action.strip():
            return self.say("no_action")
        return "" if day else self.say("no_due")

    def _ask(self, sheet: Sheet) -> None:
        """Say of each column what may be typed."""
        first, last = HEADER + 1, HEADER + self.rows

        def ask(name: str, **rule: object) -> None:
            sheet.data_validation(first, _COLUMNS.index(name), last, _COLUMNS.index(name), rule)

        known = list(self.words.values())
        told = self.say("pick_status", known=self.say("comma").join(known))
        ask("status", validate="list", source=known, error_message=told)
        limits = {"minimum": 1, "maximum": max(len(self.ledger.units), 1)}
        ask("unit_no", validate="integer", criteria="between", **limits, error_message=self.say("pick_unit"))
        dates = {"validate": "date", "criteria": ">=", "value": _EARLIEST, "error_type": "warning"}
        ask("due", **dates, error_title=self.say("due_title"), error_message=self.say("due_day"))
        sheet.data_validation(
            HEADER - 1, _COLUMNS.index("due"), HEADER - 1, _COLUMNS.index("due"), dates | {"error_type": "stop"}
        )

    def _colour(self, sheet: Sheet) -> None:
        """Where a task stands, in colour; the word says it too."""
        first, last = HEADER + 1, HEADER + self.rows
        for step, look in _LOOKS.items():
            rule = {
                "type": "formula",
                "criteria": f'=${_AT["standing"]}{FIRST}="{self.words[step]}"',
                "format": self.book.book.add_format(look),
            }
            place = _COLUMNS.index("standing")
            sheet.conditional_format(first, place, last, place, rule)
        hint = {
            "type": "formula",
            "criteria": f'=${_AT["hint"]}{FIRST}<>""',
            "format": self.book.book.add_format({"font_color": "#A61B1B", "bold": True}),
        }
        sheet.conditional_format(first, _COLUMNS.index("hint"), last, _COLUMNS.index("hint"), hint)

    def summary(self) -> None:
        """How many tasks of each unit stand where."""
        names = ["l_unit_no", "l_unit", "l_group", "l_total"]
        heads = [Column(self.say(name), width) for name, width in zip(names, (9, 26, 14, 10), strict=True)]
        heads += [Column(word, 14) for word in self.words.values()]
        heads.append(Column(self.say("l_share"), 13))
        rows = [self._sum_of(number, *unit) for number, unit in enumerate(self.ledger.units, 1)]
        rows.append(self._sum_of_all())
        self.book.sheet(self.say("summary"), (f"{self.ledger.title}  {self.say('summary')}", ""), heads, rows, frozen=2)

    def _sum_of(self, number: int, name: str, group: str) -> list[Cell]:
        at = FIRST + number - 1
        units, stands = (span(_AT[name], self.rows, self.say("ledger")) for name in ("unit_no", "standing"))
        found = [standing(task, self.ledger.as_of) for task in self.ledger.tasks if task.unit == number]
        counts = [
            Formula(f'=COUNTIFS({units},A{at},{stands},"{word}")', found.count(step))
            for step, word in self.words.items()
        ]
        total = Formula(f"=COUNTIFS({units},A{at})", len(found))
        return [number, name, group or self.say("ungrouped"), total, *counts, self._share(at, found)]

    def _sum_of_all(self) -> list[Cell]:
        at = FIRST + len(self.ledger.units)
        found = [standing(task, self.ledger.as_of) for task in self.ledger.tasks]
        last = max(at - 1, FIRST)

        def total(column: str, value: int) -> Formula:
            return Formula(f"=SUM({column}{FIRST}:{column}{last})", value)

        counts = [total(column, found.count(step)) for column, step in zip("EFGHI", STEPS, strict=True)]
        missing = self.say("missing")
        return [missing, self.say("all_units"), missing, total("D", len(found)), *counts, self._share(at, found)]

    def _share(self, at: int, found: Sequence[FollowUp]) -> Formula:
        closed = "H"
        value: Decimal | str = self.say("missing")
        if found:
            value = rounded(percent(Decimal(found.count("closed")), Decimal(len(found))))
        return Formula(f'=IF(D{at}=0,"{self.say("missing")}",ROUND({closed}{at}/D{at}*100,1))', value, "0.0")

    def rules(self) -> None:
        """How the ledger is to be filled in."""
        rows: list[list[Cell]] = [[self.say(f"rule_{rule}")] for rule in _RULES]
        self.book.sheet(self.say("rules"), (self.say("rules"), ""), [Column(self.say("l_rule"), 120)], rows, frozen=0)
