"""Exact arithmetic of percentages: fixed point, so that differences cancel, and one rounding at the end."""

from __future__ import annotations

from decimal import ROUND_HALF_UP, Context, Decimal

HUNDRED = Decimal(100)
_FIXED = Decimal("1e-20")
_EXACT = Context(prec=120, rounding=ROUND_HALF_UP)


def percent(part: Decimal, whole: Decimal) -> Decimal:
    """Return ``part`` in percent of ``whole`` (not 0), with 20 decimals.

    Fixed point rather than 28 significant digits: 10.38333… − 8.33333… is then 2.05 exactly and prints 2.1.
    """
    return _EXACT.quantize(_EXACT.divide(_EXACT.multiply(part, HUNDRED), whole), _FIXED)


def difference(minuend: Decimal, subtrahend: Decimal) -> Decimal:
    """Return the exact difference."""
    return _EXACT.subtract(minuend, subtrahend)


def rounded(value: Decimal, places: int = 1) -> Decimal:
    """Return ``value`` with ``places`` decimals, half away from zero."""
    return _EXACT.quantize(value, Decimal(1).scaleb(-places))


def decimals(value: Decimal) -> int:
    """Return the number of decimals with which ``value`` was typed."""
    exponent = value.as_tuple().exponent
    return max(0, -exponent) if isinstance(exponent, int) else 0


def sign(value: Decimal) -> int:
    """Return −1, 0 or 1."""
    return (value > 0) - (value < 0)
