"""``unitdeck template list, show, diff, migrate``: what they print, what they write, their exit codes."""

from __future__ import annotations

import os
import stat
from collections.abc import Callable
from pathlib import Path

import pytest

from unitdeck.cli.command import TEMPLATE_PATH
from unitdeck.template.locate import PATH_VARIABLE

OWN = "words: {zh: {overview: 一览}}\nslides: [cover, closing]\n"
STEPS = "migrations:\n- to: 2\n  keys: {slogan: headline}\n  values: {ambitions.label: {创品牌: 树品牌}}\n"
OUTLINE = "# 甲局\n单位: 甲局\n模板: report@1   # 一版\n口号: 一句口号\n职责: [甲]\n"


@pytest.fixture(autouse=True)
def here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Work in a session's folder with two templates of its own: mine, and a second version of report."""
    monkeypatch.chdir(tmp_path)
    for name, text in (
        (
            "mine",
            "name: mine\nversion: 1.0.0\nextends: report@1\nwords: {zh: {overview: 一览}}\nslides: [cover, closing]\n",
        ),
        ("report@2", f"name: report\nversion: 2.0.0\nextends: report@1\n{STEPS}"),
    ):
        (tmp_path / "templates" / name).mkdir(parents=True)
        (tmp_path / "templates" / name / "template.yaml").write_text(text, "utf-8")
    (tmp_path / "units").mkdir()
    (tmp_path / "units" / "01-甲局.yaml").write_text(OUTLINE, "utf-8")
    (tmp_path / "session.yaml").write_text("会议名称: 甲会\n模板: report@1\n", "utf-8")
    return tmp_path


def test_list_says_where_each_comes_from(command: Callable, here: Path) -> None:
    rows = [row.split("\t") for row in command("template", "list").out.splitlines()]
    found = {row[0]: row[1:] for row in rows}
    assert found["mine"] == ["1.0.0", "会议的", "扩展 report@1", str(here / "templates" / "mine")]
    assert found["report"][1:3] == ["自带", ""]
    assert found["report-blue"][1:3] == ["自带", "扩展 report@1"]
    assert list(found) == ["mine", "report@2", "problem-first", "report", "report-blue"]


def test_show_says_what_comes_from_which(command: Callable) -> None:
    shown = command("template", "show", "mine").out
    own, report = shown.split("来自 ")[1:]
    assert own.splitlines() == ["mine 1.0.0", "  设置: words.zh.overview, slides"]
    assert report.splitlines()[0].startswith("report 1.")
    assert "  母版: base.pptx" in report.splitlines()
    assert "来自" not in command("template", "show", "report").out
    assert "from report 1." in command("template", "show", "mine", lang="en").out


def test_diff_says_in_words_what_differs(command: Callable) -> None:
    shown = command("template", "diff", "report@1", "mine")
    assert (shown.code, shown.err) == (0, "")
    lines = shown.out.splitlines()
    assert lines[0].endswith("→ mine 1.0.0：5 处不同")
    assert "  zh.overview: 目标总览 → 一览" in lines
    assert any(line.startswith("  slides: 去掉 duties, overview") and "顺序" not in line for line in lines)
    assert "字号" not in shown.out
    same = command("template", "diff", "mine", "templates/mine")
    assert same.out == "mine 1.0.0 → mine 1.0.0：0 处不同\n"
    versions = command("template", "diff", "report@1", "report@2", lang="en").out
    assert "→ report 2.0.0: 2 differences" in versions


def test_diff_tells_colours_sizes_layouts_and_files(command: Callable) -> None:
    blue = command("template", "diff", "report", "report-blue", lang="en").out
    assert "accent1: #B4161B → #12396C" in blue
    assert "  title.title: " in blue
    problems = command("template", "diff", "report", "problem-first", lang="en").out
    assert "slides: new: problems, behind, asks; gone: duties" in problems
    assert "  slides/problems.yaml.j2: new" in problems
    assert "  script/closing.j2: another text" in problems


def test_diff_of_what_is_not_there(command: Callable) -> None:
    shown = command("template", "diff", "report", "report@9")
    assert shown.code == 1
    assert "UD503" in shown.err


def test_migrate_writes_the_outline_and_says_what_it_changed(command: Callable, here: Path) -> None:
    file = here / "units" / "01-甲局.yaml"
    file.chmod(0o640)
    shown = command("template", "migrate", file, "--to", "report@2")
    assert (shown.code, shown.err) == (0, "")
    assert shown.out == f"{file}  report@1 → report@2 · 改了 2 处\n"
    assert file.read_text("utf-8") == OUTLINE.replace("report@1", "report@2").replace("口号:", "一句话:")
    assert stat.S_IMODE(file.stat().st_mode) == 0o640
    again = command("template", "migrate", file, "--to", "report@2")
    assert again.out == f"{file}  report@2 · 没有变化\n"
    assert [path.name for path in file.parent.iterdir()] == [file.name]


