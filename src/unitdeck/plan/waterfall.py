"""A waterfall of fewer steps: its smallest changes summed as 「其余n项」, which keeps its levels true."""

from __future__ import annotations

from decimal import Decimal

from unitdeck.plan.chart import ChartSpec, Series

MOST_STEPS = 14  # as many rows as a page holds at the least legible size
_OTHERS = {"zh": "其余{}项", "en": "{} others"}


def fold_steps(spec: ChartSpec, most: int, lang: str) -> ChartSpec:
    """Return a waterfall of at most ``most`` steps where its totals allow that.

    The smallest changes between two totals are summed at the end of their stretch, so every total stays where it is.
    """
    changes = next((one for one in spec.series if one.role == "part"), None)
    totals = next((one for one in spec.series if one.role != "part"), None)
    count = len(spec.categories)
    if changes is None or count <= most:
        return spec
    fixed = {index for index in range(count) if totals is not None and totals.values[index] is not None}
    stretches = 1 + len(fixed)  # each may end with a sum of its own
    room = max(most - len(fixed) - stretches, 0)
    by_size = sorted(set(range(count)) - fixed, key=lambda index: (-abs(changes.values[index] or Decimal(0)), index))
    kept = fixed | set(by_size[:room])
    return _with_sums(spec, kept, fixed, changes, lang)


def _with_sums(spec: ChartSpec, kept: set[int], fixed: set[int], changes: Series, lang: str) -> ChartSpec:
    order: list[tuple[str, int | None, Decimal]] = []
    rest: list[int] = []
    count = len(spec.categories)
    for index in range(count + 1):
        if rest and (index in fixed or index == count):
            total = sum((changes.values[each] or Decimal(0) for each in rest), Decimal(0))
            single = rest[0] if len(rest) == 1 else None
            order.append((_OTHERS[lang[:2]].format(len(rest)), single, total))
            rest = []
        if index in kept:
            order.append(("", index, Decimal(0)))
        elif index < count:
            rest.append(index)
    return spec._replace(
        categories=tuple(name if index is None else spec.categories[index] for name, index, _ in order),
        series=tuple(
            one._replace(
                values=tuple(
                    one.values[index] if index is not None else total if one is changes else None
                    for _, index, total in order
                )
            )
            for one in spec.series
        ),
        labels=(),
        tones=(),
        highlight=None,
    )
