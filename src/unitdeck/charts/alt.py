"""Alternative text: what a chart says, for those who hear the page instead of seeing it."""

from __future__ import annotations

from collections.abc import Iterable
from typing import NamedTuple

from unitdeck.charts.formats import value_text
from unitdeck.charts.sheets import at
from unitdeck.plan.chart import ChartSpec
from unitdeck.plan.chart_kinds import CHART_KINDS

LIMIT = 500


class _Words(NamedTuple):
    """One language's words and marks."""

    sample: str
    unit: str
    colon: str
    comma: str
    stop: str
    more: str


_WORDS = {
    "zh": _Words(
        "（示例数据）",
        "单位：{}",
        "：",
        "，",
        "。",
        "……",
    ),
    "en": _Words(
        " (sample data)",
        "Unit: {}",
        ": ",
        ", ",
        ". ",
        " …",
    ),
}


def alt_text(spec: ChartSpec, lang: str) -> str:
    """Return the kind, the finding and the figures, in at most 500 characters; whole figures only, then 「……」."""
    english, kind = lang[:2] == "en", CHART_KINDS[spec.kind]
    words = _WORDS["en" if english else "zh"]
    if spec.kind == "quadrant":
        spec = spec._replace(labels=tuple(_point(spec, index) for index in range(len(spec.categories))))
    head = (kind.en if english else kind.zh) + (words.sample if spec.sample else "") + words.colon
    head += spec.finding.strip().rstrip("。.") + words.stop
    if spec.unit and spec.unit != "%":
        head += words.unit.format(spec.unit) + words.stop
    if len(head) >= LIMIT:
        return head[: LIMIT - len(words.more)] + words.more
    return _filled(head, list(_figures(spec, words)), words)


def _filled(head: str, figures: list[str], words: _Words) -> str:
    """The head with as many figures as there is room for."""
    text = head
    for position, figure in enumerate(figures):
        longer = text + (words.comma if position else "") + figure
        rest = words.stop.rstrip() if position == len(figures) - 1 else words.more
        if len(longer) + len(rest) > LIMIT:
            return text + words.more if len(text) + len(words.more) <= LIMIT else text
        text = longer
    return (text + words.stop if figures else text).rstrip()


def _point(spec: ChartSpec, index: int) -> str:
    """What is said of a unit among quadrants: both figures, each as it was given, and its label."""
    said = []
    for series in spec.series:
        value = series.values[index]
        exponent = value.as_tuple().exponent if value is not None else 0
        digits = max(-exponent, 0) if isinstance(exponent, int) else 0
        said.append(f"{series.name} {value_text(value, spec._replace(decimals=digits))}")
    return " / ".join(said) + (f" {label}" if (label := at(spec.labels, index)) else "")


def _figures(spec: ChartSpec, words: _Words) -> Iterable[str]:
    """Each category with its label, or with its figure in every series."""
    several = len(spec.series) > 1 and not spec.labels
    for index, category in enumerate(spec.categories):
        name = category.replace("\u3000", " ")
        if label := at(spec.labels, index):
            yield f"{name} {' '.join(label.split())}"
        elif several:
            yield f"{name} " + " / ".join(
                f"{series.name} {value_text(series.values[index], spec)}" for series in spec.series
            )
        elif spec.series:
            yield f"{name} {value_text(spec.series[0].values[index], spec)}"
