"""Figures in steps of colour: which colour a figure has, and the key that tells the ranges."""

from __future__ import annotations

from decimal import Decimal
from itertools import pairwise
from typing import NamedTuple

from unitdeck.charts.canvas.palette import diverging, ink_on, sequential
from unitdeck.charts.canvas.text import Key
from unitdeck.charts.canvas.theme import Theme
from unitdeck.plan.chart import ChartSpec
from unitdeck.plan.figures import value_text
from unitdeck.plan.steps import step_limits, step_of

_BELOW = {"zh": "低于{}", "en": "below {}"}
_BETWEEN = {"zh": "{}至{}", "en": "{} to {}"}
_FROM = {"zh": "{}及以上", "en": "{} and above"}
_NO_DATA = {"zh": "无数据", "en": "no data"}


class Steps(NamedTuple):
    """The colours of a chart's figures, the least first, with the limits between them."""

    limits: tuple[Decimal, ...]
    fills: tuple[str, ...]
    inks: tuple[str, ...]

    def look(self, value: Decimal) -> tuple[str, str]:
        """Return the fill of a figure, and the ink for text on it."""
        step = step_of(value, self.limits)
        return self.fills[step], self.inks[step]


def steps_of(spec: ChartSpec, theme: Theme) -> Steps:
    """Return the steps of a chart: around 0 where its figures are signed, else one hue from pale to dark."""
    limits = step_limits(spec)
    if spec.signed and Decimal(0) in limits:
        below = limits.index(Decimal(0)) + 1
        fills = diverging(theme, below, len(limits) + 1 - below)
    else:
        fills = sequential(theme, len(limits) + 1)
    return Steps(limits, fills, tuple(ink_on(fill, theme) for fill in fills))


def keys_of(spec: ChartSpec, steps: Steps, theme: Theme, lang: str) -> list[Key]:
    """Return the key of each step, and of what is missing where something is."""
    lang = lang[:2]
    said = [value_text(limit, _as_given(spec, limit)) for limit in steps.limits]
    texts = []
    if said:
        texts = [
            _BELOW[lang].format(said[0]),
            *(_BETWEEN[lang].format(low, high) for low, high in pairwise(said)),
            _FROM[lang].format(said[-1]),
        ]
    keys = [Key(fill, "", text) for fill, text in zip(steps.fills, texts, strict=False)]
    if any(value is None for series in spec.series for value in series.values):
        keys.append(Key("", theme.rgb("range2"), f"{value_text(None, spec)} {_NO_DATA[lang]}"))
    return keys


def _as_given(spec: ChartSpec, limit: Decimal) -> ChartSpec:
    """A round limit is printed with no more digits than it has."""
    exponent = limit.normalize().as_tuple().exponent
    return spec._replace(decimals=max(-exponent, 0) if isinstance(exponent, int) else 0)
