"""The kinds of charts, and what a page must know of one before it is drawn: its rows, its room, its pages.

All sizes follow from the type size of the labels, because the labels are what must stay apart.
"""

from __future__ import annotations

import math
from decimal import Decimal
from itertools import pairwise
from typing import Literal, NamedTuple

from unitdeck.plan.chart import ChartSpec, Place
from unitdeck.plan.steps import step_limits

WHOLE = Decimal(100)
BULLET_CLIP = Decimal(160)  # a bar beyond 160 % is cut there and its label tells the figure


MOST_PANELS = 24
PANELS_A_ROW = 6  # as many as a page's width bears with their names
_TILE, _REGION, _MOST_REGIONS, _MAP_KEY = 3.0, 4.4, 20.0, 2.2

_LEFT_OUT = -1
_LEAST_SHORT = 7  # the first, 「⋮」, three around the own unit, 「⋮」, the last


class Range(NamedTuple):
    """The least and the greatest of a length, in points."""

    least: float
    most: float


class ChartKind(NamedTuple):
    """What a page must know of a kind of chart; lengths are multiples of its type size.

    ``zh`` and ``en`` are its name. ``room`` is where its module lies: ``native`` is drawn by PowerPoint, ``drawn`` is a
    picture. ``row_based`` kinds draw one row a category, ``row`` high each, and may be cut into pages by rows;
    the others fill ``height``. ``names`` says that the category names stand left of the plot
    (``PlacedChart.label_width``) and ``values`` that labels stand right of it (``PlacedChart.value_width``).
    ``series_units`` says that the units are the series: ``ChartSpec.highlight`` is one of those.
    ``head`` is what stands above and below the rows, ``panel`` how high a row of small panels, one a series, must be.
    """

    zh: str
    en: str
    room: Literal["native", "drawn"]
    row: Range | None
    height: Range
    names: bool = False
    values: bool = False
    series_units: bool = False
    head: float = 0.0
    panel: float = 0.0

    @property
    def row_based(self) -> bool:
        """Whether it grows with its rows."""
        return self.row is not None


_ANY = Range(0, 0)
_BULLET_ROW = Range(2.1, 4.6)
_BAR_ROW = Range(1.5, 3.0)

# The one list of kinds: each is drawn by ``charts/<room>/<name>.py``, whose ``draw`` is found by this name.
CHART_KINDS: dict[str, ChartKind] = {
    "bullet": ChartKind("完成率对比图", "Completion chart", "native", _BULLET_ROW, _ANY, names=True, values=True),
    "gap": ChartKind("序时差图", "Gap chart", "native", _BAR_ROW, _ANY, names=True, values=True),
    "ranking": ChartKind("排名条形图", "Ranking bar chart", "native", _BAR_ROW, _ANY, names=True, values=True),
    "line": ChartKind("折线图", "Line chart", "native", None, Range(10, 22)),
    "column": ChartKind("柱形图", "Column chart", "native", None, Range(9, 22)),
    "stacked": ChartKind("构成条形图", "Stacked bar chart", "native", None, Range(6, 20), names=True),
    "doughnut": ChartKind("构成环形图", "Doughnut chart", "native", None, Range(11, 24)),
    "heatmap": ChartKind("热力图", "Heat map", "drawn", Range(1.6, 2.6), _ANY, names=True, head=6.0),
    "quadrant": ChartKind("四象限图", "Quadrant chart", "drawn", None, Range(15, 26)),
    "town_map": ChartKind("分布地图", "Map", "drawn", None, Range(11, 26)),
    "multiples": ChartKind("小多图", "Small multiples", "drawn", None, Range(13, 26), series_units=True, panel=5.6),
}


def row_range_pt(kind: str, size_pt: float) -> Range:
    """Return how high a row of a row-based kind may be, in points, at that type size."""
    row = CHART_KINDS[kind].row or _ANY
    return Range(row.least * size_pt, row.most * size_pt)


def height_range_pt(spec: ChartSpec, size_pt: float) -> Range:
    """Return how high the whole chart may be, in points: by its rows, or by its kind."""
    kind = CHART_KINDS[spec.kind]
    least, most = kind.row or kind.height
    rows = max(len(spec.categories), 1) if kind.row_based else 1
    if kind.panel:
        least = max(least, kind.panel * math.ceil(min(len(spec.series), MOST_PANELS) / PANELS_A_ROW))
    if spec.places:
        least = max(least, _map_height(spec.places))
    most = max(least, most)
    return Range((least * rows + kind.head) * size_pt, (most * rows + kind.head) * size_pt)


def _map_height(places: tuple[Place, ...]) -> float:
    """How high a map must be for its labels, in multiples of the type size, with the key of its colours."""
    tiles = [place.tile[0] for place in places if place.tile]
    if tiles:
        return _TILE * (max(tiles) - min(tiles) + 1) + _MAP_KEY
    return min(_REGION * math.sqrt(len(places)), _MOST_REGIONS) + _MAP_KEY


def rows(spec: ChartSpec, start: int, stop: int) -> ChartSpec:
    """Return the chart of the categories from ``start`` up to ``stop``: a page of a row-based chart.

    A heat map's pages keep the colour steps of the whole.
    """
    highlight = spec.highlight
    return spec._replace(
        categories=spec.categories[start:stop],
        series=tuple(series._replace(values=series.values[start:stop]) for series in spec.series),
        labels=spec.labels[start:stop],
        tones=spec.tones[start:stop],
        limits=step_limits(spec) if spec.kind == "heatmap" else spec.limits,
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
