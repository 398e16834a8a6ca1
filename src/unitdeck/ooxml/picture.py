"""Pictures, cropped to their frame."""

from __future__ import annotations

from unitdeck.layout.placed import PlacedPicture
from unitdeck.ooxml.frame import identity, transform


def picture(item: PlacedPicture, shape_id: int, rel_id: str) -> str:
    """Return ``<p:pic>``; ``rel_id`` is the slide's relationship to the media part."""
    left, top, right, bottom = item.crop
    crop = f'<a:srcRect l="{left}" t="{top}" r="{right}" b="{bottom}"/>' if any(item.crop) else ""
    return (
        f"<p:pic><p:nvPicPr>{identity(shape_id, item.name, item.alt, decorative=not item.alt)}"
        '<p:cNvPicPr><a:picLocks noChangeAspect="1"/></p:cNvPicPr><p:nvPr/></p:nvPicPr>'
        f'<p:blipFill><a:blip r:embed="{rel_id}"/>{crop}<a:stretch><a:fillRect/></a:stretch></p:blipFill>'
        f'<p:spPr>{transform(item.box)}<a:prstGeom prst="rect"><a:avLst/></a:prstGeom></p:spPr></p:pic>'
    )
