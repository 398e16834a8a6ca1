"""How many of a block's parts a page keeps: no row, card or item stands alone where that can be helped."""

from __future__ import annotations

from collections.abc import Iterator, Sequence


def counts(total: int, least: int, *, alone: bool) -> Iterator[int]:
    """Yield how many of ``total`` parts may stay on a page, the best first; the rest goes on.

    Either side has ``least`` parts wherever the total allows, else the rest has them. ``alone``: the page holds nothing
    else, so that something must stay; then every count is yielded, those that leave too few last.
    """
    enough = total >= 2 * least
    good = range(total - least, (least if enough else 1) - 1, -1)
    yield from good
    if alone:
        yield from (count for count in range(total - 1, 0, -1) if count not in good)


def shared(heights: Sequence[int], columns: int, gap: int = 0) -> list[tuple[int, int]]:
    """Return the start and stop of what stands in each of at most so many columns, in order: as low as can be."""
    low, high = max(heights, default=0), sum(heights) + gap * len(heights)
    while low < high:
        cap = (low + high) // 2
        if len(_filled(heights, cap, gap)) <= columns:
            high = cap
        else:
            low = cap + 1
    return _filled(heights, low, gap)


def _filled(heights: Sequence[int], cap: int, gap: int) -> list[tuple[int, int]]:
    columns, start, used = [], 0, 0
    for index, height in enumerate(heights):
        if index > start and used + gap + height > cap:
            columns.append((start, index))
            start, used = index, 0
        used += height + (gap if index > start else 0)
    return [*columns, (start, len(heights))]


def in_columns(width: int, longest: int, gutter: int) -> tuple[int, int]:
    """Return into how many columns a width goes whose lines may be so long, and how wide each is (EMU)."""
    count = max(-(-width // longest), 1)
    return count, (width - (count - 1) * gutter) // count
