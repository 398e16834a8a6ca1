"""Gantt chart: a row a task, its bar from start to end, dark as far as its plan is carried out; milestones as ◆ and ◇.

The sheet holds plain dates, which a person can edit, so no bar is a difference. All bars begin at the axis: the pale
one reaches the end, the dark one what is done, and one in the colour of the ground covers what lies before the start.
The data date is one line through all rows: the trend line of bars without a colour, as the schedule of a bullet chart.
One row alone has no trend, so an empty one stands below it.

A milestone is the label of a bar without a colour, so its mark moves with its date.
"""

from __future__ import annotations

import re
from decimal import Decimal
from typing import NamedTuple

from unitdeck.base.richtext import Run
from unitdeck.charts.bar_geometry import gap_width, names_pt
from unitdeck.charts.frame import Drawing, Frame
from unitdeck.charts.sheets import at, column_of
from unitdeck.layout.metrics import width_pt
from unitdeck.ooxml.chart_xml import bar_chart, plot_area
from unitdeck.ooxml.chart_xml_axes import AXES, Scale, Ticks, category_axis, value_axis
from unitdeck.ooxml.chart_xml_series import Stroke, bar_series, label, only
from unitdeck.ooxml.chart_xml_sheet import Figures, Sheet
from unitdeck.plan.chart import ChartSpec, Role
from unitdeck.plan.gantt import (
    AXIS_EM,
    TimeAxis,
    data_date,
    date_format,
    end_text,
    has_years,
    label_texts,
    room_right,
    tasks,
    time_axis,
    with_line_row,
)

_DATES = "yyyy-mm-dd"
_DATA_DATE = Stroke("ink", 2.25)
_AXIS = Stroke("grey", 1.0)
_SEAM = Stroke("ground", 1.5)  # between what is done and what is planned
# From the lowest bar to the one that covers it.
_FILLS: dict[Role, str] = {"end": "range2", "done": "accent", "start": "ground", "as_of": ""}
_BAR = 0.55  # of a row
_BAR_EM = 1.5  # no thicker than this
_INSET_PT = 3.0  # of a label
_ASIDE = re.compile("\u3000+| {2,}")  # what parts a label's date from its status: 30 Jun is one thing


class _Plot(NamedTuple):
    """Where days stand on the plot: points from its left edge; ``line_pt`` is the data date's line."""

    least: float
    most: float
    width_pt: float
    line_pt: float | None = None

    def at(self, day: Decimal) -> float:
        return (float(day) - self.least) / (self.most - self.least) * self.width_pt


def draw(spec: ChartSpec, frame: Frame) -> Drawing:
    """Return the chart; rows without any date print 「—」 at the left, beside the data date's bar."""
    lined = with_line_row(spec)
    sheet = Sheet(lined.categories, tuple(Figures(series.name, series.values, _DATES) for series in lined.series))
    left = names_pt(spec, frame, bold=True)
    widths = [frame.label_pt(text, bold=True) for text in label_texts(spec, frame.lang)]
    room = frame.values_pt or room_right(spec, widths, frame.width_pt - left, frame.size_pt)
    length = max(frame.width_pt - left - room, 0.2 * frame.width_pt)
    ends = (frame.reach.least, frame.reach.most) if frame.reach else None
    axis = time_axis(spec, length, frame.size_pt, ends)
    plot = _plot(axis, length, max(frame.width_pt - left, length), frame.size_pt)
    day = data_date(spec)
    if day is not None:
        plot = plot._replace(line_pt=plot.at(day))

    height = max(frame.height_pt - AXIS_EM * frame.size_pt, 0.3 * frame.height_pt)
    pitch = height / max(len(lined.categories), 1)
    bar = min(_BAR * pitch, _BAR_EM * frame.size_pt)
    code = axis.ticks.zh if frame.lang[:2] == "zh" else axis.ticks.en
    ticks = Ticks(frame.style._replace(color="sub"), code, axis.every, axis=_AXIS, marks=True)
    axes = [
        category_axis(AXES, "l", frame.style._replace(bold=True)),
        value_axis(AXES, "b", Scale(plot.least, plot.most), ticks=ticks, crosses="max"),
    ]
    group = bar_chart(_bars(spec, frame, sheet, plot), AXES, direction="bar", gap=gap_width(pitch, bar), overlap=100)
    area = frame.area(left, 0, plot.width_pt, height)
    return Drawing(sheet, plot_area(area, [group], axes))


