"""Charts: a heading and a frame; row-based ones grow with their rows and go to the next page."""

from __future__ import annotations

from unitdeck.base.geometry import Box
from unitdeck.base.richtext import Run
from unitdeck.base.units import emu, pt
from unitdeck.layout.blocks.kind import Extent, Kind
from unitdeck.layout.breaking import count_lines
from unitdeck.layout.metrics import width_pt
from unitdeck.layout.placed import Placed, PlacedChart, PlacedShape
from unitdeck.layout.sheet import EMPTY, Setting, Sheet, pad, text_box
from unitdeck.plan.blocks import ChartBlock
from unitdeck.plan.chart import ChartSpec
from unitdeck.plan.chart_kinds import CHART_KINDS, WHOLE, Range, bullet_scale, height_range_pt, row_range_pt, rows

HEADING_GAP = pad(6)
MARK_SPACING = 1.3
PERIOD_KINDS = ("column", "line")
NAME_SHARE = 0.92  # of the room under a column, for its name
NAMES_SHARE = 0.34  # of the width, at most, for the category names of horizontal charts
VALUES_SHARE = 0.3
NAME_LINE, NAME_AIR = 1.2, 0.4  # a line of a name, and the air of a row with several, in multiples of the type size


def _heading(spec: ChartSpec, width: int, sheet: Sheet) -> Setting:
    if spec.kind == "bullet" or not (spec.heading or spec.sample):
        return EMPTY
    tag = sheet.style.words[sheet.lang]["sample"]
    runs = [Run(spec.heading, True)]
    if spec.sample:
        runs.append(Run(f"　{tag}" if sheet.lang == "zh" else f"  {tag}", False, "sub"))
    return sheet.set_runs([tuple(run for run in runs if run.text)], "chart_heading", width)


def measure(block: ChartBlock, width: int, _room: int, sheet: Sheet) -> Extent:
    """By its rows or its kind, plus the heading."""
    heading = _heading(block.spec, width, sheet)
    extra = heading.height + (HEADING_GAP if heading.height else 0)
    if block.spec.kind == "bullet":
        extra += _marks_height(block.spec, width, sheet)
    if CHART_KINDS[block.spec.kind].row_based:
        row = _row_pt(block.spec, width, sheet)
        count = max(len(block.spec.categories), 1)
        extra += emu(CHART_KINDS[block.spec.kind].head * sheet.size_pt("chart"))
        return Extent(emu(row.least * count) + extra, emu(row.most * count) + extra)
    least, most = height_range_pt(block.spec, sheet.size_pt("chart"))
    return Extent(emu(least) + extra, emu(most) + extra)


def _row_pt(spec: ChartSpec, width: int, sheet: Sheet) -> Range:
    """How high a row may be: where a name takes several lines, high enough for them and some air."""
    size = sheet.size_pt("chart")
    row = row_range_pt(spec.kind, size)
    names, _ = _rooms(spec, width, size)
    room = pt(names) - size
    lines = max((count_lines((Run(name),), room, size, True) for name in spec.categories), default=1)
    least = max(row.least, (NAME_LINE * lines + NAME_AIR) * size) if lines > 1 else row.least
    return Range(least, max(least, row.most))


def draw(block: ChartBlock, box: Box, sheet: Sheet) -> tuple[Placed, ...]:
    """Heading over the chart's frame."""
    spec, size = block.spec, _size_pt(block.spec, box.cx, sheet)
    heading = _heading(spec, box.cx, sheet)
    placed: list[Placed] = []
    top = box.y
    if heading.height:
        placed.append(text_box("Chart heading", Box(box.x, box.y, box.cx, heading.height), heading))
        top += heading.height + HEADING_GAP
    names, values = _rooms(spec, box.cx, size)
    frame = Box(box.x, top, box.cx, box.bottom - top)
    if spec.kind == "bullet":
        marks = _marks(spec, frame, names, values, sheet)
        placed += marks
        frame = frame.inset(0, _marks_height(spec, box.cx, sheet), 0, 0)
    placed.append(PlacedChart("Chart", frame, spec, size, names, values))
    if spec.total and spec.kind == "doughnut":
        placed.append(_total(spec, frame, sheet))
    return tuple(placed)


