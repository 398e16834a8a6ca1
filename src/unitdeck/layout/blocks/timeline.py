"""Timelines: up to six short steps along a line, else a list of dated steps beside a line."""

from functools import partial
from typing import NamedTuple

from unitdeck.base.geometry import Box
from unitdeck.base.units import emu
from unitdeck.layout.blocks.kind import Extent, Kind
from unitdeck.layout.cut import cut_text
from unitdeck.layout.metrics import width_pt
from unitdeck.layout.orphans import evened
from unitdeck.layout.parting import counts
from unitdeck.layout.placed import Placed, PlacedShape
from unitdeck.layout.sheet import Setting, Sheet, pad, surface, text_box
from unitdeck.plan.blocks import TimelineBlock, TimelineItem

MOST_ALONG = 6
MOST_LINES = 8  # of a step in the horizontal form
DOT, LINE = pad(17), pad(4)
_DOTS = {  # fill and stroke
    "done": ("accent", "accent"),
    "now": ("ground", "accent"),
    "open": ("ground", "ink"),
    "late": ("ground", "bad"),
}
AROUND = pad(10)  # between date, line and text
PAD_X, PAD_Y = pad(11), pad(10)
ROW_GAP = pad(9)
GAP = pad(16)
STRETCH = pad(22)
HEADING_GAP = pad(8)
SPACING = 1.35
NARROWER_EM = 2  # so much narrower a step may be to be without a last line of one or two characters


class _Step(NamedTuple):
    """A step set at its width: its date, and its title with the text below."""

    when: Setting
    body: Setting

    @property
    def lines(self) -> int:
        return sum(paragraph.lines for paragraph in self.body.paragraphs)


def _body(item: TimelineItem, sheet: Sheet, width: int) -> Setting:
    title = sheet.set(item.title, "timeline_title", width, bold=True, spacing=SPACING)
    text = sheet.set(item.text, "timeline_text", width, color="sub", spacing=SPACING)
    return Setting((*title.paragraphs, *text.paragraphs), title.height + text.height)


def _step(item: TimelineItem, when_width: int, width: int, sheet: Sheet) -> _Step:
    color = {"open": "ink", "late": "bad"}.get(item.state, "accent")
    return _Step(
        sheet.set(item.when, "timeline_date", when_width, bold=True, color=color, spacing=1.3),
        _body(item, sheet, width),
    )


def _heading(block: TimelineBlock, width: int, sheet: Sheet) -> Setting:
    return sheet.set(block.heading, "chart_heading", width, bold=True)


def _heading_height(heading: Setting) -> int:
    return heading.height + HEADING_GAP if heading.height else 0


class _Along(NamedTuple):
    """The horizontal form: a column's width, its steps, the height of the dates and of the cards."""

    each: int
    steps: tuple[_Step, ...]
    dates: int
    cards: int

    @property
    def height(self) -> int:
        return self.dates + DOT + 2 * AROUND + self.cards


def _along(block: TimelineBlock, width: int, sheet: Sheet) -> _Along:
    return sheet.once("along", block, width, lambda: _laid_along(block, width, sheet))


def _laid_along(block: TimelineBlock, width: int, sheet: Sheet) -> _Along:
    count = len(block.items)
    each = (width - (count - 1) * sheet.style.gutter) // count
    steps = tuple(_step(item, each, each - 2 * PAD_X, sheet) for item in block.items)
    return _Along(each, steps, max(s.when.height for s in steps), max(s.body.height for s in steps) + 2 * PAD_Y)


def _goes_along(block: TimelineBlock, width: int, room: int, sheet: Sheet) -> bool:
    if not 2 <= len(block.items) <= MOST_ALONG:
        return False
    along = _along(block, width, sheet)
    one_line_dates = all(sum(p.lines for p in step.when.paragraphs) <= 1 for step in along.steps)
    return along.height <= room and one_line_dates and max(step.lines for step in along.steps) <= MOST_LINES


class _Down(NamedTuple):
    """The list form: the width of the dates, the steps, the height of each."""

    dates: int
    steps: tuple[_Step, ...]
    heights: tuple[int, ...]

    @property
    def height(self) -> int:
        return sum(self.heights) + ROW_GAP * max(len(self.heights) - 1, 0)


def _beside(width: int, dates: int, sheet: Sheet) -> int:
    """The width of what stands beside the line in the list form."""
    return min(width - dates - DOT - 2 * GAP, sheet.longest("timeline_text"))


def _down(block: TimelineBlock, width: int, sheet: Sheet) -> _Down:
    return sheet.once("down", block, width, lambda: _laid_down(block, width, sheet))


