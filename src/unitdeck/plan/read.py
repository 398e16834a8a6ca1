"""What a template's slide file says (plain values), as slide plans."""

from __future__ import annotations

from collections.abc import Callable, Collection
from decimal import Decimal, InvalidOperation
from typing import Any, TypeVar, get_args

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
    SlidePlan,
    TableBlock,
    TextBlock,
    Tile,
    TilesBlock,
    TimelineBlock,
    TimelineItem,
)
from unitdeck.plan.chart import ChartSpec, Role, Series
from unitdeck.plan.chart_sizes import SIZES
from unitdeck.source.plain import Plain

T = TypeVar("T")

_ROLES = frozenset(get_args(Role))
_STATES = frozenset(get_args(TimelineItem.__annotations__["state"]))


class PlanError(ValueError):
    """A slide file says something that no slide knows: ``found`` what, ``expected`` what could stand there."""

    def __init__(self, where: str, found: object, expected: str) -> None:
        super().__init__(f"{where}: {found!r}, expected {expected}")
        self.where = where
        self.found = str(found)[:80]
        self.expected = expected


def read_slides(value: Plain) -> tuple[SlidePlan, ...]:
    """Return the slides of one slide file (none for an empty file); raises PlanError."""
    return tuple(_slide(item) for item in _list(value, "slides"))


def _slide(value: Plain) -> SlidePlan:
    data = _mapping(value, "slide", ("id", "layout", "title", "kicker", "blocks", "fields", "source"))
    fields = data.get("fields")
    return SlidePlan(
        id=_text(data, "id"),
        layout=_text(data, "layout"),
        title=_text(data, "title"),
        kicker=_text(data, "kicker"),
        blocks=_blocks(data.get("blocks")),
        fields=tuple((key, str(text or "")) for key, text in fields.items()) if isinstance(fields, dict) else (),
        source=_text(data, "source"),
    )


def _blocks(value: Plain) -> tuple[Block, ...]:
    blocks: list[Block] = []
    for item in _list(value, "blocks"):
        data = _mapping(item, "block", tuple(BLOCKS))
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
    data = _mapping(value, "text", ("paragraphs", "bullets"))
    paragraphs = tuple(str(item) for item in _list(data.get("paragraphs"), "paragraphs") if item)
    return TextBlock(paragraphs, data.get("bullets") != "false")


def _cards(value: Plain) -> CardsBlock:
    return CardsBlock(
        tuple(
            _made(Card, "card", _record(item, "card", Card._fields, flags=("focus",))) for item in _list(value, "cards")
        )
    )


def _tiles(value: Plain) -> TilesBlock:
    return TilesBlock(tuple(_made(Tile, "tile", _record(item, "tile", Tile._fields)) for item in _list(value, "tiles")))


def _table(value: Plain) -> TableBlock:
    data = _mapping(value, "table", TableBlock._fields)
    columns = tuple(_column(item) for item in _list(data.get("columns"), "columns"))
    rows = tuple(_row(item, len(columns)) for item in _list(data.get("rows"), "rows"))
    kept = [
        index
        for index, column in enumerate(columns)
        if not column.optional or any(row.cells[index].text not in {"", "—"} for row in rows)
    ]
    kept = kept or list(range(len(columns)))[:1]
    return TableBlock(
        tuple(columns[index] for index in kept),
        tuple(row._replace(cells=tuple(row.cells[index] for index in kept)) for row in rows),
        _text(data, "alt"),
    )


def _column(value: Plain) -> Column:
    record = _record(value, "column", Column._fields, flags=("bold", "quiet", "optional"))
    if "weight" in record:
        record["weight"] = float(record["weight"])
    return _made(Column, "column", record)


def _row(value: Plain, width: int) -> Row:
    data = _mapping(value, "row", Row._fields)
    cells = tuple(_cell(item) for item in _list(data.get("cells"), "cells"))
    if len(cells) != width:
        raise PlanError("row", len(cells), f"{width} cells")
    return Row(cells, indent=data.get("indent") == "true", strong=data.get("strong") == "true")


def _cell(value: Plain) -> Cell:
    if isinstance(value, dict):
        return _made(Cell, "cell", _record(value, "cell", Cell._fields, flags=("bold",)))
    return Cell("" if value is None else str(value))


