from decimal import Decimal

import pytest

from support.chart_specs import chart, figures
from unitdeck.plan.chart import Series
from unitdeck.plan.classes import MOST_BREAKS, class_breaks, class_of


def breaks(*values, **more):
    return class_breaks(chart("heatmap", map(str, range(len(values))), Series("x", figures(*values)), **more))


@pytest.mark.parametrize(
    ("values", "parted"),
    [
        ((38.6, 63.4, 50, 0), ("20", "40", "60")),
        ((42, 159), ("50", "100", "150")),
        ((1, 2), ("1.25", "1.5", "1.75", "2")),
        ((5, 5), ()),
        ((None, None), ()),
        ((), ()),
        ((0, 0.004), ("0.001", "0.002", "0.003", "0.004")),
    ],
)
def test_round_breaks_part_the_figures(values, parted):
    found = breaks(*values)
    assert len(found) <= MOST_BREAKS
    assert list(found) == sorted(set(found))
    assert found == tuple(map(Decimal, parted))


@pytest.mark.parametrize("values", [(1, 10**9), (-5, 5), (0.1, 0.2, 0.3), (7, 8, 9, 10, 11), (-3, -1), (99.9, 100)])
def test_every_class_can_be_reached(values):
    found = breaks(*values)
    assert 1 <= len(found) <= MOST_BREAKS
    assert min(figures(*values)) < found[0]
    assert found[-1] <= max(figures(*values))


def test_one_outlier_does_not_pale_the_rest():
    found = breaks(*range(10, 20), 10_000)
    assert found[0] < 20


def test_signed_figures_have_zero_among_the_breaks():
    assert breaks(-11.4, 2.3, 10, signed=True) == tuple(map(Decimal, (-10, 0, 10)))
    assert breaks(-1, 9, signed=True) == (0, 5)
    assert Decimal(0) not in breaks(1, 9, signed=True)


def test_given_breaks_stay():
    assert breaks(1, 100, limits=figures(40, 50)) == (40, 50)


def test_a_break_belongs_to_the_class_above():
    parted = figures(40, 50)
    assert [class_of(Decimal(value), parted) for value in (39, 40, 49, 50, 51)] == [0, 1, 1, 2, 2]
