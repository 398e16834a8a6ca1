"""``scoreboard.xlsx``: the board with formulas that a person can check, down to the line of an outline."""

from __future__ import annotations

import datetime
import io
from collections.abc import Iterator, Sequence
from decimal import Decimal

import xlsxwriter

from unitdeck.appraise.arithmetic import decimals
from unitdeck.appraise.levels import judged_as
from unitdeck.appraise.model import Figure, Indicator
from unitdeck.appraise.status import LOOKS, status
from unitdeck.appraise.wording import words_of
from unitdeck.base.phrases import Say
from unitdeck.session.board.paper import Paper, absences, answer, group_name
from unitdeck.session.board.scoreboard import Row, Standing
from unitdeck.session.board.words import RULES, speaker
from unitdeck.session.sheets import FIRST, Book, Cell, Column, Formula, Number, Toned, span

_RATE = '0.0;"−"0.0'
_POINTS = '+0.0;"−"0.0;0.0'
_EXACT_POINTS = '+0.0###;"−"0.0###;0.0'
_PLACES = '+0;"−"0;0'
_LEAST = "-1E+300"  # below every gap


def scoreboard_xlsx(paper: Paper) -> bytes:
    """Return the workbook; the same paper gives the same bytes."""
    file = io.BytesIO()
    book = xlsxwriter.Workbook(file, {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False})
    book.set_properties({"title": paper.title, "created": datetime.datetime(paper.year, 1, 1, tzinfo=datetime.UTC)})
    writer = _Writer(paper, Book(book))
    writer.league()
    writer.indicators()
    writer.lights()
    writer.register()
    writer.absent()
    writer.rules()
    book.close()
    return file.getvalue()


class _Writer:
    def __init__(self, paper: Paper, book: Book) -> None:
        self.paper = paper
        self.book = book
        self.say: Say = speaker(paper.lang)
        self.missing = self.say("missing")
        self.standings = paper.board.standings
        self.group_numbers = {group.name: n for n, group in enumerate(paper.board.groups, 1)}
        self.rows = sum(len(s.rows) for s in self.standings)

    def league(self) -> None:
        widths = (8, 7, 10, 7, 20, 11, 9, 8, 10, 12, 24, 6, 9, 11, 9, 9, 11, 10, 34)
        names = "group_no unit_no c_group c_place c_unit c_count c_judged c_met c_share c_gap c_worst c_red c_yellow"
        more = "c_unreported c_previous c_moved c_advance c_advance_place c_source"
        rows = [self._league_row(n, s) for n, s in enumerate(self.standings, 1)]
        self._sheet("scoreboard", f"{names} {more}", widths, rows, frozen=5)

    def _league_row(self, number: int, s: Standing) -> list[Cell]:
        at = FIRST + number - 1
        count = len(self.standings)
        unit, judged, met, light, word, gap, change = (
            span(column, self.rows, self.say("indicators")) for column in "BNORLKQ"
        )
        group, share, mean, advance = (span(column, count) for column in "AIJQ")
        none = f'"{self.missing}"'
        least = f"IF(ISNUMBER(J{at}),J{at},{_LEAST})"
        better = f'COUNTIFS({group},A{at},{share},">"&I{at})'
        equal = f'COUNTIFS({group},A{at},{share},I{at},{mean},">"&{least})'
        unreported = status("no_data", words_of(self.paper.lang)).word

        def lit(key: str) -> Formula:
            found = sum(row.light == key for row in s.rows)
            return Formula(f'=COUNTIFS({unit},B{at},{light},"{self.say(key)}")', found)

        return [
            self.group_numbers[s.group],
            number,
            group_name(s.group, self.paper.lang),
            Formula(f"=IF(ISNUMBER(I{at}),1+{better}+{equal},{none})", self._or_missing(s.place)),
            s.unit.name,
            Formula(f"=COUNTIFS({unit},B{at})", len(s.rows)),
            Formula(f"=SUMIFS({judged},{unit},B{at})", s.judged),
            Formula(f"=SUMIFS({met},{unit},B{at})", s.met),
            Formula(f"=IF(G{at}=0,{none},ROUND(H{at}/G{at}*100,1))", self._or_missing(s.share.value), _RATE),
            self._mean(gap, unit, at, s.gap),
            self._worst(s),
            lit("red"),
            lit("yellow"),
            Formula(f'=COUNTIFS({unit},B{at},{word},"{unreported}")', s.unreported),
            self.missing if s.previous_place is None else s.previous_place,
            Formula(
                f"=IF(AND(ISNUMBER(O{at}),ISNUMBER(D{at})),O{at}-D{at},{none})", self._or_missing(s.moved), _PLACES
            ),
            self._mean(change, unit, at, s.advance),
            Formula(
                f'=IF(ISNUMBER(Q{at}),1+COUNTIFS({group},A{at},{advance},">"&Q{at}),{none})',
                self._or_missing(s.advance_place),
            ),
            s.unit.file,
        ]

    def _mean(self, values: str, unit: str, at: int, figure: Figure) -> Formula:
        text = f'=IFERROR(ROUND(ROUND(AVERAGEIFS({values},{unit},B{at}),8),1),"{self.missing}")'
        return Formula(text, self._or_missing(figure.value), _POINTS)

    def _worst(self, s: Standing) -> str:
        return self.missing if s.worst is None else f"{s.worst.indicator.name} {s.worst.indicator.gap.text}"

    def indicators(self) -> None:
        widths = (6, 7, 10, 18, 28, 9, 13, 13, 10, 10, 11, 13, 30, 8, 7, 11, 10, 7, 12, 38)
        names = "group_no unit_no c_group c_unit c_indicator c_measure_unit c_target c_actual c_completion c_schedule"
        more = "c_row_gap c_status c_verdict c_is_judged c_is_met c_row_previous c_change c_light c_answer c_source"
        self._sheet("indicators", f"{names} {more}", widths, list(self._indicator_rows()), frozen=5)

    def _indicator_rows(self) -> Iterator[list[Cell]]:
        at = FIRST
        for number, s in enumerate(self.standings, 1):
            for row in s.rows:
                yield self._indicator_row(at, number, s, row)
                at += 1

    def _indicator_row(self, at: int, number: int, s: Standing, row: Row) -> list[Cell]:
        indicator = row.indicator
        words, classes = (span(column, len(LOOKS), self.say("rules")) for column in "AC")
        none = f'"{self.missing}"'

        def counts_as(key: str) -> str:
            return f'COUNTIFS({words},L{at},{classes},"{self.say(key)}")>0'

        gap: Cell = self.missing
        if row.gap is not None:
            gap = Formula(f"=I{at}-J{at}", row.gap, _POINTS)
        return [
            self.group_numbers[s.group],
            number,
            group_name(s.group, self.paper.lang),
            s.unit.name,
            indicator.name,
            indicator.unit,
            _amount(indicator.target),
            _amount(indicator.actual),
            self._completion(at, indicator),
            Number(indicator.schedule.value, _RATE) if indicator.schedule.value is not None else self.missing,
            gap,
            Toned(indicator.status.word, indicator.status.tone),
            indicator.verdict,
            Formula(f"=IF({counts_as('not_judged')},0,1)", int(row.met is not None)),
            Formula(f"=IF({counts_as('met')},1,0)", int(bool(row.met))),
            self.missing if row.previous_gap is None else Number(row.previous_gap, _EXACT_POINTS),
            Formula(
                f"=IF(AND(ISNUMBER(K{at}),ISNUMBER(P{at})),K{at}-P{at},{none})",
                self._or_missing(row.change),
                _POINTS,
            ),
            self.say(row.light) if row.light else self.missing,
            answer(row, self.say),
            row.place,
        ]

    def _completion(self, at: int, indicator: Indicator) -> Cell:
        value, target = indicator.completion.value, indicator.target.value
        if value is None:
            return self.missing
        computed = target is not None and indicator.actual.value is not None
        if computed and judged_as(indicator.source) == "cumulative":
            return Formula(f"=H{at}/G{at}*100", value, _RATE)
        return Number(value, _RATE)

    def lights(self) -> None:
        names = "c_light c_group c_unit c_indicator c_status c_row_gap c_verdict c_answer c_source"
        rows = [
            [
                Toned(self.say(row.light), row.indicator.status.tone),
                group_name(s.group, self.paper.lang),
                s.unit.name,
                row.indicator.name,
                Toned(row.indicator.status.word, row.indicator.status.tone),
                self.missing if row.gap is None else Number(row.gap, _POINTS),
                row.indicator.verdict or self.missing,
                answer(row, self.say),
                row.place,
            ]
            for s, row in self.paper.lights
        ]
        self._sheet("lights", names, (7, 10, 20, 32, 14, 12, 36, 12, 38), rows, frozen=4)

    def register(self) -> None:
        """The weak points, and before them the indicators that no measure names."""
        names = "c_group c_unit c_number c_problem c_cause c_action c_owner c_due c_status c_named c_source"
        rows: list[list[Cell]] = [
            [
                group_name(s.group, self.paper.lang),
                s.unit.name,
                *[self.missing] * 6,
                Toned(self.say("no_measure"), "bad"),
                f"{row.indicator.name} {row.indicator.status.word}",
                row.place,
            ]
            for s, row in self.paper.unanswered
        ]
        for entry in self.paper.entries:
            word = entry.status.word
            if entry.reported:
                word = self.say("reported_as", status=word, reported=entry.reported)
            measure = entry.measure
            rows.append(
                [
                    group_name(entry.group, self.paper.lang),
                    entry.unit,
                    entry.number,
                    measure.problem,
                    measure.cause or self.missing,
                    measure.action or self.missing,
                    measure.owner or self.missing,
                    entry.due or self.missing,
                    Toned(word, entry.status.tone),
                    measure.target or self.missing,
                    entry.place,
                ]
            )
        self._sheet("register", names, (10, 20, 6, 38, 34, 42, 16, 16, 16, 24, 38), rows, frozen=2)

    def absent(self) -> None:
        rows = [[name, file or self.say("no_file"), reason] for name, file, reason in absences(self.paper)]
        rows = rows or [[self.say("none"), self.missing, self.missing]]
        self._sheet("absent", "c_unit c_source c_reason", (24, 40, 90), rows, frozen=1)

    def rules(self) -> None:
        """The classes that the formulas read, then the rules in words."""
        words = words_of(self.paper.lang)
        rows: list[list[Cell]] = []
        for key, (tone, mark) in LOOKS.items():
            counts = "met" if tone == "good" else "not_judged" if tone == "none" else "not_met"
            rows.append([Toned(status(key, words).word, tone), mark, self.say(counts)])
        for n, rule in enumerate((*RULES, "formulas")):
            rows[n].append(self.say(f"rule_{rule}"))
        self._sheet("rules", "c_status c_mark c_class c_rule", (20, 7, 12, 120), rows, frozen=1)

    def _sheet(
        self, name: str, columns: str, widths: tuple[float, ...], rows: Sequence[Sequence[Cell]], *, frozen: int
    ) -> None:
        title = self.say(name)
        about = [self.say("as_of", date=self.paper.as_of)] if self.paper.as_of else []
        about += [self.say("sample")] if self.paper.sample else []
        heading = (f"{self.paper.title}  {title}", "  ".join(about))
        heads = [Column(self.say(key), width) for key, width in zip(columns.split(), widths, strict=True)]
        self.book.sheet(title, heading, heads, rows, frozen=frozen)

    def _or_missing(self, value: Decimal | int | None) -> Decimal | int | str:
        return self.missing if value is None else value


def _amount(figure: Figure) -> Cell:
    """A target or an actual as the number it is, printed as everywhere (≤, %); words where it is none."""
    if figure.value is None:
        return figure.text
    places = decimals(figure.value)
    digits = "#,##0" + (f".{'0' * places}" if places else "")
    before = '"≤"' if figure.text.startswith("≤") else ""
    after = '"%"' if figure.text.endswith("%") else ""
    code = f"{before}{digits}{after}"
    return Number(figure.value, f'{code};"−"{code}')
