from datetime import date
from decimal import Decimal

import pytest

from unitdeck.appraise.arithmetic import rounded
from unitdeck.appraise.schedule import schedule
from unitdeck.outline.model import Trajectory, TrajectoryPoint
from unitdeck.source.scalars import Percent


def custom(*points: tuple[int, str]) -> Trajectory:
    return Trajectory("custom", tuple(TrajectoryPoint(month, Percent(Decimal(share))) for month, share in points))


@pytest.mark.parametrize(("month", "due"), [(1, "8.3"), (5, "41.7"), (6, "50.0"), (11, "91.7"), (12, "100.0")])
def test_by_month_the_schedule_is_months_over_twelve(month, due):
    assert rounded(schedule(None, date(2022, month, 28))) == Decimal(due)


def test_by_day_the_schedule_counts_leap_years():
    by_day = Trajectory("day")
    assert schedule(by_day, date(2022, 12, 31)) == 100
    assert rounded(schedule(by_day, date(2022, 5, 31)), 4) == Decimal("41.3699")  # 151 / 365
    assert rounded(schedule(by_day, date(2024, 5, 31)), 4) == Decimal("41.5301")  # 152 / 366


def test_a_plan_of_its_own_says_what_is_due():
    jobs = custom((6, "59"))  # new urban jobs 2022: 59 % by June was on schedule
    assert schedule(jobs, date(2022, 6, 30)) == 59


def test_between_points_the_plan_rises_in_a_straight_line():
    jobs = custom((6, "60"))
    assert schedule(jobs, date(2022, 3, 31)) == 30
    assert schedule(jobs, date(2022, 9, 30)) == 80
    assert schedule(jobs, date(2022, 12, 31)) == 100


def test_without_a_date_or_points_there_is_no_schedule():
    assert schedule(None, None) is None
    assert schedule(Trajectory("day"), None) is None
    assert schedule(custom(), date(2022, 6, 30)) is None
