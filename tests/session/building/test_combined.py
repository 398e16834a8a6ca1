"""The deck of a whole session: what stands in it, where its links lead, when it is built, refused, or left as it is."""

from __future__ import annotations

import json
import re
import shutil
import zipfile
from pathlib import Path

import pytest
from lxml import etree
from pptx import Presentation
from pptx.slide import Slide

from support.office import FORMATS, faults
from support.reading import read, xml_faults
from support.sessions import UNIT, make_session
from unitdeck.session.building.bulk import Report, Settings, build_session
from unitdeck.session.building.combined import MOST_UNITS, Whole
from unitdeck.session.building.executor import Executor
from unitdeck.session.workspace import open_workspace

SESSION = """\
会议名称: 第一期汇报会
期次: 1
会议时间: 2022-05-30
地点: 市会议中心
数据截至: 2022-05-31
汇报时长: 10
开始时间: 14:50
汇报顺序: [交通局, 水利局, 财政局, 发改局]
点评人: {市领导: '', 人大代表: ''}
"""
SECTION = "{http://schemas.microsoft.com/office/powerpoint/2010/main}section"
SECTION_PAGE = "{http://schemas.microsoft.com/office/powerpoint/2010/main}sldId"
LONG = "下一步:\n" + "".join(
    f"  - {{打算: 第{n}项打算要把任务分解到股室和责任人并按月调度通报逐项销号, 时限: 2022-09-30}}\n"
    for n in range(1, 41)
)


def build(folder: Path, **settings: object) -> Report:
    return build_session(open_workspace(folder), Settings("zh", **settings), lambda *_: None)  # type: ignore[arg-type]


def whole(report: Report) -> Whole:
    assert report.whole is not None
    return report.whole


