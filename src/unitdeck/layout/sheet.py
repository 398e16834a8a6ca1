"""A template's type at one density: what every block asks when it sets text."""

from __future__ import annotations

from collections.abc import Callable
from typing import NamedTuple, TypeVar, cast

from unitdeck.base.geometry import Box
from unitdeck.base.richtext import Align, Run
from unitdeck.base.units import emu, pt
from unitdeck.layout.holding import hold
from unitdeck.layout.metrics import width_pt
from unitdeck.layout.placed import Anchor, PlacedParagraph, PlacedShape, PlacedText
from unitdeck.layout.typeset import height_emu, line_height_pt, set_paragraph
from unitdeck.template.style import Style


class Setting(NamedTuple):
    """Text set at a width: its paragraphs, and the height they need in EMU."""

    paragraphs: tuple[PlacedParagraph, ...]
    height: int


T = TypeVar("T")

EMPTY = Setting((), 0)
MARK = "**"  # before and after what is bold
LARGE_PT = 28  # what is this large already does not grow where a page has room
BULLET_SPACE = 0.45  # between bulleted paragraphs, in multiples of the size


class Sheet(NamedTuple):
    """A style at a density: 0 are the preferred sizes, 1 the least legible ones, −1 those of a page with much room.

    ``memory`` keeps what was measured for this deck.
    """

    style: Style
    density: float
    lang: str
    memory: dict[tuple[object, ...], tuple[object, object]]

    def once(self, what: str, thing: object, width: int, make: Callable[[], T]) -> T:
        """Return what ``make`` gives for a thing at a width and this density, made once a deck.

        Pages are found by trying sizes, so the same thing is asked for again and again. The thing is kept
        beside the answer: its identity is the key.
        """
        key = (what, id(thing), width, self.density)
        found = self.memory.get(key)
        if found is None:
            found = self.memory[key] = (thing, make())
        return cast("T", found[1])

    def ever(self, what: str, thing: object, width: int, make: Callable[[], T]) -> T:
        """Return what ``make`` gives for a thing at a width, as :meth:`once`, where it is the same at every density."""
        key = (what, id(thing), width)
        found = self.memory.get(key)
        if found is None:
            found = self.memory[key] = (thing, make())
        return cast("T", found[1])

    def size_pt(self, role: str) -> float:
        """The type size of a role in points, on half points, never under its least."""
        known = self.memory.get((role, self.density))
        if known is not None:
            return cast("float", known[1])
        best, least = self.style.sizes[role]
        step = best - least if self.density >= 0 else best * self.style.fit.growth * (best < LARGE_PT)
        size = max(least, round((best - step * self.density) * 2) / 2)
        self.memory[(role, self.density)] = (role, size)
        return size

    def longest(self, role: str) -> int:
        """Return how wide lines of a role may be and still be read (EMU): the same at every density."""
        known = self.memory.get(("longest", role))
        if known is None:
            width = emu(self.style.sizes[role].best * self.style.fit.longest_line)
            known = self.memory[("longest", role)] = (role, width)
        return cast("int", known[1])

    def set(
        self,
        text: str,
        role: str,
        width: int,
        *,
        bold: bool = False,
        color: str = "ink",
        align: Align = "l",
        bullet: bool = False,
        spacing: float = 0.0,
    ) -> Setting:
        """Set text of one role at a width (EMU); line breaks part paragraphs, ``**`` marks bold."""
        if not text:
            return EMPTY
        key = (text, role, width, self.density, bold, color, align, bullet, spacing)
        found = self.memory.get(key)
        if found is None:
            lines = [read_marks(line, bold) for line in text.split("\n")]
            setting = self.set_runs(
                lines, role, width, bold=bold, color=color, align=align, bullet=bullet, spacing=spacing
            )
            found = self.memory[key] = (text, setting)
        return cast("Setting", found[1])

    def height(self, text: str, role: str, width: int, *, bold: bool = False, spacing: float = 0.0) -> int:
        """Return the height that :meth:`set` would give, without setting: pages are tried at several sizes."""
        return self.lines_height(self.lines(text, role, width, bold=bold), role, spacing) if text else 0

    def lines(self, text: str, role: str, width: int, *, bold: bool = False) -> int:
        """Return how many lines :meth:`set` would give."""
        if MARK in text:
            return sum(paragraph.lines for paragraph in self.set(text, role, width, bold=bold).paragraphs)
        size, room = self.size_pt(role), pt(width)
        if "\n" not in text:
            return 1 if width_pt(text, size, bold) <= room else hold((Run(text),), room, size, bold).lines
        return sum(self.lines(line, role, width, bold=bold) for line in text.split("\n"))

    def lines_height(self, lines: int, role: str, spacing: float = 0.0) -> int:
        """Return the height of so many lines (EMU)."""
        return emu(lines * line_height_pt(self.size_pt(role), spacing or self.style.line_spacing))

    def set_runs(
        self,
        lines: list[tuple[Run, ...]],
        role: str,
        width: int,
        *,
        bold: bool = False,
        color: str = "ink",
        align: Align = "l",
        bullet: bool = False,
        spacing: float = 0.0,
    ) -> Setting:
        """Set paragraphs of runs; as :meth:`set`."""
        size, spacing = self.size_pt(role), spacing or self.style.line_spacing
        space = line_height_pt(size, BULLET_SPACE) if bullet else 0.0
        paragraphs: list[PlacedParagraph] = []
        for runs in lines:
            before = space if paragraphs else 0.0
            paragraphs.append(
                set_paragraph(
                    runs, width, size, spacing, bold, bullet=bullet, before_pt=before, align=align, color=color
                )
            )
        return Setting(tuple(paragraphs), height_emu(paragraphs))


def read_marks(text: str, bold: bool = False) -> tuple[Run, ...]:
    """Return runs: what stands between ``**`` is bold, as all is with ``bold``; a lone ``**`` stays as typed."""
    pieces = text.split(MARK)
    if len(pieces) < 3 or len(pieces) % 2 == 0:
        return (Run(text),)
    if bold:
        return (Run("".join(pieces)),)
    return tuple(Run(piece, True if index % 2 else None) for index, piece in enumerate(pieces) if piece)


def stacked(*settings: Setting, between_pt: float = 0.0) -> Setting:
    """Return settings one below the other as one text, so that what a renderer sets in fewer lines leaves no hole."""
    paragraphs: list[PlacedParagraph] = []
    height = 0
    for setting in settings:
        if not setting.paragraphs:
            continue
        first, *rest = setting.paragraphs
        space = between_pt if paragraphs else 0.0
        paragraphs += [first._replace(before_pt=first.before_pt + space) if space else first, *rest]
        height += setting.height + emu(space)
    return Setting(tuple(paragraphs), height)


def text_box(name: str, box: Box, setting: Setting, anchor: Anchor = "t") -> PlacedShape:
    """Return a text box without fill or insets."""
    return PlacedShape(name, box, text=PlacedText(setting.paragraphs, anchor))


def surface(name: str, box: Box, fill: str = "pale") -> PlacedShape:
    """Return a decorative surface."""
    return PlacedShape(name, box, fill=fill)


def pad(points: float) -> int:
    """Return a padding in EMU."""
    return emu(points)
