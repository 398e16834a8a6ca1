"""Decks turned into pages by LibreOffice, and what stands where on them: characters, lines, the fonts used.

Lengths are points, from the top left corner of the page.
"""

from __future__ import annotations

import ctypes
import os
import shutil
import subprocess
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import NamedTuple

import pypdfium2
from pypdfium2 import raw

from support.fonts import Situation, configure

_PATH, _TEXT = raw.FPDF_PAGEOBJ_PATH, raw.FPDF_PAGEOBJ_TEXT
_TIMEOUT = 600
_HYPHENS = "\x02\ufffe"  # so pdfium marks a hyphen at the end of a line


class Glyph(NamedTuple):
    """A character on a page: the box of its ink, and the baseline that it stands on."""

    char: str
    left: float
    top: float
    right: float
    bottom: float
    base: float

    @property
    def middle(self) -> tuple[float, float]:
        """The middle of the ink."""
        return (self.left + self.right) / 2, (self.top + self.bottom) / 2


class Mark(NamedTuple):
    """A drawn path's bounds: a rule of a table, a surface."""

    left: float
    top: float
    right: float
    bottom: float


class Page(NamedTuple):
    """A rendered page: its size, its characters with ink in the order in which they were drawn, its paths."""

    width: float
    height: float
    glyphs: tuple[Glyph, ...]
    marks: tuple[Mark, ...]


def render(decks: Sequence[Path], situation: Situation, folder: Path) -> dict[Path, Path]:
    """Turn decks into PDFs in one run of LibreOffice under a situation's fonts; return the PDF of each deck.

    ``folder`` is empty or not there: it gets the fonts, LibreOffice's profile, and the PDFs. Raises RuntimeError where
    a deck was not turned into a PDF.
    """
    rules = configure(situation, folder)
    out = folder / "pdf"
    done = subprocess.run(
        [
            shutil.which("soffice") or "soffice",
            f"-env:UserInstallation={(folder / 'profile').as_uri()}",
            *("--headless", "--convert-to", "pdf", "--outdir", str(out)),
            *map(str, decks),
        ],
        capture_output=True,
        timeout=_TIMEOUT,
        check=False,
        env=os.environ | {"HOME": str(folder), "FONTCONFIG_FILE": str(rules)},
    )
    made = {deck: out / f"{deck.stem}.pdf" for deck in decks}
    # LibreOffice ends with 0 even where it fails: what counts is that every PDF is there.
    if lost := [deck.name for deck, pdf in made.items() if not pdf.is_file()]:
        raise RuntimeError(f"not rendered: {', '.join(lost)}\n{done.stderr.decode(errors='replace')}")
    return made


def read_pages(pdf: Path) -> tuple[Page, ...]:
    """Return the pages of a PDF."""
    document = pypdfium2.PdfDocument(pdf)
    try:
        return tuple(_page(document[index]) for index in range(len(document)))
    finally:
        document.close()


def read_links(pdf: Path) -> tuple[tuple[int, int], ...]:
    """Return the page and the target page of each link within a PDF, from 1; 0 for one that leads nowhere in it."""
    document = pypdfium2.PdfDocument(pdf)
    try:
        return tuple(
            (index + 1, target) for index in range(len(document)) for target in _targets(document, document[index])
        )
    finally:
        document.close()


def _targets(document: pypdfium2.PdfDocument, page: pypdfium2.PdfPage) -> Iterator[int]:
    position, link = ctypes.c_int(0), raw.FPDF_LINK()
    while raw.FPDFLink_Enumerate(page.raw, position, link):
        target = raw.FPDFLink_GetDest(document.raw, link)
        yield raw.FPDFDest_GetDestPageIndex(document.raw, target) + 1 if target else 0


def read_fonts(pdf: Path) -> frozenset[str]:
    """Return the names of the fonts that a PDF's texts are set in, without the mark of a subset."""
    document = pypdfium2.PdfDocument(pdf)
    try:
        return frozenset(
            _font_name(found) for index in range(len(document)) for found in document[index].get_objects(filter=[_TEXT])
        )
    finally:
        document.close()


def _font_name(text: pypdfium2.PdfObject) -> str:
    font = raw.FPDFTextObj_GetFont(text.raw)
    name = ctypes.create_string_buffer(256)
    raw.FPDFFont_GetBaseFontName(font, name, 256)
    return name.value.decode().rpartition("+")[2]


def _page(page: pypdfium2.PdfPage) -> Page:
    height = page.get_height()
    marks = []
    for found in page.get_objects(filter=[_PATH]):
        left, bottom, right, top = found.get_bounds()
        marks.append(Mark(left, height - top, right, height - bottom))
    return Page(page.get_width(), height, tuple(_glyphs(page)), tuple(marks))


def _glyphs(page: pypdfium2.PdfPage) -> Iterator[Glyph]:
    """Yield the characters that have ink."""
    height = page.get_height()
    text = page.get_textpage()
    x, y = ctypes.c_double(), ctypes.c_double()
    for index in range(text.count_chars()):
        char = chr(raw.FPDFText_GetUnicode(text, index))
        char = "-" if char in _HYPHENS else char
        if char.strip() and not raw.FPDFText_IsGenerated(text, index):
            left, bottom, right, top = text.get_charbox(index)
            raw.FPDFText_GetCharOrigin(text, index, x, y)
            yield Glyph(char, left, height - top, right, height - bottom, height - y.value)
