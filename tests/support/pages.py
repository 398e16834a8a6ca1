"""What must hold of every placed page, whatever the outline: nothing runs out, touches, shrinks away, or is lost."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from itertools import combinations, groupby
from typing import NamedTuple

from unitdeck.base.geometry import Box
from unitdeck.base.richtext import Run
from unitdeck.base.units import emu, pt
from unitdeck.layout.breaking import count_lines
from unitdeck.layout.placed import (
    Placed,
    PlacedChart,
    PlacedDeck,
    PlacedPicture,
    PlacedShape,
    PlacedSlide,
    PlacedTable,
    PlacedText,
)
from unitdeck.template.pack import TemplatePack

_ROUNDING = emu(0.5)
_TIGHTEST = 1.15  # line height over type size, at the least


class Written(NamedTuple):
    """A text where it stands: its words, the box around it, and what is measured of it."""

    where: str
    box: Box
    text: PlacedText

    @property
    def words(self) -> str:
        return "\n".join("".join(run.text for run in paragraph.runs) for paragraph in self.text.paragraphs)

    @property
    def endings(self) -> list[str]:
        """The words from each paragraph on, from the first."""
        paragraphs = ["".join(run.text for run in paragraph.runs) for paragraph in self.text.paragraphs]
        return ["\n".join(paragraphs[start:]) for start in range(max(len(paragraphs), 1))]


def writings(slide: PlacedSlide) -> Iterator[Written]:
    """Yield every text of a page in reading order, table cells one by one."""
    for item in slide.items:
        where = f"page {slide.number} {item.name}"
        if isinstance(item, PlacedShape) and item.text:
            yield Written(where, item.box, item.text)
        elif isinstance(item, PlacedTable):
            yield from _cells(where, item)


def _cells(where: str, table: PlacedTable) -> Iterator[Written]:
    top = table.box.y
    for number, row in enumerate(table.rows):
        left = table.box.x
        for cell, width in zip(row.cells, table.widths, strict=True):
            yield Written(f"{where} row {number}", Box(left, top, width, row.height), cell.text)
            left += width
        top += row.height


def faults(deck: PlacedDeck, pack: TemplatePack) -> list[str]:
    """Return what is wrong with the pages of a deck, in words; [] where all is well."""
    found = [fault for slide in deck.slides for fault in _page_faults(slide, deck, pack)]
    numbers = [(slide.number, slide.total) for slide in deck.slides]
    if numbers != [(n, len(deck.slides)) for n in range(1, len(deck.slides) + 1)]:
        found.append(f"page numbers {numbers}")
    return found + list(_title_faults(deck))


def _page_faults(slide: PlacedSlide, deck: PlacedDeck, pack: TemplatePack) -> Iterator[str]:
    yield from _place_faults(slide, deck, pack)
    for one, other in combinations(filter(_is_seen, slide.items), 2):
        if one.box.overlaps(other.box) and not _belongs(one, other):
            yield f"page {slide.number}: {one.name} {one.box} lies over {other.name} {other.box}"
    least = {role: size.least for role, size in pack.style.sizes.items()}
    for written in writings(slide):
        yield from _text_faults(written, min(least.values()))
    for item in slide.items:
        if isinstance(item, PlacedChart) and item.size_pt < least["chart"]:
            yield f"page {slide.number}: chart labels of {item.size_pt} pt"
        if isinstance(item, PlacedChart):
            yield from _name_faults(slide, item)
        if isinstance(item, PlacedTable):
            yield from _table_faults(slide, item, least["table_text"], least["table_head"])


def _place_faults(slide: PlacedSlide, deck: PlacedDeck, pack: TemplatePack) -> Iterator[str]:
    page = Box(0, 0, *deck.size)
    layout = pack.layout(slide.layout)
    body = layout.placeholder("body") if layout else None
    for item in slide.items:
        framed = isinstance(item, PlacedShape) and item.placeholder
        if min(item.box.cx, item.box.cy) <= 0:
            yield f"page {slide.number}: {item.name} has no size: {item.box}"
        elif not page.contains(item.box):
            yield f"page {slide.number}: {item.name} leaves the slide: {item.box}"
        elif not framed and (body is None or not body.box.contains(item.box)):
            yield f"page {slide.number}: {item.name} leaves the body: {item.box}"


def _text_faults(written: Written, least_pt: float) -> Iterator[str]:
    left, top, right, bottom = written.text.insets
    room = written.box.inset(left, top, right, bottom)
    height = 0.0
    for paragraph in written.text.paragraphs:
        width = pt(room.cx) - paragraph.hang_pt
        lines = count_lines(paragraph.runs, width, paragraph.size_pt, paragraph.bold)
        if lines > paragraph.lines:
            yield f"{written.where}: {lines} lines where {paragraph.lines} were measured: {written.words[:40]!r}"
        if any(paragraph.size_pt * run.scale < least_pt for run in paragraph.runs):
            yield f"{written.where}: {paragraph.size_pt} pt"
        if paragraph.line_pt < paragraph.size_pt:
            yield f"{written.where}: lines of {paragraph.line_pt} pt for type of {paragraph.size_pt} pt"
        height += paragraph.before_pt + max(lines, paragraph.lines) * paragraph.line_pt
    if emu(height) > room.cy + _ROUNDING:
        yield f"{written.where}: text of {height:.0f} pt in {pt(room.cy):.0f} pt: {written.words[:40]!r}"


def _table_faults(slide: PlacedSlide, table: PlacedTable, text_pt: float, head_pt: float) -> Iterator[str]:
    if sum(table.widths) != table.box.cx or sum(row.height for row in table.rows) != table.box.cy:
        yield f"page {slide.number}: the table's columns and rows do not add up to its box"
    if len(table.rows) < 2:
        yield f"page {slide.number}: a table without rows"
    for number, row in enumerate(table.rows):
        least = text_pt if number else head_pt
        sizes = [p.size_pt for cell in row.cells for p in cell.text.paragraphs]
        if any(size < least for size in sizes):
            yield f"page {slide.number}: table text of {min(sizes)} pt"


def _name_faults(slide: PlacedSlide, chart: PlacedChart) -> Iterator[str]:
    """The names beside bars must not touch: each has the height of its row."""
    if not chart.label_width or not chart.spec.categories:
        return
    row = pt(chart.box.cy) / len(chart.spec.categories)
    for name in chart.spec.categories:
        lines = count_lines((Run(name),), pt(chart.label_width) - chart.size_pt, chart.size_pt, True)
        if lines > 1 and lines * chart.size_pt * _TIGHTEST > row:
            yield f"page {slide.number}: the name {name!r} takes {lines} lines in a row of {row:.0f} pt"


def _is_seen(item: Placed) -> bool:
    return not isinstance(item, PlacedShape) or bool(item.text)


def _belongs(one: Placed, other: Placed) -> bool:
    """A doughnut's total stands within its ring, a sparkline within its table."""
    chart, beside = (one, other) if isinstance(one, PlacedChart) else (other, one)
    if not isinstance(chart, PlacedChart):
        return False
    if isinstance(beside, PlacedTable):
        return chart.spec.kind == "sparkline" and _in_empty_cell(chart.box, beside)
    ring = chart.spec.kind == "doughnut" and bool(chart.spec.total)
    return ring and isinstance(beside, PlacedShape) and chart.box.contains(beside.box)


