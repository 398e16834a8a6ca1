"""What the fields of an outline owe to each other."""

from __future__ import annotations

from collections.abc import Iterator, Sized
from itertools import pairwise

from unitdeck.base.diagnostics import Diagnostic, Term, error
from unitdeck.base.spelling import nearest
from unitdeck.outline.model import Outline, Session, Target
from unitdeck.source.bind import Positions

MOST_ITEMS = 400  # of a list: what a chart can show
_SECTIONS = ("duties", "targets", "measures", "projects", "highlights", "next_steps", "last_review")


def contradictions(outline: Outline, positions: Positions) -> tuple[Diagnostic, ...]:
    """Return the errors UD215–UD221, UD223 of an outline whose fields may hold their defaults where binding failed."""
    found = [*_long(outline, positions), *_repeated(outline, positions), *_measures(outline, positions)]
    for index, target in enumerate(outline.targets):
        found.extend(_band(target, index, positions))
        found.extend(_ranks(target, index, positions))
        found.extend(_trajectory(target, index, positions))
    return tuple(found)


def emptiness(outline: Outline, positions: Positions) -> tuple[Diagnostic, ...]:
    """Return the error UD214 where an outline without other errors has nothing to report."""
    if any(getattr(outline, section) for section in _SECTIONS):
        return ()
    return (error("UD214", positions.at("unit"), known=tuple(Term(section) for section in _SECTIONS)),)


def disorder(session: Session, positions: Positions) -> tuple[Diagnostic, ...]:
    """Return the errors of a session that says twice where a unit comes (UD224) or in which group it is (UD225)."""
    found: list[Diagnostic] = []
    if session.draw is not None and session.order:
        found.append(error("UD224", positions.at("draw"), line=positions.at("order").line))
    first: dict[str, int] = {}
    for place, name in enumerate(session.order):
        if name and first.setdefault(name, place) != place:
            span = positions.at("order", place)
            found.append(error("UD225", span, name=name, line=positions.at("order", first[name]).line))
    grouped: dict[str, tuple[int, int]] = {}
    for index, group in enumerate(session.groups):
        for place, name in enumerate(group.units):
            if name and grouped.setdefault(name, (index, place)) != (index, place):
                span = positions.at("groups", index, "units", place)
                at = positions.at("groups", grouped[name][0], "units", grouped[name][1])
                found.append(error("UD225", span, name=name, line=at.line))
    return tuple(found)


def _long(outline: Outline, positions: Positions) -> Iterator[Diagnostic]:
    """Lists that no chart could show: told here, at the clerk's line, and not where a template fails over them."""
    lists: dict[tuple[str | int, ...], Sized] = {(section,): getattr(outline, section) for section in _SECTIONS}
    for index, target in enumerate(outline.targets):
        lists |= {("targets", index, field): getattr(target, field) for field in ("series", "parts")}
    for path, items in lists.items():
        if len(items) > MOST_ITEMS:
            yield error("UD223", positions.at(*path), count=len(items), limit=MOST_ITEMS)


def _repeated(outline: Outline, positions: Positions) -> Iterator[Diagnostic]:
    first: dict[str, int] = {}
    for index, target in enumerate(outline.targets):
        for field in ("name", "id"):
            word = getattr(target, field)
            if not word:
                continue
            if first.setdefault(word, index) != index:
                line = positions.at("targets", first[word]).line
                yield error("UD216", positions.at("targets", index, field), name=word, line=line)


def _measures(outline: Outline, positions: Positions) -> Iterator[Diagnostic]:
    names = [word for target in outline.targets for word in (target.name, target.id) if word]
    if any(target.name is None for target in outline.targets):  # a target without a name: no telling
        return
    for index, measure in enumerate(outline.measures):
        if measure.target and measure.target not in names:
            data = {"name": measure.target, "best": nearest(measure.target, names), "known": tuple(names)}
            yield error("UD215", positions.at("measures", index, "target"), **data)


def _band(target: Target, index: int, positions: Positions) -> Iterator[Diagnostic]:
    value = target.target
    if value is None:
        return
    if target.direction == "band" and (value.low is None or value.high is None):
        yield error("UD217", positions.at("targets", index, "target"))
    elif value.low is not None and value.high is not None and value.low >= value.high:
        yield error("UD218", positions.at("targets", index, "target", "low"), low=value.low, high=value.high)


def _ranks(target: Target, index: int, positions: Positions) -> Iterator[Diagnostic]:
    for number, rank in enumerate(target.ranks):
        for place, of in (("rank", "of"), ("previous", "previous_of")):
            held, among = getattr(rank, place), getattr(rank, of)
            if held is not None and among is not None and held > among:
                yield error("UD219", positions.at("targets", index, "ranks", number, place), rank=held, of=among)


def _trajectory(target: Target, index: int, positions: Positions) -> Iterator[Diagnostic]:
    trajectory = target.trajectory
    if trajectory is None:
        return
    path = ("targets", index, "trajectory", "points")
    if trajectory.mode == "custom" and not trajectory.points and path not in positions.spans:
        yield error("UD221", positions.at(*path))
    for number, (before, after) in enumerate(pairwise(trajectory.points), 1):
        if before.month is not None and after.month is not None and before.month >= after.month:
            yield error("UD220", positions.at(*path, number, "month"), month=after.month, before=before.month)
