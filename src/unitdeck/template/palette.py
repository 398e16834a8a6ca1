"""What a template's ``theme`` sets: colours and fonts of the theme part, and whether they can be read.

Which colours must stand out from which follows from how pages are drawn: text in the colours of ink, subtext, accent
and status stands on the page and on pale surfaces; white text stands on the accent.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any, NamedTuple

from lxml import etree

from unitdeck.base.contrast import LEAST_TEXT, contrast, luminance_changed
from unitdeck.template.pack import Part, TemplatePack

SLOTS = ("dk1", "lt1", "dk2", "lt2", *(f"accent{number}" for number in range(1, 7)), "hlink", "folHlink")
_GROUNDS = ("bg1", "bg2")
_TEXTS = ("tx1", "tx2", "accent1", "accent3", "accent4", "accent5", "accent6")
_A = "{http://schemas.openxmlformats.org/drawingml/2006/main}"
_P = "{http://schemas.openxmlformats.org/presentationml/2006/main}"
_THEME = "theme+xml"
_MASTER = "slideMaster+xml"
_STEP = 2_000  # 1/1000 % of lightness


class Theme(NamedTuple):
    """Colours (``#RRGGBB``) by slot of the theme, and its fonts; '' where nothing is set."""

    colors: Mapping[str, str]
    latin: str = ""
    east_asian: str = ""


class Unreadable(NamedTuple):
    """A colour too near to its ground: slots and colours of both, their contrast, and a colour that would do."""

    slot: str
    color: str
    ground: str
    ground_color: str
    contrast: float
    better: str | None


def themed(parts: tuple[Part, ...], theme: Theme, name: str) -> tuple[Part, ...]:
    """Return the parts with the theme's colours and fonts written into every theme part; ``name`` names the schemes."""
    return tuple(
        part._replace(blob=_rewritten(part.blob, theme, name)) if part.content_type.endswith(_THEME) else part
        for part in parts
    )


def unreadable(pack: TemplatePack) -> Iterator[Unreadable]:
    """Yield the pairs of theme colours that text is printed in and on, and that stand out by less than 4.5:1."""
    theme = next(part for part in pack.parts if part.content_type.endswith(_THEME))
    master = next(part for part in pack.parts if part.content_type.endswith(_MASTER))
    mapped = {slot: of for held in _parsed(master.blob).iterfind(f"{_P}clrMap") for slot, of in held.items()}
    root = _parsed(theme.blob)
    colors = {slot: color_of(root, slot) for slot in SLOTS}
    for ground in _GROUNDS:
        for text in _TEXTS:
            slot, below = mapped.get(text, text), mapped.get(ground, ground)
            found = contrast(colors[slot], colors[below])
            if found < LEAST_TEXT:
                better = _readable(colors[slot], [colors[mapped.get(each, each)] for each in _GROUNDS])
                yield Unreadable(slot, colors[slot], below, colors[below], found, better)


def color_of(theme: Any, slot: str) -> str:
    """Return the colour of a slot in a parsed theme part; of a system colour the one that it last was."""
    holder = theme.find(f"{_A}themeElements/{_A}clrScheme/{_A}{slot}")
    values = (of.get("lastClr") or of.get("val") for of in holder) if holder is not None else ()
    return f"#{next((value for value in values if value), '000000').upper()}"


def faces_of(theme: Any) -> tuple[str, str]:
    """Return the typefaces of Latin and East Asian text of a parsed theme part, '' where it names none."""
    faces = (theme.find(f"{_A}themeElements/{_A}fontScheme/{_A}minorFont/{_A}{script}") for script in ("latin", "ea"))
    latin, east_asian = (face.get("typeface", "") if face is not None else "" for face in faces)
    return latin, east_asian


def _readable(color: str, grounds: list[str]) -> str | None:
    """The nearest lighter or darker shade that stands out from all grounds; None where none does."""
    for step in range(_STEP, 100_001, _STEP):
        for shade in (luminance_changed(color, 100_000 - step, 0), luminance_changed(color, 100_000 - step, step)):
            if all(contrast(shade, ground) >= LEAST_TEXT for ground in grounds):
                return shade
    return None


def _rewritten(blob: bytes, theme: Theme, name: str) -> bytes:
    """A theme part with other colours and fonts; what it lacks of them is left as it is."""
    root = _parsed(blob)
    for scheme in root.iterfind(f"{_A}themeElements/{_A}clrScheme"):
        for slot, color in theme.colors.items():
            for holder in scheme.iterfind(f"{_A}{slot}"):
                for child in list(holder):
                    holder.remove(child)
                etree.SubElement(holder, f"{_A}srgbClr", val=color.removeprefix("#"))
                scheme.set("name", name)
    for scheme in root.iterfind(f"{_A}themeElements/{_A}fontScheme"):
        for script, font in (("latin", theme.latin), ("ea", theme.east_asian)):
            for face in scheme.iterfind(f"*/{_A}{script}") if font else ():
                face.attrib.clear()  # panose and the like are those of the font before
                face.set("typeface", font)
                scheme.set("name", name)
        for face in scheme.iterfind(f"*/{_A}font[@script='Hans']") if theme.east_asian else ():
            face.set("typeface", theme.east_asian)
    return bytes(etree.tostring(root, xml_declaration=True, encoding="UTF-8", standalone=True))


def _parsed(blob: bytes) -> Any:
    return etree.fromstring(blob)
