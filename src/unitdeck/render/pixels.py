"""Decoding and encoding of pictures, by Pillow. The only module that imports it; :mod:`pictures` loads it by name."""

from __future__ import annotations

import struct
import warnings
from collections.abc import Callable
from io import BytesIO

from PIL import Image, ImageOps
from PIL.TiffImagePlugin import TiffImageFile
from PIL.WebPImagePlugin import WebPImageFile

from unitdeck.layout.picture_size import ORIENTATION, turned

# Pillow knows the first four by itself; the other two become known by being imported.
_FORMATS = ("JPEG", "PNG", "GIF", "BMP", TiffImageFile.format, WebPImageFile.format)
_FEW_COLOURS = 256  # drawings, maps of flat colour, scans of text: PNG keeps their edges
_FEW_GREYS = 32
_DECODING_ERRORS = (OSError, SyntaxError, ValueError, TypeError, KeyError, IndexError, OverflowError, struct.error)


class NotAPictureError(Exception):
    """The bytes are no picture of a known format, or damaged."""


class TooLargeError(Exception):
    """The picture says it has so many pixels that decoding it could exhaust the memory."""


def encode(
    data: bytes, scale_of: Callable[[tuple[int, int]], float], quality: int
) -> tuple[bytes, str, tuple[int, int]]:
    """Return a picture upright, scaled and bare of metadata: its bytes, extension (jpg, png), and size in pixels.

    ``scale_of`` gives the scale (at most 1) for the upright size; ``quality`` is that of a JPEG. Only the first frame
    of an animation is kept. Raises NotAPictureError or TooLargeError.
    """
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # of slips in a file that do not keep it from being read
        warnings.simplefilter("error", Image.DecompressionBombWarning)
        try:
            with Image.open(BytesIO(data), formats=_FORMATS) as opened:
                size = _scaled(turned(*opened.size, opened.getexif().get(ORIENTATION, 1)), scale_of)
                # A JPEG is decoded no larger than needed: a third of the time.
                opened.draft(None, (max(size), max(size)))
                return _encode(ImageOps.exif_transpose(opened), size, quality)
        except (Image.DecompressionBombWarning, Image.DecompressionBombError, MemoryError) as refusal:
            raise TooLargeError from refusal
        except _DECODING_ERRORS as failure:
            raise NotAPictureError from failure


def _scaled(size: tuple[int, int], scale_of: Callable[[tuple[int, int]], float]) -> tuple[int, int]:
    scale = scale_of(size)
    return max(round(size[0] * scale), 1), max(round(size[1] * scale), 1)


def _encode(upright: Image.Image, size: tuple[int, int], quality: int) -> tuple[bytes, str, tuple[int, int]]:
    profile = upright.info.get("icc_profile") if upright.mode in {"RGB", "RGBA", "L"} else None
    plain = _plain(upright)
    shown = plain if size == plain.size else plain.resize(size, Image.Resampling.LANCZOS, reducing_gap=3.0)
    shown.info.clear()
    out = BytesIO()
    if _is_drawn(plain):
        shown.save(out, "PNG", optimize=True, icc_profile=profile)
        return out.getvalue(), "png", size
    shown.save(out, "JPEG", quality=quality, subsampling="4:2:0", optimize=True, icc_profile=profile)
    return out.getvalue(), "jpg", size


def _is_drawn(plain: Image.Image) -> bool:
    """Whether PNG suits a picture: it has transparency, or few colours and is no grey photo."""
    if plain.mode == "RGBA":
        return True
    colours = plain.getcolors(_FEW_COLOURS)
    if colours is None:
        return False
    grey = plain.mode == "L" or all(len(set(colour)) == 1 for _, colour in colours if isinstance(colour, tuple))
    return not grey or len(colours) <= _FEW_GREYS


def _plain(image: Image.Image) -> Image.Image:
    """Return the image as 8-bit RGB, grey (L), or RGBA where some of it is transparent."""
    if image.mode in {"RGBA", "LA", "PA"} or "transparency" in image.info:
        rgba = image.convert("RGBA")
        return rgba if rgba.getchannel("A").getextrema() != (255, 255) else rgba.convert("RGB")
    if image.mode.startswith("I;16"):
        return image.convert("I").point([value // 256 for value in range(65_536)], "L")
    if image.mode in {"L", "RGB"}:
        return image.copy()
    return image.convert("L" if image.mode in {"1", "I", "F"} else "RGB")
