"""A template that extends another holds only what differs; where everything comes from can be said."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest
from lxml import etree

from unitdeck.base.diagnostics import BuildError, Diagnostic
from unitdeck.build import build_deck, draft_deck
from unitdeck.session.building.bulk import Settings, build_session
from unitdeck.session.building.executor import Executor
from unitdeck.session.building.manifest import current, read_manifest
from unitdeck.session.workspace import open_workspace
from unitdeck.template import cache, locate
from unitdeck.template.chain import MOST_LEVELS
from unitdeck.template.folder import said_of
from unitdeck.template.pack import Level, TemplatePack
from unitdeck.template.palette import SLOTS, color_of, faces_of
from unitdeck.template.sources import sources

OUTLINE = """\
单位: 某某县财政局
模板: mine
数据截至: 2022-05-31
职责: [组织收入, 安排支出]
目标:
  - {指标: 税收, 单位: 万元, 目标: 100, 完成: 30}
举措:
  - {问题: 收入欠序时, 举措: 走访企业, 责任: 税政股, 时限: 2022-09-30, 对应指标: 税收}
"""


@pytest.fixture
def home(tmp_path: Path) -> Path:
    """A folder with an outline whose template is the folder's own ``mine``."""
    (tmp_path / "outline.yaml").write_text(OUTLINE, "utf-8")
    return tmp_path


def write(home: Path, name: str, settings: str = "", version: str = "1.0.0", **files: str) -> Path:
    """Write a template of the folder's own; ``files`` by path with ``__`` for ``/`` and no ending."""
    folder = home / "templates" / name
    folder.mkdir(parents=True, exist_ok=True)
    own = name.partition("@")[0]
    (folder / "template.yaml").write_text(f"name: {own}\nversion: {version}\n{settings}", "utf-8")
    for key, text in files.items():
        path = folder / (key.replace("__", "/") + (".yaml.j2" if key.startswith("slides") else ".j2"))
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, "utf-8")
    return folder


def load(home: Path, spec: str = "mine") -> TemplatePack:
    return locate.load(spec, locate.search_path(home)).pack


def fault(home: Path, spec: str = "mine") -> Diagnostic:
    with pytest.raises(BuildError) as bad:
        load(home, spec)
    return bad.value.diagnostics[0]


REPORT = locate.load("report", locate.search_path(None)).pack
SLIDE = "- id: x\n  layout: content\n  title: 一页\n"


# What is overridden, and what stays.


def test_with_nothing_of_its_own_it_is_the_one_it_extends(home: Path):
    write(home, "mine", "extends: report@1\n")
    pack = load(home)
    same = {field: getattr(REPORT, field) for field in ("size", "parts", "masters", "layouts", "style", "files")}
    assert {field: getattr(pack, field) for field in same} == same
    assert (pack.name, pack.version) == ("mine", "1.0.0")
    assert pack.levels == (Level("mine", "1.0.0"), Level("report", REPORT.version))
    assert set(pack.origins) == set(pack.files)


def test_one_slide_file_and_one_script_file(home: Path):
    write(home, "mine", "extends: report\n", slides__duties=SLIDE, script__closing="完。")
    pack = load(home)
    assert pack.files["slides/duties.yaml.j2"] == SLIDE
    assert pack.files["script/closing.j2"] == "完。"
    others = pack.files.keys() - {"slides/duties.yaml.j2", "script/closing.j2"}
    assert {name: pack.files[name] for name in others} == {name: REPORT.files[name] for name in others}
    assert set(pack.files) - set(pack.origins) == {"slides/duties.yaml.j2", "script/closing.j2"}
    pages = draft_deck(home / "outline.yaml").deck.slides
    assert [page.title for page in pages][1] == "一页"
    assert "完。" in pages[-1].notes


