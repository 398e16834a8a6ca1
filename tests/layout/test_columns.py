from random import Random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from unitdeck.layout.columns import share

WIDTHS = st.integers(0, 12_000_000)
NEEDS = st.lists(st.tuples(WIDTHS, WIDTHS).map(lambda pair: (min(pair), max(pair))), min_size=1, max_size=9)
WEIGHTS = st.lists(st.one_of(st.just(0.0), st.floats(0.01, 1e7)), min_size=9, max_size=9)


@settings(max_examples=100, deadline=None)
@given(WIDTHS, NEEDS, WEIGHTS)
def test_columns_fill_the_width_between_their_least_and_natural_widths(
    width: int, needs: list[tuple[int, int]], weights: list[float]
):
    widths = share(width, needs, weights[: len(needs)])
    assert sum(widths) == width
    rounding = 2 * len(needs)
    if sum(low for low, _ in needs) <= width:
        assert all(got >= low - rounding for got, (low, _) in zip(widths, needs, strict=True))
        if sum(high for _, high in needs) >= width:
            assert all(got <= high + rounding for got, (_, high) in zip(widths, needs, strict=True))
    else:
        assert all(got <= low + rounding for got, (low, _) in zip(widths, needs, strict=True))


@settings(max_examples=100, deadline=None)
@given(WIDTHS, NEEDS, WEIGHTS, st.randoms(use_true_random=False))
def test_a_column_has_its_width_wherever_it_stands(
    width: int, needs: list[tuple[int, int]], weights: list[float], random: Random
):
    weights = weights[: len(needs)]
    order = list(range(len(needs)))
    random.shuffle(order)
    widths = share(width, needs, weights)
    moved = share(width, [needs[i] for i in order], [weights[i] for i in order])
    rounding = 2 * len(needs)
    assert all(abs(moved[to] - widths[i]) <= rounding for to, i in enumerate(order))


@pytest.mark.parametrize("width", [0, 1, 300])
@pytest.mark.parametrize("needs", [[(0, 0)], [(0, 0)] * 3, [(0, 7), (0, 0)], [(5, 5), (0, 900)]])
@pytest.mark.parametrize("weight", [0.0, 1.0])
def test_nothing_needed_or_weighed_is_shared_too(width: int, needs: list[tuple[int, int]], weight: float):
    widths = share(width, needs, [weight] * len(needs))
    assert sum(widths) == width
    assert min(widths) >= 0


def test_where_all_have_room_the_rest_is_shared_by_weight():
    assert share(600, [(10, 100), (10, 200)], [1, 2]) == (200, 400)


def test_a_column_that_needs_less_than_its_share_leaves_the_rest_to_the_others():
    assert share(300, [(10, 20), (10, 400), (10, 400)], [1, 1, 1]) == (20, 140, 140)


def test_a_column_keeps_its_least_width_where_its_share_is_smaller():
    assert share(300, [(120, 130), (10, 400), (10, 400)], [0.1, 1, 1]) == (120, 90, 90)


def test_columns_that_are_too_wide_together_shrink_alike():
    assert share(300, [(200, 200), (400, 900)], [1, 1]) == (100, 200)


def test_no_columns_have_no_widths():
    assert share(300, [], []) == ()
