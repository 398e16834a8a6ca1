"""Slide plans into placed pages. Entry: :func:`place`."""

import sys
from bisect import bisect_left
from collections import Counter
from functools import partial
from typing import NamedTuple

from unitdeck.base.geometry import Box
from unitdeck.base.units import emu, pt
from unitdeck.layout.links import REST as LINK_REST
from unitdeck.layout.links import linked
from unitdeck.layout.metrics import width_pt
from unitdeck.layout.orphans import evened, has_orphan
from unitdeck.layout.pages import Pages, paginate
from unitdeck.layout.placed import (
    Anchor,
    Placed,
    PlacedDeck,
    PlacedSection,
    PlacedShape,
    PlacedSlide,
    PlacedText,
)
from unitdeck.layout.sheet import Setting, Sheet, text_box
from unitdeck.layout.stack import draw_stack, stack_extent
from unitdeck.plan.blocks import Block, CalloutBlock, DeckPlan, SlidePlan
from unitdeck.plan.speech import minutes, rounded
from unitdeck.template.pack import LayoutInfo, Placeholder, TemplatePack

DENSITY_STEPS = 8
SMALLER_STEPS = 3  # so much smaller a text may be to be without a last line of one or two characters,
NARROWER_EM = 12  # or so much narrower
FOOTER_EM = 8.0  # a footer of two lines has so much more than an orphan in its second
CLIPPED = "……"
ROUNDING = emu(0.5)  # line heights are whole half points: two lines may be so much higher than their area
TITLE_SPACING = 1.2
TIGHT_SPACING = 1.25
REST = "caption"  # the role of the line that says where the rest of a slide stands

# The roles of text areas that are not called by the placeholder's key; a layout may have its own.
_ROLES = {
    ("", "back"): "kicker",
    ("title", "title"): "cover_title",
    ("title", "subtitle"): "cover_subtitle",
    ("title", "details"): "cover_details",
    ("closing", "title"): "cover_title",
    ("closing", "details"): "cover_subtitle",
    ("section", "title"): "cover_title",
    ("section", "details"): "cover_subtitle",
}


class _Page(NamedTuple):
    """A page of a slide: ``part`` n of m; ``ending`` 「（2/3）」 ends its title where there are several.

    ``rest``: how many of its slide's pages stand in the appendix, said on the last page before the cut.
    """

    slide: SlidePlan
    layout: LayoutInfo
    ending: str = ""
    body: tuple[Placed, ...] = ()
    part: tuple[int, int] = (1, 1)
    density: float = 0.0
    overfull: bool = False
    appendix: bool = False
    rest: int = 0

    @property
    def title(self) -> str:
        return self.slide.title + self.ending


def place(plan: DeckPlan, pack: TemplatePack) -> PlacedDeck:
    """Return every page of a deck, text measured and fitted.

    A page that cannot be made to fit at the least legible size is ``overfull``; nothing is dropped. Raises KeyError for
    a layout that the pack lacks: expanding refuses such a plan.
    """
    sheet = Sheet(pack.style, 0.0, plan.lang, {})
    measuring = sheet
    layouts = {layout.name: layout for layout in pack.layouts}
    pages: list[_Page] = []
    appended: list[_Page] = []
    for slide in plan.slides:
        if slide.section:  # what was measured for one section is of no use to the next: it would only fill the memory
            measuring = sheet._replace(memory={})
        added = _pages(slide, layouts[slide.layout], measuring)
        pages += (page for page in added if not page.appendix)
        appended += (page for page in added if page.appendix)
    clipped: set[str] = set()
    total, next_rest = len(pages) + len(appended), len(pages) + 1
    placed: list[PlacedSlide] = []
    for number, page in enumerate((*pages, *appended), 1):
        placed.append(_slide(page, number, total, next_rest, plan, sheet, clipped))
        next_rest += page.rest
    sections = _sections(pages, appended, plan.rest)
    return PlacedDeck(tuple(linked(placed)), pack.size, plan.title, plan.author, plan.lang, plan.stamp, sections)


def _sections(pages: list[_Page], appended: list[_Page], rest: str) -> tuple[PlacedSection, ...]:
    starts = [
        (number, page.slide.section) for number, page in enumerate(pages, 1) if page.slide.section and page.part[0] == 1
    ]
    if starts and appended and rest:
        starts.append((len(pages) + 1, rest))
    ends = [number - 1 for number, _ in starts[1:]] + [len(pages) + len(appended)]
    return tuple(PlacedSection(name, first, last) for (first, name), last in zip(starts, ends, strict=False))


