"""Pictures: one to six in a grid of equal frames, on a wide wall in one row, each with its caption."""

from __future__ import annotations

from pathlib import Path
from typing import NamedTuple

from unitdeck.base.geometry import Box
from unitdeck.layout.blocks.kind import Extent, Kind
from unitdeck.layout.cut import cut_text
from unitdeck.layout.picture_size import Size, framed, picture_size
from unitdeck.layout.placed import Placed, PlacedPicture
from unitdeck.layout.sheet import Setting, Sheet, pad, surface, text_box
from unitdeck.plan.blocks import Picture, PicturesBlock

MOST = 6
LEAST_HEIGHT = pad(105)
CAPTION_GAP = pad(5)
WIDEST = 1.9  # width over height of a frame, at most and at least: nobody's photo is cut to a strip
NARROWEST = 1.15
TALLEST = 2  # height over width of the frame of a single picture that stands upright
SINGLE_SHARES = (0.74, 0.6, 0.45)  # of the width, for a single picture with its caption beside it: the first that fits
NARROWINGS = (1.0, 0.5, 0.0)  # how far frames are narrowed to keep their shape, as their captions allow
_COLUMNS = {1: 1, 2: 2, 3: 3, 4: 2, 5: 3, 6: 3}
_WIDE = pad(470)  # frames so wide are strips on a wall, or leave most of it empty: all stand abreast,
_WIDE_ENOUGH = pad(260)  # where each is so wide then


class _Grid(NamedTuple):
    columns: int
    rows: int
    each: int
    captions: tuple[Setting, ...]
    caption_height: int
    row_gap: int


def _each(columns: int, width: int, sheet: Sheet) -> int:
    return (width - (columns - 1) * sheet.style.gutter) // columns


def _columns(block: PicturesBlock, width: int, sheet: Sheet) -> int:
    count = min(len(block.pictures), MOST)
    usual = _COLUMNS[count]
    abreast = _each(usual, width, sheet) > _WIDE and _each(count, width, sheet) >= _WIDE_ENOUGH
    return count if abreast else usual


