from decimal import Decimal

import pytest

from unitdeck.charts.frame import Frame
from unitdeck.charts.periods import beside, every_nth, fitting, names_height_pt, spaced

FRAME = Frame(600, 300, 14, "zh")


def sides(*values, pitch=60.0, per_value=1.0, zero=False):
    numbers = [None if value is None else Decimal(value) for value in values]
    return beside(numbers, ["12"] * len(numbers), FRAME, pitch, per_value, zero=zero)


def test_peaks_have_their_labels_above_and_valleys_below():
    found = sides(0, 50, 0, 50, 0)
    assert [found[index].position for index in range(1, 4)] == ["t", "b", "t"]
    assert all(found[index].shift(FRAME) is None for index in range(1, 4))


def test_on_a_steep_line_a_label_moves_away_from_the_side_that_rises():
    rising, falling = sides(0, 200, 400)[1], sides(400, 200, 0)[1]
    assert (rising.position, falling.position) == ("t", "t")
    assert rising.right_pt < 0 < falling.right_pt
    assert rising.shift(FRAME) == (rising.right_pt / 600, rising.down_pt / 300)


def test_on_a_flat_line_labels_stay_over_their_points():
    assert all(one.right_pt == 0 and one.position == "t" for one in sides(0, 1, 2, 3).values())


def test_no_label_lies_on_the_line_at_zero():
    found = sides(2, 3, -2, -3, zero=True)
    assert [found[index].position for index in range(4)] == ["t", "t", "b", "b"]


@pytest.mark.parametrize("value", [-30, -20, -10, -1, 0, 1, 10, 20, 30])
@pytest.mark.parametrize("beside", [90, -90])
def test_a_turn_near_zero_has_its_label_on_either_side_of_it(value, beside):
    found = sides(value + beside, value, value + beside, zero=True)[1]
    near = value - found.down_pt
    far = near + (20 if found.position == "t" else -20)
    assert not min(near, far) < 0 < max(near, far)


def test_missing_points_have_no_label_and_hide_nothing():
    found = sides(None, 5, None)
    assert list(found) == [1]
    assert found[1].shift(FRAME) is None


def test_all_figures_are_printed_where_no_two_neighbours_touch():
    values = [Decimal(value) for value in (1, 2, 3)]
    assert spaced(values, ["1,000,000", "2", "3"], FRAME, 65) == {0, 1, 2}
    assert spaced(values, ["1,000,000", "2", "3"], FRAME, 55) == {0, 2}  # the first one stays in the frame
    assert spaced(values, ["1,000,000", "2,000,000", "3,000,000"], FRAME, 55) == {0, 2}


def test_labels_that_come_first_are_kept():
    assert fitting((1, 0, 2), {0: 50.0, 1: 50.0, 2: 50.0}, FRAME, 30) == {1}
    assert fitting((0, 1, 2), {0: 50.0, 1: 50.0, 2: 50.0}, FRAME, 30) == {0, 2}


def test_names_of_periods_are_left_out_but_never_broken():
    quarters = [f"{2012 + index // 4}年{index % 4 + 1}季度" for index in range(40)]
    every = every_nth(quarters, FRAME, 15)
    assert every * 15 >= FRAME.widest_pt(quarters)
    assert names_height_pt(quarters, FRAME, 15, every) < 3 * 14


def test_long_names_of_other_things_are_broken_into_lines():
    names = ["城郊街道办事处财政所"] * 10
    assert every_nth(names, FRAME, 60) == 1
    assert names_height_pt(names, FRAME, 60) > 3 * 14
