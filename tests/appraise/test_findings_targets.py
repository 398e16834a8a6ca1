from decimal import Decimal

import pytest

from unitdeck.outline.model import Actual, Declared, Measure, Part, Target, TargetValue, Trajectory, TrajectoryPoint
from unitdeck.source.scalars import Percent


def at(name: str, completion: str | None, **fields) -> Target:
    """A target of 1000 of which so many percent are reached; None: not reported."""
    actual = None if completion is None else Actual(Decimal(completion) * 10)
    return Target(**{"name": name, "unit": "个", "target": TargetValue(Decimal(1000)), "actual": actual, **fields})


def many(count: int, completion: str) -> list[Target]:
    return [at(f"指标{n}", completion) for n in range(count)]


AHEAD, BEHIND = "50", "37.5"  # at 41.7 %


@pytest.mark.parametrize(
    ("targets", "zh", "en"),
    [
        ([], "", ""),
        ([at("税收", BEHIND)], "税收欠序时4.2个百分点", "税收 4.2 points behind schedule"),
        ([at("税收", AHEAD)], "税收超序时8.3个百分点", "税收 8.3 points ahead of schedule"),
        ([at("税收", "300")], "税收完成300.0%", "税收 at 300.0% of target"),
        ([at("税收", "41.67")], "税收与序时持平", "税收 on schedule"),
        ([at("税收", None)], "税收尚未报数", "税收 not reported yet"),
        (
            [at("税收", AHEAD), at("社零", BEHIND)],
            "社零欠序时4.2个百分点，税收快8.3个百分点",
            "社零 4.2 points behind schedule, 税收 8.3 points ahead",
        ),
        (
            [at("税收", BEHIND), at("社零", "30")],
            "社零欠序时11.7个百分点，税收慢4.2个百分点",
            "社零 11.7 points behind schedule, 税收 4.2 points behind",
        ),
        (
            [at("税收", "41.67"), at("社零", "30")],
            "社零欠序时11.7个百分点，税收与序时持平",
            "社零 11.7 points behind schedule, 税收 on schedule",
        ),
        (
            [*many(7, AHEAD), at("税收收入", BEHIND)],
            "8项指标7项达序时，税收收入差4.2个百分点",
            "8 indicators: 7 on or ahead of schedule, 税收收入 4.2 points behind",
        ),
        (
            [*many(21, AHEAD), at("税收收入", BEHIND)],
            "22项指标21项达序时，税收收入差4.2个百分点",
            "22 indicators: 21 on or ahead of schedule, 税收收入 4.2 points behind",
        ),
        (
            [*many(3, AHEAD)],
            "3项指标全部达序时，指标2快8.3个百分点",
            "3 indicators: all on or ahead of schedule, 指标2 8.3 points ahead",
        ),
        (
            [*many(3, BEHIND)],
            "3项指标均慢于序时，指标0差4.2个百分点",
            "3 indicators: all behind schedule, 指标0 4.2 points behind",
        ),
        ([at(str(n), None) for n in range(3)], "3项指标均未报数", "3 indicators: none reported"),
        (
            [*many(5, AHEAD), at("税收", BEHIND), at("a", None), at("b", None)],
            "8项指标5项达序时，2项未报数，税收差4.2个百分点",
            "8 indicators: 5 on or ahead of schedule, 2 not reported, 税收 4.2 points behind",
        ),
        (
            [*many(2, BEHIND), at("a", None)],
            "3项指标2项慢于序时，1项未报数，指标0差4.2个百分点",
            "3 indicators: 2 behind schedule, 1 not reported, 指标0 4.2 points behind",
        ),
        (
            [*many(3, AHEAD), Target("税收占比", unit="%", actual=Actual(Decimal(60)))],
            "有目标的3项指标全部达序时，指标2快8.3个百分点",
            "3 indicators with targets: all on or ahead of schedule, 指标2 8.3 points ahead",
        ),
        (
            [*many(3, AHEAD), at("零目标", "5", target=TargetValue(Decimal(0)))],
            "可评价的3项指标全部达序时，指标2快8.3个百分点",
            "3 indicators that can be judged: all on or ahead of schedule, 指标2 8.3 points ahead",
        ),
    ],
)
def test_overview(appraised, targets, zh, en):
    assert appraised(*targets).findings.overview == zh
    assert appraised(*targets, lang="en").findings.overview == en


