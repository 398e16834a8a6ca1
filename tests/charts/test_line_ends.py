"""Which lines are named where not all can be, and labels that keep apart with the least moves."""

from itertools import pairwise

import pytest

from unitdeck.charts.line_ends import apart, to_name

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


@pytest.mark.parametrize(
    ("places", "moved"),
    [
        ([], []),
        ([50], [50]),
        ([10, 40, 90], [10, 40, 90]),
        ([50, 50], [40, 60]),
        ([50, 50, 50], [30, 50, 70]),
        ([45, 50, 70], [35, 55, 75]),
        ([0], [10]),
        ([0, 0], [10, 30]),
        ([100, 100], [70, 90]),
        ([0, 0, 0, 0, 0], [10, 30, 50, 70, 90]),
        ([0, 50, 100, 100, 100, 100], pytest.approx([100 / 12 * n for n in (1, 3, 5, 7, 9, 11)])),
    ],
)
def test_labels_move_as_little_as_can_be(places, moved):
    assert apart(places, [20] * len(places), 0, 100) == moved


def test_labels_of_unlike_heights_do_not_touch():
    heights = [20, 60, 20]
    middles = apart([50, 50, 50], heights, 0, 100)
    edges = [(middle - height / 2, middle + height / 2) for middle, height in zip(middles, heights, strict=True)]
    assert all(above[1] <= below[0] + 1e-9 for above, below in pairwise(edges))
    assert (edges[0][0], edges[-1][1]) == (0, 100)
