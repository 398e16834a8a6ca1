"""Gantt chart: a row a task, its bar from start to end, dark as far as its plan is carried out; milestones as ◆ and ◇.

The sheet holds plain dates, which a person can edit, so no bar is a difference. All bars begin at the axis: the pale
one reaches the end, the dark one what is done, and one in the colour of the ground covers what lies before the start.
The data date is one line through all rows: the trend line of bars without a colour, as the schedule of a bullet chart;
one row alone, which has no trend, has an outlined bar up to the data date instead.

A milestone is the label of a bar without a colour, so its mark moves with its date.
"""

from __future__ import annotations

from decimal import Decimal
from typing import NamedTuple

from unitdeck.base.richtext import Run
from unitdeck.charts.frame import Drawing, Frame
from unitdeck.charts.rows import gap_width, names_pt
from unitdeck.charts.sheets import at, column_of
from unitdeck.layout.metrics import width_pt
from unitdeck.ooxml.chart_xml import Area, bar_chart, plot_area
from unitdeck.ooxml.chart_xml_axes import AXES, Scale, Ticks, category_axis, value_axis
from unitdeck.ooxml.chart_xml_series import Position, Stroke, bar_series, label, only
from unitdeck.ooxml.chart_xml_sheet import Figures, Sheet
from unitdeck.plan.chart import ChartSpec, Role
from unitdeck.plan.gantt import (
    AXIS_EM,
    Task,
    data_date,
    date_format,
    end_text,
    has_years,
    label_texts,
    tasks,
    time_axis,
)

_DATES = "yyyy-mm-dd"
_DATA_DATE = Stroke("ink", 2.25)
_AXIS = Stroke("grey", 1.0)
# From the lowest bar to the one that covers it.
_FILLS: dict[Role, str] = {"end": "range2", "done": "accent", "start": "ground", "as_of": ""}
_BAR = 0.55  # of a row
_BAR_EM = 1.5  # no thicker than this
_INSET_PT = 3.0  # of a label


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
    sheet = Sheet(spec.categories, tuple(Figures(series.name, series.values, _DATES) for series in spec.series))
    left = names_pt(spec, frame, bold=True)
    room = frame.values_pt or frame.widest_pt(label_texts(spec, frame.lang), bold=True)
    length = max(frame.width_pt - left - room, 0.2 * frame.width_pt)
    axis = time_axis(spec, length, frame.size_pt)
    # Labels are safest on the plot: the months go on under them.
    shown = max(frame.width_pt - left, length)
    plot = _Plot(axis.least, axis.least + (axis.most - axis.least) * shown / length, shown)
    day = data_date(spec)
    if day is not None:
        plot = plot._replace(line_pt=plot.at(day))

    height = max(frame.height_pt - AXIS_EM * frame.size_pt, 0.3 * frame.height_pt)
    pitch = height / max(len(spec.categories), 1)
    bar = min(_BAR * pitch, _BAR_EM * frame.size_pt)
    code = axis.ticks.zh if frame.lang[:2] == "zh" else axis.ticks.en
    ticks = Ticks(frame.style._replace(color="sub"), code, axis.every, stroke=_AXIS)
    axes = [
        category_axis(AXES, "l", frame.style._replace(bold=True)),
        value_axis(AXES, "b", Scale(plot.least, plot.most), ticks=ticks, crosses="max"),
    ]
    group = bar_chart(_bars(spec, frame, sheet, plot), AXES, direction="bar", gap=gap_width(pitch, bar), overlap=100)
    area = Area(left / frame.width_pt, 0, shown / frame.width_pt, height / frame.height_pt)
    return Drawing(sheet, plot_area(area, [group], axes))


def _bars(spec: ChartSpec, frame: Frame, sheet: Sheet, plot: _Plot) -> list[str]:
    """The bars, those that cover others last; each row's label is with the bar it stands at."""
    rows = tasks(spec)
    own: dict[Role, list[str]] = {role: [] for role in _FILLS}
    for index, task in enumerate(rows):
        role, _ = task.last
        own[role or "as_of"].append(_label(spec, frame, plot, index))
    unseen = {index: "" for index, task in enumerate(rows) if not task.is_span}
    tones = {index: tone for index, tone in enumerate(spec.tones) if tone}
    points = {"end": unseen, "done": tones | unseen}
    line = len(rows) > 1 and plot.line_pt is not None
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
                    border=_DATA_DATE if marked and not line else None,
                    points=sorted(points.get(role, {}).items()),
                    labels=only(own[role]),
                    trend=_DATA_DATE if marked and line else None,
                )
            )
    return series


def _label(spec: ChartSpec, frame: Frame, plot: _Plot, index: int) -> str:
    """The row's words, clear of the data date's line: a date that follows the sheet, or the chart's own words."""
    task, text, years = tasks(spec)[index], at(spec.labels, index).strip(), has_years(spec)
    role, day = task.last
    code = date_format(frame.lang, years=years)
    said = text or end_text(task, frame.lang, years=years)
    tone = at(spec.tones, index) or ("accent" if task.mark == "◆" else "ink")
    style = frame.style._replace(bold=True, color=tone if task.mark and not text else "ink")
    follows = not text and (role == "end" or bool(task.mark))
    place, before, after, shift_pt = _place(frame, plot, task, said)
    lines: list[list[Run]] = []
    if follows:
        code = (f'"{before}"' if before else "") + code + (f'"{after}"' if after else "")
    else:
        date, *words = said.split(maxsplit=1)
        runs = [Run(before, color=tone), Run(date), *(Run(f"  {word}", color=tone) for word in words)]
        lines = [[run for run in (*runs, Run(after, color=tone)) if run.text]]
    shift = (shift_pt / frame.width_pt, 0.0) if shift_pt else None
    return label(index, style, code, place if day is not None else "inBase", lines=lines, shift=shift)


def _place(frame: Frame, plot: _Plot, task: Task, text: str) -> tuple[Position, str, str, float]:
    """Where the label of a row stands: its place, what is before and after its words, its shift in points.

    A milestone's mark stands on its day. Where the words would lie on the data date's line, those of a bar move beyond
    it and those of a milestone change to its other side.
    """
    _, day = task.last
    if day is None:
        return "inBase", " ", "", 0.0
    start, width = plot.at(day), frame.label_pt(f" {task.mark} {text}", bold=True)
    crossed = plot.line_pt is not None and plot.line_pt < start + width
    if not task.mark:
        beyond = plot.line_pt - start if plot.line_pt is not None and crossed else 0.0
        return "outEnd", " ", "", max(beyond, 0.0)
    half = width_pt(task.mark, frame.size_pt, True) / 2
    if crossed and plot.line_pt is not None and plot.line_pt > start + half and start > width:
        return "inEnd", "", f" {task.mark}", _INSET_PT + half
    return "outEnd", f"{task.mark} ", "", -_INSET_PT - half