def append(folder: Path, unit: str, text: str) -> None:
    file = folder / "units" / f"{unit}.yaml"
    file.write_text(file.read_text("utf-8") + text, "utf-8")


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A session of four units in an order of their own; one has filed nothing, one is broken."""
    folder = make_session(tmp_path / "s", session=SESSION)
    (folder / "units" / "02-发改局.yaml").write_text("单位: 发改局\n职责: [规划]\n目表: []\n亮电: []\n", "utf-8")
    return folder


def slides(deck: Path) -> list[Slide]:
    return list(Presentation(str(deck)).slides)


def titles(deck: Path) -> list[str]:
    return [slide.shapes.title.text_frame.text for slide in slides(deck)]


def jumps(deck: Path) -> list[tuple[int, str, int]]:
    """Return the page, alternative text and target page of each link."""
    pages = slides(deck)
    numbers = {page.slide_id: number for number, page in enumerate(pages, 1)}
    found = []
    for number, page in enumerate(pages, 1):
        for shape in page.shapes:
            if shape.name.startswith("Link"):
                alt = shape._element.nvSpPr.cNvPr.get("descr")
                found.append((number, alt, numbers[shape.click_action.target_slide.slide_id]))
    return found


def sections(deck: Path) -> list[tuple[str, str, list[int]]]:
    """Return the name, the GUID and the pages of each section."""
    with zipfile.ZipFile(deck) as package:
        root = etree.fromstring(package.read("ppt/presentation.xml"))
    return [
        (each.get("name"), each.get("id"), [int(page.get("id")) - 255 for page in each.iter(SECTION_PAGE)])
        for each in root.iter(SECTION)
    ]


def test_units_stand_in_running_order_between_the_sessions_pages(folder: Path) -> None:
    deck = whole(build(folder)).deck
    assert deck.name == "00-第一期汇报会-全场.pptx"
    found = titles(deck)
    assert found[:2] == ["第一期汇报会", "4个单位依次汇报，每个单位10分钟"]
    assert [title for title in found if title in {"交通局", "水利局", "财政局", "发改局"}] == [
        "交通局",
        "水利局",
        "财政局",
        "发改局",
    ]
    assert found[-2:] == ["全场数据截至2022年5月31日", "本次会议到此结束"]
    assert [title for title in found if title.startswith("请点评")] == ["请点评：交通局", "请点评：财政局"]
    assert "交通局工作汇报" not in found  # the divider stands for the unit's cover


def test_the_agenda_tells_time_and_who_has_filed_nothing(folder: Path) -> None:
    agenda = read(whole(build(folder)).deck)[1]
    (table,) = agenda.tables
    assert table[0] == ("序", "时间", "单位", "组别", "时长", "状态")
    assert table[1:] == (
        ("1", "14:50", "交通局", "市直", "10分钟", ""),
        ("2", "15:00", "水利局", "", "10分钟", "未报送"),
        ("3", "15:10", "财政局", "市直", "10分钟", ""),
        ("4", "15:20", "发改局", "", "10分钟", "未能生成"),
    )


def test_a_divider_tells_the_units_figures_or_why_there_are_none(folder: Path) -> None:
    pages = {page.title: page for page in read(whole(build(folder)).deck)}
    paced = pages["交通局"].words
    assert "1项指标中" in paced
    assert "−9.4" in paced  # 34096/105600 = 32.3 %, against 41.7 %
    assert "百分点，序时差" in paced
    assert "材料未报送" in pages["水利局"].words
    assert "大纲有2处错误" in pages["发改局"].words
    absent = "\n".join((pages["水利局"].words, pages["发改局"].words.replace("2处错误", "")))
    assert re.findall(r"\d+", absent) == ["2", "4"]  # their places in the order, and no figure


def test_links_lead_from_the_agenda_to_dividers_and_back(folder: Path) -> None:
    deck = whole(build(folder)).deck
    found = titles(deck)
    places = {name: found.index(name) + 1 for name in ("交通局", "水利局", "财政局", "发改局")}
    links = jumps(deck)
    assert [(alt.split(" ")[2], target) for page, alt, target in links if page == 2] == list(places.items())
    back = {page: target for page, alt, target in links if alt == "‹ 议程"}
    comments = [number for number, title in enumerate(found, 1) if title.startswith("请点评")]
    assert [page for page in (*places.values(), *comments) if back.get(page) != 2] == []
    assert set(back.values()) == {2}


def test_a_divider_leads_back_to_the_page_of_the_agenda_that_names_its_unit(tmp_path: Path) -> None:
    names = [f"第{number:02}单位" for number in range(1, 31)]
    deck = whole(build(make_session(tmp_path / "s", names))).deck
    found = titles(deck)
    agenda = [number for number, title in enumerate(found, 1) if title.startswith("30个单位依次汇报")]
    assert len(agenda) > 1
    links = jumps(deck)
    used = set()
    for number, title in enumerate(found, 1):
        if title in names:
            (named,) = [page for page, _, target in links if target == number and page in agenda]
            assert [target for page, _, target in links if page == number] == [named]
            used.add(named)
    assert used == set(agenda)
    assert not any(title.startswith("附：30个单位") for title in found)


def test_sections_hold_all_pages_each_once(folder: Path) -> None:
    deck = whole(build(folder)).deck
    found = sections(deck)
    assert [name for name, _, _ in found] == ["开场", "交通局", "水利局", "财政局", "发改局", "结束"]
    assert [page for _, _, pages in found for page in pages] == list(range(1, len(slides(deck)) + 1))
    assert [pages[0] for _, _, pages in found][1:5] == [titles(deck).index(name) + 1 for name, _, _ in found[1:5]]
    guids = [guid for _, guid, _ in found]
    assert len(set(guids)) == len(guids)
    assert all(
        re.fullmatch(r"\{[0-9A-F]{8}-[0-9A-F]{4}-5[0-9A-F]{3}-[89AB][0-9A-F]{3}-[0-9A-F]{12}\}", g) for g in guids
    )


def test_pages_are_numbered_through_and_footers_name_the_unit(folder: Path) -> None:
    deck = whole(build(folder)).deck
    pages = slides(deck)
    numbered = 0
    for number, page in enumerate(pages, 1):
        foot = {each.placeholder_format.type.name: each.text_frame.text for each in page.placeholders}
        if "SLIDE_NUMBER" in foot:
            numbered += 1
            assert foot["SLIDE_NUMBER"] == f"{number} / {len(pages)}"
    assert numbered > len(pages) / 2
    named = {name: pages_of for name, _, pages_of in sections(deck)}
    for name in ("交通局", "财政局"):
        own = [
            each.text_frame.text
            for number in named[name]
            for each in pages[number - 1].placeholders
            if each.placeholder_format.type.name == "FOOTER"
        ]
        assert own
        assert set(own) == {f"{name} | 第一期汇报会"}


def test_what_is_too_much_stands_at_the_end_of_the_deck_and_is_found_there(folder: Path) -> None:
    append(folder, "01-财政局", LONG)
    append(folder, "03-交通局", LONG)
    deck = whole(build(folder)).deck
    found = read(deck)
    rest = [number for number, page in enumerate(found, 1) if page.title.startswith("附：")]
    said = [re.findall(r"其余见附页（第(\d+)(?:—(\d+))?页）", page.words) for page in found]
    ranges = [(int(first), int(last or first)) for hits in said for first, last in hits]
    assert [number for first, last in ranges for number in range(first, last + 1)] == rest
    assert len(ranges) == 2
    to_rest = [target for _, alt, target in jumps(deck) if alt.startswith("其余见附页")]
    assert to_rest == [first for first, _ in ranges]
    assert sections(deck)[-1][0] == "附页"
    assert sections(deck)[-1][2] == rest
    assert rest[-1] == len(found)


def test_one_master_whatever_the_outlines_ask_for(folder: Path, root: Path) -> None:
    other = folder / "templates" / "ours"
    shutil.copytree(root / "templates" / "report", other)
    settings = (other / "template.yaml").read_text("utf-8")
    (other / "template.yaml").write_text(settings.replace("name: report", "name: ours"), "utf-8")
    append(folder, "01-财政局", "模板: ours\n")
    report = build(folder)
    assert {result.record.template.name for result in report.results if result.record} == {"report", "ours"}
    with zipfile.ZipFile(whole(report).deck) as package:
        masters = [name for name in package.namelist() if re.fullmatch(r"ppt/slideMasters/[^/]+\.xml", name)]
    assert len(masters) == 1
    record = whole(report).record
    assert record is not None
    assert record.template.name == "report"


@pytest.mark.parametrize("form", FORMATS, ids=lambda form: form.name)
def test_it_keeps_the_schemas_of_office(folder: Path, form: object) -> None:
    deck = whole(build(folder)).deck
    assert xml_faults(deck) == []
    assert faults(deck, form) == []  # type: ignore[arg-type]


def test_the_same_bytes_in_any_number_of_processes_and_when_built_again(folder: Path) -> None:
    first = whole(build(folder, way=Executor("serial"))).deck.read_bytes()
    assert whole(build(folder, way=Executor(processes=2), force=True)).deck.read_bytes() == first
    whole(build(folder)).deck.unlink()
    assert whole(build(folder)).deck.read_bytes() == first


def complete(folder: Path) -> None:
    """Have all units of a session file."""
    for name in ("02-发改局", "04-水利局"):
        text = UNIT.format(name=name.partition("-")[2])
        (folder / "units" / f"{name}.yaml").write_text(text, "utf-8")


def test_an_unchanged_one_is_left_alone(folder: Path) -> None:
    complete(folder)
    first = whole(build(folder))
    again = whole(build(folder))
    assert (first.fresh, again.fresh) == (True, False)
    assert again.record == first.record
    assert again.record is not None
    assert set(again.record.inputs) == {
        "session.yaml",
        "data/revenue.csv",
        "photos/hall.png",
        *(f"units/{file.name}" for file in (folder / "units").iterdir()),
    }
    manifest = json.loads((folder / "out" / "manifest.json").read_text("utf-8"))
    assert manifest["session"]["deck"] == "out/00-第一期汇报会-全场.pptx"
    assert manifest["session"]["absent"] == []


@pytest.mark.parametrize("change", ["outline", "data", "photo", "unit", "one less", "deck"])
def test_whatever_changes_it_is_built_anew(folder: Path, change: str) -> None:
    complete(folder)
    build(folder)
    if change == "outline":
        append(folder, "03-交通局", "职责: [修路]\n".replace("职责", "亮点"))
    elif change == "data":
        (folder / "data" / "revenue.csv").write_text("时期,数值\n4月,1\n5月,34096\n", "utf-8")
    elif change == "photo":
        (folder / "photos" / "hall.png").write_bytes((folder / "photos" / "hall.png").read_bytes() + b"\0")
    elif change == "unit":
        (folder / "units" / "09-审计局.yaml").write_text(UNIT.format(name="审计局"), "utf-8")
    elif change == "one less":
        (folder / "units" / "04-水利局.yaml").unlink()
    else:
        (folder / "out" / "00-第一期汇报会-全场.pptx").write_bytes(b"PK")
    assert whole(build(folder)).fresh
    assert not whole(build(folder)).fresh


def test_one_that_lacks_a_broken_outline_is_left_until_that_is_mended(folder: Path) -> None:
    first, again = whole(build(folder)), whole(build(folder))
    assert (first.fresh, again.fresh) == (True, False)
    assert first.record is not None
    assert first.record.absent == ("水利局", "units/02-发改局.yaml")
    complete(folder)
    assert whole(build(folder)).fresh


def test_one_that_lacks_a_unit_for_another_reason_is_built_each_time(folder: Path) -> None:
    (folder / "photos" / "hall.png").unlink()
    assert [whole(build(folder)).fresh for _ in range(2)] == [True, True]


def test_with_changed_it_is_told_only_where_it_is_new(folder: Path) -> None:
    assert whole(build(folder, changed=True)).fresh
    assert build(folder, changed=True).whole is None
    complete(folder)
    assert whole(build(folder, changed=True)).fresh


def test_strict_refuses_it_and_names_the_units(folder: Path) -> None:
    report = build(folder, strict=True)
    refused = whole(report)
    assert refused.record is None
    assert [(each.code, each.data["units"]) for each in refused.diagnostics] == [("UD720", "水利局, 发改局")]
    assert not refused.deck.exists()
    assert {result.unit.name for result in report.results if result.record} == {"交通局", "财政局"}
    complete(folder)
    assert whole(build(folder, strict=True)).record is not None


def test_an_old_one_is_told_until_it_is_gone(folder: Path) -> None:
    old = whole(build(folder)).deck
    for _ in range(2):
        report = build(folder, strict=True)
        assert old.is_file()
        assert [(each.code, each.data["path"]) for each in report.stale] == [("UD721", str(old))]
    assert build(folder).stale == ()
    session = folder / "session.yaml"
    session.write_text(session.read_text("utf-8").replace("第一期汇报会", "第二期汇报会"), "utf-8")
    assert [each.code for each in build(folder).stale] == ["UD721"]
    old.unlink()
    assert build(folder).stale == ()


@pytest.mark.parametrize("settings", [{"only": "财*"}, {"whole": False}], ids=["only", "no whole"])
def test_it_may_be_left_out_and_what_was_there_stays(folder: Path, settings: dict[str, object]) -> None:
    assert build(folder, **settings).whole is None
    assert not list((folder / "out").glob("00-*"))
    first = whole(build(folder)).deck.read_bytes()
    report = build(folder, **settings)
    assert report.stale == ()
    assert (folder / "out" / "00-第一期汇报会-全场.pptx").read_bytes() == first


def test_a_template_without_pages_of_a_session(folder: Path, root: Path) -> None:
    shutil.copytree(root / "templates" / "report", folder / "templates" / "report")
    settings = folder / "templates" / "report" / "template.yaml"
    text = settings.read_text("utf-8")
    head, _, rest = text.partition("session_slides:")
    settings.write_text(head + rest[rest.index("words:") :], "utf-8")
    report = build(folder)
    assert [(each.code, each.severity) for each in whole(report).diagnostics] == [("UD722", "warning")]
    assert whole(report).record is None
    assert sum(bool(result.record) for result in report.results) == 2


def test_more_units_than_any_deck_can_hold(tmp_path: Path) -> None:
    folder = make_session(tmp_path / "s", ["甲"], session="会议名称: 大会\n汇报时长: 5\n")
    workspace = open_workspace(folder)
    crowd = workspace._replace(units=workspace.units * (MOST_UNITS + 1))
    report = build_session(crowd, Settings("zh", only=""), lambda *_: None)
    assert [each.code for each in whole(report).diagnostics] == ["UD724"]
    assert not list((folder / "out").glob("00-*"))


def test_a_name_that_a_unit_has_already(tmp_path: Path) -> None:
    folder = make_session(tmp_path / "s", ["甲"], session="会议名称: 会\n")
    (folder / "units" / "00-会-全场.yaml").write_text(UNIT.format(name="乙"), "utf-8")
    assert whole(build(folder)).deck.name == "00-会-全场-2.pptx"


def test_a_title_that_no_file_can_have(tmp_path: Path) -> None:
    folder = make_session(tmp_path / "s", ["甲"], session="会议名称: '一/二:三?'\n")
    assert whole(build(folder)).deck.name == "00-一_二_三_-全场.pptx"


def test_an_order_drawn_by_lot_is_called_so(tmp_path: Path) -> None:
    folder = make_session(tmp_path / "s", session="会议名称: 会\n抽签: 2022\n汇报时长: 8\n")
    agenda = read(whole(build(folder)).deck)[1]
    assert agenda.title == "3个单位按抽签顺序汇报，每个单位8分钟"
    assert "议程与抽签顺序" in agenda.words


@pytest.mark.parametrize("status", ["金寨", "银川", "两档"])
@pytest.mark.parametrize("lang", ["zh", "en"])
def test_a_divider_is_one_page_whatever_a_unit_has(tmp_path: Path, root: Path, lang: str, status: str) -> None:
    long = (
        "一般公共预算收入中税收收入占比及非税收入结构优化情况"
        if lang == "zh"
        else "General public budget revenue by source"
    )
    rows = [f"  - {{指标: {long}{n}, 单位: 万元, 目标: 100, 完成: {done}}}" for n, done in enumerate((99, 41, 35, 2))]
    rows += [f"  - {{指标: 水平{n}, 单位: '%', 类型: 水平, 目标: 4, 完成: {done}}}" for n, done in enumerate((5, 3))]
    rows += [f"  - {{指标: 起数{n}, 单位: 起, 类型: 控制数, 目标: 20, 完成: {done}}}" for n, done in enumerate((9, 21))]
    rows += ["  - {指标: 没有数, 单位: 个, 目标: 5}"]
    folder = make_session(tmp_path / "s", ["甲"], session=f"会议名称: 会\n数据截至: 2022-05-31\n状态口径: {status}\n")
    name = "广水市农业农村局（广水市乡村振兴局、市委农村工作领导小组办公室、市畜牧兽医服务中心）"
    head = f"单位: {{名称: {name}, 汇报人: 市委农村工作领导小组办公室主任，局党组书记、局长}}\n目标:\n"
    (folder / "units" / "01-甲.yaml").write_text(head + "\n".join(rows) + "\n举措: [{问题: 慢}]\n", "utf-8")
    report = build_session(open_workspace(folder), Settings(lang), lambda *_: None)  # type: ignore[arg-type]
    dividers = [slide for slide in slides(whole(report).deck) if slide.slide_layout.name == "section"]
    assert [slide.shapes.title.text_frame.text for slide in dividers] == [name]
    assert whole(report).diagnostics == ()


def test_a_hostile_outline_stays_in_its_place(folder: Path) -> None:
    complete(folder)
    name = '"</a:t><x>&amp;{{ 7*7 }}]]>\\u0001\\u202e\\n局"'
    (folder / "units" / "03-交通局.yaml").write_text(
        f"单位: {{名称: {name}, 汇报人: '{{% for %}}'}}\n职责: ['=cmd()']\n", "utf-8"
    )
    deck = whole(build(folder)).deck
    assert xml_faults(deck) == []
    assert faults(deck) == []
    assert len(slides(deck)) == sum(len(pages) for _, _, pages in sections(deck))
    assert any("{{ 7*7 }}" in title for title in titles(deck))
