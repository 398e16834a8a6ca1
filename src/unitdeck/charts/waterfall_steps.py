"""The steps of a waterfall: where each bar starts and ends, as figures and as the formulas that compute them.

The sheet keeps the outline's totals and signed changes; beside them stand columns of formulas, which the chart draws,
so that it follows when a person edits a figure. Bars are stacked from zero upwards and downwards: one that crosses zero
has a piece on either side, and one that floats lies on a piece that is not seen.
"""

from __future__ import annotations

from collections.abc import Callable
from decimal import Decimal
from typing import NamedTuple

from unitdeck.charts.formats import change_format, number_format
from unitdeck.ooxml.chart_xml_sheet import Figures, Sheet
from unitdeck.plan.chart import ChartSpec, Series

NOTHING = Decimal(0)
TOTALS, CHANGES = 0, 1  # the columns of the sheet
END, START, BASE, RISE_ABOVE, RISE_BELOW, FALL_ABOVE, FALL_BELOW, RISE_LABEL, FALL_LABEL = range(2, 11)
_NAMES = {
    "zh": (
        *("合计", "增减", "止", "起", "底", "增", "增（零下）", "减", "减（零下）"),
        *("增标签", "减标签"),
    ),
    "en": (
        *("Total", "Change", "To", "From", "Base", "Rise", "Rise below 0", "Fall", "Fall below 0"),
        *("Rise label", "Fall label"),
    ),
}


class Step(NamedTuple):
    """A bar: its total or its change (None: not given) and the levels at which it starts and ends."""

    total: Decimal | None
    change: Decimal | None
    start: Decimal
    end: Decimal

    @property
    def low(self) -> Decimal:
        """The lower end."""
        return min(self.start, self.end)

    @property
    def high(self) -> Decimal:
        """The upper end."""
        return max(self.start, self.end)

    @property
    def rises(self) -> bool:
        """Whether it is a change upwards, or of 0."""
        return self.total is None and self.change is not None and self.change >= 0

    @property
    def falls(self) -> bool:
        """Whether it is a change downwards."""
        return self.total is None and self.change is not None and self.change < 0


def two_columns(spec: ChartSpec, lang: str) -> ChartSpec:
    """Return the chart with its totals and its changes as its two series; one that was not given is empty."""
    names = _NAMES[lang[:2]]
    empty = (None,) * len(spec.categories)
    totals = next((one for one in spec.series if one.role != "part"), Series(names[TOTALS], empty))
    changes = next((one for one in spec.series if one.role == "part"), Series(names[CHANGES], empty, "part"))
    return spec._replace(series=(totals, changes))


def steps(spec: ChartSpec) -> list[Step]:
    """Return the bars of a chart of :func:`two_columns`. Where a category has both figures, it is a total."""
    found: list[Step] = []
    level = NOTHING
    for total, change in zip(spec.series[TOTALS].values, spec.series[CHANGES].values, strict=True):
        start = level if total is None else NOTHING
        level = total if total is not None else level + (change or 0)
        found.append(Step(total, change, start, level))
    return found


def step_sheet(spec: ChartSpec, lang: str) -> Sheet:
    """Return the sheet: totals, changes, then what is computed from them."""
    code, names, bars = number_format(spec), _NAMES[lang[:2]], steps(spec)
    figures = [Figures(one.name, one.values, code) for one in spec.series]
    for column, (value, formula) in _COMPUTED.items():
        signed = {RISE_LABEL: change_format(spec, "+"), FALL_LABEL: change_format(spec, "\N{MINUS SIGN}")}
        figures.append(
            Figures(
                names[column],
                tuple(value(bar) for bar in bars),
                signed.get(column, code),
                tuple(formula.format(r=row, p=row - 1) for row in range(2, len(bars) + 2)),
            )
        )
    return Sheet(spec.categories, tuple(figures))


def _above(low: Decimal, high: Decimal) -> Decimal:
    return max(NOTHING, high) - max(NOTHING, low)


def _below(low: Decimal, high: Decimal) -> Decimal:
    return min(NOTHING, low) - min(NOTHING, high)


def _if(holds: bool, value: Decimal) -> Decimal:
    return value if holds else NOTHING


def _label(bar: Step) -> Decimal:
    """As long as the change, away from zero on the side where the bar's outer end lies."""
    change = abs(bar.change or NOTHING)
    return change if bar.high > 0 or bar.low == 0 else -change


_RISES = "AND(ISNUMBER(C{r}),NOT(ISNUMBER(B{r})),N(C{r})>=0)"
_FALLS = "AND(ISNUMBER(C{r}),NOT(ISNUMBER(B{r})),N(C{r})<0)"
_LABEL = "IF(OR(MAX(D{r},E{r})>0,MIN(D{r},E{r})=0),1,-1)*ABS(N(C{r}))"

# What each computed column holds, as a value of a bar and as the formula of row {r}, the row above being {p}.
_COMPUTED: dict[int, tuple[Callable[[Step], Decimal], str]] = {
    END: (lambda bar: bar.end, "IF(ISNUMBER(B{r}),B{r},N(D{p})+N(C{r}))"),
    START: (lambda bar: bar.start, "IF(ISNUMBER(B{r}),0,N(D{p}))"),
    BASE: (
        lambda bar: _if(bar.total is None, max(NOTHING, bar.low) + min(NOTHING, bar.high)),
        "IF(ISNUMBER(B{r}),0,MAX(0,MIN(D{r},E{r}))+MIN(0,MAX(D{r},E{r})))",
    ),
    RISE_ABOVE: (
        lambda bar: _if(bar.rises, _above(bar.low, bar.high)),
        f"IF({_RISES},MAX(0,D{{r}})-MAX(0,E{{r}}),0)",
    ),
    RISE_BELOW: (
        lambda bar: _if(bar.rises, _below(bar.low, bar.high)),
        f"IF({_RISES},MIN(0,E{{r}})-MIN(0,D{{r}}),0)",
    ),
    FALL_ABOVE: (
        lambda bar: _if(bar.falls, _above(bar.low, bar.high)),
        f"IF({_FALLS},MAX(0,E{{r}})-MAX(0,D{{r}}),0)",
    ),
    FALL_BELOW: (
        lambda bar: _if(bar.falls, _below(bar.low, bar.high)),
        f"IF({_FALLS},MIN(0,D{{r}})-MIN(0,E{{r}}),0)",
    ),
    RISE_LABEL: (lambda bar: _if(bar.rises, _label(bar)), f"IF({_RISES},{_LABEL},0)"),
    FALL_LABEL: (lambda bar: _if(bar.falls, _label(bar)), f"IF({_FALLS},{_LABEL},0)"),
}
