"""完成率 and 序时差: how far a target is met, and how that stands against the schedule.

Completion = actual / target, in percent; the published completion where the two are not both given, since a target
is never solved back from a rounded percentage. Gap = completion − schedule, in 百分点 (percentage points).
"""

from __future__ import annotations

from decimal import Decimal

from unitdeck.appraise.arithmetic import difference, percent, rounded, sign
from unitdeck.appraise.wording import Words, rate_text
from unitdeck.outline.model import Declared


def completion(actual: Decimal | None, target: Decimal | None, declared: Declared | None) -> Decimal | None:
    """Return the completion in percent; None where a figure is missing or the target is not above zero."""
    if actual is not None and target is not None:
        return percent(actual, target) if target > 0 else None
    return Decimal(declared.completion) if declared and declared.completion is not None else None


def gap(completed: Decimal | None, scheduled: Decimal | None) -> Decimal | None:
    """Return completion − schedule in points; None where either is missing."""
    return None if completed is None or scheduled is None else difference(completed, scheduled)


def pace(lead: Decimal | None, words: Words) -> str:
    """Return a gap in words (快3.1, 慢9.4, 与序时持平), '' without one; it agrees with the printed gap."""
    if lead is None:
        return ""
    key = ("pace.level", "pace.ahead", "pace.behind")[sign(rounded(lead))]
    return words.say(key, x=rate_text(abs(lead)))
