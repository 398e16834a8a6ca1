"""How two templates differ, as changes that can be told in words: pages, layouts, sizes, colours, wording, files."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import NamedTuple

from lxml import etree

from unitdeck.base.geometry import Box
from unitdeck.base.units import EMU_PER_INCH
from unitdeck.template.pack import LayoutInfo, TemplatePack
from unitdeck.template.palette import SLOTS, color_of, faces_of
from unitdeck.template.style import SessionSlides

_MM_PER_INCH = 25.4
_FOLDERS = ("slides", "script", "gallery", "maps")
_NONE = "—"


class Change(NamedTuple):
    """A difference: in which ``part`` (``sizes``), of what (``title``), from what to what; '—' for nothing."""

    part: str
    name: str
    before: str
    after: str


def changes(before: TemplatePack, after: TemplatePack) -> tuple[Change, ...]:
    """Return what differs between two templates, part by part in the order of a template.yaml, then its files."""
    return tuple(
        change
        for part, old, new in (
            ("template", _head(before), _head(after)),
            ("slides", _slides(before), _slides(after)),
            ("settings", _settings(before), _settings(after)),
            ("theme", _theme(before), _theme(after)),
            ("sizes", _sizes(before), _sizes(after)),
            ("words", _words(before), _words(after)),
            ("layouts", _layouts(before), _layouts(after)),
        )
        for change in _changed(part, old, new)
    ) + tuple(_files(before, after))


def _changed(part: str, old: Mapping[str, str], new: Mapping[str, str]) -> Iterator[Change]:
    for name in (*old, *(name for name in new if name not in old)):
        if old.get(name) != new.get(name):
            yield Change(part, name, old.get(name, _NONE), new.get(name, _NONE))


def _head(pack: TemplatePack) -> dict[str, str]:
    return {
        "name": pack.name,
        "version": pack.version,
        "extends": ", ".join(f"{level.name} {level.version}" for level in pack.levels[1:]) or _NONE,
        "languages": ", ".join(pack.style.languages),
    }


def _slides(pack: TemplatePack) -> dict[str, str]:
    session = pack.style.session or SessionSlides()
    rows = {"slides": pack.style.slides, **{f"session_slides.{key}": value for key, value in session._asdict().items()}}
    return {name: ", ".join(slides) or _NONE for name, slides in rows.items()}


def _settings(pack: TemplatePack) -> dict[str, str]:
    style = pack.style
    rows = {f"fit.{key}": value for key, value in style.fit._asdict().items()}
    rows |= {"line_spacing": style.line_spacing, "characters_per_minute": style.characters_per_minute}
    rows |= {"gap": style.gap / EMU_PER_INCH, "gutter": style.gutter / EMU_PER_INCH}
    return {name: f"{value:.3g}" for name, value in rows.items()}


def _theme(pack: TemplatePack) -> dict[str, str]:
    theme = etree.fromstring(next(part.blob for part in pack.parts if part.content_type.endswith("theme+xml")))
    latin, east_asian = faces_of(theme)
    return {slot: color_of(theme, slot) for slot in SLOTS} | {"fonts.latin": latin, "fonts.ea": east_asian}


def _sizes(pack: TemplatePack) -> dict[str, str]:
    return {role: f"{size.best:g}/{size.least:g}" for role, size in pack.style.sizes.items()}


def _words(pack: TemplatePack) -> dict[str, str]:
    return {f"{lang}.{key}": word for lang, words in pack.style.words.items() for key, word in words.items()}


def _layouts(pack: TemplatePack) -> dict[str, str]:
    width, height = (_mm(side) for side in pack.size)
    rows = {"size_mm": f"{width} × {height}"}
    for layout in pack.layouts:
        rows[layout.name] = ", ".join(place.key for place in layout.placeholders)
        rows |= _areas(layout)
    return rows


def _areas(layout: LayoutInfo) -> dict[str, str]:
    return {f"{layout.name}.{place.key}": _area(place.box) for place in layout.placeholders}


def _area(box: Box) -> str:
    return f"{_mm(box.x)}, {_mm(box.y)}, {_mm(box.cx)} × {_mm(box.cy)} mm"


def _mm(length: int) -> int:
    return round(length / EMU_PER_INCH * _MM_PER_INCH)


def _files(before: TemplatePack, after: TemplatePack) -> Iterator[Change]:
    """Files that are new, gone, or hold another text: how many lines are other ones is not worth a word."""
    for folder in _FOLDERS:
        old, new = (
            {name: text for name, text in pack.files.items() if name.startswith(f"{folder}/")}
            for pack in (before, after)
        )
        for name in sorted(old.keys() | new.keys()):
            if old.get(name) != new.get(name):
                yield Change("files", name, *("there" if name in side else _NONE for side in (old, new)))
