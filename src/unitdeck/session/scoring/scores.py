"""计分 of a session: what its figures, ballots, judges and clock give each unit, and its place in its group."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal
from pathlib import Path
from typing import NamedTuple

from unitdeck.appraise.model import Indicator
from unitdeck.appraise.scoring.attained import Attained, attained
from unitdeck.appraise.scoring.ballots import RankBallots, TwoBallots, grade_means, rank_means, two_means
from unitdeck.appraise.scoring.indicators import points
from unitdeck.appraise.scoring.panel import deduction, panel_mean
from unitdeck.appraise.scoring.total import Weighted, placed, total, weighted_mean
from unitdeck.outline.scoring import PartName
from unitdeck.session.results import Results, Unit, place_of
from unitdeck.session.scoring.marks import minutes_of
from unitdeck.session.scoring.reading import Tally
from unitdeck.session.scoring.rules import FormKind, Rules


class IndicatorScore(NamedTuple):
    """An indicator with its points, and with the weight that it has among the unit's (0: it does not count).

    ``why`` says why it does not: ``unscored`` (no formula says what it has reached) or ``unweighted`` (a weight of 0).
    """

    indicator: Indicator
    reached: Attained | None
    points: Decimal | None
    weight: Decimal
    why: str
    place: str


class UnitScore(NamedTuple):
    """A unit's score. ``at`` is its place in running order, from 0.

    ``parts`` are its exact points by part, None where there are none; ``taken`` its minutes. ``exact`` is the whole,
    ``score`` as printed, ``place`` that in its group: None where a part that counts is missing, named in ``lacking``.
    """

    at: int
    name: str
    unit: Unit
    group: str
    indicators: tuple[IndicatorScore, ...]
    parts: dict[PartName, Decimal | None]
    taken: Decimal | None
    deducted: Decimal
    exact: Decimal | None
    score: Decimal | None
    place: int | None
    lacking: tuple[PartName, ...]


class GroupScores(NamedTuple):
    """Comparable units, best first; those without a score last, in running order. ``ranked`` is how many have one."""

    name: str
    units: tuple[UnitScore, ...]
    ranked: int


class Scores(NamedTuple):
    """A session's scores, by group; ``tallies`` are what they were counted from."""

    rules: Rules
    groups: tuple[GroupScores, ...]
    tallies: tuple[Tally, ...]

    @property
    def units(self) -> tuple[UnitScore, ...]:
        """All units in running order."""
        return tuple(sorted((unit for group in self.groups for unit in group.units), key=lambda unit: unit.at))

    def tally(self, kind: FormKind) -> Tally | None:
        """Return what was counted of a kind."""
        return next((tally for tally in self.tallies if tally.kind == kind), None)


def unit_names(found: Results) -> tuple[tuple[str, ...], ...]:
    """Return the names that each unit goes by, the shown one first: short, whole, and its file's."""
    names = []
    taken: set[str] = set()
    for unit, file in zip(found.units, found.workspace.units, strict=True):
        outline = unit.loaded.value.unit if unit.loaded else None
        known = [unit.name, outline.name if outline else "", file.name, Path(unit.file).stem]
        own = tuple(dict.fromkeys(name.strip() for name in known if name and name.strip() not in taken))
        taken.update(own)
        names.append(own or (unit.file,))
    return tuple(names)


