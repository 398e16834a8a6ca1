"""Columns over periods, from 0: the last in the accent; or this year's beside last year's, the plan's, the forecast."""

from __future__ import annotations

from unitdeck.charts.bar_geometry import plot_of
from unitdeck.charts.column_cuts import cut_head_pt, reach_of_columns
from unitdeck.charts.column_series import columns_of
from unitdeck.charts.columns import NAMES_LINES, columns_group, columns_names
from unitdeck.charts.frame import Drawing, Frame
from unitdeck.charts.gaps import with_gap_marks
from unitdeck.charts.periods import every_nth, names_height_pt
from unitdeck.ooxml.chart_xml import line_chart, plot_area
from unitdeck.ooxml.chart_xml_axes import AXES, category_axis, value_axis
from unitdeck.ooxml.chart_xml_series import Stroke
from unitdeck.plan.chart import ChartSpec

_AIR = 0.4  # below the chart's heading, where no names stand above, in lines of text


def draw(spec: ChartSpec, frame: Frame) -> Drawing:
    """Return the chart, outliers cut. Figures stand on this year's columns, as many as do not touch; else 「—」."""
    columns = columns_of(spec, frame.lang)
    pitch = frame.width_pt / max(len(spec.categories), 1)
    reach = reach_of_columns(columns, frame)
    head = (NAMES_LINES if columns.named else _AIR) * frame.line_pt + cut_head_pt(reach, frame)
    every = every_nth(spec.categories, frame, pitch)
    foot = names_height_pt(spec.categories, frame, pitch, every)
    height = max(frame.height_pt - head - foot, 0.3 * frame.height_pt)
    plot = plot_of(reach, height, frame.line_pt, frame.line_pt)
    axes = [
        category_axis(AXES, "b", frame.style, stroke=Stroke("ink", 1.0), every=every),
        value_axis(AXES, "l", plot.scale),
    ]
    group = columns_group(columns, frame, reach, plot.length_pt / (plot.scale.most - plot.scale.least))
    area = frame.area(0, head + height - plot.length_pt, frame.width_pt, plot.length_pt)
    count = len(columns.columns)
    sheet, marks = with_gap_marks(columns.sheet, columns.drawn, frame, count)
    groups = [group, line_chart([marks], AXES)] if marks else [group]
    names = columns_names(columns, frame, [count] if marks else ())
    return Drawing(sheet, plot_area(area, groups, axes), names)
