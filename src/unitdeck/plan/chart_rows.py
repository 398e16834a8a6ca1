"""The rows of a chart that draws one a category: a page of them, the few that stand for many."""

from __future__ import annotations

from itertools import pairwise

from unitdeck.plan.chart import ChartSpec
from unitdeck.plan.chart_kinds import CHART_KINDS
from unitdeck.plan.classes import class_breaks

ELLIPSIS = "⋮"  # the row that stands for those left out

_LEFT_OUT = -1
_LEAST_SHORT = 7  # the first, 「⋮」, three around the own unit, 「⋮」, the last


def rows(spec: ChartSpec, start: int, stop: int) -> ChartSpec:
    """Return the chart of the categories from ``start`` up to ``stop``: a page of a row-based chart.

    Pages keep the class breaks of the whole.
    """
    highlight = spec.highlight
    return spec._replace(
        categories=spec.categories[start:stop],
        series=tuple(series._replace(values=series.values[start:stop]) for series in spec.series),
        labels=spec.labels[start:stop],
        tones=spec.tones[start:stop],
        limits=class_breaks(spec) if CHART_KINDS[spec.kind].classes else spec.limits,
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
        categories=tuple(ELLIPSIS if index == _LEFT_OUT else spec.categories[index] for index in order),
        series=tuple(
            series._replace(values=tuple(None if index == _LEFT_OUT else series.values[index] for index in order))
            for series in spec.series
        ),
        labels=tuple("" if index == _LEFT_OUT else spec.labels[index] for index in order) if spec.labels else (),
        tones=tuple("" if index == _LEFT_OUT else spec.tones[index] for index in order) if spec.tones else (),
        highlight=order.index(spec.highlight) if spec.highlight is not None else None,
    )
