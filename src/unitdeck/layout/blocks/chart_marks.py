"""What stands over a chart's plot: a bullet chart's schedule and target, a Gantt chart's data date."""

from __future__ import annotations

from unitdeck.base.geometry import Box
from unitdeck.base.units import emu, pt
from unitdeck.layout.metrics import width_pt
from unitdeck.layout.placed import Placed
from unitdeck.layout.sheet import Sheet, pad, text_box
from unitdeck.plan.chart import ChartSpec
from unitdeck.plan.chart_kinds import CHART_KINDS
from unitdeck.plan.gantt import data_date, date_text, has_years, time_axis
from unitdeck.plan.reach import WHOLE, reach_of

SPACING = 1.3


def marks_height(spec: ChartSpec, width: int, sheet: Sheet) -> int:
    """Return how high the marks over a plot are (EMU), 0 for kinds without."""
    return sheet.height(_text(spec, sheet), "chart_mark", width, bold=True, spacing=SPACING)


def marks(spec: ChartSpec, frame: Box, names: int, values: int, sheet: Sheet) -> list[Placed]:
    """Return the marks on top of a chart's frame; ``names`` and ``values`` is the room beside its plot (EMU)."""
    if CHART_KINDS[spec.kind].bars == "completion":
        return _schedule(spec, frame, names, values, sheet)
    day = data_date(spec) if CHART_KINDS[spec.kind].bars == "dates" else None
    if day is None:
        return []
    plot = frame.cx - names - values
    axis = time_axis(spec, pt(plot), sheet.size_pt("chart"))
    line = frame.x + names + int(plot * (float(day) - axis.least) / (axis.most - axis.least))
    return [_over(line, _text(spec, sheet), "Data date", frame, sheet)]


def _text(spec: ChartSpec, sheet: Sheet) -> str:
    """The words of the mark: a bullet chart's heading, or the name of the data date with its day."""
    if CHART_KINDS[spec.kind].bars == "completion":
        return spec.heading
    day = data_date(spec) if CHART_KINDS[spec.kind].bars == "dates" else None
    if day is None:
        return ""
    name = next(series.name for series in spec.series if series.role == "as_of")
    said = date_text(day, sheet.lang, years=has_years(spec))
    return f"{name}{'' if sheet.lang == 'zh' else ' '}{said}"


def _over(line: int, text: str, name: str, frame: Box, sheet: Sheet) -> Placed:
    """A text centred over an upright line at ``line``, as far as it stays over the frame."""
    width = min(emu(width_pt(text, sheet.size_pt("chart_mark"), True)) + pad(4), frame.cx)
    left = min(max(line - width // 2, frame.x), frame.right - width)
    setting = sheet.set(text, "chart_mark", width, bold=True, align="ctr", spacing=SPACING)
    return text_box(name, Box(left, frame.y, width, setting.height), setting)


def _schedule(spec: ChartSpec, frame: Box, names: int, values: int, sheet: Sheet) -> list[Placed]:
    """Over a bullet chart: its heading, and the target at 100 % where the two stay apart.

    The heading stands over the schedule's line where that is one for all rows, else where the plot begins.
    """
    due = next((series.values for series in spec.series if series.role == "schedule"), ())
    if not spec.heading or not due or due[0] is None:
        return []
    scale = reach_of(spec).most
    plot = frame.cx - names - values
    size = sheet.size_pt("chart_mark")
    width = min(emu(width_pt(spec.heading, size, True)) + pad(4), frame.cx)
    start = frame.x + names
    over_line = start + int(plot * float(due[0] / scale)) - width // 2
    left = min(max(over_line, frame.x), frame.right - width) if len(set(due)) == 1 else start
    height = marks_height(spec, frame.cx, sheet)
    setting = sheet.set(spec.heading, "chart_mark", width, bold=True, align="ctr", spacing=SPACING)
    placed: list[Placed] = [text_box("Schedule", Box(left, frame.y, width, height), setting)]
    target = next((series.name for series in spec.series if series.role == "target"), "")
    whole = f"{target}{'' if sheet.lang == 'zh' else ' '}100%"
    whole_width = emu(width_pt(whole, size)) + pad(4)
    edge = start + int(plot * float(WHOLE / scale))
    if target and edge - whole_width > left + width:
        setting = sheet.set(whole, "chart_mark", whole_width, color="sub", align="r", spacing=SPACING)
        placed.append(text_box("Target", Box(edge - whole_width, frame.y, whole_width, height), setting))
    return placed