def test_a_long_name_makes_room_for_its_gap(appraised):
    long = "城乡居民基本养老保险参保缴费人数及到账率"
    assert appraised(*many(3, AHEAD), at(long, BEHIND)).findings.overview == "4项指标3项达序时，最大差距4.2个百分点"
    assert appraised(*many(2, AHEAD), at(long, "60")).findings.overview == "3项指标全部达序时，最多快18.3个百分点"


def test_mixed_kinds_meet_requirements_rather_than_the_schedule(appraised):
    def jobless(rate: str) -> Target:
        fields = {"unit": "%", "kind": "level", "direction": "lower", "target": TargetValue(Decimal(4))}
        return Target("失业率", actual=Actual(Decimal(rate)), **fields)

    missed = jobless("4.12")
    kept = jobless("3.37")
    assert appraised(*many(2, AHEAD), missed).findings.overview == (
        "3项指标2项达到要求，失业率超出控制目标0.12个百分点"
    )
    assert appraised(*many(2, AHEAD), kept).findings.overview == "3项指标全部达到要求，指标1快8.3个百分点"
    assert appraised(missed).findings.overview == "失业率4.12%，超出控制目标0.12个百分点"
    assert appraised(*many(2, BEHIND), missed).findings.overview == "3项指标均未达到要求，指标0差4.2个百分点"


@pytest.mark.parametrize(
    ("targets", "sentence"),
    [
        ([], ""),
        ([at("税收", BEHIND)], "税收完成37.5%，比序时慢4.2个百分点"),
        ([at("税收", AHEAD)], "税收完成50.0%，比序时快8.3个百分点"),
        ([at("税收", "41.67")], "税收完成41.7%，与序时持平"),
        ([at("税收", "0")], "税收完成0.0%，比序时慢41.7个百分点"),
        ([at("税收", "20"), *many(2, BEHIND), *many(1, AHEAD)], "4项进度3项落后，税收差21.7个百分点"),
        (many(4, BEHIND), "4项进度全部落后，指标0差4.2个百分点"),
        (many(4, AHEAD), "4项进度全部不低于序时，指标3快8.3个百分点"),
        (many(2, "41.67"), "2项进度全部不低于序时"),
    ],
)
def test_progress(appraised, targets, sentence):
    assert appraised(*targets).findings.progress == sentence


def test_the_widest_gap_comes_first_and_equal_gaps_keep_their_order(appraised):
    rows = appraised(at("a", AHEAD), at("b", BEHIND), at("c", "10"), at("d", BEHIND)).progress
    assert [i.name for i in rows] == ["c", "b", "d", "a"]


def test_the_note_names_the_measures_that_answer_the_gaps(appraised):
    targets = (at("税收", "10"), at("社零", "20"), at("固投", "30"), at("进出口", "35"), at("粮食", AHEAD))
    measures = tuple(Measure("p", target=name) for name in ("社零", "税收", "tax", "税收", "粮食"))
    appraisal = appraised(*targets, measures=measures)
    assert appraisal.findings.progress_note == "税收对应举措2、举措4；社零对应举措1；固投尚无对应举措。"
    assert [i.name for i in appraisal.unmeasured_behind] == ["固投", "进出口"]


def test_a_measure_may_name_an_indicator_by_its_id(appraised):
    appraisal = appraised(at("税收", BEHIND, id="tax"), measures=(Measure("p", target="tax"),), lang="en")
    assert appraisal.unmeasured_behind == ()
    assert appraisal.findings.progress_note == "税收: see measure 1."


def test_an_outline_without_measures_is_not_told_that_it_lacks_them(appraised):
    appraisal = appraised(at("税收", BEHIND))
    assert appraisal.findings.progress_note == ""
    assert [i.name for i in appraisal.unmeasured_behind] == ["税收"]


def test_the_gap_lies_in_a_part_only_where_that_is_further_behind_than_the_whole(appraised):
    def notes(share: str) -> str:
        parts = (Part("甲", Decimal(share), Decimal(100)), Part("乙", Decimal(50), Decimal(100)))
        return appraised(at("税收", "20", parts=parts)).findings.overview_note

    assert notes("19") == "序时进度41.7%（1—5月）。税收差21.7个百分点，其中甲差22.7个百分点。"
    assert notes("20") == notes("30") == "序时进度41.7%（1—5月）。税收差21.7个百分点。"


