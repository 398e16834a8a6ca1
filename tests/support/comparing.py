"""What is wrong with rendered pages: each placed box and cell against the words as they were rendered."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import combinations
from typing import NamedTuple

from support.matching import Found, Matched, near
from support.rendering import Glyph, Page
from unitdeck.base.units import pt
from unitdeck.layout.placed import Placed, PlacedChart, PlacedDeck, PlacedPicture, PlacedShape, PlacedSlide, PlacedTable

FOOT = ("source", "footer", "number")
# How far ink may stand out, in points: letters lean out of their advance, and an accent or a bracket out of its line.
SIDE, ABOVE = 1.0, 3.0
RULE = 0.75  # how far the rule below a row may stand from its place
_TOUCH = 0.75  # so much two lines' ink may share
_CHART = 8.0  # a renderer's own labels may stand so far out of a chart's frame
_THIN = 4.0
_ACROSS = 0.9  # a rule goes over so much of its table's width, at the least


class Fault(NamedTuple):
    """Something wrong on a page: its kind, the page's number, the box or cell, and what of it."""

    kind: str
    page: int
    where: str
    what: str


def faults(deck: PlacedDeck, pages: tuple[Page, ...], matched: tuple[Matched, ...]) -> list[Fault]:
    """Return what is wrong with the pages of a deck; [] where all is well.

    Kinds: ``pages`` (another number or size), ``slide`` (ink outside the slide), ``box`` (ink outside its box or cell),
    ``footer`` (over the footer), ``overlap`` (over another block, or over its words), ``row`` (a table's row stands
    elsewhere than placed), ``lost`` (placed but not rendered), ``strange`` (rendered but not placed).
    """
    if len(pages) != len(deck.slides):
        return [Fault("pages", 0, "", f"{len(pages)} pages of {len(deck.slides)} slides")]
    found: list[Fault] = []
    for slide, page, match in zip(deck.slides, pages, matched, strict=True):
        if abs(page.width - pt(deck.size[0])) > 1 or abs(page.height - pt(deck.size[1])) > 1:
            found.append(Fault("pages", slide.number, "", f"{page.width} × {page.height}"))
        found += _page_faults(slide, page, match)
    return found


def _page_faults(slide: PlacedSlide, page: Page, match: Matched) -> Iterator[Fault]:
    for text in match.found:
        yield from _text_faults(slide, page, text)
    for table in slide.items:
        if isinstance(table, PlacedTable):
            yield from _row_faults(slide, page, table)
    yield from _overlaps(slide, match)
    frames = [item.box for item in slide.items if isinstance(item, PlacedChart | PlacedPicture)]
    if strange := [g for g in match.others if g.char != "•" and not any(near(box, g, _CHART) for box in frames)]:
        yield Fault("strange", slide.number, "", "".join(g.char for g in strange))


def _text_faults(slide: PlacedSlide, page: Page, text: Found) -> Iterator[Fault]:
    where, words = _where(text), text.written.words[:40]
    if lost := "".join(char.char for char in text.chars if char.glyph is None):
        yield Fault("lost", slide.number, where, f"{lost!r} of {words!r}")
    if not text.glyphs:
        return
    if any(g.left < 0 or g.top < 0 or g.right > page.width or g.bottom > page.height for g in text.glyphs):
        yield Fault("slide", slide.number, where, repr(words))
    side, above = ink_beyond(text)
    if side > SIDE or above > ABOVE:
        yield Fault("box", slide.number, where, f"{side:.1f} pt sideways, {above:.1f} pt up or down: {words!r}")
    foot = [item for item in slide.items if isinstance(item, PlacedShape) and item.placeholder in FOOT]
    if foot and not any(item.box == text.written.box for item in foot):
        top = min(pt(item.box.y) for item in foot)
        if over := [g for g in text.glyphs if g.bottom > top + ABOVE]:
            yield Fault("footer", slide.number, where, "".join(g.char for g in over)[:40])


def ink_beyond(text: Found) -> tuple[float, float]:
    """Return how far a text's ink stands out of its box, sideways and up or down; negative where it keeps within."""
    box, glyphs = text.written.box, text.glyphs
    return (
        max(pt(box.x) - min(g.left for g in glyphs), max(g.right for g in glyphs) - pt(box.right)),
        max(pt(box.y) - min(g.top for g in glyphs), max(g.bottom for g in glyphs) - pt(box.bottom)),
    )


def _row_faults(slide: PlacedSlide, page: Page, table: PlacedTable) -> Iterator[Fault]:
    for number, off in rules_off(page, table):
        if abs(off) > RULE:
            yield Fault("row", slide.number, f"{table.name} row {number}", f"its rule is {off:+.1f} pt off")


def rules_off(page: Page, table: PlacedTable) -> Iterator[tuple[int, float]]:
    """Yield for each row with a rule how far the rule stands below its place, in points; the nearest one counts."""
    least = _ACROSS * pt(table.box.cx)
    rules = [
        (mark.top + mark.bottom) / 2
        for mark in page.marks
        if mark.bottom - mark.top <= _THIN and mark.right - mark.left >= least
    ]
    bottom = table.box.y
    for number, row in enumerate(table.rows):
        bottom += row.height
        if row.rule and row.rule_pt > 0:
            place = pt(bottom)
            yield number, min((rule - place for rule in rules), key=abs, default=page.height)


def _overlaps(slide: PlacedSlide, match: Matched) -> Iterator[Fault]:
    """Words in another block's box, or ink over ink."""
    owners = {id(text): _owner(slide, text) for text in match.found}
    blocks = [item for item in slide.items if not isinstance(item, PlacedShape) or item.text]
    for text in match.found:
        own = owners[id(text)]
        for block in blocks:
            if block is own or block.box.overlaps(own.box):
                continue
            if over := [g for g in text.glyphs if near(block.box, g, -_TOUCH)]:
                words = "".join(g.char for g in over)[:40]
                yield Fault("overlap", slide.number, _where(text), f"{words!r} in {block.name}")
    lines = [(text, _hull([c.glyph for c in line])) for text in match.found for _, line in text.lines()]
    for (one, first), (other, second) in combinations(lines, 2):
        if one is not other and _cover(first, second):
            yield Fault(
                "overlap", slide.number, _where(one), f"{one.written.words[:20]!r} on {other.written.words[:20]!r}"
            )
    for glyph in match.others:
        for text, hull in lines:
            if _cover(_hull([glyph]), hull):
                yield Fault("overlap", slide.number, _where(text), f"{glyph.char!r} on {text.written.words[:20]!r}")


def _owner(slide: PlacedSlide, text: Found) -> Placed:
    """The shape or table whose text it is: names are unique on a page."""
    name = _where(text)
    return next(
        item
        for item in slide.items
        if name == item.name or (isinstance(item, PlacedTable) and name.startswith(f"{item.name} row "))
    )


def _where(text: Found) -> str:
    """A text's place without 「page 3」."""
    return text.written.where.split(" ", 2)[2]


def _hull(glyphs: list[Glyph]) -> tuple[float, float, float, float]:
    return (
        min(g.left for g in glyphs),
        min(g.top for g in glyphs),
        max(g.right for g in glyphs),
        max(g.bottom for g in glyphs),
    )


def _cover(one: tuple[float, float, float, float], other: tuple[float, float, float, float]) -> bool:
    return (
        min(one[2], other[2]) - max(one[0], other[0]) > _TOUCH
        and min(one[3], other[3]) - max(one[1], other[1]) > _TOUCH
    )