@pytest.mark.parametrize(
    ("settings", "path", "value"),
    [
        ("words: {zh: {overview: 一览}}", ("words", "zh", "overview"), "一览"),
        ("sizes: {title: [32, 26]}", ("sizes", "title"), (32.0, 26.0)),
        ("fit: {pages: 7}", ("fit", "pages"), 7),
        ("slides: [cover, closing]", ("slides",), ("cover", "closing")),
        ("line_spacing: 1.5", ("line_spacing",), 1.5),
        ("session_slides: {closing: [closing]}", ("session", "closing"), ("closing",)),
        ("languages: [en]", ("languages",), ("en",)),
    ],
)
def test_one_setting(home: Path, settings: str, path: tuple[str, ...], value: object):
    write(home, "mine", f"extends: report@1\n{settings}\n")

    def at(style: object, steps: tuple[str, ...]) -> object:
        for step in steps:
            style = style[step] if isinstance(style, dict) else getattr(style, step)
        return style

    style = load(home).style
    assert at(style, path) == value != at(REPORT.style, path)
    other = style._replace(**{path[0]: getattr(REPORT.style, path[0])})
    assert other == REPORT.style
    if isinstance(getattr(style, path[0]), dict):
        top, base = getattr(style, path[0]), getattr(REPORT.style, path[0])
        assert top.keys() == base.keys()
        assert sum(top[key] != base[key] for key in base) == 1


def test_a_gallery_file(home: Path):
    folder = write(home, "mine", "extends: report@1\n")
    (folder / "gallery").mkdir()
    (folder / "gallery" / "line.yaml").write_text(SLIDE, "utf-8")
    pack = load(home)
    assert pack.files["gallery/line.yaml"] == SLIDE
    assert {name for name in pack.files if name.startswith("gallery/")} == {
        name for name in REPORT.files if name.startswith("gallery/")
    }


def test_a_base_pptx_of_its_own(home: Path, root: Path):
    folder = write(home, "mine", "extends: report@1\n")
    shutil.copy(root / "templates/report-blue/base.pptx", folder)
    blue = locate.load("report-blue", locate.search_path(None)).pack
    pack = load(home)
    assert (pack.parts, pack.layouts) == (blue.parts, blue.layouts)
    assert (pack.style, pack.files) == (REPORT.style, REPORT.files)


def colors(pack: TemplatePack) -> dict[str, str]:
    themes = [etree.fromstring(part.blob) for part in pack.parts if part.content_type.endswith("theme+xml")]
    (found,) = {tuple((slot, color_of(theme, slot)) for slot in SLOTS) + faces_of(theme) for theme in themes}
    return dict(found[: len(SLOTS)]) | {"latin": found[-2], "ea": found[-1]}


def test_colours_and_fonts_of_the_theme(home: Path):
    write(home, "mine", "extends: report@1\ntheme: {accent1: 1f4e79, dk2: '#444444', fonts: {ea: SimHei}}\n")
    before, after = colors(REPORT), colors(load(home))
    assert {key: value for key, value in after.items() if before[key] != value} == {
        "accent1": "#1F4E79",
        "dk2": "#444444",
        "ea": "SimHei",
    }
    theme = next(part.blob for part in load(home).parts if part.content_type.endswith("theme+xml"))
    assert b'<a:font script="Hans" typeface="SimHei"/>' in theme
    deck = build_deck(home / "outline.yaml", out=home / "x.pptx")
    assert deck.path.read_bytes() == build_deck(home / "outline.yaml", out=home / "y.pptx").path.read_bytes()


def test_a_theme_is_of_the_base_pptx_below_it(home: Path, root: Path):
    """A theme that is further than the base.pptx in use was written for another one."""
    write(home, "red", "extends: report@1\ntheme: {accent1: 7A0000}\n")
    folder = write(home, "mine", "extends: red\ntheme: {dk2: '333333'}\n")
    assert (colors(load(home))["accent1"], colors(load(home))["dk2"]) == ("#7A0000", "#333333")
    shutil.copy(root / "templates/report-blue/base.pptx", folder)
    assert (colors(load(home))["accent1"], colors(load(home))["dk2"]) == ("#12396C", "#333333")


