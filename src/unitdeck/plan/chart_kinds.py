"""The kinds of charts: their names, where each is drawn, and the room that it needs."""

from typing import Literal, NamedTuple

from unitdeck.plan.chart import ChartSpec
from unitdeck.plan.gantt import AXIS_EM


class Range(NamedTuple):
    """The least and the greatest of a length, in points."""

    least: float
    most: float


class ChartKind(NamedTuple):
    """What others must know of a kind of chart; lengths are multiples of its type size.

    ``zh`` and ``en`` are its name. ``room`` is where its module lies: ``native`` is drawn by PowerPoint, ``drawn`` is a
    picture. Kinds with a ``row`` draw one a category, so high, and may be cut into pages by rows; the others fill
    ``height``; one that has both (stacked) has rows where it has several bars. ``head`` is what stands above and below
    the rows, ``panel`` how high a row of small panels, one a series, must be.

    Where names and labels stand: ``names`` of categories left of the plot (``PlacedChart.label_width``), ``values``
    right of it (``PlacedChart.value_width``), ``under`` the plot the names of columns or periods, at the ``ends`` of
    lines those of the series.

    What its figures mean: ``bars`` is what horizontal bars measure. ``parts``: they are the parts of a whole, in a ring
    or a stack. ``lanes``: several series are bars side by side in a row. ``changes``: series of the role ``part`` are
    signed changes, each from where the one before ends. ``rates``: those of the role ``rate`` are in % whatever the
    unit. ``measures``: its two series are measures of their own, across and up. ``classes``: the limits are class
    breaks. ``places``: the categories are places of a map. ``signed``: figures have their sign. ``ranks``: they are in
    order, so that many may be shortened. ``series_units``: the units are the series, and ``ChartSpec.highlight`` is one
    of those. ``as_rows`` is the kind that it becomes where it cannot be read in its column, if there is one.
    """

    zh: str
    en: str
    room: Literal["native", "drawn"]
    row: Range | None
    height: Range
    head: float = 0.0
    panel: float = 0.0
    names: bool = False
    values: bool = False
    under: bool = False
    ends: bool = False
    bars: Literal["", "values", "sums", "completion", "dates"] = ""
    parts: Literal["", "ring", "stack"] = ""
    lanes: bool = False
    changes: bool = False
    rates: bool = False
    measures: bool = False
    classes: bool = False
    places: bool = False
    signed: bool = False
    ranks: bool = False
    series_units: bool = False
    as_rows: str = ""


_ANY = Range(0, 0)
_BULLET_ROW = Range(2.1, 4.6)
_BAR_ROW = Range(1.5, 3.0)
_GANTT_ROW = Range(1.7, 3.4)

# The one list of kinds: each is drawn by ``charts/<room>/<name>.py``, whose ``draw`` is found by this name.
CHART_KINDS: dict[str, ChartKind] = {
    "bullet": ChartKind(
        "完成率对比图", "Completion chart", "native", _BULLET_ROW, _ANY, names=True, values=True, bars="completion"
    ),
    "gap": ChartKind(
        "序时差图", "Gap chart", "native", _BAR_ROW, _ANY, names=True, values=True, bars="values", signed=True
    ),
    "ranking": ChartKind(
        "排名条形图", "Ranking bar chart", "native", _BAR_ROW, _ANY, names=True, values=True, bars="values", ranks=True
    ),
    "slope": ChartKind("坡度图", "Slope chart", "native", None, Range(11, 26), ends=True, series_units=True),
    "bump": ChartKind("位次变化图", "Bump chart", "native", None, Range(11, 26), ends=True, series_units=True),
    "radar": ChartKind("雷达图", "Radar chart", "native", None, Range(15, 26), series_units=True),
    "line": ChartKind("折线图", "Line chart", "native", None, Range(10, 22), under=True, ends=True, as_rows="bar"),
    "column": ChartKind("柱形图", "Column chart", "native", None, Range(9, 22), under=True, as_rows="bar"),
    "bar": ChartKind(
        "条形图", "Bar chart", "native", _BAR_ROW, _ANY, names=True, values=True, bars="values", lanes=True
    ),
    "panel": ChartKind("量率对照图", "Amounts and rates", "native", None, Range(17, 30), under=True, rates=True),
    "stacked": ChartKind(
        "构成条形图",
        "Stacked bar chart",
        "native",
        Range(1.8, 3.4),
        Range(6, 10),
        names=True,
        bars="sums",
        parts="stack",
        as_rows="ranking",
    ),
    "doughnut": ChartKind(
        "构成环形图", "Doughnut chart", "native", None, Range(11, 24), parts="ring", as_rows="ranking"
    ),
    "waterfall": ChartKind(
        "瀑布图", "Waterfall chart", "native", None, Range(11, 24), under=True, changes=True, as_rows="waterfall_rows"
    ),
    "waterfall_rows": ChartKind(
        "横向瀑布图", "Waterfall chart in rows", "native", _BAR_ROW, _ANY, names=True, values=True, changes=True
    ),
    "gantt": ChartKind("甘特图", "Gantt chart", "native", _GANTT_ROW, _ANY, head=AXIS_EM, names=True, bars="dates"),
    "sparkline": ChartKind("迷你折线图", "Sparkline", "native", None, Range(1.2, 4)),
    "heatmap": ChartKind("热力图", "Heat map", "drawn", Range(1.6, 2.6), _ANY, head=6.0, names=True, classes=True),
    "quadrant": ChartKind("四象限图", "Quadrant chart", "drawn", None, Range(15, 26), measures=True),
    "town_map": ChartKind("分布地图", "Map", "drawn", None, Range(11, 26), classes=True, places=True),
    "multiples": ChartKind("小多图", "Small multiples", "drawn", None, Range(13, 26), panel=5.6, series_units=True),
}


def has_rows(spec: ChartSpec) -> bool:
    """Return whether a chart draws a row a category.

    A kind that has both rows and a height (stacked) does where it has several bars.
    """
    kind = CHART_KINDS[spec.kind]
    return kind.row is not None and (kind.height == _ANY or (len(spec.series) > 1 and len(spec.categories) > 1))
