"""Contrast of colours, and what a change of luminance makes of one. Colours are written ``#RRGGBB``."""

from __future__ import annotations

import colorsys

LEAST_TEXT = 4.5  # text on its ground (WCAG 2.1, 1.4.3)
LEAST_SHAPE = 3.0  # shapes beside each other, and large text (WCAG 2.1, 1.4.11)
_WHOLE = 100_000  # 100 % in 1/1000 %


def contrast(one: str, other: str) -> float:
    """Return the contrast of two colours, 1 to 21, as WCAG 2.1 defines it."""
    light, dark = sorted((luminance(one), luminance(other)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


def luminance(color: str) -> float:
    """Return a colour's relative luminance, 0 (black) to 1 (white)."""
    red, green, blue = linear(color)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def linear(color: str) -> tuple[float, float, float]:
    """Return red, green and blue as amounts of light, 0 to 1 (IEC 61966-2-1)."""
    red, green, blue = (
        part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in _channels(color)
    )
    return red, green, blue


def luminance_changed(color: str, lum_mod: int | None, lum_off: int | None) -> str:
    """Return a colour whose lightness is multiplied, then raised, by 1/1000 % (ISO/IEC 29500-1 §20.1.2.3.20–21).

    None is no change.
    """
    lum_mod, lum_off = _WHOLE if lum_mod is None else lum_mod, lum_off or 0
    if (lum_mod, lum_off) == (_WHOLE, 0):
        return color
    hue, light, saturation = colorsys.rgb_to_hls(*_channels(color))
    light = min(max((light * lum_mod + lum_off) / _WHOLE, 0.0), 1.0)
    return "#" + "".join(f"{round(part * 255):02X}" for part in colorsys.hls_to_rgb(hue, light, saturation))


def _channels(color: str) -> tuple[float, float, float]:
    red, green, blue = (int(color[at : at + 2], 16) / 255 for at in (1, 3, 5))
    return red, green, blue
