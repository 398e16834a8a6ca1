"""The sentences on ranks, trends and composition."""

from __future__ import annotations

from collections.abc import Callable

from unitdeck.appraise.arithmetic import sign
from unitdeck.appraise.evidence import Evidence, exact, side
from unitdeck.appraise.model import Indicator, PartFigures, Place
from unitdeck.appraise.wording import amount_text, bare, in_percent, rate_text


def ranks(evidence: Evidence) -> str:
    """Return the one rank, or the only one that moved, with its change; else how many moved, and the best.

    Where fewer than two can be compared with an earlier rank: the best and the last.
    """
    words = evidence.words
    places = [(i, place) for i in evidence.ranked for place in i.places]
    if not places:
        return ""
    if len(places) == 1:
        return _place(*places[0], evidence) + _moved(places[0][1], evidence)
    best = min(places, key=lambda pair: pair[1].rank)
    moved = [pair for pair in places if pair[1].change]
    if len(moved) == 1:
        return _place(*moved[0], evidence) + _moved(moved[0][1], evidence)
    compared = [place for _, place in places if place.change is not None]
    if len(compared) < 2:
        last = max((pair for pair in places if pair is not best), key=lambda pair: pair[1].rank)
        return words.say("join").join((_place(*best, evidence), _place(*last, evidence)))
    key = "ranks.all" if len(compared) == len(places) else "ranks.comparable"
    return words.say(key, n=len(compared)) + _moves(compared, evidence) + words.say("join") + _place(*best, evidence)


def trend(indicator: Indicator, evidence: Evidence) -> str:
    """Return the last period: against last year's, else as the series' highest or lowest, else against the first."""
    words = evidence.words
    periods = zip(indicator.series, indicator.growth_by_period, strict=True)
    known = [(point, point.value, growth) for point, growth in periods if point.value is not None]
    first, start, _ = known[0]
    last, value, growth = known[-1]
    unit = indicator.unit
    data = {
        "name": evidence.name(indicator),
        "label": _span(indicator, evidence) or bare(last.label),
        "value": words.quantity(amount_text(value), unit),
        "first": bare(first.label),
        "start": words.quantity(amount_text(start), unit),
    }
    if growth is not None:
        direction = ("level", "up", "down")[sign(growth)]
        if in_percent(unit):
            key = "trend.level" if growth == 0 else f"trend.points_{direction}"
            return words.say(key, rate=words.points(growth), **data)
        return words.say(f"trend.{direction}", rate=f"{rate_text(abs(growth))}%", **data)
    earlier = [figure for _, figure, _ in known[:-1]]
    if _span(indicator, evidence):
        return words.say("trend.running", **data)
    if value > max(earlier):
        return words.say("trend.highest", **data)
    if value < min(earlier):
        return words.say("trend.lowest", **data)
    key = "trend.flat" if value == start else "trend.rose" if value > start else "trend.fell"
    return words.say(key, **data)


def composition(indicator: Indicator, evidence: Evidence) -> str:
    """Return the part furthest behind, with its share; where none is, the part furthest ahead; else the largest."""
    words = evidence.words
    timed = [part for part in indicator.parts if part.gap.value is not None]
    worst = min(timed, key=lambda part: exact(part.gap), default=None)
    if worst is not None and side(worst.gap) < 0:
        key = "parts.behind" if worst.share.value is None else "parts.share_behind"
        return words.say(key, part=bare(worst.name), share=worst.share.text, d=words.lead(exact(worst.gap)))
    shared = [part for part in timed if part.share.value is not None]
    best = max(shared, key=lambda part: exact(part.gap), default=None)
    if best is not None:
        key = "parts.share_ahead" if side(best.gap) > 0 else "parts.share_level"
        return words.say(key, part=bare(best.name), share=best.share.text, d=words.lead(exact(best.gap)))
    return _largest(indicator, evidence)


def _largest(indicator: Indicator, evidence: Evidence) -> str:
    words = evidence.words
    valued: list[PartFigures] = [part for part in indicator.parts if part.actual.value is not None]
    highest = max(exact(part.actual) for part in valued)
    top = [part for part in valued if part.actual.value == highest]
    name = evidence.name(indicator)
    if len(top) > 1:
        return words.say("parts.even", name=name, n=len(valued), k=len(top))
    part = top[0]
    if part.share.value is not None:
        return words.say("parts.largest_share", name=name, part=bare(part.name), share=part.share.text)
    value = words.quantity(part.actual.text, indicator.unit)
    return words.say("parts.largest", name=name, part=bare(part.name), value=value)


def _span(indicator: Indicator, evidence: Evidence) -> str:
    """Return the period that the last point stands for where the series is a running total, else ''.

    It is one where it never falls and ends at the figure reached, which the points do not add up to.
    """
    values = [point.value for point in indicator.series if point.value is not None]
    reached = indicator.actual.value
    if in_percent(indicator.unit) or values[-1] != reached or sum(values) == reached or values != sorted(values):
        return ""
    return indicator.period or evidence.period


def _place(indicator: Indicator, place: Place, evidence: Evidence) -> str:
    name, metric = evidence.name(indicator), bare(place.metric)
    if name.endswith(metric):  # 增速 is said once
        metric = ""
    text = evidence.words.say("ranks.place", name=name, metric=metric, scope=bare(place.scope), place=place.text)
    return " ".join(text.split())  # the metric may be blank


def _moved(place: Place, evidence: Evidence) -> str:
    words = evidence.words
    if place.change is None:
        return ""
    period = bare(place.previous_period) or words.say("ranks.before")
    if place.change == 0:
        return words.say("ranks.stayed", period=period)
    return words.say("ranks.moved", period=period, change=place.change_text)


def _moves(places: list[Place], evidence: Evidence) -> str:
    words = evidence.words
    up, down = _count(places, lambda change: change > 0), _count(places, lambda change: change < 0)
    if not up and not down:
        return words.say("ranks.same")
    if len(places) in (up, down):
        return words.say("ranks.all_up" if up else "ranks.all_down")
    moves = [words.say(key, k=k) for key, k in (("ranks.up", up), ("ranks.down", down)) if k]
    return words.listing(tuple(moves))


def _count(places: list[Place], moved: Callable[[int], bool]) -> int:
    return sum(place.change is not None and moved(place.change) for place in places)
