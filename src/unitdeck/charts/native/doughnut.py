"""Doughnut: at most four parts from twelve o'clock, each named with its share outside the ring.

The centre of the ring is the centre of the frame: the page prints the total there.
"""

from __future__ import annotations

import math
from decimal import Decimal
from typing import NamedTuple

from unitdeck.appraise.wording import LEAST_SHARE, MOST_SHARE
from unitdeck.charts.fills import PARTS
from unitdeck.charts.frame import Drawing, Frame
from unitdeck.charts.label_places import apart
from unitdeck.charts.sheets import sheet_of
from unitdeck.layout.ring import GAP_PT, HOLE, ring_of
from unitdeck.ooxml.chart_xml import Area, doughnut_chart, plot_area
from unitdeck.ooxml.chart_xml_series import Shows, Stroke, label, only, ring_series
from unitdeck.plan.chart import ChartSpec
from unitdeck.plan.parts import folded, share_text

_SHARE = "0.0%"
# As :func:`share_text` prints them, also after the figures have been edited; only parts that need it have such a code.
_SHARES = {
    f"{LEAST_SHARE}%": f'[=0]{_SHARE};[<0.0005]"{LEAST_SHARE}%";{_SHARE}',
    f"{MOST_SHARE}%": f'[=1]{_SHARE};[>=0.9995]"{MOST_SHARE}%";{_SHARE}',
}


class _Spot(NamedTuple):
    """A label: its part, the middle of its stretch of ring, and its own middle (points from the ring's centre)."""

    part: int
    ring_x: float
    ring_y: float
    x: float
    y: float


def draw(spec: ChartSpec, frame: Frame) -> Drawing:
    """Return the chart. Parts that are missing or not above 0 have no slice and no label."""
    spec = folded(spec, frame.lang)
    known = [max(value or Decimal(0), Decimal(0)) for value in spec.series[0].values]
    whole, values = sum(known, Decimal(0)), [float(value) for value in known]
    sheet = sheet_of(spec)
    ring = ring_of(spec, frame.width_pt, frame.height_pt, frame.size_pt)
    radius = max(ring.radius_pt, 0.2 * frame.height_pt)
    shows = Shows(category=True, percent=True, key=ring.key, separator="\n" if ring.two_lines else " ")
    words = [
        label(
            spot.part,
            frame.style,
            _SHARES.get(share_text(known[spot.part], whole), _SHARE),
            "",
            shows,
            shift=((spot.x - spot.ring_x) / frame.width_pt, (spot.y - spot.ring_y) / frame.height_pt),
        )
        for spot in sorted(_spots(values, radius, frame.height_pt, ring.label_pt, ring.widths_pt))
    ]
    slices = ring_series(sheet, 0, PARTS[: len(values)], Stroke("ground", 2.0), only(words))
    w, h = 2 * radius / frame.width_pt, 2 * radius / frame.height_pt
    return Drawing(sheet, plot_area(Area((1 - w) / 2, (1 - h) / 2, w, h), [doughnut_chart(slices, HOLE)]))


def _spots(
    values: list[float], radius: float, frame_pt: float, label_pt: float, widths_pt: tuple[float, ...]
) -> list[_Spot]:
    """Places of the labels: beside their slices, moved apart on each side."""
    whole = sum(values)
    middle, reach = radius * (1 + HOLE / 100) / 2, radius + GAP_PT
    right: list[_Spot] = []
    left: list[_Spot] = []
    before = 0.0
    for part, value in enumerate(values):
        if not value:
            continue
        angle = 2 * math.pi * (before + value / 2) / whole
        before += value
        x, y = math.sin(angle), -math.cos(angle)
        side = right if x >= 0 else left
        side.append(_Spot(part, middle * x, middle * y, x, reach * y))
    return [
        _beside(spot, reach, widths_pt[spot.part], label_pt)
        for side in (right, left)
        for spot in _moved(side, frame_pt / 2, label_pt)
    ]


def _beside(spot: _Spot, reach: float, width_pt: float, height_pt: float) -> _Spot:
    """The label where, at its height, it stays ``reach`` from the ring's centre."""
    nearest = max(abs(spot.y) - height_pt / 2, 0.0)
    edge = math.sqrt(max(reach**2 - nearest**2, 0.0))
    return spot._replace(x=math.copysign(edge + width_pt / 2, spot.x))


def _moved(spots: list[_Spot], limit: float, height_pt: float) -> list[_Spot]:
    """Labels of one side moved up or down until none touch and all are inside ± ``limit``."""
    ordered = sorted(spots, key=lambda spot: spot.y)
    ys = apart([spot.y for spot in ordered], [height_pt] * len(ordered), -limit, limit)
    return [spot._replace(y=y) for spot, y in zip(ordered, ys, strict=True)]
