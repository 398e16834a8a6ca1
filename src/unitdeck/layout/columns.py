"""Sharing a width among columns by what each needs."""

from __future__ import annotations

from collections.abc import Sequence

_LIGHTEST = 1e-6  # a column that weighs nothing still shares what nobody else takes


def share(width: int, needs: Sequence[tuple[int, int]], weights: Sequence[float]) -> tuple[int, ...]:
    """Return column widths that sum to ``width`` (EMU).

    ``needs`` are (least, natural) widths, ``weights`` how much of a width each takes. Is there room for all, the
    rest is shared by weight. Else all is shared by weight, none under its least nor over its natural width. If even
    the least widths are too much, all shrink alike.
    """
    if not needs:
        return ()
    weights = [max(weight, _LIGHTEST) for weight in weights]
    least = [low for low, _ in needs]
    natural = [high for _, high in needs]
    if sum(natural) <= width:
        spare = width - sum(natural)
        total = sum(weights)
        return _whole(width, [n + spare * w / total for n, w in zip(natural, weights, strict=True)])
    if sum(least) >= width:
        return _whole(width, [low * width / max(sum(least), 1) for low in least])
    settled: dict[int, float] = {}
    while len(settled) < len(needs):
        free = [i for i in range(len(needs)) if i not in settled]
        room = width - sum(settled.values())
        total = sum(weights[i] for i in free)
        wanted = {i: room * weights[i] / total for i in free}
        bounded = {i: min(max(wanted[i], least[i]), natural[i]) for i in free}
        excess = sum(bounded.values()) - room
        # As in CSS flexible lengths: settle those that take too much first, or those that need less than their share.
        if excess >= 1:
            settled |= {i: w for i, w in bounded.items() if w > wanted[i]}
        elif excess <= -1:
            settled |= {i: w for i, w in bounded.items() if w < wanted[i]}
        else:
            settled |= bounded
    return _whole(width, [settled[i] for i in range(len(needs))])


def _whole(width: int, widths: Sequence[float]) -> tuple[int, ...]:
    """Whole EMU that sum exactly: the last column takes what rounding left."""
    cut = [int(w) for w in widths]
    cut[-1] += width - sum(cut)
    return tuple(cut)
