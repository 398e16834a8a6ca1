import random
from io import BytesIO
from pathlib import Path

import pytest
from PIL import Image, ImageCms

from unitdeck.base.diagnostics import BuildError, Span
from unitdeck.base.units import inches
from unitdeck.render.pictures import MOST_PX, Prepared, prepare

FRAME = (inches(4), inches(3))  # 1152 × 864 px at twice the projected slide
SPAN = Span("units/交通局.yaml", 7, 11)


def photo(size: tuple[int, int], mode: str = "RGB") -> Image.Image:
    """Noise in soft patches: many colours, like a photo."""
    noise = random.Random(5)
    small = Image.frombytes("RGB", (40, 30), bytes(noise.randrange(256) for _ in range(40 * 30 * 3)))
    return small.resize(size, Image.Resampling.BICUBIC).convert(mode)


def saved(folder: Path, image: Image.Image, name: str = "a.jpg", **options: object) -> Path:
    path = folder / name
    image.save(path, **options)
    return path


def opened(prepared: Prepared) -> Image.Image:
    image = Image.open(BytesIO(prepared.blob))
    image.load()
    assert image.size == prepared.px
    return image


def located() -> Image.Exif:
    exif = Image.Exif()
    exif[0x010E] = "secret place"
    exif.get_ifd(0x8825)[1] = "N"
    return exif


def code(path: Path) -> str:
    with pytest.raises(BuildError) as caught:
        prepare(path, *FRAME, "cover", SPAN)
    (diagnostic,) = caught.value.diagnostics
    assert diagnostic.span == SPAN
    assert diagnostic.data["file"] == path.name
    return diagnostic.code


def test_a_small_plain_jpeg_goes_in_byte_for_byte(tmp_path: Path):
    path = saved(tmp_path, photo((1000, 750)))
    assert prepare(path, *FRAME) == Prepared(path.read_bytes(), "jpg", (0, 0, 0, 0), (1000, 750))


def test_a_large_photo_is_scaled_to_twice_the_projected_pixels(tmp_path: Path):
    prepared = prepare(saved(tmp_path, photo((4000, 3000))), *FRAME)
    assert (prepared.ext, prepared.px) == ("jpg", (1152, 864))
    assert prepared.content_type == "image/jpeg"
    assert len(prepared.blob) < 200_000


def test_cover_keeps_the_visible_part_sharp_and_says_the_crop(tmp_path: Path):
    prepared = prepare(saved(tmp_path, photo((4000, 1500))), *FRAME, "cover")
    assert prepared.px == (2304, 864)
    assert prepared.crop == (25_000, 0, 25_000, 0)


def test_contain_shows_all(tmp_path: Path):
    prepared = prepare(saved(tmp_path, photo((4000, 1500))), *FRAME, "contain")
    assert prepared.px == (1152, 432)
    assert prepared.crop == (0, 0, 0, 0)


def test_a_panorama_stays_within_the_longest_side(tmp_path: Path):
    prepared = prepare(saved(tmp_path, photo((12_000, 900))), *FRAME)
    assert max(prepared.px) == MOST_PX


def test_nothing_is_scaled_up(tmp_path: Path):
    assert prepare(saved(tmp_path, photo((40, 30)), "a.png"), *FRAME).px == (40, 30)
    assert prepare(saved(tmp_path, Image.new("RGB", (1, 1)), "b.png"), *FRAME).px == (1, 1)


CORNERS = {1: (0, 0), 2: (1, 0), 3: (1, 1), 4: (0, 1), 5: (0, 0), 6: (1, 0), 7: (1, 1), 8: (0, 1)}


@pytest.mark.parametrize(("orientation", "corner"), CORNERS.items())
def test_photos_are_turned_upright(tmp_path: Path, orientation: int, corner: tuple[int, int]):
    image = photo((640, 480))
    image.paste((255, 0, 0), (0, 0, 80, 80))  # red at the top left of the stored pixels
    exif = Image.Exif()
    exif[0x0112] = orientation
    shown = opened(prepare(saved(tmp_path, image, exif=exif, quality=95), *FRAME, "contain"))
    assert shown.size == ((640, 480) if orientation < 5 else (480, 640))
    red, green, _ = shown.getpixel((corner[0] * (shown.width - 1), corner[1] * (shown.height - 1)))
    assert red > 200
    assert green < 60


@pytest.mark.parametrize("name", ["a.jpg", "a.png", "a.webp", "a.tiff"])
def test_metadata_goes(tmp_path: Path, name: str):
    prepared = prepare(saved(tmp_path, photo((300, 200)), name, exif=located()), *FRAME)
    assert b"secret" not in prepared.blob
    assert not dict(opened(prepared).getexif())


def hidden(jpeg: bytes, marker: int, content: bytes) -> bytes:
    """Return a JPEG with one more segment at its beginning."""
    return jpeg[:2] + bytes((0xFF, marker)) + (len(content) + 2).to_bytes(2, "big") + content + jpeg[2:]


@pytest.mark.parametrize(
    ("marker", "content"),
    [
        (0xE1, b"http://ns.adobe.com/xap/1.0/\0<x:xmpmeta>secret</x:xmpmeta>"),
        (0xE2, b"MPF\0secret"),
        (0xE0, b"JFXX\0\x10secret"),
        (0xED, b"Photoshop 3.0\0secret"),
        (0xEE, b"secret"),
    ],
)
def test_no_segment_hides_anything(tmp_path: Path, marker: int, content: bytes):
    path = saved(tmp_path, photo((300, 200)))
    path.write_bytes(hidden(path.read_bytes(), marker, content))
    assert b"secret" not in prepare(path, *FRAME).blob


