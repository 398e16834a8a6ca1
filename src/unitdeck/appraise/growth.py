"""同比: growth on the same period of last year.

The official figures if given, each with its basis. Else from ``base``: a percentage only where the base is
positive; from a base of zero or below only the absolute change (同比增加16人); rates differ in percentage points.
Growth is never derived from two published levels of different years, whose bases may differ.
"""

from __future__ import annotations

from decimal import Decimal

from unitdeck.appraise.arithmetic import percent
from unitdeck.appraise.model import GrowthText
from unitdeck.appraise.wording import MISSING, Words, in_percent, rate_text
from unitdeck.outline.model import Growth, SeriesPoint, Target

NO_GROWTH = GrowthText(None, MISSING)


def growths(target: Target, words: Words) -> tuple[GrowthText, ...]:
    """Return every growth figure of an indicator: the official ones, else the computed one, else the declared one."""
    if target.yoy:
        return tuple(official(growth, target.unit, words) for growth in target.yoy)
    actual = target.actual.value if target.actual else None
    if actual is not None and target.base is not None:
        return (computed(actual, target.base, target.unit, words),)
    if target.declared and target.declared.yoy is not None:
        return (official(Growth(target.declared.yoy), target.unit, words),)
    return ()


def official(growth: Growth, unit: str, words: Words) -> GrowthText:
    """Return an official growth figure as printed."""
    return _printed(Decimal(growth.value), unit, words, growth.basis)


def computed(actual: Decimal, base: Decimal, unit: str, words: Words) -> GrowthText:
    """Return the growth from ``base`` to ``actual``; its value is None where only the absolute change is said."""
    if actual == base:
        return GrowthText(Decimal(0), words.say("yoy.level"), in_points=in_percent(unit))
    if in_percent(unit):
        return _printed(actual - base, unit, words)
    growth = growth_rate(actual, base)
    if growth is not None:
        return _printed(growth, unit, words)
    change = words.difference(actual - base, unit)
    return GrowthText(None, words.say("yoy.up" if actual > base else "yoy.down", d=change))


def growth_rate(actual: Decimal, base: Decimal) -> Decimal | None:
    """Return (actual − base) / base in percent, None unless the base is positive."""
    return percent(actual - base, base) if base > 0 else None


def period_growth(point: SeriesPoint, unit: str) -> Decimal | None:
    """Return a period's growth: the official rate, else from last year's period, in percent or, for a rate, 百分点."""
    value = point.value
    if in_percent(unit):
        return None if value is None or point.last_year is None else value - point.last_year
    if point.rate is not None:
        return Decimal(point.rate)
    return None if value is None or point.last_year is None else growth_rate(value, point.last_year)


def _printed(value: Decimal, unit: str, words: Words, basis: str = "") -> GrowthText:
    points = in_percent(unit)
    if value == 0:
        return GrowthText(value, words.say("yoy.level"), basis, points)
    text = rate_text(value, signed=True)
    return GrowthText(value, words.say("points", x=text) if points else f"{text}%", basis, points)
