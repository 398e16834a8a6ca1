"""The theme out of a compiled template's parts. Loaded by name: only decks with a drawn chart read XML."""

from __future__ import annotations

import posixpath
from xml.etree import ElementTree

from unitdeck.charts.canvas.theme import Theme
from unitdeck.ooxml.names import DRAWING, PRESENTATION
from unitdeck.template.pack import Part, TemplatePack

_A, _P = f"{{{DRAWING}}}", f"{{{PRESENTATION}}}"


def theme_of(pack: TemplatePack) -> Theme:
    """Return the theme of a template's first master, its slots mapped as the master maps them."""
    parts = {part.name: part for part in pack.parts}
    master = parts[pack.masters[0][0]]
    root = _parsed(parts[_target(master, "theme")].blob)
    scheme = {slot.tag.removeprefix(_A): _color(slot) for slot in root.iterfind(f".//{_A}clrScheme/*")}
    mapped = _parsed(master.blob).find(f"{_P}clrMap")
    slots = {slot: scheme[of] for slot, of in (mapped.attrib if mapped is not None else {}).items() if of in scheme}
    latin, east_asian = (
        found.get("typeface", "") if (found := root.find(f".//{_A}minorFont/{_A}{script}")) is not None else ""
        for script in ("latin", "ea")
    )
    return Theme(slots, latin, east_asian)


def _color(slot: ElementTree.Element) -> str:
    """A slot's colour; of a system colour the one that it last was."""
    return "#" + next((found for of in slot if (found := of.get("lastClr") or of.get("val"))), "000000").upper()


def _target(part: Part, kind: str) -> str:
    """The name of the part that a relationship of that kind leads to."""
    links = _parsed(part.rels)
    target = next(link.attrib["Target"] for link in links if link.attrib["Type"].endswith(f"/{kind}"))
    return posixpath.normpath(posixpath.join(posixpath.dirname(part.name), target))


def _parsed(blob: bytes) -> ElementTree.Element:
    return ElementTree.fromstring(blob)  # noqa: S314 (our own pack: python-pptx read it when it was compiled)
