"""The built-in report template keeps what it promises."""

import re
import runpy
import zipfile
from pathlib import Path

import pytest
from pptx import Presentation

from unitdeck.template import locate
from unitdeck.template.pack import TemplatePack
from unitdeck.template.style import ROLES, SESSION_WORDS, WORDS


@pytest.fixture(scope="module")
def pack() -> TemplatePack:
    return locate.load("report", locate.search_path(None)).pack


@pytest.fixture(scope="module")
def folder(root: Path) -> Path:
    return root / "templates" / "report"


@pytest.fixture(scope="module")
def drawn(folder: Path) -> dict[str, object]:
    return runpy.run_path(str(folder / "make_base.py"), run_name="drawn")


def test_base_pptx_is_what_its_script_draws(folder: Path, drawn: dict[str, object]):
    with zipfile.ZipFile(folder / "base.pptx") as archive:
        kept = {name: archive.read(name).decode() for name in archive.namelist()}
    assert kept == drawn["parts"]()


def test_named_layouts_and_their_areas(pack: TemplatePack):
    assert [layout.name for layout in pack.layouts] == [
        "title", "agenda", "content", "two_columns", "picture", "section", "session", "closing",
    ]  # fmt: skip
    content = pack.layout("content")
    assert {each.key for each in content.placeholders} == {"kicker", "title", "footer", "source", "number", "body"}
    titles = [layout.placeholder("title") for layout in pack.layouts]
    assert all(titles)


def test_every_slide_has_a_layout_and_a_script(pack: TemplatePack):
    layouts = {layout.name for layout in pack.layouts}
    of_session = pack.style.session
    assert of_session is not None
    pages_of_session = (*of_session.opening, *of_session.before, *of_session.after, *of_session.closing)
    wanted = [*pack.style.slides, *(f"session/{name}" for name in pages_of_session)]
    for name in wanted:
        text = pack.files[f"slides/{name}.yaml.j2"]
        assert set(re.findall(r"^  layout: (\w+)$", text, re.MULTILINE)) <= layouts
        assert f"script/{name}.j2" in pack.files
    pages = (name for name in pack.files if not name.startswith(("gallery/", "papers/")))
    files = {name.split(".")[0].partition("/")[2] for name in pages}
    assert {file for file in files if not file.rpartition("/")[2].startswith("_")} == set(wanted)


def test_every_word_is_used_and_there_in_both_languages(pack: TemplatePack, root: Path):
    zh, en = pack.style.words["zh"], pack.style.words["en"]
    assert set(zh) == set(en)
    used = {word for text in pack.files.values() for word in re.findall(r"\bw\.(\w+)", text)}
    source = "".join(
        path.read_text("utf-8")
        for room in ("layout", "template")
        for path in (root / "src/unitdeck" / room).rglob("*.py")
    )
    used |= _words_in(source)
    assert used == set(zh)


def _words_in(source: str) -> set[str]:
    return {a or b for a, b in re.findall(r"words(?:\[sheet\.lang\])?\[(?:\"(\w+)\"|'(\w+)')\]", source)}


def test_every_size_is_used_and_set(pack: TemplatePack, root: Path):
    layout = "".join(path.read_text("utf-8") for path in (root / "src/unitdeck/layout").rglob("*.py"))
    named = set(re.findall(r'"([a-z]+(?:_[a-z]+)*)"', layout))
    assert set(ROLES) == set(pack.style.sizes)
    assert set(ROLES) <= named
    asked = set(re.findall(r'(?:size_pt|least_pt|\.sizes\[|\.set)\(?"(\w+)"', layout))
    assert asked <= set(ROLES)


def test_the_words_that_layout_and_the_plan_ask_for_are_asked_of_every_template(root: Path):
    rooms = ("src/unitdeck/layout", "src/unitdeck/template")
    source = "".join(path.read_text("utf-8") for room in rooms for path in (root / room).rglob("*.py"))
    assert _words_in(source) == {*WORDS, *SESSION_WORDS}


def test_sizes_keep_the_floors_of_a_hall(pack: TemplatePack):
    """18 pt for body text, 14 for tables and charts, 12 for the footer (domain rules of legibility)."""
    least = {role: size.least for role, size in pack.style.sizes.items()}
    assert all(least[role] >= 18 for role in ("text", "callout", "card_text", "card_title", "timeline_title"))
    assert all(least[role] >= 14 for role in least if role.startswith(("table", "chart", "tile", "timeline")))
    assert min(least.values()) >= 12


def test_theme_fonts_name_a_latin_and_an_east_asian_face(folder: Path):
    deck = Presentation(str(folder / "base.pptx"))
    (theme,) = [part for rel, part in _related(deck.slide_masters[0].part, "theme")]
    for kind in (b"majorFont", b"minorFont"):
        block = theme.blob.split(b"<a:" + kind + b">")[1].split(b"</a:" + kind)[0]
        assert b'<a:latin typeface="Arial"/>' in block
        assert b'<a:ea typeface="Microsoft YaHei"/>' in block


def _related(part: object, kind: str) -> list[tuple[str, object]]:
    return [(rid, rel.target_part) for rid, rel in part.rels.items() if rel.reltype.endswith(f"/{kind}")]
