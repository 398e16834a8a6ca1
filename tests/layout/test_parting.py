from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from unitdeck.layout.parting import counts, in_columns, shared

TOTALS = st.integers(1, 60)
LEAST = st.integers(1, 6)


@given(TOTALS, LEAST)
def test_both_pages_keep_the_least_wherever_there_are_enough(total: int, least: int) -> None:
    ways = list(counts(total, least, alone=False))
    assert ways == sorted(ways, reverse=True)
    assert all(total - kept >= least for kept in ways)
    if total >= 2 * least:
        assert min(ways) >= least


@given(TOTALS, LEAST)
def test_a_page_of_its_own_tries_every_count_the_orphans_last(total: int, least: int) -> None:
    good, ways = list(counts(total, least, alone=False)), list(counts(total, least, alone=True))
    assert ways[: len(good)] == good
    assert sorted(ways) == list(range(1, total))


def test_three_rows_leave_two_for_the_next_page() -> None:
    assert list(counts(3, 2, alone=False)) == [1]
    assert list(counts(3, 2, alone=True)) == [1, 2]
    assert list(counts(2, 2, alone=False)) == []


@given(st.lists(st.integers(1, 500), min_size=1, max_size=20), st.integers(1, 4), st.integers(0, 20))
def test_columns_hold_everything_in_order_as_low_as_can_be(heights: list[int], columns: int, gap: int) -> None:
    parts = shared(heights, columns, gap)
    assert len(parts) <= columns
    assert [start for start, _ in parts] == [0, *(stop for _, stop in parts[:-1])]
    assert parts[-1][1] == len(heights)
    highest = max(sum(heights[start:stop]) + gap * (stop - start - 1) for start, stop in parts)
    even = -(-(sum(heights) + gap * (len(heights) - columns)) // columns)
    assert highest >= min(even, sum(heights))
    assert highest <= even + max(heights) + gap
    if columns == 2 and len(heights) > 1:
        halves = [(heights[:cut], heights[cut:]) for cut in range(1, len(heights))]
        best = min(max(sum(h) + gap * (len(h) - 1) for h in half) for half in halves)
        assert highest == min(best, sum(heights) + gap * (len(heights) - 1))


def test_a_width_goes_into_as_few_columns_as_can_be_read() -> None:
    assert in_columns(900, 900, 20) == (1, 900)
    assert in_columns(1820, 900, 20) == (3, 593)
    assert in_columns(1000, 900, 20) == (2, 490)
