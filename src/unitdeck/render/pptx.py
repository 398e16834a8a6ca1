"""A placed deck and a compiled template become the bytes of a .pptx. What was placed is printed; nothing is decided."""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Mapping
from functools import cache, partial
from typing import TYPE_CHECKING, NamedTuple

from unitdeck.charts.alt import alt_text
from unitdeck.charts.draw import draw, draw_pictures, is_drawn, theme_of
from unitdeck.layout.placed import Placed, PlacedChart, PlacedDeck, PlacedPicture, PlacedShape, PlacedSlide, PlacedTable
from unitdeck.ooxml.chart_frame import chart_frame
from unitdeck.ooxml.notes import notes_slide
from unitdeck.ooxml.package import Relationship, relationships, write_package
from unitdeck.ooxml.picture import drawing, picture
from unitdeck.ooxml.presentation import presentation
from unitdeck.ooxml.properties import core_properties, day_of, extended_properties
from unitdeck.ooxml.shape import placeholder, shape
from unitdeck.ooxml.slide import FIRST_SHAPE_ID, slide
from unitdeck.ooxml.table import table
from unitdeck.render.album import Album, album
from unitdeck.template.pack import LayoutInfo, Part, TemplatePack

if TYPE_CHECKING:  # loaded only where a deck has a drawn chart
    from unitdeck.charts.canvas.theme import Theme

_PML = "application/vnd.openxmlformats-officedocument.presentationml"
_XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
_CHART = "application/vnd.openxmlformats-officedocument.drawingml.chart+xml"
_MEDIA = {"jpg": "image/jpeg", "png": "image/png", "svg": "image/svg+xml"}
_SETTINGS = {"presProps", "viewProps", "tableStyles", "theme"}

_ROOT_LINKS = relationships(
    (
        Relationship("rId1", "officeDocument", "/ppt/presentation.xml"),
        Relationship(
            "rId2",
            "http://schemas.openxmlformats.org/package/2006/relationships/metadata/core-properties",
            "/docProps/core.xml",
        ),
        Relationship("rId3", "extended-properties", "/docProps/app.xml"),
    )
)


class _Gathered(NamedTuple):
    """Parts that slides lead to, in the order of their first use; media by name, so that each is stored once."""

    charts: list[Part]
    workbooks: list[Part]
    media: dict[str, Part]


class _Context(NamedTuple):
    """What an object needs of its slide: the layout, the page number, the relationships so far; and the theme.

    ``jumps`` are the pages that its links lead to, by the slides' ids.
    """

    deck: PlacedDeck
    layout: LayoutInfo
    number: int
    links: list[Relationship]
    gathered: _Gathered
    jumps: Mapping[str, int]
    album: Album
    theme: Callable[[], Theme]


def render(deck: PlacedDeck, pack: TemplatePack, pictures: Album | None = None) -> bytes:
    """Return the deck as a .pptx, the same bytes for the same deck and pack on every machine.

    ``pictures`` is the deck's album where it has been made already. All layouts are kept, used or not: a person adds
    slides later. Raises KeyError for a layout that the pack lacks, and BuildError as :func:`album`.
    """
    gathered = _Gathered([], [], {})
    pictures = pictures or album(deck)
    theme = cache(partial(theme_of, pack))
    slides: list[Part] = []
    notes: list[Part] = []
    for number, page in enumerate(deck.slides, 1):
        slides.append(_slide(page, number, deck, pack, gathered, pictures, theme))
        if page.notes:
            notes.append(_notes(page, number, deck, pack))
    parts = [
        *_document(deck, pack, slides, len(notes)),
        *slides,
        *notes,
        *gathered.charts,
        *gathered.workbooks,
        *gathered.media.values(),
        *pack.parts,
    ]
    return write_package(parts, _ROOT_LINKS)


def _document(deck: PlacedDeck, pack: TemplatePack, slides: list[Part], notes: int) -> list[Part]:
    """Return the presentation part, which leads to everything, and the document's properties."""
    settings = {part.content_type.rpartition(".")[2].removesuffix("+xml"): part for part in reversed(pack.parts)}
    targets = [("slideMaster", name) for name, _ in pack.masters]
    targets += [("slide", part.name) for part in slides]
    targets += [("notesMaster", pack.notes_master)]
    targets += [(kind, settings[kind].name) for kind in sorted(_SETTINGS & settings.keys())]
    links = [Relationship(f"rId{number}", kind, name) for number, (kind, name) in enumerate(targets, 1)]
    ids = {link.target: link.id for link in links}
    body = presentation(
        [(ids[name], number) for name, number in pack.masters],
        ids[pack.notes_master],
        [ids[part.name] for part in slides],
        deck.size,
        deck.lang,
        deck.sections,
    )
    return [
        Part("/ppt/presentation.xml", f"{_PML}.presentation.main+xml", body, relationships(links)),
        Part(
            "/docProps/core.xml",
            "application/vnd.openxmlformats-package.core-properties+xml",
            core_properties(deck.title, deck.author, deck.lang, day_of(deck.stamp)),
            b"",
        ),
        Part(
            "/docProps/app.xml",
            "application/vnd.openxmlformats-officedocument.extended-properties+xml",
            extended_properties(len(slides), notes),
            b"",
        ),
    ]


