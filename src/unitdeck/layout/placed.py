"""Placed pages: what every output prints. All lengths in EMU, all type sizes and line spacing in points."""

from typing import Literal, NamedTuple, TypeAlias

from unitdeck.base.geometry import Box
from unitdeck.base.richtext import Align, Run
from unitdeck.plan.chart import ChartSpec
from unitdeck.plan.reach import Reach

Anchor = Literal["t", "ctr", "b"]
Geometry = Literal["rect", "roundRect", "ellipse", "line"]


class PlacedParagraph(NamedTuple):
    """A paragraph with its final size. ``size_pt`` × run scale is what is written; ``lines`` the measured count.

    ``line_pt`` is the exact line spacing, ``before_pt`` the space above. ``hang_pt`` > 0 draws a bullet and
    indents the text by it.
    """

    runs: tuple[Run, ...]
    size_pt: float
    line_pt: float
    lines: int
    before_pt: float = 0.0
    align: Align = "l"
    bold: bool = False
    color: str = "ink"
    hang_pt: float = 0.0


class PlacedText(NamedTuple):
    """Paragraphs inside a box, with insets (left, top, right, bottom; EMU)."""

    paragraphs: tuple[PlacedParagraph, ...]
    anchor: Anchor = "t"
    insets: tuple[int, int, int, int] = (0, 0, 0, 0)


class PlacedShape(NamedTuple):
    """A shape or text box. ``fill`` and ``stroke`` are tokens or '' (none).

    ``placeholder`` names the layout's placeholder that it fills ('title', 'body:10' …), '' for a free shape.
    ``alt`` '' with no text means decorative. ``link`` is the id of the slide that an
    area without text and fill leads to; it lies over what says so.
    """

    name: str
    box: Box
    geometry: Geometry = "rect"
    fill: str = ""
    stroke: str = ""
    stroke_pt: float = 0.0
    text: PlacedText | None = None
    placeholder: str = ""
    alt: str = ""
    link: str = ""


class PlacedCell(NamedTuple):
    """A table cell with its measured text."""

    text: PlacedText
    fill: str = ""


class PlacedRow(NamedTuple):
    """A table row: measured height in EMU; ``rule`` is the line below (token, width in pt)."""

    height: int
    cells: tuple[PlacedCell, ...]
    rule: str = "line"
    rule_pt: float = 0.75


class PlacedTable(NamedTuple):
    """A table: column widths in EMU sum to the box's width, row heights to its height. First row is the header."""

    name: str
    box: Box
    widths: tuple[int, ...]
    rows: tuple[PlacedRow, ...]
    alt: str


class PlacedChart(NamedTuple):
    """A chart in its frame.

    ``size_pt`` is the type size of its labels, ``label_width`` the room (EMU) left of the plot for the category
    names of horizontal charts, ``value_width`` the room that labels need beside its bars. ``reach`` is that of the
    whole chart, of which this may be a page.
    """

    name: str
    box: Box
    spec: ChartSpec
    size_pt: float
    label_width: int = 0
    value_width: int = 0
    reach: Reach | None = None


class PlacedPicture(NamedTuple):
    """A picture: ``crop`` are the fractions cut off (left, top, right, bottom) in 1/100,000.

    ``px`` is its size in pixels as shown, (0, 0) where the file does not tell; ``frame`` the room that it had (EMU),
    larger than ``box`` where it does not fill it.
    """

    name: str
    box: Box
    file: str
    alt: str
    crop: tuple[int, int, int, int] = (0, 0, 0, 0)
    px: tuple[int, int] = (0, 0)
    frame: tuple[int, int] = (0, 0)


Placed: TypeAlias = PlacedShape | PlacedTable | PlacedChart | PlacedPicture


class PlacedSlide(NamedTuple):
    """A page: items in reading order (also the z-order), notes by paragraph, and its place in the deck.

    ``id`` is its slide's, ``part`` says which of the slide's pages it is (n of m; those in the appendix are counted by
    themselves). ``density`` is that of its body (see ``Sheet``): 0 preferred sizes, 1 least legible ones.
    ``overfull``: a text or block is more than it holds. ``appendix``: it stands behind the last page, for reference,
    and is not part of the speech. ``links`` says on which page of the deck each link of its shapes ends.
    """

    id: str
    layout: str
    title: str
    items: tuple[Placed, ...]
    notes: tuple[str, ...]
    number: int
    total: int
    density: float = 0.0
    part: tuple[int, int] = (1, 1)
    overfull: bool = False
    appendix: bool = False
    links: tuple[tuple[str, int], ...] = ()


class PlacedSection(NamedTuple):
    """A section of a deck: its name, and its pages from the first to the last (from 1, both included)."""

    name: str
    first: int
    last: int


class PlacedDeck(NamedTuple):
    """All pages, with what goes into the file's properties. ``sections`` follow one another, or there are none."""

    slides: tuple[PlacedSlide, ...]
    size: tuple[int, int]
    title: str
    author: str
    lang: str
    stamp: str
    sections: tuple[PlacedSection, ...] = ()
