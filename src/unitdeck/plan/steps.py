"""Limits between steps of colour: those given, or round ones that part the figures into five steps at most."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable
from decimal import ROUND_CEILING, Decimal

from unitdeck.plan.chart import ChartSpec

MOST_LIMITS = 4
_NICE = tuple(map(Decimal, ("1", "2", "2.5", "5", "10")))
_FEW = 8  # from here on a tenth of the figures at each end does not widen the steps: one outlier would pale the rest


def step_limits(spec: ChartSpec) -> tuple[Decimal, ...]:
    """Return the limits between a chart's steps, ascending; none where all its figures are equal or missing.

    Signed figures with both signs get the same steps on both sides of 0.
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
        step = _nice(max(-least, most) / 2)
        return tuple(limit for limit in (-step, Decimal(0), step) if known[0] < limit <= known[-1])
    return _between(least, most, known)


def step_of(value: Decimal, limits: tuple[Decimal, ...]) -> int:
    """Return the step of a figure: a limit belongs to the step above it."""
    return bisect_right(limits, value)


def _between(least: Decimal, most: Decimal, known: list[Decimal]) -> tuple[Decimal, ...]:
    for step in _steps((most - least) / (MOST_LIMITS + 1)):
        first = (least / step).to_integral_value(ROUND_CEILING)
        limits = []
        while (limit := first * step) <= most:
            if limit > known[0]:
                limits.append(limit)
            first += 1
        if len(limits) <= MOST_LIMITS:
            return tuple(limits) or (most,)
    return (most,)


def _steps(rough: Decimal) -> Iterable[Decimal]:
    """Round lengths from the first that is not below ``rough``, up to some greater ones."""
    unit = Decimal(1).scaleb(rough.adjusted())
    for power in (unit, unit * 10):
        yield from (nice * power for nice in _NICE[:-1] if nice * power >= rough)


def _nice(rough: Decimal) -> Decimal:
    return next(iter(_steps(rough)))