def _grid(block: PicturesBlock, width: int, columns: int, sheet: Sheet) -> _Grid:
    each = _each(columns, width, sheet)
    captions = tuple(sheet.set(p.caption, "caption", each, color="sub", spacing=1.3) for p in block.pictures)
    height = max((c.height for c in captions), default=0)
    rows = -(-len(block.pictures) // columns)
    return _Grid(columns, rows, each, captions, height + (CAPTION_GAP if height else 0), sheet.style.gap)


def measure(block: PicturesBlock, width: int, room: int, sheet: Sheet) -> Extent:
    """From frames that still show something to frames as high as their width allows."""
    if len(block.pictures) > MOST:
        return Extent(room * 4, room * 4)
    if _has_caption_beside(block):
        caption = _beside(block.pictures[0], width, SINGLE_SHARES[-1], sheet)
        most = int(width * SINGLE_SHARES[0] / NARROWEST)
        least = max(LEAST_HEIGHT, caption.height)
        return Extent(least, max(least, most))
    grid = _grid(block, width, _columns(block, width, sheet), sheet)
    rest = grid.rows * grid.caption_height + (grid.rows - 1) * grid.row_gap
    frame = max(int(grid.each / NARROWEST), LEAST_HEIGHT)
    return Extent(grid.rows * LEAST_HEIGHT + rest, grid.rows * frame + rest)


def draw(block: PicturesBlock, box: Box, sheet: Sheet) -> tuple[Placed, ...]:
    """Frames with their pictures (never distorted; on a pale ground where they do not fill it), captions below."""
    if _has_caption_beside(block):
        return _draw_one(block.pictures[0], box, sheet)
    grid = _narrowed(block, box, sheet)
    width = grid.each
    height = min(_frame_height(grid, box.cy), int(width / NARROWEST))
    placed: list[Placed] = []
    for index, (picture, caption) in enumerate(zip(block.pictures, grid.captions, strict=True)):
        row, column = divmod(index, grid.columns)
        x = box.x + column * (width + sheet.style.gutter)
        y = box.y + row * (height + grid.caption_height + grid.row_gap)
        placed += _in_frame(picture, index + 1, Box(x, y, width, height), sheet)
        if caption.paragraphs:
            place = Box(x, y + height + CAPTION_GAP, width, caption.height)
            placed.append(text_box(f"Caption {index + 1}", place, caption))
    return tuple(placed)


def _in_frame(picture: Picture, number: int, frame: Box, sheet: Sheet) -> tuple[Placed, ...]:
    """A picture in a frame, in its middle on a pale ground where it does not fill it."""
    name = f"Picture {number}"
    size = _size(picture, sheet)
    if size is None:
        return (PlacedPicture(name, frame, picture.file, picture.alt),)
    room = (frame.cx, frame.cy)
    (cx, cy), crop, _ = framed(size, room)
    box = Box(frame.x + (frame.cx - cx) // 2, frame.y + (frame.cy - cy) // 2, cx, cy)
    placed = PlacedPicture(name, box, picture.file, picture.alt, crop, size, room)
    return (placed,) if box == frame else (surface(f"Ground {number}", frame), placed)


def _size(picture: Picture, sheet: Sheet) -> Size | None:
    return sheet.ever("size", picture, 0, lambda: picture_size(Path(picture.file)))


def _narrowed(block: PicturesBlock, box: Box, sheet: Sheet) -> _Grid:
    """The grid with frames no wider than their shape allows, while captions, longer then, leave them their height."""
    full = _grid(block, box.cx, _columns(block, box.cx, sheet), sheet)
    least = min(full.each, int(_frame_height(full, box.cy) * WIDEST))
    for share in NARROWINGS:
        width = full.each - int((full.each - least) * share)
        grid = _grid(block, width * full.columns + (full.columns - 1) * sheet.style.gutter, full.columns, sheet)
        if _frame_height(grid, box.cy) >= LEAST_HEIGHT:
            return grid
    return full


def _has_caption_beside(block: PicturesBlock) -> bool:
    return len(block.pictures) == 1 and bool(block.pictures[0].caption)


def _beside(picture: Picture, width: int, share: float, sheet: Sheet) -> Setting:
    """The caption of a single picture that takes that share of the width."""
    return sheet.set(picture.caption, "text", width - int(width * share) - sheet.style.gutter)


def _draw_one(picture: Picture, box: Box, sheet: Sheet) -> tuple[Placed, ...]:
    """A single picture with its caption beside it."""
    share = next(
        (share for share in SINGLE_SHARES if _beside(picture, box.cx, share, sheet).height <= box.cy),
        SINGLE_SHARES[-1],
    )
    frame = box._replace(cx=min(int(box.cx * share), int(box.cy * WIDEST)))
    size = _size(picture, sheet)
    if size and size[0] < size[1]:  # an upright picture's frame takes its shape
        frame = frame._replace(cx=min(frame.cx, max(frame.cy * size[0] // size[1], frame.cy // TALLEST)))
    left = frame.right + sheet.style.gutter
    caption = sheet.set(picture.caption, "text", box.right - left)
    return (
        *_in_frame(picture, 1, frame, sheet),
        text_box("Caption 1", Box(left, frame.bottom - caption.height, box.right - left, caption.height), caption, "b"),
    )


def _frame_height(grid: _Grid, height: int) -> int:
    return (height - grid.rows * grid.caption_height - (grid.rows - 1) * grid.row_gap) // grid.rows


def split(
    block: PicturesBlock, width: int, height: int, page: int, sheet: Sheet
) -> tuple[PicturesBlock, PicturesBlock] | None:
    """Pages of at most six, as even as can be; a caption that is higher than a page goes on beside its picture."""
    if measure(block, width, page, sheet).least <= page:
        return None
    count = len(block.pictures)
    pages = max(-(-count // MOST), 2)
    for number in range(min(-(-count // pages), count - 1), 0, -1):
        head = PicturesBlock(block.pictures[:number])
        least = measure(head, width, page, sheet).least
        if least <= page:  # fewer than would be even only where no page holds them
            return (head, PicturesBlock(block.pictures[number:])) if least <= height else None
    first = block.pictures[0]
    if measure(PicturesBlock((first,)), width, page, sheet).least <= page:
        return None
    room = width - int(width * SINGLE_SHARES[-1]) - sheet.style.gutter
    parts = cut_text(first.caption, "text", room, height, sheet) if height >= LEAST_HEIGHT and first.caption else None
    if parts is None or not parts[1]:
        return None
    head_picture, tail_picture = (first._replace(caption=caption) for caption in parts)
    return PicturesBlock((head_picture,)), PicturesBlock((tail_picture, *block.pictures[1:]))


KIND = Kind(measure, draw, split)
