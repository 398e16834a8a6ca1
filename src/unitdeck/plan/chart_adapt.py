"""Columns that would not be read become rows: many or long names, figures wider than their column.

A pure function of the chart and its width, because a page must know it before the chart is drawn: rows need height,
and may be cut into pages. Periods stay columns, however many: time runs from left to right.
"""

from __future__ import annotations

import re
from decimal import Decimal

from unitdeck.plan.chart import ChartSpec, Series
from unitdeck.plan.figures import figure_texts

AS_ROWS = {"column": "bar", "waterfall": "waterfall_rows", "line": "bar"}
_STEPS = ("waterfall", "waterfall_rows")
_NAME_LINES = 2  # a name under a column is broken into so many lines at most
_NAME_AIR_EM = 0.6
_SHORT_EM = 7.0  # of names up to this every n-th may stand under a line
_LINE_WIDTH = 0.75  # of a line chart's width that its periods have beside the names of its lines
_MOST_STEPS = 14  # of a waterfall: as many rows as a page holds at the least legible size
_OTHERS = {"zh": "其余{}项", "en": "{} others"}


_NUMBER = r"(?:\d{1,4}|[一二三四五六七八九十]{1,3}|前[一二三]|[上下])"
_PERIOD = re.compile(
    rf"(?:\d{{2,4}}\s*年)?(?:第?{_NUMBER}(?:\s*[-–—~～至]\s*{_NUMBER})?\s*(?:月末|月底|月|季度|季|年末|年度|年|半年|周|旬|日|号))+[上中下]?旬?"
    r"|\d{4}(?:[-/.]\d{1,2}){0,2}|\d{1,2}[-/.]\d{1,2}|(?:\d{4}\s*)?[QqHh][1-4](?:\s*\d{4})?|全年|年初|年末|去年|今年"
    r"|(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sept?|Oct|Nov|Dec)[a-z]*\.?(?:\s*\d{4})?"
)


def are_periods(categories: tuple[str, ...]) -> bool:
    """Return whether every category names a time: 1月, 1—5月, 2022年, 三季度, 上半年, 2022-05, Q1, Jan."""
    return bool(categories) and all(_PERIOD.fullmatch(name.strip()) for name in categories)


def adapted(spec: ChartSpec, width_pt: float, size_pt: float, lang: str) -> ChartSpec:
    """Return the chart as it can be read at that width in type of that size (the least legible).

    Columns over anything but periods become rows where a name takes more than two lines or a figure is wider than its
    column, and so does a line where its names do: what has such names is no course of time. A waterfall of many steps
    has its smallest changes summed as 「其余n项」, which keeps its levels true.
    """
    if spec.kind in _STEPS:
        spec = fold_steps(spec, _MOST_STEPS, lang)
    if spec.kind not in AS_ROWS or are_periods(spec.categories) or not spec.categories:
        return spec
    pitch_em = width_pt / size_pt / len(spec.categories)
    name_em = max(em(name) for name in spec.categories)
    if spec.kind == "line":
        fits = name_em <= max(_NAME_LINES * (_LINE_WIDTH * pitch_em - _NAME_AIR_EM), _SHORT_EM)
    else:
        fits = name_em <= _NAME_LINES * (pitch_em - _NAME_AIR_EM) and _figure_em(spec) <= pitch_em
    if fits:
        return spec
    return spec._replace(kind=AS_ROWS[spec.kind])


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


def em(text: str) -> float:
    """Return about how wide a text is, in multiples of its size: Han characters 1, others 0.6."""
    return sum(1.0 if ord(character) > 0x2E7F else 0.6 for character in text)


def _figure_em(spec: ChartSpec) -> float:
    return max((em(text) for text in (*figure_texts(spec), *spec.labels)), default=0.0)
