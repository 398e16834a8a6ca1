"""Places of a map as a slide file gives them: tiles, or rings of longitude and latitude."""

from __future__ import annotations

from unitdeck.plan.chart import Place, Ring
from unitdeck.plan.values import PlanError, read_index, read_list, read_mapping, read_number, text_of
from unitdeck.source.plain import Plain

MOST_PLACES = 200
MOST_POINTS = 20_000  # of all rings together
_MOST_ROW = 40  # and column
_MOST_COORDINATE = 10**7  # projected metres are as welcome as degrees


def read_places(value: Plain) -> tuple[Place, ...]:
    """Return the places of a list; raises PlanError for a name or a tile that comes twice, or for too many."""
    places = tuple(_place(item) for item in read_list(value, "places"))
    if len(places) > MOST_PLACES:
        raise PlanError("places", len(places), f"0–{MOST_PLACES}")
    points = sum(len(ring) for place in places for ring in place.rings)
    if points > MOST_POINTS:
        raise PlanError("rings", points, f"0–{MOST_POINTS}")
    for key in ("name", "tile"):
        seen: set[object] = set()
        for place in places:
            of = getattr(place, key)
            if of is not None and of in seen:
                raise PlanError("places", of, f"each {key} once")
            seen.add(of)
    if {place.tile is None for place in places} == {True, False}:
        raise PlanError("places", "tile, rings", "all tiles or all rings")
    return places


def _place(value: Plain) -> Place:
    data = read_mapping(value, "place", Place._fields)
    name = text_of(data, "name")
    tile = read_list(data.get("tile"), "tile")
    rings = tuple(_ring(ring) for ring in read_list(data.get("rings"), "rings"))
    if not name.strip() or bool(tile) == bool(rings) or len(tile) not in {0, 2}:
        raise PlanError("place", sorted(data), "name, tile [row, column] or rings")
    if not tile:
        return Place(name, None, rings)
    row, column = (read_index(item, "tile", _MOST_ROW) for item in tile)
    return Place(name, (row, column))


def _ring(value: Plain) -> Ring:
    """The points of a closed ring, its first not repeated."""
    ring = tuple(_point(item) for item in read_list(value, "rings"))
    ring = ring[:-1] if len(ring) > 1 and ring[0] == ring[-1] else ring
    if len(ring) < 3:
        raise PlanError("rings", len(ring), "3 points or more")
    return ring


def _point(value: Plain) -> tuple[float, float]:
    numbers = [read_number(item, "rings") for item in read_list(value, "rings")]
    if len(numbers) != 2 or any(number is None or abs(number) > _MOST_COORDINATE for number in numbers):
        raise PlanError("rings", value, "[x, y]")
    across, up = (float(number or 0) for number in numbers)
    return across, up
