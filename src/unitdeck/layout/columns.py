"""Sharing a width among columns by what each needs."""

from __future__ import annotations

from collections.abc import Sequence


def share(width: int, needs: Sequence[tuple[int, int]], weights: Sequence[float]) -> tuple[int, ...]:
    """Return column widths that sum to ``width`` (EMU).

    ``needs`` are (least, natural) widths. Is there room for all, the rest is shared by weight, so that the columns
    spread evenly. Else those that cannot shrink keep their width and the others share what is left by the square
    root of their need times their weight (long texts get more, but not all), none under its least. If even
    the least widths are too much, all shrink alike.
    """
    least = [low for low, _ in needs]
    natural = [high for _, high in needs]
    if sum(natural) <= width:
        spare = width - sum(natural)
        total = sum(weights)
        return _whole(width, [n + spare * w / total for n, w in zip(natural, weights, strict=True)])
    if sum(least) >= width:
        return _whole(width, [low * width / sum(least) for low in least])
    fixed: dict[int, float] = {i: float(low) for i, (low, high) in enumerate(needs) if low >= high}
    while True:
        free = [i for i in range(len(needs)) if i not in fixed]
        room = width - sum(fixed.values())
        pull = {i: natural[i] ** 0.5 * weights[i] for i in free}
        total = sum(pull.values())
        wanted = {i: room * pull[i] / total for i in free}
        bounded = {i: min(max(w, least[i]), natural[i]) for i, w in wanted.items()}
        outside = {i: w for i, w in bounded.items() if w != wanted[i]}
        if not outside or len(outside) == len(free):
            return _whole(width, [fixed[i] if i in fixed else bounded[i] for i in range(len(needs))])
        fixed.update(outside)


def _whole(width: int, widths: Sequence[float]) -> tuple[int, ...]:
    """Whole EMU that sum exactly: the last column takes what rounding left."""
    cut = [int(w) for w in widths]
    scale = width / sum(cut) if sum(cut) > width else 1.0
    cut = [int(w * scale) for w in cut]
    cut[-1] += width - sum(cut)
    return tuple(cut)