def scores(found: Results, rules: Rules, tallies: Sequence[Tally]) -> Scores:
    """Return the scores of a session's units; without tallies, what the figures alone give."""
    ballots = _ballots(rules, tallies, len(found.units))
    judged, taken = (_by_unit(tallies, kind, len(found.units)) for kind in ("panel", "time"))
    names = unit_names(found)
    units = []
    for at, unit in enumerate(found.units):
        rows = _indicators(unit, rules, found.workspace.folder)
        given: dict[PartName, Decimal | None] = {
            "indicators": weighted_mean([Weighted(row.points, row.weight) for row in rows]),
            "ballots": ballots[at],
            "panel": panel_mean(judged[at], rules.panel) if rules.panel else None,
        }
        minutes = minutes_of(taken[at][0]) if taken[at] else None
        cost = deduction(minutes, rules.time) if minutes is not None and rules.time else Decimal(0)
        exact = total([Weighted(given[part.name], part.weight) for part in rules.parts], cost)
        lacking = tuple(part.name for part in rules.parts if given[part.name] is None)
        parts = {part.name: given[part.name] for part in rules.parts}
        name = names[at][0]
        units.append(UnitScore(at, name, unit, unit.group, rows, parts, minutes, cost, exact, None, None, lacking))
    return Scores(rules, _groups(units, found), tuple(tallies))


def _groups(units: Sequence[UnitScore], found: Results) -> tuple[GroupScores, ...]:
    said = {group.name: place for place, group in enumerate(found.session.groups)}
    names = dict.fromkeys(unit.group for unit in units)
    ordered = sorted(names, key=lambda name: (not name, said.get(name, len(said))))  # units without a group come last
    return tuple(_ranked(name, [unit for unit in units if unit.group == name]) for name in ordered)


def _ranked(name: str, units: Sequence[UnitScore]) -> GroupScores:
    found = placed([unit.exact for unit in units])
    shown = [unit._replace(score=s.score, place=s.place) for unit, s in zip(units, found, strict=True)]
    shown.sort(key=lambda unit: (unit.place is None, unit.place or 0, unit.at))
    return GroupScores(name, tuple(shown), sum(unit.place is not None for unit in shown))


def _indicators(unit: Unit, rules: Rules, folder: Path) -> tuple[IndicatorScore, ...]:
    """An indicator without a weight has 1, so that weights alone are compared and need not add up to anything."""
    if rules.indicators is None or unit.appraisal is None or unit.loaded is None:
        return ()
    rows = []
    for n, indicator in enumerate(unit.appraisal.indicators):
        reached = attained(indicator)
        given = points(reached, rules.indicators)
        weight = Decimal(1) if indicator.source.weight is None else indicator.source.weight
        why = "unscored" if given is None else "unweighted" if not weight else ""
        place = place_of(unit.loaded.positions.at("targets", n), folder)
        rows.append(IndicatorScore(indicator, reached, given, weight, why, place))
    return tuple(rows)


def _ballots(rules: Rules, tallies: Sequence[Tally], units: int) -> list[Decimal | None]:
    found = {tally.kind: means(tally, rules, units) for tally in tallies}
    rule = rules.ballots
    nothing: list[Decimal | None] = [None] * units
    if isinstance(rule, TwoBallots):
        both = zip(found.get("a", nothing), found.get("b", nothing), strict=True)
        return [two_means(leaders, others, rule) for leaders, others in both]
    return found.get("ranks" if isinstance(rule, RankBallots) else "grades", nothing)


def means(tally: Tally, rules: Rules, units: int) -> list[Decimal | None]:
    """What the valid ballots give each unit; None for one that was not put to the vote."""
    found: list[Decimal | None] = [None] * units
    if tally.kind in ("panel", "time"):
        return found
    valid = [[column.marks[unit].marks for unit in tally.voted] for column in tally.valid]
    given = (
        rank_means(valid, rules.ballots) if isinstance(rules.ballots, RankBallots) else grade_means(valid, rules.grades)
    )
    for unit, mean in zip(tally.voted, given or (), strict=bool(given)):
        found[unit] = mean
    return found


def _by_unit(tallies: Sequence[Tally], kind: FormKind, units: int) -> list[list[Decimal]]:
    tally = next((each for each in tallies if each.kind == kind), None)
    columns = tally.columns if tally else ()
    return [
        [mark.value for column in columns if (mark := column.marks.get(unit)) is not None and mark.value is not None]
        for unit in range(units)
    ]
