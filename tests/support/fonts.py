"""What fonts a stage's computer may have: a folder and rules for fontconfig, so that LibreOffice sees no others.

The fonts themselves are the system's: Debian's fonts-noto-cjk, fonts-liberation and fonts-dejavu-core.
"""

from __future__ import annotations

import shutil
from functools import lru_cache
from pathlib import Path
from typing import NamedTuple

from fontTools.ttLib import TTCollection, TTFont

_FOLDERS = (Path("/usr/share/fonts"), Path("/usr/local/share/fonts"))
_LIBERATION = ("LiberationSans-Regular.ttf", "LiberationSans-Bold.ttf")
_DEJAVU = ("DejaVuSans.ttf", "DejaVuSans-Bold.ttf")


class Situation(NamedTuple):
    """A computer's fonts: what files it has, and which families stand in for Arial and for Microsoft YaHei.

    ``seen`` are the fonts that a deck with bold and plain Chinese and figures must be set in, and ``absent`` those it
    must not be set in: the beginnings of their names in a PDF.
    """

    name: str
    files: tuple[str, ...]
    latin: str
    han: str
    seen: tuple[str, ...]
    absent: tuple[str, ...]


SITUATIONS = {
    situation.name: situation
    for situation in (
        Situation(
            "usual fonts",
            ("NotoSansCJK-Regular.ttc", "NotoSansCJK-Bold.ttc", *_LIBERATION, *_DEJAVU),
            "Liberation Sans",
            "Noto Sans CJK SC",
            ("NotoSansCJKjp-Regular", "NotoSansCJKjp-Bold", "LiberationSans", "LiberationSans-Bold"),
            ("NotoSerif",),
        ),
        Situation(
            "wide Latin",
            ("NotoSansCJK-Regular.ttc", "NotoSansCJK-Bold.ttc", *_DEJAVU),
            "DejaVu Sans",
            "Noto Sans CJK SC",
            ("NotoSansCJKjp-Regular", "NotoSansCJKjp-Bold", "DejaVuSans", "DejaVuSans-Bold"),
            ("Liberation", "NotoSerif"),
        ),
        Situation(
            "no Chinese bold",
            ("NotoSansCJK-Regular.ttc", *_LIBERATION, *_DEJAVU),
            "Liberation Sans",
            "Noto Sans CJK SC",
            ("NotoSansCJKjp-Regular", "LiberationSans", "LiberationSans-Bold"),
            ("NotoSansCJKjp-Bold", "NotoSerif"),
        ),
        Situation(
            "serif Chinese",
            ("NotoSerifCJK-Regular.ttc", "NotoSerifCJK-Bold.ttc", *_LIBERATION, *_DEJAVU),
            "Liberation Sans",
            "Noto Serif CJK SC",
            ("NotoSerifCJK", "LiberationSans", "LiberationSans-Bold"),
            ("NotoSansCJK",),
        ),
    )
}
_RULES = """<?xml version="1.0"?>
<!DOCTYPE fontconfig SYSTEM "fonts.dtd">
<fontconfig><dir>{fonts}</dir><cachedir>{cache}</cachedir>{matches}</fontconfig>
"""
_MATCH = (
    '<match target="pattern"><test name="family"><string>{wanted}</string></test>'
    '<edit name="family" mode="assign" binding="strong"><string>{given}</string></edit></match>'
)


def configure(situation: Situation, folder: Path) -> Path:
    """Copy a situation's fonts into ``folder`` and return its file of rules, for FONTCONFIG_FILE.

    Raises FileNotFoundError where a font is not installed.
    """
    fonts = folder / "fonts"
    fonts.mkdir(parents=True)
    for name in situation.files:
        # Copies: LibreOffice does not embed a collection that is reached through a link.
        shutil.copy(find(name), fonts / name)
    matches = (("Arial", situation.latin), ("Microsoft YaHei", situation.han))
    rules = folder / "fonts.conf"
    rules.write_text(
        _RULES.format(
            fonts=fonts,
            cache=folder / "cache",
            matches="".join(_MATCH.format(wanted=wanted, given=given) for wanted, given in matches),
        ),
        "utf-8",
    )
    return rules


def find(name: str) -> Path:
    """Return the installed font file of that name; raise FileNotFoundError where there is none."""
    for folder in _FOLDERS:
        for path in folder.rglob(name):
            return path
    raise FileNotFoundError(f"{name}: sh tests/all.sh as root on Debian installs it")


@lru_cache
def characters(situation: str) -> frozenset[str]:
    """Return the characters that a situation's fonts can draw."""
    codes: set[int] = set()
    for name in SITUATIONS[situation].files:
        path = find(name)
        font = TTCollection(path, lazy=True).fonts[0] if path.suffix == ".ttc" else TTFont(path, lazy=True)
        codes |= font["cmap"].getBestCmap().keys()
    return frozenset(map(chr, codes))
