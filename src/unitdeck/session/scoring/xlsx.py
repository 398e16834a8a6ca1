"""``scores.xlsx`` and the score sheets: one workbook, filled or blank, in which every score is a formula.

What is entered on the forms is counted on a sheet of counts, the indicators' points stand on their own, the numbers of
the rules on another; the summary reads these three. So a person can follow a score down to a ballot's cell or an
outline's line, and a clerk sees it grow while ballots are entered.
"""

from __future__ import annotations

import datetime
import io
from collections.abc import Mapping, Sequence
from decimal import Decimal

import xlsxwriter

from unitdeck.appraise.arithmetic import rounded
from unitdeck.appraise.levels import judged_as
from unitdeck.appraise.scoring.indicators import FourLevel, Rate, Step
from unitdeck.appraise.scoring.total import ON_TIES, PLACES
from unitdeck.base.diagnostics import Span
from unitdeck.base.spreadsheet import column_letter
from unitdeck.session.scoring.counts import Counting
from unitdeck.session.scoring.forms import BALLOTS, Form, Look, write_form, write_paper
from unitdeck.session.scoring.parameters import STEP, parameters
from unitdeck.session.scoring.reading import Column as Marked
from unitdeck.session.scoring.reading import Mark
from unitdeck.session.scoring.remarks import group_title, remark, void_rows
from unitdeck.session.scoring.rules import FormKind
from unitdeck.session.scoring.scores import IndicatorScore, Scores, UnitScore
from unitdeck.session.scoring.setting import Setting
from unitdeck.session.scoring.words import score_speaker
from unitdeck.session.sheets import FIRST, Book, Cell, Column, Formula, Number, span

_NOWHERE = Span("")
_POINTS = '0.00;"−"0.00'
_THIRD = '0.000;"−"0.000'
_LEAD = '+0.0;"−"0.0;0.0'
_DEGREE = '0.0;"−"0.0'
_PLAIN = "0.####"
_COUNTED = {"indicators": "", "ballots": "", "panel": "panel.mean"}


def scores_xlsx(setting: Setting, scores: Scores) -> bytes:
    """Return the workbook of scores with all that they were counted from; the same sheets give the same bytes."""
    return _workbook(setting, scores, {})


def scoresheets_xlsx(setting: Setting, scores: Scores, *, ballots: int, judges: int) -> bytes:
    """Return the workbook to fill in, with so many columns for ballots and judges, and what is printed for them."""
    say = score_speaker(setting.lang)
    heads: dict[FormKind, list[str]] = {
        kind: [say("ballot_n", n=n) for n in range(1, ballots + 1)] for kind in setting.rules.forms if kind in BALLOTS
    }
    heads["panel"] = [say("judge_n", n=n) for n in range(1, judges + 1)]
    heads["time"] = [say("c_time")]
    return _workbook(setting, scores, heads)


def _workbook(setting: Setting, scores: Scores, blank: Mapping[FormKind, Sequence[str]]) -> bytes:
    file = io.BytesIO()
    book = xlsxwriter.Workbook(file, {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False})
    book.set_properties({"title": setting.title, "created": datetime.datetime(setting.year, 1, 1, tzinfo=datetime.UTC)})
    writer = _Writer(setting, scores, Book(book), blank)
    if blank:
        writer.forms()
        writer.papers()
        writer.summary()
    else:
        writer.summary()
        writer.forms()
        writer.voids()
    writer.indicators()
    writer.counts()
    writer.parameters()
    book.close()
    return file.getvalue()


