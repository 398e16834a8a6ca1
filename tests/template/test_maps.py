import json
import shutil
from pathlib import Path

import pytest

from unitdeck.base.catalog import message
from unitdeck.base.diagnostics import BuildError
from unitdeck.plan.read_chart import read_chart
from unitdeck.source.plain import load_plain
from unitdeck.template import locate
from unitdeck.template.environment import render
from unitdeck.template.maps import map_text, maps_of

SQUARE = [[114, 32], [114, 33], [115, 33], [115, 32], [114, 32]]  # clockwise
HOLE = [[114.4, 32.4], [114.6, 32.4], [114.6, 32.6], [114.4, 32.6], [114.4, 32.4]]


def feature(name, kind="Polygon", coordinates=(SQUARE,)):
    return {"type": "Feature", "properties": {"name": name}, "geometry": {"type": kind, "coordinates": coordinates}}


def geojson(*features):
    return json.dumps({"type": "FeatureCollection", "features": features}, ensure_ascii=False)


def wrong(name, text):
    with pytest.raises(BuildError) as bad:
        map_text(Path(name), text)
    (found,) = bad.value.diagnostics
    assert found.code == "UD520"
    assert message(found, "zh").title == "地图文件读不了"
    return found


def test_tiles():
    text = map_text(Path("a.yaml"), "城关镇: [0, 1]\n龙山街道: [0, 2]\n")
    assert maps_of({"maps/a": text})["a"] == [
        {"name": "城关镇", "tile": ["0", "1"]},
        {"name": "龙山街道", "tile": ["0", "2"]},
    ]


def test_polygons_turn_one_way_and_holes_the_other():
    (place,) = json.loads(map_text(Path("a.geojson"), geojson(feature("甲", coordinates=[SQUARE, HOLE]))))
    outer, hole = place["rings"]
    assert outer == [[115, 32], [115, 33], [114, 33], [114, 32]]
    assert hole == [[114.4, 32.6], [114.6, 32.6], [114.6, 32.4], [114.4, 32.4]]


def test_several_polygons_are_one_place():
    text = geojson(feature("甲", "MultiPolygon", [[SQUARE], [[[116, 32], [117, 32], [117, 33], [116, 32]]]]))
    (place,) = json.loads(map_text(Path("a.geojson"), text))
    assert [len(ring) for ring in place["rings"]] == [4, 3]


def test_points_finer_than_a_slide_shows_are_left_out():
    fine = [[114 + index / 1e5, 32] for index in range(100_000)] + [[115, 33]]
    (place,) = json.loads(map_text(Path("a.geojson"), geojson(feature("甲", coordinates=[fine]))))
    assert len(place["rings"][0]) < 1600


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("{", "JSON"),
        ("[]", "FeatureCollection"),
        (geojson(), "FeatureCollection"),
        (geojson(feature("")), "a name"),
        (geojson({"type": "Feature", "geometry": None}), "a name"),
        (geojson(feature("甲", "Point", [114, 32])), "Polygon, MultiPolygon"),
        (geojson(feature("甲", coordinates=[[["x", 1], [1, 2], [2, 3]]])), "[[[x, y], …], …]"),
        (geojson(feature("甲", coordinates=[[[1, 1], [1, 2]]])), "3 points or more"),
        (geojson(feature("甲"), feature("甲")), "each name once"),
        (geojson(feature("甲")).replace("114", "NaN"), "numbers"),
        (geojson(feature("甲")).replace("114", "1e400"), "numbers"),
        (geojson(feature("甲")).replace("114", "1e30"), "[x, y]"),
        (geojson(feature("甲")).replace("114", "9" * 400), "numbers"),
        (geojson(feature("甲")).replace("114", "9" * 5000), "numbers"),
        ("[" * 100_000, "nested less deep"),
        ('{"features":' * 100_000, "nested less deep"),
        (geojson(feature("长" * 101)), "a name of 1–100 characters"),
        (geojson(feature("甲\x00")), "a name of 1–100 characters"),
        ('{"features": [{"properties": {"name": "\\ud800"}}]}', "a name of 1–100 characters"),
    ],
)
def test_what_is_no_map_is_told(text, said):
    assert said in str(wrong("a.geojson", text).data["expected"])


