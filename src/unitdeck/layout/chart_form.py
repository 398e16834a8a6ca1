"""The form in which a chart can be read in its column: compositions that no ring or bar can show become rows.

Layout asks this before it measures, because rows need another height and may be cut into pages.
"""

from __future__ import annotations

from decimal import Decimal

from unitdeck.base.units import emu
from unitdeck.layout.chart_room import labels_fit
from unitdeck.layout.metrics import width_pt
from unitdeck.layout.ring import LEAST_RADIUS_PT, ring_of
from unitdeck.plan.chart import ChartSpec
from unitdeck.plan.chart_adapt import adapted
from unitdeck.plan.chart_kinds import CHART_KINDS, has_rows
from unitdeck.plan.chart_rows import shorten
from unitdeck.plan.figures import value_text
from unitdeck.plan.parts import MOST_PARTS, WHOLES, fold_categories, parts_of, share_text

_BARS = ("ranking", "gap", "bar")
MOST_RANKS = 14  # a longer ranking shows its head, the own unit and its last: more rows are not read in a meeting


def formed(spec: ChartSpec, width: float, size_pt: float, lang: str) -> ChartSpec:
    """Return the chart as it is drawn in a column ``width`` points wide with type of that size (the least legible).

    Columns that would not be read become rows (:func:`~unitdeck.plan.chart_adapt.adapted`). So does a whole whose parts
    cannot be drawn as such (one is negative, none is above 0, or their names leave no room for a ring or stand wider
    than the bar), with the share of each, if all are known and positive. A long ranking is shortened. Words at bars
    that leave no room for the bars give way to the bare figures.
    """
    spec = adapted(spec, width, size_pt, lang)
    if spec.kind in _BARS:
        if spec.kind == "ranking":
            spec = shorten(spec, MOST_RANKS)
        elif spec.kind == "gap":
            spec = spec._replace(signed=True)
        return spec if labels_fit(spec, emu(width), size_pt) else spec._replace(labels=())
    if spec.kind not in WHOLES or not spec.series:
        return spec
    if has_rows(spec):
        return spec
    every = parts_of(spec)
    whole = fold_categories(every, MOST_PARTS, lang)
    known = [value for value in every.series[0].values if value]
    drawable = bool(known) and min(known) > 0
    if drawable and _fits(whole, width, size_pt):
        return spec
    labels = _labels(whole, sum(known, Decimal(0))) if drawable else ()
    series = tuple(one._replace(role="part") for one in whole.series)
    as_rows = whole._replace(kind="ranking", series=series, labels=labels, highlight=None, tones=())
    return formed(as_rows, width, size_pt, lang)


def _fits(whole: ChartSpec, width: float, size_pt: float) -> bool:
    """Whether the names of the parts find room: beside the ring, or over the bar."""
    if whole.kind == "doughnut":
        least = CHART_KINDS["doughnut"].height.least * size_pt
        return ring_of(whole, width, least, size_pt).radius_pt >= LEAST_RADIUS_PT
    total = sum((value for value in whole.series[0].values if value), Decimal(0))
    texts = (
        f"{name} {share_text(value, total)}"
        for name, value in zip(whole.categories, whole.series[0].values, strict=True)
        if value
    )
    return all(width_pt(text, size_pt) + 2 * size_pt <= width for text in texts)


def _labels(whole: ChartSpec, total: Decimal) -> tuple[str, ...]:
    return tuple(
        f"{value_text(value, whole)}　{share_text(value, total)}" if value is not None else ""
        for value in whole.series[0].values
    )
