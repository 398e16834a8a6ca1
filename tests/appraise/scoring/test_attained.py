from decimal import Decimal
from typing import Any

import pytest

from unitdeck.appraise.scoring.attained import attained
from unitdeck.outline.model import Actual, Declared, Growth, Target, TargetValue, Trajectory, TrajectoryPoint
from unitdeck.source.scalars import Percent, When


def target(kind: str, wanted: str | None, value: str | None, **fields: Any) -> Target:
    return Target(
        "指标",
        kind=kind,  # type: ignore[arg-type]
        target=None if wanted is None else TargetValue(Decimal(wanted)),
        actual=None if value is None else Actual(Decimal(value)),
        **fields,
    )


JUNE_HALF = Trajectory("custom", (TrajectoryPoint(5, Percent(Decimal(50))),))


@pytest.mark.parametrize(
    ("each", "lead", "degree"),
    [
        # A sum at 60 % of its year where 50 % is due: 10 points ahead, 120 % of what is due.
        (target("cumulative", "100", "60", trajectory=JUNE_HALF), "10.0", "120.0"),
        (target("cumulative", "100", "0", trajectory=JUNE_HALF), "-50.0", "0.0"),
        (target("growth_rate", "8", "7", unit="%"), "-1.0", "87.5"),
        (target("growth_rate", "8", "1", unit="亿元", yoy=(Growth(Percent(Decimal(10))),)), "2.0", "125.0"),
        (target("growth_rate", "0", "2", unit="%"), "2.0", None),
        (target("level", "80", "84", unit="%"), "4.0", "105.0"),
        (target("level", "4", "3.37", unit="%", direction="lower"), "0.6", "115.8"),
        (target("level", "35", "38.5", unit="μg/m³", direction="lower"), "-10.0", "90.0"),
        (target("level", "0", "0", unit="起", direction="lower"), "0.0", "100.0"),
        (target("level", "0", "1", unit="起", direction="lower"), "-100.0", "0.0"),
        (target("level", "50", "45", unit="天", direction="band"), "-10.0", "90.0"),
        (target("level", "50", "55", unit="天", direction="band"), "-10.0", "90.0"),
        # 3 of 10 accidents where 5 may have happened: 60 % of what is due, mirrored.
        (target("cap_count", "10", "3", trajectory=JUNE_HALF), "20.0", "140.0"),
        (target("cap_count", "10", "6", trajectory=JUNE_HALF), "-10.0", "80.0"),
        (target("cap_count", "0", "0", trajectory=JUNE_HALF), "0.0", "100.0"),
        (target("cap_count", "0", "2", trajectory=JUNE_HALF), "-100.0", "0.0"),
        (
            target("cap_count", None, None, trajectory=JUNE_HALF, declared=Declared(completion=Percent(Decimal(40)))),
            "10.0",
            "120.0",
        ),
    ],
)
def test_what_an_indicator_has_reached(appraised: Any, each: Target, lead: str, degree: str | None) -> None:
    [indicator] = appraised(each).indicators
    found = attained(indicator)
    assert found is not None
    assert (str(found.lead), None if found.degree is None else str(found.degree)) == (lead, degree)


@pytest.mark.parametrize(
    ("value", "lead", "degree"),
    [("90", "0.0", "100.0"), ("80", "0.0", "100.0"), ("72", "-10.0", "90.0"), ("110", "-10.0", "90.0")],
)
def test_a_band_is_met_within_and_missed_by_its_nearer_end(appraised: Any, value: str, lead: str, degree: str) -> None:
    band = TargetValue(low=Decimal(80), high=Decimal(100))
    [indicator] = appraised(Target("指标", kind="level", target=band, actual=Actual(Decimal(value)))).indicators
    found = attained(indicator)
    assert found is not None
    assert tuple(map(str, found)) == (lead, degree)


@pytest.mark.parametrize(
    "each",
    [
        target("cumulative", "100", None),
        target("cumulative", None, "5"),
        target("cumulative", "0", "5"),
        target("level", None, "5"),
        target("qualitative", "1", "1"),
        target("milestone", None, None, due=When("2022-05", None, "text")),
    ],
    ids=["no figure", "no target", "target 0", "level without target", "qualitative", "milestone"],
)
def test_what_no_formula_can_say_is_missing_and_not_zero(appraised: Any, each: Target) -> None:
    [indicator] = appraised(each).indicators
    assert attained(indicator) is None
