"""Gap chart: bars around zero, how far each indicator is ahead of or behind the schedule."""

from __future__ import annotations

from unitdeck.charts.bars import bars
from unitdeck.charts.frame import Drawing, Frame
from unitdeck.charts.sheets import at
from unitdeck.plan.chart import ChartSpec


def draw(spec: ChartSpec, frame: Frame) -> Drawing:
    """Return the chart, each bar and its label in the tone of its status."""
    tones = [at(spec.tones, index) or "accent" for index in range(len(spec.categories))]
    looks = [frame.style._replace(bold=True, color=tone) for tone in tones]
    return bars(spec._replace(signed=True), frame, tones, looks, bold_names=True)
