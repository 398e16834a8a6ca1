"""Decks turned into pages by LibreOffice, all in one run, and what stands where on them."""

from __future__ import annotations

import os
import shutil
import subprocess
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

import pypdfium2
import pytest

from support.outlines import HARD, Plain, everything, measure, prose, target, unit, write
from unitdeck.build import Draft, build_deck, draft_deck

DECKS = sorted((Path(__file__).parents[2] / "decks").glob("*/units/*.yaml"))
NASTY: dict[str, Plain] = {
    "everything": everything(),
    "hard": unit(
        duties=list(HARD),
        targets=[{"name": text, "unit": "项", "target": 9, "actual": n} for n, text in enumerate(HARD)],
        measures=[{"problem": text, "cause": text * 2, "action": text * 3, "owner": text[:12]} for text in HARD],
        next_steps=[{"title": text, "goal": text, "due": "2022-09-30"} for text in HARD],
    ),
    "long": unit(
        duties=[{"title": f"第{n}项", "text": prose(310)} for n in range(5)],
        targets=[target(n, name=prose(40, f"名{n}")) for n in range(25)],
        measures=[measure(n, 150) for n in range(5)],
        asks=[{"text": prose(400)}],
    ),
    "little": unit(duties=["一"]),
}


class Glyph(NamedTuple):
    """A character on a page, and the box of its ink in points from the top left."""

    char: str
    left: float
    top: float
    right: float
    bottom: float

    @property
    def middle(self) -> tuple[float, float]:
        return (self.left + self.right) / 2, (self.top + self.bottom) / 2


class Rendered(NamedTuple):
    """A deck as it was placed, and each page as it was rendered: its size in points and its characters."""

    draft: Draft
    sizes: tuple[tuple[float, float], ...]
    pages: tuple[tuple[Glyph, ...], ...]


def _glyphs(page: pypdfium2.PdfPage) -> Iterator[Glyph]:
    """Yield the characters that have ink."""
    height = page.get_height()
    text = page.get_textpage()
    for index in range(text.count_chars()):
        char = chr(pypdfium2.raw.FPDFText_GetUnicode(text, index))  # rare characters come as two surrogates
        if char.strip():
            left, bottom, right, top = text.get_charbox(index)
            yield Glyph(char, left, height - top, right, height - bottom)


@pytest.fixture(scope="session")
def rendered(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Rendered]:
    """Return every sample deck and some nasty ones, by name."""
    folder = tmp_path_factory.mktemp("rendered")
    outlines = {f"{file.parent.parent.name}-{file.stem[:2]}": file for file in DECKS}
    outlines |= {name: write(folder, outline, f"{name}.yaml") for name, outline in NASTY.items()}
    decks = [build_deck(file, out=folder / f"{name}.pptx").path for name, file in outlines.items()]
    profile = f"-env:UserInstallation={(folder / 'profile').as_uri()}"
    command = [shutil.which("soffice") or "soffice", profile, "--headless", "--convert-to", "pdf", "--outdir"]
    # LibreOffice ends with 0 even where it fails: what counts is that every PDF is there.
    done = subprocess.run(
        [*command, str(folder), *map(str, decks)],
        capture_output=True,
        timeout=240,
        check=False,
        env=os.environ | {"HOME": str(folder)},
    )
    found = {}
    for name, file in outlines.items():
        pdf = folder / f"{name}.pdf"
        assert pdf.is_file(), done.stderr.decode(errors="replace")
        document = pypdfium2.PdfDocument(pdf)
        pages = [document[index] for index in range(len(document))]
        sizes = tuple((page.get_width(), page.get_height()) for page in pages)
        found[name] = Rendered(draft_deck(file), sizes, tuple(tuple(_glyphs(page)) for page in pages))
    return found
