import shutil
from itertools import chain, combinations
from pathlib import Path

import pytest

from unitdeck.appraise.appraise import appraise
from unitdeck.base.diagnostics import BuildError, Diagnostic, Span
from unitdeck.outline.load import load_outline
from unitdeck.outline.model import EMPTY_SESSION
from unitdeck.plan.blocks import ChartBlock, DeckPlan, TableBlock, TimelineBlock
from unitdeck.template import locate
from unitdeck.template.expand import expand

SECTIONS = {
    "duties": "职责: [组织收入, 安排支出]\n",
    "targets": (
        "目标:\n- {指标: 税收收入, 目标: 100, 完成: 35, 位次: [{范围: 全市, 位次: 3}, {范围: 全省, 位次: 9}],"
        " 走势: {2月: 12, 3月: 20, 4月: 27, 5月: 35}}\n"
        "- {指标: 优良天数, 类型: 水平, 目标: 80, 完成: 82}\n- {指标: 空气质量, 类型: 水平, 目标: 30, 完成: 28}\n"
    ),
    "projects": "项目: [{名称: 大厅, 进度: 0}]\n",
    "highlights": "亮点: [{亮点: 快, 成效: 3天}]\n",
    "measures": "举措: [{问题: 慢, 举措: 走访}]\n",
    "next_steps": "下一步: [{打算: 走访, 时限: 2022-09-30}]\n",
    "ambitions": "争一流: [{目标: 绩效, 现状: 第5, 要达到: 第3}]\n",
    "asks": "提请事项: [早下资金]\n",
    "photos": "图片: [{图片: a.jpg, 说明: 大厅}]\n",
    "last_review": "上次点评整改: [{点评: 慢, 整改: 已改}]\n",
}
# What a section puts on slides; requests stand with the ambitions.
SLIDES = {name: {name} for name in SECTIONS} | {
    "targets": {"overview", "progress", "levels", "trends", "ranks"},
    "asks": {"ambitions"},
}
CONTENT = tuple(
    name for name in SECTIONS if name not in {"ambitions", "asks", "photos", "last_review"}
)  # what an outline must have one of
SUBSETS = [set(each) for each in chain.from_iterable(combinations(SECTIONS, n) for n in range(1, len(SECTIONS) + 1))]


def planned(folder: Path, text: str, lang: str = "zh", templates: Path | None = None) -> DeckPlan:
    path = folder / "outline.yaml"
    path.write_text("单位: 县财政局\n数据截至: 2022-05\n" + text, encoding="utf-8")
    loaded = load_outline(path)
    appraisal = appraise(loaded.value, EMPTY_SESSION, loaded.positions, lang)  # type: ignore[arg-type]
    return expand(appraisal, locate.load("report", locate.search_path(templates)), folder)


@pytest.mark.parametrize("lang", ["zh", "en"])
def test_any_choice_of_sections_is_a_whole_deck(tmp_path: Path, lang: str):
    (tmp_path / "a.jpg").write_bytes(b"")
    order = locate.load("report", locate.search_path(None)).pack.style.slides
    for chosen in SUBSETS:
        if chosen.isdisjoint(CONTENT):
            continue
        plan = planned(tmp_path, "".join(text for name, text in SECTIONS.items() if name in chosen), lang)
        names = [slide.id.partition("-")[0] for slide in plan.slides]
        wanted = {"cover", "closing"}.union(*(SLIDES[name] for name in chosen))
        assert list(dict.fromkeys(names)) == [name for name in order if name in wanted], chosen
        assert all(slide.title.strip() and slide.script for slide in plan.slides), chosen
        assert all(slide.blocks for slide in plan.slides[1:-1]), chosen
        assert len({slide.id for slide in plan.slides}) == len(plan.slides), chosen


def test_a_title_is_never_empty(tmp_path: Path):
    plan = planned(tmp_path, "亮点: [{亮点: .}]\n")
    assert [slide.title for slide in plan.slides if slide.id == "highlights"] == ["亮点与创新"]


def test_the_day_of_the_file_is_that_of_the_data(tmp_path: Path):
    assert planned(tmp_path, SECTIONS["duties"]).stamp == "2022-05-31"


def test_figures_go_into_charts_exactly(tmp_path: Path):
    plan = planned(tmp_path, "目标: [{指标: 税收收入, 目标: 3, 完成: 0}, {指标: 罚没收入, 目标: 3}]\n")
    (progress,) = [slide for slide in plan.slides if slide.id == "progress"]
    (actual, target, schedule) = progress.blocks[0].spec.series
    assert (actual.values, target.values) == ((0,), (100,))
    assert str(schedule.values[0]).startswith("41.66666")


