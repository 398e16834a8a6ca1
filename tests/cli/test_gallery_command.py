"""``unitdeck template preview``: which file it writes, what it prints, its exit codes."""

import shutil
from collections.abc import Callable
from pathlib import Path

import pytest
from pptx import Presentation

from unitdeck.build import build_gallery


@pytest.fixture(autouse=True)
def here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Work in an empty folder."""
    monkeypatch.chdir(tmp_path)
    return tmp_path


@pytest.fixture
def own(here: Path, root: Path) -> Path:
    """A template of the folder's own, with one page in its gallery."""
    folder = here / "templates" / "report"
    shutil.copytree(root / "templates" / "report", folder, ignore=shutil.ignore_patterns("gallery"))
    (folder / "gallery").mkdir()
    (folder / "gallery" / "a.yaml").write_text("- {id: a, layout: section, title: 一页}\n", "utf-8")
    return folder


@pytest.mark.parametrize("arguments", [["report"], []])
def test_it_writes_into_the_current_folder(command: Callable, own: Path, here: Path, arguments: list[str]) -> None:
    shown = command("template", "preview", *arguments)
    assert (shown.code, shown.err) == (0, "")
    assert shown.out.startswith("report-gallery.pptx  1 页 · 0 张图表 · 0 个警告 · ")
    assert [slide.shapes.title.text for slide in Presentation(str(here / "report-gallery.pptx")).slides] == ["一页"]


@pytest.mark.parametrize(
    ("given", "written"), [("x/deck.pptx", "x/deck.pptx"), ("x", "x/report-gallery.pptx"), ("X.PPTX", "X.PPTX")]
)
def test_it_writes_where_it_is_told(command: Callable, own: Path, here: Path, given: str, written: str) -> None:
    shown = command("template", "preview", "report", "-o", given)
    assert shown.code == 0
    assert (here / written).is_file()
    assert not (here / "report-gallery.pptx").exists()


def test_the_built_in_gallery_is_the_same_every_time(here: Path) -> None:
    first, second = (build_gallery("report", out=here / f"{turn}.pptx") for turn in range(2))
    assert first.path.read_bytes() == second.path.read_bytes()
    assert first.charts >= first.pages > 0
    assert first.diagnostics == ()


def test_messages_in_english(command: Callable, own: Path) -> None:
    assert "1 pages · 0 charts · 0 warnings" in command("template", "preview", "report", lang="en").out


def test_a_slip_in_a_page(command: Callable, own: Path, here: Path) -> None:
    (own / "gallery" / "a.yaml").write_text("- {id: a, layout: sektion, title: 一页}\n", "utf-8")
    shown = command("template", "preview", "report", "--output-format", "concise")
    assert (shown.code, shown.out) == (1, "")
    assert shown.err.startswith(f"{own / 'gallery' / 'a.yaml'}:1:1: 错误 UD513 ")
    assert not list(here.glob("*.pptx"))


def test_a_page_that_does_not_hold_its_text_is_told_at_its_line(command: Callable, own: Path) -> None:
    tiles = "{id: b, layout: content, title: 数, blocks: [{tiles: [{value: " + "统筹推进" * 200 + ", caption: 数}]}]}"
    (own / "gallery" / "b.yaml").write_text(f"- {{id: c, layout: section, title: 一页}}\n- {tiles}\n", "utf-8")
    shown = command("template", "preview", "report", "--output-format", "concise")
    assert shown.code == 0
    assert shown.err.startswith(f"{own / 'gallery' / 'b.yaml'}:2:1: 警告 UD401 ")
    assert shown.err.count("UD401") == 1


def test_without_a_gallery(command: Callable, own: Path) -> None:
    shutil.rmtree(own / "gallery")
    for lang, words in (("zh", "没有 gallery/*.yaml"), ("en", "holds no gallery/*.yaml")):
        shown = command("template", "preview", "report", lang=lang)
        assert shown.code == 1
        assert words in shown.err
        assert "UD505" in shown.err


def test_a_template_that_is_not_there(command: Callable) -> None:
    shown = command("template", "preview", "raport")
    assert shown.code == 1
    assert "UD501" in shown.err


def test_a_slip_on_the_command_line(command: Callable) -> None:
    assert command("template", "preview", "report", "blue").code == 2
    assert command("template", "priview").code == 2
