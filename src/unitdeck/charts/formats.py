"""How a chart prints figures: number formats for labels that follow the data, and the same as text."""

from __future__ import annotations

from decimal import ROUND_HALF_UP, Decimal

from unitdeck.plan.chart import ChartSpec

MISSING = "—"
_MINUS = "\N{MINUS SIGN}"


def number_format(spec: ChartSpec) -> str:
    """Return the format code of a chart's figures.

    ``%`` stands in quotes, because 32.3 means 32.3 %, and so does the true minus sign, which no code knows.
    """
    digits = "#,##0" + ("." + "0" * spec.decimals if spec.decimals else "") + ('"%"' if spec.unit == "%" else "")
    negative = f'"{_MINUS}"{digits}'
    return f"+{digits};{negative};{digits}" if spec.signed else f"{digits};{negative}"


def value_text(value: Decimal | None, spec: ChartSpec) -> str:
    """Return a figure as :func:`number_format` prints it, rounded half away from zero; 「—」 where it is missing."""
    if value is None:
        return MISSING
    rounded = value.quantize(Decimal(1).scaleb(-spec.decimals), ROUND_HALF_UP)
    sign = _MINUS if value < 0 else "+" if spec.signed and value > 0 else ""
    return f"{sign}{abs(rounded):,}{'%' if spec.unit == '%' else ''}"
