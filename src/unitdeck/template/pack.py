"""A compiled template: the parts of ``base.pptx`` ready to be copied, and what a writer must know of its layouts."""

from collections.abc import Mapping
from types import MappingProxyType
from typing import NamedTuple

from unitdeck.base.geometry import Box
from unitdeck.template.style import Style


class Placeholder(NamedTuple):
    """A placeholder of a layout, with inherited values resolved.

    ``key`` is how slides name it: 'title', 'subtitle', 'footer', 'number', 'date' by type, else the shape's name in
    base.pptx in lower case ('kicker', 'source', 'details'). ``type`` and ``idx`` are the ``<p:ph>`` attributes
    ('' where the attribute is absent). ``size_pt``, ``bold``, ``anchor``, ``align``: what its text has if a slide says
    nothing; ``tracking_pt`` is what stands between its letters. ``insets`` are left, top, right, bottom in EMU.
    """

    key: str
    type: str
    idx: int
    box: Box
    size_pt: float
    bold: bool
    anchor: str
    insets: tuple[int, int, int, int]
    align: str = "l"
    tracking_pt: float = 0.0


class LayoutInfo(NamedTuple):
    """A layout, found by its name in base.pptx (title, agenda, content, …), and the name of its part."""

    name: str
    part: str
    placeholders: tuple[Placeholder, ...]

    def placeholder(self, key: str) -> Placeholder | None:
        """Return the placeholder of that key, or None."""
        return next((p for p in self.placeholders if p.key == key), None)


class Part(NamedTuple):
    """A part copied as it is: its name (``/ppt/theme/theme1.xml``), content type, bytes, and relationships part."""

    name: str
    content_type: str
    blob: bytes
    rels: bytes


class Level(NamedTuple):
    """A template in the chain of those that one extends: name and version as its template.yaml says."""

    name: str
    version: str


_NOTHING: Mapping[str, int] = MappingProxyType({})
_NO_TEXTS: Mapping[str, str] = MappingProxyType({})


class TemplatePack(NamedTuple):
    """Everything that building a deck needs of a template; compiled once, cached by ``digest``.

    ``parts`` are all parts but presentation.xml, slides, notes slides and document properties. ``masters`` are the part
    names of the slide masters with the ``id`` that presentation.xml gives them; ``notes_master`` is a part name.
    ``files`` are the template's text files by relative path (``slides/cover.yaml.j2``, ``gallery/line.yaml`` → text).
    ``levels`` are the template itself and those it extends, nearest first; ``origins`` the level of each file that is
    not the template's own, ``hidden`` the files that a nearer one stands for (see :mod:`unitdeck.template.library`).
    """

    name: str
    version: str
    digest: str
    size: tuple[int, int]
    parts: tuple[Part, ...]
    masters: tuple[tuple[str, int], ...]
    notes_master: str
    layouts: tuple[LayoutInfo, ...]
    style: Style
    files: Mapping[str, str]
    levels: tuple[Level, ...] = ()
    origins: Mapping[str, int] = _NOTHING
    hidden: Mapping[str, str] = _NO_TEXTS

    def layout(self, name: str) -> LayoutInfo | None:
        """Return the layout of that name, or None."""
        return next((layout for layout in self.layouts if layout.name == name), None)
