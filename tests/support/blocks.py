"""Every kind of block, drawn at random, and what is read back of it: on paper and placed."""

from __future__ import annotations

import re
from collections.abc import Iterable
from decimal import Decimal
from typing import Any

from hypothesis import strategies as st

from unitdeck.base.geometry import Box
from unitdeck.layout.blocks.chart import ChartSlice
from unitdeck.layout.blocks.table_set import TableSlice
from unitdeck.layout.blocks.wall import WallSlice
from unitdeck.layout.chart_form import MOST_RANKS
from unitdeck.layout.placed import Placed, PlacedChart, PlacedShape, PlacedTable, PlacedText
from unitdeck.plan.blocks import (
    Area,
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
    WallBlock,
    WallCell,
    WallRow,
    WritingBlock,
)
from unitdeck.plan.chart import ChartSpec, Series
from unitdeck.plan.chart_rows import shorten

PIECES = (
    "统筹全市财政收支，",
    "增长12.5%。",
    "GDP",
    "争一流",
    "重点项目建设",
    "**早开工**",
    "（二期）",
    "𠮷㵲",
    "👍🏽",
    "https://gov.cn/a?b",
)
WORDS = st.lists(st.sampled_from(PIECES), min_size=1, max_size=5).map("".join)
LONG = st.lists(WORDS | st.just("\n"), min_size=1, max_size=14).map("".join).filter(lambda text: bool(text.strip()))
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
        lambda name, text, figure, spark, indent: Row(
            (Cell(name), Cell(text), Cell(figure, "warn", "▲"), spark), indent
        ),
        WORDS,
        LONG,
        st.sampled_from(("32.3%", "慢9.4", "")),
        st.sampled_from((Cell("", spark=(Decimal(0), None, Decimal("1.5"))), Cell("—"))),
        st.booleans(),
    ),
    min_size=1,
    max_size=14,
)
TABLES = ROWS.map(
    lambda rows: TableBlock(
        (Column("指标", bold=True), Column("举措"), Column("进度", "r"), Column("走势")), tuple(rows), "一句话"
    )
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
PICTURES = st.lists(LONG | st.just(""), min_size=1, max_size=15).map(
    lambda captions: PicturesBlock(tuple(Picture(f"{n}.jpg", caption) for n, caption in enumerate(captions)))
)
CALLOUTS = st.builds(CalloutBlock, LONG, st.sampled_from(("", "短板")))


def _chart(kind: str, names: list[str], heading: str, sample: bool) -> ChartBlock:
    values = tuple(Decimal(index + 1) for index in range(len(names)))
    series = [Series("完成", values, "part" if kind in ("stacked", "doughnut") else "actual")]
    if kind == "bullet":
        series.append(Series("序时进度", (Decimal("41.7"),) * len(names), "schedule"))
        series.append(Series("目标", (Decimal(100),) * len(names), "target"))
    if kind == "gantt":
        series = [Series("完工", values, "end"), Series("数据截至", (Decimal(44712),) * len(names), "as_of")]
    total = "1374亿元" if kind == "doughnut" else ""
    return ChartBlock(
        ChartSpec(kind, "一句话", tuple(names), tuple(series), heading=heading, sample=sample, total=total)
    )


CHARTS = st.builds(
    _chart,
    st.sampled_from(("gap", "ranking", "bullet", "gantt", "column", "line", "stacked", "doughnut")),
    st.lists(WORDS, min_size=1, max_size=24),
    st.sampled_from(("", "单位：万元", "一般公共预算收入各月累计（单位：万元，按现行财政体制口径）" * 2)),
    st.booleans(),
)
WALLS = st.lists(
    st.builds(
        WallRow,
        WORDS,
        st.lists(
            st.builds(
                WallCell,
                st.sampled_from(("达序时", "严重欠序时")),
                WORDS,
                st.sampled_from(("", "●")),
                st.sampled_from(("", "bad")),
            ),
            max_size=30,
        ).map(tuple),
        st.sampled_from(("", "unit-1")),
    ),
    min_size=1,
    max_size=9,
).map(lambda rows: WallBlock(tuple(rows)))
WRITINGS = st.lists(st.builds(Area, WORDS, st.just("") | LONG), min_size=1, max_size=9).map(
    lambda areas: WritingBlock(tuple(areas))
)
SIMPLE = st.one_of(TEXTS, CARDS, TILES, TABLES, TIMELINES, PICTURES, CALLOUTS, CHARTS, WALLS, WRITINGS)
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
    "wall": WALLS,
    "writing": WRITINGS,
    "columns": COLUMNS,
}


