"""Changes of place as lines from the session before to this one: where each stands in a small drawing."""

from __future__ import annotations

from typing import NamedTuple

from unitdeck.session.board.scoreboard import Group

_TOP, _STEP = 34, 30
_LABEL = 20  # what a second label at the same place is moved down by
LEFT, RIGHT, WIDTH = 150, 330, 600


class Line(NamedTuple):
    """A unit's way; ``label`` is where its name stands at the right, below those that share its place."""

    name: str
    before: int
    after: int
    moved: int
    y1: int
    y2: int
    label: int


class Slope(NamedTuple):
    """A drawing ``WIDTH`` wide and ``height`` high."""

    height: int
    lines: tuple[Line, ...]


def slope(group: Group) -> Slope | None:
    """Return the drawing of a group's changes of place; None where fewer than two units compare."""
    told = [s for s in group.standings if s.moved is not None]
    if len(told) < 2:
        return None
    lines: list[Line] = []
    foot = 0
    for s in told:
        before, after = s.previous_place or 0, s.place or 0
        y2 = _TOP + _STEP * (after - 1)
        foot = max(y2, foot + _LABEL)
        lines.append(Line(s.unit.name, before, after, s.moved or 0, _TOP + _STEP * (before - 1), y2, foot))
    lowest = max(max(line.y1, line.label) for line in lines)
    return Slope(lowest + _STEP, tuple(lines))
