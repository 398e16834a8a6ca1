"""Parts of a whole: at most so many, the smallest together as 「其他」 (Other); their colours."""

from __future__ import annotations

from decimal import Decimal

from unitdeck.plan.chart import ChartSpec, Series

OTHER = {"zh": "其他", "en": "Other"}
# Each differs by 3:1 from the white seam between them, and dark and light take turns: so do the words on them.
FILLS = ("accent", "grey", "sub", "gold")
WORDS_ON = {"accent": "ground", "grey": "ink", "sub": "ground", "gold": "ink"}


def fold(series: tuple[Series, ...], most: int, lang: str) -> tuple[Series, ...]:
    """Return at most ``most`` parts in the order given: the greatest, and the sum of the rest as the last.

    A part that is already called 「其他」 joins the rest.
    """
    if len(series) <= most:
        return series
    other = OTHER[lang[:2]]
    ranked = sorted((part for part in series if part.name != other), key=_total, reverse=True)
    kept = ranked[: most - 1]
    rest = [part for part in series if part not in kept]
    summed = tuple(_sum(values) for values in zip(*(part.values for part in rest), strict=True))
    return (*(part for part in series if part in kept), Series(other, summed, "part"))


def fold_categories(spec: ChartSpec, most: int, lang: str) -> ChartSpec:
    """Return a chart of one series with at most ``most`` categories, as :func:`fold` folds parts."""
    (whole,) = spec.series[:1]
    parts = tuple(Series(name, (value,), "part") for name, value in zip(spec.categories, whole.values, strict=True))
    folded = fold(parts, most, lang)
    return spec._replace(
        categories=tuple(part.name for part in folded),
        series=(whole._replace(values=tuple(part.values[0] for part in folded)),),
        labels=spec.labels if folded == parts else (),
    )


def share_text(value: Decimal, whole: Decimal) -> str:
    """Return a part's share with one decimal, '' where there is no whole."""
    return f"{value / whole * 100:.1f}%" if whole else ""


def _total(part: Series) -> Decimal:
    return sum((value for value in part.values if value is not None), Decimal(0))


def _sum(values: tuple[Decimal | None, ...]) -> Decimal | None:
    known = [value for value in values if value is not None]
    return sum(known, Decimal(0)) if known else None
