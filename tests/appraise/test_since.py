"""较上期: what is said of a figure against that of the session before, and where nothing is."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from unitdeck.appraise.growth import growths
from unitdeck.appraise.since import NOTHING_SINCE, differing, is_sum, since
from unitdeck.appraise.wording import words_of
from unitdeck.outline.model import Actual, Previous, Target, TargetValue
from unitdeck.source.scalars import when

ZH, EN = words_of("zh"), words_of("en")
JULY = date(2022, 7, 31)
NUMBERS = st.decimals(-(10**8), 10**8, places=1)


def target(value: object, before: object, *, unit: str = "万元", day: str = "2022-05", **more: Any) -> Target:
    new, old = (None if number is None else Decimal(str(number)) for number in (value, before))
    previous = Previous(old, "1—5月", when(day), unit)
    return Target("收入", unit=unit, actual=Actual(new), previous=previous, **more)


def told(one: Target, *, as_of: date | None = JULY, period: str = "1—7月") -> tuple[str, str]:
    found = since(one, as_of, period, ZH)
    return found.text, found.told


def test_a_running_total_grows_by_what_is_new() -> None:
    assert told(target(102300, 71280)) == ("+31,020", "较上期新增31,020万元")
    assert told(target(0, 0)) == ("持平", "与上期持平")
    assert told(target(5, 0)) == ("+5", "较上期新增5万元")
    assert told(target(70000, 71280)) == ("−1,280", "较上期核减1,280万元")
    assert told(target(15, 12, unit="起", kind="cap_count", direction="lower")) == ("+3", "较上期新增3起")


def test_a_running_total_compares_only_within_one_year_and_onwards() -> None:
    assert told(target(300, 71280, day="2021-12")) == ("—", "")
    assert told(target(300, 200), as_of=None) == ("—", "")
    assert told(target(300, 200), as_of=date(2022, 5, 31)) == ("—", "")
    assert told(target(300, 200)._replace(previous=Previous(Decimal(200)))) == ("—", "")


def test_rates_differ_in_points_across_years_too() -> None:
    level = target("75.4", "75.0", unit="%", kind="level")
    assert told(level) == ("+0.4个百分点", "较上期提高0.4个百分点")
    growth = target("14.9", "15.8", unit="%", kind="growth_rate", day="2021-12")
    assert told(growth) == ("−0.9个百分点", "较上期回落0.9个百分点")
    assert since(growth, JULY, "1—7月", EN).told == "down 0.9 points since last time"


def test_a_level_that_is_an_amount_has_a_rate_from_a_base_above_zero() -> None:
    assert told(target("6.1", "6.5", unit="分钟", kind="level")) == ("−0.4", "较上期减少0.4分钟，环比−6.2%")
    assert told(target("6.1", "0", unit="分钟", kind="level")) == ("+6.1", "较上期增加6.1分钟")
    assert told(target("6.1", "-2", unit="分钟", kind="level")) == ("+8.1", "较上期增加8.1分钟")


@pytest.mark.parametrize(
    "one",
    [
        target(None, 71280),
        target(71280, None),
        Target("收入", actual=Actual(Decimal(1))),
        target(3, 2, kind="milestone"),
        target(3, 2, kind="qualitative"),
    ],
)
def test_nothing_is_said_without_two_figures(one: Target) -> None:
    assert since(one, JULY, "1—7月", ZH) == NOTHING_SINCE


def test_nothing_is_said_of_other_units_calibers_or_the_same_period_again() -> None:
    one = target(102300, 71280)
    old = one.previous
    assert old
    assert told(one._replace(unit="亿元"))[0] == "—"
    assert told(one._replace(caliber="含基金", previous=old._replace(caliber="不含基金")))[0] == "—"
    assert told(one._replace(caliber="含基金"))[0] == "+31,020"  # the older figure does not say
    assert told(one, period="1—5月")[0] == "—"
    assert differing(one._replace(unit="亿元", caliber="甲"), old._replace(caliber="乙")) == ("unit", "caliber")


@settings(deadline=None, max_examples=150)
@given(
    NUMBERS,
    NUMBERS,
    st.sampled_from(["万元", "%", "人", "分钟"]),
    st.sampled_from(["cumulative", "level", "cap_count"]),
)
def test_the_change_is_the_difference_and_no_total_has_a_rate(new: Decimal, old: Decimal, unit: str, kind: Any) -> None:
    one = target(new, old, unit=unit, kind=kind)
    found = since(one, JULY, "1—7月", ZH)
    assert found.value == new - old
    assert ("环比" in found.told) == (kind == "level" and unit != "%" and old > 0 and new != old)
    assert ("百分点" in found.told) == (unit == "%" and new != old)
    if is_sum(one):
        assert since(one, date(2023, 7, 31), "1—7月", ZH) == NOTHING_SINCE
    assert not since(one._replace(actual=None), JULY, "1—7月", ZH).told


@settings(deadline=None, max_examples=50)
@given(NUMBERS, NUMBERS, st.booleans())
def test_the_previous_figure_is_no_base_of_growth_year_on_year(new: Decimal, old: Decimal, with_target: bool) -> None:
    one = target(new, old, target=TargetValue(Decimal(100)) if with_target else None)
    assert growths(one, ZH) == ()
