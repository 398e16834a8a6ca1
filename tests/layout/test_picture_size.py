from io import BytesIO
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PIL import Image, ImageOps

from unitdeck.base.units import EMU_PER_INCH, inches
from unitdeck.layout.picture_size import (
    MOST_CUT,
    MOST_ENLARGED,
    PX_PER_INCH,
    cover_crop,
    enlargement,
    framed,
    picture_size,
    size_of,
)

FORMATS = ["JPEG", "PNG", "GIF", "BMP", "WEBP", "TIFF"]


def encoded(fmt: str, size: tuple[int, int] = (37, 23), orientation: int = 0, **options: object) -> bytes:
    out = BytesIO()
    if orientation:
        exif = Image.Exif()
        exif[0x0112] = orientation
        options["exif"] = exif
    Image.new("RGB", size, (200, 30, 30)).save(out, fmt, **options)
    return out.getvalue()


def shown(data: bytes) -> tuple[int, int]:
    return ImageOps.exif_transpose(Image.open(BytesIO(data))).size


@pytest.mark.parametrize("fmt", FORMATS)
@pytest.mark.parametrize("size", [(37, 23), (1, 1), (4000, 3)])
def test_size_agrees_with_pillow(fmt: str, size: tuple[int, int]):
    assert size_of(encoded(fmt, size)) == size


@pytest.mark.parametrize("fmt", ["JPEG", "PNG", "WEBP", "TIFF"])
@pytest.mark.parametrize("orientation", range(1, 9))
def test_rotation_marks_agree_with_pillow(fmt: str, orientation: int):
    data = encoded(fmt, orientation=orientation)
    assert size_of(data) == shown(data) == ((23, 37) if orientation >= 5 else (37, 23))


@pytest.mark.parametrize("options", [{"progressive": True}, {"comment": b"x" * 999}, {"icc_profile": b"p" * 70_000}])
def test_other_jpeg_segments_are_passed_over(options: dict[str, object]):
    assert size_of(encoded("JPEG", **options)) == (37, 23)


@pytest.mark.parametrize("options", [{"lossless": True}, {"lossless": False}])
def test_both_codings_of_webp(options: dict[str, object]):
    assert size_of(encoded("WEBP", (301, 19), **options)) == (301, 19)


def test_a_header_far_into_the_file_is_found(tmp_path: Path):
    path = tmp_path / "photo.jpg"
    path.write_bytes(encoded("JPEG", icc_profile=b"p" * 400_000))
    assert picture_size(path) == (37, 23)


def test_what_is_no_picture_has_no_size(tmp_path: Path):
    assert size_of("这不是图片".encode()) is None
    assert size_of(b"") is None
    assert size_of(b"\x89PNG") is None
    assert picture_size(tmp_path / "missing.jpg") is None
    assert picture_size(tmp_path) is None


@pytest.mark.parametrize("fmt", FORMATS)
def test_a_picture_cut_short_never_raises(fmt: str):
    data = encoded(fmt, orientation=6) if fmt in {"JPEG", "PNG", "WEBP", "TIFF"} else encoded(fmt)
    for end in range(0, min(len(data), 400)):
        assert size_of(data[:end]) in {None, (37, 23), (23, 37)}


@given(
    st.binary(max_size=200),
    st.sampled_from(
        [b"\xff\xd8\xff\xe1", b"\x89PNG\r\n\x1a\n", b"GIF89a", b"BM", b"RIFF0000WEBPVP8X", b"II*\0", b"MM\0*"]
    ),
)
def test_noise_never_raises(noise: bytes, magic: bytes):
    size_of(magic + noise)


def test_cover_crop_of_a_wide_picture_cuts_both_sides_equally():
    assert cover_crop((4000, 1000), (2000, 1000)) == (25_000, 0, 25_000, 0)


def test_cover_crop_of_a_high_picture_keeps_more_of_the_top():
    assert cover_crop((1000, 2000), (1000, 500)) == (0, 25_000, 0, 50_000)


@given(*[st.integers(1, 8000)] * 4)
def test_cover_crop_leaves_the_frame_s_shape(width: int, height: int, frame_width: int, frame_height: int):
    left, top, right, bottom = cover_crop((width, height), (frame_width, frame_height))
    across, down = width * (100_000 - left - right), height * (100_000 - top - bottom)
    assert min(left, top, right, bottom) >= 0
    assert (left, right) == (0, 0) or (top, bottom) == (0, 0)
    assert across > 0 or width > 20_000 or left + right <= 100_000
    tolerance = 2 * max(width * frame_height, height * frame_width)
    assert abs(across * frame_height - down * frame_width) <= tolerance


def test_enlargement_counts_only_what_is_shown():
    assert enlargement((1440, 720), (25_000, 0, 25_000, 0), (5 * EMU_PER_INCH, 5 * EMU_PER_INCH)) == pytest.approx(1)


PX = EMU_PER_INCH // PX_PER_INCH  # a pixel of the projected slide
FRAME = (576 * PX, 432 * PX)


def test_a_photo_of_about_the_frame_s_shape_fills_it():
    assert framed((1600, 900), FRAME) == (FRAME, cover_crop((1600, 900), FRAME), pytest.approx(0.48))


@pytest.mark.parametrize(
    ("size", "shown"),
    [((4000, 300), (576, 43.2)), ((900, 1800), (216, 432)), ((160, 120), (320, 240)), ((1, 1), (2, 2))],
)
def test_what_would_be_cut_to_a_strip_or_is_tiny_shows_whole(size: tuple[int, int], shown: tuple[float, float]):
    found = framed(size, FRAME)
    assert found.crop == (0, 0, 0, 0)
    assert found.size == (round(shown[0] * PX), round(shown[1] * PX))


def test_two_fifths_are_the_most_that_is_hidden():
    assert framed((1000, 1250), FRAME).size == FRAME  # 40 % of its height
    assert framed((1000, 1251), FRAME).crop == (0, 0, 0, 0)


@given(*[st.integers(1, 8000)] * 2, *[st.integers(100 * PX, 2000 * PX)] * 2)
def test_no_picture_leaves_its_frame_is_distorted_enlarged_too_much_or_cut_too_much(
    width: int, height: int, frame_width: int, frame_height: int
):
    (cx, cy), crop, _ = framed((width, height), (frame_width, frame_height))
    assert 1 <= cx <= frame_width
    assert 1 <= cy <= frame_height
    assert sum(crop) <= MOST_CUT * 100_000
    shown_width, shown_height = (width * (1 - (crop[0] + crop[2]) / 1e5), height * (1 - (crop[1] + crop[3]) / 1e5))
    assert cx / shown_width <= MOST_ENLARGED * PX + 1
    assert cy / shown_height <= MOST_ENLARGED * PX + 1
    assert cx / shown_width == pytest.approx(cy / shown_height, rel=1e-4, abs=1 / min(shown_width, shown_height))


@pytest.mark.parametrize("size", [(10_000_000, 1), (1, 10_000_000)])
def test_a_picture_of_one_line_of_pixels_is_shown_whole(size: tuple[int, int]) -> None:
    shown = framed(size, (inches(4), inches(3)))
    assert shown.crop == (0, 0, 0, 0)
    assert min(shown.size) == 1
