"""The kinds of charts: their names, where each is drawn, and the room that it needs."""

from __future__ import annotations

from typing import Literal, NamedTuple

from unitdeck.plan.chart import ChartSpec


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
    of those. ``head`` is what stands above and below the rows, ``panel`` how high a row of small panels, one a series,
    must be.
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
_GANTT_ROW = Range(1.7, 3.4)

# The one list of kinds: each is drawn by ``charts/<room>/<name>.py``, whose ``draw`` is found by this name.
CHART_KINDS: dict[str, ChartKind] = {
    "bullet": ChartKind("完成率对比图", "Completion chart", "native", _BULLET_ROW, _ANY, names=True, values=True),
    "gap": ChartKind("序时差图", "Gap chart", "native", _BAR_ROW, _ANY, names=True, values=True),
    "ranking": ChartKind("排名条形图", "Ranking bar chart", "native", _BAR_ROW, _ANY, names=True, values=True),
    "slope": ChartKind("坡度图", "Slope chart", "native", None, Range(11, 26), series_units=True),
    "bump": ChartKind("位次变化图", "Bump chart", "native", None, Range(11, 26), series_units=True),
    "radar": ChartKind("雷达图", "Radar chart", "native", None, Range(15, 26), series_units=True),
    "line": ChartKind("折线图", "Line chart", "native", None, Range(10, 22)),
    "column": ChartKind("柱形图", "Column chart", "native", None, Range(9, 22)),
    "bar": ChartKind("条形图", "Bar chart", "native", _BAR_ROW, _ANY, names=True, values=True),
    "panel": ChartKind("量率对照图", "Amounts and rates", "native", None, Range(17, 30)),
    "stacked": ChartKind("构成条形图", "Stacked bar chart", "native", Range(1.8, 3.4), Range(6, 10), names=True),
    "doughnut": ChartKind("构成环形图", "Doughnut chart", "native", None, Range(11, 24)),
    "waterfall": ChartKind("瀑布图", "Waterfall chart", "native", None, Range(11, 24)),
    "waterfall_rows": ChartKind(
        "横向瀑布图", "Waterfall chart in rows", "native", _BAR_ROW, _ANY, names=True, values=True
    ),
    "gantt": ChartKind("甘特图", "Gantt chart", "native", _GANTT_ROW, _ANY, names=True),
    "sparkline": ChartKind("迷你折线图", "Sparkline", "native", None, Range(1.2, 4)),
    "heatmap": ChartKind("热力图", "Heat map", "drawn", Range(1.6, 2.6), _ANY, names=True, head=6.0),
    "quadrant": ChartKind("四象限图", "Quadrant chart", "drawn", None, Range(15, 26)),
    "town_map": ChartKind("分布地图", "Map", "drawn", None, Range(11, 26)),
    "multiples": ChartKind("小多图", "Small multiples", "drawn", None, Range(13, 26), series_units=True, panel=5.6),
}


def has_rows(spec: ChartSpec) -> bool:
    """Return whether a chart draws a row a category.

    A kind that has both rows and a height (stacked) does where it has several bars.
    """
    kind = CHART_KINDS[spec.kind]
    return kind.row_based and (kind.height == _ANY or (len(spec.series) > 1 and len(spec.categories) > 1))
