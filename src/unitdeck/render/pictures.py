"""Pictures as they go into a deck: upright, without metadata, no larger than the slide shows.

A JPEG that already is all that goes in byte for byte, and nothing is decoded. All else is done by
:mod:`unitdeck.render.pixels`, loaded only then: Pillow costs 20 ms and most pictures of a series do not change.
"""

from __future__ import annotations

from importlib import import_module
from pathlib import Path
from typing import Literal, NamedTuple

from unitdeck.base.diagnostics import BuildError, Span, error
from unitdeck.base.units import EMU_PER_INCH
from unitdeck.layout.picture_size import PX_PER_INCH, Crop, Size, cover_crop, size_of

Policy = Literal["cover", "contain"]

MOST_PX = 4096  # the longest side kept, whatever the frame

_OVERSAMPLED = 2  # pixels kept per pixel of the projected slide, so that a larger screen stays sharp
_MOST_BYTES_AS_IS = 1_500_000
_LIGHT_BYTES, _LIGHT_PX = 250_000, 2_560
_PLAIN_SEGMENTS = frozenset((0xE0, 0xE2, 0xEE))  # JFIF, colour profile, Adobe's colour mark: all others go


class Prepared(NamedTuple):
    """A picture for a deck: its bytes, file extension (jpg, png), crop for its frame, and size in pixels."""

    blob: bytes
    ext: str
    crop: Crop
    px: Size

    @property
    def content_type(self) -> str:
        """The media type of its part."""
        return "image/png" if self.ext == "png" else "image/jpeg"


def prepare(
    path: Path, box_cx_emu: int, box_cy_emu: int, policy: Policy = "cover", span: Span | None = None
) -> Prepared:
    """Return a picture file made ready for a frame; the same file and frame give the same bytes.

    With ``cover`` the picture fills the frame and ``crop`` says what is hidden; with ``contain`` all of it shows. It is
    turned as its camera says, loses its metadata (places, names, times), and is scaled down to twice the pixels that
    the slide shows, never up; a JPEG that is light already stays as it is. Photos become JPEG; what has transparency
    or few colours becomes PNG. Raises BuildError at ``span``: UD651 not readable, UD652 no picture or damaged,
    UD653 too large to open safely.
    """
    try:
        data = path.read_bytes()
    except OSError as failure:
        reason = failure.strerror or str(failure)
        raise BuildError((error("UD651", span, file=path.name, reason=reason),)) from failure
    frame = (box_cx_emu, box_cy_emu)
    size = size_of(data)
    if size and _goes_as_is(data) and (_is_light(data, size) or shown_scale(size, frame, policy) >= 1):
        return Prepared(data, "jpg", _crop(size, frame, policy), size)
    pixels = import_module("unitdeck.render.pixels")
    try:
        blob, ext, px = pixels.encode(data, lambda whole: shown_scale(whole, frame, policy))
    except pixels.TooLargeError as refusal:
        raise BuildError((error("UD653", span, file=path.name),)) from refusal
    except pixels.NotAPictureError as refusal:
        raise BuildError((error("UD652", span, file=path.name),)) from refusal
    return Prepared(blob, ext, _crop(px, frame, policy), px)


def shown_scale(size: Size, frame: Size, policy: Policy) -> float:
    """Return by what to scale a picture for a frame (EMU) at twice the projected pixels: at most 1."""
    across, down = (side * PX_PER_INCH * _OVERSAMPLED / EMU_PER_INCH for side in frame)
    choose = max if policy == "cover" else min
    return min(1.0, choose(across / size[0], down / size[1]), MOST_PX / max(size))


def _crop(size: Size, frame: Size, policy: Policy) -> Crop:
    return cover_crop(size, frame) if policy == "cover" else (0, 0, 0, 0)


def _is_light(data: bytes, size: Size) -> bool:
    """Whether scaling down would save next to nothing: encoding anew costs time, and bytes that differ by machine."""
    return len(data) <= _LIGHT_BYTES and max(size) <= _LIGHT_PX


def _goes_as_is(data: bytes) -> bool:
    """Whether the bytes are a whole JPEG of reasonable weight, grey or in colour, without metadata."""
    if not data.startswith(b"\xff\xd8\xff") or not data.endswith(b"\xff\xd9") or len(data) > _MOST_BYTES_AS_IS:
        return False
    at = 2
    while at + 4 <= len(data) and data[at] == 0xFF:
        marker, length = data[at + 1], int.from_bytes(data[at + 2 : at + 4], "big")
        if marker in {0xC0, 0xC2}:
            return data[at + 9] in {1, 3}  # components; 4 is CMYK, which PowerPoint shows in false colours
        if marker >= 0xE0 and marker not in _PLAIN_SEGMENTS:
            return False
        at += 2 + length
    return False
