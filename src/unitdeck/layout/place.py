"""Slide plans into placed pages. Entry: :func:`place`."""

from __future__ import annotations

from bisect import bisect_left
from collections import Counter
from typing import NamedTuple

from unitdeck.base.diagnostics import Diagnostic, Span, warning
from unitdeck.base.units import emu
from unitdeck.layout.pages import paginate
from unitdeck.layout.placed import Anchor, Placed, PlacedDeck, PlacedShape, PlacedSlide, PlacedText
from unitdeck.layout.sheet import Setting, Sheet
from unitdeck.layout.stack import draw_stack
from unitdeck.plan.blocks import DeckPlan, SlidePlan
from unitdeck.plan.speech import minutes, rounded
from unitdeck.template.pack import LayoutInfo, Placeholder, TemplatePack

DENSITY_STEPS = 8
CLIPPED = "……"
ROUNDING = emu(0.5)  # line heights are whole half points: two lines may be so much higher than their area
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
    """A page of a slide: ``part`` n of m; ``ending`` 「（2/3）」 ends its title where there are several."""

    slide: SlidePlan
    layout: LayoutInfo
    ending: str = ""
    body: tuple[Placed, ...] = ()
    part: tuple[int, int] = (1, 1)
    density: float = 0.0
    overfull: bool = False

    @property
    def title(self) -> str:
        return self.slide.title + self.ending


def place(plan: DeckPlan, pack: TemplatePack, file: str) -> PlacedResult:
    """Return every page of a deck, text measured and fitted.

    ``file`` is the outline's name for diagnostics. What cannot be made to fit at the least legible size is reported
    (UD401), never dropped. Raises KeyError for a layout that the pack lacks: expanding refuses such a plan.
    """
    sheet = Sheet(pack.style, 0.0, plan.lang, {})
    layouts = {layout.name: layout for layout in pack.layouts}
    pages: list[_Page] = []
    diagnostics: list[Diagnostic] = []
    for slide in plan.slides:
        added = _pages(slide, layouts[slide.layout], sheet)
        pages += added
        if added[0].overfull:
            diagnostics.append(warning("UD401", Span(file), slide=slide.title))
    clipped: dict[str, str] = {}
    slides = tuple(_slide(page, number, len(pages), plan, sheet, clipped) for number, page in enumerate(pages, 1))
    diagnostics += [warning("UD401", Span(file), slide=title) for title in dict.fromkeys(clipped.values())]
    deck = PlacedDeck(slides, pack.size, plan.title, plan.author, plan.lang, plan.stamp)
    return PlacedResult(deck, tuple(diagnostics))


def _pages(slide: SlidePlan, layout: LayoutInfo, sheet: Sheet) -> list[_Page]:
    area = layout.placeholder("body")
    if area is None or not slide.blocks:
        return [_Page(slide, layout)]
    box = area.box
    laid = paginate(slide.blocks, box.cx, box.cy, sheet)
    count = len(laid.pages)
    pattern = "" if count == 1 else "（{}/{}）" if sheet.lang == "zh" else " ({}/{})"
    return [
        _Page(
            slide,
            layout,
            pattern.format(index, count),
            draw_stack(blocks, box, laid.sheet),
            (index, count),
            laid.sheet.density,
            laid.overfull,
        )
        for index, blocks in enumerate(laid.pages, 1)
    ]


def _slide(page: _Page, number: int, total: int, plan: DeckPlan, sheet: Sheet, clipped: dict[str, str]) -> PlacedSlide:
    """Return a page; what its areas cannot hold stands whole in its notes, and in ``clipped`` (text → page)."""
    slide, layout = page.slide, page.layout
    texts = {
        "title": slide.title,
        "kicker": slide.kicker,
        "source": slide.source,
        "footer": plan.footer,
        "number": f"{number} / {total}",
        **dict(slide.fields),
    }
    head: list[Placed] = []
    foot: list[Placed] = []
    whole: list[str] = []
    overfull = page.overfull
    for placeholder in layout.placeholders:
        text = texts.get(placeholder.key, "")
        if text:
            ending = page.ending if placeholder.key == "title" else ""
            shape, fits = _fill(placeholder, text, ending, layout.name, sheet)
            overfull = overfull or not fits
            if not fits and text not in clipped:
                clipped[text] = page.title
                whole.append(f"【{' '.join(text.split())}】")
            (foot if placeholder.key in {"source", "footer", "number"} else head).append(shape)
    head.sort(key=lambda shape: getattr(shape, "placeholder", "") != "title")
    words = sheet.style.words[sheet.lang]
    script = slide.script if page.part[0] == 1 else (f"【{words['continued']}】",)
    time = rounded(minutes(script, sheet.style.characters_per_minute))
    notes = (f"【{words['minutes'].replace('{minutes}', str(time))}】", *script, *whole)
    items = _unique((*head, *page.body, *foot))
    return PlacedSlide(
        slide.id, layout.name, page.title, items, notes, number, total, page.density, page.part, overfull
    )


def _fill(placeholder: Placeholder, text: str, ending: str, layout: str, sheet: Sheet) -> tuple[PlacedShape, bool]:
    """Text and its ending in a placeholder, at the largest size that fits its box; whether the text is all there.

    What does not fit at the least legible size is clipped before the ending.
    """
    role = _ROLES.get((layout, placeholder.key)) or (
        placeholder.key if placeholder.key in sheet.style.sizes else "footer"
    )
    tight = placeholder.key in {"title", "kicker", "source", "footer", "number"}
    spacing = TITLE_SPACING if placeholder.key == "title" else TIGHT_SPACING if tight else 0.0
    left, top, right, bottom = placeholder.insets
    inner = placeholder.box.inset(left, top, right, bottom)
    room = inner.cy + ROUNDING

    def at(step: int, words: str) -> Setting:
        dense = sheet._replace(density=step / DENSITY_STEPS)
        return dense.set(words, role, inner.cx, bold=placeholder.bold, color="", spacing=spacing)

    def too_high(length: int) -> bool:
        return at(DENSITY_STEPS, text[:length].rstrip() + CLIPPED + ending).height > room

    sizes = (at(step, text + ending) for step in range(DENSITY_STEPS + 1))
    setting = next((size for size in sizes if size.height <= room), None)
    fits = setting is not None
    if setting is None:
        most = bisect_left(range(len(text)), True, lo=1, key=too_high) - 1
        setting = at(DENSITY_STEPS, text[:most].rstrip() + CLIPPED + ending)
    shape = PlacedShape(
        placeholder.key.capitalize(),
        placeholder.box,
        text=PlacedText(setting.paragraphs, _anchor(placeholder), placeholder.insets),
        placeholder=placeholder.key,
    )
    return shape, fits


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
