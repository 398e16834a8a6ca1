"""The harness itself: a deck broken on purpose, in each of the ways that it looks for, and the fault it must find."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from support.comparing import Fault
from support.examining import Examined, compare
from support.fonts import SITUATIONS, characters
from support.outlines import measure, prose, target, unit, write
from support.rendering import Page, read_pages, render
from unitdeck.base.units import emu
from unitdeck.build import Draft, draft_deck
from unitdeck.layout.placed import Placed, PlacedDeck, PlacedShape, PlacedTable
from unitdeck.render.pptx import render as write_deck

pytestmark = pytest.mark.rendered
USUAL = "usual fonts"
OUTLINE = unit(
    duties=[{"title": f"第{n}项职责", "text": prose(90, f"第{n}条，")} for n in range(1, 4)],
    targets=[target(n) for n in range(1, 6)],
    measures=[measure(n, 40) for n in range(3)],
)
Change = Callable[[Placed], Placed]


def changed(deck: PlacedDeck, kind: type[Placed], change: Change) -> PlacedDeck:
    """Return the deck with the first free item of that kind that has text changed."""
    slides = list(deck.slides)
    for number, slide in enumerate(slides):
        for index, item in enumerate(slide.items):
            free = not (isinstance(item, PlacedShape) and (item.placeholder or not item.text))
            if isinstance(item, kind) and free:
                items = (*slide.items[:index], change(item), *slide.items[index + 1 :])
                slides[number] = slide._replace(items=items)
                return deck._replace(slides=tuple(slides))
    raise AssertionError(kind)


def moved(right_pt: float = 0, down_pt: float = 0) -> Change:
    return lambda item: item._replace(box=item.box._replace(x=item.box.x + emu(right_pt), y=item.box.y + emu(down_pt)))


def enlarged(item: Placed) -> Placed:
    """The text half as large again, its box and line heights as they were."""
    paragraphs = tuple(p._replace(size_pt=p.size_pt * 1.5) for p in item.text.paragraphs)
    return item._replace(text=item.text._replace(paragraphs=paragraphs))


def grown(item: Placed) -> Placed:
    """A row whose first cell holds three times the text that it was measured for."""
    row = item.rows[1]
    cell = row.cells[0]
    paragraphs = tuple(
        p._replace(runs=tuple(run._replace(text=run.text * 12) for run in p.runs)) for p in cell.text.paragraphs
    )
    cells = (cell._replace(text=cell.text._replace(paragraphs=paragraphs)), *row.cells[1:])
    return item._replace(rows=(item.rows[0], row._replace(cells=cells), *item.rows[2:]))


def shortened(item: Placed) -> Placed:
    """The first paragraph without its last five characters."""
    first, *rest = item.text.paragraphs
    runs = (*first.runs[:-1], first.runs[-1]._replace(text=first.runs[-1].text[:-5]))
    return item._replace(text=item.text._replace(paragraphs=(first._replace(runs=runs), *rest)))


def tight(item: Placed) -> Placed:
    """A text box a third narrower and no line of it measured anew."""
    return item._replace(box=item.box._replace(cx=item.box.cx * 2 // 3))


# What a renderer would do wrong, by what is written: the deck as placed stays the truth.
WRITTEN: dict[str, tuple[type[Placed], Change, set[str]]] = {
    "as placed": (PlacedShape, moved(), set()),
    "moved off the slide": (PlacedShape, moved(right_pt=-150), {"slide", "box"}),
    "moved over its neighbour": (PlacedShape, moved(right_pt=310), {"box", "overlap"}),
    "moved onto the footer": (PlacedShape, moved(down_pt=330), {"box", "footer"}),
    "enlarged": (PlacedShape, enlarged, {"box"}),
    "a row that grows": (PlacedTable, grown, {"row", "box", "strange"}),
    "words left out": (PlacedShape, shortened, {"lost"}),
}


@pytest.fixture(scope="module")
def draft(tmp_path_factory: pytest.TempPathFactory) -> Draft:
    return draft_deck(write(tmp_path_factory.mktemp("draft"), OUTLINE))


@pytest.fixture(scope="module")
def results(draft: Draft, tmp_path_factory: pytest.TempPathFactory) -> dict[str, tuple[Examined, tuple[Page, ...]]]:
    """Return what is found on the pages of each deck that was written otherwise than placed."""
    folder = tmp_path_factory.mktemp("broken")
    files: dict[str, Path] = {}
    for name, (kind, change, _) in WRITTEN.items():
        files[name] = folder / f"{name.replace(' ', '-')}.pptx"
        files[name].write_bytes(write_deck(changed(draft.deck, kind, change), draft.pack))
    pdfs = render(list(files.values()), SITUATIONS[USUAL], folder / "usual")
    pages = {name: read_pages(pdfs[file]) for name, file in files.items()}
    return {name: (compare(draft.deck, found, characters(USUAL)), found) for name, found in pages.items()}


@pytest.mark.parametrize("name", WRITTEN)
def test_what_is_broken_is_found_and_nothing_else(name: str, results: dict[str, tuple[Examined, tuple[Page, ...]]]):
    found = {fault.kind for fault in results[name][0].faults}
    wanted = WRITTEN[name][2]
    assert wanted <= found
    assert bool(wanted) == bool(found)


def test_a_box_placed_too_small_is_found(draft: Draft, results: dict[str, tuple[Examined, tuple[Page, ...]]]):
    """The other way round: rendered as ever, but layout would have said that the box is smaller."""
    pages = results["as placed"][1]
    lower = changed(draft.deck, PlacedShape, lambda item: item._replace(box=item.box._replace(cy=item.box.cy // 3)))
    assert kinds(compare(lower, pages, characters(USUAL)).faults) == {"box"}
    assert kinds(compare(changed(draft.deck, PlacedShape, tight), pages, characters(USUAL)).faults) == {"box"}


def test_a_row_placed_too_low_is_found(draft: Draft, results: dict[str, tuple[Examined, tuple[Page, ...]]]):
    def lower(item: Placed) -> Placed:
        first, *rest = item.rows
        return item._replace(rows=(first._replace(height=first.height - emu(2)), *rest))

    found = compare(changed(draft.deck, PlacedTable, lower), results["as placed"][1], characters(USUAL))
    assert "row" in kinds(found.faults)
    assert found.measured.row_off == pytest.approx(2, abs=0.3)


def test_a_page_too_few_is_found(draft: Draft, results: dict[str, tuple[Examined, tuple[Page, ...]]]):
    pages = results["as placed"][1]
    assert kinds(compare(draft.deck, pages[1:], characters(USUAL)).faults) == {"pages"}
    small = tuple(page._replace(width=720.0) for page in pages)
    assert "pages" in kinds(compare(draft.deck, small, characters(USUAL)).faults)


def test_words_that_nobody_placed_are_found(draft: Draft, results: dict[str, tuple[Examined, tuple[Page, ...]]]):
    first, *rest = results["as placed"][1]
    stranger = first.glyphs[0]._replace(char="乙", left=400, right=420, top=500, bottom=520)
    pages = (first._replace(glyphs=(*first.glyphs, stranger)), *rest)
    assert kinds(compare(draft.deck, pages, characters(USUAL)).faults) == {"strange"}


def kinds(faults: list[Fault]) -> set[str]:
    return {fault.kind for fault in faults}


def test_lines_are_told_apart_and_compared_with_the_measured_ones(
    draft: Draft, results: dict[str, tuple[Examined, tuple[Page, ...]]]
):
    examined, pages = results["as placed"]
    assert examined.measured.equal > 50
    assert examined.measured.more == 0
    assert examined.measured.height_over == 0

    def one_line(item: Placed) -> Placed:
        return item._replace(
            text=item.text._replace(paragraphs=tuple(p._replace(lines=1) for p in item.text.paragraphs))
        )

    found = compare(changed(draft.deck, PlacedShape, one_line), pages, characters(USUAL)).measured
    assert (found.more, found.height_over > 0) == (1, True)
