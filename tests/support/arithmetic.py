"""What an outline's figures must come to: from its raw YAML, worked out in fractions, apart from our program."""

from __future__ import annotations

import csv
from decimal import Decimal
from fractions import Fraction
from math import floor
from pathlib import Path
from typing import Any, NamedTuple

import yaml

MISSING = "—"
# The keys of targets that the sample decks write in Chinese.
_ENGLISH = {
    "单位": "unit",
    "数据截至": "as_of",
    "目标": "target",
    "指标": "name",
    "名称": "name",
    "完成": "actual",
    "类型": "kind",
    "方向": "direction",
    "数值": "value",
    "上年同期": "base",
    "last_year": "base",
    "上期": "previous",
    "同比": "yoy",
    "依据": "basis",
    "其中": "parts",
    "目标值": "target",
    "通报数": "declared",
    "完成率": "completion",
    "走势": "series",
    "时期": "label",
    "计划": "plan",
    "位次": "rank",
    "范围": "scope",
    "各地": "peers",
    "序时计划": "trajectory",
    "节点": "points",
    "月": "month",
    "应完成": "percent",
    "累计": "cumulative",
    "水平": "level",
    "增速": "growth_rate",
    "控制数": "cap_count",
    "定性": "qualitative",
    "逆向": "lower",
    "越低越好": "lower",
    "区间": "band",
    "文字": "text",
    "地区": "region",
    "简称": "short",
}


_CHOICES = {"水平", "增速", "控制数", "定性", "逆向", "越低越好", "区间", "累计"}


class Row(NamedTuple):
    """A target or a part of one: its exact figures (None: missing), and what must be printed for each."""

    name: str
    unit: str
    timed: bool
    actual: str
    target: str
    completion: Fraction | None
    schedule: Fraction | None
    gap: Fraction | None
    growth: str
    since: str
    share: Fraction | None
    value: Fraction | None

    @property
    def printed(self) -> dict[str, str]:
        """The cells of the overview that are figures, by heading."""
        return {
            "目标": self.target,
            "完成": self.actual,
            "完成率": MISSING if self.completion is None else f"{rate(self.completion)}%",
            "序时差": MISSING if self.gap is None else signed(self.gap),
            "同比": self.growth,
            "较上期": self.since,
        }


class Expected(NamedTuple):
    """The rows of an outline's targets, the parts after their whole, and the raw targets."""

    targets: tuple[Row, ...]
    parts: dict[str, tuple[Row, ...]]
    raw: tuple[dict[str, Any], ...]
    text: str


def rate(value: Fraction) -> str:
    """Return a figure with one decimal, half away from zero, with thousands and a true minus."""
    tenths = floor(abs(value) * 10 + Fraction(1, 2))
    return ("−" if value < 0 and tenths else "") + f"{tenths // 10:,}.{tenths % 10}"


def signed(value: Fraction) -> str:
    """Return a rate with + where what is printed is above zero."""
    text = rate(value)
    return f"+{text}" if value > 0 and text != "0.0" else text


def amount(text: object) -> str:
    """Return a figure as it is printed: the decimals that were typed, thousands, a true minus."""
    return f"{Decimal(str(text)):,f}".replace("-", "−")


def expected(file: Path) -> Expected:
    """Return the figures of an outline in YAML or JSON; its session's data date where it has none of its own."""
    text = file.read_text("utf-8")
    outline = yaml.load(text, yaml.BaseLoader)
    session = file.parent.parent / "session.yaml"
    if session.is_file():
        outline = yaml.load(session.read_text("utf-8"), yaml.BaseLoader) | outline
    targets = outline.get("targets") or outline.get("目标") or []
    as_of = str(outline.get("as_of") or outline.get("数据截至") or "")
    month = None if not as_of else int(as_of.split("-")[1]) if "-" in as_of else 12
    raw = tuple(_english(target) | {"raw": target} for target in targets)
    for one in raw:
        if isinstance(one.get("series"), str):
            one["series"] = _from_csv(_root(file) / one["series"])
    rows = tuple(_target(one, month) for one in raw)
    parts = {row.name: tuple(_part(p, one, row) for p in _parts(one)) for one, row in zip(raw, rows, strict=True)}
    return Expected(rows, parts, raw, text)


def _root(file: Path) -> Path:
    return file.parent.parent if file.parent.name == "units" else file.parent


def _english(value: Any) -> Any:
    if isinstance(value, dict):
        return {_ENGLISH.get(key, key): _english(item) for key, item in value.items()}
    if isinstance(value, list):
        return [_english(item) for item in value]
    return _ENGLISH.get(value, value) if value in _CHOICES else value


def _from_csv(file: Path) -> list[dict[str, str]]:
    with file.open(encoding="utf-8-sig") as stream:
        return [{k: v for k, v in _english(row).items() if v} for row in csv.DictReader(stream)]


def number(value: Any) -> Fraction | None:
    """Return a figure, None where there is none; 0 is a figure."""
    text = str(value.get("value", "") if isinstance(value, dict) else "" if value is None else value)
    return Fraction(text.removesuffix("%")) if text not in {"", "null", "~"} else None


