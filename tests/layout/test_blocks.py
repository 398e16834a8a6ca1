"""What a page may trust of every kind of block: measure, draw and split agree, and nothing is lost."""

from __future__ import annotations

import re
from collections.abc import Iterable
from decimal import Decimal
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from unitdeck.base.geometry import Box
from unitdeck.base.units import emu
from unitdeck.layout.blocks.table import TableSlice
from unitdeck.layout.fit import height_emu
from unitdeck.layout.placed import Placed, PlacedChart, PlacedPicture, PlacedShape, PlacedTable, PlacedText
from unitdeck.layout.sheet import Sheet
from unitdeck.layout.stack import KINDS
from unitdeck.plan.blocks import (
    Block,
    CalloutBlock,
    Card,
    CardsBlock,
    Cell,
    ChartBlock,
    Column,
    ColumnsBlock,
    Picture,
    PicturesBlock,
    Row,
    TableBlock,
    TextBlock,
    Tile,
    TilesBlock,
    TimelineBlock,
    TimelineItem,
)
from unitdeck.plan.chart import ChartSpec, Series

WIDTH, PAGE = emu(874), emu(374)
QUICK = settings(max_examples=25, deadline=None)

WORDS = st.lists(
    st.sampled_from(("统筹全市财政收支，", "增长12.5%。", "GDP", "争一流", "重点项目建设")), min_size=1, max_size=5
).map("".join)
LONG = st.lists(WORDS, min_size=1, max_size=14).map("".join)
TEXTS = st.builds(TextBlock, st.lists(LONG, min_size=1, max_size=8).map(tuple), st.booleans())
CARDS = st.lists(
    st.builds(Card, WORDS, LONG | st.just(""), st.sampled_from(("", "争一流")), st.sampled_from(("", "1", "12"))),
    min_size=1,
    max_size=9,
).map(lambda cards: CardsBlock(tuple(cards)))
TILES = st.lists(st.builds(Tile, st.sampled_from(("32.3%", "第9", "—", "8项")), WORDS), min_size=1, max_size=5).map(
    lambda tiles: TilesBlock(tuple(tiles))
)
ROWS = st.lists(
    st.builds(
        lambda name, text, figure, indent: Row((Cell(name), Cell(text), Cell(figure, "warn", "▲")), indent),
        WORDS,
        LONG,
        st.sampled_from(("32.3%", "慢9.4", "")),
        st.booleans(),
    ),
    min_size=1,
    max_size=14,
)
TABLES = ROWS.map(
    lambda rows: TableBlock((Column("指标", bold=True), Column("举措"), Column("进度", "r")), tuple(rows), "一句话")
)
TIMELINES = st.builds(
    TimelineBlock,
    st.lists(
        st.builds(
            TimelineItem, st.sampled_from(("6月底前", "2022年9月30日")), WORDS, LONG | st.just(""), st.just("open")
        ),
        min_size=1,
        max_size=9,
    ).map(tuple),
    st.sampled_from(("", "节点")),
)
PICTURES = st.lists(st.builds(Picture, st.just("a.jpg"), WORDS | st.just("")), min_size=1, max_size=15).map(
    lambda pictures: PicturesBlock(tuple(pictures))
)
CALLOUTS = st.builds(CalloutBlock, LONG, st.sampled_from(("", "短板")))


def _chart(kind: str, names: list[str]) -> ChartBlock:
    values = tuple(Decimal(index + 1) for index in range(len(names)))
    return ChartBlock(ChartSpec(kind, "一句话", tuple(names), (Series("完成", values),), heading="单位：万元"))


