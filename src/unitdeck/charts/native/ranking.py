"""Ranking: ordered bars, the own unit in the accent, everyone else grey."""

from __future__ import annotations

from unitdeck.charts.bars import bars
from unitdeck.charts.frame import Drawing, Frame
from unitdeck.plan.chart import ChartSpec
from unitdeck.plan.chart_rows import shorten
from unitdeck.plan.reach import reach_of

_LEAST_PITCH_EM = 1.3  # rows nearer than this would touch


def draw(spec: ChartSpec, frame: Frame) -> Drawing:
    """Return the chart in the order given, first on top; more rows than fit are shortened around the own unit."""
    frame = frame._replace(reach=frame.reach or reach_of(spec))
    spec = shorten(spec, int(frame.height_pt / (_LEAST_PITCH_EM * frame.size_pt)))
    fills = ["accent" if index == spec.highlight else "grey" for index in range(len(spec.categories))]
    looks = [
        frame.style._replace(bold=True, color="accent") if index == spec.highlight else frame.style
        for index in range(len(spec.categories))
    ]
    return bars(spec, frame, fills, looks)
