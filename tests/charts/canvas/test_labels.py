from unitdeck.charts.canvas.labels import Anchor, crosses, place_labels
from unitdeck.charts.canvas.marks import Bounds
from unitdeck.charts.canvas.text import cut, lines_of
from unitdeck.layout.metrics import width_pt

ROOM = Bounds(0, 0, 400, 300)


def put(*anchors, taken=(), lines=()):
    return place_labels([Anchor(x, y, 4, text, "#000000") for x, y, text in anchors], 14, ROOM, taken, lines, "#888888")


def test_a_label_stands_right_of_its_point():
    (found,) = put((100, 100, "甲镇"))
    assert found.leader is None
    assert 104 < found.words.x < 112
    assert found.words.bounds.top < 100 < found.words.bounds.bottom


def test_at_the_right_edge_it_stands_left():
    (found,) = put((390, 100, "甲镇"))
    assert found.words.bounds.right < 386


def test_off_a_line_and_on_its_points_side():
    (found,) = put((100, 106, "甲镇"), lines=[((0, 100), (400, 100))])
    assert found.words.bounds.top >= 99.9


def test_two_points_in_one_place_have_two_labels_apart_the_second_led():
    one, other = put((100, 100, "甲镇"), (100, 100, "乙镇"))
    assert not one.words.bounds.overlaps(other.words.bounds)


def test_where_nothing_is_free_there_is_no_label():
    assert put((100, 100, "甲镇"), taken=[Bounds(0, 0, 400, 300)]) == (None,)


def test_a_line_through_an_area():
    area = Bounds(10, 10, 20, 20)
    assert crosses((0, 15), (30, 15), area)
    assert crosses((12, 12), (13, 13), area)
    assert not crosses((0, 25), (30, 25), area)
    assert not crosses((0, 0), (9, 9), area)
    assert not crosses((0, 20), (30, 20), area)  # along the edge


def test_lines_are_of_like_length_and_the_last_is_cut():
    assert lines_of("规上工业增加值", 6.2 * 14, 14, 3) == ("规上工业", "增加值")
    assert lines_of("城关镇", 100, 14, 3) == ("城关镇",)
    two = lines_of("城镇新增就业人员安置指标名称很长", 5 * 14, 14, 2)
    assert len(two) == 2
    assert two[1].endswith("…")
    assert width_pt(cut("一二三四五六七八", 50, 14), 14) <= 50
