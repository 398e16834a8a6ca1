"""How large a picture is and how it sits in a frame, from its first bytes, without decoding it.

Sizes are (width, height) in pixels as shown: a camera's rotation mark (EXIF orientation) is applied.
"""

from __future__ import annotations

import struct
from collections.abc import Callable
from pathlib import Path
from typing import NamedTuple

from unitdeck.base.units import EMU_PER_INCH

Size = tuple[int, int]
Crop = tuple[int, int, int, int]  # fractions cut off left, top, right, bottom in 1/100,000

PX_PER_INCH = 144  # of a projected slide: 1920 px on 13.33 in
MOST_ENLARGED = 2  # a picture is shown at most twice as large as its pixels on that slide
MOST_PIXELS = 89_478_485  # what Pillow opens without a warning (a quarter of a GiB in three bytes a pixel)
MOST_CUT = 0.4  # of a picture's width or height that filling its frame may hide: more beheads people

_WHOLE = 100_000
_FIRST_BYTES = 1 << 18  # headers stand within, unless a camera wrote large previews before the picture
_WIDTH, _HEIGHT, ORIENTATION = 0x0100, 0x0101, 0x0112  # tags of TIFF and EXIF
_TIFF_ORDERS = {b"II*\0": "<", b"MM\0*": ">"}
_TIFF_NUMBERS = {3: "H", 4: "I"}
_TURNED = frozenset((5, 6, 7, 8))  # orientations that swap width and height
_JPEG_FRAMES = frozenset(range(0xC0, 0xD0)) - {0xC4, 0xC8, 0xCC}
_JPEG_BARE = frozenset((0x01, *range(0xD0, 0xD9)))  # markers without a length


class Framed(NamedTuple):
    """How a picture shows in a frame: its size there (EMU), what is cut off, and whether it lacks pixels to fill it.

    ``enlarged`` is how many times the pixels would be enlarged to fill it; the picture is shown at most MOST_ENLARGED.
    """

    size: Size
    crop: Crop
    enlarged: float


def framed(size: Size, frame: Size) -> Framed:
    """Return how a picture shows in a frame (EMU), undistorted.

    It fills the frame where that hides at most MOST_CUT of it and takes no more than MOST_ENLARGED; else all of it
    shows, as large as the frame and its pixels allow.
    """
    crop = cover_crop(size, frame)
    whole = min(frame[0] / size[0], frame[1] / size[1])
    if sum(crop) > MOST_CUT * _WHOLE:
        filled = whole * PX_PER_INCH / EMU_PER_INCH
    else:
        filled = enlargement(size, crop, frame)
        if filled <= MOST_ENLARGED:
            return Framed(frame, crop, filled)
    scale = min(whole, MOST_ENLARGED * EMU_PER_INCH / PX_PER_INCH)
    return Framed((max(round(size[0] * scale), 1), max(round(size[1] * scale), 1)), (0, 0, 0, 0), filled)


def picture_size(path: Path) -> Size | None:
    """Return a picture file's size as shown; None where it cannot be read or its format is unknown."""
    try:
        with path.open("rb") as file:
            data = file.read(_FIRST_BYTES)
            return size_of(data) or (size_of(data + file.read()) if len(data) == _FIRST_BYTES else None)
    except OSError:
        return None


def size_of(data: bytes) -> Size | None:
    """Return the size as shown of JPEG, PNG, GIF, BMP, WebP or TIFF bytes; None where it does not stand in them."""
    reader = next((reader for magic, reader in _READERS.items() if data.startswith(magic)), None)
    try:
        size = reader(data) if reader else None
    except (struct.error, IndexError):
        return None
    return size if size and min(size) > 0 else None


def cover_crop(size: Size, frame: Size) -> Crop:
    """Return what is cut off, equally at both sides, for a picture to fill a frame undistorted.

    ``frame`` is in any unit. A picture that is too high keeps more of its upper part, where the faces are.
    """
    width, height = size
    frame_width, frame_height = frame
    if width * frame_height > height * frame_width:
        side = round(_WHOLE * (1 - height * frame_width / (width * frame_height)) / 2)
        return side, 0, side, 0
    cut = round(_WHOLE * (1 - width * frame_height / (height * frame_width)))
    top = cut // 3
    return 0, top, 0, cut - top


