"""What every object on a slide has: its identity with alternative text, and its box."""

from __future__ import annotations

from unitdeck.base.geometry import Box
from unitdeck.ooxml.escape import escape

_DECORATIVE = (
    '<a:extLst><a:ext uri="{C183D7F6-B498-43B3-948B-1728B52AA6E4}"><adec:decorative'
    ' xmlns:adec="http://schemas.microsoft.com/office/drawing/2017/decorative" val="1"/></a:ext></a:extLst>'
)


def identity(shape_id: int, name: str, alt: str = "", *, decorative: bool = False, jump: str = "") -> str:
    """Return ``<p:cNvPr>``. A decorative object is marked as such, so that a screen reader passes over it.

    ``jump`` is the relationship to the slide that a click leads to.
    """
    descr = f' descr="{escape(alt)}"' if alt else ""
    head = f'<p:cNvPr id="{shape_id}" name="{escape(name)}"{descr}'
    inner = f'<a:hlinkClick r:id="{jump}" action="ppaction://hlinksldjump"/>' if jump else ""
    inner += _DECORATIVE if decorative else ""
    return f"{head}>{inner}</p:cNvPr>" if inner else f"{head}/>"


def transform(box: Box, tag: str = "a:xfrm") -> str:
    """Return the place and size, in EMU."""
    return f'<{tag}><a:off x="{box.x}" y="{box.y}"/><a:ext cx="{box.cx}" cy="{box.cy}"/></{tag}>'