def test_nothing_behind_needs_no_note(appraised):
    assert appraised(*many(2, AHEAD)).findings.progress_note == ""
    assert appraised().findings.progress_note == ""


def test_the_overview_note_says_the_schedule(appraised):
    assert appraised(*many(2, "41.67")).findings.overview_note == "序时进度41.7%（1—5月）。"
    assert appraised().findings.overview_note == ""
    assert appraised(at("a", None)).findings.overview_note == ""
    assert appraised(at("a", AHEAD), as_of=None).findings.overview_note == "未注明数据截至时间，不计算序时进度。"


def test_plans_of_their_own_are_told(appraised):
    plan = Trajectory("custom", (TrajectoryPoint(5, Percent(Decimal(45))),))
    both = appraised(at("a", "41.67"), at("b", "45", trajectory=plan))
    assert both.findings.overview_note == "序时进度41.7%（1—5月），1项按各自计划计算。"
    assert appraised(at("b", "45", trajectory=plan)).findings.overview_note == "序时进度45.0%（1—5月）。"
    assert appraised(at("b", "45", trajectory=plan)).schedule.text == "45.0"


def test_without_a_data_date_there_is_no_schedule_and_no_status(appraised):
    appraisal = appraised(at("税收", AHEAD), at("社零", "300"), as_of=None, preset="yinchuan")
    assert [i.schedule.text for i in appraisal.indicators] == ["—", "—"]
    assert [i.status.word for i in appraisal.indicators] == ["不适用", "不适用"]
    assert (appraisal.schedule.text, appraisal.period, appraisal.as_of, appraisal.progress) == ("—", "", "", ())
    assert appraisal.findings.overview == "税收完成50.0%，社零完成300.0%"


def test_cover(appraised):
    assert appraised(headline="  以赛促干\n 争先进位 ").findings.cover == "以赛促干 争先进位"
    assert appraised().findings.cover == ""
    assert appraised(at("税收", None)).findings.cover == ""
    other = at("税收", AHEAD, actual=Actual(Decimal(500), "1—4月"))
    assert appraised(other).findings.cover == "税收完成50.0%"  # of another period than the deck's
    assert appraised(at("税收", "0"), lang="en").findings.cover == "Jan–May 2022: 税收 at 0.0% of target"


def test_levels(appraised):
    def level(name: str, value: str) -> Target:
        return Target(name, unit="%", kind="level", target=TargetValue(Decimal(80)), actual=Actual(Decimal(value)))

    assert appraised().findings.levels == ""
    assert appraised(level("绿化率", "82")).findings.levels == "绿化率82%，高于目标2个百分点"
    assert (
        appraised(level("a", "82"), level("绿化率", "70")).findings.levels == "2项指标1项达标，绿化率低于目标10个百分点"
    )
    assert appraised(level("a", "82"), level("b", "80")).findings.levels == "2项指标全部达标，a高于目标2个百分点"
    assert appraised(level("a", "2"), level("b", "0")).findings.levels == "2项指标均未达标，a低于目标78个百分点"
    assert appraised(level("a", "82"), level("b", "80"), lang="en").findings.levels == (
        "2 indicators, all met, a: 2 points above target"
    )


def test_qualitative_targets_are_told_but_not_judged(appraised):
    row = Target("营商环境", kind="qualitative", target=TargetValue(text="持续优化"), actual=Actual(text="完成评估。"))
    for preset, word in (("jinzhai", "其他"), ("yinchuan", "定性"), ("two_class", "定性")):
        [figures] = appraised(row, preset=preset).indicators
        assert (figures.status.word, figures.verdict, figures.measured) == (word, "完成评估", False)
        assert (figures.target.text, figures.actual.text) == ("持续优化", "完成评估。")
    assert appraised(row, row).findings.overview == "2项指标均已报数"


def test_a_published_completion_without_a_figure(appraised):
    [figures] = appraised(at("税收", None, declared=Declared(completion=Percent(Decimal("32.34"))))).indicators
    assert (figures.actual.text, figures.completion.text, figures.gap.text) == ("—", "32.3", "−9.3")
