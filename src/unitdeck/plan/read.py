"""What a template's slide file says (plain values), as slide plans."""

from __future__ import annotations

from collections.abc import Callable
from typing import TypeVar, get_args

from unitdeck.plan.blocks import (
    Area,
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
    SlidePlan,
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
from unitdeck.plan.chart import MISSING
from unitdeck.plan.read_chart import read_chart
from unitdeck.plan.values import (
    PlanError,
    made,
    one_of,
    read_flag,
    read_list,
    read_mapping,
    read_number,
    read_record,
    read_text,
    read_texts,
    read_weight,
    text_of,
)
from unitdeck.source.plain import Plain

T = TypeVar("T")

_SLIDE = ("id", "layout", "title", "kicker", "blocks", "fields", "source", "links", "whole")
_ALIGNS = frozenset(("l", "r"))
_STATES = frozenset(get_args(TimelineItem.__annotations__["state"]))


def read_slides(value: Plain) -> tuple[SlidePlan, ...]:
    """Return the slides of one slide file (none for an empty file); raises PlanError."""
    return tuple(_slide(item) for item in read_list(value, "slides"))


def _slide(value: Plain) -> SlidePlan:
    data = read_mapping(value, "slide", _SLIDE)
    fields = read_mapping(data.get("fields") or {}, "fields", None)
    links = read_mapping(data.get("links") or {}, "links", None)
    # A finding may come out empty (a highlight called 「.」): the page is then called what it is about.
    kicker, title = text_of(data, "kicker"), text_of(data, "title")
    if not title.strip():
        kicker, title = "", kicker
    name, layout = text_of(data, "id"), text_of(data, "layout")
    for key, said in (("id", name), ("layout", layout), ("title", title)):
        if not said.strip():
            raise PlanError("slide", sorted(data), key)
    return SlidePlan(
        id=name,
        layout=layout,
        title=title,
        kicker=kicker,
        blocks=_blocks(data.get("blocks")),
        fields=tuple((key, text_of(fields, key)) for key in fields),
        source=text_of(data, "source"),
        links=tuple((key, text_of(links, key)) for key in links),
        whole=read_flag(data.get("whole"), "whole"),
    )


def _blocks(value: Plain) -> tuple[Block, ...]:
    blocks: list[Block] = []
    for item in read_list(value, "blocks"):
        data = read_mapping(item, "block", tuple(BLOCKS))
        if len(data) != 1:
            raise PlanError("block", sorted(data), "one kind of block")
        ((kind, content),) = data.items()
        block = BLOCKS[kind](content)
        if not _is_blank(block):
            blocks.append(block)
    return tuple(blocks)


def _is_blank(block: Block) -> bool:
    """Whether a block has nothing to show: it vanishes, as a section without content does."""
    match block:
        case TableBlock():
            return not block.rows
        case ChartBlock():
            return not block.spec.categories
        case ColumnsBlock():
            return not any(block.columns)
    content, *_ = block
    return not content


def _text_block(value: Plain) -> TextBlock:
    data = read_mapping(value, "text", ("paragraphs", "bullets"))
    paragraphs = tuple(filter(None, read_texts(data.get("paragraphs"), "paragraphs")))
    return TextBlock(paragraphs, read_flag(data.get("bullets"), "bullets", absent=True))


def _each(kind: type[T], where: str, value: Plain, flags: tuple[str, ...] = ()) -> tuple[T, ...]:
    fields: tuple[str, ...] = getattr(kind, "_fields", ())
    return tuple(made(kind, where, read_record(item, where, fields, flags)) for item in read_list(value, f"{where}s"))


def _table(value: Plain) -> TableBlock:
    data = read_mapping(value, "table", TableBlock._fields)
    columns = tuple(_column(item) for item in read_list(data.get("columns"), "columns"))
    rows = tuple(_row(item, len(columns)) for item in read_list(data.get("rows"), "rows"))
    kept = [
        index
        for index, column in enumerate(columns)
        if not column.optional or any(_says(row.cells[index]) for row in rows)
    ]
    kept = kept or list(range(len(columns)))[:1]
    return TableBlock(
        tuple(columns[index] for index in kept),
        tuple(row._replace(cells=tuple(row.cells[index] for index in kept)) for row in rows),
        text_of(data, "alt"),
    )


def _column(value: Plain) -> Column:
    record = read_record(value, "column", Column._fields, flags=("bold", "quiet", "optional"))
    if "weight" in record:
        record["weight"] = read_weight(record["weight"], "weight")
    if "align" in record:
        one_of(record["align"], "align", _ALIGNS)
    return made(Column, "column", record)


def _row(value: Plain, width: int) -> Row:
    data = read_mapping(value, "row", Row._fields)
    cells = tuple(_cell(item) for item in read_list(data.get("cells"), "cells"))
    if len(cells) != width:
        raise PlanError("row", len(cells), f"{width} cells")
    indent, strong = (read_flag(data.get(key), key) for key in ("indent", "strong"))
    return Row(cells, indent=indent, strong=strong, link=text_of(data, "link"))


def _says(cell: Cell) -> bool:
    return bool(cell.spark) or cell.text not in {"", MISSING}


def _cell(value: Plain) -> Cell:
    if not isinstance(value, dict):
        return Cell(read_text(value, "cell"))
    if "spark" not in value:
        return made(Cell, "cell", read_record(value, "cell", Cell._fields, flags=("bold",)))
    data = read_mapping(value, "cell", ("spark",))
    spark = tuple(read_number(item, "spark") for item in read_list(data["spark"], "spark"))
    return Cell("", spark=spark) if any(item is not None for item in spark) else Cell(MISSING)


def _timeline(value: Plain) -> TimelineBlock:
    data = read_mapping(value, "timeline", TimelineBlock._fields)
    items = _each(TimelineItem, "item", data.get("items"))
    for step in items:
        one_of(step.state, "state", _STATES)
    return TimelineBlock(items, text_of(data, "heading"))


def _callout(value: Plain) -> CalloutBlock:
    return made(CalloutBlock, "callout", read_record(value, "callout", CalloutBlock._fields))


def _wall(value: Plain) -> WallBlock:
    return WallBlock(tuple(_wall_row(item) for item in read_list(value, "wall")))


def _wall_row(value: Plain) -> WallRow:
    data = read_mapping(value, "row", WallRow._fields)
    return WallRow(text_of(data, "name"), _each(WallCell, "cell", data.get("cells")), text_of(data, "link"))


def _columns(value: Plain) -> ColumnsBlock:
    data = read_mapping(value, "columns", ColumnsBlock._fields)
    columns = tuple(_blocks(item) for item in read_list(data.get("columns"), "columns"))
    weights = tuple(read_weight(item, "weights") for item in read_list(data.get("weights"), "weights"))
    if weights and len(weights) != len(columns):
        raise PlanError("weights", len(weights), f"{len(columns)} weights")
    return ColumnsBlock(columns, weights or (1.0,) * len(columns))


BLOCKS: dict[str, Callable[[Plain], Block]] = {
    "text": _text_block,
    "cards": lambda value: CardsBlock(_each(Card, "card", value, flags=("focus",))),
    "tiles": lambda value: TilesBlock(_each(Tile, "tile", value)),
    "table": _table,
    "chart": lambda value: ChartBlock(read_chart(value)),
    "timeline": _timeline,
    "pictures": lambda value: PicturesBlock(_each(Picture, "picture", value)),
    "callout": _callout,
    "writing": lambda value: WritingBlock(_each(Area, "area", value)),
    "wall": _wall,
    "columns": _columns,
}
