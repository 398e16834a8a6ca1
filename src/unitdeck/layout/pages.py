"""Blocks onto pages: as few as the legible sizes allow, then as large as that number allows, then balanced."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import NamedTuple

from unitdeck.layout.blocks.table_sparks import without_sparklines
from unitdeck.layout.sheet import Sheet
from unitdeck.layout.stack import KINDS
from unitdeck.plan.blocks import Block, CalloutBlock, ColumnsBlock, TableBlock, TextBlock

PREFERRED, LEAST = 0.0, 1.0  # densities (see Sheet)
LARGER, SMALLER = (-1.0, -0.5), (0.5, LEAST)
_CAP_STEPS = 5  # halvings when pages are balanced: finer than a table row


class Pages(NamedTuple):
    """Blocks by page at one density. ``overfull`` says that a block is higher than a page and cannot be cut."""

    pages: tuple[tuple[Block, ...], ...]
    sheet: Sheet
    overfull: bool


def paginate(stack: Sequence[Block], width: int, height: int, sheet: Sheet) -> Pages:
    """Return the pages of a slide's blocks for a body of that size (EMU).

    Optional columns of sparklines yield: a line that says how it went is worth neither smaller type nor another page.
    """
    laid = _laid(stack, width, height, sheet)
    plain = [_without_sparklines(block) for block in stack]
    if plain == list(stack):
        return laid
    bare = _laid(plain, width, height, sheet)
    as_good = len(laid.pages) <= len(bare.pages) and laid.sheet.density <= bare.sheet.density
    return laid if as_good and laid.overfull <= bare.overfull else bare


def _without_sparklines(block: Block) -> Block:
    match block:
        case TableBlock():
            return without_sparklines(block)
        case ColumnsBlock():
            return block._replace(columns=tuple(tuple(map(_without_sparklines, column)) for column in block.columns))
    return block


def _laid(stack: Sequence[Block], width: int, height: int, sheet: Sheet) -> Pages:
    tried: dict[float, Pages] = {}

    def at(density: float) -> Pages:
        if density not in tried:
            tried[density] = _flow(stack, width, height, sheet._replace(density=density), height)
        return tried[density]

    largest = _largest(lambda density: len(at(density).pages) == 1 and not at(density).overfull)
    if largest is not None:
        return at(largest)
    least = at(LEAST)
    largest = _largest(
        lambda density: len(at(density).pages) <= len(least.pages) and at(density).overfull <= least.overfull
    )
    return _balance(stack, width, height, at(LEAST if largest is None else largest))


def _introduces(block: Block) -> bool:
    """Whether a block is a heading of what follows: a sentence that matters, or a paragraph without a bullet."""
    return isinstance(block, CalloutBlock) or (
        isinstance(block, TextBlock) and not block.bullets and len(block.paragraphs) == 1
    )


def _lenient(sheet: Sheet) -> Sheet:
    """The sheet for a split that may leave a single part."""
    style = sheet.style
    return sheet._replace(style=style._replace(fit=style.fit._replace(least_rows=1)))


def _largest(fits: Callable[[float], bool]) -> float | None:
    """Return the density of the largest type that fits, tried from the preferred one; None where none does."""
    if fits(PREFERRED):
        return next((density for density in LARGER if fits(density)), PREFERRED)
    return next((density for density in SMALLER if fits(density)), None)


def _balance(stack: Sequence[Block], width: int, height: int, pages: Pages) -> Pages:
    """The lowest fill that keeps the number of pages, so that no page ends with one orphan row."""
    low, high, best = height // 3, height, pages
    for _ in range(_CAP_STEPS):
        cap = (low + high) // 2
        trial = _flow(stack, width, height, pages.sheet, cap)
        if len(trial.pages) <= len(pages.pages) and trial.overfull <= pages.overfull:
            best, high = trial, cap
        else:
            low = cap
    return best


def _flow(stack: Sequence[Block], width: int, height: int, sheet: Sheet, cap: int) -> Pages:
    """Fill page after page up to ``cap``; only a block that cannot be cut may go on to ``height``."""
    queue = list(stack)
    pages: list[list[Block]] = [[]]
    used, overfull = 0, False
    while queue:
        block = queue.pop(0)
        gap = sheet.style.gap if pages[-1] else 0
        kind = KINDS[type(block)]
        need = kind.measure(block, width, height, sheet).least
        if need > height and isinstance(block, ColumnsBlock):
            queue[:0] = [inner for column in block.columns for inner in column]
            continue
        if used + gap + need <= cap:
            pages[-1].append(block)
            used += gap + need
            continue
        parts = kind.split(block, width, cap - used - gap, height, sheet) if cap > used + gap else None
        if parts is None and pages[-1] and all(map(_introduces, pages[-1])) and height > used + gap:
            # Rather one row under its heading than a heading alone.
            parts = kind.split(block, width, height - used - gap, height, _lenient(sheet))
        if parts is not None:
            pages[-1].append(parts[0])
            queue.insert(0, parts[1])
        elif pages[-1]:
            queue.insert(0, block)
            if len(pages[-1]) > 1 and isinstance(pages[-1][-1], TextBlock) and _introduces(pages[-1][-1]):
                queue.insert(0, pages[-1].pop())
        elif need <= height:
            pages[-1].append(block)
            used += need
            continue
        else:
            parts = kind.split(block, width, height, height, sheet)
            if parts is not None:
                pages[-1].append(parts[0])
                queue.insert(0, parts[1])
            else:
                pages[-1].append(block)
                overfull = True
        pages.append([])
        used = 0
    filled = tuple(tuple(page) for page in pages if page)
    return Pages(filled or ((),), sheet, overfull)
