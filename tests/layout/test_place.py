"""Placed decks as readable text. ``UNITDECK_WRITE_GOLDEN=1 pytest tests/layout/test_place.py`` writes them anew."""

from __future__ import annotations

import os
from collections.abc import Iterable
from decimal import Decimal
from pathlib import Path

import pytest

from unitdeck.base.units import pt
from unitdeck.layout.metrics import width_pt
from unitdeck.layout.place import place
from unitdeck.layout.placed import Placed, PlacedChart, PlacedDeck, PlacedPicture, PlacedShape, PlacedTable, PlacedText
from unitdeck.plan.blocks import (
    CalloutBlock,
    Card,
    CardsBlock,
    Cell,
    ChartBlock,
    Column,
    ColumnsBlock,
    DeckPlan,
    Picture,
    PicturesBlock,
    Row,
    SlidePlan,
    TableBlock,
    TextBlock,
    Tile,
    TilesBlock,
    TimelineBlock,
    TimelineItem,
)
from unitdeck.plan.chart import ChartSpec, Series
from unitdeck.template.pack import TemplatePack

GOLDEN = Path(__file__).parents[1] / "golden" / "placed"
SENTENCE = "统筹推进全市重点项目建设，逐项建账，按周调度。"
COVER = SlidePlan(
    "cover",
    "title",
    "县财政局工作汇报",
    fields=(("subtitle", "明职责　对目标　争一流"), ("details", "汇报人：局长\n2022年5月30日")),
    script=("各位领导：现将工作汇报如下。",),
)


def deck(*slides: SlidePlan, lang: str = "zh") -> DeckPlan:
    return DeckPlan(slides, "县财政局工作汇报", "县财政局", lang, "县财政局", "2022-05-30", None)


def content(title: str, *blocks: object, script: tuple[str, ...] = ("汇报完毕。",)) -> SlidePlan:
    return SlidePlan("one", "content", title, "目标完成", blocks, source="来源：县统计局", script=script)  # type: ignore[arg-type]


def table(rows: int) -> TableBlock:
    cells = ((Cell(f"第{n}项指标"), Cell(SENTENCE), Cell("慢9.4", "warn", "▲")) for n in range(rows))
    return TableBlock((Column("指标", bold=True), Column("举措"), Column("进度", "r")), tuple(map(Row, cells)), "表")


def duties() -> DeckPlan:
    cards = CardsBlock(
        (
            Card("收支管理", SENTENCE * 2, number="1", focus=True),
            Card("债务化解", SENTENCE, number="2"),
            Card("国资监管", SENTENCE, number="3"),
        )
    )
    return deck(COVER, content("三项职责，主战场是收支管理", cards, CalloutBlock(SENTENCE, "主战场")))


def overview() -> DeckPlan:
    tiles = TilesBlock((Tile("3/5项", "达到序时"), Tile("32.3%", "收入完成率", "warn"), Tile("第9", "全市位次")))
    return deck(content("5项指标3项达序时", tiles, table(3)), content("指标与举措", table(14)))


def charts() -> DeckPlan:
    ranking = ChartSpec(
        "ranking",
        "全市第2",
        ("甲县", "乙县", "丙县"),
        (Series("总量", (Decimal(9), Decimal(7), Decimal(4))),),
        highlight=1,
        labels=("9", "7", "4"),
        heading="总量（亿元）",
    )
    column = ChartSpec("column", "逐月上升", ("1月", "2月"), (Series("收入", (Decimal(1), None)),), heading="分月")
    beside = ColumnsBlock(((ChartBlock(ranking),), (ChartBlock(column), CalloutBlock("缺2月。"))), (1.0, 1.0))
    return deck(content("收入居全市第2", beside))


def plans() -> DeckPlan:
    items = (
        TimelineItem("6月30日", "开工", state="done"),
        TimelineItem("9月30日", "主体完工", "含附属工程", "now"),
        TimelineItem("12月31日", "竣工"),
    )
    pictures = PicturesBlock((Picture("a.jpg", "库区", "库区全景"), Picture("b.jpg", "大坝", "大坝近景")))
    return deck(content("下一步", TimelineBlock(items, "节点")), content("现场", TextBlock(("两处工地",)), pictures))


def _words(text: PlacedText) -> str:
    return " / ".join(
        f"{p.size_pt:g}pt×{p.lines} {''.join(run.text for run in p.runs)}".replace("\n", "⏎") for p in text.paragraphs
    )


def _line(item: Placed) -> str:
    x, y, cx, cy = (f"{pt(length):.1f}" for length in item.box)
    kind = type(item).__name__.removeprefix("Placed").lower()
    head = f"  {kind:8}{item.name:20} {x:>6} {y:>6} {cx:>6} {cy:>6}"
    match item:
        case PlacedShape():
            look = f"  {item.geometry} {item.fill}" if item.fill or item.stroke else ""
            return head + look + (f"  {item.text.anchor}  {_words(item.text)}" if item.text else "")
        case PlacedChart():
            rooms = f"{pt(item.label_width):.1f}|{pt(item.value_width):.1f}"
            return f"{head}  {item.spec.kind} {item.size_pt:g}pt {rooms}  {' '.join(item.spec.categories)}"
        case PlacedPicture():
            return f"{head}  {item.file}  {item.alt}"
        case PlacedTable():
            rows = [
                f"    row {pt(row.height):.1f}  " + " | ".join(_words(cell.text) for cell in row.cells)
                for row in item.rows
            ]
            return "\n".join([f"{head}  {' '.join(f'{pt(width):.1f}' for width in item.widths)}", *rows])


