"""序时进度: how much of the year's target is due by the data date, in percent.

By month (the default): months elapsed / 12, the month of the data date counted whole, as monthly figures are.
By day: days elapsed / 365 or 366. Custom: the plan's own points, straight lines between them, from 0 at the
start of the year to 100 at its end, since official plans are not always linear.
"""

from __future__ import annotations

from datetime import date
from decimal import Decimal

from unitdeck.appraise.arithmetic import HUNDRED, percent
from unitdeck.outline.model import Trajectory, TrajectoryPoint


def schedule(trajectory: Trajectory | None, as_of: date | None) -> Decimal | None:
    """Return the percent due by ``as_of``; None without a date, or for a custom plan without points."""
    if as_of is None:
        return None
    if trajectory is None or trajectory.mode == "month":
        return percent(Decimal(as_of.month), Decimal(12))
    if trajectory.mode == "day":
        first = date(as_of.year, 1, 1)
        year = (date(as_of.year, 12, 31) - first).days + 1
        return percent(Decimal((as_of - first).days + 1), Decimal(year))
    return _planned(trajectory.points, as_of.month) if trajectory.points else None


def _planned(points: tuple[TrajectoryPoint, ...], month: int) -> Decimal:
    known = {0: Decimal(0), 12: HUNDRED} | {point.month: Decimal(point.percent) for point in points}
    if month in known:
        return known[month]
    before = max(m for m in known if m < month)
    after = min(m for m in known if m > month)
    rise = known[after] - known[before]
    return known[before] + percent(rise * (month - before), HUNDRED * (after - before))
