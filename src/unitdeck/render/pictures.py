"""Pictures as they go into a deck: upright, without metadata, no larger than the slide shows.

A JPEG that is all that already goes in byte for byte, and nothing is decoded. All else is done by
:mod:`unitdeck.render.pixels`, loaded only then, and kept for the next build: Pillow costs 20 ms, a photo 100.
"""

from __future__ import annotations

import re
from importlib import import_module
from pathlib import Path
from typing import Literal, NamedTuple

from unitdeck.base.diagnostics import BuildError, Span, error
from unitdeck.base.units import EMU_PER_INCH
from unitdeck.layout.picture_size import PX_PER_INCH, Crop, Size, cover_crop, size_of
from unitdeck.render import picture_cache
from unitdeck.render.picture_cache import Encoded

Policy = Literal["cover", "contain"]

MOST_PX = 4096  # the longest side kept, whatever the frame


class Effort(NamedTuple):
    """How well a picture is kept: JPEG quality, and the most pixels kept per pixel of the projected slide."""

    quality: int
    oversampled: float


# The first is the rule: a larger screen stays sharp. The others are for decks over their budget.
EFFORTS = (Effort(82, 2.0), Effort(70, 2.0), Effort(70, 1.5), Effort(60, 1.2), Effort(50, 1.0))

_MOST_BYTES_AS_IS = 1_500_000
_LIGHT_BYTES, _LIGHT_SCALE = 250_000, 1 / 1.5  # so light and so little too large: not worth a loss of quality and time
_PLAIN_SEGMENTS = {  # by marker, how they begin: JFIF without a thumbnail, colour profile, Adobe's colour mark
    0xE0: re.compile(rb"\x00\x10JFIF\x00"),
    0xE2: re.compile(rb"..ICC_PROFILE\x00", re.DOTALL),
    0xEE: re.compile(rb"\x00\x0eAdobe"),
}
_COMPONENTS = frozenset((1, 3))  # 4 is CMYK, which PowerPoint shows in false colours
_LATE = re.compile(rb"\xff[\xd9\xe0-\xef\xfe]")  # an end, metadata or a comment after the header


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
    path: Path,
    box_cx_emu: int,
    box_cy_emu: int,
    policy: Policy = "cover",
    span: Span | None = None,
    effort: Effort = EFFORTS[0],
) -> Prepared:
    """Return a picture file made ready for a frame; the same file, frame and effort give the same bytes.

    With ``cover`` the picture fills the frame and ``crop`` says what is hidden: it stays in the file, so that a person
    can move the crop in PowerPoint. With ``contain`` all of it shows. It is turned as its camera says, loses its
    metadata (places, names, times), and is scaled down until what shows has twice the pixels of the projected slide,
    never up; a light JPEG that has up to half as many again stays as it is. Photos become JPEG; what has transparency
    or few colours becomes PNG. Raises BuildError at ``span``: UD651 not readable, UD652 no picture or damaged, UD653
    too large to open safely.
    """
    try:
        data = path.read_bytes()
    except OSError as failure:
        reason = failure.strerror or str(failure)
        raise BuildError((error("UD651", span, file=path.name, reason=reason),)) from failure
    frame = (box_cx_emu, box_cy_emu)
    size = size_of(data)
    if size and effort == EFFORTS[0] and _goes_as_is(data):
        enough = _LIGHT_SCALE if len(data) <= _LIGHT_BYTES else 1
        if shown_scale(size, frame, policy, effort) >= enough:
            return Prepared(data, "jpg", _crop(size, frame, policy), size)
    blob, ext, px = _made(data, frame, policy, effort, path.name, span)
    return Prepared(blob, ext, _crop(px, frame, policy), px)


def _made(data: bytes, frame: Size, policy: Policy, effort: Effort, name: str, span: Span | None) -> Encoded:
    """Return a picture whose bytes must change: as it was kept, else made now."""
    key = picture_cache.key(data, frame, policy, effort)
    if kept := picture_cache.load(key):
        return kept
    pixels = import_module("unitdeck.render.pixels")
    try:
        made = Encoded(*pixels.encode(data, lambda whole: shown_scale(whole, frame, policy, effort), effort.quality))
    except pixels.TooLargeError as refusal:
        raise BuildError((error("UD653", span, file=name),)) from refusal
    except pixels.NotAPictureError as refusal:
        raise BuildError((error("UD652", span, file=name),)) from refusal
    picture_cache.save(key, made)
    return made


def shown_scale(size: Size, frame: Size, policy: Policy, effort: Effort) -> float:
    """Return by what to scale a picture for a frame (EMU) so that it keeps the pixels of an effort: at most 1."""
    across, down = (side * PX_PER_INCH * effort.oversampled / EMU_PER_INCH for side in frame)
    choose = max if policy == "cover" else min
    return min(1.0, choose(across / size[0], down / size[1]), MOST_PX / max(size))


def _crop(size: Size, frame: Size, policy: Policy) -> Crop:
    return cover_crop(size, frame) if policy == "cover" else (0, 0, 0, 0)


def _goes_as_is(data: bytes) -> bool:
    """Whether the bytes are a whole JPEG of reasonable weight, grey or in colour, without metadata."""
    if not data.startswith(b"\xff\xd8\xff") or not data.endswith(b"\xff\xd9") or len(data) > _MOST_BYTES_AS_IS:
        return False
    at = 2
    while at + 4 <= len(data) and data[at] == 0xFF:
        marker, length = data[at + 1], int.from_bytes(data[at + 2 : at + 4], "big")
        if marker in {0xC0, 0xC2}:
            late = _LATE.search(data, at)  # phones hide a second picture behind the end of the first
            return late is not None and late.start() == len(data) - 2 and data[at + 9] in _COMPONENTS
        if marker >= 0xE0 and not (marker in _PLAIN_SEGMENTS and _PLAIN_SEGMENTS[marker].match(data, at + 2)):
            return False
        at += 2 + length
    return False
