"""Labels that keep apart with the least moves, and labels within a plot that lie on none of its lines."""

from itertools import pairwise

import pytest

from unitdeck.charts.label_places import Label, Lines, apart, off_lines

HIGH = 20.0


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


def lines(*depths):
    return Lines(depths, 50.0)


def at(left, right, middle):
    return Label(left, right, middle, HIGH)


@pytest.mark.parametrize("other", [(50, 50, 50, 50), (90, 50, 10, -30), (-30, 10, 50, 90)])
def test_a_label_within_the_plot_lies_on_no_line(other):
    plot = lines((60, 50, None, None), other)
    middle = off_lines(at(55, 115, 50), plot, (), -100, 200).middle
    for x in range(55, 116):
        period, part = divmod(x / 50, 1)
        period = int(period)
        depth = other[period] + (other[period + 1] - other[period]) * part
        assert abs(depth - middle) >= HIGH / 2 - 0.5


def test_a_label_within_the_plot_lies_on_no_other_label():
    plot = lines((60, 50, None))
    assert abs(off_lines(at(55, 85, 50), plot, [at(80, 99, 50)], 0, 200).middle - 50) >= HIGH
    assert off_lines(at(55, 85, 50), plot, [at(85, 99, 50)], 0, 200).middle == 50


def test_a_label_that_has_to_move_stays_in_the_plot():
    level = lines((50, 50, None), (50, 50, 50))
    assert off_lines(at(55, 85, 50), level, (), 0, 60).middle < 50
    assert off_lines(at(55, 85, 50), level, (), 40, 200).middle > 50
