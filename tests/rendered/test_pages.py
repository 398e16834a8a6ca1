"""What LibreOffice makes of the pages, whatever the fonts and the size: all is there, where it was placed."""

from __future__ import annotations

from functools import cache

import pytest

from support.corpus import EVERYWHERE, Corpus
from support.examining import Examined, examine
from support.fonts import SITUATIONS
from support.rendering import read_fonts

pytestmark = pytest.mark.rendered


@cache
def examined(corpus: Corpus, situation: str, size: str) -> dict[str, Examined]:
    """Return what is found on the decks of a size in a situation, by their names."""
    decks = [deck for deck in corpus.decks if deck.size == size]
    return {deck.name: examine(deck.placed(), corpus.pdf(deck, situation), situation) for deck in decks}


@pytest.mark.parametrize("situation", SITUATIONS)
def test_the_pages_are_set_in_the_fonts_of_the_situation(corpus: Corpus, situation: str) -> None:
    deck = next(deck for deck in corpus.decks if deck.name == "everything-16x9")
    fonts = read_fonts(corpus.pdf(deck, situation))
    wanted = SITUATIONS[situation]
    assert [name for name in wanted.seen if not any(font.startswith(name) for font in fonts)] == []
    assert [font for font in fonts if font.startswith(wanted.absent)] == []


@pytest.mark.parametrize(("situation", "size"), EVERYWHERE)
def test_every_text_is_whole_in_its_box_and_over_nothing_else(corpus: Corpus, situation: str, size: str) -> None:
    found = examined(corpus, situation, size)
    faults = [f"{name}: {fault}" for name, deck in found.items() for fault in deck.faults]
    assert not faults, "\n".join(faults)


@pytest.mark.parametrize(("situation", "size"), EVERYWHERE)
def test_no_text_takes_more_lines_than_measured(corpus: Corpus, situation: str, size: str) -> None:
    found = examined(corpus, situation, size)
    assert sum(deck.measured.equal for deck in found.values()) > 100
    assert {name: deck.measured.more for name, deck in found.items() if deck.measured.more} == {}


@pytest.mark.parametrize(("situation", "size"), EVERYWHERE)
def test_no_line_begins_or_ends_with_the_wrong_mark(corpus: Corpus, situation: str, size: str) -> None:
    found = examined(corpus, situation, size)
    bad = [f"{name}: {mark}" for name, deck in found.items() for mark in deck.marks]
    assert not bad, "\n".join(bad)
