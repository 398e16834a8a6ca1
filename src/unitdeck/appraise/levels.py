"""Targets that the schedule does not measure: levels, bands, growth rates and control numbers.

A level (失业率 ≤ 4 %) and a growth rate are compared with their target and differ in 百分点 (percentage points) or in
their own unit. A control number (事故起数) is compared with its share due by the schedule; what is used of it is
「占控制数」, never 「完成率」.
"""

from __future__ import annotations

from decimal import Decimal
from typing import NamedTuple

from unitdeck.appraise.arithmetic import percent, rounded, sign
from unitdeck.appraise.wording import Words, amount_text, difference_text, rate_text
from unitdeck.outline.model import Direction, Kind, Target, TargetValue


class Judgement(NamedTuple):
    """A status key with its sentence; ``gap`` is actual − target where the target is one value."""

    key: str
    verdict: str
    gap: Decimal | None = None
    pace: str = ""


def judged_as(target: Target) -> Kind:
    """Return the kind by which a target is judged.

    A sum that should stay low is a control number, and one that should stay in a band a level: calling either
    「完成率」 would praise the wrong thing.
    """
    if target.kind == "cumulative":
        if is_band(target):
            return "level"
        if target.direction == "lower":
            return "cap_count"
    return target.kind


def is_band(target: Target) -> bool:
    """Whether the target is a range with at least one end."""
    wanted = target.target
    return wanted is not None and wanted.value is None and (wanted.low is not None or wanted.high is not None)


def judge_level(value: Decimal, target: TargetValue, direction: Direction, unit: str, words: Words) -> Judgement | None:
    """Return how a level or a growth rate stands; None where the target has no value. ``unit`` is the difference's."""
    if target.value is None:
        return _judge_band(value, target, unit, words)
    difference = value - target.value
    side = sign(difference)
    met = side == 0 if direction == "band" else side <= 0 if direction == "lower" else side >= 0
    names = ("under_control", "over_control") if direction == "lower" else ("below", "above")
    verdict = (
        words.say(f"verdict.{names[side > 0]}", d=words.difference(difference, unit))
        if side
        else words.say("verdict.equal")
    )
    pace = words.say(("pace.equal", "pace.above", "pace.below")[side], x=difference_text(difference))
    return Judgement("reached" if met else "missed", verdict, difference, pace)


def judge_cap(value: Decimal, control: Decimal, scheduled: Decimal | None, unit: str, words: Words) -> Judgement:
    """Return how a count stands against its control number × schedule (in percent; None: against the whole)."""
    if control <= 0:
        shown = words.quantity(amount_text(value), unit)
        verdict = words.say("verdict.cap_zero", control=amount_text(control), d=shown)
        return Judgement("within" if value <= control else "exceeded", verdict)
    share = percent(value, control)
    used = rate_text(share)
    if value > control:
        over = words.difference(value - control, unit)
        return Judgement("exceeded", words.say("verdict.cap_over", p=used, d=over))
    return judge_cap_share(share, scheduled, words)


def judge_cap_share(share: Decimal, scheduled: Decimal | None, words: Words) -> Judgement:
    """Return how the used share of a control number (in percent) stands against the schedule."""
    used = rate_text(share)
    if share > 100 or scheduled is None:
        return Judgement("exceeded" if share > 100 else "within", words.say("verdict.cap", p=used))
    difference = share - scheduled
    side = sign(rounded(difference))
    key = ("verdict.cap_level", "verdict.cap_above", "verdict.cap_under")[side]
    return Judgement("tight" if side > 0 else "within", words.say(key, p=used, d=words.lead(difference)))


def _judge_band(value: Decimal, target: TargetValue, unit: str, words: Words) -> Judgement | None:
    if target.low is None and target.high is None:
        return None
    if target.low is not None and value < target.low:
        return Judgement("missed", words.say("verdict.under_band", d=words.difference(target.low - value, unit)))
    if target.high is not None and value > target.high:
        return Judgement("missed", words.say("verdict.over_band", d=words.difference(value - target.high, unit)))
    return Judgement("reached", words.say("verdict.in_band"))
