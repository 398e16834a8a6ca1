"""Figures that stand side by side are printed with the same decimals: those of the most exact of them.

A chart has one number format for its figures, so 2.0 beside 0.15 is 2.00 in it; title, table and notes must say the
same. Zeros are added, nothing is rounded.
"""

from __future__ import annotations

from collections.abc import Iterable
from decimal import Decimal

from unitdeck.appraise.arithmetic import decimals, rounded
from unitdeck.outline.model import Part, SeriesPoint


def aligned_series(series: tuple[SeriesPoint, ...]) -> tuple[SeriesPoint, ...]:
    """Return the periods with all amounts (figure, last year's, plan) at the decimals of the most exact one."""
    places = _most(amount for point in series for amount in (point.value, point.last_year, point.plan))
    return tuple(
        point._replace(
            value=_with(point.value, places), last_year=_with(point.last_year, places), plan=_with(point.plan, places)
        )
        for point in series
    )


def aligned_parts(parts: tuple[Part, ...]) -> tuple[Part, ...]:
    """Return the parts with their figures at the decimals of the most exact one; their targets stay as typed."""
    places = _most(part.value for part in parts)
    return tuple(part._replace(value=_with(part.value, places)) for part in parts)


def _most(amounts: Iterable[Decimal | None]) -> int:
    return max((decimals(amount) for amount in amounts if amount is not None), default=0)


def _with(amount: Decimal | None, places: int) -> Decimal | None:
    return None if amount is None else rounded(amount, places)
