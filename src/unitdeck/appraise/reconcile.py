"""Reconcile, never overwrite: warnings where printed figures and computed ones part, each at its place.

Codes UD301–UD311; nothing here changes a figure.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date
from decimal import Decimal
from typing import Protocol

from unitdeck.appraise.arithmetic import decimals
from unitdeck.appraise.dates import within_month
from unitdeck.appraise.evidence import is_timed
from unitdeck.appraise.growth import growth_rate
from unitdeck.appraise.levels import judged_as
from unitdeck.appraise.model import Indicator, PartFigures
from unitdeck.appraise.ranks import places_of
from unitdeck.appraise.wording import amount_text, in_percent, rate_text
from unitdeck.base.diagnostics import Diagnostic, Span, excerpt, warning
from unitdeck.outline.model import Declared, Outline, Rank, Target
from unitdeck.source.scalars import When

TOLERANCE = Decimal("0.1")  # 百分点 (percentage points)
_SLIP_LEAST, _SLIP_MOST = Decimal(1_000), Decimal(100_000)  # a factor of 10,000, give or take ten
_OPEN = (None, "not_started", "under_way", "at_risk")
_PERIOD_ENDS = {"一季度": 3, "第一季度": 3, "上半年": 6, "前三季度": 9, "全年": 12}
_LAST_MONTH = r"(\d{1,2})月(?:份|底|末)?$"


class Positions(Protocol):
    """Where the outline's values stand in its file."""

    def at(self, *path: str | int) -> Span | None:
        """Return the span of the value at ``path``, else of the nearest thing around it."""


class Unplaced:
    """Positions of an outline that was not read from a file."""

    def at(self, *path: str | int) -> Span | None:
        """Return None."""
        return None


def reconcile(
    outline: Outline, indicators: tuple[Indicator, ...], as_of: When | None, positions: Positions
) -> tuple[Diagnostic, ...]:
    """Return the warnings of an outline's figures, in the order of its targets and measures."""
    found: list[Diagnostic] = []
    for index, indicator in enumerate(indicators):
        found += _declared(indicator, index, positions)
        found += _growth(indicator.source, index, positions)
        found += _sum(indicator.source, index, positions)
        found += _slip(indicator.source, index, positions)
        found += _places(indicator.source, index, outline, positions)
        found += _period(indicator, index, as_of, positions)
        found += _unsaid_kind(indicator, index, positions)
    found += _data_date(outline, indicators, as_of, positions, told=any(d.code == "UD308" for d in found))
    found += _overdue(outline, as_of.date if as_of else None, positions)
    return tuple(found)


def _declared(indicator: Indicator, index: int, positions: Positions) -> Iterator[Diagnostic]:
    path = ("targets", index)
    yield from _against(indicator, indicator.source.declared, path, positions)
    for number, (figures, part) in enumerate(zip(indicator.parts, indicator.source.parts, strict=True)):
        yield from _against(figures, part.declared, (*path, "parts", number), positions)


def _against(
    computed: Indicator | PartFigures, declared: Declared | None, path: tuple[str | int, ...], positions: Positions
) -> Iterator[Diagnostic]:
    if declared is None:
        return
    for code, key, printed, figure in (
        ("UD301", "completion", declared.completion, computed.completion.value),
        ("UD302", "gap", declared.gap, computed.gap.value),
    ):
        if printed is None or figure is None or abs(printed - figure) <= TOLERANCE:
            continue
        span = positions.at(*path, "declared", key)
        signed = key == "gap"
        shown = rate_text(figure, signed=signed)
        yield warning(code, span, name=computed.name, declared=amount_text(printed), computed=shown)


def _growth(target: Target, index: int, positions: Positions) -> Iterator[Diagnostic]:
    actual = target.actual.value if target.actual else None
    if actual is None or target.base is None:
        return
    figure = actual - target.base if in_percent(target.unit) else growth_rate(actual, target.base)
    if figure is None:
        return
    printed: list[tuple[Decimal, tuple[str | int, ...]]] = [
        (Decimal(growth.value), ("yoy", number, "value"))
        for number, growth in enumerate(target.yoy)
        if growth.basis in ("", "名义")  # like-for-like growth rests on another base
    ]
    if target.declared and target.declared.yoy is not None:
        printed.append((Decimal(target.declared.yoy), ("declared", "yoy")))
    for value, path in printed:
        if abs(value - figure) > TOLERANCE:
            span = positions.at("targets", index, *path)
            yield warning(
                "UD303", span, name=target.name, declared=amount_text(value), computed=rate_text(figure, signed=True)
            )