def enlargement(size: Size, crop: Crop, frame: Size) -> float:
    """Return how many times a picture's pixels are enlarged in a frame (EMU), on a slide of PX_PER_INCH."""
    left, top, right, bottom = crop
    across = size[0] * (_WHOLE - left - right) / _WHOLE
    down = size[1] * (_WHOLE - top - bottom) / _WHOLE
    return max(frame[0] / across, frame[1] / down) * PX_PER_INCH / EMU_PER_INCH


def turned(width: int, height: int, orientation: int) -> Size:
    """Return the size as shown of a picture with that EXIF orientation."""
    return (height, width) if orientation in _TURNED else (width, height)


def _jpeg(data: bytes) -> Size | None:
    orientation, at = 1, 2
    while True:
        while data[at] == 0xFF and data[at + 1] == 0xFF:  # fill bytes
            at += 1
        if data[at] != 0xFF:
            return None
        marker = data[at + 1]
        if marker in _JPEG_BARE:
            at += 2
            continue
        (length,) = struct.unpack_from(">H", data, at + 2)
        if marker in _JPEG_FRAMES:
            height, width = struct.unpack_from(">HH", data, at + 5)
            return turned(width, height, orientation)
        if marker == 0xE1 and data[at + 4 : at + 10] == b"Exif\0\0":
            orientation = _exif_orientation(data[at + 10 : at + 2 + length])
        at += 2 + length


def _png(data: bytes) -> Size | None:
    width, height = struct.unpack_from(">II", data, 16)
    at = 8
    while at + 8 <= len(data):
        length, kind = struct.unpack_from(">I4s", data, at)
        if kind == b"eXIf":
            return turned(width, height, _exif_orientation(data[at + 8 : at + 8 + length]))
        at += length + 12
    return width, height


def _gif(data: bytes) -> Size:
    width, height = struct.unpack_from("<HH", data, 6)
    return width, height


def _bmp(data: bytes) -> Size:
    width, height = struct.unpack_from("<ii" if data[14] >= 40 else "<HH", data, 18)
    return width, abs(height)  # a negative height means rows from the top


def _webp(data: bytes) -> Size | None:
    kind = data[12:16]
    if kind == b"VP8 ":
        width, height = struct.unpack_from("<HH", data, 26)
        return width & 0x3FFF, height & 0x3FFF
    if kind == b"VP8L":
        (bits,) = struct.unpack_from("<I", data, 21)
        return (bits & 0x3FFF) + 1, (bits >> 14 & 0x3FFF) + 1
    if kind != b"VP8X" or len(data) < 30:
        return None
    width = int.from_bytes(data[24:27], "little") + 1
    height = int.from_bytes(data[27:30], "little") + 1
    at = 12
    while at + 8 <= len(data):
        name, length = struct.unpack_from("<4sI", data, at)
        if name == b"EXIF":
            exif = data[at + 8 : at + 8 + length]
            return turned(width, height, _exif_orientation(exif.removeprefix(b"Exif\0\0")))
        at += 8 + length + (length & 1)
    return width, height


def _tiff(data: bytes) -> Size | None:
    tags = _tags(data)
    width, height = tags.get(_WIDTH, 0), tags.get(_HEIGHT, 0)
    return turned(width, height, tags.get(ORIENTATION, 1))


def _exif_orientation(tiff: bytes) -> int:
    """Return the orientation (1–8) of an EXIF block, 1 where it has none or is damaged."""
    return _tags(tiff).get(ORIENTATION, 1)


def _tags(tiff: bytes) -> dict[int, int]:
    """Return the whole numbers of the first directory of a TIFF; as far as it can be read."""
    order = _TIFF_ORDERS.get(tiff[:4])
    tags: dict[int, int] = {}
    if order is None:
        return tags
    try:
        (at,) = struct.unpack_from(order + "I", tiff, 4)
        (count,) = struct.unpack_from(order + "H", tiff, at)
        for entry in range(at + 2, at + 2 + 12 * count, 12):
            tag, kind, _ = struct.unpack_from(order + "HHI", tiff, entry)
            if kind in _TIFF_NUMBERS:
                (tags[tag],) = struct.unpack_from(order + _TIFF_NUMBERS[kind], tiff, entry + 8)
    except struct.error:
        pass
    return tags


_READERS: dict[bytes, Callable[[bytes], Size | None]] = {
    b"\xff\xd8\xff": _jpeg,
    b"\x89PNG": _png,
    b"GIF8": _gif,
    b"BM": _bmp,
    b"RIFF": _webp,
    **dict.fromkeys(_TIFF_ORDERS, _tiff),
}
