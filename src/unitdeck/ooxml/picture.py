"""Pictures, cropped to their frame; and drawings: vectors with pixels for those who cannot show them."""

from __future__ import annotations

from unitdeck.base.geometry import Box
from unitdeck.layout.placed import PlacedPicture
from unitdeck.ooxml.frame import identity, transform

# What Office 2016 and later show in place of the pixels ([MS-ODRAWXML] 2.2.29, CT_SVGBlip).
_SVG_URI = "{96DAC541-7B7A-43D3-8B79-37D633B846F1}"
_SVG = "http://schemas.microsoft.com/office/drawing/2016/SVG/main"


def picture(item: PlacedPicture, shape_id: int, rel_id: str) -> str:
    """Return ``<p:pic>``; ``rel_id`` is the slide's relationship to the media part."""
    left, top, right, bottom = item.crop
    crop = f'<a:srcRect l="{left}" t="{top}" r="{right}" b="{bottom}"/>' if any(item.crop) else ""
    blip = f'<a:blip r:embed="{rel_id}"/>{crop}'
    return _pic(identity(shape_id, item.name, item.alt, decorative=not item.alt), item.box, blip)


def drawing(box: Box, name: str, alt: str, shape_id: int, png_id: str, svg_id: str) -> str:
    """Return ``<p:pic>`` of a drawing; the ids are the slide's relationships to its pixels and to its vectors."""
    blip = (
        f'<a:blip r:embed="{png_id}"><a:extLst><a:ext uri="{_SVG_URI}">'
        f'<asvg:svgBlip xmlns:asvg="{_SVG}" r:embed="{svg_id}"/></a:ext></a:extLst></a:blip>'
    )
    return _pic(identity(shape_id, name, alt), box, blip)


def _pic(identified: str, box: Box, blip: str) -> str:
    return (
        f'<p:pic><p:nvPicPr>{identified}<p:cNvPicPr><a:picLocks noChangeAspect="1"/></p:cNvPicPr><p:nvPr/></p:nvPicPr>'
        f"<p:blipFill>{blip}<a:stretch><a:fillRect/></a:stretch></p:blipFill>"
        f'<p:spPr>{transform(box)}<a:prstGeom prst="rect"><a:avLst/></a:prstGeom></p:spPr></p:pic>'
    )