def _target(raw: dict[str, Any], month: int | None) -> Row:
    kind, lower = raw.get("kind", "cumulative"), raw.get("direction") == "lower"
    unit = raw.get("unit", "")
    goal, reached = raw.get("target"), raw.get("actual")
    wanted, value = number(goal), number(reached)
    band = isinstance(goal, dict) and wanted is None and ("low" in goal or "high" in goal)
    timed = kind == "cumulative" and not lower and not band
    completion = None
    if timed and wanted is not None and value is not None:
        completion = value * 100 / wanted if wanted > 0 else None
    elif timed and "completion" in raw.get("declared", {}):
        completion = number(raw["declared"]["completion"])
    due = _due(raw.get("trajectory"), month)
    capped = wanted and (lower or kind == "cap_count")
    return Row(
        name=raw["name"],
        unit=unit,
        timed=timed,
        actual=_words(reached),
        target=("≤" if capped else "") + _words(goal),
        completion=completion,
        schedule=due,
        gap=completion - due if completion is not None and due is not None else None,
        growth=_growth(raw, unit, value),
        since=_since(raw, unit, kind),
        share=None,
        value=value,
    )


def _words(value: Any) -> str:
    if number(value) is not None:
        return amount(value["value"] if isinstance(value, dict) else value)
    if not isinstance(value, dict):
        return MISSING
    if "low" in value and "high" in value:
        return f"{amount(value['low'])}—{amount(value['high'])}"
    return str(value.get("text", MISSING))


def _due(trajectory: Any, month: int | None) -> Fraction | None:
    if month is None:
        return None
    if not trajectory:
        return Fraction(month * 100, 12)
    points = {0: Fraction(0), 12: Fraction(100)}
    points |= {int(point["month"]): Fraction(point["percent"]) for point in trajectory["points"]}
    before = max(known for known in points if known <= month)
    after = min(known for known in points if known >= month)
    if before == after:
        return points[month]
    return points[before] + (points[after] - points[before]) * (month - before) / (after - before)


def _growth(raw: dict[str, Any], unit: str, value: Fraction | None) -> str:
    official = raw.get("yoy")
    first = official[0] if isinstance(official, list) else official
    if first is not None:
        basis = f"（{first['basis']}）" if isinstance(first, dict) and first.get("basis") else ""
        return _printed_growth(number(first), unit) + basis
    base = number(raw.get("base"))
    if value is None or base is None:
        return MISSING
    if value == base:
        return "同比持平"
    if unit == "%":
        return f"{signed(value - base)}个百分点"
    if base > 0:
        return _printed_growth((value - base) * 100 / base, unit)
    change = abs(Decimal(raw_value(raw)) - Decimal(raw["base"]))
    return f"同比{'增加' if value > base else '减少'}{amount(change)}{unit}"


def _since(raw: dict[str, Any], unit: str, kind: str) -> str:
    """The difference to the figure before, with the decimals of the more exact of the two.

    The sample sessions lie in one year, their units and calibers are the same: there it is always said.
    """
    old, new = raw.get("previous") or {}, raw.get("actual")
    if "value" not in old or number(new) is None:
        return MISSING
    change = Decimal(raw_value(raw)) - Decimal(old["value"])
    if not change:
        return "持平"
    rated = unit == "%" or kind == "growth_rate"
    return f"{'+' if change > 0 else '−'}{amount(abs(change))}{'个百分点' if rated else ''}"


def raw_value(raw: dict[str, Any]) -> Any:
    """Return the figure reached as it was typed."""
    return raw["actual"]["value"] if isinstance(raw["actual"], dict) else raw["actual"]


def _printed_growth(value: Fraction | None, unit: str) -> str:
    if value is None:
        return MISSING
    if value == 0:
        return "同比持平"
    return f"{signed(value)}{'个百分点' if unit == '%' else '%'}"


def _parts(raw: dict[str, Any]) -> list[dict[str, Any]]:
    """The parts of a target; in the short form names and figures as they were typed."""
    parts = raw["raw"].get("其中", raw["raw"].get("parts", []))
    return [{"name": k, "value": v} for k, v in parts.items()] if isinstance(parts, dict) else _english(parts)


def _part(part: dict[str, Any], raw: dict[str, Any], whole: Row) -> Row:
    value, wanted = number(part), number(part.get("target"))
    completion = None
    if whole.timed and wanted is not None and value is not None:
        completion = value * 100 / wanted if wanted > 0 else None
    elif whole.timed and "completion" in part.get("declared", {}):
        completion = number(part["declared"]["completion"])
    return Row(
        name=part["name"],
        unit=whole.unit,
        timed=whole.timed,
        actual=MISSING if value is None else amount(part["value"]),
        target=MISSING if wanted is None else amount(part["target"]),
        completion=completion,
        schedule=whole.schedule,
        gap=completion - whole.schedule if completion is not None and whole.schedule is not None else None,
        growth=_printed_growth(number(part["yoy"]), raw.get("unit", "")) if "yoy" in part else MISSING,
        since=MISSING,
        share=value * 100 / whole.value if value is not None and whole.value else None,
        value=value,
    )
