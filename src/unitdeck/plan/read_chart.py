"""What a slide file says of a chart, as its spec."""

from __future__ import annotations

from collections.abc import Callable
from decimal import Decimal
from typing import Any, get_args

from unitdeck.plan.chart import ChartSpec, Role, Series, decimals_of
from unitdeck.plan.chart_kinds import CHART_KINDS
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
_WRITTEN = tuple(name for name in ChartSpec._fields if name != "ends")
_READ_HERE = frozenset(("categories", "series", "labels", "tones", "decimals", "highlight"))


def read_chart(value: Plain) -> ChartSpec:
    """Return the spec of a chart; raises PlanError."""
    data = read_mapping(value, "chart", _WRITTEN)
    record: dict[str, Any] = read_record(
        {key: item for key, item in data.items() if key not in _READ_HERE},
        "chart",
        _WRITTEN,
        flags=("signed", "sample"),
    )
    for key in ("categories", "labels", "tones"):
        record[key] = read_texts(data.get(key), key)
    count = len(record["categories"])
    if data.get("decimals") is not None:
        record["decimals"] = read_index(data["decimals"], "decimals", _MOST_DECIMALS)
    for key in ("labels", "tones"):
        if record[key] and len(record[key]) != count:
            raise PlanError(key, len(record[key]), f"{count} {key}")
    for tone in record["tones"]:
        one_of(tone, "tones", TONES)
    if "kind" in record:
        one_of(record["kind"], "kind", CHART_KINDS)
    read_value = read_date if record.get("kind") == "gantt" else read_number
    record["series"] = tuple(_series(item, count, read_value) for item in read_list(data.get("series"), "series"))
    if data.get("highlight") is not None:
        series_units = "kind" in record and CHART_KINDS[record["kind"]].series_units
        units = len(record["series"]) if series_units else count
        record["highlight"] = read_index(data["highlight"], "highlight", units - 1)
    if "decimals" not in record:
        own = [one for one in record["series"] if record.get("kind") != "panel" or one.role != "rate"]
        record["decimals"] = decimals_of(value for one in own for value in one.values)
    return made(ChartSpec, "chart", record)


def _series(value: Plain, width: int, read_value: Callable[[Plain, str], Decimal | None]) -> Series:
    data = read_mapping(value, "series", Series._fields)
    values = tuple(read_value(item, "values") for item in read_list(data.get("values"), "values"))
    if len(values) != width:
        raise PlanError("series", len(values), f"{width} values")
    role: Any = data.get("role") or "actual"
    one_of(role, "role", _ROLES)
    return Series(text_of(data, "name"), values, role)
