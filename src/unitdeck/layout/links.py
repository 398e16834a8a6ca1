"""On which pages links end: slides are named by their ids, and have pages only when all of them are placed."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from unitdeck.layout.placed import PlacedShape, PlacedSlide

REST = "/rest"  # after a slide's id: its pages in the appendix


def linked(pages: Sequence[PlacedSlide]) -> Iterator[PlacedSlide]:
    """Yield the pages with ``links``: for each slide that a page leads to, the number of one of its pages.

    That is the slide's first page, or the first of its pages that leads back: from a divider to the page of the agenda
    that names the unit. A slide that is not there has no number.
    """
    wanted = [_wanted(page) for page in pages]
    first: dict[str, int] = {}
    back: dict[tuple[str, str], int] = {}
    for page, targets in zip(pages, wanted, strict=True):
        first.setdefault(page.id + REST if page.appendix else page.id, page.number)
        for target in targets:
            back.setdefault((page.id, target), page.number)
    for page, targets in zip(pages, wanted, strict=True):
        ends = ((target, back.get((target, page.id), first.get(target, 0))) for target in targets)
        yield page._replace(links=tuple((target, number) for target, number in ends if number)) if targets else page


def _wanted(page: PlacedSlide) -> tuple[str, ...]:
    return tuple(dict.fromkeys(item.link for item in page.items if isinstance(item, PlacedShape) and item.link))