def _slide(
    page: PlacedSlide,
    number: int,
    deck: PlacedDeck,
    pack: TemplatePack,
    gathered: _Gathered,
    pictures: Album,
    theme: Callable[[], Theme],
) -> Part:
    layout = pack.layout(page.layout)
    if layout is None:
        raise KeyError(page.layout)
    links = [Relationship("rId1", "slideLayout", layout.part)]
    if page.notes:
        links.append(Relationship("rId2", "notesSlide", _notes_name(number)))
    context = _Context(deck, layout, page.number, links, gathered, dict(page.links), pictures, theme)
    # The title is read first, whatever lies under it.
    items = sorted(page.items, key=lambda item: not (isinstance(item, PlacedShape) and item.placeholder == "title"))
    objects = [_object(item, shape_id, context) for shape_id, item in enumerate(items, FIRST_SHAPE_ID)]
    return Part(_slide_name(number), f"{_PML}.slide+xml", slide(objects), relationships(links))


def _object(item: Placed, shape_id: int, on: _Context) -> str:
    if isinstance(item, PlacedShape):
        within = on.layout.placeholder(item.placeholder) if item.placeholder else None
        if within is None:
            return shape(item, shape_id, on.deck.lang, _jump(item, on))
        number = on.number if within.key == "number" else None
        return placeholder(item, shape_id, on.deck.lang, within, number)
    if isinstance(item, PlacedTable):
        return table(item, shape_id, on.deck.lang)
    if isinstance(item, PlacedChart):
        return _drawing(item, shape_id, on) if is_drawn(item) else _chart(item, shape_id, on)
    return _picture(item, shape_id, on)


def _jump(item: PlacedShape, on: _Context) -> str:
    """The id of the slide's relationship to the slide that a click leads to, '' for none."""
    page = on.jumps.get(item.link)
    # By its name within the folder of slides: LibreOffice takes any other for a document on a disk.
    return _link(on.links, "slide", _slide_name(page).rpartition("/")[2]) if page else ""


def _chart(item: PlacedChart, shape_id: int, on: _Context) -> str:
    parts = draw(item, on.deck.lang, day_of(on.deck.stamp))
    number = len(on.gathered.charts) + 1
    name, workbook = f"/ppt/charts/chart{number}.xml", f"/ppt/embeddings/workbook{number}.xlsx"
    links = relationships([Relationship("rId1", "package", workbook)])
    on.gathered.charts.append(Part(name, _CHART, parts.chart_xml.encode(), links))
    on.gathered.workbooks.append(Part(workbook, _XLSX, parts.workbook, b""))
    alt = alt_text(item.spec, on.deck.lang)
    return chart_frame(item.box, item.name, alt, shape_id, _link(on.links, "chart", name))


def _drawing(item: PlacedChart, shape_id: int, on: _Context) -> str:
    pictures = draw_pictures(item, on.deck.lang, on.theme())
    png = _link(on.links, "image", _stored(pictures.png, "png", on))
    svg = _link(on.links, "image", _stored(pictures.svg, "svg", on))
    return drawing(item.box, item.name, alt_text(item.spec, on.deck.lang), shape_id, png, svg)


def _stored(blob: bytes, ext: str, on: _Context) -> str:
    """The name of a media part of those bytes, which is there once."""
    name = f"/ppt/media/{hashlib.sha256(blob).hexdigest()[:20]}.{ext}"
    on.gathered.media.setdefault(name, Part(name, _MEDIA[ext], blob, b""))
    return name


def _picture(item: PlacedPicture, shape_id: int, on: _Context) -> str:
    image = on.album.of(item)
    name = _stored(image.blob, image.ext, on)
    return picture(item._replace(crop=image.crop), shape_id, _link(on.links, "image", name))


def _link(links: list[Relationship], kind: str, target: str) -> str:
    """Return the id of the slide's relationship to ``target``, adding it where there is none yet."""
    known = next((link.id for link in links if link.target == target), None)
    if known is None:
        known = f"rId{len(links) + 1}"
        links.append(Relationship(known, kind, target))
    return known


def _notes(page: PlacedSlide, number: int, deck: PlacedDeck, pack: TemplatePack) -> Part:
    links = (Relationship("rId1", "notesMaster", pack.notes_master), Relationship("rId2", "slide", _slide_name(number)))
    body = notes_slide(page.notes, deck.lang)
    return Part(_notes_name(number), f"{_PML}.notesSlide+xml", body, relationships(links))


def _slide_name(number: int) -> str:
    return f"/ppt/slides/slide{number}.xml"


def _notes_name(number: int) -> str:
    return f"/ppt/notesSlides/notesSlide{number}.xml"