def _in_empty_cell(box: Box, table: PlacedTable) -> bool:
    """Whether a box lies within one cell that prints nothing."""
    return any(cell.box.contains(box) for cell in _cells("", table) if not cell.text.paragraphs)


def _title_faults(deck: PlacedDeck) -> Iterator[str]:
    """The pages of one slide stand together, and their titles count them; one page alone has no count."""
    for slide_id, group in groupby(deck.slides, key=lambda slide: slide.id):
        pages = list(group)
        counts = [re.search(r"(?:（| \()(\d+)/(\d+)[)）]$", page.title) for page in pages]
        if len(pages) == 1:
            if counts[0]:
                yield f"{slide_id}: one page is counted: {pages[0].title!r}"
            continue
        found = [count.groups() if count else None for count in counts]
        if found != [(str(n), str(len(pages))) for n in range(1, len(pages) + 1)]:
            yield f"{slide_id}: pages are counted {found}"


def bare(text: str) -> str:
    """Return a text without its white space and bold marks: what line breaks and cuts may not change."""
    return re.sub(r"[\s\u200b]+", "", text.replace("**", ""))


def told(deck: PlacedDeck) -> list[str]:
    """Return every text of a deck, in order: pages, chart names and labels, descriptions, then the notes.

    A text of several paragraphs is there once from each of them on: what goes on from the page before may follow a
    title that is said again.
    """
    texts: list[str] = []
    for slide in deck.slides:
        texts += [words for written in writings(slide) for words in written.endings]
        for item in slide.items:
            if isinstance(item, PlacedChart):
                texts += [*item.spec.categories, *item.spec.labels, *(series.name for series in item.spec.series)]
            if isinstance(item, PlacedPicture | PlacedTable):
                texts.append(item.alt)
    texts += [paragraph for slide in deck.slides for paragraph in slide.notes]
    return [bare(text) for text in texts]


def lost(wanted: Iterable[str], texts: list[str]) -> list[str]:
    """Return which of the wanted texts are not told: neither within one text, nor cut at the ends of several."""
    return [text for text in dict.fromkeys(wanted) if not _is_told(bare(text), texts)]


def _is_told(wanted: str, texts: list[str]) -> bool:
    return any(wanted in text for text in texts) or any(
        _goes_on(wanted[cut:], texts[index + 1 :])
        for index, text in enumerate(texts)
        for cut in range(1, len(wanted))
        if text.endswith(wanted[:cut])
    )


def _goes_on(rest: str, texts: list[str]) -> bool:
    for index, text in enumerate(texts):
        if text.startswith(rest):
            return True
        if text and rest.startswith(text) and _goes_on(rest[len(text) :], texts[index + 1 :]):
            return True
    return False
