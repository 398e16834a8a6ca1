"""What stands over a chart's plot: the schedule and the target of a bullet chart."""

from __future__ import annotations

from unitdeck.base.geometry import Box
from unitdeck.base.units import emu
from unitdeck.layout.metrics import width_pt
from unitdeck.layout.placed import Placed
from unitdeck.layout.sheet import Sheet, pad, text_box
from unitdeck.plan.chart import ChartSpec
from unitdeck.plan.chart_kinds import WHOLE, bullet_scale

SPACING = 1.3


def marks_height(spec: ChartSpec, width: int, sheet: Sheet) -> int:
    """Return how high the marks over a plot are (EMU), 0 for kinds without."""
    if spec.kind != "bullet":
        return 0
    return sheet.height(spec.heading, "chart_mark", width, bold=True, spacing=SPACING)


def marks(spec: ChartSpec, frame: Box, names: int, values: int, sheet: Sheet) -> list[Placed]:
    """Return what stands over a bullet chart: its heading, and the target at 100 % where the two stay apart.

    ``names`` and ``values`` are the rooms beside its plot (EMU).

    The heading stands over the schedule's line where that is one for all rows, else where the plot begins.
    """
    due = next((series.values for series in spec.series if series.role == "schedule"), ())
    if spec.kind != "bullet" or not spec.heading or not due or due[0] is None:
        return []
    scale = bullet_scale(spec)
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
