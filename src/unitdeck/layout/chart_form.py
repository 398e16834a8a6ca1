"""The form in which a chart can be read in its column: columns or parts that could not be read there become rows.

Layout asks this before it measures, because rows need another height and may be cut into pages.
"""

from __future__ import annotations

from decimal import Decimal

from unitdeck.base.units import emu
from unitdeck.layout.chart_room import labels_fit, ring_is_readable
from unitdeck.layout.metrics import width_pt
from unitdeck.plan.chart import ChartSpec
from unitdeck.plan.chart_kinds import CHART_KINDS, has_rows
from unitdeck.plan.chart_rows import shorten
from unitdeck.plan.figures import figure_texts, value_text
from unitdeck.plan.parts import MOST_PARTS, fold_categories, folded, parts_of, share_text
from unitdeck.plan.periods import are_periods
from unitdeck.plan.waterfall import MOST_STEPS, fold_steps

MOST_RANKS = 14  # a longer ranking shows its head, the own unit and its last: more rows are not read in a meeting
_NAME_LINES = 2  # a name under a column is broken into so many lines at most
_NAME_AIR_EM = 0.6
_SHORT_EM = 7.0  # of names up to this every n-th may stand under a line
_LINE_WIDTH = 0.75  # of a line chart that its periods have beside the names of its lines


def formed(spec: ChartSpec, width: float, size_pt: float, lang: str) -> ChartSpec:
    """Return the chart as it is drawn in a column ``width`` points wide with type of that size (the least legible).

    Columns over anything but periods become rows where a name takes more than two lines or a figure is wider than its
    column, and so does a line where its names do. So does a whole whose parts cannot be drawn as such (one is negative,
    none is above 0, or their names leave no room for a ring or stand wider than the bar), with the share of each, if
    all are known and positive. Wholes in rows have their parts folded here, so that all pages show the same. A long
    ranking is shortened, a waterfall of many steps has its smallest changes summed. Words at bars that leave no room
    for the bars give way to the bare figures.
    """
    kind = CHART_KINDS[spec.kind]
    if kind.changes:
        spec = fold_steps(spec, MOST_STEPS, lang)
    if kind.bars == "values":
        if kind.ranks:
            spec = shorten(spec, MOST_RANKS)
        spec = spec._replace(signed=spec.signed or kind.signed)
        return spec if labels_fit(spec, emu(width), size_pt) else spec._replace(labels=())
    if kind.under and kind.as_rows and not _columns_fit(spec, width, size_pt):
        return formed(spec._replace(kind=kind.as_rows), width, size_pt, lang)
    if not kind.parts or not spec.series:
        return spec
    if has_rows(spec):
        return folded(spec, lang)
    every = parts_of(spec)
    whole = fold_categories(every, MOST_PARTS, lang)
    known = [value for value in every.series[0].values if value]
    drawable = bool(known) and min(known) > 0
    if drawable and _fits(whole, width, size_pt):
        return spec
    labels = _labels(whole, sum(known, Decimal(0))) if drawable else ()
    series = tuple(one._replace(role="part") for one in whole.series)
    as_rows = whole._replace(kind=kind.as_rows, series=series, labels=labels, highlight=None, tones=())
    return formed(as_rows, width, size_pt, lang)


def _columns_fit(spec: ChartSpec, width: float, size_pt: float) -> bool:
    """Whether the names find room under columns or points, and the figures on columns.

    Periods stay as they are, however many. What has names too long for a line's points is no course of time.
    """
    if not spec.categories or are_periods(spec.categories):
        return True
    pitch = width / len(spec.categories)
    widest_name = max(width_pt(name, size_pt) for name in spec.categories)
    if CHART_KINDS[spec.kind].ends:
        lines = _NAME_LINES * (_LINE_WIDTH * pitch - _NAME_AIR_EM * size_pt)
        return widest_name <= max(lines, _SHORT_EM * size_pt)
    figures = (*figure_texts(spec), *spec.labels)
    widest_figure = max((width_pt(text, size_pt, True) for text in figures), default=0.0)
    return widest_name <= _NAME_LINES * (pitch - _NAME_AIR_EM * size_pt) and widest_figure <= pitch


def _fits(whole: ChartSpec, width: float, size_pt: float) -> bool:
    """Whether the names of the parts find room: beside the ring, or over the bar."""
    kind = CHART_KINDS[whole.kind]
    if kind.parts == "ring":
        return ring_is_readable(whole, width, size_pt)
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
