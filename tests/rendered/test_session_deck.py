"""The deck of a whole session as LibreOffice renders it: pages hold their text, links lead where they should."""

from __future__ import annotations

from pathlib import Path

import pytest

from support.examining import Examined, examine
from support.fonts import SITUATIONS
from support.rendering import read_links, render
from support.sessions import make_session
from unitdeck.layout.placed import PlacedDeck
from unitdeck.render.pptx import render as write_deck
from unitdeck.session.building.combined_draft import draft_whole
from unitdeck.session.workspace import open_workspace
from unitdeck.template.locate import load

pytestmark = pytest.mark.rendered
USUAL = "usual fonts"
LONG = "广水市农业农村局（广水市乡村振兴局、市委农村工作领导小组办公室、市畜牧兽医服务中心）"
SESSION = """\
会议名称: 全市第二季度“明职责、对目标、争一流”重点工作述职汇报会
系列: 明职责、对目标、争一流
期次: 2
会议时间: 2022-06-30
地点: 市会议中心一楼报告厅
数据截至: 2022-05-31
汇报时长: 8
开始时间: 8:30
点评人: {市委常委、常务副市长: 王某, 人大代表: '', 政协委员: '', 企业代表: '', 群众代表: ''}
"""


@pytest.fixture(scope="module")
def rendered(tmp_path_factory: pytest.TempPathFactory, root: Path) -> tuple[PlacedDeck, Path]:
    """A session with long names, outlines with published figures, and a unit without an outline."""
    folder = tmp_path_factory.mktemp("session")
    home = make_session(folder / "s", ["财政局", LONG], session=f"{SESSION}汇报顺序: [财政局, 水利局]\n")
    for outline in sorted((root / "decks" / "published-figures" / "units").glob("*.yaml")):
        (home / "units" / f"1{outline.name}").write_bytes(outline.read_bytes())
    template = load(str(root / "templates" / "report"), ())
    draft = draft_whole(open_workspace(home), {}, template, "zh")
    assert draft.absent == ("水利局",)
    deck = folder / "whole.pptx"
    deck.write_bytes(write_deck(draft.deck, template.pack))
    return draft.deck, render([deck], SITUATIONS[USUAL], folder / "usual")[deck]


@pytest.fixture(scope="module")
def found(rendered: tuple[PlacedDeck, Path]) -> Examined:
    return examine(*rendered, USUAL)


def test_pages_hold_their_text(found: Examined) -> None:
    assert found.faults == []
    assert found.marks == []
    assert found.splits == []


def test_links_of_the_pdf_lead_to_the_pages_that_were_meant(rendered: tuple[PlacedDeck, Path]) -> None:
    deck, pdf = rendered
    meant = [
        (slide.number, dict(slide.links)[item.link])
        for slide in deck.slides
        for item in slide.items
        if getattr(item, "link", "")
    ]
    assert len(meant) > 3 * 6
    assert sorted(read_links(pdf)) == sorted(meant)
