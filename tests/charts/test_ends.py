from decimal import Decimal

import pytest

from unitdeck.charts.ends import End, Ground, shifts

LABEL = 20.0


def ground(*lines, pitch=50.0, per_value=10.0):
    values = tuple(tuple(None if value is None else Decimal(value) for value in line) for line in lines)
    return Ground(values, pitch, per_value, LABEL, -200.0, -10.0)


def ends(*places, width=60.0):
    return [End(line, period, "", width) for line, period in enumerate(places)]


def test_labels_at_the_edge_keep_the_order_of_their_lines():
    plot = ground((1, 10), (1, 11), (1, 9))
    moved = shifts(ends(1, 1, 1), plot)
    places = [-10 * value + moved[line] for line, value in enumerate((10, 11, 9))]
    assert places[1] + LABEL <= places[0]
    assert places[0] + LABEL <= places[2]


def test_labels_that_would_leave_the_plot_are_pushed_up_again():
    moved = shifts(ends(1, 1, 1), ground((1, 2), (1, 2), (1, 2)))
    assert sorted(-20 + down for down in moved.values()) == [-50, -30, -10]


def test_a_lone_label_stays_at_its_point():
    assert shifts(ends(1), ground((1, 5))) == {0: 0}


@pytest.mark.parametrize("other", [(5, 5, 5, 5), (1, 5, 9, 13), (13, 9, 5, 1)])
def test_a_label_within_the_plot_lies_on_no_line(other):
    plot = ground((4, 5, None, None), other)
    down = shifts([End(0, 1, "", 60.0)], plot)[0]
    middle = -50 + down
    for x in range(55, 116):
        period, part = divmod(x / 50, 1)
        period = int(period)
        height = -10 * (other[period] + (other[period + 1] - other[period]) * part)
        assert abs(height - middle) >= LABEL / 2 - 0.5


def test_a_label_within_the_plot_lies_on_no_other_label():
    plot = ground((4, 5, None), (4, 5, None))
    moved = shifts([End(0, 1, "", 30.0), End(1, 1, "", 30.0)], plot)
    assert abs(moved[0] - moved[1]) >= LABEL
