"""The templates that ship as extensions of report: what they look like, and what problem-first leaves out."""

from __future__ import annotations

import itertools
import re
import runpy
import zipfile
from pathlib import Path

import pytest

from support.theme_colours import of_token
from support.vision import MATRICES, difference, seen
from unitdeck.base.contrast import LEAST_SHAPE, LEAST_TEXT, contrast
from unitdeck.base.language import Lang
from unitdeck.build import draft_deck
from unitdeck.charts.canvas.read_theme import theme_of
from unitdeck.charts.fills import PARTS, WORDS_ON
from unitdeck.layout.placed import PlacedDeck
from unitdeck.template import locate
from unitdeck.template.pack import TemplatePack

SHIPPED = ("report-blue", "problem-first")
STATUS = ("good", "near", "warn", "bad")
EYES = ("", *MATRICES)
FAR_APART, APART_WITH_A_SIGN = 10, 6  # as tests/charts/test_colours.py
UNITS = sorted((Path(__file__).parents[2] / "decks" / "2022-05-30-first" / "units").glob("*.yaml"))


def pack_of(name: str) -> TemplatePack:
    return locate.load(name, locate.search_path(None)).pack


def test_they_hold_only_what_differs(root: Path):
    report = pack_of("report")
    for name in SHIPPED:
        pack = pack_of(name)
        assert [level.name for level in pack.levels] == [name, "report"]
        own = set(pack.files) - set(pack.origins)
        assert all(pack.files[file] != report.files.get(file) for file in own)
        assert not (root / "templates" / name / "gallery").exists()
        for lang, words in pack.style.words.items():
            said = (root / "templates" / name / "template.yaml").read_text("utf-8")
            assert all(
                words[key] != report.style.words[lang].get(key) for key in re.findall(r"^    (\w+):", said, re.M)
            )


def test_words_are_in_both_languages_and_used():
    pack = pack_of("problem-first")
    zh, en = pack.style.words["zh"], pack.style.words["en"]
    assert set(zh) == set(en)
    own = set(zh) - set(pack_of("report").style.words["zh"])
    used = {
        word
        for name, text in pack.files.items()
        if name not in pack.origins
        for word in re.findall(r"\bw\.(\w+)", text)
    }
    assert own <= used


def test_base_pptx_is_what_its_script_draws(root: Path):
    folder = root / "templates" / "report-blue"
    with zipfile.ZipFile(folder / "base.pptx") as archive:
        kept = {name: archive.read(name).decode() for name in archive.namelist()}
    assert kept == runpy.run_path(str(folder / "make_base.py"), run_name="drawn")["parts"]()


def test_report_blue_has_report_s_layouts_and_the_same_working_areas():
    blue, red = pack_of("report-blue"), pack_of("report")
    assert [layout.name for layout in blue.layouts] == [layout.name for layout in red.layouts]
    for one, other in zip(blue.layouts, red.layouts, strict=True):
        assert {place.key for place in one.placeholders} == {place.key for place in other.placeholders}
    for name in ("content", "two_columns", "picture", "agenda", "session"):
        one, other = blue.layout(name), red.layout(name)
        assert one is not None
        assert other is not None
        assert one.placeholders == other.placeholders


@pytest.mark.parametrize("name", SHIPPED)
def test_colours_can_be_read_and_told_apart_by_every_reader(name: str):
    slots = theme_of(pack_of(name)).slots

    def color(token: str) -> str:
        return of_token(token, slots)

    for eye in EYES:
        apart = {
            (one, other): difference(seen(color(one), eye), seen(color(other), eye))
            for one, other in (*itertools.combinations(STATUS, 2), *itertools.combinations(PARTS, 2))
        }
        assert all(found >= FAR_APART for found in apart.values()), (eye, apart)
        for tone in STATUS:
            assert difference(seen(color("accent"), eye), seen(color(tone), eye)) >= APART_WITH_A_SIGN, (eye, tone)
    for token, ground in itertools.product((*STATUS, "none", "accent", "ink", "sub"), ("ground", "pale")):
        assert contrast(color(token), color(ground)) >= LEAST_TEXT, (token, ground)
    for fill in PARTS:
        assert contrast(color(WORDS_ON[fill]), color(fill)) >= LEAST_TEXT
        assert contrast(color(fill), color("ground")) >= LEAST_SHAPE
    assert all(contrast(color("ink"), color(token)) >= LEAST_SHAPE for token in ("good", "range", "range2"))


# problem-first.


def placed(outline: Path, lang: Lang) -> PlacedDeck:
    return draft_deck(outline, template="problem-first", lang=lang).deck


def words_on(deck: PlacedDeck) -> str:
    return str(deck)


