"""The kinds of charts, and what a page must know of one before it is drawn: its rows, its room, its pages.

All sizes follow from the type size of the labels, because the labels are what must stay apart.
"""

from __future__ import annotations

from decimal import Decimal
from itertools import pairwise
from typing import Literal, NamedTuple

from unitdeck.plan.chart import ChartSpec

WHOLE = Decimal(100)
BULLET_CLIP = Decimal(160)  # a bar beyond 160 % is cut there and its label tells the figure
PANEL_RATES = 0.54  # of a panel's height: there its columns have ended and the name of its rate stands

_NAMED_AT_ENDS = ("slope", "bump")
_NAME_LINE, _NAMES_FOOT = 1.45, 2.5  # a name at a line's end, and the periods' names, in multiples of the type size
_NAMES_MOST = 20.0  # twelve names: more are not worth smaller type
ELLIPSIS = "⋮"  # the row that stands for those left out

_LEFT_OUT = -1
_LEAST_SHORT = 7  # the first, 「⋮」, three around the own unit, 「⋮」, the last


class Range(NamedTuple):
    """The least and the greatest of a length, in points."""

    least: float
    most: float


class ChartKind(NamedTuple):
    """What a page must know of a kind of chart; lengths are multiples of its type size.

    ``zh`` and ``en`` are its name. ``room`` is where its module lies: ``native`` is drawn by PowerPoint, ``drawn`` is a
    picture. ``row_based`` kinds draw one row a category, ``row`` high each, and may be cut into pages by rows; the
    others fill ``height``; one that has both (stacked) has rows where it has several bars. ``names`` says that the
    category names stand left of the plot (``PlacedChart.label_width``) and ``values`` that labels stand right of it
    (``PlacedChart.value_width``). ``series_units`` says that the units are the series: ``ChartSpec.highlight`` is one
    of those.
    """

    zh: str
    en: str
    room: Literal["native", "drawn"]
    row: Range | None
    height: Range
    names: bool = False
    values: bool = False
    series_units: bool = False

    @property
    def row_based(self) -> bool:
        """Whether it grows with its rows."""
        return self.row is not None


_ANY = Range(0, 0)
_BULLET_ROW = Range(2.1, 4.6)
_BAR_ROW = Range(1.5, 3.0)
_GANTT_ROW = Range(1.7, 3.4)

# The one list of kinds: each is drawn by ``charts/<room>/<name>.py``, whose ``draw`` is found by this name.
CHART_KINDS: dict[str, ChartKind] = {
    "bullet": ChartKind("完成率对比图", "Completion chart", "native", _BULLET_ROW, _ANY, names=True, values=True),
    "gap": ChartKind("序时差图", "Gap chart", "native", _BAR_ROW, _ANY, names=True, values=True),
    "ranking": ChartKind("排名条形图", "Ranking bar chart", "native", _BAR_ROW, _ANY, names=True, values=True),
    "gantt": ChartKind("甘特图", "Gantt chart", "native", _GANTT_ROW, _ANY, names=True),
    "line": ChartKind("折线图", "Line chart", "native", None, Range(10, 22)),
    "column": ChartKind("柱形图", "Column chart", "native", None, Range(9, 22)),
    "stacked": ChartKind("构成条形图", "Stacked bar chart", "native", Range(1.8, 3.4), Range(6, 10), names=True),
    "bar": ChartKind("条形图", "Bar chart", "native", _BAR_ROW, _ANY, names=True, values=True),
    "panel": ChartKind("量率对照图", "Amounts and rates", "native", None, Range(15, 30)),
    "waterfall": ChartKind("瀑布图", "Waterfall chart", "native", None, Range(11, 24)),
    "waterfall_rows": ChartKind(
        "横向瀑布图", "Waterfall chart in rows", "native", _BAR_ROW, _ANY, names=True, values=True
    ),
    "doughnut": ChartKind("构成环形图", "Doughnut chart", "native", None, Range(11, 24)),
    "sparkline": ChartKind("迷你折线图", "Sparkline", "native", None, Range(1.2, 4)),
    "slope": ChartKind("坡度图", "Slope chart", "native", None, Range(11, 26), series_units=True),
    "radar": ChartKind("雷达图", "Radar chart", "native", None, Range(15, 26), series_units=True),
    "bump": ChartKind("位次变化图", "Bump chart", "native", None, Range(11, 26), series_units=True),
}


def row_range_pt(kind: str, size_pt: float) -> Range:
    """Return how high a row of a row-based kind may be, in points, at that type size."""
    row = CHART_KINDS[kind].row or _ANY
    return Range(row.least * size_pt, row.most * size_pt)


def height_range_pt(spec: ChartSpec, size_pt: float) -> Range:
    """Return how high the whole chart may be, in points: by its rows, or by its kind and the names of its lines."""
    kind = CHART_KINDS[spec.kind]
    if kind.row is not None and has_rows(spec):
        count = max(len(spec.categories), 1)
        return Range(kind.row.least * count * size_pt, kind.row.most * count * size_pt)
    least, most = kind.height
    if spec.kind in _NAMED_AT_ENDS:
        least = max(least, min(_NAMES_FOOT + _NAME_LINE * len(spec.series), _NAMES_MOST))
    return Range(least * size_pt, most * size_pt)


def has_rows(spec: ChartSpec) -> bool:
    """Return whether a chart draws a row a category.

    A kind that has both rows and a height (stacked) does where it has several bars.
    """
    kind = CHART_KINDS[spec.kind]
    return kind.row_based and (kind.height == _ANY or (len(spec.series) > 1 and len(spec.categories) > 1))


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
        categories=tuple(ELLIPSIS if index == _LEFT_OUT else spec.categories[index] for index in order),
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