CHARTS = st.builds(
    _chart,
    st.sampled_from(("gap", "ranking", "bullet", "column", "line", "stacked", "doughnut")),
    st.lists(WORDS, min_size=1, max_size=24),
)
SIMPLE = st.one_of(TEXTS, CARDS, TILES, TABLES, TIMELINES, PICTURES, CALLOUTS, CHARTS)
COLUMNS = st.lists(
    st.lists(st.one_of(TEXTS, CALLOUTS, CHARTS, TIMELINES), max_size=2).map(tuple), min_size=2, max_size=2
).map(lambda columns: ColumnsBlock(tuple(columns), (1.0, 1.5)))
ALL = {
    "text": TEXTS,
    "cards": CARDS,
    "tiles": TILES,
    "table": TABLES,
    "timeline": TIMELINES,
    "pictures": PICTURES,
    "callout": CALLOUTS,
    "chart": CHARTS,
    "columns": COLUMNS,
}
DENSITY = st.sampled_from((-1.0, 0.0, 1.0))


def strings(thing: object) -> Iterable[str]:
    """Yield every text of a block in order."""
    if isinstance(thing, TableSlice):
        thing = thing.rows
    if isinstance(thing, ChartSpec):
        thing = thing.categories
    if isinstance(thing, str):
        yield thing
    elif isinstance(thing, tuple):
        for part in thing:
            yield from strings(part)


def texts(items: Iterable[Placed]) -> Iterable[tuple[Box, PlacedText]]:
    for item in items:
        if isinstance(item, PlacedShape) and item.text:
            yield item.box, item.text
        elif isinstance(item, PlacedTable):
            assert sum(item.widths) == item.box.cx
            assert sum(row.height for row in item.rows) == item.box.cy
            for row in item.rows:
                for cell, width in zip(row.cells, item.widths, strict=True):
                    yield Box(item.box.x, item.box.y, width, row.height), cell.text


def printed(items: Iterable[Placed]) -> str:
    """Return all that a page prints, without spaces."""
    parts = ["".join(run.text for p in text.paragraphs for run in p.runs) for _, text in texts(items)]
    for item in items:
        if isinstance(item, PlacedChart):
            parts += item.spec.categories
    return re.sub(r"\s", "", "".join(parts))


@pytest.mark.parametrize("kind", ALL)
@QUICK
@given(st.data())
def test_what_is_drawn_lies_in_its_box_and_holds_its_text(sheet: Sheet, kind: str, data: st.DataObject):
    block, at = data.draw(ALL[kind]), sheet._replace(density=data.draw(DENSITY))
    extent = KINDS[type(block)].measure(block, WIDTH, PAGE, at)
    assert extent.least <= extent.most
    if extent.least > PAGE:
        return
    height = data.draw(st.integers(extent.least, min(extent.most, PAGE)))
    box = Box(emu(43), emu(105), WIDTH, height)
    items = KINDS[type(block)].draw(block, box, at)
    for item in items:
        assert box.contains(item.box), item.name
        assert item.box.cx >= 0
        assert item.box.cy >= 0
    for place, text in texts(items):
        left, top, right, bottom = text.insets
        assert height_emu(text.paragraphs) <= place.cy - top - bottom + 2
        assert left + right < place.cx
    drawn = printed(items)
    if not isinstance(block, ColumnsBlock):
        for words in strings(_shown(block)):
            assert re.sub(r"\s", "", words) in drawn


def _shown(block: Any) -> object:
    """The part of a block that is printed as it stands."""
    match block:
        case TextBlock():
            return block.paragraphs
        case CardsBlock():
            return tuple((card.title, card.text, card.label, card.number) for card in block.cards)
        case TilesBlock():
            return tuple((tile.value, tile.caption) for tile in block.tiles)
        case TableBlock():
            return tuple(cell.text for row in block.rows for cell in row.cells)
        case TimelineBlock():
            return tuple((item.when, item.title, item.text) for item in block.items)
        case PicturesBlock():
            return tuple(picture.caption for picture in block.pictures)
        case CalloutBlock():
            return block.text
        case ChartBlock():
            return block.spec.categories
    return ()


def _said(block: Any) -> str:
    """Everything that splitting must keep, in order; what is repeated on each page (a date, a title) left out."""
    match block:
        case TableSlice():
            return _said(TableBlock(block.table.columns, block.rows))
        case TableBlock():
            return "".join(cell.text for row in block.rows for cell in row.cells)
        case CardsBlock():
            return "".join(card.text or card.title for card in block.cards)
        case TimelineBlock():
            return "".join(item.title + item.text for item in block.items)
    return "".join(strings(_shown(block)))


