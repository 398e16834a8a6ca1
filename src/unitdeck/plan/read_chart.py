"""What a slide file says of a chart, as its spec."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, get_args

from unitdeck.plan.chart import ChartSpec, Role, Series
from unitdeck.plan.chart_kinds import CHART_KINDS
from unitdeck.plan.values import (
    TONES,
    PlanError,
    made,
    one_of,
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
    for key, most in (("decimals", _MOST_DECIMALS), ("highlight", count - 1)):
        if data.get(key) is not None:
            record[key] = read_index(data[key], key, most)
    for key in ("labels", "tones"):
        if record[key] and len(record[key]) != count:
            raise PlanError(key, len(record[key]), f"{count} {key}")
    for tone in record["tones"]:
        one_of(tone, "tones", TONES)
    if "kind" in record:
        one_of(record["kind"], "kind", CHART_KINDS)
    record["series"] = tuple(_series(item, count) for item in read_list(data.get("series"), "series"))
    if "decimals" not in record:
        own = [one for one in record["series"] if record.get("kind") != "panel" or one.role != "rate"]
        record["decimals"] = _decimals(own)
    return made(ChartSpec, "chart", record)


def _decimals(series: Sequence[Series]) -> int:
    """As many as the figures were given with, so that labels print them as the table does.

    The rates of a panel are printed with digits of their own.
    """
    exponents = (value.as_tuple().exponent for row in series for value in row.values if value is not None)
    return max((-exponent for exponent in exponents if isinstance(exponent, int) and exponent < 0), default=0)


def _series(value: Plain, width: int) -> Series:
    data = read_mapping(value, "series", Series._fields)
    values = tuple(read_number(item, "values") for item in read_list(data.get("values"), "values"))
    if len(values) != width:
        raise PlanError("series", len(values), f"{width} values")
    role: Any = data.get("role") or "actual"
    one_of(role, "role", _ROLES)
    return Series(text_of(data, "name"), values, role)
