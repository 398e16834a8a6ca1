"""A slide: its objects in reading order."""

from __future__ import annotations

from collections.abc import Iterable

from unitdeck.ooxml.names import ROOT
from unitdeck.ooxml.package import XML_HEAD

# The tree's own identity; objects start at 2.
TREE = (
    '<p:nvGrpSpPr><p:cNvPr id="1" name=""/><p:cNvGrpSpPr/><p:nvPr/></p:nvGrpSpPr><p:grpSpPr><a:xfrm>'
    '<a:off x="0" y="0"/><a:ext cx="0" cy="0"/><a:chOff x="0" y="0"/><a:chExt cx="0" cy="0"/></a:xfrm></p:grpSpPr>'
)
FIRST_SHAPE_ID = 2
_COLOR_MAP = "<p:clrMapOvr><a:masterClrMapping/></p:clrMapOvr>"


def slide(objects: Iterable[str]) -> bytes:
    """Return a slide part with the objects, which carry the ids from ``FIRST_SHAPE_ID`` on, each its own."""
    tree = f"<p:spTree>{TREE}{''.join(objects)}</p:spTree>"
    return f"{XML_HEAD}<p:sld {ROOT}><p:cSld>{tree}</p:cSld>{_COLOR_MAP}</p:sld>".encode()