class _Writer:
    def __init__(self, setting: Setting, scores: Scores, book: Book, blank: Mapping[FormKind, Sequence[str]]) -> None:
        self.setting = setting
        self.scores = scores
        self.rules = scores.rules
        self.book = book
        self.filled = not blank
        self.say = score_speaker(setting.lang)
        self.missing = self.say("missing")
        self.units = scores.units
        self.rows = [(unit, row) for unit in self.units for row in unit.indicators]
        self.group_numbers = {group.name: n for n, group in enumerate(scores.groups, 1)}
        self.parameter_rows = parameters(self.rules, len(self.units), self.say)
        self.form_list = [
            Form(kind, self.say(f"form_{kind}"), self._columns(kind, blank.get(kind)), setting.shown)
            for kind in self.rules.forms
        ]
        self.counting = Counting(scores, self.form_list, self.cell, self.say)
        self.look = Look(
            book=self.book,
            say=self.say,
            rules=self.rules,
            title=setting.title,
            code=setting.code,
            filled=self.filled,
            grades=self._grade_names(),
            voted={form.kind: self.counting.voted(form.kind) for form in self.form_list if form.kind in BALLOTS},
        )

    def cell(self, key: str) -> str:
        """Return the place of a number of the rules."""
        row = FIRST + [parameter.key for parameter in self.parameter_rows].index(key)
        return f"'{self.say('parameters')}'!$B${row}"

    def forms(self) -> None:
        """What people fill in, or have filled in."""
        for form in self.form_list:
            write_form(form, self.look)

    def papers(self) -> None:
        """What is printed: a ballot of each kind, a judge's sheet."""
        for form in self.form_list:
            if form.kind != "time":
                write_paper(form, self.look)

    def summary(self) -> None:
        """A row a unit: blank sheets in running order, scores by group and place."""
        shown = self.units if not self.filled else [unit for group in self.scores.groups for unit in group.units]
        heads = ["c_place_in_order", "group_no", "c_group", "c_place", "c_unit", "c_total", "c_third"]
        widths = [6.0, 7, 10, 7, 22, 10, 10]
        parts = [part.name for part in self.rules.parts]
        timed = ["c_deducted"] if self.rules.time else []
        heads += [f"c_{name}" for name in parts] + timed + ["c_remark"]
        widths += [11.0] * (len(parts) + len(timed)) + [44]
        rows = [self._summary_row(FIRST + n, unit, len(shown)) for n, unit in enumerate(shown)]
        self._sheet("summary", heads, widths, rows, frozen=5)

    def _summary_row(self, at: int, unit: UnitScore, count: int) -> list[Cell]:
        parts = [part.name for part in self.rules.parts]
        letters = [column_letter(7 + n) for n in range(len(parts) + 1)]
        weights = [self.cell(f"weight_{name}") for name in parts]
        there = ",".join(f"ISNUMBER({letter}{at})" for letter in letters[: len(parts)])
        product = "+".join(f"{letter}{at}*{w}" for letter, w in zip(letters, weights, strict=False))
        cost = f"-N({letters[-1]}{at})" if self.rules.time else ""
        exact = f"MAX(0,ROUND(({product})/({'+'.join(weights)}){cost},8))"
        group, total, third = (span(letter, count) for letter in "BFG")
        better = f'COUNTIFS({group},B{at},{total},">"&F{at})+COUNTIFS({group},B{at},{total},F{at},{third},">"&G{at})'
        none = f'"{self.missing}"'
        known = unit.exact
        cells: list[Cell] = [
            unit.at + 1,
            self.group_numbers[unit.group],
            group_title(unit.group, self.say),
            Formula(f"=IF(ISNUMBER(F{at}),1+{better},{none})", self.missing if unit.place is None else unit.place),
            unit.name,
            Formula(f"=IF(AND({there}),ROUND({exact},{PLACES}),{none})", self._rounded(known, PLACES), _POINTS),
            Formula(f"=IF(AND({there}),ROUND({exact},{ON_TIES}),{none})", self._rounded(known, ON_TIES), _THIRD),
        ]
        cells += [Formula(self._part(name, at), self._or_missing(unit.parts[name]), _POINTS) for name in parts]
        if self.rules.time:
            taken = self.missing if unit.taken is None else unit.deducted
            cells.append(Formula(self._looked_up(self.counting.range("time.cost"), at), taken, _PLAIN))
        return [*cells, remark(unit, self.scores, self.say, filled=self.filled)]

    def _part(self, name: str, at: int) -> str:
        if name == "indicators":
            unit, counted, product = (span(c, len(self.rows), self.say("indicator_points")) for c in "AIJ")
            whole = f"SUMIFS({counted},{unit},A{at})"
            return f'=IF({whole}=0,"{self.missing}",SUMIFS({product},{unit},A{at})/{whole})'
        key = "panel.mean"
        if name == "ballots":
            key = "both.mean" if "b" in self.rules.forms else f"{self.rules.forms[0]}.mean"
        return self._looked_up(self.counting.range(key), at)

    def _looked_up(self, values: str, at: int) -> str:
        numbers = span("A", len(self.units), self.say("counts"))
        return f"=INDEX({values},MATCH(A{at},{numbers},0))"

    def indicators(self) -> None:
        """Points of every indicator; none where the session scores no figures."""
        if self.rules.indicators is None:
            return
        heads = ["c_place_in_order", "c_unit", "c_indicator", "c_kind", "c_lead", "c_degree", "c_weight", "c_given"]
        heads += ["c_counted", "c_product", "c_remark", "c_source"]
        widths = (6.0, 20, 30, 10, 12, 13, 9, 9, 11, 12, 20, 38)
        rows = [self._indicator_row(FIRST + n, unit, row) for n, (unit, row) in enumerate(self.rows)]
        self._sheet("indicator_points", heads, widths, rows, frozen=3)

    def _indicator_row(self, at: int, unit: UnitScore, row: IndicatorScore) -> list[Cell]:
        lead = row.reached.lead if row.reached else None
        degree = row.reached.degree if row.reached else None
        given, counts = row.points, row.points is not None
        measured = "E" if isinstance(self.rules.indicators, Step | Rate) else "F"
        none = f'"{self.missing}"'
        formula = f"=IF(ISNUMBER({measured}{at}),{self._points(f'{measured}{at}')},{none})"
        source = row.indicator.source
        why = self.say("unscored") if row.why == "unscored" else self.say("unweighted") if row.why else ""
        if row.why == "unscored":
            why = f"{row.indicator.status.word}{self.say('comma')}{why}"
        return [
            unit.at + 1,
            unit.name,
            row.indicator.name,
            self.say(judged_as(source)),
            self.missing if lead is None else Number(lead, _LEAD),
            self.missing if degree is None else Number(degree, _DEGREE),
            Number(row.weight, _PLAIN),
            Formula(formula, self._or_missing(given), _POINTS),
            Formula(f"=IF(ISNUMBER(H{at}),G{at},0)", row.weight if counts else 0, _PLAIN),
            Formula(f"=IF(ISNUMBER(H{at}),G{at}*H{at},0)", row.weight * given if given is not None else 0, _POINTS),
            why,
            row.place,
        ]

    def _points(self, cell: str) -> str:
        """The formula of an indicator's points, as :mod:`unitdeck.appraise.scoring.indicators` has it."""
        rule = self.rules.indicators
        most = self.cell("most")
        if isinstance(rule, FourLevel):
            over = f"MAX(0,{cell}-100)*{self.cell('each')}"
            return f"IF({cell}<{self.cell('threshold')},0,MIN({most},MIN({cell},100)+{over}))"
        least = self.cell("least")
        if isinstance(rule, Step):
            return f"MAX({least},MIN({most},100+TRUNC({cell})*{self.cell('each')}))"
        if isinstance(rule, Rate):
            return f"MAX({least},MIN({most},{self.cell('at_target')}+{cell}*{self.cell('each')}))"
        return f"MAX({least},MIN({most},{cell}))"

    def counts(self) -> None:
        """What each unit got of ballots, judges and clock; no sheet where there are none."""
        counts = self.counting.counts
        if not counts:
            return
        rows = [[unit.at + 1, unit.name, *(count.cells[unit.at] for count in counts)] for unit in self.units]
        heads = [Column(self.say("c_place_in_order"), 6), Column(self.say("c_unit"), 22)]
        heads += [Column(count.head, 12) for count in counts]
        self._written("counts", heads, rows, frozen=2)

    def voids(self) -> None:
        """Every void ballot with its cell and reason."""
        if any(form.kind in BALLOTS for form in self.form_list):
            rows = void_rows(self.scores, self.setting.lang) or [[self.say("none"), *[self.missing] * 3]]
            self._sheet("voids", ["c_form", "c_ballot", "c_cell", "c_reason"], (16.0, 12, 50, 50), rows, frozen=1)

    def parameters(self) -> None:
        """The numbers that formulas read, and the rules in words."""
        rows: list[list[Cell]] = []
        for row in self.parameter_rows:
            value: Cell = "" if row.value is None else row.value
            if isinstance(value, Formula):
                value = value._replace(text=value.text.replace(STEP, self.cell("place_step")))
            rows.append([row.label, value, row.text])
        self._sheet("parameters", ["c_item", "c_value", "c_rule"], (30.0, 12, 100), rows, frozen=1)

    def _grade_names(self) -> str:
        if not self.rules.grades:
            return ""
        first, last = self.cell("grade0"), self.cell(f"grade{len(self.rules.grades) - 1}")
        return f"{first.replace('$B$', '$A$')}:{last.rpartition('!')[2].replace('$B$', '$A$')}"

    def _columns(self, kind: FormKind, heads: Sequence[str] | None) -> tuple[Marked, ...]:
        if heads is not None:
            return tuple(Marked(head, "", _NOWHERE, {}) for head in heads)
        tally = self.scores.tally(kind)
        columns = tally.columns if tally else ()
        if kind == "time" and columns:
            merged: dict[int, Mark] = {unit: mark for column in columns for unit, mark in column.marks.items()}
            place = self.say("semicolon").join(column.place for column in columns)
            columns = (columns[0]._replace(marks=merged, place=place),)
        return columns or (Marked(self.missing, "", _NOWHERE, {}),)

    def _sheet(
        self, name: str, heads: Sequence[str], widths: Sequence[float], rows: Sequence[Sequence[Cell]], *, frozen: int
    ) -> None:
        columns = [Column(self.say(key), width) for key, width in zip(heads, widths, strict=True)]
        self._written(name, columns, rows, frozen=frozen)

    def _written(self, name: str, columns: Sequence[Column], rows: Sequence[Sequence[Cell]], *, frozen: int) -> None:
        title = self.say(name)
        number = self.say("number", number=f"V-{self.setting.code}")
        sheet = self.book.sheet(title, (f"{self.setting.title}  {title}", number), columns, rows, frozen=frozen)
        if not self.filled:
            sheet.protect("", {"format_columns": True, "autofilter": True})

    def _or_missing(self, value: Decimal | None) -> Decimal | str:
        return self.missing if value is None else value

    def _rounded(self, value: Decimal | None, places: int) -> Decimal | str:
        return self.missing if value is None else rounded(value, places)
