"""How a figure of a chart is printed: layout measures it, charts and their alternative text print it."""

from __future__ import annotations

from decimal import ROUND_HALF_UP, Decimal

from unitdeck.plan.chart import ChartSpec

MISSING = "—"
MINUS = "\N{MINUS SIGN}"


def value_text(value: Decimal | None, spec: ChartSpec) -> str:
    """Return a figure as the chart's number format prints it, rounded half away from zero; 「—」 for a missing one."""
    if value is None:
        return MISSING
    rounded = value.quantize(Decimal(1).scaleb(-spec.decimals), ROUND_HALF_UP)
    sign = MINUS if value < 0 else "+" if spec.signed and value > 0 else ""
    return f"{sign}{abs(rounded):,}{'%' if spec.unit == '%' else ''}"
