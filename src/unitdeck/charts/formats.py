"""Number formats: how labels that follow the data, and the cells of the workbook, print figures."""

from __future__ import annotations

from decimal import Decimal

from unitdeck.plan.chart import ChartSpec
from unitdeck.plan.figures import MINUS


def number_format(spec: ChartSpec) -> str:
    """Return the format code of a chart's figures.

    ``%`` stands in quotes, because 32.3 means 32.3 %, and so does the true minus sign, which no code knows.
    """
    digits = _digits(spec)
    negative = f'"{MINUS}"{digits}'
    return f"+{digits};{negative};{digits}" if spec.signed else f"{digits};{negative}"


def change_format(spec: ChartSpec, sign: str) -> str:
    """Return the format code of bars whose length alone is the sheet's figure: ``sign`` (+ or −) stands before it.

    0 prints nothing, because there a change of the other sign stands.
    """
    digits = f'"{sign}"{_digits(spec)}'
    return f"{digits};{digits};"


def cut_format(code: str) -> str:
    """Return the format code of a bar, column or point that is cut: with 「»」 at the end that goes on."""
    above, below, *zero = code.split(";")
    return ";".join((f'{above}" »"', f'"« "{below}', *zero))


def cut_words(words: str, value: Decimal) -> str:
    """Return the words of what is cut with the mark that :func:`cut_format` gives figures."""
    return f"{words} »" if value > 0 else f"« {words}"


def _digits(spec: ChartSpec) -> str:
    return "#,##0" + ("." + "0" * spec.decimals if spec.decimals else "") + ('"%"' if spec.unit == "%" else "")
