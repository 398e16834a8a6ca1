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


def hatch_fill(token: str) -> str:
    """Return ``<a:pattFill>``: strokes of a colour token on the ground, for what is expected and not yet there."""
    strokes, ground = scheme_color(token), scheme_color("ground")
    return f'<a:pattFill prst="wdUpDiag"><a:fgClr>{strokes}</a:fgClr><a:bgClr>{ground}</a:bgClr></a:pattFill>'


def solid_fill(token: str) -> str:
    """Return ``<a:solidFill>`` of a colour token."""
    return f"<a:solidFill>{scheme_color(token)}</a:solidFill>"