def _pages(slide: SlidePlan, layout: LayoutInfo, sheet: Sheet) -> list[_Page]:
    area = layout.placeholder("body")
    if area is None or not slide.blocks:
        return [_Page(slide, layout)]
    box, blocks = area.box, slide.blocks
    most = sys.maxsize if slide.whole else sheet.style.fit.pages
    laid = paginate(blocks, box.cx, box.cy, sheet)
    if len(laid.pages) > most and isinstance(blocks[-1], CalloutBlock):
        blocks = _summed_up_first(blocks)
        laid = paginate(blocks, box.cx, box.cy, sheet)
    if len(laid.pages) <= most:
        return _numbered(slide, layout, laid, laid.pages, [box] * len(laid.pages))
    low = box.inset(0, 0, 0, sheet.lines_height(1, REST, TIGHT_SPACING) + sheet.style.gap)
    if stack_extent(laid.pages[most - 1], box.cx, box.cy, laid.sheet).least > low.cy:
        laid = paginate(blocks, low.cx, low.cy, sheet)
    if len(laid.pages) <= most:  # lower pages may be cut at other places, with the same type or smaller
        return _numbered(slide, layout, laid, laid.pages, [low] * len(laid.pages))
    rest = laid.pages[most:]
    *here, last = _numbered(slide, layout, laid, laid.pages[:most], [*[box] * (most - 1), low])
    moved = slide._replace(title=sheet.style.words[sheet.lang]["appendix"] + slide.title)
    later = _numbered(moved, layout, laid, rest, [box] * len(rest))
    return [*here, last._replace(rest=len(rest)), *(page._replace(appendix=True) for page in later)]


def _summed_up_first(blocks: tuple[Block, ...]) -> tuple[Block, ...]:
    """A sentence that closes a slide goes before what it sums up: at the end it would stand in the appendix."""
    return (*blocks[:-2], blocks[-1], *blocks[-2:-1])


def _numbered(
    slide: SlidePlan, layout: LayoutInfo, laid: Pages, pages: tuple[tuple[Block, ...], ...], boxes: list[Box]
) -> list[_Page]:
    count = len(pages)
    pattern = "" if count == 1 else "（{}/{}）" if laid.sheet.lang == "zh" else " ({}/{})"
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
        for index, (blocks, box) in enumerate(zip(pages, boxes, strict=True), 1)
    ]


def _rest(page: _Page, area: Box, first: int, sheet: Sheet) -> tuple[PlacedShape, str]:
    """Where the rest of a slide stands, at the foot of its last page before the cut; and its words."""
    dash = "—" if sheet.lang == "zh" else "–"
    words = sheet.style.words[sheet.lang]
    wording, pages = words["rest_one"], str(first)
    if page.rest > 1:
        wording, pages = words["rest"], f"{first}{dash}{first + page.rest - 1}"
    said = wording.replace("{pages}", pages)
    setting = sheet.set(said, REST, area.cx, color="sub", spacing=TIGHT_SPACING)
    top = area.bottom - setting.height
    return text_box("Rest", Box(area.x, top, area.cx, setting.height), setting, "b"), said


def _slide(
    page: _Page, number: int, total: int, next_rest: int, plan: DeckPlan, sheet: Sheet, clipped: set[str]
) -> PlacedSlide:
    """Return a page; what its areas cannot hold stands whole in its notes, once a deck (``clipped``).

    ``next_rest`` is the page on which its rest begins, if it has one.
    """
    slide, layout = page.slide, page.layout
    texts = {
        "title": slide.title,
        "kicker": slide.kicker,
        "source": slide.source,
        "footer": slide.footer or plan.footer,
        "number": f"{number} / {total}",
        **dict(slide.fields),
    }
    links = dict(slide.links)
    head: list[Placed] = []
    foot: list[Placed] = []
    whole: list[str] = []
    overfull = page.overfull
    for placeholder in layout.placeholders:
        text = texts.get(placeholder.key, "")
        if text:
            ending = page.ending if placeholder.key == "title" else ""
            fill = partial(_fill, placeholder, text, ending, layout.name, sheet)
            shape, fits = sheet.ever(f"{ending} ends {text}", placeholder, 0, fill)
            overfull = overfull or not fits
            if not fits and text not in clipped:
                clipped.add(text)
                whole.append(f"【{' '.join(text.split())}】")
            (foot if placeholder.key in {"source", "footer", "number"} else head).append(shape)
            if placeholder.key in links:
                foot.append(PlacedShape("Link", placeholder.box, alt=text, link=links[placeholder.key]))
    head.sort(key=lambda shape: getattr(shape, "placeholder", "") != "title")
    body = page.body
    notes = [*_spoken(page, sheet), *whole]
    area = layout.placeholder("body")
    if page.rest and area:
        line, said = _rest(page, area.box, next_rest, sheet)
        body = (*body, line, PlacedShape("Link", line.box, alt=said, link=slide.id + LINK_REST))
        notes.append(f"【{said}】")
    return PlacedSlide(
        slide.id,
        layout.name,
        page.title,
        _unique((*head, *body, *foot)),
        tuple(notes),
        number,
        total,
        page.density,
        page.part,
        overfull,
        page.appendix,
    )


