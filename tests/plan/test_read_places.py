import pytest

from unitdeck.plan.chart import Place
from unitdeck.plan.read_chart import read_chart
from unitdeck.plan.read_places import MOST_PLACES, read_places
from unitdeck.plan.values import PlanError
from unitdeck.source.plain import load_plain

HEAD = "{kind: town_map, finding: 甲, categories: [甲, 乙], series: [{name: a, values: [1, 2]}], "


def test_tiles_and_rings_are_read():
    assert read_places(load_plain("[{name: 甲, tile: [0, 1]}]")) == (Place("甲", (0, 1)),)
    ring = ((0.0, 0.0), (1.0, 0.0), (1.0, 1.5))
    assert read_places(load_plain("[{name: 甲, rings: [[[0, 0], [1, 0], [1, 1.5], [0, 0]]]}]")) == (
        Place("甲", None, (ring,)),
    )


@pytest.mark.parametrize(
    ("text", "where"),
    [
        ("[{tile: [0, 1]}]", "place"),
        ("[{name: 甲}]", "place"),
        ("[{name: 甲, tile: [0, 1], rings: [[[0, 0], [1, 0], [1, 1]]]}]", "place"),
        ("[{name: 甲, tile: [0, 1, 2]}]", "place"),
        ("[{name: 甲, tile: [0, -1]}]", "tile"),
        ("[{name: 甲, tile: [0, 41]}]", "tile"),
        ("[{name: 甲, tile: [0, 1]}, {name: 甲, tile: [0, 2]}]", "places"),
        ("[{name: 甲, tile: [0, 1]}, {name: 乙, tile: [0, 1]}]", "places"),
        ("[{name: 甲, tile: [0, 1]}, {name: 乙, rings: [[[0, 0], [1, 0], [1, 1]]]}]", "places"),
        ("[{name: 甲, rings: [[[0, 0], [1, 0]]]}]", "rings"),
        ("[{name: 甲, rings: [[[0, 0], [1, 0], [1, .inf]]]}]", "rings"),
        ("[{name: 甲, rings: [[[0, 0], [1, 0], [1, 1e300]]]}]", "rings"),
        ("[{name: 甲, rings: [[[0, 0], [1, 0], [1, null]]]}]", "rings"),
        ("[{name: 甲, color: red}]", "place"),
    ],
)
def test_what_is_no_place_is_named(text, where):
    with pytest.raises(PlanError) as wrong:
        read_places(load_plain(text))
    assert wrong.value.where == where


def test_a_map_is_bounded():
    many = [{"name": str(index), "tile": [str(index // 40), str(index % 40)]} for index in range(MOST_PLACES + 1)]
    with pytest.raises(PlanError):
        read_places(many)
    ring = [[str(index), "0"] for index in range(10_001)]
    with pytest.raises(PlanError):
        read_places([{"name": "甲", "rings": [ring, ring]}])


def test_data_without_a_place_is_an_error_that_names_it():
    with pytest.raises(PlanError) as wrong:
        read_chart(load_plain(HEAD + "places: [{name: 甲, tile: [0, 0]}]}"))
    assert (wrong.value.where, wrong.value.found, wrong.value.expected) == ("places", "乙", "甲")
    with pytest.raises(PlanError):
        read_chart(load_plain(HEAD.rstrip(", ") + "}"))


def test_a_place_without_data_is_welcome():
    spec = read_chart(
        load_plain(HEAD + "places: [{name: 甲, tile: [0, 0]}, {name: 乙, tile: [0, 1]}, {name: 丙, tile: [1, 0]}]}")
    )
    assert [place.name for place in spec.places] == ["甲", "乙", "丙"]


@pytest.mark.parametrize(
    ("extra", "where"),
    [
        ("limits: [1, 2, 3, 4, 5]", "limits"),
        ("limits: [2, 1]", "limits"),
        ("limits: [1, 1]", "limits"),
        ("limits: [null, 1]", "limits"),
        ("corners: [a, b]", "corners"),
    ],
)
def test_limits_and_corners_are_bounded(extra, where):
    with pytest.raises(PlanError) as wrong:
        read_chart(
            load_plain(
                "{kind: heatmap, finding: 甲, categories: [甲], series: [{name: a, values: [1]}], " + extra + "}"
            )
        )
    assert wrong.value.where == where
