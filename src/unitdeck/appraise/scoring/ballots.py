"""Ballots on all units at once: which count, and what those that count give each unit.

A ballot is a row of marks, one cell a unit, in the units' order; a cell holds what the voter put there: nothing, a
mark, or several. Published: a ballot is void if a unit has no grade or two, or if all units have the same. Ours: with a
single unit the last does not apply; and a ballot of places is void, too, where two units share one.
"""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal
from typing import Literal, NamedTuple

from unitdeck.appraise.arithmetic import HUNDRED, percent

Marks = tuple[str, ...]
Ballot = Sequence[Marks]


class Grade(NamedTuple):
    """A grade that a ballot can give, and what it counts."""

    name: str
    points: Decimal


class GradeBallots(NamedTuple):
    """等次票: (好 × 100 + 较好 × 80 + 一般 × 60 + 较差 × 40) ÷ valid ballots. Published."""

    grades: tuple[Grade, ...] = (
        Grade("好", HUNDRED),
        Grade("较好", Decimal(80)),
        Grade("一般", Decimal(60)),
        Grade("较差", Decimal(40)),
    )


class RankBallots(NamedTuple):
    """名次票: (first × 100 + second × 97 + …) ÷ valid ballots. Published: 100 and 97; ours: on by 3, not below 0."""

    each: Decimal = Decimal(3)


class TwoBallots(NamedTuple):
    """A/B票: leaders' ballots (A) count ``leaders`` percent, the others' (B) the rest.

    Published: 60 and 40. Ours: the ballots are grade ballots, and without a valid one of either sort there is no score.
    """

    leaders: Decimal = Decimal(60)
    grades: tuple[Grade, ...] = GradeBallots().grades


class Void(NamedTuple):
    """Why a ballot is void; ``at`` is the unit's place in the row, 0 for the first, and where it concerns all."""

    reason: Literal["no_mark", "two_marks", "all_same", "same_place"]
    at: int


def void_grades(ballot: Ballot) -> Void | None:
    """Return why a ballot of grades is void, the first reason found; None for a valid one."""
    found = _void_marks(ballot)
    if found is None and len(ballot) > 1 and len({marks[0] for marks in ballot}) == 1:
        return Void("all_same", 0)
    return found


def void_ranks(ballot: Ballot) -> Void | None:
    """Return why a ballot of places is void, the first reason found; None for a valid one."""
    found = _void_marks(ballot)
    if found is not None:
        return found
    seen: set[str] = set()
    for at, (mark, *_) in enumerate(ballot):
        if mark in seen:
            return Void("same_place", at)
        seen.add(mark)
    return None


def grade_means(valid: Sequence[Ballot], grades: Sequence[Grade]) -> tuple[Decimal, ...] | None:
    """Return what each unit gets of valid ballots, exactly; None where there is no valid one."""
    worth = {grade.name: grade.points for grade in grades}
    return _means([[worth[marks[0]] for marks in ballot] for ballot in valid])


def rank_means(valid: Sequence[Ballot], rule: RankBallots) -> tuple[Decimal, ...] | None:
    """Return what each unit gets of valid ballots of places, exactly; None where there is no valid one."""
    return _means([[place_points(int(marks[0]), rule) for marks in ballot] for ballot in valid])


def place_points(place: int, rule: RankBallots) -> Decimal:
    """Return what a place counts: 100, 97, 94 and so on."""
    return max(Decimal(0), HUNDRED - rule.each * (place - 1))


def two_means(leaders: Decimal | None, others: Decimal | None, rule: TwoBallots) -> Decimal | None:
    """Return leaders' and others' mean together; None where either is missing."""
    if leaders is None or others is None:
        return None
    return percent(leaders * rule.leaders + others * (HUNDRED - rule.leaders), HUNDRED * HUNDRED)


def _void_marks(ballot: Ballot) -> Void | None:
    for at, marks in enumerate(ballot):
        if len(marks) != 1:
            return Void("two_marks" if marks else "no_mark", at)
    return None


def _means(rows: Sequence[Sequence[Decimal]]) -> tuple[Decimal, ...] | None:
    if not rows:
        return None
    return tuple(percent(sum(column, Decimal(0)), HUNDRED * len(rows)) for column in zip(*rows, strict=True))
