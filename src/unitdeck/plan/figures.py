"""How a figure of a chart is printed: layout measures it, charts and their alternative text print it."""

from __future__ import annotations

from decimal import ROUND_HALF_UP, Context, Decimal

from unitdeck.plan.chart import MISSING, ChartSpec, Series
from unitdeck.plan.chart_kinds import CHART_KINDS
from unitdeck.plan.chart_rows import ELLIPSIS

NO_DATA = {"zh": "— 无数据", "en": "— No data"}  # the helper series whose labels mark rows without a figure
MINUS = "\N{MINUS SIGN}"
_EXACT = Context(prec=60, rounding=ROUND_HALF_UP)
_RATE_DECIMALS = 1  # of a panel's rates


def printed_as(spec: ChartSpec, series: Series) -> ChartSpec:
    """Return the spec with a series' own unit, digits and sign.

    The rates of a panel are percentages with sign and one digit, its amounts keep the chart's unit. The changes of a
    waterfall have their sign. In every other kind all series are printed alike.
    """
    kind = CHART_KINDS[spec.kind]
    if kind.rates and series.role == "rate":
        return spec._replace(unit="%", decimals=_RATE_DECIMALS, signed=True)
    if kind.changes and series.role == "part":
        return spec._replace(signed=True)
    return spec


def figure_texts(spec: ChartSpec) -> list[str]:
    """Return the known figures of every series as labels print them."""
    return [
        value_text(value, printed_as(spec, series))
        for series in spec.series
        for value in series.values
        if value is not None
    ]


def value_text(value: Decimal | None, spec: ChartSpec) -> str:
    """Return a figure as the chart's number format prints it, rounded half away from zero; 「—」 for a missing one."""
    if value is None:
        return MISSING
    rounded = _EXACT.quantize(value, Decimal(1).scaleb(-spec.decimals))
    sign = MINUS if value < 0 else "+" if spec.signed and value > 0 else ""
    return f"{sign}{rounded.copy_abs():,}{'%' if spec.unit == '%' else ''}"


def empty_rows(spec: ChartSpec) -> tuple[bool, ...]:
    """Return for each category whether no series has a figure of it. A row 「⋮」 is not empty: it stands for others."""
    rows = zip(spec.categories, zip(*(series.values for series in spec.series), strict=True), strict=True)
    return tuple(name != ELLIPSIS and all(value is None for value in values) for name, values in rows)


def silent_series(spec: ChartSpec) -> tuple[str, ...]:
    """Return the names of lines that have no figure at all, which no mark on the plot can say."""
    kind = CHART_KINDS[spec.kind]
    if kind.room == "drawn" or not (kind.ends or kind.series_units):
        return ()
    return tuple(series.name for series in spec.series if all(value is None for value in series.values))


def key_names(spec: ChartSpec, lang: str) -> tuple[str, ...]:
    """Return the names that the legend of stacked bars shows: of its series, and what 「—」 means if a row is empty."""
    return (*(series.name for series in spec.series), *((NO_DATA[lang[:2]],) if any(empty_rows(spec)) else ()))
