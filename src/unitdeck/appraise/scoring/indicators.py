"""Points of one indicator, by four presets; 100 is what a unit gets that does what is due."""

from __future__ import annotations

from decimal import ROUND_DOWN, Decimal
from typing import NamedTuple, TypeAlias

from unitdeck.appraise.arithmetic import HUNDRED, difference
from unitdeck.appraise.scoring.attained import Attained


class Step(NamedTuple):
    """阶梯: 100 where what is due is met; each whole point ahead ``each`` more, each whole point behind ``each`` less.

    Published: ±2 for each unit over or under, with a cap and a floor. Ours: 100 to start from, whole percentage points
    as the unit, what is begun does not count; a cap of 120 and a floor of 0.
    """

    each: Decimal = Decimal(2)
    most: Decimal = Decimal(120)
    least: Decimal = Decimal(0)


class FourLevel(NamedTuple):
    """四档: over is full with a bonus, met is full, above the threshold pro rata, below it nothing.

    Published: the four levels and that the bonus is capped. Ours: by degree (completion ÷ schedule); ``each`` = 1 for
    each percent over, up to 110; threshold 60.
    """

    each: Decimal = Decimal(1)
    most: Decimal = Decimal(110)
    threshold: Decimal = Decimal(60)


class Linear(NamedTuple):
    """线性: the degree itself, 100 at the target. Published: 0 to 120, mirrored where lower is better."""

    most: Decimal = Decimal(120)
    least: Decimal = Decimal(0)


class Rate(NamedTuple):
    """增速: 80 at the target, ``each`` for each point above or below it, pro rata.

    Published: the target is 80 % of the points, ±0.5 a point, capped. Ours: capped at 100, not below 0.
    """

    each: Decimal = Decimal("0.5")
    at_target: Decimal = Decimal(80)
    most: Decimal = Decimal(100)
    least: Decimal = Decimal(0)


IndicatorRule: TypeAlias = Step | FourLevel | Linear | Rate


def points(found: Attained | None, rule: IndicatorRule) -> Decimal | None:
    """Return the points of an indicator, exactly; None where what the preset counts by is missing."""
    if found is None:
        return None
    if isinstance(rule, Step):
        whole = found.lead.to_integral_value(ROUND_DOWN)
        return _within(HUNDRED + whole * rule.each, rule.least, rule.most)
    if isinstance(rule, Rate):
        return _within(rule.at_target + found.lead * rule.each, rule.least, rule.most)
    if found.degree is None:
        return None
    if isinstance(rule, Linear):
        return _within(found.degree, rule.least, rule.most)
    if found.degree < rule.threshold:
        return Decimal(0)
    over = max(Decimal(0), difference(found.degree, HUNDRED))
    return min(min(found.degree, HUNDRED) + over * rule.each, rule.most)


def _within(value: Decimal, least: Decimal, most: Decimal) -> Decimal:
    return max(least, min(most, value))
