"""Parts into one score, scores as printed, and their places."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from decimal import Decimal
from typing import NamedTuple

from unitdeck.appraise.arithmetic import HUNDRED, percent, rounded

PLACES = 2
ON_TIES = 3


class Weighted(NamedTuple):
    """Points with their weight; None where they are missing."""

    points: Decimal | None
    weight: Decimal


class Scored(NamedTuple):
    """A score as printed and its place among those it is compared with; both None where there is none."""

    score: Decimal | None
    place: int | None


def weighted_mean(parts: Sequence[Weighted]) -> Decimal | None:
    """Return the mean of the points that are there by their weights, exactly; None where no weight is left."""
    known = [part for part in parts if part.points is not None and part.weight > 0]
    if not known:
        return None
    whole = sum((part.weight for part in known), Decimal(0))
    return percent(
        sum((part.weight * part.points for part in known if part.points is not None), Decimal(0)), HUNDRED * whole
    )


def total(parts: Sequence[Weighted], deducted: Decimal = Decimal(0)) -> Decimal | None:
    """Return the score, exactly, not below 0; None where a part that counts is missing.

    To weigh the others more would compare a unit by other things than its neighbours.
    """
    if any(part.points is None and part.weight > 0 for part in parts):
        return None
    mean = weighted_mean(parts)
    return None if mean is None else max(Decimal(0), mean - deducted)


def placed(scores: Sequence[Decimal | None]) -> tuple[Scored, ...]:
    """Return exact scores as printed, with their places. Published: two decimals, a third on ties.

    Units that tie then, too, share a place, and the next is skipped; a missing score has none.
    """
    keys = [None if score is None else (rounded(score, PLACES), rounded(score, ON_TIES)) for score in scores]
    known = [key for key in keys if key is not None]
    short = Counter(key[0] for key in known)
    long = Counter(key[1] for key in known)
    found = []
    for key in keys:
        if key is None:
            found.append(Scored(None, None))
            continue
        parted = short[key[0]] > long[key[1]]  # the third decimal tells it from one that is else the same
        found.append(Scored(key[1] if parted else key[0], 1 + sum(other > key for other in known)))
    return tuple(found)
