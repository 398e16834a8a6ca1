"""Number formats: how labels that follow the data, and the cells of the workbook, print figures."""

from __future__ import annotations

from unitdeck.plan.chart import ChartSpec
from unitdeck.plan.figures import MINUS, value_text

__all__ = ["number_format", "value_text"]  # a figure as a format code, and as text


def number_format(spec: ChartSpec) -> str:
    """Return the format code of a chart's figures.

    ``%`` stands in quotes, because 32.3 means 32.3 %, and so does the true minus sign, which no code knows.
    """
    digits = "#,##0" + ("." + "0" * spec.decimals if spec.decimals else "") + ('"%"' if spec.unit == "%" else "")
    negative = f'"{MINUS}"{digits}'
    return f"+{digits};{negative};{digits}" if spec.signed else f"{digits};{negative}"