@pytest.mark.parametrize("lang", ["zh", "en"])
@pytest.mark.parametrize("outline", UNITS, ids=lambda path: path.stem[:2])
def test_problems_first_then_targets_behind_then_next_steps_and_asks(outline: Path, lang: Lang):
    draft = draft_deck(outline, template="problem-first", lang=lang)
    ids = [page.id for page in draft.deck.slides if page.part[0] == 1]
    problems = [f"problem-{number}" for number in range(1, len(draft.outline.measures) + 1)]
    order = ["cover", "problems", *problems, "behind", "last_review", "next_steps", "asks", "closing"]
    assert ids == [name for name in order if name in ids]
    assert {"cover", "problems", *problems, "next_steps", "closing"} <= set(ids)
    assert draft.diagnostics == ()


def test_achievements_are_left_out(tmp_path: Path):
    outline = tmp_path / "outline.yaml"
    outline.write_text(
        """
单位: 某某县财政局
一句话: 佳绩甲
口号: 佳绩乙
数据截至: 2022-05-31
职责: [{标题: 佳绩丙}]
目标:
  - {指标: 好指标, 单位: 万元, 目标: 100, 完成: 90, 位次: [{范围: 全市, 位次: 1}]}
  - {指标: 坏指标, 单位: 万元, 目标: 100, 完成: 30}
  - {指标: 好水平, 单位: '%', 类型: 水平, 目标: 80, 完成: 90}
  - {指标: 坏水平, 单位: '%', 类型: 水平, 目标: 80, 完成: 70}
举措:
  - {问题: 头一个问题, 原因: 头一个原因, 举措: 头一条举措, 责任: 甲股, 时限: 2022-09-30, 对应指标: 坏指标}
项目: [{名称: 佳绩丁, 进度: 90}]
亮点: [{亮点: 佳绩戊}]
争一流: [{目标: 佳绩己}]
下一步: [{打算: 下一步甲, 时限: 2022-06-30}]
提请事项: [{事项: 请办一件事, 对象: 市政府办}]
""",
        "utf-8",
    )
    text = words_on(placed(outline, "zh"))
    for shown in (
        "头一个问题",
        "头一个原因",
        "头一条举措",
        "甲股",
        "9月30日",
        "坏指标",
        "坏水平",
        "下一步甲",
        "请办一件事",
        "市政府办",
    ):
        assert shown in text, shown
    for left_out in ("佳绩", "好指标", "好水平"):
        assert left_out not in text, left_out


def test_one_problem_has_its_page_and_no_list(tmp_path: Path):
    outline = tmp_path / "outline.yaml"
    outline.write_text("单位: 甲局\n举措: [{问题: 一个问题, 举措: 甲}]\n", "utf-8")
    assert [page.id for page in placed(outline, "zh").slides] == ["cover", "problem-1", "closing"]


def test_many_problems_stand_in_a_list_with_all_of_each(tmp_path: Path):
    outline = tmp_path / "outline.yaml"
    rows = "".join(
        f"  - {{问题: 问题{n}, 原因: 原因{n}, 举措: 举措{n}, 责任: 甲股, 时限: 2022-09-30}}\n" for n in range(12)
    )
    outline.write_text(f"单位: 甲局\n举措:\n{rows}", "utf-8")
    deck = placed(outline, "zh")
    assert {page.id for page in deck.slides} == {"cover", "problems", "closing"}
    assert all(f"{word}{n}" in words_on(deck) for n in range(12) for word in ("问题", "原因", "举措"))


def test_a_problem_too_long_for_a_title_stands_below_it(tmp_path: Path):
    outline = tmp_path / "outline.yaml"
    problem = "这个问题写得很长，" * 12
    outline.write_text(f"单位: 甲局\n举措:\n  - {{问题: {problem}, 举措: 甲}}\n  - {{问题: 乙, 举措: 乙}}\n", "utf-8")
    draft = draft_deck(outline, template="problem-first")
    page = next(page for page in draft.deck.slides if page.id == "problem-1")
    assert page.title == "问题1，共2个"
    assert not any(page.overfull for page in draft.deck.slides)


def test_what_has_no_measure_is_told(tmp_path: Path):
    outline = tmp_path / "outline.yaml"
    targets = "目标: [{指标: 落后指标, 单位: 个, 目标: 100, 完成: 1}]\n"
    outline.write_text(
        f"单位: 甲局\n数据截至: 2022-05-31\n{targets}举措: [{{问题: 甲, 举措: 甲}}, {{问题: 乙, 举措: 乙}}]\n", "utf-8"
    )
    page = next(page for page in placed(outline, "zh").slides if page.id == "problems")
    assert "还没有举措" in str(page.items)
    assert "落后指标" in str(page.items)
