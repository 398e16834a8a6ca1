"""The kinds that PowerPoint draws itself: one module a kind, one line in :data:`KINDS`."""

from __future__ import annotations

from collections.abc import Callable

from unitdeck.charts.frame import Drawing, Frame
from unitdeck.charts.native import bullet, column, doughnut, gap, line, ranking, stacked
from unitdeck.plan.chart import ChartSpec

KINDS: dict[str, Callable[[ChartSpec, Frame], Drawing]] = {
    "bullet": bullet.draw,
    "gap": gap.draw,
    "ranking": ranking.draw,
    "line": line.draw,
    "column": column.draw,
    "stacked": stacked.draw,
    "doughnut": doughnut.draw,
}
