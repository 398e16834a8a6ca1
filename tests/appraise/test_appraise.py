import re
from datetime import date
from decimal import Decimal

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from unitdeck.appraise.appraise import appraise
from unitdeck.appraise.arithmetic import rounded
from unitdeck.outline.model import (
    EMPTY_SESSION,
    Actual,
    Ambition,
    Comment,
    Declared,
    Duty,
    Growth,
    Highlight,
    Measure,
    Milestone,
    Named,
    Outline,
    Part,
    Project,
    Rank,
    SeriesPoint,
    Session,
    Step,
    Target,
    TargetValue,
    Trajectory,
    TrajectoryPoint,
    Unit,
)
from unitdeck.source.scalars import Percent, When


def test_the_outlines_data_date_stands_before_the_sessions(month_end, appraised):
    session = Session(as_of=month_end(2022, 3))
    assert appraised(session=session).as_of == "2022年5月31日"
    assert appraised(session=session, as_of=None).as_of == "2022年3月31日"
    assert appraised(session=session, as_of=None).period == "1—3月"


def test_without_a_data_date_the_period_is_what_all_figures_share(appraised):
    def of(*periods: str) -> str:
        return appraised(*(Target("x", actual=Actual(Decimal(1), p)) for p in periods), as_of=None).period

    assert of("1—4月", "1—4月", "") == "1—4月"
    assert of("1—4月", "1—5月") == ""


@pytest.mark.parametrize(
    ("session", "title"),
    [
        (Session(title="第一期汇报会", series="擂台赛"), "第一期汇报会"),
        (Session(series="擂台赛", number=2), "擂台赛（第2期）"),
        (Session(series="擂台赛"), "擂台赛"),
        (EMPTY_SESSION, ""),
    ],
)
def test_session_title(appraised, session, title):
    assert appraised(session=session).session_title == title


def test_session_date(appraised):
    held = Session(date=When("2022-05-30", date(2022, 5, 30), "day"))
    assert appraised(session=held).session_date == "2022年5月30日"
    assert appraised(session=held, lang="en").session_date == "30 May 2022"


def test_samples_and_sources_are_carried(appraised):
    plain, own = Target("a"), Target("b", sample=True, source="统计局", preliminary=True)
    appraisal = appraised(plain, own, source="县财政局")
    assert [i.sample for i in appraisal.indicators] == [False, True]
    assert [i.citation for i in appraisal.indicators] == ["县财政局", "统计局"]
    assert [i.preliminary for i in appraisal.indicators] == [False, True]
    assert appraisal.sample
    assert not appraised(plain).sample
    assert appraised(plain, sample=True).indicators[0].sample
    assert appraised(next_steps=(Step("s", sample=True),)).sample
    assert appraised(Target("a", ranks=(Rank("全市", 1, sample=True),))).sample


def test_an_empty_outline_is_appraised(appraised):
    appraisal = appraised()
    assert appraisal.indicators == appraisal.counts == appraisal.diagnostics == ()
    assert all(finding in ("", ()) for finding in appraisal.findings)


def test_statuses_are_counted_best_first(appraised):
    rows = [Target(str(n), target=TargetValue(Decimal(100)), actual=Actual(Decimal(n))) for n in (10, 50, 20, 100)]
    counts = appraised(*rows, Target("x")).counts
    assert [(c.status.word, c.count, c.text) for c in counts] == [
        ("已完成", 1, "1项"),
        ("超序时", 1, "1项"),
        ("欠序时", 2, "2项"),
        ("未报数", 1, "1项"),
    ]


def made(make, *args, **kwargs) -> st.SearchStrategy:
    """As ``st.builds``, but with every field that is not given left at its default."""

    def one(*drawn, **named):
        return make(*drawn, **named)

    return st.builds(one, *args, **kwargs)


FIGURES = st.one_of(
    st.none(),
    st.just(Decimal(0)),
    st.integers(-1000, 200_000).map(Decimal),
    st.decimals(-100, 100_000, places=2),
)
PERCENTS = st.one_of(st.none(), st.decimals(-50, 300, places=1).map(Percent))
NAMES = st.sampled_from(
    [
        "一般公共预算收入",
        "一般公共预算支出",
        "税收收入。",
        "固定资产投资（不含农户）",
        "城乡居民基本养老保险参保缴费人数及到账率提升情况",
        "PM2.5",
        "登记失业率：",
        "新增就业\n人数",
    ]
)
TEXTS = st.sampled_from(["", "已完成", "稳步推进。", "全市第5", "逐户走访，限时办结；", "正在施工\n", "123456789" * 9])
DATES = st.one_of(
    st.none(),
    made(
        lambda day, precision: When(day.isoformat(), day, precision),
        st.dates(date(2021, 1, 1), date(2023, 12, 31)),
        st.sampled_from(["day", "month", "year"]),
    ),
    st.just(When("三季度末。", None, "text")),
)
STATUSES = st.sampled_from([None, "not_started", "under_way", "at_risk", "overdue", "to_verify", "done", "closed"])
FLAGS = st.booleans()
PLACES = st.integers(1, 30)


def some(strategy: st.SearchStrategy, most: int = 3) -> st.SearchStrategy:
    return st.lists(strategy, max_size=most).map(tuple)


