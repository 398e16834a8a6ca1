"""The sheet that counts: what each unit got of ballots, judges and clock, in formulas over the forms."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from decimal import Decimal
from typing import NamedTuple

from unitdeck.appraise.scoring.panel import Panel, Window
from unitdeck.base.phrases import Say
from unitdeck.base.spreadsheet import column_letter
from unitdeck.session.scoring.forms import BALLOTS, Form
from unitdeck.session.scoring.reading import Tally
from unitdeck.session.scoring.rules import FormKind
from unitdeck.session.scoring.scores import Scores, means
from unitdeck.session.sheets import FIRST, Cell, Formula, span

_POINTS = '0.00;"−"0.00'
_AS_GIVEN = "0.####"
_UNITS = 2  # columns before the first count


class Count(NamedTuple):
    """A column of counts: what it is asked for by, its heading, and its cells in running order."""

    key: str
    head: str
    cells: Sequence[Cell]


class Counting:
    """The columns of the sheet, each built on those before it.

    ``cell`` gives the place of a number of the rules by its key.
    """

    def __init__(self, scores: Scores, forms: Sequence[Form], cell: Callable[[str], str], say: Say) -> None:
        self.scores = scores
        self.say = say
        self.cell = cell
        self.none = say("missing")
        self.units = range(len(scores.units))
        self.counts: list[Count] = []
        for form in forms:
            if form.kind in BALLOTS:
                self._ballots(form)
            elif form.kind == "panel" and scores.rules.panel:
                self._panel(form, scores.rules.panel)
            elif form.kind == "time" and scores.rules.time:
                self._time(form, scores.rules.time)
            if form.kind == "b":
                self._both()

    def letter(self, key: str) -> str:
        """Return the letters of a column."""
        return column_letter(_UNITS + [count.key for count in self.counts].index(key))

    def range(self, key: str) -> str:
        """Return the range of a column, from any sheet."""
        return span(self.letter(key), len(self.units), self.say("counts"))

    def voted(self, kind: FormKind) -> str:
        """Return the formula of how many units a kind of ballot marks."""
        return f'COUNTIF({self.range(f"{kind}.cast")},">0")'

    def _add(self, key: str, head: str, cells: Sequence[Cell]) -> None:
        self.counts.append(Count(key, head, cells))

    def _ballots(self, form: Form) -> None:
        kind, say = form.kind, self.say
        tally = self.scores.tally(kind) or Tally(kind, (), ())
        worth = means(tally, self.scores.rules, len(self.units))
        first, last = self._worths(kind)
        valid_word = f'"{say("valid")}"'
        # The place of what is counted depends on the columns before it.
        cast, valid = (column_letter(_UNITS + len(self.counts) + n) for n in (0, 1))
        self._add(
            f"{kind}.cast",
            self._head(form, "c_cast"),
            [Formula(f"=COUNTA({form.marks(at)})", sum(at in c.marks for c in tally.columns)) for at in self.units],
        )
        counted = Formula(f"=COUNTIF({form.checks},{valid_word})", len(tally.valid))
        self._add(f"{kind}.valid", self._head(form, "c_valid"), [counted for _ in self.units])
        for n, grade in enumerate(self.scores.rules.grades):
            found = [
                Formula(
                    f"=COUNTIFS({form.checks},{valid_word},{form.marks(at)},{self._name(f'grade{n}')})",
                    sum(at in c.marks and c.marks[at].marks == (grade.name,) for c in tally.valid),
                )
                for at in self.units
            ]
            self._add(f"{kind}.{n}", self._head(form, grade.name), found)
        cells = []
        for at in self.units:
            row = FIRST + at
            names = f"{self._name(first)}:{self._name(last).rpartition('!')[2]}"
            each = f"COUNTIFS({form.checks},{valid_word},{form.marks(at)},{names})"
            points = f"{self.cell(first)}:{self.cell(last).rpartition('!')[2]}"
            mean = f"SUMPRODUCT({each},{points})/{valid}{row}"
            empty = f"OR({cast}{row}=0,{valid}{row}=0)"
            cells.append(Formula(f'=IF({empty},"{self.none}",{mean})', self._or_missing(worth[at]), _POINTS))
        self._add(f"{kind}.mean", self._head(form, "c_mean"), cells)

    def _both(self) -> None:
        a, b = self.letter("a.mean"), self.letter("b.mean")
        share = self.cell("leaders")
        cells = []
        for unit in self.scores.units:
            row = FIRST + unit.at
            both = f"({a}{row}*{share}+{b}{row}*(100-{share}))/100"
            text = f'=IF(AND(ISNUMBER({a}{row}),ISNUMBER({b}{row})),{both},"{self.none}")'
            cells.append(Formula(text, self._or_missing(unit.parts.get("ballots")), _POINTS))
        self._add("both.mean", self.say("c_both"), cells)

    def _panel(self, form: Form, rule: Panel) -> None:
        tally = self.scores.tally("panel")
        given = [
            [
                mark.value
                for c in (tally.columns if tally else ())
                if (mark := c.marks.get(at)) and mark.value is not None
            ]
            for at in self.units
        ]
        letters = [column_letter(_UNITS + len(self.counts) + n) for n in range(3)]
        counted: list[Cell] = []
        high: list[Cell] = []
        low: list[Cell] = []
        mean: list[Cell] = []
        for at, values in enumerate(given):
            row, marks = FIRST + at, form.marks(at)
            n, most, least = (f"{letter}{row}" for letter in letters)
            counted.append(Formula(f"=COUNT({marks})", len(values)))
            for cells, name, found in ((high, "MAX", max), (low, "MIN", min)):
                value = found(values) if values else None
                cells.append(Formula(f'=IF({n}=0,"{self.none}",{name}({marks}))', self._or_missing(value), _AS_GIVEN))
            trimmed = f"(SUM({marks})-{most}-{least})/({n}-2)"
            kept = f"IF({n}>={self.cell('trimmed')},{trimmed},SUM({marks})/{n})"
            text = f'=IF({n}=0,"{self.none}",{kept}*100/{self.cell("full")})'
            mean.append(Formula(text, self._or_missing(self.scores.units[at].parts.get("panel")), _POINTS))
        for key, head, cells in (
            ("judges", "c_judges", counted),
            ("high", "c_high", high),
            ("low", "c_low", low),
            ("mean", "c_mean", mean),
        ):
            self._add(f"panel.{key}", self._head(form, head), cells)

    def _time(self, form: Form, rule: Window) -> None:
        letter = column_letter(_UNITS + len(self.counts))
        taken: list[Cell] = []
        cost: list[Cell] = []
        for unit in self.scores.units:
            row = FIRST + unit.at
            cell = f"'{form.name}'!{form.first(unit.at)}"
            text = f'=IF({cell}="","{self.none}",IF(ISNUMBER({cell}),{cell},{_minutes(cell)}))'
            taken.append(Formula(text, self._or_missing(unit.taken), _POINTS))
            at = f"{letter}{row}"
            inside = f"AND({at}>={self.cell('short')},{at}<={self.cell('long')})"
            off = f'=IF(ISNUMBER({at}),IF({inside},0,{self.cell("penalty")}*10),"{self.none}")'
            cost.append(Formula(off, self.none if unit.taken is None else unit.deducted, _AS_GIVEN))
        self._add("time.taken", self._head(form, "c_minutes"), taken)
        self._add("time.cost", self._head(form, "c_deducted"), cost)

    def _worths(self, kind: FormKind) -> tuple[str, str]:
        """Return the keys of the first and the last row of what a mark counts."""
        if kind == "ranks":
            return "place1", f"place{len(self.units)}"
        return "grade0", f"grade{len(self.scores.rules.grades) - 1}"

    def _name(self, key: str) -> str:
        """Return the cell beside a number of the rules that names it."""
        return self.cell(key).replace("$B$", "$A$")

    def _head(self, form: Form, key: str) -> str:
        word = self.say(key) if key.startswith("c_") else key
        return f"{form.name}（{word}）"

    def _or_missing(self, value: Decimal | None) -> Decimal | str:
        return self.none if value is None else value


def _minutes(cell: str) -> str:
    """The formula that reads 7:45 or 7分45秒 as minutes."""
    plain = f'SUBSTITUTE({cell},"：",":")'
    for mark, put in (("分钟", ":"), ("分", ":"), ("秒", ""), ("′", ":"), ("″", "")):
        plain = f'SUBSTITUTE({plain},"{mark}","{put}")'
    at = f'FIND(":",{plain})'
    return f'IF(ISNUMBER({at}),LEFT({plain},{at}-1)+("0"&MID({plain},{at}+1,2))/60,VALUE({plain}))'
