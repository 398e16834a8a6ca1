"""Pictures kept between builds: the same bytes as made anew, whatever happens to the cache."""

from __future__ import annotations

import os
import random
import subprocess
import sys
import time
from pathlib import Path

import pytest
from PIL import Image

from unitdeck.base.units import inches
from unitdeck.render import picture_cache, pixels
from unitdeck.render.picture_cache import Encoded
from unitdeck.render.pictures import EFFORTS, Prepared, prepare

FRAME = (inches(4), inches(3))


@pytest.fixture
def photo(tmp_path: Path) -> Path:
    noise = random.Random(5)
    small = Image.frombytes("RGB", (40, 30), bytes(noise.randrange(256) for _ in range(40 * 30 * 3)))
    small.resize((3000, 2000), Image.Resampling.BICUBIC).save(tmp_path / "a.jpg")
    return tmp_path / "a.jpg"


@pytest.fixture
def made(monkeypatch: pytest.MonkeyPatch) -> list[int]:
    """Return a list that grows by one for each picture that is made."""
    counted: list[int] = []
    encode = pixels.encode

    def counting(data: bytes, *rest: object) -> object:
        counted.append(len(data))
        return encode(data, *rest)  # type: ignore[arg-type]

    monkeypatch.setattr(pixels, "encode", counting)
    return counted


def kept(cache: Path) -> list[Path]:
    return sorted((cache / "pictures").iterdir())


def test_a_second_build_reads_what_the_first_made(photo: Path, made: list[int], cache: Path) -> None:
    first = prepare(photo, *FRAME)
    assert (len(made), len(kept(cache))) == (1, 1)
    assert prepare(photo, *FRAME) == first
    assert len(made) == 1
    for file in kept(cache):
        file.unlink()
    assert prepare(photo, *FRAME) == first
    assert len(made) == 2


def test_all_that_decides_the_bytes_makes_another(photo: Path, made: list[int]) -> None:
    ways: list[tuple[object, ...]] = [
        (*FRAME, "cover", None, EFFORTS[0]),
        (*FRAME, "contain", None, EFFORTS[0]),
        (*FRAME, "cover", None, EFFORTS[1]),
        (FRAME[0] // 2, FRAME[1], "contain", None, EFFORTS[0]),
    ]
    firsts = [prepare(photo, *way) for way in ways]  # type: ignore[arg-type]
    assert len(made) == 4
    assert [prepare(photo, *way) for way in ways] == firsts  # type: ignore[arg-type]
    assert len(made) == 4
    Image.open(photo).rotate(90).save(photo)
    assert prepare(photo, *FRAME) not in firsts
    assert len(made) == 5


@pytest.mark.parametrize("length", [0, 5, 25, 40, 5000])
def test_what_is_damaged_is_made_anew(photo: Path, made: list[int], cache: Path, length: int) -> None:
    first = prepare(photo, *FRAME)
    (file,) = kept(cache)
    blob = file.read_bytes()
    file.write_bytes(blob[:length])
    assert prepare(photo, *FRAME) == first
    file.write_bytes(blob[:length] + b"?" + blob[length + 1 :])
    assert prepare(photo, *FRAME) == first
    assert len(made) == 3
    assert file.read_bytes() == blob


def test_a_cache_that_cannot_be_written_is_no_error(
    photo: Path, made: list[int], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "file").touch()
    monkeypatch.setenv("UNITDECK_CACHE_DIR", str(tmp_path / "file"))
    assert isinstance(prepare(photo, *FRAME), Prepared)
    assert isinstance(prepare(photo, *FRAME), Prepared)
    assert len(made) == 2


def test_the_cache_stays_bounded_and_keeps_what_was_used_last(cache: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(picture_cache, "MOST_BYTES", 100_000)
    monkeypatch.setattr(picture_cache, "_EACH", 1)
    folder = cache / "pictures"
    for number in range(30):
        picture_cache.save(f"{number:02}", Encoded(bytes(10_000), "jpg", (1, 1)))
        os.utime(folder / f"{number:02}", (1000 + number, 1000 + number))
        assert picture_cache.load("00") is not None  # used all the time
    assert sum(file.stat().st_size for file in kept(cache)) <= 100_000
    assert {"00", "29"} <= {file.name for file in kept(cache)}
    old, new = (folder / f".unitdeck-{name}.tmp" for name in ("old", "new"))
    for file in (old, new):
        file.write_bytes(b"half")
    os.utime(old, (time.time() - 7200, time.time() - 7200))
    picture_cache.save("last", Encoded(b"x", "png", (1, 1)))
    assert (old.exists(), new.exists()) == (False, True)


def test_a_kept_picture_needs_no_pillow(photo: Path) -> None:
    program = (
        "import sys; from pathlib import Path; from unitdeck.render.pictures import prepare;"
        f"prepare(Path({str(photo)!r}), *{FRAME}); print('PIL.Image' in sys.modules)"
    )
    seen = [
        subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True) for _ in range(2)
    ]
    assert [each.stdout for each in seen] == ["True\n", "False\n"]
