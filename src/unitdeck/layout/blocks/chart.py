"""Charts: a heading and a frame; row-based ones grow with their rows and go to the next page."""

from __future__ import annotations

from collections.abc import Iterable
from typing import NamedTuple

from unitdeck.base.geometry import Box
from unitdeck.base.richtext import Run
from unitdeck.base.units import emu, pt
from unitdeck.layout.blocks.chart_marks import SPACING, marks, marks_height
from unitdeck.layout.blocks.kind import Extent, Kind
from unitdeck.layout.chart_form import formed
from unitdeck.layout.chart_label import LINE_EM
from unitdeck.layout.chart_room import (
    Rooms,
    dates_room,
    keys_pt,
    name_lines,
    reach_in,
    rooms,
    row_pt,
    size_pt,
    too_narrow,
)
from unitdeck.layout.metrics import width_pt
from unitdeck.layout.part_words import room_right
from unitdeck.layout.parting import counts
from unitdeck.layout.placed import Placed, PlacedChart
from unitdeck.layout.ring import Total, ring_of, total_in
from unitdeck.layout.sheet import EMPTY, Setting, Sheet, pad, stacked, text_box
from unitdeck.plan.blocks import ChartBlock
from unitdeck.plan.chart import ChartSpec
from unitdeck.plan.chart_heights import PANEL_RATES, height_range_pt
from unitdeck.plan.chart_kinds import CHART_KINDS, Range, has_rows
from unitdeck.plan.chart_rows import rows
from unitdeck.plan.figures import key_names, silent_series, value_text
from unitdeck.plan.parts import folded, undrawn
from unitdeck.plan.periods import are_periods
from unitdeck.plan.reach import reach_of

NEVER = pad(100_000)  # the height of a chart whose column is too narrow for its labels
HEADING_GAP = pad(6)
BELOW_GAP = pad(4)
SOURCE_SPACING = 1.25
TOTAL_SPACING = 1.2
MOST_SILENT = 5  # lines without a figure that are named under a chart


class ChartSlice(NamedTuple):
    """The rows of a chart from ``start`` to ``stop`` that stand on one page; all pages share its scale and rooms."""

    whole: ChartSpec
    start: int
    stop: int

    @property
    def spec(self) -> ChartSpec:
        """The chart of its rows."""
        if (self.start, self.stop) == (0, len(self.whole.categories)):
            return self.whole
        return rows(self.whole, self.start, self.stop)


class _Fit(NamedTuple):
    """A whole chart in a width: the size of its labels and the rooms beside its plot; ``extra`` stands around it (EMU).

    ``height`` is that of a row, or of a chart without rows, in points; None where the labels leave no bars.
    """

    size: float
    rooms: Rooms
    height: Range | None
    extra: int


def _slice(block: ChartBlock | ChartSlice, width: int, sheet: Sheet) -> ChartSlice:
    if isinstance(block, ChartSlice):
        return block
    least = sheet.style.sizes["chart"].least
    return sheet.ever("chart", block, width, lambda: _whole(formed(block.spec, pt(width), least, sheet.lang)))


def _whole(spec: ChartSpec) -> ChartSlice:
    return ChartSlice(spec, 0, len(spec.categories))


def _heading(spec: ChartSpec, width: int, sheet: Sheet, *, total: bool) -> Setting:
    """What the chart is about: its heading, its period, that its data are samples; also its total if that is asked.

    A piece that does not fit beside the others begins a line.
    """
    chinese = sheet.lang == "zh"
    pieces = [
        Run("" if CHART_KINDS[spec.kind].bars == "completion" else spec.heading, True),
        Run(spec.total if total else "", True),
        Run(spec.period, False, "sub"),
        Run(sheet.style.words[sheet.lang]["sample"] if spec.sample else "", False, "sub"),
    ]
    size = sheet.size_pt("chart_heading")
    lines: list[tuple[Run, ...]] = []
    for piece in pieces:
        if not piece.text:
            continue
        joined = piece._replace(text=("　" if chinese else "  ") + piece.text)
        if lines and _wide(*lines[-1], joined, size=size) <= pt(width):
            lines[-1] = (*lines[-1], joined)
        else:
            lines.append((piece,))
    return sheet.set_runs(lines, "chart_heading", width) if lines else EMPTY


def _wide(*runs: Run, size: float) -> float:
    return sum(width_pt(run.text, size, bool(run.bold)) for run in runs)