@pytest.mark.parametrize(
    ("theme", "told"),
    [
        ("accent1: F0C040", [("accent1", "lt1"), ("accent1", "lt2")]),
        ("lt2: '888888'", [("dk2", "lt2")]),
        ("dk1: '777777', lt2: FFFFFF", [("dk1", "lt1"), ("dk1", "lt2")]),
    ],
)
def test_colours_that_cannot_be_read_are_told(home: Path, theme: str, told: list[tuple[str, str]]):
    write(home, "mine", f"extends: report@1\ntheme: {{{theme}}}\n")
    with pytest.raises(BuildError) as bad:
        load(home)
    found = bad.value.diagnostics
    assert {each.code for each in found} == {"UD523"}
    assert set(told) <= {(each.data["slot"], each.data["ground"]) for each in found}
    better = found[0].data["better"]
    assert better is None or better != found[0].data["color"]


def test_the_colour_that_is_offered_would_do(home: Path):
    write(home, "mine", "extends: report@1\ntheme: {accent1: F0C040}\n")
    better = fault(home).data["better"]
    write(home, "mine", f"extends: report@1\ntheme: {{accent1: '{better}'}}\n")
    assert colors(load(home))["accent1"] == better


@pytest.mark.parametrize("theme", ["accent1: red", "accent7: '000000'", "fonts: {ea: ''}", "fonts: {latin: 'a\"b'}"])
def test_a_slip_in_the_theme_is_named(home: Path, theme: str):
    write(home, "mine", f"extends: report@1\ntheme: {{{theme}}}\n")
    found = fault(home)
    assert (found.code, str(found.data["key"]).split(".")[0]) == ("UD502", "theme")


# Chains.


def test_a_chain_of_three(home: Path):
    write(
        home,
        "far",
        "extends: report@1\nwords: {zh: {overview: 远, trends: 远}}\n",
        slides__duties="far",
        slides__levels="far",
    )
    write(home, "near", "extends: far\nwords: {zh: {overview: 近}}\n", slides__duties="near")
    write(home, "mine", "extends: near\nslides: [cover]\n")
    pack = load(home)
    assert [level.name for level in pack.levels] == ["mine", "near", "far", "report"]
    assert (pack.style.words["zh"]["overview"], pack.style.words["zh"]["trends"]) == ("近", "远")
    assert (pack.files["slides/duties.yaml.j2"], pack.files["slides/levels.yaml.j2"]) == ("near", "far")
    assert (pack.origins["slides/duties.yaml.j2"], pack.origins["slides/cover.yaml.j2"]) == (1, 3)


def test_a_session_s_report_extends_the_built_in_one(home: Path):
    write(home, "report", "extends: report@1\nwords: {zh: {overview: 一览}}\n")
    pack = load(home, "report@1")
    assert [level.name for level in pack.levels] == ["report", "report"]
    assert pack.style.words["zh"]["overview"] == "一览"


def test_circles_are_told(home: Path):
    write(home, "mine", "extends: other\n")
    write(home, "other", "extends: mine\n")
    found = fault(home)
    assert (found.code, found.data["names"]) == ("UD522", "mine → other → mine")
    assert found.span is not None
    assert found.span.line == 3
    write(home, "alone", "extends: alone\n")
    assert (fault(home, "alone").code, fault(home, "alone").data["names"]) == ("UD522", "alone → alone")


def test_a_chain_that_is_too_long_is_told(home: Path):
    for number in range(MOST_LEVELS - 2):
        write(home, f"t{number}", f"extends: t{number + 1}\n")
    last = f"t{MOST_LEVELS - 2}"
    write(home, last, "extends: report@1\n")
    assert len(load(home, "t0").levels) == MOST_LEVELS
    write(home, last, "extends: one-more\n")
    write(home, "one-more", "extends: report@1\n")
    assert (fault(home, "t0").code, fault(home, "t0").data["most"]) == ("UD524", MOST_LEVELS)


def test_one_that_is_not_there_is_told_at_its_line(home: Path):
    folder = write(home, "mine", "\n# a comment\nextends: 'reprot'\n")
    found = fault(home)
    assert (found.code, found.data["name"], found.data["best"]) == ("UD521", "reprot", "report")
    assert found.span is not None
    assert (found.span.file, found.span.line) == (str(folder / "template.yaml"), 5)


