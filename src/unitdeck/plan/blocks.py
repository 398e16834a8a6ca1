"""The blocks a slide is made of. Text fields take ``**bold**`` marks; nothing here knows sizes or places."""

from decimal import Decimal
from typing import Literal, NamedTuple, TypeAlias

from unitdeck.plan.chart import ChartSpec


class TextBlock(NamedTuple):
    """Paragraphs, with bullets or without."""

    paragraphs: tuple[str, ...]
    bullets: bool = True


class Card(NamedTuple):
    """A titled text on a surface.

    ``label`` stands small above (争一流), in ``tone``; ``number`` large (1); ``big`` is a figure.
    """

    title: str
    text: str = ""
    label: str = ""
    number: str = ""
    big: str = ""
    tone: str = "accent"
    focus: bool = False


class CardsBlock(NamedTuple):
    """Cards in a grid, numbered or not."""

    cards: tuple[Card, ...]


class Tile(NamedTuple):
    """A key figure with its caption."""

    value: str
    caption: str
    tone: str = "ink"


class TilesBlock(NamedTuple):
    """Two to five key figures in a row."""

    tiles: tuple[Tile, ...]


class Column(NamedTuple):
    """A table column. ``optional`` ones vanish when every cell is blank or 「—」.

    An optional column of sparklines also vanishes where it would cost type size or a page.
    """

    heading: str
    align: Literal["l", "r"] = "l"
    weight: float = 1.0
    bold: bool = False
    quiet: bool = False
    optional: bool = False


class Cell(NamedTuple):
    """A table cell; ``tone`` colours it, ``mark`` stands before the word (always with it).

    ``spark`` are the figures of a sparkline, at least one of them known, in place of a text.
    """

    text: str
    tone: str = ""
    mark: str = ""
    bold: bool = False
    spark: tuple[Decimal | None, ...] = ()


class Row(NamedTuple):
    """A table row; ``indent`` marks a part of the row above (其中). ``link`` is the id of the slide it leads to."""

    cells: tuple[Cell, ...]
    indent: bool = False
    strong: bool = False
    link: str = ""


class TableBlock(NamedTuple):
    """A table; ``alt`` says its finding."""

    columns: tuple[Column, ...]
    rows: tuple[Row, ...]
    alt: str = ""


class ChartBlock(NamedTuple):
    """A chart."""

    spec: ChartSpec


class TimelineItem(NamedTuple):
    """A dated step: done, the next one (now), open, or past its date and not done (late)."""

    when: str
    title: str
    text: str = ""
    state: Literal["done", "now", "open", "late"] = "open"


class TimelineBlock(NamedTuple):
    """Steps along a line, under a heading or none."""

    items: tuple[TimelineItem, ...]
    heading: str = ""


class Picture(NamedTuple):
    """A picture file (absolute path, already checked to be inside the session) with caption and alt text."""

    file: str
    caption: str = ""
    alt: str = ""


class PicturesBlock(NamedTuple):
    """One to six pictures with captions."""

    pictures: tuple[Picture, ...]


class CalloutBlock(NamedTuple):
    """One or two sentences that matter, beside a coloured bar. ``label`` stands bold before the text."""

    text: str
    label: str = ""
    tone: str = "accent"


class Area(NamedTuple):
    """Room to write under the name of what is written there."""

    label: str
    text: str = ""


class WritingBlock(NamedTuple):
    """Areas that a person fills in; ``text`` is what stands in them already."""

    areas: tuple[Area, ...]


class WallCell(NamedTuple):
    """An indicator on a wall: the word of its status with its mark and tone, and what it is called."""

    status: str
    text: str
    mark: str = ""
    tone: str = ""


class WallRow(NamedTuple):
    """A unit on a wall with its indicators; ``link`` is the id of the slide that its name leads to."""

    name: str
    cells: tuple[WallCell, ...]
    link: str = ""


class WallBlock(NamedTuple):
    """Units with the status of each indicator, however many each of them has."""

    rows: tuple[WallRow, ...]


class ColumnsBlock(NamedTuple):
    """Blocks side by side, by weight."""

    columns: tuple[tuple["Block", ...], ...]
    weights: tuple[float, ...]


Block: TypeAlias = (
    TextBlock
    | CardsBlock
    | TilesBlock
    | TableBlock
    | ChartBlock
    | TimelineBlock
    | PicturesBlock
    | CalloutBlock
    | WritingBlock
    | WallBlock
    | ColumnsBlock
)


class SlidePlan(NamedTuple):
    """One slide as the template wants it.

    ``fields`` fill the layout's named text areas (cover: title, subtitle, details …). ``source`` is the
    source line of the footer; ``script`` what the speaker says, by paragraph. ``links`` are the text areas that lead
    to a slide, with its id. ``footer`` stands in place of the deck's; ``section`` begins a section of that name; the
    pages of a ``whole`` slide all stand in their place, however many there are.
    """

    id: str
    layout: str
    title: str
    kicker: str = ""
    blocks: tuple[Block, ...] = ()
    fields: tuple[tuple[str, str], ...] = ()
    source: str = ""
    script: tuple[str, ...] = ()
    links: tuple[tuple[str, str], ...] = ()
    footer: str = ""
    section: str = ""
    whole: bool = False


class DeckPlan(NamedTuple):
    """All slides with what stands on each (footer) and in the file's properties; ``stamp`` is its day (ISO).

    ``rest`` is the section of the pages behind the last one, in a deck that has sections.
    """

    slides: tuple[SlidePlan, ...]
    title: str
    author: str
    lang: str
    footer: str
    stamp: str
    minutes: float | None
    rest: str = ""