def _below(spec: ChartSpec, width: int, sheet: Sheet) -> Setting:
    """Under the chart: parts without a length and lines without a figure, and where the figures come from."""
    absent, source = EMPTY, EMPTY
    if silent := silent_series(spec):
        text = _silent_text(silent, chinese=sheet.lang == "zh")
        absent = sheet.set(text, "chart_mark", width, color="sub", spacing=SOURCE_SPACING)
    if CHART_KINDS[spec.kind].parts and not has_rows(spec):
        stop = "；" if sheet.lang == "zh" else "; "
        text = stop.join(f"{name} {value_text(value, spec)}" for name, value in undrawn(folded(spec, sheet.lang)))
        absent = sheet.set(text, "chart_mark", width, color="sub", spacing=SOURCE_SPACING)
    if spec.source:
        colon = "：" if sheet.lang == "zh" else ": "
        text = f"{sheet.style.words[sheet.lang]['source']}{colon}{spec.source}"
        source = sheet.set(text, "footer", width, color="sub", spacing=SOURCE_SPACING)
    return stacked(absent, source)


def _silent_text(names: tuple[str, ...], *, chinese: bool) -> str:
    """The names, or the first of many and how many there are."""
    said, more = names[:MOST_SILENT], len(names) > MOST_SILENT
    if chinese:
        return f"无数据：{'、'.join(said)}{f'等{len(names)}个' if more else ''}"
    return f"No data: {', '.join(said)}{f' and {len(names) - len(said)} more' if more else ''}"


def _around(spec: ChartSpec, width: int, sheet: Sheet) -> int:
    """The height of what stands over and under a chart's frame, gaps included."""
    heading = _heading(spec, width, sheet, total=True).height
    below = _below(spec, width, sheet).height
    return (
        (heading + HEADING_GAP if heading else 0)
        + marks_height(spec, width, sheet)
        + (below + BELOW_GAP if below else 0)
    )


def measure(block: ChartBlock | ChartSlice, width: int, _room: int, sheet: Sheet) -> Extent:
    """By its rows or its kind, plus what stands over and under it."""
    part = _slice(block, width, sheet)
    height, extra = _fit(part.whole, width, sheet)[2:]
    if height is None:
        return Extent(NEVER, NEVER)
    count = max(part.stop - part.start, 1) if has_rows(part.whole) else 1
    return Extent(emu(height.least * count) + extra, emu(height.most * count) + extra)


def _fit(spec: ChartSpec, width: int, sheet: Sheet) -> _Fit:
    """The fit of a whole chart, found once: every page of it is tried many times."""
    return sheet.once("chart fit", spec, width, lambda: _fitted(spec, width, sheet))


def _fitted(spec: ChartSpec, width: int, sheet: Sheet) -> _Fit:
    size = size_pt(folded(spec, sheet.lang), width, sheet)
    room, extra = rooms(spec, width, size), _around(spec, width, sheet)
    if too_narrow(spec, width, room):
        return _Fit(size, room, None, extra)
    if has_rows(spec):
        if names := _keys(spec, sheet):
            extra += emu(keys_pt(names, pt(width), size))
        extra += emu(CHART_KINDS[spec.kind].head * size)
        if CHART_KINDS[spec.kind].bars == "sums":
            room = room._replace(values=_parts_room(spec, width, size, room, sheet))
        return _Fit(size, room, row_pt(spec, size, room), extra)
    names = spec.categories
    if CHART_KINDS[spec.kind].rates and not are_periods(names):
        extra += emu(LINE_EM * size * (name_lines(names, pt(width) / max(len(names), 1), size) - 1))
    return _Fit(size, room, height_range_pt(spec, size), extra)


def _parts_room(spec: ChartSpec, width: int, size: float, room: Rooms, sheet: Sheet) -> int:
    whole = folded(spec, sheet.lang)
    return emu(room_right(whole, reach_of(whole), pt(width - room.names), size, sheet.lang))


def _keys(spec: ChartSpec, sheet: Sheet) -> tuple[str, ...]:
    """The names of series above rows of several: of stacked bars, and of bars side by side."""
    kind = CHART_KINDS[spec.kind]
    if kind.parts == "stack":
        return key_names(folded(spec, sheet.lang), sheet.lang)
    return tuple(one.name for one in spec.series) if kind.lanes and len(spec.series) > 1 else ()


