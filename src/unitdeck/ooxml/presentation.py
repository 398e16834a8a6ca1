"""The presentation part: which masters and slides a deck has, its size, and the text style of free shapes."""

from __future__ import annotations

from collections.abc import Sequence

from unitdeck.ooxml.names import ROOT
from unitdeck.ooxml.package import XML_HEAD
from unitdeck.ooxml.text import language

_FIRST_SLIDE_ID = 256  # the least that the format allows
_LEVELS, _LEVEL_INDENT = 9, 457_200
_NOTES_SIZE = '<p:notesSz cx="6858000" cy="9144000"/>'


def presentation(
    masters: Sequence[tuple[str, int]], notes_master: str, slides: Sequence[str], size: tuple[int, int], lang: str
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
        f"<p:defaultTextStyle>{_default_text(lang)}</p:defaultTextStyle></p:presentation>"
    ).encode()


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
