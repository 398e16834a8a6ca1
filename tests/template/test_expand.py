import shutil
from itertools import combinations
from pathlib import Path

import pytest

from unitdeck.appraise.appraise import appraise
from unitdeck.base.diagnostics import BuildError
from unitdeck.outline.load import load_outline
from unitdeck.outline.model import EMPTY_SESSION
from unitdeck.plan.blocks import DeckPlan
from unitdeck.template import locate
from unitdeck.template.expand import expand

SECTIONS = {
    "duties": "职责: [组织收入, 安排支出]\n",
    "targets": "目标: [{指标: 税收收入, 目标: 100, 完成: 35, 位次: [{范围: 全市, 位次: 3}, {范围: 全省, 位次: 9}]}]\n",
    "projects": "项目: [{名称: 大厅, 进度: 0}]\n",
    "highlights": "亮点: [{亮点: 快, 成效: 3天}]\n",
    "measures": "举措: [{问题: 慢, 举措: 走访}]\n",
    "next_steps": "下一步: [{打算: 走访, 时限: 2022-09-30}]\n",
    "ambitions": "争一流: [{目标: 绩效, 现状: 第5, 要达到: 第3}]\n",
    "asks": "提请事项: [早下资金]\n",
}
ORDER = ("cover", "duties", "overview", "progress", "ranks", "projects", "highlights", "measures", "next_steps")


def planned(folder: Path, text: str, lang: str = "zh", templates: Path | None = None) -> DeckPlan:
    path = folder / "outline.yaml"
    path.write_text("单位: 县财政局\n数据截至: 2022-05\n" + text, encoding="utf-8")
    loaded = load_outline(path)
    appraisal = appraise(loaded.value, EMPTY_SESSION, loaded.positions, lang)  # type: ignore[arg-type]
    return expand(appraisal, locate.load("report", locate.search_path(templates)), folder)


@pytest.mark.parametrize("lang", ["zh", "en"])
@pytest.mark.parametrize("chosen", list(combinations(SECTIONS, 2)), ids="+".join)
def test_a_section_without_content_vanishes(tmp_path: Path, chosen: tuple[str, ...], lang: str):
    if set(chosen) <= {"ambitions", "asks"}:
        chosen = (*chosen, "duties")
    plan = planned(tmp_path, "".join(SECTIONS[name] for name in chosen), lang)
    ids = [slide.id for slide in plan.slides]
    wanted = set(chosen) - {"targets", "asks"}
    wanted |= {"overview", "progress", "ranks"} if "targets" in chosen else set()
    wanted |= {"ambitions"} if "asks" in chosen else set()
    assert set(ids) == wanted | {"cover", "closing"}
    assert [name for name in ids if name in ORDER] == [name for name in ORDER if name in ids]
    assert all(slide.title and slide.script for slide in plan.slides)


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
        ("slides/duties.yaml.j2", "- cards:", "- crads:", "UD513", False),
        ("script/duties.j2", "f.duties", "f.dutys", "UD511", True),
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
    with pytest.raises(BuildError) as bad:
        planned(tmp_path, SECTIONS["duties"], templates=tmp_path)
    (found,) = bad.value.diagnostics
    assert found.code == code
    assert found.span is not None
    assert found.span.file.endswith(file)
    assert found.span.line == (text[: text.index(old)].count("\n") + 1 if has_line else 1)