def test_a_dry_run_writes_nothing_and_a_diff_shows_the_lines(command: Callable, here: Path) -> None:
    file = Path("units/01-甲局.yaml")
    shown = command("template", "migrate", file, "--to", "report@2", "--dry-run", "--diff")
    assert shown.out == (
        "units/01-甲局.yaml  report@1 → report@2 · 会改 2 处\n"
        "--- a/units/01-甲局.yaml\n+++ b/units/01-甲局.yaml\n@@ -1,5 +1,5 @@\n # 甲局\n 单位: 甲局\n"
        "-模板: report@1   # 一版\n-口号: 一句口号\n+模板: report@2   # 一版\n+一句话: 一句口号\n 职责: [甲]\n"
    )
    assert file.read_text("utf-8") == OUTLINE


def test_a_folder_moves_the_session_and_all_its_outlines(command: Callable, here: Path) -> None:
    (here / "units" / "02-乙局.yaml").write_text("单位: 乙局\n口号: 二\n职责: [乙]\n", "utf-8")
    shown = command("template", "migrate", ".", "--to", "report@2", lang="en")
    assert shown.code == 0
    assert shown.out.splitlines() == [
        "units/01-甲局.yaml  report@1 → report@2 · 2 words changed",
        "units/02-乙局.yaml  names no template · 1 words changed",
        "session.yaml  report@1 → report@2 · 1 words changed",
    ]
    assert (here / "session.yaml").read_text("utf-8") == "会议名称: 甲会\n模板: report@2\n"


def test_one_that_must_be_changed_by_hand_stops_none_of_the_rest(command: Callable, here: Path) -> None:
    bad = here / "units" / "00-丙局.yaml"
    bad.write_text("单位: 丙局\n模板: report@1\n口号: 一\n一句话: 二\n", "utf-8")
    before = bad.read_bytes()
    shown = command("template", "migrate", ".", "--to", "report@2")
    assert shown.code == 1
    assert "UD528" in shown.err
    assert bad.read_bytes() == before
    assert "report@2" in (here / "units" / "01-甲局.yaml").read_text("utf-8")


def test_a_file_behind_a_link_is_written_and_the_link_stays(command: Callable, here: Path) -> None:
    file, link = here / "units" / "01-甲局.yaml", here / "link.yaml"
    link.symlink_to(file)
    assert command("template", "migrate", link, "--to", "report@2").code == 0
    assert link.is_symlink()
    assert "report@2" in file.read_text("utf-8")


@pytest.mark.parametrize(("to", "code"), [("reprot@2", "UD501"), ("report@9", "UD503")])
def test_a_target_that_is_not_there(command: Callable, here: Path, to: str, code: str) -> None:
    shown = command("template", "migrate", "units/01-甲局.yaml", "--to", to)
    assert shown.code == 1
    assert code in shown.err
    assert (here / "units" / "01-甲局.yaml").read_text("utf-8") == OUTLINE


def test_migrations_that_are_wrong_are_told(command: Callable, here: Path) -> None:
    settings = here / "templates" / "report@2" / "template.yaml"
    settings.write_text(settings.read_text("utf-8").replace("slogan:", "slogans:"), "utf-8")
    shown = command("template", "migrate", ".", "--to", "report@2", "--output-format", "concise")
    assert shown.code == 1
    assert "UD527" in shown.err


def test_a_slip_on_the_command_line(command: Callable) -> None:
    assert command("template", "migrate", "units").code == 2
    assert command("template", "migrate", "--to", "report@2").code == 2
    assert command("template", "diff", "report").code == 2


def test_a_template_path_counts_for_one_command(command: Callable, here: Path) -> None:
    assert TEMPLATE_PATH == PATH_VARIABLE
    other = here / "other"
    other.mkdir()
    (here / "templates" / "mine").rename(other / "yours")
    assert "yours" not in command("template", "list").out
    row = f"yours\t1.0.0\t另外指定\t扩展 report@1\t{other / 'yours'}"
    assert row in command("template", "list", "--template-path", "other").out.splitlines()
    assert PATH_VARIABLE not in os.environ
    built = command("build", "units/01-甲局.yaml", "-t", "yours", "--template-path", "other", "-o", "x.pptx")
    assert (built.code, "2 页" in built.out) == (0, True)
    assert command("build", "units/01-甲局.yaml", "-t", "yours", "-o", "x.pptx").code == 1
