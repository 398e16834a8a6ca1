"""Figures in classes of colour: which colour a figure has, and the key that tells the ranges."""

from __future__ import annotations

from decimal import Decimal
from itertools import pairwise
from typing import NamedTuple

from unitdeck.charts.canvas.palette import diverging, ink_on, sequential
from unitdeck.charts.canvas.scale import as_round
from unitdeck.charts.canvas.text import Key
from unitdeck.charts.canvas.theme import Theme
from unitdeck.plan.chart import ChartSpec
from unitdeck.plan.classes import class_breaks, class_of
from unitdeck.plan.figures import value_text

_BELOW = {"zh": "低于{}", "en": "below {}"}
_BETWEEN = {"zh": "{}至{}", "en": "{} to {}"}
_FROM = {"zh": "{}及以上", "en": "{} and above"}
_NO_DATA = {"zh": "无数据", "en": "no data"}


class Classes(NamedTuple):
    """The colours of a chart's figures, the least first, with the breaks between them."""

    breaks: tuple[Decimal, ...]
    fills: tuple[str, ...]
    inks: tuple[str, ...]

    def look(self, value: Decimal) -> tuple[str, str]:
        """Return the fill of a figure, and the ink for text on it."""
        place = class_of(value, self.breaks)
        return self.fills[place], self.inks[place]


def classes_of(spec: ChartSpec, theme: Theme) -> Classes:
    """Return the classes of a chart: around 0 where its figures are signed, else one hue from pale to dark."""
    breaks = class_breaks(spec)
    if spec.signed and Decimal(0) in breaks:
        below = breaks.index(Decimal(0)) + 1
        fills = diverging(theme, below, len(breaks) + 1 - below)
    else:
        fills = sequential(theme, len(breaks) + 1)
    return Classes(breaks, fills, tuple(ink_on(fill, theme) for fill in fills))


def keys_of(spec: ChartSpec, classes: Classes, theme: Theme, lang: str) -> list[Key]:
    """Return the key of each class, and of what is missing where something is."""
    lang = lang[:2]
    said = [value_text(limit, as_round(spec, limit)) for limit in classes.breaks]
    texts = []
    if said:
        texts = [
            _BELOW[lang].format(said[0]),
            *(_BETWEEN[lang].format(low, high) for low, high in pairwise(said)),
            _FROM[lang].format(said[-1]),
        ]
    keys = [Key(fill, "", text) for fill, text in zip(classes.fills, texts, strict=False)]
    if any(value is None for series in spec.series for value in series.values):
        keys.append(Key("", theme.rgb("range2"), f"{value_text(None, spec)} {_NO_DATA[lang]}"))
    return keys
