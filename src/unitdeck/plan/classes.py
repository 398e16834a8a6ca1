"""Class breaks: the limits between classes of colour, as given, or round ones that make five classes at most."""

from __future__ import annotations

from bisect import bisect_right
from decimal import ROUND_CEILING, Decimal

from unitdeck.plan.chart import ChartSpec
from unitdeck.plan.round_steps import round_step, round_steps

MOST_BREAKS = 4
_FEW = 8  # from here on a tenth of the figures at each end does not widen the classes: one outlier would pale the rest


def class_breaks(spec: ChartSpec) -> tuple[Decimal, ...]:
    """Return the breaks between a chart's classes, ascending; none where all its figures are equal or missing.

    Signed figures with both signs get the same classes on both sides of 0.
    """
    if spec.limits:
        return spec.limits
    known = sorted(value for series in spec.series for value in series.values if value is not None)
    if not known or known[0] == known[-1]:
        return ()
    cut = len(known) // 10 if len(known) >= _FEW else 0
    middle = known[cut : len(known) - cut]
    least, most = (middle[0], middle[-1]) if middle[0] < middle[-1] else (known[0], known[-1])
    if spec.signed and known[0] < 0 < known[-1]:
        step = round_step(max(-least, most) / 2)
        return tuple(point for point in (-step, Decimal(0), step) if known[0] < point <= known[-1])
    return _between(least, most, known)


def class_of(value: Decimal, breaks: tuple[Decimal, ...]) -> int:
    """Return the class of a figure, from 0: a break belongs to the class above it."""
    return bisect_right(breaks, value)


def _between(least: Decimal, most: Decimal, known: list[Decimal]) -> tuple[Decimal, ...]:
    for step in round_steps((most - least) / (MOST_BREAKS + 1)):
        first = (least / step).to_integral_value(ROUND_CEILING)
        breaks = []
        while (point := first * step) <= most:
            if point > known[0]:
                breaks.append(point)
            first += 1
        if len(breaks) <= MOST_BREAKS:
            return tuple(breaks) or (most,)
    return (most,)