def _spoken(page: _Page, sheet: Sheet) -> tuple[str, ...]:
    """The script with the minutes that it takes, on the first page of a slide; else why nothing is said."""
    words = sheet.style.words[sheet.lang]
    if page.appendix:
        return (f"【{words['not_spoken']}】",)
    if page.part[0] > 1:
        return (f"【{words['continued']}】",)
    time = rounded(minutes(page.slide.script, sheet.style.characters_per_minute))
    return (f"【{words['minutes'].replace('{minutes}', str(time))}】", *page.slide.script)


def _fill(placeholder: Placeholder, text: str, ending: str, layout: str, sheet: Sheet) -> tuple[PlacedShape, bool]:
    """Text and its ending in a placeholder, at the largest size that fits its box; whether the text is all there.

    What does not fit at the least legible size is clipped before the ending.
    """
    key = placeholder.key
    role = _ROLES.get((layout, key)) or _ROLES.get(("", key)) or (key if key in sheet.style.sizes else "footer")
    tight = key in {"title", "kicker", "source", "footer", "number", "back"}
    spacing = TITLE_SPACING if placeholder.key == "title" else TIGHT_SPACING if tight else 0.0
    left, top, right, bottom = placeholder.insets
    inner = placeholder.box.inset(left, top, right, bottom)
    room = inner.cy + ROUNDING

    def at(step: int, words: str, width: int = inner.cx) -> Setting:
        dense = sheet._replace(density=step / DENSITY_STEPS) if step else sheet
        width = _untracked(width, words, dense.size_pt(role), placeholder)
        return dense.set(words, role, width, bold=placeholder.bold, color="", spacing=spacing)

    def too_high(length: int) -> bool:
        return at(DENSITY_STEPS, text[:length].rstrip() + CLIPPED + ending).height > room

    said, width = text + ending, inner.cx
    steps = range(DENSITY_STEPS + 1)
    step = next((step for step in steps if (setting := at(step, said)).height <= room), None)
    first = DENSITY_STEPS if step is None else step
    if step is None:
        most = bisect_left(range(len(text)), True, lo=1, key=too_high) - 1
        said = text[:most].rstrip() + CLIPPED + ending
        setting = at(first, said)
    tail = width_pt(ending, 1.0, placeholder.bold) if ending else FOOTER_EM if role == "footer" else 0.0
    if has_orphan(setting, width, tail):
        sizes = range(first + 1, min(first + SMALLER_STEPS, DENSITY_STEPS) + 1)
        smaller = next((size for size in sizes if not has_orphan(at(size, said), inner.cx, tail)), None)
        if smaller is not None:
            setting = at(smaller, said)
        else:
            setting, width = evened(lambda narrower: at(first, said, narrower), inner.cx, NARROWER_EM, tail)
    shape = PlacedShape(
        placeholder.key.capitalize(),
        placeholder.box,
        text=PlacedText(setting.paragraphs, _anchor(placeholder), _narrowed(placeholder, inner.cx - width)),
        placeholder=placeholder.key,
    )
    return shape, step is not None


def _untracked(width: int, text: str, size_pt: float, placeholder: Placeholder) -> int:
    """The width (EMU) in which a text takes as many lines as in ``width`` with the space between its letters."""
    if placeholder.tracking_pt <= 0:
        return width
    plain = width_pt(text, size_pt, placeholder.bold)
    tracked = plain + len(text) * placeholder.tracking_pt
    if tracked <= pt(width):
        return width
    # Lines with more narrow letters than others have more of that space: an em is kept for them.
    return int(width * plain / tracked) - emu(size_pt)


def _narrowed(placeholder: Placeholder, less: int) -> tuple[int, int, int, int]:
    """The insets that make a placeholder's text so much narrower, on the side where its lines end."""
    left, top, right, bottom = placeholder.insets
    before = {"l": 0, "ctr": less // 2}.get(placeholder.align, less)
    return left + before, top, right + less - before, bottom


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
