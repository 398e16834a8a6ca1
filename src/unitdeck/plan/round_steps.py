"""Round lengths of the steps along an axis or between class breaks: 1, 2, 2.5 or 5 times a power of ten."""

from __future__ import annotations

from collections.abc import Iterable
from decimal import Decimal

_ROUND = tuple(map(Decimal, ("1", "2", "2.5", "5")))


def round_steps(rough: Decimal) -> Iterable[Decimal]:
    """Return the round lengths from the first that is not below ``rough`` (above 0), up to some greater ones."""
    unit = Decimal(1).scaleb(rough.adjusted())
    for power in (unit, unit * 10):
        yield from (each * power for each in _ROUND if each * power >= rough)


def round_step(rough: Decimal) -> Decimal:
    """Return the least round length that is not below ``rough`` (above 0)."""
    return next(iter(round_steps(rough)))