def _sum(target: Target, index: int, positions: Positions) -> Iterator[Diagnostic]:
    total = target.actual.value if target.actual else None
    values = [part.value for part in target.parts if part.value is not None]
    if total is None or len(values) < 2 or len(values) < len(target.parts) or in_percent(target.unit):
        return
    places = min(decimals(value) for value in (total, *values))
    rounding = Decimal(len(values) + 1) / 2 * Decimal(1).scaleb(-places)  # each figure may be off by half a digit
    if abs(sum(values) - total) > (rounding if places else 0):
        span = positions.at("targets", index, "parts")
        unit = target.unit
        parts = amount_text(sum(values, Decimal(0)))
        yield warning("UD304", span, name=target.name, parts=parts, total=amount_text(total), unit=unit)


def _slip(target: Target, index: int, positions: Positions) -> Iterator[Diagnostic]:
    actual = target.actual.value if target.actual else None
    if not actual or not any(sign in target.unit for sign in "元万亿"):
        return
    for other in (target.target.value if target.target else None, target.base):
        if not other:
            continue
        ratio = abs(actual / other)
        if _SLIP_LEAST <= ratio <= _SLIP_MOST or _SLIP_LEAST <= 1 / ratio <= _SLIP_MOST:
            span = positions.at("targets", index, "actual")
            shown = {"actual": amount_text(actual), "other": amount_text(other), "unit": target.unit}
            yield warning("UD305", span, name=target.name, **shown)
            return


def _places(target: Target, index: int, outline: Outline, positions: Positions) -> Iterator[Diagnostic]:
    own = outline.unit.region or outline.unit.short or outline.unit.name
    for number, rank in enumerate(target.ranks):
        place = _place_by_peers(rank, own)
        if place is not None and rank.rank is not None and rank.rank not in place:
            span = positions.at("targets", index, "ranks", number, "rank")
            yield warning("UD306", span, name=target.name, scope=rank.scope, rank=rank.rank, computed=place[0])


def _place_by_peers(rank: Rank, own: str) -> tuple[int, int] | None:
    """Return the own place from the top and from the bottom; None where the peers are not all there."""
    values = [peer.value for peer in rank.peers]
    names = [peer.name for peer in rank.peers]
    known = sum(value is not None for value in values)
    if own not in names or known < max(rank.of or 0, rank.rank or 0):
        return None
    at = names.index(own)
    top, bottom = places_of(values)[at], places_of(values, lower_is_better=True)[at]
    return None if top is None or bottom is None else (top, bottom)


def _period(indicator: Indicator, index: int, as_of: When | None, positions: Positions) -> Iterator[Diagnostic]:
    period = indicator.source.actual.period.strip() if indicator.source.actual else ""
    match = re.search(_LAST_MONTH, period)
    month = int(match[1]) if match else _PERIOD_ENDS.get(period)
    if month is None or as_of is None or as_of.date is None or not is_timed(indicator):
        return
    if month != as_of.date.month:
        span = positions.at("targets", index, "actual", "period")
        yield warning("UD308", span, name=indicator.name, period=period, as_of=as_of.text, month=as_of.date.month)


def _unsaid_kind(indicator: Indicator, index: int, positions: Positions) -> Iterator[Diagnostic]:
    """A figure in % is mostly a level or a growth rate; taken as cumulative, it would be held against the schedule."""
    path = ("targets", index)
    said = positions.at(*path, "kind") != positions.at(*path)
    if in_percent(indicator.unit) and is_timed(indicator) and not said:
        yield warning("UD311", positions.at(*path, "unit"), name=indicator.name)


def _data_date(
    outline: Outline, indicators: tuple[Indicator, ...], as_of: When | None, positions: Positions, *, told: bool
) -> Iterator[Diagnostic]:
    if as_of is None or as_of.date is None:
        waiting = [i.name for i in indicators if judged_as(i.source) == "cumulative" and i.completion.value is not None]
        if waiting:
            yield warning("UD309", positions.at("as_of" if outline.as_of else "targets"), name=waiting[0])
    elif within_month(as_of) and not told and any(_by_month(indicator) for indicator in indicators):
        span = positions.at("as_of" if outline.as_of else "targets")
        yield warning("UD307", span, as_of=as_of.text, month=as_of.date.month)


def _by_month(indicator: Indicator) -> bool:
    trajectory = indicator.source.trajectory
    return is_timed(indicator) and (trajectory is None or trajectory.mode == "month")


def _overdue(outline: Outline, today: date | None, positions: Positions) -> Iterator[Diagnostic]:
    for number, measure in enumerate(outline.measures):
        due = measure.due.date if measure.due else None
        if measure.due is None or due is None or today is None or due >= today or measure.status not in _OPEN:
            continue
        yield warning(
            "UD310", positions.at("measures", number, "due"), name=excerpt(measure.problem), due=measure.due.text
        )
