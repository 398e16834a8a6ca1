"""An Open Packaging Conventions package: parts, relationships, content types, and the zip around them.

Every entry is stored, not deflated: the bytes that deflate gives differ between builds of zlib (zlib-ng, vendor
patches), and the same input must give the same file on every machine. Fourteen slides with six charts and full notes
are then 0.4 MB besides their photos instead of 0.1, and written in half the time. Names, order, dates, versions and
attributes are fixed for the same reason.
"""

from __future__ import annotations

import struct
import zlib
from collections.abc import Iterable, Mapping, Sequence
from typing import NamedTuple

from unitdeck.ooxml.escape import escape
from unitdeck.template.pack import Part

XML_HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'

_RELATIONSHIPS = "http://schemas.openxmlformats.org/package/2006/relationships"
_CONTENT_TYPES = "http://schemas.openxmlformats.org/package/2006/content-types"
_RELS_TYPE = "application/vnd.openxmlformats-package.relationships+xml"
# By extension, because every reader knows these; all other parts are named one by one.
_MEDIA_TYPES = ("image/", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet")

# 1 January 1980, 00:00: the earliest date a zip can hold; version 2.0 is the least that every reader takes.
_ZIP_VERSION, _ZIP_TIME, _ZIP_DATE = 20, 0, (0 << 9) | (1 << 5) | 1
_UTF8_NAME = 0x800
_LOCAL = struct.Struct("<4s5H3L2H")
_CENTRAL = struct.Struct("<4s6H3L5H2L")
_END = struct.Struct("<4s4H2LH")


class Relationship(NamedTuple):
    """A link of a part: ``id`` (rId1), ``type`` (the last word of the officeDocument type), target part name."""

    id: str
    type: str
    target: str


def relationships(links: Iterable[Relationship]) -> bytes:
    """Return a relationships part. Targets are absolute part names; a ``type`` with a colon is taken whole."""
    office = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/"
    items = "".join(
        f'<Relationship Id="{link.id}" Type="{link.type if ":" in link.type else office + link.type}"'
        f' Target="{escape(link.target)}"/>'
        for link in links
    )
    return f'{XML_HEAD}<Relationships xmlns="{_RELATIONSHIPS}">{items}</Relationships>'.encode()


def write_package(parts: Sequence[Part], rels: bytes) -> bytes:
    """Return the package's bytes: content types, package relationships ``rels``, then the parts in their order."""
    entries = [("[Content_Types].xml", _content_types(parts)), ("_rels/.rels", rels)]
    for part in parts:
        entries.append((part.name[1:], part.blob))
        if part.rels:
            entries.append((rels_name(part.name)[1:], part.rels))
    return stored_zip(entries)


def rels_name(part: str) -> str:
    """Return the name of a part's relationships part: ``/ppt/a.xml`` → ``/ppt/_rels/a.xml.rels``."""
    folder, _, name = part.rpartition("/")
    return f"{folder}/_rels/{name}.rels"


def stored_zip(entries: Iterable[tuple[str, bytes]]) -> bytes:
    """Return a zip of (name, bytes) entries, each stored, in the given order; the same bytes on every machine.

    Raises ``struct.error`` above 65,535 entries or 4 GiB.
    """
    body: list[bytes] = []
    directory: list[bytes] = []
    offset = count = 0
    for name, blob in entries:
        path = name.encode()
        flags = 0 if name.isascii() else _UTF8_NAME
        fixed = (_ZIP_VERSION, flags, 0, _ZIP_TIME, _ZIP_DATE, zlib.crc32(blob), len(blob), len(blob), len(path), 0)
        body += (_LOCAL.pack(b"PK\x03\x04", *fixed), path, blob)
        directory += (_CENTRAL.pack(b"PK\x01\x02", _ZIP_VERSION, *fixed, 0, 0, 0, 0, offset), path)
        offset += _LOCAL.size + len(path) + len(blob)
        count += 1
    size = sum(map(len, directory))
    return b"".join((*body, *directory, _END.pack(b"PK\x05\x06", 0, 0, count, count, size, offset, 0)))


def _content_types(parts: Sequence[Part]) -> bytes:
    defaults: Mapping[str, str] = {"rels": _RELS_TYPE, "xml": "application/xml"} | {
        part.name.rpartition(".")[2].lower(): part.content_type
        for part in parts
        if part.content_type.startswith(_MEDIA_TYPES)
    }
    named = (p for p in parts if defaults.get(p.name.rpartition(".")[2].lower()) != p.content_type)
    return (
        f'{XML_HEAD}<Types xmlns="{_CONTENT_TYPES}">'
        + "".join(f'<Default Extension="{ext}" ContentType="{kind}"/>' for ext, kind in sorted(defaults.items()))
        + "".join(f'<Override PartName="{escape(part.name)}" ContentType="{part.content_type}"/>' for part in named)
        + "</Types>"
    ).encode()
