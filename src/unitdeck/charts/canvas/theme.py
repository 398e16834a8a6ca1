"""The theme's real colours and fonts: a picture cannot refer to a theme, so it is drawn in what the theme now says."""

from __future__ import annotations

from collections.abc import Mapping
from typing import NamedTuple

from unitdeck.base.contrast import luminance_changed
from unitdeck.base.tokens import TOKENS, ThemeColor


class Theme(NamedTuple):
    """The colours (``#RRGGBB``) of the slots that tokens name, and the text fonts, '' where none is named."""

    slots: Mapping[str, str]
    latin: str
    east_asian: str

    def rgb(self, color: str | ThemeColor) -> str:
        """Return a token or theme colour as ``#RRGGBB``; KeyError for what the theme does not know."""
        slot, lum_mod, lum_off = TOKENS[color] if isinstance(color, str) else color
        return luminance_changed(self.slots[slot], lum_mod, lum_off)
