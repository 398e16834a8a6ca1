"""Compile ``base.pptx`` into a :class:`TemplatePack`: the parts to copy, and what a writer must know of its layouts.

Runs once a template (see :mod:`unitdeck.template.cache`). What an organiser's file may hold is limited: no macros, no
embedded or linked objects, no addresses outside the file; hyperlinks are dropped. The pack goes into every unit's deck.
"""

from __future__ import annotations

import io
from collections.abc import Iterator, Mapping
from itertools import count
from pathlib import Path
from typing import Any, TypeAlias

import pptx
from lxml import etree

from unitdeck.base.archives import pack
from unitdeck.base.diagnostics import BuildError, Span, error
from unitdeck.base.geometry import Box
from unitdeck.template.pack import LayoutInfo, Part, Placeholder, TemplatePack
from unitdeck.template.package_check import read_package
from unitdeck.template.style import Style

BASE = "base.pptx"
MOST_LAYOUTS = 500  # of all masters

# Masters and layouts share one space of ids, which starts here (ECMA-376 part 1, ST_SlideMasterId).
_FIRST_MASTER_ID = 2**31
_KEYS = {
    "title": "title",
    "ctrTitle": "title",
    "subTitle": "subtitle",
    "ftr": "footer",
    "sldNum": "number",
    "dt": "date",
}
_MASTER_TYPES = {"title": "title", "ctrTitle": "title", "dt": "dt", "ftr": "ftr", "sldNum": "sldNum"}
_TEXT_STYLES = {"title": "p:titleStyle", "body": "p:bodyStyle"}
_R = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_DEFAULT_INSETS = {"lIns": 91_440, "tIns": 45_720, "rIns": 91_440, "bIns": 45_720}
_DEFAULT_SIZE = 1800
_DECK_TYPES = ("slideMaster", "notesMaster", "presProps", "viewProps", "tableStyles")
_PART_TYPES = ("slideMaster", "slideLayout", "theme", "themeOverride", "image", "hdphoto", "tags")

# python-pptx and lxml carry no types.
_Element: TypeAlias = Any
_OpcPart: TypeAlias = Any
_Relation: TypeAlias = Any
_Deck: TypeAlias = Any
_SlideLayout: TypeAlias = Any


def compile_pack(
    folder: Path, name: str, version: str, style: Style, *, files: Mapping[str, str], digest: str
) -> TemplatePack:
    """Return the compiled template of ``folder``, whose ``base.pptx`` is read here.

    Example slides, parts that nothing uses and view settings of the last editor are left behind; master and layout
    ids are numbered anew; a notes master is made where there is none. Raises BuildError (UD530–UD536, UD550–UD552).
    """
    path = folder / BASE
    deck = _open(path)
    _refuse_too_many(deck, path)
    notes_master = deck.notes_master.part
    masters = tuple(master.part for master in deck.slide_masters)
    for master in deck.slide_masters:
        _drop_unlisted_layouts(master.part)
    numbered = _number(masters)
    parts = _collect(deck.part, path)
    return TemplatePack(
        name=name,
        version=version,
        digest=digest,
        size=(deck.slide_width, deck.slide_height),
        parts=tuple(Part(str(part.partname), part.content_type, part.blob, _rels(part)) for part in parts),
        masters=tuple((str(part.partname), number) for part, number in numbered),
        notes_master=str(notes_master.partname),
        layouts=tuple(_layout(layout) for master in deck.slide_masters for layout in master.slide_layouts),
        style=style,
        files=dict(files),
    )


def _open(path: Path) -> _Deck:
    span = Span(str(path))
    try:
        blob = path.read_bytes()
    except OSError as problem:
        raise BuildError((error("UD530", span, reason=problem.strerror or str(problem)),)) from problem
    parts = read_package(blob, span)
    try:
        return pptx.Presentation(io.BytesIO(pack(parts)))
    except (
        etree.XMLSyntaxError,
        pptx.exc.PythonPptxError,
        AttributeError,
        KeyError,
        ValueError,
    ) as problem:
        raise BuildError((error("UD531", span, reason=str(problem)),)) from problem


def _refuse_too_many(deck: _Deck, path: Path) -> None:
    """Refuse more layouts than anyone could choose from: each goes into every deck."""
    found = sum(len(master.slide_layouts) for master in deck.slide_masters)
    if found > MOST_LAYOUTS:
        raise BuildError((error("UD552", Span(str(path)), found=found, most=MOST_LAYOUTS),))


def _drop_unlisted_layouts(master: _OpcPart) -> None:
    """A layout that its master does not list is dead: PowerPoint repairs a file that carries one."""
    listed = {item.rId for item in master._element.xpath("p:sldLayoutIdLst/p:sldLayoutId")}
    for rel_id, rel in list(master.rels.items()):
        if _kind(rel) == "slideLayout" and rel_id not in listed:
            master.rels.pop(rel_id)


def _number(masters: tuple[_OpcPart, ...]) -> list[tuple[_OpcPart, int]]:
    numbers = count(_FIRST_MASTER_ID)
    numbered = []
    for master in masters:
        numbered.append((master, next(numbers)))
        for item in master._element.xpath("p:sldLayoutIdLst/p:sldLayoutId"):
            item.set("id", str(next(numbers)))
    return numbered