@pytest.mark.parametrize(
    ("file", "old", "new", "code", "has_line"),
    [
        ("slides/duties.yaml.j2", "{% endfor %}", "{% endfr %}", "UD510", True),
        ("slides/duties.yaml.j2", "duty.title", "duty.titel", "UD511", True),
        ("slides/duties.yaml.j2", "  blocks:", " blocks:", "UD512", False),
        ("slides/duties.yaml.j2", "  kicker:", "  title: a\n  kicker:", "UD512", False),
        ("slides/duties.yaml.j2", "- cards:", "- cards: [\n\n\n", "UD512", False),
        ("slides/duties.yaml.j2", "- cards:", "- crads:", "UD513", False),
        ("slides/duties.yaml.j2", "layout: content", "layout: contnet", "UD513", False),
        ("slides/duties.yaml.j2", "id: duties", "id: ''", "UD513", False),
        ("slides/_base.yaml.j2", "{% macro cite(", "{% macr cite(", "UD510", True),
        ("slides/_base.yaml.j2", "= citations | select", "= citations.nope.nope | select", "UD511", True),
        ("script/duties.j2", "f.duties", "f.dutys", "UD511", True),
        ("script/duties.j2", "f.duties", "'a' * 9", "UD511", True),
    ],
)
def test_a_template_that_fails_is_told_with_its_line(
    tmp_path: Path, root: Path, file: str, old: str, new: str, code: str, has_line: bool
):
    folder = tmp_path / "templates" / "report"
    shutil.copytree(root / "templates" / "report", folder)
    text = (folder / file).read_text("utf-8")
    assert old in text
    (folder / file).write_text(text.replace(old, new, 1), encoding="utf-8")
    found = refused(tmp_path, SECTIONS["duties"])
    assert found.code == code
    line = text[: text.index(old)].count("\n") + 1 if has_line else 1
    assert found.span == Span(str(folder / file), line)


@pytest.fixture
def own(tmp_path: Path, root: Path) -> Path:
    """A session's own report template."""
    return Path(shutil.copytree(root / "templates" / "report", tmp_path / "templates" / "report"))


def refused(folder: Path, text: str, lang: str = "zh") -> Diagnostic:
    with pytest.raises(BuildError) as bad:
        planned(folder, text, lang, templates=folder)
    (found,) = bad.value.diagnostics
    return found


def test_output_that_ends_too_early_shows_its_last_line(own: Path, tmp_path: Path):
    (own / "slides" / "duties.yaml.j2").write_text("- id: [\n\n\n\n", encoding="utf-8")
    assert refused(tmp_path, SECTIONS["duties"]).data["found"] == "- id: ["


def test_a_macro_without_end_is_an_error_at_its_line(own: Path, tmp_path: Path):
    text = "{% macro m() %}\n{{ m() }}\n{% endmacro %}\n{{ m() }}"
    (own / "slides" / "duties.yaml.j2").write_text(text, encoding="utf-8")
    found = refused(tmp_path, SECTIONS["duties"])
    assert (found.code, found.span) == ("UD511", Span(str(own / "slides" / "duties.yaml.j2"), 2))


def test_a_template_without_the_deck_s_language(own: Path, tmp_path: Path):
    text = (own / "template.yaml").read_text("utf-8").replace("\n  en:\n", "\n  fr:\n")
    (own / "template.yaml").write_text(text, encoding="utf-8")
    assert planned(tmp_path, SECTIONS["duties"], "zh", tmp_path).slides
    found = refused(tmp_path, SECTIONS["duties"], "en")
    assert (found.code, found.data["reason"]) == ("UD502", "words.en")
    assert found.span == Span(str(own / "template.yaml"))


def test_a_text_of_the_outline_stays_one_text(tmp_path: Path):
    text = 'a"b: # {{ 7 * 7 }} - [x] 𠮷\\n'
    plan = planned(tmp_path, "职责: [{标题: '" + text + "'}]\n")
    (duties,) = [slide for slide in plan.slides if slide.id == "duties"]
    assert duties.blocks[0].cards[0].title == text


def tables(plan: DeckPlan, name: str) -> list[TableBlock]:
    return [
        block for slide in plan.slides if slide.id == name for block in slide.blocks if isinstance(block, TableBlock)
    ]


@pytest.mark.parametrize(("with_series", "columns"), [(0, 0), (1, 0), (2, 1), (3, 1)])
def test_the_overview_has_a_sparkline_a_row_where_most_rows_have_a_trend(
    tmp_path: Path, with_series: int, columns: int
):
    rows = "".join(
        f"- {{指标: 第{n}项, 目标: 100, 完成: 35{', 走势: {2月: 12, 3月: 20, 5月: 35}' if n < with_series else ''}}}\n"
        for n in range(3)
    )
    (table,) = tables(planned(tmp_path, f"目标:\n{rows}"), "overview")
    assert [column.heading for column in table.columns].count("走势") == columns
    sparks = [cell.spark for row in table.rows for cell in row.cells if cell.spark]
    assert sparks == [(12, 20, 35)] * (with_series if columns else 0)