def _plot(axis: TimeAxis, length_pt: float, whole_pt: float, size_pt: float) -> _Plot:
    """The plot goes on under the labels, where they are safest, but ends before a tick whose name would be cut."""
    per_day = length_pt / (axis.most - axis.least)
    most = axis.least + whole_pt / per_day
    last = axis.least + (most - axis.least) // axis.every * axis.every
    if last > axis.least and (most - last) * per_day < axis.ticks.em / 2 * size_pt:
        most = last - 0.5
    return _Plot(axis.least, most, (most - axis.least) * per_day)


def _bars(spec: ChartSpec, frame: Frame, sheet: Sheet, plot: _Plot) -> list[str]:
    """The bars, those that cover others last; each row's label is with the bar it stands at."""
    rows = tasks(spec)
    own: dict[Role, list[str]] = {role: [] for role in _FILLS}
    for index in range(len(rows)):
        for role, words in _labels(spec, frame, plot, index):
            own[role].append(words)
    unseen = {index: "" for index, task in enumerate(rows) if not task.is_span}
    tones = {index: tone for index, tone in enumerate(spec.tones) if tone}
    points = {"end": unseen, "done": tones | unseen}
    line = plot.line_pt is not None
    series = []
    for order, (role, fill) in enumerate(_FILLS.items()):
        column = column_of(spec, role)
        if column is not None:
            marked = role == "as_of"
            series.append(
                bar_series(
                    sheet,
                    column,
                    order,
                    fill,
                    border=_SEAM if not marked else None if line else _DATA_DATE,
                    points=sorted(points.get(role, {}).items()),
                    labels=only(own[role]),
                    trend=_DATA_DATE if marked and line else None,
                )
            )
    return series


def _labels(spec: ChartSpec, frame: Frame, plot: _Plot, index: int) -> list[tuple[Role, str]]:
    """The row's labels, with the series whose bar each stands at: clear of the data date's line.

    A date follows the sheet unless the chart has words of its own for it. A milestone's mark stands on its day. Words
    that would lie on the line stand beyond it.
    """
    task, years = tasks(spec)[index], has_years(spec)
    text = at(spec.labels, index).strip()
    said, code = text or end_text(task, frame.lang, years=years), date_format(frame.lang, years=years)
    role, day = task.last
    tone = at(spec.tones, index) or ("accent" if task.mark == "◆" else "ink")
    style = frame.style._replace(bold=True, color=tone if task.mark and not text else "ink")
    date, *aside = _ASIDE.split(said, maxsplit=1)
    words = [Run(" "), Run(date), *(Run(f"  {word}", color=tone) for word in aside)]
    if role is None or day is None:
        return [("as_of", label(index, style, code, "inBase", lines=[words]))]
    beyond = _beyond(plot.at(day), frame.label_pt(f" {task.mark} {said}", bold=True), plot)
    if not task.mark:
        lines = [] if role == "end" and not text else [words]
        shift = (beyond / frame.width_pt, 0.0) if beyond else None
        return [(role, label(index, style, f'" "{code}', "outEnd", lines=lines, shift=shift))]
    half = width_pt(task.mark, frame.size_pt, True) / 2
    on_day = (-(_INSET_PT + half) / frame.width_pt, 0.0)
    if beyond > half:
        alone = label(index, style._replace(color=tone), f'"{task.mark}"', "outEnd", shift=on_day)
        return [(role, alone), ("as_of", label(index, style, code, "outEnd", lines=[words]))]
    lines = [[Run(f"{task.mark} ", color=tone), *words[1:]]] if text else []
    return [(role, label(index, style, f'"{task.mark} "{code}', "outEnd", lines=lines, shift=on_day))]


def _beyond(start_pt: float, width_pt: float, plot: _Plot) -> float:
    """How far it is from a bar's end to the data date's line, where a label of that width would reach it; else 0."""
    if plot.line_pt is None or not start_pt < plot.line_pt < start_pt + width_pt:
        return 0.0
    return plot.line_pt - start_pt
