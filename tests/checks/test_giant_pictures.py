import struct
from pathlib import Path

from PIL import Image

from support.outlines import unit, write
from unitdeck.base.diagnostics import BuildError
from unitdeck.build import draft_deck
from unitdeck.layout.picture_size import MOST_PIXELS


def bitmap(width: int, height: int) -> bytes:
    """The header of a bitmap, which is all that is read."""
    return b"BM" + struct.pack("<IHHIIiiHHIIiiII", 54, 0, 0, 54, 40, width, height, 1, 24, 0, 0, 0, 0, 0, 0)


def codes(folder: Path, width: int, height: int) -> list[tuple[str, int]]:
    (folder / "a.bmp").write_bytes(bitmap(width, height))
    outline = unit(duties=["一"], photos=[{"file": "a.bmp"}, {"file": "a.bmp"}])
    try:
        found = draft_deck(write(folder, outline)).diagnostics
    except BuildError as bad:
        found = bad.diagnostics
    return [(each.code, each.span.line) for each in found if each.span and each.code == "UD653"]


def test_a_picture_of_too_many_pixels_is_told_once_before_building(tmp_path: Path):
    assert codes(tmp_path, MOST_PIXELS + 1, 1) == [("UD653", 12)]


def test_one_of_just_so_many_is_left_to_the_writing(tmp_path: Path):
    assert codes(tmp_path, MOST_PIXELS, 1) == []


def test_the_limit_is_that_of_the_library_that_opens_it():
    assert MOST_PIXELS == Image.MAX_IMAGE_PIXELS
