from support.chart_samples import SAMPLES
from support.chart_specs import figures
from unitdeck.charts.canvas.marks import Shape, Words

TILES, REGIONS, SIGNED, *_, CROWD = SAMPLES["town_map"]


def texts(drawn):
    return [mark.text for mark in drawn if isinstance(mark, Words)]


def tile(drawn, name):
    words = next(mark for mark in drawn if isinstance(mark, Words) and mark.text == name)
    for mark in drawn:
        if isinstance(mark, Shape):
            (left, top), _, (right, bottom), _ = mark.rings[0]
            if left < words.x < right and top < words.y < bottom:
                return mark
    raise AssertionError(name)


def test_tiles_stand_in_their_rows_and_columns(place, marks):
    drawn = marks(place(TILES, 12, 4))
    corner = {name: tile(drawn, name).rings[0][0] for name in TILES.categories}
    assert corner["龙山街道"][1] == corner["周党镇"][1] == corner["青山镇"][1] > corner["城关镇"][1] == 0
    assert corner["龙山街道"][0] == 0
    wide = corner["周党镇"][0]
    assert corner["城关镇"][0] == wide
    assert corner["青山镇"][0] == 3 * wide


def test_each_town_says_its_figure_and_missing_is_not_zero(place, marks, theme):
    drawn = marks(place(TILES, 12, 4))
    assert texts(drawn)[:8] == ["城关镇", "44.7%", "龙山街道", "52.3%", "周党镇", "0.0%", "青山镇", "—"]
    assert (tile(drawn, "青山镇").fill, tile(drawn, "青山镇").stroke) == ("", theme.rgb("range2"))
    assert tile(drawn, "周党镇").fill != ""


def test_a_place_without_data_is_missing(place, marks):
    spec = TILES._replace(categories=TILES.categories[:1], series=(TILES.series[0]._replace(values=figures(44.7)),))
    drawn = marks(place(spec, 12, 4))
    assert texts(drawn).count("—") == 3
    assert "— 无数据" in texts(drawn)


def test_labels_of_the_spec_stand_in_place_of_the_figure(place, marks):
    assert "−5.0 慢" in texts(marks(place(SIGNED, 12, 4)))


def test_the_own_town_is_outlined(place, marks, theme):
    drawn = marks(place(TILES, 12, 4))
    (outline,) = [mark for mark in drawn if isinstance(mark, Shape) and mark.stroke == theme.rgb("accent")]
    own = tile(drawn, "城关镇").rings[0]
    assert own[0][0] < outline.rings[0][0][0] < own[0][0] + 3


def test_regions_keep_their_shape_north_up_and_holes(place, marks):
    drawn = marks(place(REGIONS, 12, 4))
    by_rings = {len(mark.rings): mark for mark in drawn if isinstance(mark, Shape)}
    ring, hole = by_rings[2].rings if by_rings[2].rings[1][0] != by_rings[2].rings[0][0] else (None, None)
    wide, high = ring[1][0] - ring[0][0], ring[0][1] - ring[3][1]
    assert high > 0  # the north is up
    assert 0.84 < wide / high < 0.86  # a square of degrees at 32° north
    assert hole[0][0] > ring[0][0]


def test_a_region_too_small_for_its_name_has_a_number_that_is_told(place, marks, theme):
    drawn = marks(place(REGIONS, 12, 4))
    told = next(mark for mark in drawn if isinstance(mark, Words) and mark.text == "周党镇 0.0%")
    numbers = [mark for mark in drawn if isinstance(mark, Words) and mark.text == "1"]
    assert len(numbers) == 2
    assert (told.color, told.bold) == (theme.rgb("accent"), True)
    assert "城关镇" in texts(drawn)


def test_of_a_crowd_the_own_town_and_the_extremes_are_told_and_the_rest_counted(place, marks):
    said = texts(marks(place(CROWD, 6, 3)))
    assert any(text.startswith("第5个乡镇") for text in said)
    assert any(text.startswith("第39个乡镇") for text in said)
    assert any(text.startswith("另有") for text in said)
