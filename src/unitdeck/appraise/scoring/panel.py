"""Judges' points, and the time that a report took."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal
from typing import NamedTuple

from unitdeck.appraise.arithmetic import HUNDRED, percent


class Panel(NamedTuple):
    """均分: the mean of the judges' points without one highest and one lowest, out of 100. ``full`` is what they give.

    Published: one highest and one lowest dropped. Ours: with fewer than ``trimmed_from`` judges nothing is dropped.
    """

    full: Decimal = HUNDRED
    trimmed_from: int = 5


class Window(NamedTuple):
    """计时: ``penalty`` of 10 points less for a report shorter than ``least`` or longer than ``most`` minutes.

    Published, for 8 minutes: a card at 7, the bell at 8, −0.5 of 10 outside 6–8. Ours, for other minutes: two fewer
    to the bell, the card one before it.
    """

    least: Decimal = Decimal(6)
    most: Decimal = Decimal(8)
    penalty: Decimal = Decimal("0.5")

    @property
    def card(self) -> Decimal:
        """When the card is shown, in minutes."""
        return max(Decimal(0), self.most - 1)


def panel_mean(given: Sequence[Decimal], rule: Panel) -> Decimal | None:
    """Return a unit's points out of 100, exactly; None where no judge gave any."""
    if not given:
        return None
    kept = sorted(given)[1:-1] if len(given) >= rule.trimmed_from else given
    return percent(sum(kept, Decimal(0)), rule.full * len(kept))


def window(minutes: Decimal | None) -> Window:
    """Return the window of reports of so many minutes; the published one where it is not said."""
    if minutes is None:
        return Window()
    return Window(least=max(Decimal(0), minutes - 2), most=minutes)


def deduction(taken: Decimal, rule: Window) -> Decimal:
    """Return the points out of 100 that a report of ``taken`` minutes costs; both ends of the window are inside."""
    return Decimal(0) if rule.least <= taken <= rule.most else rule.penalty * 10
