"""Make the fonts of drawn charts: Noto Sans CJK's simplified Chinese face, cut down to what reports are written in.

    python tools/make_font.py NotoSansCJK-Regular.ttc NotoSansCJK-Bold.ttc

Needs fontTools and the collections as Debian's fonts-noto-cjk has them. The characters: ASCII and Latin-1, the
punctuation and symbols of reports, full-width forms, all of GB2312, and the 8,105 of the 通用规范汉字表; then some that
names of places hold beyond both. The family gets a name of its own: the licence lets a holder reserve his, and Noto is
a trademark.
"""

from __future__ import annotations

import sys
from pathlib import Path

from fontTools.subset import Options, Subsetter
from fontTools.ttLib import TTCollection, TTFont

ROOT = Path(__file__).parents[1]
CHARACTERS = ROOT / "tools" / "standard_characters.txt"
FONTS = ROOT / "src" / "unitdeck" / "charts" / "canvas" / "fonts"
FAMILY, VERSION = "Unitdeck Sans SC", "Version 1.0"
FACES = {"Noto Sans CJK SC": "Regular", "Noto Sans CJK SC Bold": "Bold"}
SYMBOLS = "–—―‘’“”†‡•…‰′″※‹›€℃℉№™Ω←↑→↓↔↖↗↘↙∑√∞∠∥∩∪∫∮∴∵∽≈≌≠≡≤≥≮≯⊙⊥⌒■□▲△▼▽◆◇○◎●★☆♀♂✓㎎㎏㎜㎝㎞㎡㏄㏎㏑㏒㏕−×÷±²³"
RARE = "㵲𠮷"
FIRST_DATE = 0  # seconds since 1904: the file says nothing of when it was made


def standard_characters() -> set[str]:
    """Return the characters of the 通用规范汉字表."""
    lines = CHARACTERS.read_text("utf-8").splitlines()
    return set("".join(line for line in lines if not line.startswith("#")))


def gb2312() -> set[str]:
    """Return all characters of GB2312."""
    codes = (bytes((row, cell)) for row in range(0xA1, 0xF8) for cell in range(0xA1, 0xFF))
    return {code.decode("gb2312", "ignore") for code in codes} - {""}


def wanted() -> set[str]:
    """Return the characters that the font is to hold, where its source has them."""
    ranges = ((0x20, 0x7F), (0xA0, 0x100), (0x2460, 0x2474), (0x3000, 0x3020), (0xFE30, 0xFE50), (0xFF01, 0xFFE7))
    spans = {chr(code) for first, stop in ranges for code in range(first, stop)}
    return spans | set(SYMBOLS + RARE) | gb2312() | standard_characters()


def named(font: TTFont, style: str) -> None:
    """Give the font its own name; copyright and licence stay as they are."""
    full, postscript = f"{FAMILY} {style}", f"UnitdeckSansSC-{style}"
    names = font["name"]
    names.names = [record for record in names.names if record.nameID in {0, 13, 14} and record.langID == 0x409]
    for number, text in {1: FAMILY, 2: style, 3: f"{VERSION};{full}", 4: full, 5: VERSION, 6: postscript}.items():
        names.setName(text, number, 3, 1, 0x409)
    compact = font["CFF "].cff
    compact.fontNames = [postscript]
    top = compact.topDictIndex[0]
    top.FullName, top.FamilyName = full, FAMILY
    font["OS/2"].achVendID = "NONE"
    font["head"].created = font["head"].modified = FIRST_DATE


def make(collection: str) -> Path:
    """Write the font of a collection's simplified Chinese face and return its file."""
    font = next(face for face in TTCollection(collection).fonts if face["name"].getDebugName(4) in FACES)
    style = FACES[font["name"].getDebugName(4)]
    options = Options()
    options.layout_features = []
    options.hinting = False
    options.drop_tables += ["GSUB", "GPOS", "GDEF", "BASE", "VORG", "vhea", "vmtx"]
    options.name_IDs = ["*"]
    font.recalcTimestamp = False
    subsetter = Subsetter(options)
    subsetter.populate(unicodes=map(ord, wanted()))
    subsetter.subset(font)
    named(font, style)
    file = FONTS / f"UnitdeckSansSC-{style}.otf"
    font.save(file)
    return file


def main() -> None:
    """Make the font of every collection named on the command line."""
    for collection in sys.argv[1:]:
        file = make(collection)
        print(f"{file.name}: {file.stat().st_size:,} bytes")


if __name__ == "__main__":
    main()
