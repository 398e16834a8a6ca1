from pathlib import Path

from PIL import Image

from unitdeck.base.geometry import Box
from unitdeck.base.units import inches
from unitdeck.layout.placed import PlacedPicture

YAML = "单位: 财政局\n职责: [收支]\n图片:\n  - photos/a.png\n  - photos/b.png\n"
FRAME = Box(0, 0, inches(4), inches(3))


def page(folder: Path, name: str, size: tuple[int, int]) -> tuple[tuple[PlacedPicture, ...], tuple[str, ...]]:
    path = folder / "photos" / name
    path.parent.mkdir(exist_ok=True)
    Image.new("L", size).save(path)
    return (PlacedPicture("Picture 1", FRAME, str(path), "", px=size, frame=FRAME[2:]),), ()


def test_a_picture_enlarged_more_than_twice(findings, tmp_path: Path):
    small, enough = page(tmp_path, "b.png", (287, 216)), page(tmp_path, "a.png", (288, 216))
    (found,) = findings("UD655", YAML, enough, small)
    assert found.data == {"file": "b.png", "pixels": "287×216", "least": "288×217"}
    assert (found.span.line, found.span.column) == (5, 5)


def test_a_panorama_is_shown_whole_and_need_not_fill_its_frame(findings, tmp_path: Path):
    long, short = page(tmp_path, "a.png", (2000, 100)), page(tmp_path, "b.png", (250, 10))
    (found,) = findings("UD655", YAML, long, short)
    assert found.data["least"] == "288×12"
