"""An outline carried to the next session: what goes on, what is blank, what comes back as promised."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from typing import Any

import pytest
from hypothesis import given, settings

from support.records import OUTLINES, read_back
from unitdeck.outline.model import (
    Actual,
    Ambition,
    Comment,
    Declared,
    Duty,
    Growth,
    Highlight,
    Measure,
    Named,
    Outline,
    Part,
    Percent,
    Photo,
    Previous,
    Project,
    Rank,
    SeriesPoint,
    Step,
    Target,
    TargetValue,
    Unit,
)
from unitdeck.outline.write import as_yaml
from unitdeck.session.carrying.outline import Carried, Told, carried, is_untouched
from unitdeck.session.carrying.promises import promises
from unitdeck.session.papers.comment_record import Remark
from unitdeck.session.papers.ledger_record import Line
from unitdeck.source.scalars import FilePath, when

MAY = when("2022-05")
AUGUST = date(2022, 7, 31)
REVENUE = Target(
    "一般公共预算收入",
    id="revenue",
    unit="万元",
    caliber="含上划",
    source="5月快报",
    preliminary=True,
    target=TargetValue(Decimal(162000), basis="年初预算"),
    actual=Actual(Decimal(71280), "1—5月"),
    base=Decimal(64200),
    yoy=(Growth(Percent(Decimal(11)), "名义"), Growth(Percent(Decimal("14.2")), "可比")),
    series=(SeriesPoint("4月", Decimal(11900)), SeriesPoint("5月", Decimal(14550))),
    ranks=(Rank("全市", 3, "增速", 6, 4, previous_period="一季度", peers=(Named("示例县一", Decimal(9)),)),),
    benchmarks=(Named("全市平均", Decimal(13)),),
    parts=(Part("税务部门", Decimal(54150), Decimal(126000), Percent(Decimal(8))),),
    declared=Declared(Percent(Decimal(44))),
    weight=Decimal(3),
    note="退税多",
)


def carry(
    last: Outline, *remarks: Remark, lines: tuple[Line, ...] = (), today: date | None = AUGUST, lang: Any = "zh"
) -> Carried:
    return carried(last, last.as_of or MAY, Told(remarks, lines), today, lang)


def unit(**sections: Any) -> Outline:
    return Outline(Unit("市财政局"), duties=(Duty("收入"),), **sections)


def remark(comment: str, task: str = "", **more: Any) -> Remark:
    told: dict[str, Any] = {"owner": "税政股", "due": when("2022-07-15"), "status": None, "evidence": "", "cell": "D4"}
    return Remark("市财政局", "市领导", "", comment, task, **(told | more))


def test_the_last_figure_is_the_one_before_and_nothing_of_it_is_this_periods() -> None:
    (target,) = carry(unit(targets=(REVENUE,))).outline.targets
    assert target.previous == Previous(Decimal(71280), "1—5月", MAY, "万元", "含上划")
    assert target.actual is None
    assert target.base is None
    assert (target.yoy, target.declared, target.preliminary, target.source, target.note) == ((), None, False, "", "")
    assert target.parts == (Part("税务部门", None, Decimal(126000)),)
    assert target.benchmarks == (Named("全市平均"),)
    for field in ("name", "id", "unit", "caliber", "target", "series", "weight", "kind", "direction", "trajectory"):
        assert getattr(target, field) == getattr(REVENUE, field), field


def test_zero_is_carried_and_a_missing_figure_is_not() -> None:
    rows = (Target("零", actual=Actual(Decimal(0))), Target("缺"), Target("话", actual=Actual(text="许多")))
    zero, missing, words = carry(unit(targets=rows)).outline.targets
    assert zero.previous
    assert zero.previous.value == 0
    assert missing.previous is None
    assert words.previous is None


def test_a_figure_without_a_period_of_its_own_has_that_of_the_data_date() -> None:
    (target,) = carry(unit(targets=(REVENUE._replace(actual=Actual(Decimal(3))),))).outline.targets
    assert target.previous
    assert target.previous.period == "1—5月"


def test_the_last_rank_is_the_one_before() -> None:
    (target,) = carry(unit(targets=(REVENUE,))).outline.targets
    assert target.ranks == (Rank("全市", None, "增速", None, 3, 6, "1—5月", peers=(Named("示例县一"),)),)


def test_a_rank_that_was_not_known_leaves_none_before() -> None:
    unknown = REVENUE._replace(ranks=(Rank("全市", None, "增速", 6, 4, 6, "一季度"),))
    (target,) = carry(unit(targets=(unknown,))).outline.targets
    assert target.ranks == (Rank("全市", None, "增速"),)


def test_what_is_not_closed_comes_back_with_its_origin_and_its_status_to_fill_in() -> None:
    due = when("2022-06-30")
    rows = unit(
        measures=(
            Measure("慢", "会商", owner="甲股", due=due, status="under_way"),
            Measure("旧", "办了", status="closed", evidence="单", checked_by="督查室"),
            Measure("好", "做完", status="done"),
        ),
        last_review=(
            Comment("底数不清", "副市长", due=due, action="建台账", status="to_verify", evidence="台账"),
            Comment("已了", status="closed", evidence="单"),
        ),
        next_steps=(Step("走访", due, "50户", "乙股"), Step("年底", when("2022-12-31"), "全部")),
        ambitions=(Ambition("进位", goal="前5", due=when("2022-07")), Ambition("品牌", now="7处", due=when("2022-12"))),
    )
    made = carry(
        rows, remark("税源要摸清", "一户一策"), remark("", "报方案"), remark("好", status="closed", evidence="单")
    )
    assert made.outline.last_review == (
        Comment("税源要摸清", "市领导", promise="一户一策", owner="税政股", due=when("2022-07-15")),
        Comment("报方案", "市领导", owner="税政股", due=when("2022-07-15")),
        Comment("底数不清", "副市长", due=due),
        Comment("慢", origin="上次举措", promise="会商", owner="甲股", due=due),
        Comment("好", origin="上次举措", promise="做完"),
        Comment("走访", origin="上次打算", promise="50户", owner="乙股", due=due),
        Comment("进位", origin="上次争一流目标", promise="前5", due=when("2022-07")),
    )
    assert made.outline.next_steps == (Step("年底", when("2022-12-31"), "全部"),)
    assert made.outline.ambitions == (Ambition("品牌", due=when("2022-12")),)
    text = as_yaml(made.outline, "zh", made.notes)
    assert "    状态:  # 上期：待核，建台账\n    佐证:\n    核查人:\n" in text
    assert "    现状:  # 上期：7处\n" in text
    assert made.stood == {2: "待核", 3: "推进中", 4: "已完成"}


def line(problem: str, status: Any, **more: str) -> Line:
    told: dict[str, Any] = {"action": "办", "owner": "甲股", "due": None, "evidence": "", "checker": "", "source": ""}
    return Line(unit="市财政局", problem=problem, status=status, cell="B4", **(told | more))


def test_the_ledger_says_what_is_closed_since_and_what_only_it_has() -> None:
    rows = unit(
        measures=(Measure("慢", "会商", status="under_way"), Measure("旧", status="under_way"), Measure("另", "做")),
        last_review=(Comment("底数 不清", status="under_way"),),
    )
    lines = (
        line("慢", "closed", evidence="单", checker="督查室"),
        line("旧", "closed", evidence="单"),
        line("底数 不清", "to_verify", evidence="台账"),
        line("台账加的", "under_way"),
        line("加了又销的", "closed", evidence="单", checker="督查室"),
        line("问一声", None, action=""),
    )
    made = carry(rows, remark("问一声"), lines=lines)
    assert [row.comment for row in made.outline.last_review] == ["问一声", "底数 不清", "旧", "另", "台账加的"]
    assert made.stood == {1: "待核", 2: "待核", 4: "推进中"}
    assert made.outline.last_review[4] == Comment("台账加的", origin="督办台账", promise="办", owner="甲股")
    assert "    状态:  # 上期：待核，台账\n" in as_yaml(made.outline, "zh", made.notes)


def test_what_is_called_closed_without_evidence_is_asked_for_again() -> None:
    rows = unit(measures=(Measure("慢", status="closed"), Measure("好", status="closed", evidence="单")))
    assert [row.comment for row in carry(rows).outline.last_review] == ["慢"]


def test_without_a_day_every_step_is_asked_for_and_no_goal_of_the_year() -> None:
    rows = unit(next_steps=(Step("年底", when("2022-12-31")),), ambitions=(Ambition("品牌", due=when("2022-12")),))
    made = carry(rows, today=None).outline
    assert [row.comment for row in made.last_review] == ["年底"]
    assert made.ambitions == rows.ambitions


def test_pictures_results_and_what_begins_anew_are_left_out() -> None:
    rows = unit(
        headline="收入快",
        measures=(Measure("慢"),),
        projects=(Project("路", completed=Decimal(1), progress=Percent(Decimal(40)), photo=FilePath("photos/a.jpg")),),
        highlights=(Highlight("快"),),
        photos=(Photo(FilePath("photos/a.jpg")),),
    )
    made = carry(rows).outline
    assert (made.headline, made.measures, made.highlights, made.photos, made.asks) == ("", (), (), (), ())
    assert made.projects == (Project("路"),)
    assert made.duties == rows.duties


def test_promises_say_who_what_until_when_and_how_far() -> None:
    rows = unit(
        measures=(Measure("慢", "会商", owner="甲股", due=when("2022-06-30"), status="under_way"),),
        next_steps=(Step("走访", when("2022-06-15"), "50户", "乙股"), Step("年底", when("2022-12-31"))),
        ambitions=(Ambition("品牌", goal="15处", due=when("2022-10-31")), Ambition("无期")),
    )
    assert [tuple(row) for row in promises("财政局", carry(rows), AUGUST, "zh")] == [
        ("财政局", "会商", "甲股", "2022年6月30日", "推进中，已到期"),
        ("财政局", "走访：50户", "乙股", "2022年6月15日", "已到期"),
        ("财政局", "年底", "", "2022年12月31日", "未到期"),
        ("财政局", "品牌：15处", "", "2022年10月31日", "未到期"),
    ]


@pytest.mark.parametrize("lang", ["zh", "en"])
def test_a_carried_outline_says_what_to_fill_in(lang: Any) -> None:
    made = carry(unit(targets=(REVENUE,)), lang=lang)
    text = as_yaml(made.outline, lang, made.notes)
    note = "    完成:  # 上期（1—5月）：71280万元\n", "    actual:  # last time (1—5月): 71280 万元\n"
    assert note[lang == "en"] in text
    assert is_untouched(made.outline)


def test_it_is_touched_once_a_figure_or_a_result_stands_in_it() -> None:
    made = carry(unit(targets=(REVENUE,), measures=(Measure("慢"),))).outline
    (target,) = made.targets
    assert not is_untouched(made._replace(targets=(target._replace(actual=Actual(Decimal(0))),)))
    assert not is_untouched(made._replace(last_review=(made.last_review[0]._replace(status="done"),)))
    assert not is_untouched(unit(targets=(REVENUE,)))


@settings(deadline=None, max_examples=30)
@given(OUTLINES)
def test_whatever_an_outline_holds_its_next_one_reads_back(last: Outline) -> None:
    made = carry(last)
    assert read_back(as_yaml(made.outline, "zh", made.notes), Outline) == made.outline
    kept = [row.name for row in made.outline.targets]
    assert kept == [row.name for row in last.targets]
    open_rows = [row.problem for row in last.measures if not (row.status == "closed" and row.evidence.strip())]
    assert [row.comment for row in made.outline.last_review if row.origin == "上次举措"][: len(open_rows)] == open_rows
