"""The frame in which a slide shows a chart part."""

from __future__ import annotations

from unitdeck.base.geometry import Box
from unitdeck.ooxml.frame import identity, transform
from unitdeck.ooxml.names import CHART


def chart_frame(box: Box, name: str, alt: str, shape_id: int, rel_id: str) -> str:
    """Return the ``<p:graphicFrame>``; ``rel_id`` is the slide's relationship to the chart part."""
    return (
        f"<p:graphicFrame><p:nvGraphicFramePr>{identity(shape_id, name, alt)}"
        '<p:cNvGraphicFramePr><a:graphicFrameLocks noGrp="1"/></p:cNvGraphicFramePr><p:nvPr/></p:nvGraphicFramePr>'
        f'{transform(box, "p:xfrm")}<a:graphic><a:graphicData uri="{CHART}">'
        f'<c:chart xmlns:c="{CHART}" r:id="{rel_id}"/></a:graphicData></a:graphic></p:graphicFrame>'
    )
