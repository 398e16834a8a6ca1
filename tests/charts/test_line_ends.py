"""Which lines are named where not all can be, and where the names at their ends stand."""

import pytest

from unitdeck.charts.frame import Frame
from unitdeck.charts.label_places import Lines
from unitdeck.charts.line_ends import End, shifts_off_lines, to_name
from unitdeck.ooxml.chart_xml_series import VALUE

FRAME = Frame(600, 500, 14, "zh")
TEN = {column: 10.0 * column for column in range(10)}
FLAT = dict.fromkeys(range(10), 20.0)


def test_all_are_named_where_there_is_room_for_as_much_text():
    assert to_name(TEN, {}, FLAT, None, 200) == set(range(10))
    assert to_name(TEN, {}, FLAT, None, 199) != set(range(10))


@pytest.mark.parametrize(
    ("room", "named"),
    [
        (20, {5}),
        (40, {5, 0}),
        (60, {5, 0, 9}),
        (100, {5, 0, 9, 4, 6}),
        (120, {5, 0, 9, 4, 6, 2}),
        (140, {5, 0, 9, 4, 6, 2, 7}),
    ],
)
def test_the_order_of_names(room, named):
    moves = dict.fromkeys(range(10), 0.0) | {2: -50.0, 7: 40.0}
    assert to_name(TEN, moves, FLAT, 5, room) == named


def test_others_are_named_from_the_top_where_their_place_is_free():
    assert to_name(TEN, {}, FLAT, None, 199) == {0, 9, 2, 4, 6}
    assert to_name(TEN, {}, FLAT, None, 80) == {0, 9, 2, 4}


def test_a_name_of_several_lines_takes_their_room():
    heights = FLAT | {2: 60.0}
    assert to_name(TEN, {}, heights, None, 199) == {0, 9, 3, 5, 7}


def test_something_is_named_in_the_lowest_frame():
    assert to_name(TEN, {}, FLAT, 3, 5) == {3}


def ends(*points):
    return [End(column, point, "r", ("三个字",), VALUE) for column, point in enumerate(points)]


def depths_after(ends, *depths, most=500.0):
    moves = shifts_off_lines(ends, Lines(depths, 50.0), FRAME, most)
    return [depths[end.column][end.point] + moves[end] for end in ends]


def test_labels_at_the_last_period_keep_the_order_of_their_lines():
    second, first, third = depths_after(ends(1, 1, 1), (9, 200), (9, 190), (9, 210))
    assert first + FRAME.line_pt <= second
    assert second + FRAME.line_pt <= third


def test_labels_that_would_leave_the_plot_stay_above_its_end():
    low, *_, high = sorted(depths_after(ends(1, 1, 1), *[(9, 95)] * 3, most=100.0))
    assert high + FRAME.line_pt / 2 == 100
    assert low == pytest.approx(high - 2 * FRAME.line_pt)


def test_a_lone_label_stays_at_its_point():
    assert depths_after(ends(1), (9, 50)) == [50]


def test_a_label_that_ends_sooner_clears_the_labels_at_the_edge():
    sooner, last = ends(1, 2)
    found = depths_after([sooner._replace(lines=("三个字" * 3,)), last], (50, 50, None), (None, None, 50))
    assert found[1] == 50
    assert abs(found[0] - 50) >= FRAME.line_pt
    assert depths_after(ends(1, 2), (50, 50, None), (None, None, 50)) == [50, 50]
