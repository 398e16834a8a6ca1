"""Walls: a row a unit, in it a cell an indicator, each with the word of its status: a whole session on one page."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial
from typing import NamedTuple

from unitdeck.base.geometry import Box
from unitdeck.base.units import emu
from unitdeck.layout.blocks.kind import Extent, Kind
from unitdeck.layout.metrics import width_pt
from unitdeck.layout.placed import Placed, PlacedShape, PlacedText
from unitdeck.layout.sheet import Setting, Sheet, pad, stacked, surface, text_box
from unitdeck.plan.blocks import WallBlock, WallCell, WallRow

BAR = pad(3)  # beside a cell, in the colour of its status
PAD_X, PAD_Y = pad(5), pad(4)
BETWEEN, BETWEEN_UNITS = pad(4), pad(9)
_ROLE = "table_head"
_NAME_ROLE = "table_text"
_SPACING = 1.25
_MOST, _LEAST = 8, 3  # cells abreast
_NAME_TENTHS = 2  # of the width, for the units' names at most
_STRETCH_TENTHS = 4  # so much higher cells may be where there is room


class WallSlice(NamedTuple):
    """The part of a wall on a page, made like the whole: the room of the units' names (EMU) and the cells abreast."""

    rows: tuple[WallRow, ...]
    names: int
    across: int


class _Wall(NamedTuple):
    """A wall in a width: its rows, the room of their names, cells abreast, how wide each is, each unit's heights."""

    rows: tuple[WallRow, ...]
    names: int
    across: int
    each: int
    heights: tuple[tuple[int, ...], ...]

    @property
    def courses(self) -> int:
        return sum(len(unit) for unit in self.heights)

    @property
    def height(self) -> int:
        inner = sum(sum(unit) + BETWEEN * (len(unit) - 1) for unit in self.heights)
        return inner + BETWEEN_UNITS * (len(self.heights) - 1)


def _status(cell: WallCell) -> str:
    return f"{cell.mark} {cell.status}" if cell.mark else cell.status


def _set(cell: WallCell, width: int, sheet: Sheet) -> Setting:
    status = sheet.set(_status(cell), _ROLE, width, bold=True, color=cell.tone or "sub", spacing=_SPACING)
    return stacked(status, sheet.set(cell.text, _ROLE, width, spacing=_SPACING))


def _wall(block: WallBlock | WallSlice, width: int, sheet: Sheet) -> _Wall:
    return sheet.once("wall", block, width, lambda: _made(block, width, sheet))


def _made(block: WallBlock | WallSlice, width: int, sheet: Sheet) -> _Wall:
    """As the whole is made; of the whole, the number of cells abreast that makes it lowest."""
    if isinstance(block, WallSlice):
        return _abreast(block.rows, block.across, block.names, width, sheet)
    names = _names(block.rows, width, sheet)
    walls = (_abreast(block.rows, across, names, width, sheet) for across in range(_MOST, _LEAST - 1, -1))
    return min(walls, key=lambda wall: wall.height)


def _abreast(rows: tuple[WallRow, ...], across: int, names: int, width: int, sheet: Sheet) -> _Wall:
    each = (width - names - BETWEEN * (across - 1)) // across
    # By unit, once a deck: each page's rest of the wall is measured anew.
    what = f"courses {across} {names}"
    courses = tuple(sheet.once(what, row, each, partial(_courses, row, across, names, each, sheet)) for row in rows)
    return _Wall(rows, names, across, each, courses)


