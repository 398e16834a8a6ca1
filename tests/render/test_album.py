import random
from pathlib import Path

import pytest
from PIL import Image

from unitdeck.base.diagnostics import Span
from unitdeck.base.geometry import Box
from unitdeck.base.units import inches
from unitdeck.layout.placed import PlacedDeck, PlacedPicture, PlacedSlide
from unitdeck.render.album import BUDGET, Album, album

FRAME = Box(0, 0, inches(3), inches(2))  # 864 × 576 px at twice the projected slide


def deck(*files: Path) -> PlacedDeck:
    items = tuple(PlacedPicture(f"Picture {n}", FRAME, str(file), "") for n, file in enumerate(files))
    return PlacedDeck((PlacedSlide("s", "content", "题", items, (), 1, 1),), (1, 1), "", "", "zh", "")


@pytest.fixture(scope="module")
def photos(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, ...]:
    """Two large noisy photos and a small one."""
    folder = tmp_path_factory.mktemp("photos")
    files = []
    for number, size in enumerate(((864, 576), (864, 576), (432, 288))):
        files.append(folder / f"{number}.jpg")
        noise = Image.frombytes("RGB", size, random.Random(number).randbytes(size[0] * size[1] * 3))
        noise.save(files[-1], quality=90)
    return tuple(files)


def test_within_the_budget_every_picture_keeps_its_quality(photos: tuple[Path, ...]):
    made = album(deck(*photos))
    assert made.weight < BUDGET
    assert [ready.px for ready in made.pictures.values()] == [(864, 576), (864, 576), (432, 288)]
    assert made.findings(None) == ()


def test_over_the_budget_heavy_pictures_step_down_until_it_holds_and_light_ones_stay(photos: tuple[Path, ...]):
    full = album(deck(*photos))
    small = next(ready for key, ready in full.pictures.items() if key[0] == str(photos[2]))
    budget = len(small.blob) * 4
    made = album(deck(*photos), budget)
    assert full.weight > budget >= made.weight
    assert made.pictures[list(made.pictures)[2]] == small
    assert album(deck(*photos), budget) == made


def test_the_last_step_keeps_the_projector_s_own_pixels(photos: tuple[Path, ...]):
    made = album(deck(*photos), 1)
    assert [ready.px for ready in made.pictures.values()] == [(432, 288)] * 3


def test_the_same_picture_counts_once(photos: tuple[Path, ...]):
    assert album(deck(photos[0], photos[0])).weight == album(deck(photos[0])).weight


def test_pictures_that_stay_over_the_budget_are_told():
    span = Span("units/交通局.yaml", 7, 1)
    (found,) = Album({}, 23_450_000).findings(span)
    assert (found.code, found.span, found.data) == ("UD656", span, {"size": "23.4", "budget": 20})
    assert Album({}, BUDGET).findings(span) == ()