def test_a_version_that_is_not_there_is_told_with_what_is(home: Path):
    write(home, "mine", "extends: report@7\n")
    found = fault(home)
    assert (found.code, found.data["wanted"]) == ("UD503", "7")
    assert REPORT.version in str(found.data["found"])


def test_versions_stand_side_by_side(home: Path):
    write(home, "report@7", "extends: report@1\nwords: {zh: {overview: 七}}\n", version="7.1.0")
    write(home, "mine", "extends: report@7\n")
    assert load(home, "report").name == "report"
    assert load(home, "report@1").version == REPORT.version
    assert load(home, "report@7").version == "7.1.0"
    assert load(home).style.words["zh"]["overview"] == "七"


def test_one_of_another_version_is_passed_over(home: Path):
    write(home, "report", "extends: report@1\n", version="2.0.0")
    assert load(home, "report@1").levels == REPORT.levels
    assert load(home, "report@2").version == "2.0.0"
    assert load(home, "report").version == "2.0.0"


def test_extends_stands_at_the_start_of_a_line(home: Path):
    folder = write(home, "mine", "")
    (folder / "template.yaml").write_text("{name: mine, version: 1.0.0, extends: report}", "utf-8")
    found = fault(home)
    assert (found.code, found.data["key"]) == ("UD502", "extends")


@pytest.mark.parametrize("value", ["../report", "report@1.2", "Report", "a b"])
def test_only_a_name_is_extended(home: Path, value: str):
    write(home, "mine", f"extends: {value}\n")
    assert fault(home).code in {"UD502", "UD501", "UD503", "UD521"}


def test_what_is_wrong_is_told_where_it_stands(home: Path):
    far = write(home, "far", "extends: report@1\ngap: 9\n")
    write(home, "mine", "extends: far\nfit: {pages: 2}\n")
    found = fault(home)
    assert found.data["key"] == "gap"
    assert found.span is not None
    assert found.span.file == str(far / "template.yaml")
    (far / "template.yaml").write_text("name: far\nextends: report@1\n", "utf-8")
    assert (fault(home).data["key"], fault(home).span.file) == ("version", str(far / "template.yaml"))


# Jinja2 across levels.


def titles(home: Path) -> list[str]:
    return [page.title for page in draft_deck(home / "outline.yaml").deck.slides]


def test_a_slide_file_includes_the_one_that_it_stands_for(home: Path):
    text = SLIDE + "{% include 'report/slides/duties.yaml.j2' %}\n"
    write(home, "mine", "extends: report@1\nslides: [duties]\n", slides__duties=text)
    assert titles(home) == ["一页", "2项职责"]


def test_a_slide_file_extends_and_imports_from_another_level(home: Path):
    base = "- id: x\n  layout: content\n  title: {% block title %}远{% endblock %}\n\n"
    write(home, "far", "extends: report@1\n", slides__duties=base)
    near = "{% extends 'far/slides/duties.yaml.j2' %}{% block title %}{{ '近' }}{% endblock %}"
    imported = (
        "{% from 'report/slides/_base.yaml.j2' import named with context %}\n"
        "- {id: y, layout: content, title: {{ named('税收', '万元') }} }\n"
    )
    write(home, "mine", "extends: far\nslides: [duties, levels]\n", slides__duties=near, slides__levels=imported)
    assert titles(home) == ["近", "税收（万元）"]


def test_a_level_s_name_means_what_that_level_shows(home: Path):
    write(home, "far", "extends: report@1\n")
    text = SLIDE + "{% include 'far/slides/duties.yaml.j2' %}\n"
    write(home, "mine", "extends: far\nslides: [duties]\n", slides__duties=text)
    assert titles(home) == ["一页", "2项职责"]


def test_a_template_of_the_same_name_means_the_one_it_extends(home: Path):
    text = SLIDE + "{% include 'report/slides/duties.yaml.j2' %}\n"
    write(home, "report", "extends: report@1\nslides: [duties]\n", slides__duties=text)
    (home / "outline.yaml").write_text(OUTLINE.replace("mine", "report@1"), "utf-8")
    assert titles(home) == ["一页", "2项职责"]