@pytest.mark.parametrize(
    "text", ["", "[1]", "甲: 乙", "甲: [0]", "甲: [0, 1]\n乙: [0, 1]", "甲: [0, 1", "甲: [0, 1000]"]
)
def test_what_is_no_layout_of_tiles_is_told(text):
    wrong("a.yaml", text)


def test_a_map_too_large_is_refused():
    assert "4000000" in str(wrong("a.geojson", " " * 4_000_001).data["expected"])


@pytest.fixture
def own(tmp_path, root):
    shutil.copytree(root / "templates/report", tmp_path / "templates/mapped")
    (tmp_path / "templates/mapped/maps").mkdir(exist_ok=True)
    return tmp_path


def load(own):
    return locate.load("mapped", locate.search_path(own))


def test_a_slide_file_gives_a_map_to_a_chart(own):
    (own / "templates/mapped/maps/county.geojson").write_text(
        geojson(feature("甲", coordinates=[SQUARE, HOLE])), "utf-8"
    )
    (own / "templates/mapped/slides/cover.yaml.j2").write_text("places: {{ maps.county }}\n", "utf-8")
    ready = load(own)
    written = load_plain(render(ready.slides, "slides/cover.yaml.j2", {"maps": ready.maps}))
    spec = read_chart(
        {
            "kind": "town_map",
            "finding": "x",
            "categories": ["甲"],
            "series": [{"name": "a", "values": ["1"]}],
            "places": written["places"],
        }
    )
    assert [len(ring) for ring in spec.places[0].rings] == [4, 4]
    assert load(own).maps == ready.maps


def test_a_bad_map_stops_the_template_and_names_the_file(own):
    file = own / "templates/mapped/maps/county.yaml"
    file.write_text("甲: [0, 1]\n乙: [0, 1]\n", "utf-8")
    with pytest.raises(BuildError) as bad:
        load(own)
    (found,) = bad.value.diagnostics
    assert (found.code, found.span.file) == ("UD520", str(file))


def test_two_files_of_one_name_are_told(own):
    for name in ("county.yaml", "county.geojson"):
        (own / "templates/mapped/maps" / name).write_text("甲: [0, 1]\n", "utf-8")
    with pytest.raises(BuildError) as bad:
        load(own)
    assert bad.value.diagnostics[0].code == "UD520"


@pytest.mark.parametrize("place", ["maps/county.geojson", "gallery/line.yaml", "slides/cover.yaml.j2"])
def test_a_link_out_of_the_template_is_refused(own, tmp_path, place):
    (tmp_path / "secret").write_text(geojson(feature("甲")), "utf-8")
    file = own / "templates/mapped" / place
    file.unlink(missing_ok=True)
    file.symlink_to(tmp_path / "secret")
    with pytest.raises(BuildError) as bad:
        load(own)
    (found,) = bad.value.diagnostics
    assert (found.code, found.data["file"]) == ("UD506", place)
    assert "secret" not in message(found, "zh").message


def test_a_link_within_the_template_is_followed(own):
    (own / "templates/mapped/maps/county.yaml").write_text("甲: [0, 1]\n", "utf-8")
    (own / "templates/mapped/maps/town.yaml").symlink_to("county.yaml")
    assert load(own).maps["town"] == load(own).maps["county"]


def test_a_folder_named_as_a_map_is_told(own):
    (own / "templates/mapped/maps/county.geojson").mkdir()
    (own / "templates/mapped/maps/county.geojson/x").write_text("", "utf-8")
    with pytest.raises(BuildError) as bad:
        load(own)
    assert bad.value.diagnostics[0].code == "UD506"


def test_linked_folders_are_refused_and_lead_nowhere(own):
    folder = own / "templates/mapped"
    (folder / "round").symlink_to(".")
    assert load(own).maps == {}
    (folder / "maps").rename(folder / "other")
    (folder / "other/county.yaml").write_text("甲: [0, 1]\n", "utf-8")
    (folder / "maps").symlink_to("other")
    with pytest.raises(BuildError) as bad:
        load(own)
    assert bad.value.diagnostics[0].code == "UD506"
