"""Colours as theme colours: a token becomes ``<a:schemeClr>``, so that a deck is restyled from its theme."""

from __future__ import annotations

from unitdeck.base.tokens import TOKENS

NO_FILL = "<a:noFill/>"


def scheme_color(token: str) -> str:
    """Return ``<a:schemeClr>`` of a colour token. KeyError for a name that is no token."""
    slot, lum_mod, lum_off = TOKENS[token]
    changes = (f'<a:lumMod val="{lum_mod}"/>' if lum_mod is not None else "") + (
        f'<a:lumOff val="{lum_off}"/>' if lum_off is not None else ""
    )
    return f'<a:schemeClr val="{slot}">{changes}</a:schemeClr>' if changes else f'<a:schemeClr val="{slot}"/>'


def solid_fill(token: str) -> str:
    """Return ``<a:solidFill>`` of a colour token."""
    return f"<a:solidFill>{scheme_color(token)}</a:solidFill>"