def _laid_down(block: TimelineBlock, width: int, sheet: Sheet) -> _Down:
    size = sheet.size_pt("timeline_date")
    widest = max((emu(width_pt(item.when, size, True)) for item in block.items), default=0) + pad(2)
    dates = min(widest, width * 3 // 10)
    steps = tuple(_step(item, dates, _beside(width, dates, sheet), sheet) for item in block.items)
    return _Down(dates, steps, tuple(max(s.when.height, s.body.height, DOT) for s in steps))


def measure(block: TimelineBlock, width: int, room: int, sheet: Sheet) -> Extent:
    """The horizontal form where it fits, else the list."""
    above = _heading_height(_heading(block, width, sheet))
    if _goes_along(block, width, room - above, sheet):
        height = _along(block, width, sheet).height + above
        return Extent(height, height + STRETCH)
    down = _down(block, width, sheet)
    return Extent(down.height + above, down.height + above + STRETCH * len(down.heights))


def draw(block: TimelineBlock, box: Box, sheet: Sheet) -> tuple[Placed, ...]:
    """A line with a dot a step: filled when done, ringed in the accent when it is the next, hollow when open."""
    heading = _heading(block, box.cx, sheet)
    above = _heading_height(heading)
    placed: tuple[Placed, ...] = ()
    if heading.height:
        placed = (text_box("Timeline heading", box._replace(cy=heading.height), heading),)
    rest = box.inset(0, above, 0, 0)
    if _goes_along(block, rest.cx, rest.cy, sheet):
        return placed + _draw_along(block, rest, sheet)
    return placed + _draw_down(block, rest, sheet)


def _dot(index: int, item: TimelineItem, x: int, y: int) -> PlacedShape:
    fill, stroke = _DOTS[item.state]
    return PlacedShape(f"Step {index + 1} dot", Box(x, y, DOT, DOT), "ellipse", fill, stroke, 2.75)


def _draw_along(block: TimelineBlock, box: Box, sheet: Sheet) -> tuple[Placed, ...]:
    along = _along(block, box.cx, sheet)
    step_width = along.each + sheet.style.gutter
    dot_y = box.y + along.dates + AROUND
    line_y = dot_y + (DOT - LINE) // 2
    done = sum(item.state == "done" for item in block.items)
    placed: list[Placed] = [surface("Timeline", Box(box.x, line_y, box.cx, LINE), "line")]
    if done:
        reached = (done - 1) * step_width + DOT
        placed.append(surface("Timeline done", Box(box.x, line_y, reached, LINE), "accent"))
    top = dot_y + DOT + AROUND
    for index, (item, step) in enumerate(zip(block.items, along.steps, strict=True)):
        x = box.x + index * step_width
        card = Box(x, top, along.each, box.bottom - top)
        placed.append(text_box(f"Step {index + 1} date", Box(x, box.y, along.each, along.dates), step.when, "b"))
        placed.append(_dot(index, item, x, dot_y))
        placed.append(surface(f"Step {index + 1} card", card))
        inner = card.inset(PAD_X, PAD_Y, PAD_X, PAD_Y)
        body, width = evened(partial(_body, item, sheet), inner.cx, NARROWER_EM)
        placed.append(text_box(f"Step {index + 1}", inner._replace(cx=width), body))
    return tuple(placed)


def _draw_down(block: TimelineBlock, box: Box, sheet: Sheet) -> tuple[Placed, ...]:
    down = _down(block, box.cx, sheet)
    count = len(down.steps)
    spare = min(max(box.cy - down.height, 0) // count, STRETCH)
    line_x = box.x + down.dates + GAP
    text_x = line_x + DOT + GAP
    first_line = down.steps[0].body.paragraphs or down.steps[0].when.paragraphs
    offset = max((emu(first_line[0].line_pt) - DOT) // 2, 0) if first_line else 0
    placed: list[Placed] = []
    if count > 1:
        length = sum(down.heights[:-1]) + (ROW_GAP + spare) * (count - 1)
        place = Box(line_x + (DOT - LINE) // 2, box.y + offset + DOT // 2, LINE, length)
        placed.append(surface("Timeline", place, "line"))
    top = box.y
    for index, (item, step, height) in enumerate(zip(block.items, down.steps, down.heights, strict=True)):
        placed.append(text_box(f"Step {index + 1} date", Box(box.x, top, down.dates, height), step.when))
        placed.append(_dot(index, item, line_x, top + offset))
        placed.append(
            text_box(f"Step {index + 1}", Box(text_x, top, _beside(box.cx, down.dates, sheet), height), step.body)
        )
        top += height + ROW_GAP + spare
    return tuple(placed)


def split(
    block: TimelineBlock, width: int, height: int, page: int, sheet: Sheet
) -> tuple[TimelineBlock, TimelineBlock] | None:
    """Between steps; a step that is higher than the page is cut within its text, its date repeated."""
    for count in counts(len(block.items), sheet.style.fit.least_rows, alone=height >= page):
        head = block._replace(items=block.items[:count])
        if measure(head, width, page, sheet).least <= height:
            return head, block._replace(items=block.items[count:])
    first = block.items[0]
    alone = block._replace(items=(first,))
    if measure(alone, width, page, sheet).least <= page:
        return None
    room = height - _heading_height(_heading(block, width, sheet))
    inner = _beside(width, _down(alone, width, sheet).dates, sheet)
    title = sheet.height(first.title, "timeline_title", inner, bold=True, spacing=SPACING)
    if title <= room and first.text:
        parts = cut_text(first.text, "timeline_text", inner, room - title, sheet, spacing=SPACING)
        if parts is None and not first.title:
            return None
        text, more = parts or ("", first.text)
        begun, rest = first._replace(text=text), first._replace(title="", text=more)
    else:
        parts = cut_text(first.title, "timeline_title", inner, room, sheet, bold=True, spacing=SPACING)
        if parts is None:
            return None
        begun, rest = first._replace(title=parts[0], text=""), first._replace(title=parts[1])
    head = block._replace(items=(begun,))
    if measure(head, width, page, sheet).least > height:
        return None
    return head, block._replace(items=(rest, *block.items[1:]))


KIND = Kind(measure, draw, split)
