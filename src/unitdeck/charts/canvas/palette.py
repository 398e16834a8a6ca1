"""Classes of colour for figures, as changes of the theme's own colours, and the ink that can be read on them."""

from __future__ import annotations

from unitdeck.base.contrast import LEAST_TEXT, contrast
from unitdeck.base.tokens import ThemeColor
from unitdeck.charts.canvas.theme import Theme

# The first accent is the own unit's. Blue and orange-red (by default) are told apart by every eye.
_HIGH, _LOW = "accent4", "accent6"
_TINTS = ((12_000, 88_000), (32_000, 68_000), (58_000, 42_000), (100_000, 0), (62_000, 0))
_OF = {1: (1,), 2: (1, 3), 3: (0, 2, 3), 4: (0, 1, 2, 3), 5: (0, 1, 2, 3, 4)}


def ink_on(fill: str, theme: Theme) -> str:
    """Return the ink for text on a colour: the theme's, its ground, or black or white where neither can be read."""
    own = max((theme.rgb("ink"), theme.rgb("ground")), key=lambda ink: contrast(ink, fill))
    if contrast(own, fill) >= LEAST_TEXT:
        return own
    return max(("#000000", "#FFFFFF"), key=lambda ink: contrast(ink, fill))


def sequential(theme: Theme, count: int, slot: str = _HIGH) -> tuple[str, ...]:
    """Return up to five colours of one hue, the palest first."""
    return tuple(theme.rgb(ThemeColor(slot, *_TINTS[at])) for at in _OF[count])


def diverging(theme: Theme, below: int, above: int) -> tuple[str, ...]:
    """Return the colours of classes below and above a middle, each side the stronger the farther from it."""
    down = sequential(theme, below, _LOW)[::-1] if below else ()
    return (*down, *(sequential(theme, above) if above else ()))
