"""Blocks one below the other, and columns of them: extents added up, spare height shared."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from unitdeck.base.geometry import Box
from unitdeck.layout.blocks import callout, cards, chart, pictures, table, text, tiles, timeline, wall, writing
from unitdeck.layout.blocks.kind import Extent, Kind, whole
from unitdeck.layout.blocks.table_set import TableSlice
from unitdeck.layout.placed import Placed
from unitdeck.layout.sheet import Sheet
from unitdeck.plan.blocks import (
    Block,
    CalloutBlock,
    CardsBlock,
    ChartBlock,
    ColumnsBlock,
    PicturesBlock,
    TableBlock,
    TextBlock,
    TilesBlock,
    TimelineBlock,
    WallBlock,
    WritingBlock,
)


def stack_extent(stack: Sequence[Block], width: int, room: int, sheet: Sheet) -> Extent:
    """Return how high the blocks must and may be together (EMU), with the gaps between them."""
    extents = [KINDS[type(block)].measure(block, width, room, sheet) for block in stack]
    gaps = sheet.style.gap * max(len(extents) - 1, 0)
    return Extent(sum(e.least for e in extents) + gaps, sum(e.most for e in extents) + gaps)


def draw_stack(stack: Sequence[Block], box: Box, sheet: Sheet) -> tuple[Placed, ...]:
    """Place the blocks from the top of the box; what height is spare goes to those that can be stretched."""
    extents = [KINDS[type(block)].measure(block, box.cx, box.cy, sheet) for block in stack]
    spare = max(box.cy - sum(e.least for e in extents) - sheet.style.gap * max(len(extents) - 1, 0), 0)
    stretch = sum(e.most - e.least for e in extents)
    placed: list[Placed] = []
    top = box.y
    for block, (least, most) in zip(stack, extents, strict=True):
        height = least + (min(most - least, spare * (most - least) // stretch) if stretch else 0)
        placed += KINDS[type(block)].draw(block, Box(box.x, top, box.cx, height), sheet)
        top += height + sheet.style.gap
    return tuple(placed)


def _column_gutter(sheet: Sheet) -> int:
    return sheet.style.gutter * 3 // 2


def _column_widths(block: ColumnsBlock, width: int, sheet: Sheet) -> list[int]:
    space = width - (len(block.columns) - 1) * _column_gutter(sheet)
    total = sum(block.weights)
    return [int(space * weight / total) for weight in block.weights]


def _measure_columns(block: ColumnsBlock, width: int, room: int, sheet: Sheet) -> Extent:
    extents = [
        stack_extent(column, each, room, sheet)
        for column, each in zip(block.columns, _column_widths(block, width, sheet), strict=True)
    ]
    return Extent(max(e.least for e in extents), max(e.most for e in extents))


def _draw_columns(block: ColumnsBlock, box: Box, sheet: Sheet) -> tuple[Placed, ...]:
    placed: list[Placed] = []
    x = box.x
    for column, each in zip(block.columns, _column_widths(block, box.cx, sheet), strict=True):
        placed += draw_stack(column, Box(x, box.y, each, box.cy), sheet)
        x += each + _column_gutter(sheet)
    return tuple(placed)


KINDS: dict[type[Any], Kind] = {
    TextBlock: text.KIND,
    CardsBlock: cards.KIND,
    TilesBlock: tiles.KIND,
    TableBlock: table.KIND,
    TableSlice: table.KIND,
    ChartBlock: chart.KIND,
    chart.ChartSlice: chart.KIND,
    TimelineBlock: timeline.KIND,
    PicturesBlock: pictures.KIND,
    CalloutBlock: callout.KIND,
    WritingBlock: writing.KIND,
    WallBlock: wall.KIND,
    wall.WallSlice: wall.KIND,
    ColumnsBlock: Kind(_measure_columns, _draw_columns, whole),
}
