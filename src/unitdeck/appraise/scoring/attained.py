"""What an indicator has reached, in the two measures that presets count by."""

from __future__ import annotations

from decimal import Decimal
from typing import NamedTuple

from unitdeck.appraise.arithmetic import HUNDRED, difference, percent, rounded
from unitdeck.appraise.indicator import rate_apart
from unitdeck.appraise.levels import is_band, judged_as
from unitdeck.appraise.model import Indicator
from unitdeck.appraise.wording import in_percent
from unitdeck.outline.model import TargetValue

_MET = (Decimal(0), HUNDRED)
_TWICE = 2 * HUNDRED


class Attained(NamedTuple):
    """``lead``: points ahead (+) of what is due; ``degree``: percent of what is due. Both as printed, one decimal.

    Of a sum, lead is completion − schedule and degree completion ÷ schedule. Of a level or a growth rate, lead is the
    distance to the target in points where both are in percent, else degree − 100; degree is actual ÷ target. Where
    lower is better both are mirrored: 10 % more than the target is 90. ``degree`` is None where the target is not
    above zero.
    """

    lead: Decimal
    degree: Decimal | None


def attained(indicator: Indicator) -> Attained | None:
    """Return what an indicator has reached; None where no formula can say it.

    That is where a figure, a target or a data date is missing, and of milestones and qualitative targets.
    """
    if not indicator.measured:
        return None
    kind = judged_as(indicator.source)
    if kind in ("milestone", "qualitative"):
        return None
    found = (
        _sum(indicator)
        if kind == "cumulative"
        else _limit(indicator)
        if kind == "cap_count"
        else _level(indicator, in_points=kind == "growth_rate" or in_percent(indicator.unit))
    )
    if found is None:
        return None
    lead, degree = found
    if lead is None:
        if degree is None:
            return None
        lead = difference(degree, HUNDRED)
    return Attained(rounded(lead), None if degree is None else rounded(degree))


_Found = tuple[Decimal | None, Decimal | None]


def _sum(indicator: Indicator) -> _Found | None:
    completed, due, gap = indicator.completion.value, indicator.schedule.value, indicator.gap.value
    if completed is None or due is None or gap is None:
        return None
    return gap, percent(completed, due) if due > 0 else None


def _limit(indicator: Indicator) -> _Found | None:
    """A limit that may be used up as the year goes: 100 where what is used is what is due."""
    value, control = indicator.actual.value, indicator.target.value
    declared = indicator.source.declared
    due = HUNDRED if indicator.schedule.value is None else indicator.schedule.value
    if value is not None and control is not None:
        if control <= 0:
            return _MET if value <= control else (-HUNDRED, Decimal(0))
        used = percent(value, control)
    elif declared is not None and declared.completion is not None:
        used = Decimal(declared.completion)
    else:
        return None
    return difference(due, used), difference(_TWICE, percent(used, due)) if due > 0 else None


def _level(indicator: Indicator, *, in_points: bool) -> _Found | None:
    target = indicator.source
    value = indicator.yoy.value if rate_apart(target) else indicator.actual.value
    wanted = target.target
    if value is None or wanted is None:
        return None
    if is_band(target):
        return _band(value, wanted, in_points=in_points)
    if wanted.value is None:
        return None
    lead = difference(value, wanted.value)
    degree = percent(value, wanted.value) if wanted.value > 0 else None
    if target.direction == "band":
        lead = -abs(lead)
        degree = None if degree is None else difference(HUNDRED, abs(difference(degree, HUNDRED)))
    elif target.direction == "lower":
        lead = -lead
        degree = difference(_TWICE, degree) if degree is not None else HUNDRED if lead >= 0 else Decimal(0)
    return lead if in_points else None, degree


def _band(value: Decimal, wanted: TargetValue, *, in_points: bool) -> _Found:
    """Within the band all is met; outside, the distance to its nearer end counts, in percent of that end."""
    if wanted.low is not None and value < wanted.low:
        end = wanted.low
    elif wanted.high is not None and value > wanted.high:
        end = wanted.high
    else:
        return _MET
    away = abs(difference(value, end))
    degree = difference(HUNDRED, percent(away, abs(end))) if end else Decimal(0)
    return -away if in_points else None, degree
