"""Pictures: one to six in a grid of equal frames, each with its caption."""

from __future__ import annotations

from typing import NamedTuple

from unitdeck.base.geometry import Box
from unitdeck.layout.blocks.kind import Extent, Kind
from unitdeck.layout.placed import Placed, PlacedPicture
from unitdeck.layout.sheet import Setting, Sheet, pad, text_box
from unitdeck.plan.blocks import Picture, PicturesBlock

MOST = 6
LEAST_HEIGHT = pad(105)
CAPTION_GAP = pad(5)
WIDEST = 1.9  # width over height of a frame, at most and at least: nobody's photo is cut to a strip
NARROWEST = 1.15
SINGLE_SHARE = 0.74  # of the width, for a single picture with its caption beside it
_COLUMNS = {1: 1, 2: 2, 3: 3, 4: 2, 5: 3, 6: 3}


class _Grid(NamedTuple):
    columns: int
    rows: int
    each: int
    captions: tuple[Setting, ...]
    caption_height: int
    row_gap: int


def _grid(block: PicturesBlock, width: int, sheet: Sheet) -> _Grid:
    columns = _COLUMNS[min(len(block.pictures), MOST)]
    each = (width - (columns - 1) * sheet.style.gutter) // columns
    captions = tuple(sheet.set(p.caption, "caption", each, color="sub", spacing=1.3) for p in block.pictures)
    height = max((c.height for c in captions), default=0)
    rows = -(-len(block.pictures) // columns)
    return _Grid(columns, rows, each, captions, height + (CAPTION_GAP if height else 0), sheet.style.gap)


def measure(block: PicturesBlock, width: int, room: int, sheet: Sheet) -> Extent:
    """From frames that still show something to frames as high as their width allows."""
    if len(block.pictures) > MOST:
        return Extent(room * 4, room * 4)
    grid = _grid(block, width, sheet)
    rest = grid.rows * grid.caption_height + (grid.rows - 1) * grid.row_gap
    return Extent(grid.rows * LEAST_HEIGHT + rest, grid.rows * int(grid.each / NARROWEST) + rest)


def draw(block: PicturesBlock, box: Box, sheet: Sheet) -> tuple[Placed, ...]:
    """Frames filled by their pictures (cropped, never distorted), captions below."""
    if len(block.pictures) == 1 and block.pictures[0].caption:
        return _draw_one(block.pictures[0], box, sheet)
    grid = _grid(block, box.cx, sheet)
    width = min(grid.each, int(_frame_height(grid, box.cy) * WIDEST))
    if grid.columns > 1:  # narrower frames may need more lines for their captions
        grid = _grid(block, width * grid.columns + (grid.columns - 1) * sheet.style.gutter, sheet)
    height = min(_frame_height(grid, box.cy), int(width / NARROWEST))
    placed: list[Placed] = []
    for index, (picture, caption) in enumerate(zip(block.pictures, grid.captions, strict=True)):
        row, column = divmod(index, grid.columns)
        x = box.x + column * (width + sheet.style.gutter)
        y = box.y + row * (height + grid.caption_height + grid.row_gap)
        placed.append(PlacedPicture(f"Picture {index + 1}", Box(x, y, width, height), picture.file, picture.alt))
        if caption.paragraphs:
            place = Box(x, y + height + CAPTION_GAP, grid.each if grid.columns == 1 else width, caption.height)
            placed.append(text_box(f"Caption {index + 1}", place, caption))
    return tuple(placed)


def _draw_one(picture: Picture, box: Box, sheet: Sheet) -> tuple[Placed, ...]:
    """A single picture with its caption beside it."""
    frame = box._replace(cx=min(int(box.cx * SINGLE_SHARE), int(box.cy * WIDEST)))
    left = frame.right + sheet.style.gutter
    caption = sheet.set(picture.caption, "text", box.right - left)
    return (
        PlacedPicture("Picture 1", frame, picture.file, picture.alt),
        text_box("Caption 1", Box(left, frame.bottom - caption.height, box.right - left, caption.height), caption, "b"),
    )


def _frame_height(grid: _Grid, height: int) -> int:
    return (height - grid.rows * grid.caption_height - (grid.rows - 1) * grid.row_gap) // grid.rows


def split(block: PicturesBlock, width: int, height: int, sheet: Sheet) -> tuple[PicturesBlock, PicturesBlock] | None:
    """Pages of at most six, as even as can be."""
    count = len(block.pictures)
    pages = -(-count // MOST)
    if pages < 2:
        return None
    cut = -(-count // pages)
    head = PicturesBlock(block.pictures[:cut])
    if measure(head, width, height, sheet).least > height:
        return None
    return head, PicturesBlock(block.pictures[cut:])


KIND = Kind(measure, draw, split)
