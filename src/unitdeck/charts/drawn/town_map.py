"""Map of towns: regions or tiles in classes of colour, each with its name and figure, inside it or beside the map."""

from __future__ import annotations

import math
from decimal import Decimal
from statistics import median
from typing import NamedTuple

from unitdeck.charts.canvas.classes import Classes, classes_of, keys_of
from unitdeck.charts.canvas.marks import Bounds, Mark, Shape, Words, base_line, box
from unitdeck.charts.canvas.regions import Rings, Spot, bounds_of, fitted, spot
from unitdeck.charts.canvas.text import LINE_EM, cut, draw_keys, keys_height_pt, one_line, stacked
from unitdeck.charts.canvas.theme import Theme
from unitdeck.charts.frame import Frame
from unitdeck.charts.sheets import at
from unitdeck.layout.metrics import width_pt
from unitdeck.plan.chart import ChartSpec, Place, Series
from unitdeck.plan.figures import value_text

_AIR = 3.0  # between tiles
_MOST_TILE_EM = (10.0, 4.6)  # a tile's width and height
_TWO_LINES_EM = 2.5
_OWN_PT, _BORDER_PT = 2.5, 1.0
_BESIDE_AIR_EM = 1.2  # between the map and the labels beside it
_MOST_BESIDE_EM = 12.0
_MOST_BESIDE = 0.55  # of the width, for what stands beside the map
_NUMBER_EM = 1.8  # the numbers' column
_UNNAMED = {"zh": "另有{}个未标名", "en": "{} not named"}


class _Town(NamedTuple):
    """A place with what is said of it."""

    place: Place
    value: Decimal | None
    figure: str
    own: bool


def draw(spec: ChartSpec, frame: Frame, theme: Theme) -> list[Mark]:
    """Return the marks: the map, and below it the key of the colours; nothing without places."""
    size, classes = frame.size_pt, classes_of(spec, theme)
    towns = _towns(spec)
    shown = spec._replace(series=(Series("", tuple(town.value for town in towns)),))
    keys = keys_of(shown, classes, theme, frame.lang)
    foot = keys_height_pt(keys, frame.width_pt, size)
    room = Bounds(0, 0, frame.width_pt, frame.height_pt - foot - size / 2)
    if not towns:
        return []
    if towns[0].place.rings:
        marks = _regions(towns, room, classes, size, theme, frame.lang[:2])
    else:
        marks = _tiles(towns, room, classes, size, theme)
    below = bounds_of(ring for mark in marks if isinstance(mark, Shape) for ring in mark.rings).bottom + size / 2
    return [*marks, *draw_keys(keys, 0, below, frame.width_pt, size, theme.rgb("sub"))]


def _towns(spec: ChartSpec) -> list[_Town]:
    """Every place; one without a figure is missing."""
    indexes = {name: index for index, name in enumerate(spec.categories)}
    values = spec.series[0].values if spec.series else ()
    towns = []
    for place in spec.places:
        index = indexes.get(place.name)
        value = values[index] if index is not None and index < len(values) else None
        label = at(spec.labels, index) if index is not None else ""
        own = index is not None and index == spec.highlight
        towns.append(_Town(place, value, one_line(label) or value_text(value, spec), own))
    return towns


def _look(town: _Town, classes: Classes, theme: Theme) -> tuple[str, str, str]:
    """Fill, outline and ink of a town."""
    if town.value is None:
        return "", theme.rgb("range2"), theme.rgb("sub")
    fill, ink = classes.look(town.value)
    return fill, theme.rgb("ground"), ink


def _tiles(towns: list[_Town], room: Bounds, classes: Classes, size: float, theme: Theme) -> list[Mark]:
    cells = [town.place.tile or (0, 0) for town in towns]
    top, left = min(row for row, _ in cells), min(column for _, column in cells)
    rows, columns = max(row for row, _ in cells) - top + 1, max(column for _, column in cells) - left + 1
    wide = min((room.right - room.left) / columns, _MOST_TILE_EM[0] * size)
    high = min((room.bottom - room.top) / rows, _MOST_TILE_EM[1] * size)
    marks: list[Mark] = []
    outlines: list[Mark] = []
    for town, (row, column) in zip(towns, cells, strict=True):
        x, y = room.left + (column - left) * wide, room.top + (row - top) * high
        fill, outline, ink = _look(town, classes, theme)
        inner = (x, y, wide - _AIR, high - _AIR)
        marks.append(box(*inner, fill, "" if fill else outline, 0.0 if fill else _BORDER_PT))
        if town.own:
            within = (x + _OWN_PT / 2, y + _OWN_PT / 2, wide - _AIR - _OWN_PT, high - _AIR - _OWN_PT)
            outlines.append(box(*within, "", theme.rgb("accent"), _OWN_PT))
        lines = _lines(town, wide - _AIR - 4, high - _AIR >= _TWO_LINES_EM * size, size)
        marks += stacked(lines, x + (wide - _AIR) / 2, y + (high - _AIR) / 2, size, ink, ctr=True, bold=town.own)
    return [*marks, *outlines]


def _lines(town: _Town, width: float, two: bool, size: float) -> list[str]:
    """Name and figure on two lines, or on one where there is no room for two; the figure is never cut."""
    name = one_line(town.place.name)
    if two:
        return [cut(name, width, size, town.own), town.figure]
    rest = width - width_pt(f" {town.figure}", size, town.own)
    return [f"{cut(name, rest, size, town.own)} {town.figure}"] if rest > 2 * size else [town.figure]


