"""What LibreOffice makes of the pages: all is there, where it was placed, and nothing runs over."""

from __future__ import annotations

import unicodedata
from collections import Counter

import pytest

from support.pages import writings
from unitdeck.base.geometry import Box
from unitdeck.base.units import pt
from unitdeck.layout.placed import PlacedShape, PlacedSlide

pytestmark = pytest.mark.rendered

_FOOT = ("source", "footer", "number")
_INK = 3.0  # points: ink of a glyph may stand out of its line by so much
_ROUNDING = 1.0


def letters(text: str) -> Counter[str]:
    """Count a text's letters and digits: marks and emoji are drawn by other glyphs, or by several."""
    whole = text.encode("utf-16", "surrogatepass").decode("utf-16", "ignore")
    plain = unicodedata.normalize("NFKC", whole)
    return Counter(char for char in plain if char.isalnum() and unicodedata.category(char) != "No")


def _holds(box: Box, x: float, y: float) -> bool:
    return pt(box.x) - _INK <= x <= pt(box.right) + _INK and pt(box.y) - _INK <= y <= pt(box.bottom) + _INK


def test_every_page_is_rendered_at_the_slides_size(rendered):
    for name, deck in rendered.items():
        placed = deck.draft.deck
        assert len(deck.pages) == len(placed.slides), name
        width, height = map(pt, placed.size)
        assert all(abs(w - width) < _ROUNDING and abs(h - height) < _ROUNDING for w, h in deck.sizes), name


def test_every_text_stands_whole_in_its_box_and_every_row_in_its_height(rendered):
    faults = []
    for name, deck in rendered.items():
        for slide, glyphs in zip(deck.draft.deck.slides, deck.pages, strict=True):
            for written in writings(slide):
                within = "".join(glyph.char for glyph in glyphs if _holds(written.box, *glyph.middle))
                absent = letters(written.words) - letters(within)
                if absent:
                    faults.append(f"{name} {written.where}: {''.join(absent)!r} of {written.words[:40]!r}")
    assert not faults, "\n".join(faults)


def test_nothing_leaves_the_slide(rendered):
    faults = [
        f"{name} page {number}: {glyph}"
        for name, deck in rendered.items()
        for number, (glyphs, (width, height)) in enumerate(zip(deck.pages, deck.sizes, strict=True), 1)
        for glyph in glyphs
        if glyph.left < 0 or glyph.top < 0 or glyph.right > width or glyph.bottom > height
    ]
    assert not faults, "\n".join(faults)


def test_nothing_stands_on_the_footer_but_the_footer(rendered):
    faults = []
    for name, deck in rendered.items():
        for slide, glyphs in zip(deck.draft.deck.slides, deck.pages, strict=True):
            foot = _foot(slide)
            if not foot:
                continue
            top = min(pt(shape.box.y) for shape in foot)
            low = "".join(glyph.char for glyph in glyphs if glyph.bottom > top + _INK)
            words = "".join(w.words for w in writings(slide._replace(items=tuple(foot))))
            if over := letters(low) - letters(words):
                faults.append(f"{name} page {slide.number}: {''.join(over)!r} over the footer")
    assert not faults, "\n".join(faults)


def _foot(slide: PlacedSlide) -> list[PlacedShape]:
    return [item for item in slide.items if isinstance(item, PlacedShape) and item.placeholder in _FOOT]