def test_a_second_picture_behind_the_first_goes(tmp_path: Path):
    path = saved(tmp_path, photo((300, 200)))
    path.write_bytes(path.read_bytes() + hidden(path.read_bytes(), 0xE1, b"Exif\0\0secret"))
    assert b"secret" not in prepare(path, *FRAME).blob


def test_a_light_jpeg_a_little_too_large_stays_and_a_larger_one_is_scaled(tmp_path: Path):
    assert prepare(saved(tmp_path, photo((1700, 1275))), *FRAME).px == (1700, 1275)
    assert prepare(saved(tmp_path, photo((1760, 1320))), *FRAME).px == (1152, 864)


def test_of_an_animation_the_first_picture_stays(tmp_path: Path):
    red, blue = (Image.new("RGB", (300, 200), colour) for colour in ("red", "blue"))
    for name in ("a.gif", "a.webp", "a.png"):
        path = saved(tmp_path, red, name, save_all=True, append_images=[blue])
        shown = opened(prepare(path, *FRAME))
        assert getattr(shown, "n_frames", 1) == 1
        assert shown.convert("RGB").getpixel((9, 9))[0] > 200


def test_a_jpeg_comment_goes(tmp_path: Path):
    prepared = prepare(saved(tmp_path, photo((300, 200)), comment=b"secret"), *FRAME)
    assert b"secret" not in prepared.blob


def test_a_colour_profile_stays(tmp_path: Path):
    profile = ImageCms.ImageCmsProfile(ImageCms.createProfile("sRGB")).tobytes()
    prepared = prepare(saved(tmp_path, photo((3000, 2000)), icc_profile=profile), *FRAME)
    assert opened(prepared).info["icc_profile"] == profile


def test_transparency_and_few_colours_become_png(tmp_path: Path):
    clear = photo((300, 200)).convert("RGBA")
    clear.putalpha(Image.linear_gradient("L").resize((300, 200)))
    assert opened(prepare(saved(tmp_path, clear, "a.png"), *FRAME)).mode == "RGBA"
    flat = prepare(saved(tmp_path, Image.new("RGB", (300, 200), "red"), "b.bmp"), *FRAME)
    assert (flat.ext, flat.content_type) == ("png", "image/png")


@pytest.mark.parametrize("mode", ["L", "RGB"])
def test_a_grey_photo_is_a_photo(tmp_path: Path, mode: str):
    assert prepare(saved(tmp_path, photo((300, 200), "L").convert(mode), "a.png"), *FRAME).ext == "jpg"


def test_an_opaque_alpha_channel_does_not_keep_a_photo_png(tmp_path: Path):
    assert prepare(saved(tmp_path, photo((300, 200)).convert("RGBA"), "a.png"), *FRAME).ext == "jpg"


@pytest.mark.parametrize(
    ("mode", "name"), [("CMYK", "a.jpg"), ("P", "a.gif"), ("L", "a.png"), ("LAB", "a.tiff"), ("1", "a.png")]
)
def test_other_modes_become_rgb_or_grey(tmp_path: Path, mode: str, name: str):
    image = photo((300, 200)) if mode == "LAB" else photo((300, 200), mode)
    if mode == "LAB":
        srgb, lab = ImageCms.createProfile("sRGB"), ImageCms.createProfile("LAB")
        image = ImageCms.profileToProfile(image, srgb, lab, outputMode="LAB")
    assert opened(prepare(saved(tmp_path, image, name), *FRAME)).mode in {"RGB", "L"}


def test_sixteen_bits_keep_their_brightness(tmp_path: Path):
    image = Image.new("I;16", (300, 200), 32_768)
    assert opened(prepare(saved(tmp_path, image, "a.png"), *FRAME)).getpixel((9, 9)) == 128


def test_the_same_picture_gives_the_same_bytes(tmp_path: Path):
    path = saved(tmp_path, photo((3000, 2000)))
    assert prepare(path, *FRAME) == prepare(path, *FRAME)


def test_the_content_counts_not_the_name(tmp_path: Path):
    path = tmp_path / "a.jpg"
    photo((300, 200)).save(path, "PNG")
    assert prepare(path, *FRAME).px == (300, 200)


def test_a_missing_picture(tmp_path: Path):
    assert code(tmp_path / "没有.jpg") == "UD651"


def test_text_named_jpg(tmp_path: Path):
    path = tmp_path / "text.jpg"
    path.write_text("这不是图片", encoding="utf-8")
    assert code(path) == "UD652"


@pytest.mark.parametrize("name", ["a.jpg", "a.png"])
@pytest.mark.parametrize("share", [0.01, 0.5, 0.95])
def test_a_picture_cut_short(tmp_path: Path, name: str, share: float):
    path = saved(tmp_path, photo((900, 600)), name)
    path.write_bytes(path.read_bytes()[: int(path.stat().st_size * share)])
    assert code(path) == "UD652"


def test_a_small_jpeg_cut_short_does_not_slip_through(tmp_path: Path):
    path = saved(tmp_path, photo((400, 300)))
    path.write_bytes(path.read_bytes()[:-200])
    assert code(path) == "UD652"


def test_a_decompression_bomb(tmp_path: Path):
    path = saved(tmp_path, Image.new("1", (20_000, 20_000)), "a.png")
    assert path.stat().st_size < 100_000
    assert code(path) == "UD653"