def _names(rows: Sequence[WallRow], width: int, sheet: Sheet) -> int:
    """The room of the units' names: that of the longest, up to its share."""
    size = sheet.size_pt(_NAME_ROLE)
    longest = max((width_pt(row.name, size, bold=True) for row in rows), default=0.0)
    return min(emu(longest) + 2 * PAD_X, width * _NAME_TENTHS // 10)


def _courses(row: WallRow, across: int, names: int, each: int, sheet: Sheet) -> tuple[int, ...]:
    """The heights of a unit's courses; the first is as high as its name needs, where they are lower together."""
    own = [_height(cell, each - BAR - 2 * PAD_X, sheet) for cell in row.cells]
    courses = [max(own[at : at + across]) for at in range(0, len(own), across)] or [0]
    name = sheet.height(row.name, _NAME_ROLE, names - PAD_X, bold=True, spacing=_SPACING) + 2 * PAD_Y
    lacking = name - sum(courses) - BETWEEN * (len(courses) - 1)
    return (courses[0] + max(lacking, 0), *courses[1:])


def _height(cell: WallCell, width: int, sheet: Sheet) -> int:
    lines = sheet.lines(_status(cell), _ROLE, width, bold=True) + sheet.lines(cell.text, _ROLE, width)
    return sheet.lines_height(lines, _ROLE, _SPACING) + 2 * PAD_Y


def measure(block: WallBlock | WallSlice, width: int, _room: int, sheet: Sheet) -> Extent:
    """The courses of all units; a little more where there is room."""
    height = _wall(block, width, sheet).height
    return Extent(height, height + height * _STRETCH_TENTHS // 10)


def draw(block: WallBlock | WallSlice, box: Box, sheet: Sheet) -> tuple[Placed, ...]:
    """A unit's name, beside it its cells: a surface with status and name, and a bar in the colour of the status."""
    wall = _wall(block, box.cx, sheet)
    spare = max(box.cy - wall.height, 0) // max(wall.courses, 1)
    placed: list[Placed] = []
    top = box.y
    for row, heights in zip(wall.rows, wall.heights, strict=True):
        high = sum(heights) + BETWEEN * (len(heights) - 1) + spare * len(heights)
        place = Box(box.x, top, wall.names - PAD_X, high)
        name = sheet.set(row.name, _NAME_ROLE, place.cx, bold=True, spacing=_SPACING)
        placed.append(text_box("Unit", place.inset(0, PAD_Y, 0, 0), name))
        if row.link:
            placed.append(PlacedShape("Link", place, alt=row.name, link=row.link))
        for course, height in enumerate(heights):
            for column, cell in enumerate(row.cells[course * wall.across : (course + 1) * wall.across]):
                x = box.x + wall.names + column * (wall.each + BETWEEN)
                placed += _cell(cell, Box(x, top, wall.each, height + spare), sheet)
            top += height + spare + BETWEEN
        top += BETWEEN_UNITS - BETWEEN
    return tuple(placed)


def _cell(cell: WallCell, place: Box, sheet: Sheet) -> tuple[Placed, ...]:
    setting = _set(cell, place.cx - BAR - 2 * PAD_X, sheet)
    text = PlacedText(setting.paragraphs, "ctr", (BAR + PAD_X, PAD_Y, PAD_X, PAD_Y))
    return (
        PlacedShape("Indicator", place, fill="pale", text=text),
        surface("Status", place._replace(cx=BAR), cell.tone or "none"),
    )


def _units_within(wall: _Wall, height: int) -> int:
    """How many of the first units a height holds."""
    used = -BETWEEN_UNITS
    for count, unit in enumerate(wall.heights):
        used += BETWEEN_UNITS + sum(unit) + BETWEEN * (len(unit) - 1)
        if used > height:
            return count
    return len(wall.heights)


def split(
    block: WallBlock | WallSlice, width: int, height: int, page: int, sheet: Sheet
) -> tuple[WallSlice, WallSlice] | None:
    """Between units; within one that no page holds, whose name is repeated."""
    wall = _wall(block, width, sheet)

    def slices(head: tuple[WallRow, ...], tail: tuple[WallRow, ...]) -> tuple[WallSlice, WallSlice] | None:
        first = WallSlice(head, wall.names, wall.across)
        fits = measure(first, width, page, sheet).least <= height
        return (first, first._replace(rows=tail)) if fits else None

    rows = block.rows
    count = min(_units_within(wall, height), len(rows) - 1)
    if count > 0:
        return slices(rows[:count], rows[count:])
    if height < page:
        return None
    name, rest = rows[0], rows[1:]
    for count in range((len(name.cells) - 1) // wall.across * wall.across, 0, -wall.across):
        here, there = name._replace(cells=name.cells[:count]), name._replace(cells=name.cells[count:])
        if found := slices((here,), (there, *rest)):
            return found
    return None


KIND = Kind(measure, draw, split)