def _chart(value: Plain) -> ChartBlock:
    data = _mapping(value, "chart", ChartSpec._fields)
    record: dict[str, Any] = _record(
        {
            k: v
            for k, v in data.items()
            if k not in {"categories", "series", "labels", "tones", "decimals", "highlight"}
        },
        "chart",
        ChartSpec._fields,
        flags=("signed", "sample"),
    )
    for key in ("decimals", "highlight"):
        if data.get(key) is not None:
            record[key] = int(_number(data[key], key) or 0)
    for key in ("categories", "labels", "tones"):
        record[key] = tuple("" if item is None else str(item) for item in _list(data.get(key), key))
    if "kind" in record:
        _one_of(record["kind"], "kind", SIZES)
    record["series"] = tuple(_series(item, len(record["categories"])) for item in _list(data.get("series"), "series"))
    if "decimals" not in record:
        record["decimals"] = _decimals(record["series"])
    return ChartBlock(_made(ChartSpec, "chart", record))


def _decimals(series: tuple[Series, ...]) -> int:
    """As many as the figures were given with, so that labels print them as the table does."""
    exponents = (value.as_tuple().exponent for row in series for value in row.values if value is not None)
    return max((-exponent for exponent in exponents if isinstance(exponent, int) and exponent < 0), default=0)


def _series(value: Plain, width: int) -> Series:
    data = _mapping(value, "series", Series._fields)
    values = tuple(_number(item, "values") for item in _list(data.get("values"), "values"))
    if len(values) != width:
        raise PlanError("series", len(values), f"{width} values")
    role: Any = data.get("role") or "actual"
    _one_of(role, "role", _ROLES)
    return Series(_text(data, "name"), values, role)


def _timeline(value: Plain) -> TimelineBlock:
    data = _mapping(value, "timeline", TimelineBlock._fields)
    items = tuple(
        _made(TimelineItem, "item", _record(item, "item", TimelineItem._fields))
        for item in _list(data.get("items"), "items")
    )
    for step in items:
        _one_of(step.state, "state", _STATES)
    return TimelineBlock(items, _text(data, "heading"))


def _pictures(value: Plain) -> PicturesBlock:
    return PicturesBlock(
        tuple(_made(Picture, "picture", _record(item, "picture", Picture._fields)) for item in _list(value, "pictures"))
    )


def _callout(value: Plain) -> CalloutBlock:
    return _made(CalloutBlock, "callout", _record(value, "callout", CalloutBlock._fields))


def _columns(value: Plain) -> ColumnsBlock:
    data = _mapping(value, "columns", ColumnsBlock._fields)
    columns = tuple(_blocks(item) for item in _list(data.get("columns"), "columns"))
    weights = tuple(float(_number(item, "weights") or 0) for item in _list(data.get("weights"), "weights"))
    if weights and len(weights) != len(columns):
        raise PlanError("weights", len(weights), f"{len(columns)} weights")
    if any(weight <= 0 for weight in weights):
        raise PlanError("weights", min(weights), "numbers above 0")
    return ColumnsBlock(columns, weights or (1.0,) * len(columns))


BLOCKS: dict[str, Callable[[Plain], Block]] = {
    "text": _text_block,
    "cards": _cards,
    "tiles": _tiles,
    "table": _table,
    "chart": _chart,
    "timeline": _timeline,
    "pictures": _pictures,
    "callout": _callout,
    "columns": _columns,
}


def _one_of(value: object, where: str, known: Collection[str]) -> None:
    if value not in known:
        raise PlanError(where, value, ", ".join(sorted(known)))


def _list(value: Plain, where: str) -> list[Plain]:
    if value is None:
        return []
    if not isinstance(value, list):
        raise PlanError(where, value, "a list")
    return value


def _mapping(value: Plain, where: str, known: tuple[str, ...]) -> dict[str, Plain]:
    if not isinstance(value, dict):
        raise PlanError(where, value, "a mapping")
    for key in value:
        if key not in known:
            raise PlanError(where, key, ", ".join(known))
    return value


def _record(value: Plain, where: str, known: tuple[str, ...], flags: tuple[str, ...] = ()) -> dict[str, Any]:
    return {
        key: item == "true" if key in flags else str(item)
        for key, item in _mapping(value, where, known).items()
        if item is not None
    }


def _made(kind: type[T], where: str, record: dict[str, Any]) -> T:
    """Return the value of a kind; what it cannot do without is asked for by name."""
    try:
        return kind(**record)
    except TypeError as failure:
        raise PlanError(where, sorted(record), str(failure).partition(": ")[2] or str(failure)) from failure


def _text(data: dict[str, Plain], key: str) -> str:
    value = data.get(key)
    if isinstance(value, list | dict):
        raise PlanError(key, value, "text")
    return value or ""


def _number(value: Plain, where: str) -> Decimal | None:
    if value is None:
        return None
    try:
        return Decimal(str(value))
    except InvalidOperation:
        raise PlanError(where, value, "a number or null") from None
