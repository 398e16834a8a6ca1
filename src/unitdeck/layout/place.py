"""Slide plans into placed pages. Entry: :func:`place`."""

from __future__ import annotations

from collections import Counter
from typing import NamedTuple

from unitdeck.base.diagnostics import Diagnostic, Span, warning
from unitdeck.layout.pages import paginate
from unitdeck.layout.placed import Anchor, Placed, PlacedDeck, PlacedShape, PlacedSlide, PlacedText
from unitdeck.layout.sheet import Setting, Sheet
from unitdeck.layout.stack import draw_stack
from unitdeck.plan.blocks import DeckPlan, SlidePlan
from unitdeck.plan.speech import minutes, rounded
from unitdeck.template.pack import LayoutInfo, Placeholder, TemplatePack

DENSITY_STEPS = 8
TITLE_SPACING = 1.2
TIGHT_SPACING = 1.25

# The roles of text areas by the placeholder's key; a layout may prefix them (cover_title on the layout 'title').
_ROLES = {
    ("title", "title"): "cover_title",
    ("title", "subtitle"): "cover_subtitle",
    ("title", "details"): "cover_details",
    ("closing", "title"): "cover_title",
    ("closing", "details"): "cover_subtitle",
    ("section", "title"): "cover_title",
    ("section", "details"): "cover_subtitle",
}


class PlacedResult(NamedTuple):
    """The placed deck and what was doubtful about placing it (UD4xx)."""

    deck: PlacedDeck
    diagnostics: tuple[Diagnostic, ...]


class _Page(NamedTuple):
    slide: SlidePlan
    layout: LayoutInfo
    title: str
    body: tuple[Placed, ...]
    first: bool


def place(plan: DeckPlan, pack: TemplatePack, file: str) -> PlacedResult:
    """Return every page of a deck, text measured and fitted.

    ``file`` is the outline's name for diagnostics. What cannot be made to fit at the least legible size is reported
    (UD401), never dropped.
    """
    sheet = Sheet(pack.style, 0.0, plan.lang, {})
    pages: list[_Page] = []
    diagnostics: list[Diagnostic] = []
    for slide in plan.slides:
        layout = pack.layout(slide.layout) or pack.layouts[0]
        added, overfull = _pages(slide, layout, sheet)
        pages += added
        if overfull:
            diagnostics.append(warning("UD401", Span(file), slide=slide.title))
    slides = tuple(_slide(page, number, len(pages), plan, sheet) for number, page in enumerate(pages, 1))
    deck = PlacedDeck(slides, pack.size, plan.title, plan.author, plan.lang, plan.stamp)
    return PlacedResult(deck, tuple(diagnostics))


def _pages(slide: SlidePlan, layout: LayoutInfo, sheet: Sheet) -> tuple[list[_Page], bool]:
    area = layout.placeholder("body")
    if area is None or not slide.blocks:
        return [_Page(slide, layout, slide.title, (), True)], False
    box = area.box
    laid = paginate(slide.blocks, box.cx, box.cy, sheet)
    count = len(laid.pages)
    return [
        _Page(
            slide,
            layout,
            f"{slide.title}（{index}/{count}）" if count > 1 else slide.title,
            draw_stack(blocks, box, laid.sheet),
            index == 1,
        )
        for index, blocks in enumerate(laid.pages, 1)
    ], laid.overfull


def _slide(page: _Page, number: int, total: int, plan: DeckPlan, sheet: Sheet) -> PlacedSlide:
    slide, layout = page.slide, page.layout
    texts = {
        "title": page.title,
        "kicker": slide.kicker,
        "source": slide.source,
        "footer": plan.footer,
        "number": f"{number} / {total}",
        **dict(slide.fields),
    }
    head: list[Placed] = []
    foot: list[Placed] = []
    for placeholder in layout.placeholders:
        text = texts.get(placeholder.key, "")
        if text:
            shape = _fill(placeholder, text, layout.name, sheet)
            (foot if placeholder.key in {"source", "footer", "number"} else head).append(shape)
    head.sort(key=lambda shape: getattr(shape, "placeholder", "") != "title")
    words = sheet.style.words[sheet.lang]
    script = slide.script if page.first else (f"{words['continued']}{page.title}",)
    time = rounded(minutes(script, sheet.style.characters_per_minute))
    notes = (f"【{words['minutes'].format(minutes=time)}】", *script)
    return PlacedSlide(slide.id, layout.name, page.title, _unique((*head, *page.body, *foot)), notes, number, total)


def _fill(placeholder: Placeholder, text: str, layout: str, sheet: Sheet) -> PlacedShape:
    """Text in a placeholder: the largest size that fits its box, never under the least."""
    role = _ROLES.get((layout, placeholder.key)) or (
        placeholder.key if placeholder.key in sheet.style.sizes else "footer"
    )
    tight = placeholder.key in {"title", "kicker", "source", "footer", "number"}
    left, top, right, bottom = placeholder.insets
    inner = placeholder.box.inset(left, top, right, bottom)
    setting = Setting((), 0)
    for step in range(DENSITY_STEPS + 1):
        at = sheet._replace(density=step / DENSITY_STEPS)
        setting = at.set(
            text,
            role,
            inner.cx,
            bold=placeholder.bold,
            color="",
            spacing=TITLE_SPACING if placeholder.key == "title" else TIGHT_SPACING if tight else 0.0,
        )
        if setting.height <= inner.cy:
            break
    return PlacedShape(
        placeholder.key.capitalize(),
        placeholder.box,
        text=PlacedText(setting.paragraphs, _anchor(placeholder), placeholder.insets),
        placeholder=placeholder.key,
    )


def _anchor(placeholder: Placeholder) -> Anchor:
    return "ctr" if placeholder.anchor == "ctr" else "b" if placeholder.anchor == "b" else "t"


def _unique(items: tuple[Placed, ...]) -> tuple[Placed, ...]:
    """Give every item of a page a name of its own."""
    seen: Counter[str] = Counter()
    named: list[Placed] = []
    for item in items:
        seen[item.name] += 1
        count = seen[item.name]
        named.append(item if count == 1 else item._replace(name=f"{item.name} ({count})"))
    return tuple(named)