def as_text(placed: PlacedDeck) -> str:
    lines: list[str] = []
    for slide in placed.slides:
        lines.append(f"{slide.number}/{slide.total} {slide.layout}: {slide.title}")
        lines += [_line(item).rstrip() for item in slide.items]
        lines += [f"  note  {note}" for note in slide.notes] + [""]
    return "\n".join(lines)


@pytest.mark.parametrize("plan", [duties, overview, charts, plans])
def test_a_deck_is_placed_as_reviewed(pack: TemplatePack, plan: object) -> None:
    assert callable(plan)
    placed = place(plan(), pack)
    assert not any(slide.overfull for slide in placed.slides)
    made = as_text(placed)
    file = GOLDEN / f"{plan.__name__}.txt"
    if os.environ.get("UNITDECK_WRITE_GOLDEN"):
        file.parent.mkdir(exist_ok=True)
        file.write_text(made, encoding="utf-8")
    assert made == file.read_text(encoding="utf-8")


def _items(items: Iterable[Placed]) -> dict[str, PlacedShape]:
    return {item.placeholder: item for item in items if isinstance(item, PlacedShape) and item.placeholder}


def _said(shape: PlacedShape) -> str:
    assert shape.text is not None
    return "\n".join("".join(run.text for run in paragraph.runs) for paragraph in shape.text.paragraphs)


def test_a_slide_of_several_pages_numbers_its_titles_and_fills_every_page(pack: TemplatePack) -> None:
    slides = place(deck(COVER, content("指标", table(30))), pack).slides
    pages = slides[1:]
    assert [page.title for page in pages] == [f"指标（{n}/{len(pages)}）" for n in range(1, len(pages) + 1)]
    for number, page in enumerate(pages, 2):
        filled = {key: _said(shape) for key, shape in _items(page.items).items()}
        assert filled == {
            "kicker": "目标完成",
            "title": page.title,
            "footer": "县财政局",
            "source": "来源：县统计局",
            "number": f"{number} / {len(slides)}",
        }


def test_every_page_has_notes_and_only_the_first_the_script(pack: TemplatePack) -> None:
    slides = place(deck(content("指标", table(30), script=("国" * 440,))), pack).slides
    assert slides[0].notes == ("【约2.0分钟】", "国" * 440)
    assert all(slide.notes == (f"【{pack.style.words['zh']['continued']}】",) for slide in slides[1:])


def test_a_page_is_read_title_first_and_footer_last(pack: TemplatePack) -> None:
    (slide,) = place(deck(content("指标", table(2))), pack).slides
    names = [item.name for item in slide.items]
    assert names == ["Title", "Kicker", "Table", "Footer", "Source", "Number"]


def test_items_of_a_page_have_names_of_their_own(pack: TemplatePack) -> None:
    (slide,) = place(deck(content("指标", CalloutBlock("甲"), CalloutBlock("乙"))), pack).slides
    names = [item.name for item in slide.items]
    assert len(set(names)) == len(names)
    assert {"Callout", "Callout (2)"} <= set(names)


def test_what_no_page_can_hold_is_overfull_and_kept(pack: TemplatePack) -> None:
    tiles = TilesBlock((Tile(SENTENCE * 40, "一个数"),) * 3)
    placed = place(deck(content("指标", tiles)), pack)
    assert all(slide.overfull for slide in placed.slides)
    assert SENTENCE * 40 in as_text(placed)


def test_a_title_shrinks_to_its_area_but_never_below_its_least_size(pack: TemplatePack) -> None:
    (slide,) = place(deck(content("指标" * 40)), pack).slides
    shape = _items(slide.items)["title"]
    assert shape.text is not None
    best, least = pack.style.sizes["title"]
    assert least <= shape.text.paragraphs[0].size_pt < best


@pytest.mark.parametrize("kicker", ["收" * 60, "GDP 增长 8.5%，" * 7])
def test_the_space_between_spaced_letters_takes_room_in_a_line(pack: TemplatePack, kicker: str) -> None:
    layout = pack.layout("title")
    assert layout is not None
    area = layout.placeholder("kicker")
    assert area is not None
    assert area.tracking_pt >= 2
    cover = COVER._replace(fields=(("kicker", kicker),))
    (slide,) = place(deck(cover), pack).slides
    text = _items(slide.items)["kicker"].text
    assert text is not None
    for paragraph in text.paragraphs:
        room = pt(area.box.cx) * paragraph.lines
        said = "".join(run.text for run in paragraph.runs)
        assert width_pt(said, paragraph.size_pt, True) + len(said) * area.tracking_pt <= room


def test_a_page_says_how_dense_it_is_and_which_of_its_slide(pack: TemplatePack) -> None:
    tiles = TilesBlock((Tile(SENTENCE * 40, "一个数"),) * 3)
    plan = deck(content("指标", TextBlock(("一句话",))), content("多行", table(30)), content("过高", tiles))
    slides = place(plan, pack).slides
    one, *many = (slide for slide in slides if slide.title != "过高")
    assert (one.part, one.density, one.overfull) == ((1, 1), -1.0, False)
    assert [page.part for page in many] == [(n, len(many)) for n in range(1, len(many) + 1)]
    assert len({page.density for page in many}) == 1
    assert slides[-1].overfull


def test_a_page_whose_source_is_clipped_is_overfull(pack: TemplatePack) -> None:
    slide = content("指标", table(2))._replace(source=SENTENCE * 40)
    (page,) = place(deck(slide), pack).slides
    assert page.overfull