def strings(thing: object) -> Iterable[str]:
    """Yield every text of nested tuples in order."""
    if isinstance(thing, str):
        yield thing
    elif isinstance(thing, tuple):
        for part in thing:
            yield from strings(part)


def texts(items: Iterable[Placed]) -> Iterable[tuple[Box, PlacedText]]:
    """Yield every text with its box; a table's cells fill it."""
    for item in items:
        if isinstance(item, PlacedShape) and item.text:
            yield item.box, item.text
        elif isinstance(item, PlacedTable):
            assert sum(item.widths) == item.box.cx
            assert sum(row.height for row in item.rows) == item.box.cy
            for row in item.rows:
                for cell, width in zip(row.cells, item.widths, strict=True):
                    yield Box(item.box.x, item.box.y, width, row.height), cell.text


def bare(text: str) -> str:
    """Return a text without its spaces and marks."""
    return re.sub(r"[\s*]", "", text)


def printed(items: Iterable[Placed]) -> str:
    """Return all that a page prints, bare."""
    parts = ["".join(run.text for p in text.paragraphs for run in p.runs) for _, text in texts(items)]
    for item in items:
        if isinstance(item, PlacedChart):
            parts += item.spec.categories
    return bare("".join(parts))


def is_composition(spec: ChartSpec) -> bool:
    """Whether a chart shows parts of a whole, whatever its form."""
    return any(series.role == "part" for series in spec.series)


def _kept(spec: ChartSpec) -> tuple[str, ...]:
    """The names that a chart prints in every form: not of parts that are folded, nor of ranks that are left out."""
    if is_composition(spec):
        return ()
    return shorten(spec, MOST_RANKS).categories if spec.kind == "ranking" else spec.categories


def shown(block: Any) -> object:
    """Return the part of a block that is printed as it stands."""
    match block:
        case TextBlock():
            return block.paragraphs
        case CardsBlock():
            return tuple((card.title, card.text, card.label, card.number) for card in block.cards)
        case TilesBlock():
            return tuple((tile.value, tile.caption) for tile in block.tiles)
        case TableBlock() | TableSlice():
            return tuple(cell.text for row in block.rows for cell in row.cells)
        case TimelineBlock():
            return tuple((item.when, item.title, item.text) for item in block.items)
        case WritingBlock():
            return tuple((area.label, area.text) for area in block.areas)
        case PicturesBlock():
            return tuple(picture.caption for picture in block.pictures)
        case CalloutBlock():
            return block.text
        case WallBlock() | WallSlice():
            return tuple((row.name, *((cell.status, cell.text) for cell in row.cells)) for row in block.rows)
        case ChartBlock():
            return _kept(block.spec)
        case ChartSlice():
            return () if is_composition(block.spec) else block.spec.categories
        case ColumnsBlock():
            return tuple(shown(part) for column in block.columns for part in column)
    raise AssertionError(block)


def said(block: Any) -> str:
    """Return all that splitting must keep, in order, without what each page repeats (a date, a card's title)."""
    match block:
        case CardsBlock():
            return "".join(card.text or card.title for card in block.cards)
        case TimelineBlock():
            return "".join(item.title + item.text for item in block.items)
        case WallBlock() | WallSlice():
            return "".join(cell.status + cell.text for row in block.rows for cell in row.cells)
        case ColumnsBlock():
            return "".join(said(part) for column in block.columns for part in column)
    return "".join(strings(shown(block)))
