"""What a slide file says of a chart, as its spec."""

from __future__ import annotations

from collections.abc import Callable
from decimal import Decimal
from typing import Any, get_args

from unitdeck.plan.chart import ChartSpec, Role, Series, decimals_of
from unitdeck.plan.chart_kinds import CHART_KINDS
from unitdeck.plan.classes import MOST_BREAKS
from unitdeck.plan.read_places import read_places
from unitdeck.plan.values import (
    TONES,
    PlanError,
    made,
    one_of,
    read_date,
    read_index,
    read_list,
    read_mapping,
    read_number,
    read_record,
    read_texts,
    text_of,
)
from unitdeck.source.plain import Plain

_ROLES = frozenset(get_args(Role))
_MOST_DECIMALS = 9
# More than a meeting reads, few enough that a page is placed in a moment.
MOST_CATEGORIES = 400
MOST_SERIES = 60
MOST_FIGURES = 4_000
MOST_NAME = 1_000  # characters; a cell of the workbook takes 32,767
_READ_HERE = frozenset(
    ("categories", "series", "labels", "tones", "decimals", "highlight", "places", "limits", "corners")
)


def read_chart(value: Plain) -> ChartSpec:
    """Return the spec of a chart; raises PlanError."""
    data = read_mapping(value, "chart", ChartSpec._fields)
    record: dict[str, Any] = read_record(
        {key: item for key, item in data.items() if key not in _READ_HERE},
        "chart",
        ChartSpec._fields,
        flags=("signed", "sample"),
    )
    for key in ("categories", "labels", "tones"):
        record[key] = read_texts(data.get(key), key)
    count = len(record["categories"])
    series = read_list(data.get("series"), "series")
    _within_reason(count, len(series))
    if data.get("decimals") is not None:
        record["decimals"] = read_index(data["decimals"], "decimals", _MOST_DECIMALS)
    for key in ("labels", "tones"):
        if record[key] and len(record[key]) != count:
            raise PlanError(key, len(record[key]), f"{count} {key}")
    for tone in record["tones"]:
        one_of(tone, "tones", TONES)
    if "kind" in record:
        one_of(record["kind"], "kind", CHART_KINDS)
    kind = CHART_KINDS.get(record.get("kind", ""))
    for key, reader in (("places", read_places), ("limits", _limits), ("corners", _corners)):
        if data.get(key) is not None:
            record[key] = reader(data[key])
    read_value = read_date if kind and kind.bars == "dates" else read_number
    record["series"] = tuple(_series(item, count, read_value) for item in series)
    if data.get("highlight") is not None:
        units = len(record["series"]) if kind and kind.series_units else count
        record["highlight"] = read_index(data["highlight"], "highlight", units - 1)
    if "decimals" not in record:
        own = [one for one in record["series"] if not (kind and kind.rates) or one.role != "rate"]
        record["decimals"] = min(decimals_of(value for one in own for value in one.values), _MOST_DECIMALS)
    spec = made(ChartSpec, "chart", record)
    _names_within_reason(spec)
    if not CHART_KINDS[spec.kind].measures and list(spec.limits) != sorted(set(spec.limits)):
        raise PlanError("limits", ", ".join(map(str, spec.limits)), "ascending limits")
    if CHART_KINDS[spec.kind].places:
        _all_have_places(spec)
    return spec


def _within_reason(categories: int, series: int) -> None:
    """Refuse a chart that nobody could read, before minutes are spent on placing it."""
    for where, count, most in (
        ("categories", categories, MOST_CATEGORIES),
        ("series", series, MOST_SERIES),
        ("categories × series", categories * series, MOST_FIGURES),
    ):
        if count > most:
            raise PlanError(where, count, f"0–{most}")


def _names_within_reason(spec: ChartSpec) -> None:
    for name in (*spec.categories, *(one.name for one in spec.series)):
        if len(name) > MOST_NAME:
            raise PlanError("name", name, f"0–{MOST_NAME} characters")


def _limits(value: Plain) -> tuple[Decimal, ...]:
    read = [read_number(item, "limits") for item in read_list(value, "limits")]
    limits = tuple(limit for limit in read if limit is not None)
    if len(limits) < len(read) or len(limits) > MOST_BREAKS:
        raise PlanError("limits", value, f"0–{MOST_BREAKS} numbers")
    return limits


def _corners(value: Plain) -> tuple[str, ...]:
    corners = read_texts(value, "corners")
    if len(corners) not in {0, 4}:
        raise PlanError("corners", len(corners), "4 corners")
    return corners


def _all_have_places(spec: ChartSpec) -> None:
    """A figure without a place would be lost: it is named."""
    known = {place.name for place in spec.places}
    for name in spec.categories:
        if name not in known:
            raise PlanError("places", name, ", ".join(sorted(known)) or "places")


def _series(value: Plain, width: int, read_value: Callable[[Plain, str], Decimal | None]) -> Series:
    data = read_mapping(value, "series", Series._fields)
    values = tuple(read_value(item, "values") for item in read_list(data.get("values"), "values"))
    if len(values) != width:
        raise PlanError("series", len(values), f"{width} values")
    role: Any = data.get("role") or "actual"
    one_of(role, "role", _ROLES)
    return Series(text_of(data, "name"), values, role)
