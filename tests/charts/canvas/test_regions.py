import pytest

from unitdeck.charts.canvas.marks import Bounds
from unitdeck.charts.canvas.regions import bounds_of, fitted, is_inside, spot
from unitdeck.plan.chart import Place

SQUARE = ((0.0, 0.0), (10.0, 0.0), (10.0, 10.0), (0.0, 10.0))
HOLE = ((4.0, 4.0), (4.0, 6.0), (6.0, 6.0), (6.0, 4.0))


def test_metres_are_fitted_without_distortion():
    big = tuple((x * 1000 + 400_000, y * 1000) for x, y in SQUARE)
    (rings,) = fitted([Place("甲", rings=(big,))], Bounds(0, 0, 300, 100))
    assert bounds_of(rings) == pytest.approx((100, 0, 200, 100))


def test_inside_minds_holes():
    assert is_inside((1, 1), (SQUARE, HOLE))
    assert not is_inside((5, 5), (SQUARE, HOLE))
    assert not is_inside((11, 5), (SQUARE,))


def test_a_label_stands_inside_off_the_hole_or_does_not_fit():
    found = spot((SQUARE, HOLE), 3, 2)
    assert found.fits
    area = Bounds(found.x - 1.5, found.y - 1, found.x + 1.5, found.y + 1)
    assert area.within(Bounds(0, 0, 10, 10))
    assert not area.overlaps(Bounds(4, 4, 6, 6))
    assert not spot((SQUARE,), 12, 2).fits