DECLARED = st.one_of(st.none(), made(Declared, PERCENTS, st.none() | st.decimals(-50, 50, places=1), PERCENTS))
TRAJECTORIES = st.sampled_from(
    [None, Trajectory("day"), Trajectory("custom", (TrajectoryPoint(6, Percent(Decimal(59))),)), Trajectory("custom")]
)
TARGETS = made(
    Target,
    name=NAMES,
    unit=st.sampled_from(["万元", "%", "人", "", "亿元"]),
    kind=st.sampled_from(["cumulative"] * 4 + ["growth_rate", "level", "cap_count", "milestone", "qualitative"]),
    direction=st.sampled_from(["higher", "higher", "lower", "band"]),
    target=st.one_of(st.none(), made(TargetValue, FIGURES, FIGURES, FIGURES, TEXTS)),
    actual=st.one_of(st.none(), made(Actual, FIGURES, st.sampled_from(["", "1—5月", "上半年。"]), TEXTS)),
    base=FIGURES,
    yoy=some(made(Growth, st.decimals(-50, 50, places=1).map(Percent), st.sampled_from(["", "可比"])), 2),
    trajectory=TRAJECTORIES,
    series=some(made(SeriesPoint, st.sampled_from(["1月", "2月；", "一季度"]), FIGURES, FIGURES, FIGURES, PERCENTS), 5),
    ranks=some(
        made(
            Rank,
            st.sampled_from(["全市", "全省。"]),
            PLACES,
            metric=st.sampled_from(["", "增速"]),
            of=st.none() | PLACES,
            previous=st.none() | PLACES,
            previous_of=st.none() | PLACES,
            previous_period=st.sampled_from(["", "一季度。"]),
            peers=some(made(Named, st.sampled_from(["本县", "甲"]), FIGURES)),
        )
    ),
    parts=some(made(Part, st.sampled_from(["税务部门", "其他。"]), FIGURES, FIGURES, PERCENTS, DECLARED)),
    declared=DECLARED,
    due=DATES,
)
OUTLINES = made(
    Outline,
    unit=st.just(Unit("本县某局", region="本县")),
    as_of=DATES,
    targets=some(TARGETS, 6),
    duties=some(made(Duty, NAMES, focus=FLAGS)),
    measures=some(made(Measure, NAMES, TEXTS, owner=TEXTS, due=DATES, status=STATUSES, target=NAMES)),
    projects=some(
        made(
            Project,
            NAMES,
            investment=FIGURES,
            unit=st.just("亿元"),
            progress=st.none() | st.decimals(0, 100, places=1).map(Percent),
            status=st.sampled_from(["", "在建", "已开工。"]),
            milestones=some(made(Milestone, NAMES, done=FLAGS)),
        )
    ),
    highlights=some(made(Highlight, NAMES, result=TEXTS)),
    ambitions=some(made(Ambition, NAMES, now=TEXTS, goal=TEXTS)),
    last_review=some(made(Comment, NAMES, action=TEXTS, status=STATUSES)),
    next_steps=some(made(Step, NAMES, DATES)),
)
SESSIONS = made(Session, date=DATES, as_of=DATES, status=st.sampled_from(["jinzhai", "yinchuan", "two_class"]))

_BROKEN = re.compile(
    r"None|nan|NaN|Infinity|[{}]|Decimal|E\+|[，。；、：,;:][，。；、：,;:]|^[，。；,;]|共0|零|—%|[，、；,;:：] ?$"
)


def _sentences(appraisal) -> list[str]:
    found = []
    for finding in appraisal.findings:
        found += [finding] if isinstance(finding, str) else finding
    return [*found, *(i.verdict for i in appraisal.indicators), *(i.pace for i in appraisal.indicators)]


@settings(deadline=None, max_examples=100)
@given(OUTLINES, SESSIONS, st.sampled_from(["zh", "en"]))
def test_every_sentence_is_whole(outline, session, lang):
    appraisal = appraise(outline, session, None, lang)
    for sentence in _sentences(appraisal):
        assert not _BROKEN.search(sentence), sentence
        assert "\n" not in sentence


@settings(deadline=None, max_examples=60)
@given(OUTLINES, SESSIONS)
def test_figures_hold_together(outline, session):
    for i in appraise(outline, session, None, "zh").indicators:
        if i.completion.value is not None and i.gap.value is not None:
            assert rounded(i.gap.value, 15) == rounded(i.completion.value - i.schedule.value, 15)
        for figure in (i.actual, i.target, i.completion, i.schedule, i.gap):
            assert figure.text
            assert figure.value is None or figure.text != "—"
        if i.source.actual is not None and i.source.actual.value == 0:
            assert i.actual.value == 0
            assert i.actual.text.strip("0.") == ""
        assert i.measured == (i.status.tone != "none")


@settings(deadline=None, max_examples=40)
@given(st.lists(TARGETS, max_size=5).flatmap(lambda rows: st.tuples(st.just(rows), st.permutations(rows))))
def test_the_order_of_targets_changes_no_figure(orders):
    as_of = When("2022-05-31", date(2022, 5, 31), "day")
    first, second = (
        appraise(Outline(Unit("x"), as_of=as_of, targets=tuple(rows)), EMPTY_SESSION, None, "zh").indicators
        for rows in orders
    )
    assert sorted(map(repr, first)) == sorted(map(repr, second))


@settings(deadline=None, max_examples=40)
@given(
    st.integers(0, 10**6), st.integers(1, 10**6), st.sampled_from([Decimal("0.0001"), Decimal(100), Decimal(10_000)])
)
def test_another_unit_of_both_figures_changes_neither_completion_nor_status(actual, target, factor):
    as_of = When("2022-05-31", date(2022, 5, 31), "day")

    def of(scale: Decimal):
        row = Target("x", target=TargetValue(target * scale), actual=Actual(actual * scale))
        return appraise(Outline(Unit("x"), as_of=as_of, targets=(row,)), EMPTY_SESSION, None, "zh").indicators[0]

    one, other = of(Decimal(1)), of(factor)
    assert (one.completion, one.gap, one.status) == (other.completion, other.gap, other.status)