def _collect(deck: _OpcPart, path: Path) -> list[_OpcPart]:
    """Return all parts that masters, notes master and settings reach, each once, masters first."""
    found: dict[str, _OpcPart] = {}
    waiting = [
        rel.target_part
        for kind in _DECK_TYPES
        for rel in _in_order(deck)
        if _kind(rel) == kind and not (kind == "viewProps" and len(rel.target_part.rels))
    ]
    while waiting:
        part = waiting.pop(0)
        if str(part.partname) in found:
            continue
        found[str(part.partname)] = part
        _drop_jumps(part)
        _refuse_incomplete(part, path)
        _refuse_foreign(part, path)
        waiting += [rel.target_part for rel in _in_order(part)]
    return list(found.values())


def _drop_jumps(part: _OpcPart) -> None:
    """Take out what a click or a pointer would start (ISO/IEC 29500-1 §21.1.2.3.5): addresses, programs, jumps.

    A logo that links to a site is common in an organisation's own file, and looks the same without it.
    """
    if hasattr(part, "_element"):
        for jump in part._element.xpath("//*[self::a:hlinkClick or self::a:hlinkHover or self::a:hlinkMouseOver]"):
            jump.getparent().remove(jump)


def _refuse_foreign(part: _OpcPart, path: Path) -> None:
    """Refuse links to the outside and kinds of content that a template may not hold; drop those that nothing uses."""
    blob = part.blob
    for rel in list(_in_order(part)):
        kept = not rel.is_external and _kind(rel) in _PART_TYPES
        if not kept and f'"{rel.rId}"'.encode() not in blob:
            part.rels.pop(rel.rId)
        elif rel.is_external:
            raise BuildError((error("UD534", Span(str(path)), part=str(part.partname), target=rel.target_ref),))
        elif not kept:
            raise BuildError((error("UD533", Span(str(path)), part=str(part.partname), kind=_kind(rel)),))


def _refuse_incomplete(part: _OpcPart, path: Path) -> None:
    """Refuse a part whose picture, layout or theme is not in the file: python-pptx reads on without it."""
    used = set(part._element.xpath(f"//@*[namespace-uri()='{_R}']")) if hasattr(part, "_element") else set()
    themed = any(_kind(rel) == "theme" for rel in part.rels.values())
    if not used <= part.rels.keys() or (part.content_type.endswith("slideMaster+xml") and not themed):
        raise BuildError((error("UD531", Span(str(path)), reason=str(part.partname)),))


def _in_order(part: _OpcPart) -> Iterator[_Relation]:
    return iter(sorted(part.rels.values(), key=lambda rel: (len(rel.rId), rel.rId)))


def _kind(rel: _Relation) -> str:
    return str(rel.reltype).rpartition("/")[2]


def _rels(part: _OpcPart) -> bytes:
    return bytes(part.rels.xml) if len(part.rels) else b""


def _layout(layout: _SlideLayout) -> LayoutInfo:
    master = layout.slide_master.element
    heirs = {ph.get("type", "obj"): sp for sp, ph in _placeholders(master)}
    return LayoutInfo(
        name=layout.name,
        part=str(layout.part.partname),
        placeholders=tuple(_placeholder(sp, ph, heirs, master) for sp, ph in _placeholders(layout.element)),
    )


def _placeholders(root: _Element) -> list[tuple[_Element, _Element]]:
    return [
        (sp, sp.xpath("p:nvSpPr/p:nvPr/p:ph")[0]) for sp in root.xpath("p:cSld/p:spTree/p:sp[p:nvSpPr/p:nvPr/p:ph]")
    ]


def _placeholder(sp: _Element, ph: _Element, heirs: Mapping[str, _Element], master: _Element) -> Placeholder:
    """Resolve what a slide inherits: the layout's placeholder, then the master's of that type, then its text styles."""
    kind = ph.get("type", "")
    master_type = _MASTER_TYPES.get(kind, "body")
    chain = [sp] + [heirs[master_type]] * (master_type in heirs)
    style = f"p:txStyles/{_TEXT_STYLES.get(master_type, 'p:otherStyle')}/a:lvl1pPr"
    levels = [level for each in chain for level in each.xpath("p:txBody/a:lstStyle/a:lvl1pPr")]
    levels += master.xpath(style)
    looks = [look for each in chain for look in each.xpath("p:txBody/a:lstStyle/a:lvl1pPr/a:defRPr")]
    looks += master.xpath(f"{style}/a:defRPr")
    bodies = [body for each in chain for body in each.xpath("p:txBody/a:bodyPr")]
    return Placeholder(
        key=_KEYS.get(kind) or sp.xpath("p:nvSpPr/p:cNvPr")[0].get("name").strip().lower(),
        type=kind,
        idx=int(ph.get("idx", "0")),
        box=_box(chain),
        size_pt=int(_inherited(looks, "sz", _DEFAULT_SIZE)) / 100,
        bold=_inherited(looks, "b", "0") in ("1", "true"),
        anchor=str(_inherited(bodies, "anchor", "t")),
        insets=_insets(bodies),
        align=str(_inherited(levels, "algn", "l")),
        tracking_pt=int(_inherited(looks, "spc", "0")) / 100,
    )


def _box(chain: list[_Element]) -> Box:
    for sp in chain:
        for place in sp.xpath("p:spPr/a:xfrm"):
            off, ext = place.xpath("a:off")[0], place.xpath("a:ext")[0]
            return Box(int(off.get("x")), int(off.get("y")), int(ext.get("cx")), int(ext.get("cy")))
    return Box(0, 0, 0, 0)


def _insets(bodies: list[_Element]) -> tuple[int, int, int, int]:
    left, top, right, bottom = (int(_inherited(bodies, key, default)) for key, default in _DEFAULT_INSETS.items())
    return left, top, right, bottom


def _inherited(elements: list[_Element], attribute: str, default: int | str) -> int | str:
    values = (element.get(attribute) for element in elements)
    return next((str(value) for value in values if value is not None), default)
