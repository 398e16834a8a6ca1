"""成绩单: how the units of a session stand, within comparable groups.

Units are ranked within their group only, by what can be compared between unlike units: first the share of the
indicators that can be judged which are 达序时 or better (a status whose tone is good), then the mean of their gaps to
the schedule. Both count as printed, with one decimal, so that anybody can check a place against the figures beside it;
of equal shares a unit without any gap comes last. Ties share a place and the next is skipped. What is not reported is
counted apart and never as zero; a unit of which nothing can be judged has no place.
"""

from __future__ import annotations

from collections.abc import Iterable
from decimal import Decimal
from pathlib import Path
from typing import Literal, NamedTuple

from unitdeck.appraise.arithmetic import difference, percent, rounded
from unitdeck.appraise.evidence import side
from unitdeck.appraise.levels import judged_as
from unitdeck.appraise.model import Appraisal, Figure, Indicator
from unitdeck.appraise.wording import rate
from unitdeck.outline.load import Loaded
from unitdeck.outline.model import Outline
from unitdeck.session.results import Results, Unit, place_of

Light = Literal["red", "yellow", ""]


class Row(NamedTuple):
    """An indicator of a unit. ``gap`` is completion − schedule (in points; None where the schedule does not apply).

    ``change`` is the gap's change since the session before. ``met`` is None where nothing can be judged. ``measures``
    are the numbers (from 1) of the unit's measures that name it; ``behind`` whether one is called for. ``place`` is
    ``file:line``.
    """

    indicator: Indicator
    gap: Decimal | None
    previous_gap: Decimal | None
    change: Decimal | None
    met: bool | None
    light: Light
    behind: bool
    measures: tuple[int, ...]
    place: str


class Standing(NamedTuple):
    """A unit on the board. ``share`` in percent and ``gap`` (the mean, in points) as printed with one decimal.

    ``place`` is None where nothing can be judged; ``moved`` is the place before − this one, None where the two do not
    compare. ``advance`` is the mean change of the gaps that both sessions have, ``advance_place`` its place.
    """

    unit: Unit
    group: str
    rows: tuple[Row, ...]
    judged: int
    met: int
    unreported: int
    share: Figure
    gap: Figure
    worst: Row | None
    place: int | None
    previous_place: int | None
    moved: int | None
    advance: Figure
    advance_place: int | None


class Group(NamedTuple):
    """Comparable units, best first; those without a place last. ``ranked`` is how many have one."""

    name: str
    standings: tuple[Standing, ...]
    ranked: int


class Board(NamedTuple):
    """Everything on the scoreboard.

    ``absent`` are units without an outline that could be read. ``compared`` says whether the session before had data.
    """

    groups: tuple[Group, ...]
    absent: tuple[Unit, ...]
    compared: bool

    @property
    def standings(self) -> tuple[Standing, ...]:
        """All units with an outline, group by group."""
        return tuple(standing for group in self.groups for standing in group.standings)


def board(now: Results, before: Results | None) -> Board:
    """Return the scoreboard of a session, compared with the session ``before`` where there is one."""
    old = _groups(before, None) if before else ()
    groups = _groups(now, {s.unit.name: (group, s) for group in old for s in group.standings})
    absent = tuple(unit for unit in now.units if unit.appraisal is None)
    return Board(groups, absent, any(group.ranked for group in old))


def lights(standings: Iterable[Standing], light: Light) -> list[tuple[Standing, Row]]:
    """Return the indicators of a colour, each with its unit: the widest gap first, those without a gap last."""
    found = [(s, row) for s in standings for row in s.rows if row.light == light]
    return sorted(found, key=lambda pair: (pair[1].gap is None, pair[1].gap or Decimal(0)))


def all_met(group: Group) -> list[Standing]:
    """Return the units of a group that have reported all their indicators and met all that can be judged."""
    return [s for s in group.standings if s.judged and s.met == s.judged and not s.unreported]


def furthest(group: Group) -> list[Standing]:
    """Return the units of a group whose gaps have improved most since the session before; none where none has.

    A unit that is compared with no other is not the best of any.
    """
    compared = sum(s.advance_place is not None for s in group.standings)
    return [s for s in group.standings if compared > 1 and s.advance_place == 1 and side(s.advance) > 0]


