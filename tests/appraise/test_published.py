"""Published sets of figures, with what was printed of them (domain.md §3 and §8)."""

from decimal import Decimal

import pytest

from unitdeck.appraise.appraise import appraise
from unitdeck.outline.model import (
    EMPTY_SESSION,
    Actual,
    Declared,
    Growth,
    Measure,
    Outline,
    Part,
    Rank,
    Target,
    TargetValue,
    Unit,
)
from unitdeck.source.scalars import Percent


def d(text: str) -> Decimal:
    return Decimal(text)


def published(completion: str) -> Declared:
    return Declared(completion=Percent(d(completion)))


def growth(*figures: str) -> tuple[Growth, ...]:
    return tuple(Growth(Percent(d(figure))) for figure in figures)


@pytest.fixture
def luoshan(month_end) -> Outline:
    """罗山县财政, January to May 2022."""
    return Outline(
        Unit("罗山县财政局"),
        as_of=month_end(2022, 5),
        targets=(
            Target(
                "一般公共预算收入",
                unit="万元",
                actual=Actual(d("34096")),
                declared=published("32.3"),
                yoy=growth("-10.2"),
                ranks=(Rank("全市", 9, metric="增幅"),),
                parts=(
                    Part("税务部门", d("21334"), yoy=Percent(d("-9.9")), declared=published("28.9")),
                    Part("财政部门", d("12762"), yoy=Percent(d("-10.7")), declared=published("40.4")),
                ),
            ),
            Target("税收占比", unit="%", kind="level", actual=Actual(d("62.57")), ranks=(Rank("全市", 9),)),
            Target(
                "一般公共预算支出",
                unit="万元",
                actual=Actual(d("195043")),
                declared=published("44.74"),
                yoy=growth("6.3"),
                ranks=(Rank("全市", 4),),
            ),
        ),
        measures=(Measure("税收短收", action="逐户走访", owner="税政股", target="一般公共预算收入"),),
    )


def test_luoshan_figures(luoshan):
    appraisal = appraise(luoshan, EMPTY_SESSION, None, "zh")
    revenue, ratio, spending = appraisal.indicators
    assert appraisal.schedule.text == "41.7"
    assert (revenue.actual.text, revenue.completion.text, revenue.gap.text) == ("34,096", "32.3", "−9.4")
    assert (revenue.pace, revenue.status.word, revenue.yoy.text) == ("慢9.4", "欠序时", "−10.2%")
    assert [(p.name, p.gap.text, p.share.text, p.yoy.text) for p in revenue.parts] == [
        ("税务部门", "−12.8", "62.6", "−9.9%"),
        ("财政部门", "−1.3", "37.4", "−10.7%"),
    ]
    assert (ratio.actual.text, ratio.completion.text, ratio.gap.text) == ("62.57", "—", "—")
    assert (ratio.status.word, ratio.measured, ratio.places[0].text) == ("不设目标", False, "第9")
    assert (spending.completion.text, spending.gap.text, spending.status.word) == ("44.7", "+3.1", "超序时")
    assert spending.completion.value == d("44.74")
    assert revenue.target.value is None  # never solved back from 32.3 %
    assert appraisal.progress == (revenue, spending)
    assert appraisal.diagnostics == ()


def test_luoshan_sentences(luoshan):
    findings = appraise(luoshan, EMPTY_SESSION, None, "zh").findings
    assert findings.cover == "1—5月收入完成32.3%，支出完成44.7%"
    assert findings.overview == "收入欠序时9.4个百分点，支出快3.1个百分点"
    assert findings.overview_note == (
        "序时进度41.7%（1—5月）。收入差9.4个百分点，其中税务部门差12.8个百分点；支出快3.1个百分点。"
    )
    assert findings.progress == "2项进度1项落后，收入差9.4个百分点"
    assert findings.progress_note == "收入中，税务部门完成28.9%，比序时慢12.8个百分点。收入对应举措1。"
    assert findings.ranks == "支出全市第4，收入增幅全市第9"
    assert findings.parts == ("税务部门占62.6%，进度慢12.8个百分点",)


def test_luoshan_under_yinchuan_classes(luoshan, appraised):
    revenue, _, spending = appraised(*luoshan.targets, preset="yinchuan").indicators
    assert [revenue.status.word, *(part.status.word for part in revenue.parts), spending.status.word] == [
        "基本达序时",
        "欠序时",
        "基本达序时",
        "达序时",
    ]
    assert appraised(*luoshan.targets, preset="yinchuan").findings.overview == (
        "收入慢于序时9.4个百分点，支出快3.1个百分点"
    )


