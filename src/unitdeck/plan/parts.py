"""Parts of a whole: at most so many, the smallest together as 「其他（3项）」; their shares."""

from __future__ import annotations

from decimal import Decimal

from unitdeck.appraise import wording
from unitdeck.appraise.arithmetic import percent
from unitdeck.plan.chart import ChartSpec, Series
from unitdeck.plan.chart_kinds import CHART_KINDS

OTHER = {"zh": "其他", "en": "Other"}
MOST_PARTS = 4
_REST = {"zh": "其他（{}项）", "en": "Other ({} items)"}


def fold(series: tuple[Series, ...], most: int, lang: str) -> tuple[Series, ...]:
    """Return at most ``most`` parts in the order given: the greatest, and the sum of the rest as the last.

    The last says how many it stands for. A part that is already called 「其他」 joins it. The greatest are those that
    are longest when drawn, whatever their sign.
    """
    if len(series) <= most:
        return series
    other = OTHER[lang[:2]]
    named = [index for index, part in enumerate(series) if part.name != other]
    kept = set(sorted(named, key=lambda index: -_total(series[index]))[: most - 1])
    rest = [part for index, part in enumerate(series) if index not in kept]
    summed = tuple(_sum(values) for values in zip(*(part.values for part in rest), strict=True))
    name = _REST[lang[:2]].format(len(rest))
    return (*(series[index] for index in sorted(kept)), Series(name, summed, "part"))


def folded(spec: ChartSpec, lang: str) -> ChartSpec:
    """Return a composition with no more parts than its kind may have; other charts as they are."""
    parts = CHART_KINDS[spec.kind].parts
    if parts == "ring":
        return fold_categories(spec, MOST_PARTS, lang)
    return spec._replace(series=fold(spec.series, MOST_PARTS, lang)) if parts == "stack" else spec


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


def undrawn(spec: ChartSpec) -> tuple[tuple[str, Decimal | None], ...]:
    """Return the parts of one whole that have no length (0 or missing), with their figures: a page must say them."""
    whole = parts_of(spec)
    figures = zip(whole.categories, whole.series[0].values, strict=True) if whole.series else ()
    return tuple((name, value) for name, value in figures if not value)


def share_text(value: Decimal, whole: Decimal) -> str:
    """Return a part's share as :func:`wording.share_text` prints it, with its sign; '' where there is no whole."""
    return f"{wording.share_text(percent(value, whole))}%" if whole else ""


def _total(part: Series) -> Decimal:
    return sum((abs(value) for value in part.values if value is not None), Decimal(0))


def _sum(values: tuple[Decimal | None, ...]) -> Decimal | None:
    known = [value for value in values if value is not None]
    return sum(known, Decimal(0)) if known else None


def parts_of(spec: ChartSpec) -> ChartSpec:
    """Return a chart of one whole as one series with a category a part, however it was given."""
    if len(spec.series) < 2:
        return spec
    values = tuple(part.values[0] if part.values else None for part in spec.series)
    name = spec.categories[0] if spec.categories else ""
    whole = Series(name, values, "part")
    return spec._replace(categories=tuple(part.name for part in spec.series), series=(whole,), labels=(), tones=())