def _regions(towns: list[_Town], room: Bounds, classes: Classes, size: float, theme: Theme, lang: str) -> list[Mark]:
    """Labels inside where they fit; the other regions have numbers, which are told beside the map."""
    room = Bounds(room.left + _OWN_PT, room.top + _OWN_PT, room.right - _OWN_PT, room.bottom - _OWN_PT)
    rows = max(int((room.bottom - room.top) / (LINE_EM * size)), 1)
    half = _MOST_BESIDE * (room.right - room.left)
    beside = min(max(_beside_width(town, size, half) for town in towns), half)
    columns, most = 0, max(int(half / beside), 1)
    while True:  # a narrower map has fewer labels inside
        within = Bounds(room.left, room.top, room.right - columns * beside, room.bottom)
        areas, spots, outside = _labelled(towns, within, size)
        wanted = min(math.ceil(len(outside) / rows), most)
        if wanted <= columns:
            break
        columns = wanted
    told = _weightiest(towns, outside, rows * columns)
    told.sort(key=lambda index: (spots[index].y, spots[index].x))
    marks: list[Mark] = []
    for town, rings in sorted(zip(towns, areas, strict=True), key=lambda pair: (pair[0].own, pair[0].value is None)):
        fill, outline, _ = _look(town, classes, theme)
        edge = (theme.rgb("accent"), _OWN_PT) if town.own else (outline, _BORDER_PT)
        marks.append(Shape(rings, fill or theme.rgb("ground"), *edge))
    for index, (town, place) in enumerate(zip(towns, spots, strict=True)):
        lines = [one_line(town.place.name), town.figure]
        if index in outside:
            lines = [str(told.index(index) + 1)] if index in told else []
        marks += stacked(lines, place.x, place.y, size, _look(town, classes, theme)[2], ctr=True, bold=town.own)
    left = bounds_of(ring for rings in areas for ring in rings).right + _BESIDE_AIR_EM * size
    marks += _told([towns[index] for index in told], left, room.top, rows, beside, size, theme)
    if len(told) < len(outside):
        column, row = divmod(len(told), rows)
        x, y = left + column * beside + _NUMBER_EM * size, base_line(room.top + (row + 0.5) * LINE_EM * size, size)
        text = cut(_UNNAMED[lang].format(len(outside) - len(told)), beside - (_NUMBER_EM + _BESIDE_AIR_EM) * size, size)
        marks.append(Words(x, y, text, size, theme.rgb("sub")))
    return marks


def _labelled(towns: list[_Town], room: Bounds, size: float) -> tuple[list[Rings], list[Spot], list[int]]:
    """The rings in the room, where each label stands, and the towns (by index) whose label does not fit inside."""
    areas = fitted([town.place for town in towns], room)
    spots = [spot(rings, *_label_size(town, size)) for town, rings in zip(towns, areas, strict=True)]
    outside = [index for index, place in enumerate(spots) if not place.fits]
    for index in outside:
        spots[index] = spot(areas[index], width_pt("00", size), LINE_EM * size)
    return areas, spots, outside


def _weightiest(towns: list[_Town], outside: list[int], most: int) -> list[int]:
    """At most so many of the towns: the own one, then those farthest from the middle, where not all can be told."""
    if len(outside) <= most:
        return list(outside)
    known = [town.value for town in towns if town.value is not None]
    middle = median(known) if known else Decimal(0)

    def weight(index: int) -> tuple[bool, Decimal]:
        value = towns[index].value
        return towns[index].own, Decimal(-1) if value is None else abs(value - middle)

    # One row is left for the count of the others.
    return sorted(outside, key=weight, reverse=True)[: most - 1]


def _label_size(town: _Town, size: float) -> tuple[float, float]:
    lines = (one_line(town.place.name), town.figure)
    return max(width_pt(line, size, town.own) for line in lines) + 4, 2 * LINE_EM * size


def _beside_width(town: _Town, size: float, most: float) -> float:
    text = _beside_text(town, size, most)
    return (_NUMBER_EM + _BESIDE_AIR_EM) * size + width_pt(text, size, town.own)


def _beside_text(town: _Town, size: float, most: float) -> str:
    """Name and figure, the name cut where both are wider than ``most``."""
    rest = most - (_NUMBER_EM + _BESIDE_AIR_EM) * size - width_pt(f" {town.figure}", size, town.own)
    return f"{cut(one_line(town.place.name), min(rest, _MOST_BESIDE_EM * size), size, town.own)} {town.figure}"


def _told(towns: list[_Town], left: float, top: float, rows: int, wide: float, size: float, theme: Theme) -> list[Mark]:
    """The numbers with their names and figures in columns right of the map."""
    marks: list[Mark] = []
    for position, town in enumerate(towns):
        column, row = divmod(position, rows)
        x, y = left + column * wide, base_line(top + (row + 0.5) * LINE_EM * size, size)
        color = theme.rgb("accent" if town.own else "ink")
        marks.append(Words(x + (_NUMBER_EM - 0.5) * size, y, str(position + 1), size, theme.rgb("sub"), "r"))
        marks.append(Words(x + _NUMBER_EM * size, y, _beside_text(town, size, wide), size, color, "l", town.own))
    return marks
