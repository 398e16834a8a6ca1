"""Round figures along an axis."""

from __future__ import annotations

import math
from decimal import Decimal

from unitdeck.plan.chart import ChartSpec
from unitdeck.plan.figures import value_text

_NICE = tuple(map(Decimal, ("1", "2", "2.5", "5", "10")))


def ticks(least: float, most: float, about: int) -> list[Decimal]:
    """Return round figures from ``least`` to ``most``, at most ``about`` of them (at least one step apart)."""
    if not most > least or about < 1:
        return []
    rough = Decimal(repr((most - least) / about))
    unit = Decimal(1).scaleb(rough.adjusted())
    step = next(nice * unit for nice in _NICE if nice * unit >= rough)
    first, last = math.ceil(Decimal(repr(least)) / step), math.floor(Decimal(repr(most)) / step)
    return [number * step for number in range(first, last + 1)]


def tick_text(value: Decimal) -> str:
    """Return a round figure with no more digits than it has."""
    exponent = value.normalize().as_tuple().exponent
    decimals = max(-exponent, 0) if isinstance(exponent, int) else 0
    return value_text(value, ChartSpec("", "", (), (), decimals=decimals))
