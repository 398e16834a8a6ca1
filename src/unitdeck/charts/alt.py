"""Alternative text: what a chart says, for those who hear the page instead of seeing it."""

from __future__ import annotations

from collections.abc import Iterable
from decimal import Decimal
from typing import NamedTuple

from unitdeck.charts.sheets import at
from unitdeck.plan.chart import ChartSpec, Series, decimals_of
from unitdeck.plan.chart_kinds import CHART_KINDS
from unitdeck.plan.figures import printed_as, value_text
from unitdeck.plan.gantt import date_text, has_years

LIMIT = 500


class _Words(NamedTuple):
    """One language's words and marks."""

    sample: str
    unit: str
    colon: str
    comma: str
    stop: str
    cut: str
    more: str


_WORDS = {
    "zh": _Words(
        "（示例数据）",
        "单位：{}",
        "：",
        "，",
        "。",
        "……",
        "……另有{}项。",
    ),
    "en": _Words(
        " (sample data)",
        "Unit: {}",
        ": ",
        ", ",
        ". ",
        " …",
        " … and {} more.",
    ),
}


def alt_text(spec: ChartSpec, lang: str) -> str:
    """Return the kind, the finding, the period and the figures, in at most 500 characters.

    Whole figures only, then how many more there are.
    """
    english, kind = lang[:2] == "en", CHART_KINDS[spec.kind]
    words = _WORDS["en" if english else "zh"]
    if kind.measures:
        spec = spec._replace(labels=tuple(_point(spec, index) for index in range(len(spec.categories))))
    head = (kind.en if english else kind.zh) + (words.sample if spec.sample else "") + words.colon
    head += spec.finding.strip().rstrip("。.") + words.stop
    if spec.period:
        head += spec.period + words.stop
    if spec.unit and spec.unit != "%":
        head += words.unit.format(spec.unit) + words.stop
    if len(head) >= LIMIT:
        return head[: LIMIT - len(words.cut)] + words.cut
    return _filled(head, list(_figures(spec, lang)), words)


def _filled(head: str, figures: list[str], words: _Words) -> str:
    """The head with as many figures as there is room for, and the number of the rest."""
    text = head
    for position, figure in enumerate(figures):
        left = len(figures) - position - 1
        longer = text + (words.comma if position else "") + figure
        if len(longer) + len(words.more.format(left) if left else words.stop.rstrip()) > LIMIT:
            rest = words.more.format(left + 1)
            return text + rest if len(text) + len(rest) <= LIMIT else text
        text = longer
    return (text + words.stop if figures else text).rstrip()


def _point(spec: ChartSpec, index: int) -> str:
    """What is said of a unit among quadrants: both figures, each as it was given, and its label."""
    said = []
    for series in spec.series:
        value = series.values[index]
        said.append(f"{series.name} {value_text(value, spec._replace(decimals=decimals_of((value,))))}")
    return " / ".join(said) + (f" {label}" if (label := at(spec.labels, index)) else "")


def _figures(spec: ChartSpec, lang: str) -> Iterable[str]:
    """Each category with its label, or with its figure in every series; each unit's course, the own one first."""
    if CHART_KINDS[spec.kind].series_units:
        yield from _courses(spec)
        return
    several = len(spec.series) > 1 and not spec.labels
    for index, category in enumerate(spec.categories):
        name = category.replace("\u3000", " ")
        if label := at(spec.labels, index):
            yield f"{name} {' '.join(label.split())}"
        elif several:
            yield f"{name} " + " / ".join(
                f"{series.name} {_text(series.values[index], printed_as(spec, series), lang)}"
                for series in spec.series
                if series.role != "as_of"
            )
        elif spec.series:
            yield f"{name} {_text(spec.series[0].values[index], spec, lang)}"


def _courses(spec: ChartSpec) -> Iterable[str]:
    """Each series with its figures from category to category."""
    for series in sorted(spec.series, key=lambda one: one is not _own(spec)):
        figures = (value_text(value, spec) for value in series.values)
        yield f"{series.name} " + " / ".join(
            f"{category} {figure}" for category, figure in zip(spec.categories, figures, strict=True)
        )


def _own(spec: ChartSpec) -> Series | None:
    return spec.series[spec.highlight] if spec.highlight is not None else None


def _text(value: Decimal | None, spec: ChartSpec, lang: str) -> str:
    """A figure as the chart prints it: a date where its figures are dates."""
    if CHART_KINDS[spec.kind].bars == "dates" and value is not None:
        return date_text(value, lang, years=has_years(spec))
    return value_text(value, spec)
