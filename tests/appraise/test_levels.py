from decimal import Decimal

import pytest

from unitdeck.outline.model import Actual, Declared, Growth, Target, TargetValue, Trajectory
from unitdeck.source.scalars import Percent


def level(value: str | None, target: TargetValue, **fields) -> Target:
    actual = None if value is None else Actual(Decimal(value))
    return Target("指标", target=target, actual=actual, **{"kind": "level", "unit": "%", **fields})


def of(value: str) -> TargetValue:
    return TargetValue(Decimal(value))


@pytest.mark.parametrize(
    ("target", "word", "verdict"),
    [
        (level("3.37", of("4"), direction="lower"), "达标", "低于控制目标0.63个百分点"),
        (level("4.12", of("4"), direction="lower"), "未达标", "超出控制目标0.12个百分点"),
        (level("4", of("4.0"), direction="lower"), "达标", "与目标持平"),
        (level("82.6", of("80")), "达标", "高于目标2.6个百分点"),
        (level("78.7", of("80")), "未达标", "低于目标1.3个百分点"),
        (level("38", of("35"), direction="lower", unit="μg/m³"), "未达标", "超出控制目标3μg/m³"),
        (level("0", of("4"), direction="lower"), "达标", "低于控制目标4个百分点"),
    ],
)
def test_a_level_is_compared_with_its_target_in_its_own_measure(appraised, target, word, verdict):
    [figures] = appraised(target).indicators
    assert (figures.status.word, figures.verdict) == (word, verdict)
    assert figures.completion.value is figures.gap.value is figures.schedule.value is None
    assert appraised(target).levels == (figures,)
    assert appraised(target).progress == ()


def test_a_ceiling_is_printed_as_one(appraised):
    [figures] = appraised(level("3.37", of("4"), direction="lower")).indicators
    assert (figures.target.text, figures.target.value, figures.actual.text) == ("≤4", 4, "3.37")


@pytest.mark.parametrize(
    ("value", "low", "high", "word", "verdict", "target"),
    [
        ("4", "3", "5", "达标", "在目标区间内", "3—5"),
        ("3", "3", "5", "达标", "在目标区间内", "3—5"),
        ("2.5", "3", "5", "未达标", "低于区间下限0.5个百分点", "3—5"),
        ("5.2", "3", "5", "未达标", "高于区间上限0.2个百分点", "3—5"),
        ("2.5", "3", None, "未达标", "低于区间下限0.5个百分点", "≥3"),
        ("2.5", None, "5", "达标", "在目标区间内", "≤5"),
    ],
)
def test_a_band(appraised, value, low, high, word, verdict, target):
    ends = [None if end is None else Decimal(end) for end in (low, high)]
    [figures] = appraised(level(value, TargetValue(None, *ends), direction="band", kind="cumulative")).indicators
    assert (figures.status.word, figures.verdict, figures.target.text) == (word, verdict, target)


@pytest.mark.parametrize(
    ("rate", "gap", "pace", "word", "verdict"),
    [
        ("7.2", "+0.7", "高0.7", "达标", "高于目标0.7个百分点"),
        ("4.7", "−1.8", "低1.8", "未达标", "低于目标1.8个百分点"),
        ("6.5", "0", "与目标持平", "达标", "与目标持平"),
        ("-2.1", "−8.6", "低8.6", "未达标", "低于目标8.6个百分点"),
    ],
)
def test_a_growth_target_is_measured_in_points_without_a_schedule(appraised, rate, gap, pace, word, verdict):
    [figures] = appraised(level(rate, of("6.5"), kind="growth_rate")).indicators
    assert (figures.gap.text, figures.pace, figures.status.word, figures.verdict) == (gap, pace, word, verdict)
    assert figures.completion.value is figures.schedule.value is None


def test_the_growth_of_an_amount_is_judged_by_its_official_rate(appraised):
    gdp = level("410", of("6.5"), kind="growth_rate", unit="亿元", yoy=(Growth(Percent(Decimal("4.7"))),))
    [figures] = appraised(gdp).indicators
    assert (figures.target.text, figures.actual.text, figures.verdict) == ("6.5%", "410", "低于目标1.8个百分点")
    assert appraised(gdp).findings.overview == "指标低于目标1.8个百分点"


def cap(value: str | None, control: str, **fields) -> Target:
    return level(value, of(control), kind="cap_count", unit="起", **fields)


@pytest.mark.parametrize(
    ("value", "control", "word", "tone", "verdict"),
    [
        ("3", "12", "控制内", "good", "占控制数25.0%，比序时低16.7个百分点"),
        ("5", "12", "控制内", "good", "占控制数41.7%，与序时持平"),
        ("6", "12", "控制偏紧", "warn", "占控制数50.0%，比序时高8.3个百分点"),
        ("14", "12", "超出控制", "bad", "占控制数116.7%，超出2起"),
        ("0", "12", "控制内", "good", "占控制数0.0%，比序时低41.7个百分点"),
        ("0", "0", "控制内", "good", "控制数为0，实际0起"),
        ("2", "0", "超出控制", "bad", "控制数为0，实际2起"),
    ],
)
def test_a_count_is_compared_with_its_control_number_times_the_schedule(appraised, value, control, word, tone, verdict):
    [figures] = appraised(cap(value, control)).indicators
    assert (figures.status.word, figures.status.tone, figures.verdict) == (word, tone, verdict)
    assert figures.completion.text == figures.gap.text == "—"  # a control number is used up, never 「completed」


def test_a_sum_that_should_stay_low_is_a_control_number(appraised):
    [figures] = appraised(level("60", of("100"), kind="cumulative", direction="lower", unit="万元")).indicators
    assert figures.verdict == "占控制数60.0%，比序时高18.3个百分点"
    assert figures.target.text == "≤100"


def test_without_a_date_the_whole_control_number_is_the_measure(appraised):
    [figures] = appraised(cap("6", "12"), as_of=None).indicators
    assert (figures.status.word, figures.verdict) == ("控制内", "占控制数50.0%")


def test_a_published_share_of_a_control_number(appraised):
    declared = Declared(completion=Percent(Decimal("62.5")))
    target = Target("事故", kind="cap_count", unit="起", actual=Actual(Decimal(5)), declared=declared)
    assert appraised(target).indicators[0].verdict == "占控制数62.5%，比序时高20.8个百分点"


def test_a_control_number_by_day(appraised):
    [figures] = appraised(cap("5", "12", trajectory=Trajectory("day"))).indicators
    assert figures.verdict == "占控制数41.7%，比序时高0.3个百分点"


@pytest.mark.parametrize("kind", ["level", "growth_rate", "cap_count"])
def test_no_figure_is_not_zero(appraised, kind):
    [figures] = appraised(level(None, of("4"), kind=kind)).indicators
    assert (figures.status.word, figures.actual.text, figures.verdict, figures.measured) == ("未报数", "—", "", False)


@pytest.mark.parametrize("kind", ["level", "growth_rate", "cap_count", "cumulative"])
def test_no_target_gives_no_status(appraised, kind):
    target = Target("x", kind=kind, unit="%", actual=Actual(Decimal("62.57")))
    [figures] = appraised(target).indicators
    assert (figures.status.word, figures.target.text, figures.measured) == ("不设目标", "—", False)


def test_english_verdicts(appraised):
    rows = appraised(level("3.37", of("4"), direction="lower"), cap("6", "12"), lang="en").indicators
    assert rows[0].verdict == "0.63 points under the limit"
    assert rows[1].verdict == "50.0% of the year's limit, 8.3 points above schedule"
