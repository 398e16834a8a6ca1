"""The theme's real colours and fonts: a picture cannot refer to a theme, so it is drawn in what the theme now says."""

from __future__ import annotations

import colorsys
from collections.abc import Mapping
from typing import NamedTuple

from unitdeck.base.tokens import TOKENS, ThemeColor

_WHOLE = 100_000


class Theme(NamedTuple):
    """The colours (``#RRGGBB``) of the slots that tokens name, and the text fonts, '' where none is named."""

    slots: Mapping[str, str]
    latin: str
    east_asian: str

    def rgb(self, color: str | ThemeColor) -> str:
        """Return a token or theme colour as ``#RRGGBB``; KeyError for what the theme does not know."""
        slot, lum_mod, lum_off = TOKENS[color] if isinstance(color, str) else color
        return luminance_changed(self.slots[slot], lum_mod or _WHOLE, lum_off or 0)


def luminance_changed(rgb: str, lum_mod: int, lum_off: int) -> str:
    """Return a colour with its luminance multiplied and raised by 1/1000 %, as ISO/IEC 29500-1 20.1.2.3.20–21 say."""
    if (lum_mod, lum_off) == (_WHOLE, 0):
        return rgb
    red, green, blue = (int(rgb[at : at + 2], 16) / 255 for at in (1, 3, 5))
    hue, light, saturation = colorsys.rgb_to_hls(red, green, blue)
    light = min(max((light * lum_mod + lum_off) / _WHOLE, 0.0), 1.0)
    return "#" + "".join(f"{round(part * 255):02X}" for part in colorsys.hls_to_rgb(hue, light, saturation))
