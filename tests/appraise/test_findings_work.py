from datetime import date
from decimal import Decimal

import pytest

from unitdeck.outline.model import (
    Ambition,
    Comment,
    Duty,
    Highlight,
    Measure,
    Milestone,
    Photo,
    Project,
    Session,
    Step,
)
from unitdeck.source.scalars import FilePath, Percent, When


def day(month: int, number: int, year: int = 2022) -> When:
    return When(f"{year}-{month}-{number}", date(year, month, number), "day")


DUE = day(9, 30)
FULL = {"action": "逐户走访", "owner": "税政股", "due": DUE}


@pytest.fixture
def said(appraised):
    def of(section: str, *rows, lang: str = "zh", **kwargs) -> str:
        return getattr(appraised(lang=lang, **{section: rows}, **kwargs).findings, section)

    return of


@pytest.mark.parametrize(
    "section", ["duties", "projects", "highlights", "measures", "last_review", "next_steps", "ambitions", "photos"]
)
def test_an_empty_section_says_nothing(said, section):
    assert said(section) == said(section, lang="en") == ""


@pytest.mark.parametrize(
    ("rows", "zh", "en"),
    [
        ([Duty("收支管理")], "1项职责", "1 duty"),
        ([Duty("收支管理", focus=True)], "1项职责", "1 duty"),
        (
            [Duty("收支管理。", focus=True), *[Duty("x")] * 5],
            "6项职责，今年的主战场是收支管理",
            "6 duties, this year's main field is 收支管理",
        ),
        (
            [Duty("统筹推进全市重点项目建设和要素保障工作落实落地", focus=True), *[Duty("x")] * 11],
            "12项职责，今年突出1项",
            "12 duties, this year's main field is 统筹推进全市重点项目建设和要素保障工作落实落地",
        ),
    ],
)
def test_duties(said, rows, zh, en):
    assert said("duties", *rows) == zh
    assert said("duties", *rows, lang="en") == en


@pytest.mark.parametrize(
    ("rows", "zh"),
    [
        ([Measure("p", **FULL)] * 3, "3个薄弱点都有举措、有责任人、有时限"),
        ([Measure("p", **FULL)], "1个薄弱点有举措、有责任人、有时限"),
        (
            [*[Measure("p", **FULL)] * 2, Measure("p", **FULL, status="at_risk")],
            "3个薄弱点都有举措、有责任人、有时限，1项有逾期风险",
        ),
        ([Measure("p", **FULL), Measure("p", action="a", due=DUE)], "2个薄弱点中1个还没有责任人"),
        ([Measure("p", **FULL), Measure("p")], "2个薄弱点中1个还没有举措、1个还没有责任人、1个还没有时限"),
        ([Measure("p", action="a"), Measure("p", action="a")], "2个薄弱点都还没有责任人、时限"),
        ([Measure("p", action="a", due=DUE)], "1个薄弱点还没有责任人"),
        ([Measure("p", **FULL, status="overdue")] * 12, "12个薄弱点都有举措、有责任人、有时限，12项已逾期"),
        ([Measure("p", action="a", due=DUE, status="done")], "1个薄弱点还没有责任人"),
        ([Measure("p", **FULL, status="done")] * 2, "2个薄弱点都有举措、有责任人、有时限，全部完成"),
    ],
)
def test_measures(said, rows, zh):
    assert said("measures", *rows) == zh


def test_measures_in_english(said):
    assert said("measures", Measure("p", **FULL), lang="en") == ("1 weak point with a measure, an owner and a date")
    assert said("measures", Measure("p", **FULL), Measure("p", action="a", due=DUE), lang="en") == (
        "2 weak points: 1 still without an owner"
    )


@pytest.mark.parametrize(
    ("statuses", "zh"),
    [
        (["done", "closed", "under_way"], "上次3条点评意见，1条已销号，1条已完成，1条推进中"),
        (["closed", "closed"], "上次2条点评意见，全部已销号"),
        (["under_way", "to_verify"], "上次2条点评意见，1条待核，1条推进中"),
        (["done", "overdue", "overdue"], "上次3条点评意见，1条已完成，2条逾期"),
        (["closed", None], "上次2条点评意见，1条已销号，1条未报结果"),
        (
            ["closed", "done", "to_verify", "under_way", "at_risk", "not_started", "overdue"],
            "上次7条点评意见，1条已销号，2条待核，3条推进中，1条逾期",
        ),
        ([None, None], "上次2条点评意见，都有整改措施"),
    ],
)
def test_last_review(said, statuses, zh):
    assert said("last_review", *(Comment("c", action="a", status=status) for status in statuses)) == zh


def test_a_comment_without_an_answer_is_counted_honestly(said):
    assert said("last_review", Comment("c"), Comment("c", action="a")) == "上次2条点评意见，1条有整改措施"
    assert said("last_review", Comment("c")) == "上次1条点评意见"


def test_promises_are_counted_kept_open_and_missed(said):
    rows = [Comment("a", origin="上次举措", status=status) for status in ("closed", "closed", "closed", "to_verify")]
    late = Comment("b", origin="上次打算", status="under_way", due=day(4, 1))
    assert said("last_review", *rows, late) == "上次5项承诺，3项已销号，1项待核，1项逾期"
    english = "5 promises from last time: 3 closed out, 1 to be verified, 1 overdue"
    assert said("last_review", *rows, late, lang="en") == english


def test_one_comment_reads_as_one(said):
    assert said("last_review", Comment("c", status="done")) == "上次1条点评意见，已完成"
    assert said("last_review", Comment("c", status="under_way")) == "上次1条点评意见，推进中"
    assert said("last_review", Comment("c", action="a")) == "上次1条点评意见，已有整改措施"
    assert said("last_review", Comment("c", status="done"), lang="en") == "1 comment from last time, done"


@pytest.mark.parametrize(
    ("rows", "zh", "en"),
    [
        ([Step("a")], "下一步1项打算", "1 next step"),
        ([Step("a", DUE)], "下一步1项打算，时限9月30日", "1 next step, due 30 September"),
        (
            [Step("a", DUE), Step("b", day(6, 10)), Step("c", day(4, 1)), Step("d"), Step("e", day(1, 5, 2023))],
            "下一步5项打算，最近一项在6月10日",
            "5 next steps, the nearest by 10 June",
        ),
        ([Step("a", day(4, 1)), Step("b")], "下一步2项打算", "2 next steps"),
        (
            [Step("a", day(1, 5, 2023)), Step("b", When("年底", None, "text"))],
            "下一步2项打算，最近一项在2023年1月5日",
            "2 next steps, the nearest by 5 January 2023",
        ),
    ],
)
def test_next_steps(said, rows, zh, en):
    assert said("next_steps", *rows) == zh
    assert said("next_steps", *rows, lang="en") == en


def test_a_step_before_the_meeting_is_not_the_next(said):
    rows = Step("a", day(6, 1)), Step("b", day(6, 20))
    assert said("next_steps", *rows).endswith("6月1日")
    assert said("next_steps", *rows, session=Session(date=day(6, 10))).endswith("6月20日")


def stated(*words: str) -> list[Project]:
    return [Project("p", status=word) for word in words]


def progressed(*shares: str | None) -> list[Project]:
    return [Project("p", progress=None if share is None else Percent(Decimal(share))) for share in shares]


@pytest.mark.parametrize(
    ("rows", "zh", "en"),
    [
        (
            stated("已开工", "已开工", "", "前期", "已开工", "已开工"),
            "6个重点项目，4个已开工、1个前期",
            "6 key projects, 4 已开工, 1 前期",
        ),
        (stated("在建", "在建"), "2个重点项目均在建", "2 key projects, all 在建"),
        (stated("a", "b", "c", "d"), "4个重点项目", "4 key projects"),
        (
            [Project("p", milestones=(Milestone("m", done=True), Milestone("m"), Milestone("m")))] * 2,
            "2个重点项目，6个节点完成2个",
            "2 key projects, 2 of 6 milestones reached",
        ),
        (
            [Project("p", milestones=(Milestone("m"),))] * 2,
            "2个重点项目，2个节点尚未完成",
            "2 key projects, no milestone reached yet",
        ),
        (progressed("60", "50", None), "3个重点项目，1个进度过半", "3 key projects, 1 more than half done"),
        (progressed("60", "80"), "2个重点项目，进度全部过半", "2 key projects, all more than half done"),
        (
            [Project("p", investment=Decimal("1.5"), unit="亿元")] * 2,
            "2个重点项目，总投资3.0亿元",
            "2 key projects, 3.0 亿元 in total",
        ),
        ([Project("p"), Project("p", investment=Decimal(1))], "2个重点项目", "2 key projects"),
        ([Project("环城路", progress=Percent(Decimal(45)))], "环城路进度45.0%", "环城路 45.0% done"),
        ([Project("环城路", status="在建")], "环城路：在建", "环城路: 在建"),
        ([Project("环城路")], "环城路", "环城路"),
        ([Project("长" * 60)], "1个重点项目", "1 key project"),
    ],
)
def test_projects(said, rows, zh, en):
    assert said("projects", *rows) == zh
    assert said("projects", *rows, lang="en") == en