def draw(block: ChartBlock | ChartSlice, box: Box, sheet: Sheet) -> tuple[Placed, ...]:
    """Heading over the chart's frame, what must be said beside it under it."""
    part = _slice(block, box.cx, sheet)
    spec, kind = part.whole, CHART_KINDS[part.whole.kind]
    fit = _fit(spec, box.cx, sheet)
    size, (names, values, _) = fit.size, fit.rooms
    below = _below(spec, box.cx, sheet)
    room = box.inset(0, 0, 0, below.height + BELOW_GAP if below.height else 0)
    heading = _heading(spec, box.cx, sheet, total=True)
    total = _total(spec, _under(room, heading), size, sheet)
    if total:
        heading = _heading(spec, box.cx, sheet, total=False)
    frame = _under(room, heading)
    placed: list[Placed] = []
    if heading.height:
        placed.append(text_box("Chart heading", box._replace(cy=heading.height), heading))
    if kind.bars == "dates":
        values = dates_room(spec, box.cx - names, size, sheet.lang)
    placed += marks(spec, frame, names, values, sheet)
    frame = frame.inset(0, marks_height(spec, box.cx, sheet), 0, 0)
    reach = reach_in(folded(spec, sheet.lang), box.cx, size, fit.rooms) if has_rows(spec) and kind.bars else None
    placed.append(PlacedChart("Chart", frame, part.spec, size, names, values, reach))
    if total:
        placed.append(_in_middle(total, frame, sheet))
    if kind.rates:
        placed += _bands(spec, frame, sheet)
    if below.height:
        placed.append(text_box("Chart source", Box(box.x, box.bottom - below.height, box.cx, below.height), below))
    return tuple(placed)


def _bands(spec: ChartSpec, frame: Box, sheet: Sheet) -> list[Placed]:
    """The names of a panel's two measures, each at the top left of its band; several amounts have their own above."""
    amounts = [series.name for series in spec.series if series.role != "rate"]
    tops = [(series.name, int(frame.cy * PANEL_RATES)) for series in spec.series if series.role == "rate"]
    if len(amounts) == 1:
        tops.insert(0, (amounts[0], 0))
    placed: list[Placed] = []
    for name, top in tops:
        setting = sheet.set(name, "chart_mark", frame.cx // 2, bold=True, color="sub", spacing=SPACING)
        placed.append(text_box("Measure", Box(frame.x, frame.y + top, frame.cx // 2, setting.height), setting))
    return placed


def _under(box: Box, heading: Setting) -> Box:
    return box.inset(0, heading.height + HEADING_GAP if heading.height else 0, 0, 0)


def _total(spec: ChartSpec, frame: Box, size: float, sheet: Sheet) -> Total | None:
    """The total as the middle of a ring holds it; None where it stands in the heading."""
    if CHART_KINDS[spec.kind].parts != "ring" or not spec.total:
        return None
    ring = ring_of(folded(spec, sheet.lang), pt(frame.cx), pt(frame.cy), size)
    least = sheet.style.sizes["chart"].least
    return total_in(spec.total, ring.radius_pt, sheet.size_pt("card_title"), least, TOTAL_SPACING)


def _in_middle(total: Total, frame: Box, sheet: Sheet) -> Placed:
    scale = total.size_pt / sheet.size_pt("card_title")
    lines: Iterable[str] = total.text.split("\n")
    setting = sheet.set_runs(
        [(Run(line, True, scale=scale),) for line in lines],
        "card_title",
        total.width,
        align="ctr",
        spacing=TOTAL_SPACING,
    )
    left = frame.x + (frame.cx - total.width) // 2
    top = frame.y + (frame.cy - setting.height) // 2
    return text_box("Total", Box(left, top, total.width, setting.height), setting, "ctr")


def split(
    block: ChartBlock | ChartSlice, width: int, height: int, page: int, sheet: Sheet
) -> tuple[ChartSlice, ChartSlice] | None:
    """Row-based charts between rows; the others are whole."""
    part = _slice(block, width, sheet)
    in_one = CHART_KINDS[part.whole.kind].changes  # every row starts where the one above ends
    fit = _fit(part.whole, width, sheet)
    if not has_rows(part.whole) or in_one or fit.height is None:
        return None
    fits = int(pt(height - fit.extra) / fit.height.least)
    ways = counts(part.stop - part.start, sheet.style.fit.least_rows, alone=height >= page)
    kept = next((count for count in ways if count <= fits), None)
    if kept is None:
        return None
    return part._replace(stop=part.start + kept), part._replace(start=part.start + kept)


KIND = Kind(measure, draw, split)