def places(keys: list[tuple[Decimal, ...] | None]) -> list[int | None]:
    """Return the place of each key, the greatest first, ties sharing one; None for None, which is not ranked."""
    first: dict[tuple[Decimal, ...], int] = {}
    for place, key in enumerate(sorted((key for key in keys if key is not None), reverse=True), 1):
        first.setdefault(key, place)
    return [None if key is None else first[key] for key in keys]


_Old = dict[str, tuple[Group, Standing]]


def _groups(session: Results, old: _Old | None) -> tuple[Group, ...]:
    found: dict[str, list[Standing]] = {}
    for unit in session.units:
        if unit.loaded and unit.appraisal:
            before = old[unit.name][1] if old and unit.name in old else None
            standing = _standing(unit, unit.loaded, unit.appraisal, before, session.workspace.folder)
            found.setdefault(standing.group, []).append(standing)
    said = {group.name: place for place, group in enumerate(session.session.groups)}
    names = sorted(found, key=lambda name: (not name, said.get(name, len(said))))  # units without a group come last
    return tuple(_ranked(name, found[name], old or {}) for name in names)


def _ranked(name: str, standings: list[Standing], old: _Old) -> Group:
    found = places([_key(s) for s in standings])
    ranked = sum(place is not None for place in found)
    advances = places([None if s.advance.value is None else (s.advance.value,) for s in standings])
    placed = []
    for standing, place, advance_place in zip(standings, found, advances, strict=True):
        group, before = old.get(standing.unit.name, (None, None))
        previous = before.place if group and before and group.name == name and group.ranked == ranked else None
        placed.append(
            standing._replace(
                place=place,
                previous_place=previous,
                moved=previous - place if previous is not None and place is not None else None,
                advance_place=advance_place,
            )
        )
    placed.sort(key=lambda s: (s.place is None, s.place or 0))
    return Group(name, tuple(placed), ranked)


def _key(standing: Standing) -> tuple[Decimal, ...] | None:
    if standing.share.value is None:
        return None
    return (standing.share.value,) if standing.gap.value is None else (standing.share.value, standing.gap.value)


def _standing(
    unit: Unit, loaded: Loaded[Outline], appraisal: Appraisal, before: Standing | None, folder: Path
) -> Standing:
    old = {key: row.gap for row in before.rows for key in _names(row.indicator)} if before else {}
    rows = tuple(
        _row(indicator, appraisal.outline, old, place_of(loaded.positions.at("targets", n), folder))
        for n, indicator in enumerate(appraisal.indicators)
    )
    judged, met = sum(row.met is not None for row in rows), sum(bool(row.met) for row in rows)
    timed = [row for row in rows if row.gap is not None]
    return Standing(
        unit=unit,
        group=unit.group,
        rows=rows,
        judged=judged,
        met=met,
        unreported=sum(row.indicator.status.key == "no_data" for row in rows),
        share=rate(rounded(percent(Decimal(met), Decimal(judged))) if judged else None),
        gap=_mean(row.gap for row in timed),
        worst=min(timed, key=lambda row: row.gap or Decimal(0), default=None),
        place=None,
        previous_place=None,
        moved=None,
        advance=_mean(row.change for row in rows),
        advance_place=None,
    )


def _row(indicator: Indicator, outline: Outline, old: dict[str, Decimal | None], place: str) -> Row:
    gap = indicator.gap.value if judged_as(indicator.source) == "cumulative" else None
    previous = next((old[name] for name in _names(indicator) if old.get(name) is not None), None)
    tone = indicator.status.tone
    light: Light = "red" if tone == "bad" else "yellow" if tone == "warn" else ""
    return Row(
        indicator=indicator,
        gap=gap,
        previous_gap=previous,
        change=difference(gap, previous) if gap is not None and previous is not None else None,
        met=tone == "good" if indicator.measured else None,
        light=light,
        behind=bool(light) or (gap is not None and side(indicator.gap) < 0),
        measures=tuple(n for n, m in enumerate(outline.measures, 1) if m.target and m.target in _names(indicator)),
        place=place,
    )


def _names(indicator: Indicator) -> tuple[str, ...]:
    return tuple(name for name in (indicator.source.id, indicator.source.name) if name)


def _mean(values: Iterable[Decimal | None]) -> Figure:
    """The mean of what is there, as printed."""
    known = [value for value in values if value is not None]
    mean = rounded(percent(sum(known, Decimal(0)), Decimal(100 * len(known)))) if known else None
    return rate(mean, signed=True)
