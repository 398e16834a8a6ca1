"""How a chart prints figures: number formats for labels that follow the data, and the same as text."""

from __future__ import annotations

from decimal import ROUND_HALF_UP, Decimal

from unitdeck.plan.chart import ChartSpec, Series
from unitdeck.plan.chart_kinds import RATE_DECIMALS

MISSING = "—"
_MINUS = "\N{MINUS SIGN}"


def printed_as(spec: ChartSpec, series: Series) -> ChartSpec:
    """Return the spec with a series' own unit and digits: the rates of a panel are percentages with sign and one digit.

    Its amounts keep the chart's unit. In every other kind all series are printed alike.
    """
    if spec.kind == "panel" and series.role == "rate":
        return spec._replace(unit="%", decimals=RATE_DECIMALS, signed=True)
    return spec


def number_format(spec: ChartSpec) -> str:
    """Return the format code of a chart's figures.

    ``%`` stands in quotes, because 32.3 means 32.3 %, and so does the true minus sign, which no code knows.
    """
    digits = _digits(spec)
    negative = f'"{_MINUS}"{digits}'
    return f"+{digits};{negative};{digits}" if spec.signed else f"{digits};{negative}"


def change_format(spec: ChartSpec, sign: str) -> str:
    """Return the format code of bars whose length alone is the sheet's figure: ``sign`` (+ or −) stands before it.

    0 prints nothing, because there a change of the other sign stands.
    """
    digits = f'"{sign}"{_digits(spec)}'
    return f"{digits};{digits};"


def _digits(spec: ChartSpec) -> str:
    return "#,##0" + ("." + "0" * spec.decimals if spec.decimals else "") + ('"%"' if spec.unit == "%" else "")


def value_text(value: Decimal | None, spec: ChartSpec) -> str:
    """Return a figure as :func:`number_format` prints it, rounded half away from zero; 「—」 where it is missing."""
    if value is None:
        return MISSING
    rounded = value.quantize(Decimal(1).scaleb(-spec.decimals), ROUND_HALF_UP)
    sign = _MINUS if value < 0 else "+" if spec.signed and value > 0 else ""
    return f"{sign}{abs(rounded):,}{'%' if spec.unit == '%' else ''}"
