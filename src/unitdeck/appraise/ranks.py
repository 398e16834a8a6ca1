"""位次: ranks as printed, and the places that figures give.

Ties share a place and the next place is skipped (9, 9, 11). A change is previous − current, and is not said
where the number ranked has changed.
"""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal

from unitdeck.appraise.model import Place
from unitdeck.appraise.wording import Words
from unitdeck.outline.model import Rank


def places(ranks: Sequence[Rank], words: Words, *, sample: bool = False) -> tuple[Place, ...]:
    """Return the ranks as printed, each with its change; one that is not known yet is left out."""
    return tuple(_place(rank, rank.rank, words, sample=sample) for rank in ranks if rank.rank is not None)


def _place(rank: Rank, reached: int, words: Words, *, sample: bool) -> Place:
    change = _change(rank, reached)
    if change is None:
        change_text = ""
    elif change == 0:
        change_text = words.say("rank.same")
    else:
        change_text = words.say("rank.up" if change > 0 else "rank.down", places=str(abs(change)))
    return Place(
        scope=rank.scope,
        metric=rank.metric,
        rank=reached,
        of=rank.of,
        previous=rank.previous,
        previous_period=rank.previous_period,
        change=change,
        text=words.say("rank.text", place=str(reached)),
        change_text=change_text,
        unit=rank.unit,
        peers=tuple((peer.name, peer.value) for peer in rank.peers),
        sample=sample or rank.sample,
    )


def places_of(values: Sequence[Decimal | None], *, lower_is_better: bool = False) -> tuple[int | None, ...]:
    """Return the place of each value, ties sharing one; None for a missing value, which is not ranked."""
    known = [value for value in values if value is not None]
    return tuple(
        None if value is None else 1 + sum(other < value if lower_is_better else other > value for other in known)
        for value in values
    )


def _change(rank: Rank, reached: int) -> int | None:
    if rank.previous is None:
        return None
    if rank.previous_of is not None and rank.previous_of != rank.of:
        return None
    return rank.previous - reached
