"""What a page must know of a chart before it is drawn: its rows, the room it needs, how it is cut into pages.

All sizes follow from the type size of the labels, because the labels are what must stay apart.
"""

from __future__ import annotations

from decimal import Decimal
from itertools import pairwise
from typing import NamedTuple

from unitdeck.plan.chart import ChartSpec

WHOLE = Decimal(100)
BULLET_CLIP = Decimal(160)  # a bar beyond 160 % is cut there and its label tells the figure


_LEFT_OUT = -1
_LEAST_SHORT = 7  # the first, 「⋮」, three around the own unit, 「⋮」, the last


class Range(NamedTuple):
    """The least and the greatest of a length, in points."""

    least: float
    most: float


class ChartSize(NamedTuple):
    """The room a kind needs, in multiples of its type size.

    ``row_based`` kinds draw one row a category, ``row`` high each, and may be cut into pages by rows;
    the others fill ``height``. ``names`` says that the category names stand left of the plot
    (``PlacedChart.label_width``) and ``values`` that labels stand right of it (``PlacedChart.value_width``).
    """

    row_based: bool
    row: Range
    height: Range
    names: bool
    values: bool


_ANY = Range(0, 0)
_BULLET_ROW = Range(2.1, 4.6)
_BAR_ROW = Range(1.5, 3.0)

SIZES: dict[str, ChartSize] = {
    "bullet": ChartSize(True, _BULLET_ROW, _ANY, names=True, values=True),
    "gap": ChartSize(True, _BAR_ROW, _ANY, names=True, values=True),
    "ranking": ChartSize(True, _BAR_ROW, _ANY, names=True, values=True),
    "line": ChartSize(False, _ANY, Range(10, 22), names=False, values=False),
    "column": ChartSize(False, _ANY, Range(9, 22), names=False, values=False),
    "stacked": ChartSize(False, _ANY, Range(6, 20), names=True, values=False),
    "doughnut": ChartSize(False, _ANY, Range(11, 24), names=False, values=False),
}


def row_range_pt(kind: str, size_pt: float) -> Range:
    """Return how high a row of a row-based kind may be, in points, at that type size."""
    row = SIZES[kind].row
    return Range(row.least * size_pt, row.most * size_pt)


def height_range_pt(spec: ChartSpec, size_pt: float) -> Range:
    """Return how high the whole chart may be, in points: by its rows, or by its kind."""
    size = SIZES[spec.kind]
    least, most = size.row if size.row_based else size.height
    rows = max(len(spec.categories), 1) if size.row_based else 1
    return Range(least * rows * size_pt, most * rows * size_pt)


def rows(spec: ChartSpec, start: int, stop: int) -> ChartSpec:
    """Return the chart of the categories from ``start`` up to ``stop``: a page of a row-based chart."""
    highlight = spec.highlight
    return spec._replace(
        categories=spec.categories[start:stop],
        series=tuple(series._replace(values=series.values[start:stop]) for series in spec.series),
        labels=spec.labels[start:stop],
        tones=spec.tones[start:stop],
        highlight=highlight - start if highlight is not None and start <= highlight < stop else None,
    )


def shorten(spec: ChartSpec, most: int) -> ChartSpec:
    """Return a ranking of at most ``most`` rows: its head, the own unit with its neighbours, and its last row.

    Where rows are left out a row 「⋮」 without a figure stands for them. Never fewer than seven rows are kept.
    """
    count = len(spec.categories)
    if count <= max(most, _LEAST_SHORT):
        return spec
    own = spec.highlight
    always = {count - 1} if own is None else {count - 1} | ({own - 1, own, own + 1} & set(range(count)))
    for head in range(max(most, _LEAST_SHORT), 0, -1):
        kept = sorted(always | set(range(head)))
        order = [kept[0]]
        for before, index in pairwise(kept):
            order += [index] if index == before + 1 else [_LEFT_OUT, index]
        if len(order) <= max(most, _LEAST_SHORT):
            break
    return _picked(spec, order)


def _picked(spec: ChartSpec, order: list[int]) -> ChartSpec:
    """The chart of these rows in this order."""
    return spec._replace(
        categories=tuple("⋮" if index == _LEFT_OUT else spec.categories[index] for index in order),
        series=tuple(
            series._replace(values=tuple(None if index == _LEFT_OUT else series.values[index] for index in order))
            for series in spec.series
        ),
        labels=tuple("" if index == _LEFT_OUT else spec.labels[index] for index in order) if spec.labels else (),
        tones=tuple("" if index == _LEFT_OUT else spec.tones[index] for index in order) if spec.tones else (),
        highlight=order.index(spec.highlight) if spec.highlight is not None else None,
    )


def bullet_scale(spec: ChartSpec) -> Decimal:
    """Return the percentage at the right edge of a bullet chart's plot: 100, or as far as the longest bar, to 160."""
    values = (value for series in spec.series for value in series.values if value is not None)
    return min(max(values, default=WHOLE).max(WHOLE), BULLET_CLIP)
