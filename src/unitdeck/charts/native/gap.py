"""Gap chart: bars around zero, how far each indicator is ahead of or behind the schedule."""

from __future__ import annotations

from unitdeck.base.richtext import Run
from unitdeck.charts.formats import number_format
from unitdeck.charts.frame import Drawing, Frame
from unitdeck.charts.native.ranking import bars
from unitdeck.charts.sheets import at
from unitdeck.ooxml.chart_xml_series import VALUE, label
from unitdeck.plan.chart import ChartSpec


def draw(spec: ChartSpec, frame: Frame) -> Drawing:
    """Return the chart, each bar and its label in the tone of its status."""
    spec = spec._replace(signed=True)
    tones = [at(spec.tones, index) or "accent" for index in range(len(spec.categories))]
    labels = [
        label(
            index,
            frame.style._replace(bold=True, color=tone),
            number_format(spec),
            "outEnd",
            VALUE,
            lines=[[Run(at(spec.labels, index))]] if at(spec.labels, index) else (),
        )
        for index, tone in enumerate(tones)
    ]
    return bars(spec, frame, tones, labels, bold_names=True)
