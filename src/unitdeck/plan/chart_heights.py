"""How high a chart must and may be, before it is drawn.

All sizes follow from the type size of the labels, because the labels are what must stay apart.
"""

from __future__ import annotations

import math

from unitdeck.plan.chart import ChartSpec, Place
from unitdeck.plan.chart_kinds import CHART_KINDS, Range, has_rows
from unitdeck.plan.gantt import with_line_row
from unitdeck.plan.parts import MOST_PARTS

PANEL_RATES = 0.47  # of a panel's height: there its columns have ended and the name of its rate stands
MOST_PANELS = 24
PANELS_A_ROW = 6  # as many as a page's width bears with their names

_NAME_LINE, _NAMES_FOOT = 1.45, 2.5  # a name at a line's end, and the periods' names, in multiples of the type size
_NAMES_MOST = 20.0  # twelve names: more are not worth smaller type
_TILE, _REGION, _MOST_REGIONS, _MAP_KEY = 3.0, 4.4, 20.0, 2.2
_LONE_MOST = 1.5  # of a row: one row of dates, with the empty one below, grows no further
_RING_LABEL = 2.8  # a part's name over its share: all may stand on one side of the ring, one over the other
_LANE, _LANES_AIR = 1.0, 0.5  # a bar with its label in a row of several, and the air of such a row


def row_range_em(spec: ChartSpec) -> Range:
    """Return how high a row may be, in multiples of the type size: bars side by side have a lane each.

    One row of dates has the room of two, for the line of the data date.
    """
    row = CHART_KINDS[spec.kind].row or Range(0, 0)
    if CHART_KINDS[spec.kind].bars == "dates" and with_line_row(spec) != spec:
        return Range(2 * row.least, _LONE_MOST * row.most)
    if not CHART_KINDS[spec.kind].lanes or len(spec.series) < 2:
        return row
    lanes = _LANE * len(spec.series) + _LANES_AIR
    return Range(max(row.least, lanes), max(row.most, 1.5 * lanes))


def height_range_pt(spec: ChartSpec, size_pt: float) -> Range:
    """Return how high the whole chart may be, in points at that type size: by its rows, or by its kind and content."""
    kind = CHART_KINDS[spec.kind]
    if has_rows(spec):
        count = max(len(spec.categories), 1)
        return Range(*((row * count + kind.head) * size_pt for row in row_range_em(spec)))
    least, most = kind.height
    if kind.parts == "ring":
        least = max(least, _RING_LABEL * min(len(spec.categories), MOST_PARTS))
    if kind.ends:
        least = max(least, min(_NAMES_FOOT + _NAME_LINE * len(spec.series), _NAMES_MOST))
    if kind.panel:
        least = max(least, kind.panel * math.ceil(min(len(spec.series), MOST_PANELS) / PANELS_A_ROW))
    if spec.places:
        least = max(least, _map_height(spec.places))
    return Range(least * size_pt, max(least, most) * size_pt)


def _map_height(places: tuple[Place, ...]) -> float:
    """How high a map must be for its labels, in multiples of the type size, with the key of its colours."""
    tiles = [place.tile[0] for place in places if place.tile]
    if tiles:
        return _TILE * (max(tiles) - min(tiles) + 1) + _MAP_KEY
    return min(_REGION * math.sqrt(len(places)), _MOST_REGIONS) + _MAP_KEY
