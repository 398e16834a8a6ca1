"""Steps of colour for figures, as changes of the theme's own colours, and the ink that can be read on them."""

from __future__ import annotations

from unitdeck.base.tokens import ThemeColor
from unitdeck.charts.canvas.theme import Theme

LEAST_CONTRAST = 4.5  # text on its ground (WCAG 2.1, 1.4.3)
# The first accent is the own unit's. Blue and orange-red (by default) are told apart by every eye.
_HIGH, _LOW = "accent4", "accent6"
_TINTS = ((12_000, 88_000), (32_000, 68_000), (58_000, 42_000), (100_000, 0), (62_000, 0))
_OF = {1: (2,), 2: (1, 3), 3: (0, 2, 3), 4: (0, 1, 2, 3), 5: (0, 1, 2, 3, 4)}


def contrast(one: str, other: str) -> float:
    """Return the contrast of two colours, 1 to 21, as WCAG defines it."""
    light, dark = sorted((_luminance(one), _luminance(other)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


def ink_on(fill: str, theme: Theme) -> str:
    """Return the ink for text on a colour: the theme's, its ground, or black or white where neither can be read."""
    own = max((theme.rgb("ink"), theme.rgb("ground")), key=lambda ink: contrast(ink, fill))
    if contrast(own, fill) >= LEAST_CONTRAST:
        return own
    return max(("#000000", "#FFFFFF"), key=lambda ink: contrast(ink, fill))


def sequential(theme: Theme, steps: int, slot: str = _HIGH) -> tuple[str, ...]:
    """Return up to five colours of one hue, the palest first."""
    return tuple(theme.rgb(ThemeColor(slot, *_TINTS[at])) for at in _OF[steps])


def diverging(theme: Theme, below: int, above: int) -> tuple[str, ...]:
    """Return the colours of steps below and above a middle, each side the stronger the farther from it."""
    down = sequential(theme, below, _LOW)[::-1] if below else ()
    return (*down, *(sequential(theme, above) if above else ()))


def _luminance(rgb: str) -> float:
    channels = (int(rgb[at : at + 2], 16) / 255 for at in (1, 3, 5))
    red, green, blue = (c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in channels)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue
