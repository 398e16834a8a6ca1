"""Tiles: key figures in a row, or in more where a row is higher than the page."""

from __future__ import annotations

import re
from typing import NamedTuple

from unitdeck.base.geometry import Box
from unitdeck.base.richtext import Run
from unitdeck.layout.blocks.kind import Extent, Kind
from unitdeck.layout.cut import cut_text
from unitdeck.layout.orphans import evened, has_orphan
from unitdeck.layout.parting import counts
from unitdeck.layout.placed import Placed
from unitdeck.layout.sheet import EMPTY, Setting, Sheet, pad, stacked, surface, text_box
from unitdeck.plan.blocks import Tile, TilesBlock

PAD_X, PAD_Y = pad(15), pad(9)
NARROWER_EM = 3  # so much narrower a tile's text may be to be without a last line of one or two characters
NEVER = pad(100_000)  # the height of tiles that would part a figure
PREFERRED, LEAST = 0.0, 1.0  # densities (see Sheet)
_UNIT_SCALE = 0.55
CAPTION_SPACING = 1.3
_VALUE = re.compile(r"(第?)([−+]?[\d.,]+)(.*)", re.DOTALL)


def _set(tile: Tile, width: int, sheet: Sheet) -> Setting:
    return sheet.once("tile", tile, width, lambda: _figure(tile, width, sheet))


def _caption(tile: Tile, inner: int, sheet: Sheet) -> Setting:
    return sheet.set(tile.caption, "tile_caption", inner, color="sub", spacing=CAPTION_SPACING)


def _evened(tile: Tile, each: int, sheet: Sheet) -> tuple[Setting, int]:
    """A tile's text and its width: a little narrower where its caption then ends in more than a character or two."""
    setting, inner = _set(tile, each, sheet), each - 2 * PAD_X
    narrower = evened(lambda width: _caption(tile, width, sheet), inner, NARROWER_EM)[1] if tile.caption else inner
    if narrower < inner and (trial := _set(tile, narrower + 2 * PAD_X, sheet)).height <= setting.height:
        return trial, narrower
    return setting, inner


def _figure(tile: Tile, width: int, sheet: Sheet) -> Setting:
    found = _VALUE.fullmatch(tile.value)
    runs: tuple[Run, ...] = (Run(tile.value),)
    if found:
        before, number, unit = found.groups()
        runs = tuple(
            run for run in (Run(before, scale=_UNIT_SCALE), Run(number), Run(unit, scale=_UNIT_SCALE)) if run.text
        )
    inner = width - 2 * PAD_X
    value = EMPTY
    if tile.value:
        value = sheet.set_runs([runs], "tile_value", inner, bold=True, color=tile.tone, spacing=1.2)
    return stacked(value, _caption(tile, inner, sheet))


class _Rows(NamedTuple):
    """The rows of tiles in a width: how wide a tile is, how high each row."""

    columns: int
    each: int
    heights: tuple[int, ...]
    gutter: int

    @property
    def height(self) -> int:
        return sum(self.heights) + self.gutter * (len(self.heights) - 1)


def _rows(block: TilesBlock, columns: int, width: int, sheet: Sheet) -> _Rows:
    gutter = sheet.style.gutter
    each = (width - (columns - 1) * gutter) // columns
    heights = [_set(tile, each, sheet).height + 2 * PAD_Y for tile in block.tiles]
    rows = tuple(max(heights[start : start + columns]) for start in range(0, len(heights), columns))
    return _Rows(columns, each, rows, gutter)


def _choose(block: TilesBlock, width: int, room: int, sheet: Sheet) -> _Rows:
    """One row, or the fewest that are no higher than the page and part no figure over lines."""
    ways: list[_Rows] = []
    for columns in range(len(block.tiles), 0, -1):
        way = _rows(block, columns, width, sheet)
        if way.height <= room and not _parted(block, way.each, sheet):
            return way
        ways.append(way)
    fitting = [way for way in ways if way.height <= room]
    return fitting[0] if fitting else min(ways, key=lambda way: way.height)


def _parted(block: TilesBlock, each: int, sheet: Sheet) -> bool:
    """Whether a tile so wide parts its figure over lines."""
    figures = (tile for tile in block.tiles if _VALUE.fullmatch(tile.value))
    return any(_set(tile, each, sheet).paragraphs[0].lines > 1 for tile in figures)


def _orphaned(block: TilesBlock, each: int, sheet: Sheet) -> bool:
    captions = (_evened(tile, each, sheet) for tile in block.tiles if tile.caption)
    return any(has_orphan(setting, width) for setting, width in captions)


def measure(block: TilesBlock, width: int, room: int, sheet: Sheet) -> Extent:
    """As high as the highest tile of each row; too high in type that smaller one is better than.

    It parts a figure, or it is larger than preferred and leaves a character or two in a caption's last line.
    """
    rows = _choose(block, width, room, sheet)
    too_large = (sheet.density < LEAST and _parted(block, rows.each, sheet)) or (
        sheet.density < PREFERRED and _orphaned(block, rows.each, sheet)
    )
    height = NEVER if too_large else rows.height
    return Extent(height, height)


def draw(block: TilesBlock, box: Box, sheet: Sheet) -> tuple[Placed, ...]:
    """Surfaces with a figure over its caption."""
    rows = _choose(block, box.cx, box.cy, sheet)
    placed: list[Placed] = []
    for index, tile in enumerate(block.tiles):
        row, column = divmod(index, rows.columns)
        top = box.y + sum(rows.heights[:row]) + rows.gutter * row
        place = Box(box.x + column * (rows.each + rows.gutter), top, rows.each, rows.heights[row])
        placed.append(surface(f"Tile {index + 1}", place))
        inner = place.inset(PAD_X, PAD_Y, PAD_X, PAD_Y)
        setting, width = _evened(tile, rows.each, sheet)
        placed.append(text_box(f"Tile {index + 1} figure", inner._replace(cx=width), setting))
    return tuple(placed)


def split(block: TilesBlock, width: int, height: int, page: int, sheet: Sheet) -> tuple[TilesBlock, TilesBlock] | None:
    """Between tiles where no page holds them all; a single one is cut within its caption, its figure not repeated."""
    if measure(block, width, page, sheet).least <= page:
        return None
    tiles = block.tiles
    for count in counts(len(tiles), 1, alone=height >= page):
        head = TilesBlock(tiles[:count])
        if measure(head, width, page, sheet).least <= height:
            return head, TilesBlock(tiles[count:])
    first, inner = tiles[0], width - 2 * PAD_X
    value = _set(first._replace(caption=""), width, sheet).height
    room = height - value - 2 * PAD_Y
    parts = cut_text(first.caption, "tile_caption", inner, room, sheet, spacing=CAPTION_SPACING)
    if parts is None or not parts[1]:
        return None
    head = TilesBlock((first._replace(caption=parts[0]),))
    if measure(head, width, page, sheet).least > height:
        return None
    return head, TilesBlock((first._replace(value="", caption=parts[1]), *tiles[1:]))


KIND = Kind(measure, draw, split)
