"""Tiles: key figures in a row."""

from __future__ import annotations

import re

from unitdeck.base.geometry import Box
from unitdeck.base.richtext import Run
from unitdeck.layout.blocks.kind import Extent, Kind, whole
from unitdeck.layout.placed import Placed
from unitdeck.layout.sheet import Setting, Sheet, pad, stacked, surface, text_box
from unitdeck.plan.blocks import Tile, TilesBlock

PAD_X, PAD_Y = pad(15), pad(9)
_UNIT_SCALE = 0.55
_VALUE = re.compile(r"(第?)([−+]?[\d.,]+)(.*)", re.DOTALL)


def _width(block: TilesBlock, width: int, sheet: Sheet) -> int:
    count = max(len(block.tiles), 1)
    return (width - (count - 1) * sheet.style.gutter) // count


def _set(tile: Tile, width: int, sheet: Sheet) -> Setting:
    found = _VALUE.fullmatch(tile.value)
    runs: tuple[Run, ...] = (Run(tile.value),)
    if found:
        before, number, unit = found.groups()
        runs = tuple(
            run for run in (Run(before, scale=_UNIT_SCALE), Run(number), Run(unit, scale=_UNIT_SCALE)) if run.text
        )
    inner = width - 2 * PAD_X
    value = sheet.set_runs([runs], "tile_value", inner, bold=True, color=tile.tone, spacing=1.2)
    return stacked(value, sheet.set(tile.caption, "tile_caption", inner, color="sub", spacing=1.3))


def measure(block: TilesBlock, width: int, _room: int, sheet: Sheet) -> Extent:
    """As high as the highest tile."""
    each = _width(block, width, sheet)
    height = max((_set(tile, each, sheet).height for tile in block.tiles), default=0) + 2 * PAD_Y
    return Extent(height, height)


def draw(block: TilesBlock, box: Box, sheet: Sheet) -> tuple[Placed, ...]:
    """Surfaces with a figure over its caption."""
    each = _width(block, box.cx, sheet)
    placed: list[Placed] = []
    for index, tile in enumerate(block.tiles):
        place = Box(box.x + index * (each + sheet.style.gutter), box.y, each, box.cy)
        placed.append(surface(f"Tile {index + 1}", place))
        inner = place.inset(PAD_X, PAD_Y, PAD_X, PAD_Y)
        placed.append(text_box(f"Tile {index + 1} figure", inner, _set(tile, each, sheet)))
    return tuple(placed)


KIND = Kind(measure, draw, whole)