def _marks_height(spec: ChartSpec, width: int, sheet: Sheet) -> int:
    return sheet.height(spec.heading, "chart_mark", width, bold=True, spacing=MARK_SPACING)


def _marks(spec: ChartSpec, frame: Box, names: int, values: int, sheet: Sheet) -> list[Placed]:
    """Over a bullet chart: its heading, and the target at 100 % where the two stay apart.

    The heading stands over the schedule's line where that is one for all rows, else where the plot begins.
    """
    due = next((series.values for series in spec.series if series.role == "schedule"), ())
    if not spec.heading or not due or due[0] is None:
        return []
    scale = bullet_scale(spec)
    plot = frame.cx - names - values
    size = sheet.size_pt("chart_mark")
    width = min(emu(width_pt(spec.heading, size, True)) + pad(4), frame.cx)
    start = frame.x + names
    over_line = start + int(plot * float(due[0] / scale)) - width // 2
    left = min(max(over_line, frame.x), frame.right - width) if len(set(due)) == 1 else start
    height = _marks_height(spec, frame.cx, sheet)
    setting = sheet.set(spec.heading, "chart_mark", width, bold=True, align="ctr", spacing=MARK_SPACING)
    placed: list[Placed] = [text_box("Schedule", Box(left, frame.y, width, height), setting)]
    target = next((series.name for series in spec.series if series.role == "target"), "")
    whole = f"{target}{'' if sheet.lang == 'zh' else ' '}100%"
    whole_width = emu(width_pt(whole, size)) + pad(4)
    edge = start + int(plot * float(WHOLE / scale))
    if target and edge - whole_width > left + width:
        setting = sheet.set(whole, "chart_mark", whole_width, color="sub", align="r", spacing=MARK_SPACING)
        placed.append(text_box("Target", Box(edge - whole_width, frame.y, whole_width, height), setting))
    return placed


def _total(spec: ChartSpec, frame: Box, sheet: Sheet) -> PlacedShape:
    """The total, in the middle of the ring."""
    size = sheet.size_pt("card_title")
    width = emu(width_pt(spec.total, size, True)) + pad(4)
    setting = sheet.set(spec.total, "card_title", width, bold=True, align="ctr", spacing=1.2)
    place = Box(frame.x + (frame.cx - width) // 2, frame.y + (frame.cy - setting.height) // 2, width, setting.height)
    return text_box("Total", place, setting, "ctr")


def _size_pt(spec: ChartSpec, width: int, sheet: Sheet) -> float:
    """The labels' size: smaller, down to the least, where the names under the columns would touch."""
    size, least = sheet.size_pt("chart"), sheet.style.sizes["chart"].least
    if CHART_KINDS[spec.kind].row_based or spec.kind not in PERIOD_KINDS or not spec.categories:
        return size
    room = pt(width) / len(spec.categories) * NAME_SHARE
    widest = max(width_pt(name, 1, False) for name in spec.categories)
    return max(least, min(size, int(room / widest * 2) / 2 if widest else size))


def _rooms(spec: ChartSpec, width: int, size: float) -> tuple[int, int]:
    """The room for category names left of the plot and for labels right of it, in EMU."""
    kind = CHART_KINDS[spec.kind]
    names = max((width_pt(name, size, True) for name in spec.categories), default=0) + size
    values = max((width_pt(label, size, True) for label in spec.labels), default=size * 5) + size * 0.8
    return (
        min(emu(names), int(width * NAMES_SHARE)) if kind.names else 0,
        min(emu(values), int(width * VALUES_SHARE)) if kind.values else 0,
    )


def split(block: ChartBlock, width: int, height: int, page: int, sheet: Sheet) -> tuple[ChartBlock, ChartBlock] | None:
    """Row-based charts between rows; the others are whole."""
    spec = block.spec
    count = len(spec.categories)
    if not CHART_KINDS[spec.kind].row_based:
        return None
    row = _row_pt(spec, width, sheet).least
    above = measure(block, width, page, sheet).least - emu(row * max(count, 1))
    fits = min(int(pt(height - above) / row), count - 1)
    if fits < 1:
        return None
    return ChartBlock(rows(spec, 0, fits)), ChartBlock(rows(spec, fits, count))


KIND = Kind(measure, draw, split)
