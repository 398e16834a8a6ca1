"""Shapes: placeholders filled, text boxes, filled surfaces and lines."""

from __future__ import annotations

from unitdeck.base.units import emu
from unitdeck.layout.placed import PlacedShape
from unitdeck.ooxml.colors import NO_FILL, solid_fill
from unitdeck.ooxml.frame import identity, transform
from unitdeck.ooxml.text import shape_text
from unitdeck.template.pack import Placeholder

# One corner for small and large surfaces: PowerPoint's own grows with the shape.
_CORNER_EMU = emu(5)
# PowerPoint takes clicks only on what is painted: an area to click on is painted clear.
_CLEAR_FILL = '<a:solidFill><a:schemeClr val="bg1"><a:alpha val="0"/></a:schemeClr></a:solidFill>'
_NO_LINE = f"<a:ln>{NO_FILL}</a:ln>"


def placeholder(shape: PlacedShape, shape_id: int, lang: str, within: Placeholder, number: int | None = None) -> str:
    """Return a placeholder ``<p:sp>``; place, size and look that equal the layout's are left out.

    ``number`` is given for the slide number: the leading number of the text becomes a field.
    """
    kind = f' type="{within.type}"' if within.type else ""
    index = f' idx="{within.idx}"' if within.idx else ""
    place = "" if shape.box == within.box else transform(shape.box)
    text = shape_text(shape.text, lang, within, number) if shape.text is not None else ""
    return (
        f"<p:sp><p:nvSpPr>{identity(shape_id, shape.name, shape.alt)}"
        f'<p:cNvSpPr><a:spLocks noGrp="1"/></p:cNvSpPr><p:nvPr><p:ph{kind}{index}/></p:nvPr></p:nvSpPr>'
        f"<p:spPr>{place}{_look(shape) if shape.fill or shape.stroke else ''}</p:spPr>{text}</p:sp>"
    )


def shape(item: PlacedShape, shape_id: int, lang: str, jump: str = "") -> str:
    """Return a free ``<p:sp>``, or ``<p:cxnSp>`` for a line (from the box's top left to its bottom right).

    ``jump`` is the relationship to the slide that a click leads to.
    """
    named = identity(shape_id, item.name, item.alt, decorative=not item.alt and item.text is None, jump=jump)
    geometry = f"{transform(item.box)}{_geometry(item)}"
    if item.geometry == "line":
        return (
            f"<p:cxnSp><p:nvCxnSpPr>{named}<p:cNvCxnSpPr/><p:nvPr/></p:nvCxnSpPr>"
            f"<p:spPr>{geometry}{_stroke(item)}</p:spPr></p:cxnSp>"
        )
    box = ' txBox="1"' if item.geometry == "rect" and not item.fill and not item.stroke and item.text else ""
    text = shape_text(item.text, lang) if item.text is not None else ""
    return (
        f"<p:sp><p:nvSpPr>{named}<p:cNvSpPr{box}/><p:nvPr/></p:nvSpPr>"
        f"<p:spPr>{geometry}{_look(item)}</p:spPr>{text}</p:sp>"
    )


def _geometry(item: PlacedShape) -> str:
    adjust = "<a:avLst/>"
    if item.geometry == "roundRect":
        side = max(min(item.box.cx, item.box.cy), 1)
        adjust = f'<a:avLst><a:gd name="adj" fmla="val {min(_CORNER_EMU * 100_000 // side, 50_000)}"/></a:avLst>'
    return f'<a:prstGeom prst="{item.geometry}">{adjust}</a:prstGeom>'


def _look(item: PlacedShape) -> str:
    empty = _CLEAR_FILL if item.link else NO_FILL
    return f"{solid_fill(item.fill) if item.fill else empty}{_stroke(item)}"


def _stroke(item: PlacedShape) -> str:
    if not item.stroke:
        return _NO_LINE
    return f'<a:ln w="{emu(item.stroke_pt)}">{solid_fill(item.stroke)}</a:ln>'
