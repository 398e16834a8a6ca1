"""Round figures along an axis."""

from __future__ import annotations

import math
from decimal import Decimal

from unitdeck.plan.chart import ChartSpec, decimals_of
from unitdeck.plan.figures import value_text
from unitdeck.plan.round_steps import round_step


def ticks(least: float, most: float, about: int) -> list[Decimal]:
    """Return round figures from ``least`` to ``most``, at most ``about`` of them (at least one step apart)."""
    if not most > least or about < 1:
        return []
    step = round_step(Decimal(repr((most - least) / about)))
    first, last = math.ceil(Decimal(repr(least)) / step), math.floor(Decimal(repr(most)) / step)
    return [number * step for number in range(first, last + 1)]


def tick_text(value: Decimal) -> str:
    """Return a round figure with no more digits than it has."""
    return value_text(value, as_round(ChartSpec("", "", (), ()), value))


def as_round(spec: ChartSpec, value: Decimal) -> ChartSpec:
    """Return the spec so that it prints a round figure with no more digits than that has."""
    return spec._replace(decimals=decimals_of((value.normalize(),)))
