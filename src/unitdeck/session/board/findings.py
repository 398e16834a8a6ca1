"""What the scoreboard's pages find: the sentences that stand as their titles, from the figures on the board."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from unitdeck.appraise.arithmetic import difference
from unitdeck.appraise.wording import rate
from unitdeck.base.phrases import Say
from unitdeck.session.board.paper import Paper, group_name
from unitdeck.session.board.scoreboard import Group, Standing, all_met, furthest
from unitdeck.session.board.words import speaker

_NAMED = 3  # so many that share a place are named; more are counted


class League(NamedTuple):
    """A page of places: a group of several units, or all those that are alone in theirs (``group`` '')."""

    group: str
    finding: str
    standings: tuple[Standing, ...]


class Movement(NamedTuple):
    """A group's changes of place since the session before: ``standings`` are the units that compare."""

    group: str
    finding: str
    standings: tuple[Standing, ...]


class Honour(NamedTuple):
    """Who stands on the red list (红榜), for which ``figure`` and what for; ``sentence`` says it all."""

    group: str
    unit: str
    figure: str
    reason: str
    sentence: str


class BoardFindings(NamedTuple):
    """What the board's pages tell; '' and () where there is nothing to tell."""

    wall: str
    leagues: tuple[League, ...]
    movements: tuple[Movement, ...]
    lights: str
    honours: tuple[Honour, ...]
    honoured: str
    register: str
    absent: str


def board_findings(paper: Paper) -> BoardFindings:
    """Return the sentences of a session's board."""
    say = speaker(paper.lang)
    named = honours(paper)
    return BoardFindings(
        wall=_wall(paper, say),
        leagues=tuple(_leagues(paper, say)),
        movements=tuple(_movements(paper, say)),
        lights=_lights(paper, say),
        honours=named,
        honoured=_honoured(paper, say),
        register=_register(paper, say),
        absent=_absent(paper, say),
    )


def honours(paper: Paper) -> tuple[Honour, ...]:
    """Return each unit that met all its targets, and those that have improved most in their group."""
    say = speaker(paper.lang)
    told: list[Honour] = []
    for group in paper.board.groups:
        name = group_name(group.name, paper.lang)
        for s in all_met(group):
            said = say("all_met", group=name, unit=s.unit.name, count=s.judged)
            told.append(Honour(name, s.unit.name, f"{s.met}/{s.judged}", say("all_met_short"), said))
        for s in furthest(group):
            points = s.advance.text.lstrip("+")
            said = say("furthest", group=name, unit=s.unit.name, points=points)
            told.append(Honour(name, s.unit.name, s.advance.text, say("furthest_short"), said))
    return tuple(told)


def _honoured(paper: Paper, say: Say) -> str:
    met = sum(len(all_met(group)) for group in paper.board.groups)
    ahead = sum(len(furthest(group)) for group in paper.board.groups)
    parts = [say("honoured_met", count=met)] if met else []
    parts += [say("honoured_furthest", count=ahead)] if ahead else []
    return say("clause").join(parts)


def _leagues(paper: Paper, say: Say) -> Iterator[League]:
    alone: list[tuple[str, Standing]] = []
    for group in paper.board.groups:
        name = group_name(group.name, paper.lang)
        if len(group.standings) > 1:
            yield League(name, _league(group, name, say), group.standings)
        elif group.standings:
            alone.append((name, group.standings[0]))
    if len(alone) == 1:
        name, standing = alone[0]
        only = Group(name, (standing,), int(standing.place is not None))
        yield League(name, _league(only, name, say), only.standings)
    elif alone:
        finding = say("league_alone", groups=say("comma").join(name for name, _ in alone))
        yield League("", finding, tuple(standing for _, standing in alone))


def _movements(paper: Paper, say: Say) -> Iterator[Movement]:
    for group in paper.board.groups:
        name = group_name(group.name, paper.lang)
        told = tuple(s for s in group.standings if s.moved is not None)
        if len(told) > 1:
            yield Movement(name, _movement(told, name, say), told)


def _wall(paper: Paper, say: Say) -> str:
    rows = [row for s in paper.board.standings for row in s.rows]
    if not rows:
        return ""
    met = sum(bool(row.met) for row in rows)
    red, yellow = _colours(paper)
    unreported = sum(s.unreported for s in paper.board.standings)
    text = say("wall_met", units=len(paper.board.standings), indicators=len(rows), met=met)
    text += _red_and_yellow(red, yellow, say)
    return text + (say("wall_unreported", count=unreported) if unreported else "")


def _league(group: Group, name: str, say: Say) -> str:
    """Return who leads by what share, and how far the last is behind the first."""
    placed = [s for s in group.standings if s.place is not None]
    if not placed:
        return say("league_none", group=name)
    first, last = placed[0], placed[-1]
    if len(placed) == 1:
        return say("league_one", group=name, unit=first.unit.name, share=first.share.text)
    leaders = [s for s in placed if s.place == 1]
    if len(leaders) == len(placed):
        return say("league_level", group=name, count=len(placed), share=first.share.text)
    key = "league_leader" if len(leaders) == 1 else "league_leaders"
    text = say(key, group=name, count=len(placed), unit=_named(leaders, say), share=first.share.text)
    if first.share.value is None or last.share.value is None or first.share.value == last.share.value:
        return text
    return text + say("league_spread", points=rate(difference(first.share.value, last.share.value)).text)


def _movement(told: Sequence[Standing], name: str, say: Say) -> str:
    most = max(s.moved or 0 for s in told)
    back = sum((s.moved or 0) < 0 for s in told)
    if most <= 0:
        return say("movement_only_back", group=name, count=back) if back else say("movement_none", group=name)
    climbers = [s for s in told if s.moved == most]
    text = say("movement_up", group=name, unit=_named(climbers, say), places=most)
    return text + (say("movement_back", count=back) if back else "")


def _lights(paper: Paper, say: Say) -> str:
    red, yellow = _colours(paper)
    if not red and not yellow:
        return ""
    unanswered = sum(not row.measures for _, row in paper.lights)
    text = _red_and_yellow(red, yellow, say).removeprefix(say("clause"))
    return text + (say("lights_unanswered", count=unanswered) if unanswered else say("lights_answered"))


def _register(paper: Paper, say: Say) -> str:
    if not paper.entries:
        return ""
    text = say("register_count", count=len(paper.entries))
    overdue = sum(entry.status.key == "overdue" for entry in paper.entries)
    risky = sum(entry.status.key == "at_risk" for entry in paper.entries)
    if not overdue and not risky:
        return text + say("register_in_time")
    return (
        text
        + (say("register_overdue", count=overdue) if overdue else "")
        + (say("register_risky", count=risky) if risky else "")
    )


def _absent(paper: Paper, say: Say) -> str:
    count = len(paper.board.absent)
    return say("absent_count", count=count) if count else ""


def _colours(paper: Paper) -> tuple[int, int]:
    red = sum(row.light == "red" for _, row in paper.lights)
    return red, len(paper.lights) - red


def _red_and_yellow(red: int, yellow: int, say: Say) -> str:
    parts = [say("light_red", count=red)] if red else []
    parts += [say("light_yellow", count=yellow)] if yellow else []
    return say("clause") + say("comma").join(parts) if parts else ""


def _named(standings: Sequence[Standing], say: Say) -> str:
    """The units by name; of many the first and how many they are."""
    if len(standings) > _NAMED:
        return say("and_others", unit=standings[0].unit.name, count=len(standings))
    return say("comma").join(s.unit.name for s in standings)
