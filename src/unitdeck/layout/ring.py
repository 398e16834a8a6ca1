"""The ring of a doughnut chart: how large it may be beside its labels, and the total in its middle."""

import math
import re
from decimal import Decimal
from typing import NamedTuple

from unitdeck.base.units import emu
from unitdeck.layout.chart_label import label_pt, line_pt
from unitdeck.layout.metrics import width_pt
from unitdeck.plan.chart import ChartSpec
from unitdeck.plan.parts import share_text

HOLE = 56  # percent of the diameter
HOLE_DRAWN = 0.5  # LibreOffice draws 50 whatever is asked: what stands in the middle must fit that
FEW = 3  # slices that need no key
GAP_PT = 8.0  # from the ring to its labels
KEY_EM = 1.0  # the square of its colour before a label
LEAST_RADIUS_PT = 50.0  # below it slices cannot be told apart across a hall
_INK = 0.8  # of a line, in multiples of the size: figures have no descenders
_AIR_PT = 4.0  # between the total and the ring
_AMOUNT = r"([+\-−]?[\d.,]+)\s*(\D+)"  # 34,096 万元


class Ring(NamedTuple):
    """A ring's radius (points), and how its labels are set: on one line or two, with a key or not, how high and wide.

    ``widths_pt`` are by part, 0 for one without a slice.
    """

    radius_pt: float
    two_lines: bool
    key: bool
    label_pt: float
    widths_pt: tuple[float, ...]


def ring_of(spec: ChartSpec, width: float, height: float, size_pt: float) -> Ring:
    """Return the ring in a frame of that size (points), as large as its labels leave room for.

    Labels have two lines, name and share, where that makes the ring larger and they still stand one over the other.
    """
    values = [value if value and value > 0 else None for value in spec.series[0].values]
    whole = sum((value for value in values if value), Decimal(0))
    count = sum(1 for value in values if value)
    key = count > FEW
    line = line_pt(size_pt)
    rings = []
    for two_lines in (True, False):
        widths = tuple(
            _width(name, share_text(value, whole), size_pt, two_lines=two_lines, key=key) if value else 0.0
            for name, value in zip(spec.categories, values, strict=True)
        )
        label = 1.9 * line if two_lines else line
        if two_lines and count * label > height:
            continue
        room = width / 2 - max(widths, default=0.0) - GAP_PT
        rings.append(Ring(min(height / 2 - line, room), two_lines, key, label, widths))
    return max(rings, key=lambda ring: ring.radius_pt)


def _width(name: str, share: str, size_pt: float, *, two_lines: bool, key: bool) -> float:
    lines = (name, share) if two_lines else (f"{name} {share}",)
    return max(label_pt(line, size_pt) for line in lines) + (KEY_EM * size_pt if key else 0.0)


class Total(NamedTuple):
    """The total as it stands in the ring: its lines, their size in points, and the box they need (EMU)."""

    text: str
    size_pt: float
    width: int
    height: int


def total_in(text: str, radius_pt: float, best_pt: float, least_pt: float, spacing: float) -> Total | None:
    """Return the total as large as the middle of a ring holds it, None where it does not at the least size.

    On one line, or number over unit where that is larger.
    """
    hole = radius_pt * HOLE_DRAWN - _AIR_PT
    amount = re.fullmatch(_AMOUNT, text.strip())
    ways = [text] + (["\n".join(amount.groups())] if amount else [])
    found = []
    for way in ways:
        lines = way.split("\n")
        wide = max(width_pt(line, 1.0, True) for line in lines)
        ink = (len(lines) - 1) * spacing + _INK  # what would touch the ring; the rest of the first line is air
        size = min(int(2 * hole / math.hypot(wide, ink) * 2) / 2 if hole > 0 else 0.0, best_pt)
        if size >= least_pt:
            found.append(Total(way, size, emu(wide * size) + emu(_AIR_PT), emu(len(lines) * spacing * size)))
    return max(found, key=lambda total: total.size_pt, default=None)
