"""The presentation part: which masters and slides a deck has, its size, and the text style of free shapes."""

from __future__ import annotations

import hashlib
from collections.abc import Sequence

from unitdeck.layout.placed import PlacedSection
from unitdeck.ooxml.escape import escape
from unitdeck.ooxml.names import ROOT
from unitdeck.ooxml.package import XML_HEAD
from unitdeck.ooxml.text import language

_FIRST_SLIDE_ID = 256  # the least that the format allows
_SECTIONS_URI = "{521415D9-36F7-43E2-AB2F-B90AF26B5E84}"
_OFFICE_2010 = "http://schemas.microsoft.com/office/powerpoint/2010/main"
_NAMESPACE = bytes.fromhex("6ba7b8119dad11d180b400c04fd430c8")  # of addresses; any constant one would do
_LEVELS, _LEVEL_INDENT = 9, 457_200
_NOTES_SIZE = '<p:notesSz cx="6858000" cy="9144000"/>'


def presentation(
    masters: Sequence[tuple[str, int]],
    notes_master: str,
    slides: Sequence[str],
    size: tuple[int, int],
    lang: str,
    sections: Sequence[PlacedSection] = (),
) -> bytes:
    """Return ``presentation.xml``.

    ``masters`` are (relationship id, master id) pairs; ``notes_master`` and ``slides`` are relationship ids;
    ``size`` is the slide's width and height in EMU.
    """
    master_ids = "".join(f'<p:sldMasterId id="{number}" r:id="{rel}"/>' for rel, number in masters)
    slide_ids = "".join(f'<p:sldId id="{number}" r:id="{rel}"/>' for number, rel in enumerate(slides, _FIRST_SLIDE_ID))
    return (
        f'{XML_HEAD}<p:presentation {ROOT} saveSubsetFonts="1"><p:sldMasterIdLst>{master_ids}</p:sldMasterIdLst>'
        f'<p:notesMasterIdLst><p:notesMasterId r:id="{notes_master}"/></p:notesMasterIdLst>'
        f'<p:sldIdLst>{slide_ids}</p:sldIdLst><p:sldSz cx="{size[0]}" cy="{size[1]}"/>{_NOTES_SIZE}'
        f"<p:defaultTextStyle>{_default_text(lang)}</p:defaultTextStyle>{_sections(sections)}</p:presentation>"
    ).encode()


def _sections(sections: Sequence[PlacedSection]) -> str:
    """Return the list of sections, which PowerPoint 2010 and later show ([MS-PPTX] 2.2.14); others pass over it."""
    if not sections:
        return ""
    listed = "".join(
        f'<p14:section name="{escape(section.name)}" id="{_guid(f"{place} {section.name}")}"><p14:sldIdLst>'
        + "".join(
            f'<p14:sldId id="{_FIRST_SLIDE_ID + number - 1}"/>' for number in range(section.first, section.last + 1)
        )
        + "</p14:sldIdLst></p14:section>"
        for place, section in enumerate(sections, 1)
    )
    return (
        f'<p:extLst><p:ext uri="{_SECTIONS_URI}"><p14:sectionLst xmlns:p14="{_OFFICE_2010}">{listed}</p14:sectionLst>'
        "</p:ext></p:extLst>"
    )


def _guid(name: str) -> str:
    """Return a GUID made of a name, always the same: a UUID of version 5 (RFC 9562), in braces."""
    digest = bytearray(hashlib.sha1(_NAMESPACE + name.encode(), usedforsecurity=False).digest()[:16])
    digest[6] = digest[6] & 0x0F | 0x50
    digest[8] = digest[8] & 0x3F | 0x80
    hexed = digest.hex().upper()
    return f"{{{hexed[:8]}-{hexed[8:12]}-{hexed[12:16]}-{hexed[16:20]}-{hexed[20:]}}}"


def _default_text(lang: str) -> str:
    """Return the style of text that a person types into a new text box."""
    look = (
        '<a:solidFill><a:schemeClr val="tx1"/></a:solidFill><a:latin typeface="+mn-lt"/><a:ea typeface="+mn-ea"/>'
        '<a:cs typeface="+mn-cs"/></a:defRPr>'
    )
    levels = "".join(
        f'<a:lvl{level + 1}pPr marL="{level * _LEVEL_INDENT}" algn="l" defTabSz="914400" eaLnBrk="1" latinLnBrk="0"'
        f' hangingPunct="1"><a:defRPr sz="1800" kern="1200">{look}</a:lvl{level + 1}pPr>'
        for level in range(_LEVELS)
    )
    return f"<a:defPPr><a:defRPr {language(lang)}/></a:defPPr>{levels}"
