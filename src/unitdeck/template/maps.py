"""Maps that a template brings: ``maps/<name>.yaml`` (tiles) or ``maps/<name>.geojson``, as places of a chart.

Read and checked once, when the template is compiled; kept as JSON, which slide files get as ``maps.<name>``.
"""

from __future__ import annotations

import json
import math
import re
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Any

from unitdeck.base.diagnostics import BuildError, Span, error
from unitdeck.plan.read_places import read_places
from unitdeck.plan.values import PlanError
from unitdeck.source.plain import PlainError, load_plain

FOLDER = "maps"
KINDS = (".yaml", ".geojson")
MOST_CHARACTERS = 4_000_000
MOST_POINTS = 8_000  # of all places of a map: more would not pass through a slide file
MOST_NAME = 100  # characters
_UNPRINTED = "[\x00-\x1f\x7f\ud800-\udfff]"
_FINE = 1_500  # parts of the map's longer side that a slide can tell apart
_DIGITS = 5

_Ring = list[list[float]]


def map_text(file: Path, text: str) -> str:
    """Return the places of a map file as JSON; raises BuildError (UD520) for what is no map."""
    try:
        if len(text) > MOST_CHARACTERS:
            raise PlanError("characters", len(text), f"0–{MOST_CHARACTERS}")
        places = _tiles(text) if file.suffix == ".yaml" else _features(text)
        # A chart reads numbers as a slide file writes them.
        read_places(json.loads(json.dumps(places), parse_float=str, parse_int=str))
    except PlainError as failure:
        raise BuildError(
            (error("UD520", Span(str(file), failure.line, failure.column), found=str(failure), expected="YAML"),)
        ) from failure
    except json.JSONDecodeError as failure:
        raise BuildError(
            (error("UD520", Span(str(file), failure.lineno, failure.colno), found=failure.msg, expected="JSON"),)
        ) from failure
    except PlanError as failure:
        found = f"{failure.where}: {failure.found}"
        raise BuildError((error("UD520", Span(str(file)), found=found, expected=failure.expected),)) from failure
    return json.dumps(places, ensure_ascii=False, separators=(",", ":"))


def maps_of(files: Mapping[str, str]) -> dict[str, Any]:
    """Return the maps of a template's files by name, each the value of a chart's ``places``."""
    names = (name for name in files if name.startswith(f"{FOLDER}/"))
    return {Path(name).stem: json.loads(files[name]) for name in names}


def _tiles(text: str) -> list[dict[str, Any]]:
    found = load_plain(text)
    if not isinstance(found, dict) or not found:
        raise PlanError("map", found, "name: [row, column]")
    return [{"name": name, "tile": tile} for name, tile in found.items()]


def _features(text: str) -> list[dict[str, Any]]:
    found = _json(text)
    features = found.get("features") if isinstance(found, dict) else None
    if not isinstance(features, list) or not features:
        raise PlanError("features", found.get("type") if isinstance(found, dict) else found, "FeatureCollection")
    places = [{"name": _name(feature), "rings": _rings(feature)} for feature in features]
    _thin(places)
    points = sum(len(ring) for place in places for ring in place["rings"])
    if points > MOST_POINTS:
        raise PlanError("points", points, f"0–{MOST_POINTS}")
    return places


def _json(text: str) -> Any:
    try:
        return json.loads(text, parse_constant=_no_number, parse_int=float)
    except RecursionError as failure:
        raise PlanError("JSON", "[[[[…", "a FeatureCollection, nested less deep") from failure


def _no_number(name: str) -> float:
    raise PlanError("coordinates", name, "numbers")


def _name(feature: Any) -> str:
    properties = feature.get("properties") if isinstance(feature, dict) else None
    name = properties.get("name") if isinstance(properties, dict) else None
    if not isinstance(name, str) or not name.strip() or len(name) > MOST_NAME or re.search(_UNPRINTED, name):
        raise PlanError("properties.name", name, f"a name of 1–{MOST_NAME} characters")
    return name


def _rings(feature: Any) -> list[_Ring]:
    """The rings of a feature's polygons: outer ones one way round, holes the other."""
    geometry = feature.get("geometry")
    kind = geometry.get("type") if isinstance(geometry, dict) else None
    if kind not in {"Polygon", "MultiPolygon"}:
        raise PlanError(f"{_name(feature)}: geometry", kind, "Polygon, MultiPolygon")
    coordinates = geometry.get("coordinates")
    try:
        polygons = [coordinates] if kind == "Polygon" else list(coordinates)
        return [
            _turned([[float(point[0]), float(point[1])] for point in ring], outer=position == 0)
            for polygon in polygons
            for position, ring in enumerate(polygon)
        ]
    except (TypeError, ValueError, IndexError, KeyError, OverflowError) as failure:
        raise PlanError(f"{_name(feature)}: coordinates", failure, "[[[x, y], …], …]") from failure


def _turned(ring: _Ring, *, outer: bool) -> _Ring:
    if ring and ring[0] == ring[-1]:
        ring = ring[:-1]
    area = sum(a[0] * b[1] - b[0] * a[1] for a, b in zip(ring, [*ring[1:], *ring[:1]], strict=True))
    return ring if (area > 0) == outer else ring[::-1]


def _thin(places: list[dict[str, Any]]) -> None:
    """Leave out points that no slide could show apart, and digits beyond them."""
    points = [point for place in places for ring in place["rings"] for point in ring]
    side = max((_span(point[axis] for point in points) for axis in (0, 1)), default=0.0)
    if not math.isfinite(side):
        raise PlanError("coordinates", side, "numbers")
    for place in places:
        place["rings"] = [_thinned(ring, side / _FINE) for ring in place["rings"]]


def _span(values: Iterable[float]) -> float:
    known = list(values)
    return max(known) - min(known) if known else 0.0


def _thinned(ring: _Ring, least: float) -> _Ring:
    kept: _Ring = []
    for x, y in ring:
        if not kept or math.hypot(x - kept[-1][0], y - kept[-1][1]) >= least:
            kept.append([round(x, _DIGITS), round(y, _DIGITS)])
    return kept if len(kept) > 2 else ring