PROJECT = (
    "- {{名称: 项目{n}, 节点: [{{节点: 开工, 时间: 2022-03-01, 已完成: true}},"
    " {{节点: 封顶, 时间: {due}}}, {{节点: 通水, 时间: 年底前}}]}}\n"
)


def projects(count: int) -> str:
    due = ("2022-04-30", "2022-09-30")
    return "项目:\n" + "".join(PROJECT.format(n=n, due=due[n % 2]) for n in range(count))


def test_milestones_of_several_projects_stand_on_one_calendar(tmp_path: Path):
    plan = planned(tmp_path, projects(4))
    page, calendar = [slide for slide in plan.slides if slide.id.startswith("projects")]
    assert [type(block) for block in page.blocks] == [TableBlock]
    assert calendar.title == "4个重点项目，12个节点完成4个，2个逾期"
    assert [line for line in calendar.script if "【" not in line] == [f"从节点看：{calendar.title}。"]
    (spec,) = [block.spec for block in calendar.blocks if isinstance(block, ChartBlock)]
    assert (spec.kind, spec.finding) == ("gantt", calendar.title)
    assert spec.categories[:3] == ("项目0　开工", "项目0　封顶", "项目0　通水")
    assert spec.labels[:3] == ("3月1日　已完成", "4月30日　逾期", "年底前")
    assert spec.tones[:3] == ("good", "bad", "")
    days = {series.role: series.values[:3] for series in spec.series}
    assert days == {"end": (44621, 44681, None), "done": (44621, None, None), "as_of": (44712, 44712, 44712)}


@pytest.mark.parametrize(
    "text",
    [projects(3), projects(5), projects(4).replace("名称: 项目", "名称: 名称很长的一个二十字项目名称很长的项目")],
)
def test_else_one_project_has_a_timeline(tmp_path: Path, text: str):
    (page,) = [slide for slide in planned(tmp_path, text).slides if slide.id.startswith("projects")]
    assert [type(block) for block in page.blocks] == [TableBlock, TimelineBlock]


DONE = (
    "- {{名称: 项目{n}, 节点: [{{节点: 开工, 时间: 2022-03-01}},"
    " {{节点: 封顶, 时间: {when}, 已完成: true}}, {{节点: 通水}}]}}\n"
)


@pytest.mark.parametrize(
    ("when", "lang", "day", "label"),
    [
        ("2022-06-25", "zh", 44712, "计划6月25日　提前完成"),  # done by the data date: it cannot lie after it
        ("2022-06-25", "en", 44712, "planned 25 June　done early"),
        ("2022-06", "zh", 44712, "计划6月　提前完成"),
        ("2023", "zh", 44712, "计划2023年　提前完成"),
        ("2022", "zh", 44712, "2022年　已完成"),  # within the year: not early
        ("2022-05-31", "zh", 44712, "5月31日　已完成"),
        ("2022-05-25", "zh", 44706, "5月25日　已完成"),
    ],
)
def test_a_milestone_that_is_done_stands_at_the_data_date_at_the_latest(
    tmp_path: Path, when: str, lang: str, day: int, label: str
):
    plan = planned(tmp_path, "项目:\n" + "".join(DONE.format(n=n, when=when) for n in range(4)), lang)
    (calendar,) = [slide for slide in plan.slides if slide.id == "projects-calendar"]
    (spec,) = [block.spec for block in calendar.blocks if isinstance(block, ChartBlock)]
    days = {series.role: series.values[1] for series in spec.series}
    assert (days["done"], spec.labels[1]) == (day, label)


@pytest.mark.parametrize(
    ("when", "shown", "spoken"),
    [("2022-06-25", "计划6月25日 提前完成", "封顶（提前完成）"), ("2022-05-25", "5月25日", "封顶（已完成）")],
)
def test_a_timeline_says_that_a_milestone_was_done_early(tmp_path: Path, when: str, shown: str, spoken: str):
    plan = planned(tmp_path, "项目:\n" + DONE.format(n=1, when=when))
    (page,) = [slide for slide in plan.slides if slide.id == "projects"]
    (timeline,) = [block for block in page.blocks if isinstance(block, TimelineBlock)]
    assert (timeline.items[1].when, timeline.items[1].state) == (shown, "done")
    assert any(spoken in line for line in page.script)


def test_a_trend_has_the_digits_of_its_title(tmp_path: Path):
    plan = planned(
        tmp_path, "目标: [{指标: 投资, 单位: 亿元, 目标: 9, 完成: 2.0, 走势: {3月: 0.15, 4月: 1, 5月: 2.0}}]\n"
    )
    (slide,) = [slide for slide in plan.slides if slide.id == "trends-1"]
    (chart,) = slide.blocks[0].columns[0]
    assert (slide.title, chart.spec.decimals) == ("1—5月投资累计2.00亿元", 2)
    (table,) = tables(plan, "overview")
    assert any("2.00" in str(cell.text) for row in table.rows for cell in row.cells)