@pytest.mark.parametrize("kind", [kind for kind in ALL if kind != "columns"])
@QUICK
@given(st.data())
def test_splitting_on_and_on_loses_nothing_fits_and_ends(sheet: Sheet, kind: str, data: st.DataObject):
    block, at = data.draw(ALL[kind]), sheet._replace(density=data.draw(DENSITY))
    whole, pictures = _said(block), len(getattr(block, "pictures", ()))
    heads: list[Any] = []
    rest: Any = block
    while True:
        height = data.draw(st.integers(emu(40), PAGE))
        room = height if KINDS[type(rest)].measure(rest, WIDTH, PAGE, at).least > height else 0
        parts = KINDS[type(rest)].split(rest, WIDTH, room, PAGE, at) if room else None
        if parts is None:
            break
        assert KINDS[type(parts[0])].measure(parts[0], WIDTH, PAGE, at).least <= height
        heads.append(parts[0])
        rest = parts[1]
        assert len(heads) < 200
    said = [_said(part) for part in (*heads, rest)]
    if kind == "table":  # a row that is cut leaves the rest of each cell to the next page
        assert sorted("".join(said)) == sorted(whole)
    else:
        assert "".join(said) == whole
    assert sum(len(getattr(part, "pictures", ())) for part in (*heads, rest)) == pictures


@QUICK
@given(SIMPLE, st.integers(emu(30), PAGE), DENSITY)
def test_what_a_page_holds_is_never_cut_within_a_part(sheet: Sheet, block: Block, height: int, density: float):
    at = sheet._replace(density=density)
    kind = KINDS[type(block)]
    if kind.measure(block, WIDTH, PAGE, at).least <= height:
        return
    parts = kind.split(block, WIDTH, height, PAGE, at)
    if parts is None or kind.measure(block, WIDTH, PAGE, at).least > PAGE:
        return
    whole = list(strings(_shown(block)))
    for part in parts:
        shown = part.table._replace(rows=part.rows) if isinstance(part, TableSlice) else part
        assert all(words in whole for words in strings(_shown(shown)) if words)


def test_a_giant_paragraph_is_cut_at_its_width_beside_the_bullet(sheet: Sheet):
    # 13 lines beside the bullet, 12 without: a page holds 12.
    text = TextBlock(("国" * 460,))
    kind = KINDS[TextBlock]
    head, tail = kind.split(text, WIDTH, PAGE, PAGE, sheet)
    assert kind.measure(head, WIDTH, PAGE, sheet).least <= PAGE
    assert [len(part.paragraphs) for part in (head, tail)] == [1, 1]
    assert head.paragraphs[0] + tail.paragraphs[0] == text.paragraphs[0]
    assert tail.paragraphs[0]


def test_parts_of_a_whole_stay_on_its_page(sheet: Sheet):
    rows = tuple(Row((Cell(f"第{n}项"),), indent=n % 4 != 0) for n in range(20))
    table = TableBlock((Column("指标"),), rows)
    head, tail = KINDS[TableBlock].split(table, WIDTH, emu(200), PAGE, sheet)
    assert not tail.rows[0].indent
    assert len(head.rows) + len(tail.rows) == 20


def test_seven_pictures_are_four_and_three(sheet: Sheet):
    pictures = PicturesBlock(tuple(Picture(f"{n}.jpg") for n in range(7)))
    parts = KINDS[PicturesBlock].split(pictures, WIDTH, PAGE, PAGE, sheet)
    assert [len(part.pictures) for part in parts] == [4, 3]
    drawn = KINDS[PicturesBlock].draw(parts[0], Box(0, 0, WIDTH, PAGE), sheet)
    assert [item.file for item in drawn if isinstance(item, PlacedPicture)] == [f"{n}.jpg" for n in range(4)]