@pytest.mark.parametrize(
    "name", ["report/template.yaml", "other/slides/duties.yaml.j2", "report/../report/slides/duties.yaml.j2"]
)
def test_nothing_else_can_be_called(home: Path, name: str):
    write(home, "mine", "extends: report@1\nslides: [duties]\n", slides__duties=f"{{% include '{name}' %}}")
    with pytest.raises(BuildError) as bad:
        draft_deck(home / "outline.yaml")
    assert bad.value.diagnostics[0].code == "UD511"


def test_a_failure_is_told_in_the_file_where_it_happens(home: Path):
    far = write(home, "far", "extends: report@1\n", slides__duties="\n{{ nothing }}\n", slides__levels="{% if %}")
    write(home, "mine", "extends: far\nslides: [duties]\n")
    with pytest.raises(BuildError) as bad:
        draft_deck(home / "outline.yaml")
    found = bad.value.diagnostics[0]
    assert (found.code, found.span.file, found.span.line) == ("UD511", str(far / "slides/duties.yaml.j2"), 2)
    near = write(
        home, "mine", "extends: far\nslides: [duties]\n", slides__duties="{% include 'far/slides/duties.yaml.j2' %}"
    )
    with pytest.raises(BuildError) as bad:
        draft_deck(home / "outline.yaml")
    assert bad.value.diagnostics[0].span.file == str(far / "slides/duties.yaml.j2")
    (near / "slides" / "duties.yaml.j2").write_text("{% include 'far/slides/levels.yaml.j2' %}", "utf-8")
    with pytest.raises(BuildError) as bad:
        draft_deck(home / "outline.yaml")
    found = bad.value.diagnostics[0]
    assert (found.code, found.span.file) == ("UD510", str(far / "slides/levels.yaml.j2"))


# Caching.


def test_a_change_of_what_is_extended_makes_another_template(home: Path):
    far = write(home, "far", "extends: report@1\n")
    write(home, "mine", "extends: far\n")
    folders = locate.search_path(home)
    before = load(home)
    assert locate.digest("mine", folders) == before.digest
    write(home, "far", "extends: report@1\n", slides__duties=SLIDE)
    after = load(home)
    assert after.files["slides/duties.yaml.j2"] == SLIDE
    assert after.digest != before.digest == cache.digest(
        *(found.folder for found in locate.lineage("mine", folders))
    ) or (after.digest == locate.digest("mine", folders))
    (far / "slides" / "duties.yaml.j2").unlink()
    assert load(home).digest == before.digest


def test_a_pack_with_levels_is_kept_and_read(home: Path):
    write(home, "mine", "extends: report@1\n", slides__duties=SLIDE)
    pack = load(home)
    assert cache.load(pack.digest) == pack
    assert cache.load(pack.digest).levels[1] == Level("report", REPORT.version)  # type: ignore[union-attr]


def test_a_session_builds_anew_when_what_is_extended_changes(home: Path):
    (home / "units").mkdir()
    (home / "outline.yaml").rename(home / "units" / "01-财政局.yaml")
    write(home, "far", "extends: report@1\n")
    write(home, "mine", "extends: far\n")
    workspace = open_workspace(home)
    build_session(workspace, Settings("zh", Executor("serial"), whole=False), lambda *_: None)
    manifest = read_manifest(home / "out")
    assert len(current(manifest, workspace, "zh")) == 1
    write(home, "far", "extends: report@1\n", script__closing="完。")
    assert current(manifest, workspace, "zh") == {}


# What comes from where.


def test_sources_say_what_each_level_gives(home: Path):
    write(home, "mine", "extends: report@1\nwords: {zh: {overview: 一览}}\nslides: [cover]\n", slides__duties=SLIDE)
    places = [found.folder for found in locate.lineage("mine", locate.search_path(home))]
    own, report = sources(load(home), *said_of(places))
    assert own.settings == ("words.zh.overview", "slides")
    assert own.files == {"slides": ("duties",)}
    assert not own.base
    assert "words.zh.overview" not in report.settings
    assert "sizes.title" in report.settings
    assert "duties" not in report.files["slides"]
    assert "cover" in report.files["slides"]
    assert report.base
