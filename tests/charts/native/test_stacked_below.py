"""Stacked bars below zero: the figures of parts that are too narrow stand left of them."""

from support.drawn import shift, words
from unitdeck.plan.chart import Series


def rows_of(make, numbers, *parts):
    return make("stacked", ("甲", "乙"), *(Series(f"部分{n}", numbers(*row), "part") for n, row in enumerate(parts)))


def test_figures_stand_left_where_there_is_room(make, numbers, place, opened):
    drawn = opened(place(rows_of(make, numbers, (-6000, -9), (-4000, -3))))
    label = drawn.labels(1)[1]
    assert words(label) == "−9.0 / −3.0"
    assert shift(label)[0] < 0


def test_else_on_the_right(make, numbers, place, opened):
    drawn = opened(place(rows_of(make, numbers, (6000, -9), (4000, -3))))
    label = drawn.labels(0)[1]
    assert words(label) == "−9.0 / −3.0"
    assert shift(label)[0] > 0
