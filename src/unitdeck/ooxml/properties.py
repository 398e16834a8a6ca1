"""Document properties: what a file manager shows of the deck, and nothing of the machine that made it."""

from __future__ import annotations

from datetime import date

from unitdeck.ooxml.escape import escape
from unitdeck.ooxml.package import XML_HEAD

_CORE = "http://schemas.openxmlformats.org/package/2006/metadata/core-properties"
_EXTENDED = "http://schemas.openxmlformats.org/officeDocument/2006/extended-properties"


def day_of(stamp: str) -> str:
    """Return the ISO date that a deck's stamp starts with, the zip's own 1980-01-01 where it has none.

    A date of any other form in the properties makes PowerPoint and Excel ask for repair.
    """
    try:
        return date.fromisoformat(stamp[:10]).isoformat()
    except ValueError:
        return "1980-01-01"


def core_properties(title: str, author: str, lang: str, day: str) -> bytes:
    """Return ``core.xml``. ``day`` (ISO date) is when the file was made and last changed."""
    when = f'xsi:type="dcterms:W3CDTF">{day}T00:00:00Z'
    return (
        f'{XML_HEAD}<cp:coreProperties xmlns:cp="{_CORE}" xmlns:dc="http://purl.org/dc/elements/1.1/"'
        ' xmlns:dcterms="http://purl.org/dc/terms/" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">'
        f"<dc:title>{escape(title)}</dc:title><dc:creator>{escape(author)}</dc:creator>"
        f"<cp:lastModifiedBy>{escape(author)}</cp:lastModifiedBy>"
        f"<dcterms:created {when}</dcterms:created><dcterms:modified {when}</dcterms:modified>"
        f"<dc:language>{'zh-CN' if lang.startswith('zh') else 'en-US'}</dc:language></cp:coreProperties>"
    ).encode()


def extended_properties(slides: int, notes: int) -> bytes:
    """Return ``app.xml``: the program's name, and how many slides and notes pages there are."""
    return (
        f'{XML_HEAD}<Properties xmlns="{_EXTENDED}"><TotalTime>0</TotalTime><Application>unitdeck</Application>'
        f"<Slides>{slides}</Slides><Notes>{notes}</Notes></Properties>"
    ).encode()
