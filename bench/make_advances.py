"""Write ``src/unitdeck/layout/advances.py``: the widest advance of each character among the usual fonts.

    python bench/make_advances.py FONT [FONT …] > src/unitdeck/layout/advances.py

Needs fontTools. Give the regular and the bold face of each font that a stage PC may fall back to; a face is
counted as bold by its ``OS/2`` weight. The committed table was made from Noto Sans CJK SC 2.004, Liberation Sans
2.1 (the metric of Arial), Carlito 1.104 (the metric of Calibri) and DejaVu Sans 2.37 (the metric of Verdana, the
widest). Characters of GBK's two-byte rows count as at least 1 em, since 黑体 and 宋体 draw them full-width.
"""

import sys
from collections import defaultdict
from pathlib import Path

from fontTools.ttLib import TTCollection, TTFont

SCANNED = (  # Latin, Greek, Cyrillic, punctuation, symbols; the emoji block is left to the reader
    *range(0x20, 0x530),
    *range(0x1E00, 0x2600),
    *range(0x27C0, 0x2E80),
)
USUAL = (  # narrower than 1 em matters here; elsewhere only what is wider is kept: the reader takes 1 em for the rest
    *range(0x20, 0x180),
    *range(0x386, 0x460),
    *range(0x2000, 0x20C0),
    0x2212,
)
EM = 1000
BOLD_WEIGHT = 600


def faces(path: Path) -> list[TTFont]:
    """Return the font of a file; of a collection only its Simplified Chinese sans face."""
    if path.suffix.lower() != ".ttc":
        return [TTFont(path, lazy=True)]
    return [
        font for font in TTCollection(path, lazy=True).fonts if font["name"].getBestFamilyName() == "Noto Sans CJK SC"
    ]


def two_bytes(char: str) -> bool:
    """Whether the character stands in GBK's two-byte rows."""
    try:
        return len(char.encode("gbk")) == 2
    except UnicodeEncodeError:
        return False


def envelope(fonts: list[TTFont]) -> dict[str, int]:
    """Return the widest advance of each scanned character that any font has, in 1/1000 em, rounded up."""
    widest: dict[str, int] = {}
    for font in fonts:
        cmap, advances, units = font.getBestCmap(), font["hmtx"].metrics, font["head"].unitsPerEm
        for code in SCANNED:
            if code in cmap:
                advance = -(-advances[cmap[code]][0] * EM // units)
                widest[chr(code)] = max(widest.get(chr(code), 0), advance)
    return {char: max(advance, EM) if two_bytes(char) else advance for char, advance in widest.items()}


def literal(text: str) -> str:
    """Return a string literal; what does not print, or looks like a space, is escaped."""
    body = "".join(c if c.isprintable() and c not in '\\"' else c.encode("unicode_escape").decode() for c in text)
    return '"' + body.replace('"', '\\"') + '"'


def table(name: str, widths: dict[str, int]) -> list[str]:
    """Return the lines of one table: advance → characters."""
    by_advance: dict[int, str] = defaultdict(str)
    for char, advance in sorted(widths.items()):
        if advance > EM or (0 < advance < EM and ord(char) in USUAL):
            by_advance[advance] += char
    lines = [f"{name}: dict[int, str] = {{"]
    for advance, chars in sorted(by_advance.items()):
        pieces = [literal(chars[i : i + 50]) for i in range(0, len(chars), 50)]
        if len(pieces) == 1:
            lines.append(f"    {advance}: {pieces[0]},")
        else:
            lines += [f"    {advance}: (", *(f"        {piece}" for piece in pieces), "    ),"]
    return [*lines, "}"]


def main(paths: list[Path]) -> None:
    """Print the module."""
    fonts = [face for path in paths for face in faces(path)]
    bold = [font for font in fonts if font["OS/2"].usWeightClass >= BOLD_WEIGHT]
    regular = [font for font in fonts if font not in bold]
    print('"""Advances in 1/1000 em: the widest among the usual fonts. Made by ``bench/make_advances.py``."""\n')
    print("from __future__ import annotations\n")
    print("\n".join(table("REGULAR", envelope(regular))) + "\n")
    print("\n".join(table("BOLD", envelope(bold))))


if __name__ == "__main__":
    main([Path(argument) for argument in sys.argv[1:]])
