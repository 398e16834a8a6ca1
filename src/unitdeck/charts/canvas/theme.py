"""The theme's real colours and fonts: a picture cannot refer to a theme, so it is drawn in what the theme now says."""

from __future__ import annotations

import colorsys
import posixpath
from collections.abc import Mapping
from typing import NamedTuple
from xml.etree import ElementTree

from unitdeck.base.tokens import TOKENS, ThemeColor
from unitdeck.template.pack import Part, TemplatePack

_A = "{http://schemas.openxmlformats.org/drawingml/2006/main}"
_P = "{http://schemas.openxmlformats.org/presentationml/2006/main}"
_WHOLE = 100_000


class Theme(NamedTuple):
    """The colours (``#RRGGBB``) of the slots that tokens name, and the text fonts, '' where none is named."""

    slots: Mapping[str, str]
    latin: str
    east_asian: str

    def rgb(self, color: str | ThemeColor) -> str:
        """Return a token or theme colour as ``#RRGGBB``; KeyError for what the theme does not know."""
        slot, lum_mod, lum_off = TOKENS[color] if isinstance(color, str) else color
        return luminance_changed(self.slots[slot], lum_mod or _WHOLE, lum_off or 0)


def luminance_changed(rgb: str, lum_mod: int, lum_off: int) -> str:
    """Return a colour with its luminance multiplied and raised by 1/1000 %, as ISO/IEC 29500-1 20.1.2.3.20–21 say."""
    if (lum_mod, lum_off) == (_WHOLE, 0):
        return rgb
    red, green, blue = (int(rgb[at : at + 2], 16) / 255 for at in (1, 3, 5))
    hue, light, saturation = colorsys.rgb_to_hls(red, green, blue)
    light = min(max((light * lum_mod + lum_off) / _WHOLE, 0.0), 1.0)
    return "#" + "".join(f"{round(part * 255):02X}" for part in colorsys.hls_to_rgb(hue, light, saturation))


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
