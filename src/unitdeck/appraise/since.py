"""较上期: how a figure stands against that of the session before (环比). It is never the base of 同比.

What is counted since the start of the year grows between two dates by what is newly there; two sums give no rate of
growth. Levels and growth rates differ, in 百分点 (percentage points) where they are rates; only a level that is an
amount has a rate besides, and that only from a base above zero. Nothing is said where the two do not compare: another
unit or caliber, the same period reported again, a sum of which it is not known that both dates lie in one year, one
after the other.
"""

from __future__ import annotations

from datetime import date
from decimal import Decimal

from unitdeck.appraise.arithmetic import sign
from unitdeck.appraise.growth import growth_rate
from unitdeck.appraise.levels import judged_as
from unitdeck.appraise.model import Since
from unitdeck.appraise.wording import MISSING, Words, amount_text, bare, in_percent, rate_text
from unitdeck.outline.model import Previous, Target

NOTHING_SINCE = Since(None, MISSING, "")


def since(target: Target, as_of: date | None, period: str, words: Words) -> Since:
    """Return the change of a target's figure since the session before; ``as_of`` and ``period`` are its own."""
    old, new = target.previous, target.actual.value if target.actual else None
    if old is None or old.value is None or new is None or differing(target, old):
        return NOTHING_SINCE
    if bare(old.period) and bare(old.period) == bare(period):
        return NOTHING_SINCE
    summed = is_sum(target)
    if judged_as(target) in ("milestone", "qualitative") or (summed and not one_year(old, as_of)):
        return NOTHING_SINCE
    return _said(new - old.value, None if summed else growth_rate(new, old.value), target, summed, words)


def is_sum(target: Target) -> bool:
    """Whether the figure starts anew with each year: what has been counted since, or its growth rate's amount."""
    return judged_as(target) in ("cumulative", "cap_count") or _rate_apart(target)


def differing(target: Target, old: Previous) -> tuple[str, ...]:
    """Return which of unit and caliber part the two figures, as far as the older one says."""
    unit = old.unit.strip() not in ("", target.unit.strip())
    caliber = bare(old.caliber) not in ("", bare(target.caliber))
    return ("unit",) * unit + ("caliber",) * caliber


def one_year(old: Previous, as_of: date | None) -> bool:
    """Whether the older figure is known to be of an earlier day of the same year."""
    before = old.as_of.date if old.as_of else None
    return before is not None and as_of is not None and before.year == as_of.year and before < as_of


def _rate_apart(target: Target) -> bool:
    return target.kind == "growth_rate" and bool(target.unit) and not in_percent(target.unit)


def _said(change: Decimal, growth: Decimal | None, target: Target, summed: bool, words: Words) -> Since:
    side = sign(change)
    if not side:
        return Since(Decimal(0), words.say("since.same"), words.say("since.told_same"))
    rated = in_percent(target.unit) or (target.kind == "growth_rate" and not summed)
    figure = amount_text(abs(change))
    size = words.say("points", x=figure) if rated else words.quantity(figure, target.unit)
    stem = "rate" if rated else "sum" if summed else "level"
    told = words.say(f"since.{stem}_{'up' if side > 0 else 'down'}", d=size)
    if growth is not None and not rated:
        told += words.say("since.growth", rate=rate_text(growth, signed=True))
    return Since(change, ("+" if side > 0 else "−") + (size if rated else figure), told)
