"""Speaker notes: what the notes page of a slide holds."""

from __future__ import annotations

from collections.abc import Sequence

from unitdeck.ooxml.escape import escape
from unitdeck.ooxml.names import ROOT
from unitdeck.ooxml.package import XML_HEAD
from unitdeck.ooxml.slide import TREE
from unitdeck.ooxml.text import language

_SLIDE_IMAGE = (
    '<p:sp><p:nvSpPr><p:cNvPr id="2" name="Slide Image Placeholder 1"/><p:cNvSpPr>'
    '<a:spLocks noGrp="1" noRot="1" noChangeAspect="1"/></p:cNvSpPr><p:nvPr><p:ph type="sldImg"/></p:nvPr></p:nvSpPr>'
    "<p:spPr/></p:sp>"
)
_BODY = (
    '<p:sp><p:nvSpPr><p:cNvPr id="3" name="Notes Placeholder 2"/><p:cNvSpPr><a:spLocks noGrp="1"/></p:cNvSpPr>'
    '<p:nvPr><p:ph type="body" idx="1"/></p:nvPr></p:nvSpPr><p:spPr/>'
)


def notes_slide(paragraphs: Sequence[str], lang: str) -> bytes:
    """Return a notes slide with the slide's image and the paragraphs; its look is the notes master's."""
    spoken = "".join(
        f"<a:p><a:r><a:rPr {language(lang)}/><a:t>{escape(paragraph)}</a:t></a:r></a:p>" for paragraph in paragraphs
    )
    body = f"{_BODY}<p:txBody><a:bodyPr/><a:lstStyle/>{spoken or '<a:p/>'}</p:txBody></p:sp>"
    return (
        f"{XML_HEAD}<p:notes {ROOT}><p:cSld><p:spTree>{TREE}{_SLIDE_IMAGE}{body}</p:spTree></p:cSld>"
        "<p:clrMapOvr><a:masterClrMapping/></p:clrMapOvr></p:notes>"
    ).encode()
