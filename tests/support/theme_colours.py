"""The colours that a template's theme gives to tokens and to the fills of a chart part, as ``#RRGGBB``."""

from __future__ import annotations

import zipfile
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from lxml import etree

from support.chart_reading import A
from unitdeck.base.contrast import luminance_changed
from unitdeck.base.tokens import TOKENS

P = "{http://schemas.openxmlformats.org/presentationml/2006/main}"


def slots(base: Path) -> dict[str, str]:
    """Return the colours of a base.pptx by slot, mapped as its master maps them."""
    with zipfile.ZipFile(base) as package:
        theme = etree.fromstring(package.read("ppt/theme/theme1.xml"))
        master = etree.fromstring(package.read("ppt/slideMasters/slideMaster1.xml"))
    scheme = {slot.tag.removeprefix(A): f"#{slot[0].get('val')}" for slot in theme.find(f".//{A}clrScheme")}
    return {slot: scheme[of] for slot, of in master.find(f"{P}clrMap").items()}


def of_token(token: str, theme: Mapping[str, str]) -> str:
    """Return the colour of a token."""
    slot, lum_mod, lum_off = TOKENS[token]
    return luminance_changed(theme[slot], lum_mod, lum_off)


def of_fill(holder: Any, theme: Mapping[str, str]) -> str:
    """Return the colour that an element with a fill (spPr, ln, defRPr, rPr) is painted in; '' where it has none.

    A hatched fill is as its lines.
    """
    color = holder.find(f"{A}solidFill/{A}schemeClr") if holder is not None else None
    if color is None and holder is not None:
        color = holder.find(f"{A}pattFill/{A}fgClr/{A}schemeClr")
    if color is None:
        return ""
    changes = {child.tag.removeprefix(A): int(child.get("val")) for child in color}
    return luminance_changed(theme[color.get("val")], changes.get("lumMod"), changes.get("lumOff"))
