"""Ranking: ordered bars, the own unit in the accent, everyone else grey."""

from __future__ import annotations

from collections.abc import Sequence

from unitdeck.base.richtext import Run
from unitdeck.charts.formats import number_format, value_text
from unitdeck.charts.frame import Drawing, Frame
from unitdeck.charts.rows import gap_width, names_pt, scale_with_room
from unitdeck.charts.sheets import at, sheet_of
from unitdeck.ooxml.chart_xml import Area, bar_chart, plot_area
from unitdeck.ooxml.chart_xml_axes import AXES, category_axis, value_axis
from unitdeck.ooxml.chart_xml_series import VALUE, Stroke, bar_series, label, labels
from unitdeck.plan.chart import ChartSpec
from unitdeck.plan.chart_kinds import shorten

_LEAST_PITCH_EM = 1.3  # rows nearer than this would touch
_BAR = 0.66  # of a row
_BAR_EM = 1.7  # no thicker than this


def draw(spec: ChartSpec, frame: Frame) -> Drawing:
    """Return the chart in the order given, first on top; more rows than fit are shortened around the own unit."""
    spec = shorten(spec, int(frame.height_pt / (_LEAST_PITCH_EM * frame.size_pt)))
    plain = frame.style
    own = plain._replace(bold=True, color="accent")
    code = number_format(spec)
    words = {index: [[Run(text)]] for index, text in enumerate(spec.labels[: len(spec.categories)]) if text}
    special = sorted({*words} | ({spec.highlight} if spec.highlight is not None else set()))
    points = [
        label(index, own if index == spec.highlight else plain, code, "outEnd", VALUE, lines=words.get(index, ()))
        for index in special
    ]
    fills = ["accent" if index == spec.highlight else "grey" for index in range(len(spec.categories))]
    return bars(spec, frame, fills, points)


def bars(
    spec: ChartSpec, frame: Frame, fills: Sequence[str], points: Sequence[str], *, bold_names: bool = False
) -> Drawing:
    """Return horizontal bars through zero, names at the left edge, a label after each bar.

    ``points`` are the labels that differ from the rest.
    """
    sheet = sheet_of(spec)
    values = spec.series[0].values
    texts = [at(spec.labels, index) or value_text(value, spec) for index, value in enumerate(values)]
    left = names_pt(spec, frame, bold=bold_names)
    length = max(frame.width_pt - left, 0.2 * frame.width_pt)
    before = frame.widest_pt(
        (text for text, value in zip(texts, values, strict=True) if value and value < 0), bold=True
    )
    after = frame.values_pt or frame.widest_pt(texts, bold=True)
    scale = scale_with_room((*values, *spec.ends), length, before, after)
    pitch = frame.height_pt / max(len(spec.categories), 1)
    group = bar_chart(
        [
            bar_series(
                sheet,
                0,
                0,
                "grey",
                points=[(index, fill) for index, fill in enumerate(fills) if fill != "grey"],
                labels=labels(frame.style, number_format(spec), "outEnd", VALUE, points),
            )
        ],
        AXES,
        direction="bar",
        gap=gap_width(pitch, min(_BAR * pitch, _BAR_EM * frame.size_pt)),
    )
    zero = Stroke("ink", 1.25)
    axes = [
        category_axis(AXES, "l", frame.style._replace(bold=bold_names), stroke=zero),
        value_axis(AXES, "b", scale),
    ]
    return Drawing(sheet, plot_area(Area(left / frame.width_pt, 0, length / frame.width_pt, 1), [group], axes))