def test_luoshan_in_english(luoshan):
    appraisal = appraise(luoshan, EMPTY_SESSION, None, "en")
    assert (appraisal.as_of, appraisal.period) == ("31 May 2022", "Jan–May 2022")
    assert appraisal.findings.overview == (
        "一般公共预算收入 9.4 points behind schedule, 一般公共预算支出 3.1 points ahead"
    )
    assert appraisal.findings.parts == ("税务部门 makes up 62.6% and is 12.8 points behind",)


@pytest.mark.parametrize(("completion", "gap"), [("51.65", "1.65"), ("53.5", "3.5")])  # 珠晖, 昭通 at mid-year
def test_half_year_gaps(month_end, appraised, completion, gap):
    target = Target("x", declared=published(completion))
    [figures] = appraised(target, as_of=month_end(2022, 6)).indicators
    assert figures.gap.value == d(gap)
    assert figures.status.word == "超序时"


def test_xincheng_jobs_1_to_10_2016(month_end, appraised):
    rows = [
        ("城镇新增就业", "人", "12314", "12500", "98.5", "+15.2"),
        ("再就业", "人", "6650", "6600", "100.8", "+17.4"),
        ("困难人员就业", "人", "2291", "2200", "104.1", "+20.8"),
        ("担保贷款", "万元", "5331", "5700", "93.5", "+10.2"),
    ]
    targets = [Target(n, unit=u, actual=Actual(d(a)), target=TargetValue(d(t))) for n, u, a, t, _, _ in rows]
    goal = TargetValue(d("4"))
    unemployed = Target("登记失业率", unit="%", kind="level", direction="lower", target=goal, actual=Actual(d("3.37")))
    appraisal = appraised(*targets, unemployed, as_of=month_end(2016, 10))
    assert [(i.completion.text, i.gap.text) for i in appraisal.indicators[:4]] == [(c, g) for *_, c, g in rows]
    assert [i.status.word for i in appraisal.indicators] == ["超序时", "已完成", "已完成", "超序时", "达标"]
    assert appraisal.findings.overview == "5项指标全部达到要求，困难人员就业快20.8个百分点"
    assert appraisal.findings.progress == "4项进度全部不低于序时，困难人员就业快20.8个百分点"
    assert appraisal.findings.levels == "登记失业率3.37%，低于控制目标0.63个百分点"
    assert [(c.status.word, c.text) for c in appraisal.counts] == [
        ("已完成", "2项"),
        ("超序时", "2项"),
        ("达标", "1项"),
    ]


def test_changsha_street_2018(month_end, appraised):
    rows = [
        ("财政收入", "3.33", "6.41", "92.13"),
        ("社零", "61.74", "13.23", "102.24"),
        ("进出口", "17.40", "44.40", "105.80"),
    ]
    targets = [Target(n, unit="亿元", actual=Actual(d(a)), yoy=growth(y), declared=published(c)) for n, a, y, c in rows]
    appraisal = appraised(*targets, as_of=month_end(2018, 12))
    assert [i.actual.text for i in appraisal.indicators] == ["3.33", "61.74", "17.40"]
    assert [i.yoy.text for i in appraisal.indicators] == ["+6.4%", "+13.2%", "+44.4%"]
    assert [i.gap.text for i in appraisal.indicators] == ["−7.9", "+2.2", "+5.8"]
    assert appraisal.findings.overview == "3项指标2项达序时，财政收入差7.9个百分点"
    assert appraisal.findings.cover == "全年财政收入完成92.1%，社零完成102.2%"


def test_guangshui_2022_has_figures_without_targets(month_end, appraised):
    gdp = Target("地区生产总值", unit="亿元", actual=Actual(d("410")), yoy=growth("4.7"))
    tax = Target("一般公共预算收入", unit="亿元", actual=Actual(d("17.2")), yoy=(Growth(Percent(d("13.7")), "可比"),))
    appraisal = appraised(gdp, tax, as_of=month_end(2022, 12))
    assert [i.status.word for i in appraisal.indicators] == ["不设目标", "不设目标"]
    assert appraisal.indicators[1].yoy.basis == "可比"
    assert appraisal.findings.cover == "全年GDP410亿元，收入17.2亿元"
    assert appraisal.findings.overview == "GDP增长4.7%，收入增长13.7%"
    assert appraisal.findings.overview_note == ""


def test_two_ranks_of_one_indicator(appraised):
    target = Target("工业增加值", actual=Actual(d("1")), ranks=(Rank("全省", 7, of=21), Rank("珠三角", 1, of=9)))
    assert appraised(target).findings.ranks == "工业增加值珠三角第1，工业增加值全省第7"