def test_highlights(said):
    quick, loans = Highlight("审批提速。", result="3个工作日"), Highlight("惠企直达")
    assert said("highlights", quick) == "审批提速"
    assert said("highlights", quick, loans) == "2个亮点：审批提速、惠企直达"
    assert said("highlights", quick, Highlight("长" * 40)) == "2个亮点，1个有量化成效"
    assert said("highlights", *[Highlight("长" * 40, result="3天")] * 2) == "2个亮点，都有量化成效"
    assert said("highlights", Highlight("长" * 50, result="3天")) == "1个亮点，有量化成效"
    assert said("highlights", Highlight("长" * 50)) == "1个亮点"
    assert said("highlights", quick, Highlight("当天接、三天下")) == "2个亮点：审批提速；当天接、三天下"
    assert said("highlights", quick, loans, lang="en") == "2 highlights: 审批提速, 惠企直达"


def test_ambitions(said):
    climb = Ambition("收入增幅进位", now="全市第5", goal="前3")
    assert said("ambitions", climb) == "收入增幅进位：从全市第5到前3"
    assert said("ambitions", Ambition("就业", now="第1", goal="保持第1")) == "就业：保持第1"
    assert said("ambitions", Ambition("创全省一流")) == "创全省一流"
    assert said("ambitions", Ambition("创全省一流", goal="A级")) == "创全省一流：A级"
    assert said("ambitions", climb, Ambition("b")) == "2项争先目标，收入增幅进位：从全市第5到前3"
    assert said("ambitions", Ambition("长" * 50), Ambition("创一流")) == "2项争先目标，创一流"
    assert said("ambitions", Ambition("长" * 50)) == "1项争先目标"
    assert said("ambitions", climb, lang="en") == "收入增幅进位: from 全市第5 to 前3"


def test_photos_are_titled_by_their_captions(said):
    first, second = Photo(FilePath("a.jpg"), "大厅服务。"), Photo(FilePath("b.jpg"), "入企走访")
    assert said("photos", first, second) == "大厅服务、入企走访"
    assert said("photos", Photo(FilePath("a.jpg"))) == ""
    assert said("photos", first, Photo(FilePath("b.jpg"), "长" * 50)) == ""


def test_a_measure_past_its_date_is_overdue_whatever_its_word(said):
    late = {**FULL, "due": day(5, 10)}
    assert said("measures", Measure("p", **late, status="under_way")) == "1个薄弱点有举措、有责任人、有时限，1项已逾期"
    assert "逾期" not in said("measures", Measure("p", **late, status="to_verify"))
    assert "逾期" not in said("measures", Measure("p", **late, status="done"))


def test_a_milestone_past_its_date_is_counted(said):
    steps = (Milestone("开工", day(3, 1), done=True), Milestone("封顶", day(5, 20)), Milestone("完工", day(9, 1)))
    rows = [Project("甲", milestones=steps), Project("乙")]
    assert said("projects", *rows) == "2个重点项目，3个节点完成1个，1个逾期"


def test_milestones_are_told_whatever_the_projects_status(appraised):
    steps = (Milestone("开工", day(3, 1), done=True), *[Milestone("封顶", day(5, 20))] * 2, *[Milestone("完工")] * 9)
    rows = (Project("甲", status="正常", milestones=steps), Project("乙", status="正常"))
    assert appraised(projects=rows).findings.milestones == "2个重点项目，12个节点完成1个，2个逾期"
    assert (
        appraised(projects=rows, lang="en").findings.milestones
        == "2 key projects, 1 of 12 milestones reached, 2 overdue"
    )
    assert appraised(projects=rows[1:]).findings.milestones == ""
