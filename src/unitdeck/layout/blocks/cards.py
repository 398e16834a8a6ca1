"""Cards: titled texts on surfaces, in the grid that lets them be read best."""

from typing import NamedTuple

from unitdeck.base.geometry import Box
from unitdeck.layout.blocks.kind import Extent, Kind
from unitdeck.layout.cut import cut_text
from unitdeck.layout.orphans import evened
from unitdeck.layout.parting import counts
from unitdeck.layout.placed import Anchor, Placed
from unitdeck.layout.sheet import MARK, Setting, Sheet, pad, stacked, surface, text_box
from unitdeck.plan.blocks import Card, CardsBlock

PAD_X, PAD_Y = pad(17), pad(13)
RULE = pad(3)
_LIST_PADDING = pad(20)
BETWEEN_PT = 3.0
_HEADING_SPACING = 1.35
STRETCH = pad(30)  # how much higher than its text a row of cards may grow
NARROWER_EM = 3  # so much narrower a text may be to be without a last line of one or two characters
GIANT_TITLE = 40
SHORT_TITLE = 12
LONG_TITLE = 18  # characters: a longer title without text is a sentence and is set as text
LONG_FIGURE = 28  # characters: what is longer is no figure, and begins the text

# Grids to try, best first: columns for so many cards. One column sets title beside text, like a list.
_GRIDS: dict[int, tuple[int, ...]] = {
    1: (2, 1),
    2: (2, 1),
    3: (3, 1),
    4: (2, 1),
    5: (3, 2, 1),
    6: (3, 2, 1),
    7: (2, 1),
    8: (2, 1),
}
_SHORT_GRIDS: dict[int, tuple[int, ...]] = {4: (4, 2, 1), 7: (4, 2, 1), 8: (4, 2, 1)}
MOST_LINES = 9  # of a card in three or more columns, and of titles in a heading
SHORT_TEXT = 24  # characters: four narrow columns are for cards with no more
_LEAST_WIDTH = pad(190)
_WIDE_ENOUGH = pad(270)  # of one of many columns on a wide wall


class _Text(NamedTuple):
    """One of a card's texts and how it is set."""

    text: str
    role: str
    color: str
    bold: bool = True
    spacing: float = _HEADING_SPACING


class _Face(NamedTuple):
    """A card measured at a width: its height without padding (EMU) and the lines of its longer side."""

    height: int
    lines: int


def _as_sentences(block: CardsBlock, width: int, sheet: Sheet) -> CardsBlock:
    """Titles that are plain sentences, without a text, become texts: all of a block alike, or a giant one alone.

    So does what is too long to be a figure, or to stand over a text or beside it in a width.
    """
    return sheet.once("sentences", block, width, lambda: _sentences(block, width, sheet))


def _sentences(block: CardsBlock, width: int, sheet: Sheet) -> CardsBlock:
    if any(len(card.big) * 2 + len(card.title) + len(card.label) > GIANT_TITLE for card in block.cards):
        block = CardsBlock(tuple(_headed(card, width - 2 * PAD_X, sheet) for card in block.cards))
    alike = any(card.text for card in block.cards)
    limit = GIANT_TITLE if alike else LONG_TITLE
    if all(card.text or len(card.title) <= limit for card in block.cards):
        return block
    return CardsBlock(
        tuple(
            card if card.text or (alike and len(card.title) <= limit) else card._replace(title="", text=card.title)
            for card in block.cards
        )
    )


def _headed(card: Card, inner: int, sheet: Sheet) -> Card:
    """The card with a heading that every page holds: a long figure, then a long title or label begins the text."""
    most = sheet.lines_height(MOST_LINES, "card_title", _HEADING_SPACING)

    def too_high() -> bool:
        return _heading(card, _left_width(card, inner, sheet), sheet).height > most

    if len(card.big) > LONG_FIGURE or too_high():
        card = card._replace(big="", text=_begun(card.big, card.text))
    if too_high():
        card = card._replace(title="", text=_begun(card.title, card.text))
    if too_high():
        card = card._replace(label="", text=_begun(card.label, card.text))
    return card


def _begun(head: str, text: str) -> str:
    """A text begun by what stood above it, in bold where no mark is in the way."""
    lines = [f"{MARK}{line}{MARK}" if line and "*" not in line else line for line in head.split("\n")] if head else []
    return "\n".join([*lines, *filter(None, [text])])


def _big_color(card: Card) -> str:
    """A card's figure is in the accent, but in ink beside a label that has a status colour."""
    return "accent" if card.tone == "accent" and not card.label else "ink"


def _texts(card: Card) -> tuple[_Text, ...]:
    """What stands on a card, from top to bottom."""
    return (
        _Text(card.number, "card_number", "accent", spacing=1.15),
        _Text(card.label, "card_label", card.tone, spacing=1.4),
        _Text(card.big, "card_big", _big_color(card), spacing=1.25),
        _Text(card.title, "card_title", "ink"),
        _body(card),
    )


def _listed_heading(card: Card) -> tuple[_Text, ...]:
    """What stands on the left of the list form."""
    heading = f"{card.number}　{card.title}" if card.number and card.title else card.number or card.title
    return (
        _Text(card.label, "card_label", card.tone, spacing=1.4),
        _Text(card.big, "card_big", _big_color(card), spacing=1.25),
        _Text(heading, "card_title", "ink"),
    )


def _body(card: Card) -> _Text:
    return _Text(card.text, "card_text", "sub" if card.title else "ink", bold=False, spacing=0.0)


def _measure_texts(texts: tuple[_Text, ...], width: int, sheet: Sheet) -> _Face:
    filled = [text for text in texts if text.text]
    lines = [sheet.lines(text.text, text.role, width, bold=text.bold) for text in filled]
    heights = (sheet.lines_height(count, text.role, text.spacing) for text, count in zip(filled, lines, strict=True))
    return _Face(sum(heights) + pad(BETWEEN_PT) * max(len(filled) - 1, 0), sum(lines))


def _set_texts(texts: tuple[_Text, ...], width: int, sheet: Sheet) -> Setting:
    return stacked(
        *(
            sheet.set(text.text, text.role, width, bold=text.bold, color=text.color, spacing=text.spacing)
            for text in texts
        ),
        between_pt=BETWEEN_PT,
    )


def _face(card: Card, width: int, columns: int, sheet: Sheet) -> _Face:
    inner = width - 2 * PAD_X
    if columns > 1:
        return _measure_texts(_texts(card), inner, sheet)
    left, right = _sides(card, inner, sheet)
    heading = _heading(card, left, sheet)
    body = _measure_texts((_body(card),), right, sheet)
    return max(heading, body)


def _heading(card: Card, left: int, sheet: Sheet) -> _Face:
    return _measure_texts(_listed_heading(card), left, sheet) if left else _Face(0, 0)


def _sides(card: Card, inner: int, sheet: Sheet) -> tuple[int, int]:
    """The widths of heading and text in the list form."""
    left = _left_width(card, inner, sheet)
    return left, inner - left - (sheet.style.gutter if left else 0)


def _left_width(card: Card, inner: int, sheet: Sheet) -> int:
    """The width of the list form's heading: a fixed share, only the number's where there is no title."""
    if not (card.big or card.label or card.title):
        return pad(34) if card.number else 0
    if not card.text:
        return inner
    short = len(card.title) <= SHORT_TITLE and not (card.big or card.label)
    tenths = 2 if sheet.density >= 1 and short else 3  # where it is tight, the text has more
    return min(inner * tenths // 10, pad(sheet.size_pt("card_title") * 12))


class _Grid(NamedTuple):
    columns: int
    width: int
    faces: tuple[_Face, ...]
    heights: tuple[int, ...]  # of the rows, with padding
    gutter: int

    @property
    def least(self) -> int:
        return sum(self.heights) + self.gutter * (len(self.heights) - 1)


def _grid(block: CardsBlock, columns: int, width: int, sheet: Sheet) -> _Grid:
    gutter = sheet.style.gutter if columns > 1 else sheet.style.gutter // 2
    each = (width - (columns - 1) * gutter) // columns
    form = "card" if columns > 1 else "listed card"
    faces = tuple(
        sheet.once(form, card, each, lambda card=card: _face(card, each, columns, sheet))  # type: ignore[misc]
        for card in block.cards
    )
    padding = 2 * PAD_Y + RULE if columns > 1 else _LIST_PADDING
    heights = tuple(
        max(face.height for face in faces[start : start + columns]) + padding for start in range(0, len(faces), columns)
    )
    return _Grid(columns, each, faces, heights, gutter)


def _choose(block: CardsBlock, width: int, room: int, sheet: Sheet) -> _Grid:
    """The first grid that fits the room, else the lowest one."""
    count = len(block.cards)
    short = all(len(card.text) <= SHORT_TEXT for card in block.cards)
    usual = _GRIDS.get(count, (3, 2, 1))
    options = _SHORT_GRIDS.get(count, usual) if short else usual
    if count > 1 and width > sheet.longest("card_text"):
        options = (_abreast(count, width, sheet), *(columns for columns in options if columns > 1))
    grids = []
    for columns in options:
        if columns > 1 and (width - (columns - 1) * sheet.style.gutter) // columns < _LEAST_WIDTH:
            continue
        grid = sheet.once(f"grid {columns}", block, width, lambda n=columns: _grid(block, n, width, sheet))  # type: ignore[misc]
        if grid.least <= room and _balanced(grid):
            return grid
        grids.append(grid)
    return min(grids, key=lambda grid: grid.least)


def _abreast(count: int, width: int, sheet: Sheet) -> int:
    """As many columns as a wide wall has room for, with rows alike."""
    most = max((width + sheet.style.gutter) // (_WIDE_ENOUGH + sheet.style.gutter), 1)
    return -(-count // -(-count // most))


def _balanced(grid: _Grid) -> bool:
    """Narrow columns are for short texts: longer ones read better in wider cards."""
    return grid.columns < 3 or max(face.lines for face in grid.faces) <= MOST_LINES


def measure(block: CardsBlock, width: int, room: int, sheet: Sheet) -> Extent:
    """The chosen grid's rows, each stretched by a little air at most."""
    grid = _choose(_as_sentences(block, width, sheet), width, room, sheet)
    stretch = STRETCH if grid.columns > 1 else STRETCH // 3
    return Extent(grid.least, grid.least + stretch * len(grid.heights))


def draw(block: CardsBlock, box: Box, sheet: Sheet) -> tuple[Placed, ...]:
    """Surfaces with a rule on top (accent for the focus card), their text inside."""
    block = _as_sentences(block, box.cx, sheet)
    grid = _choose(block, box.cx, box.cy, sheet)
    spare = max(box.cy - grid.least, 0) // len(grid.heights)
    placed: list[Placed] = []
    top = box.y
    for row, height in enumerate(grid.heights):
        for column in range(grid.columns):
            index = row * grid.columns + column
            if index >= len(block.cards):
                break
            place = Box(box.x + column * (grid.width + grid.gutter), top, grid.width, height + spare)
            placed += _draw_card(index, block.cards[index], place, grid.columns == 1, sheet)
        top += height + spare + grid.gutter
    return tuple(placed)


def _draw_card(index: int, card: Card, place: Box, listed: bool, sheet: Sheet) -> list[Placed]:
    name = f"Card {index + 1}"
    token = "accent" if card.focus else "ink"
    if not listed:
        inner = place.inset(PAD_X, PAD_Y + RULE, PAD_X, PAD_Y)
        return [
            surface(name, place),
            surface(f"{name} rule", place._replace(cy=RULE), token),
            _evened_box(f"{name} text", inner, _texts(card), sheet, "t"),
        ]
    placed: list[Placed] = [surface(name, place), surface(f"{name} rule", place._replace(cx=RULE), token)]
    inner = place.inset(PAD_X, 0, PAD_X, 0)
    left, right = _sides(card, inner.cx, sheet)
    if left:
        placed.append(_evened_box(f"{name} heading", inner._replace(cx=left), _listed_heading(card), sheet, "ctr"))
    if card.text:
        beside = inner.inset(inner.cx - right, 0, 0, 0)
        placed.append(_evened_box(f"{name} text", beside, (_body(card),), sheet, "ctr"))
    return placed


def _evened_box(name: str, box: Box, texts: tuple[_Text, ...], sheet: Sheet, anchor: Anchor) -> Placed:
    setting, width = evened(lambda narrower: _set_texts(texts, narrower, sheet), box.cx, NARROWER_EM)
    return text_box(name, box._replace(cx=width), setting, anchor)


def _cut(cards: tuple[Card, ...], count: int) -> tuple[CardsBlock, CardsBlock]:
    return CardsBlock(cards[:count]), CardsBlock(cards[count:])


def split(block: CardsBlock, width: int, height: int, page: int, sheet: Sheet) -> tuple[CardsBlock, CardsBlock] | None:
    """As many cards as fit the height; a single card that is higher than the page is cut within its text."""
    block = _as_sentences(block, width, sheet)
    cards = block.cards
    for count in counts(len(cards), sheet.style.fit.least_rows, alone=height >= page):
        head, tail = sheet.ever(f"cut {count}", block, 0, lambda n=count: _cut(cards, n))  # type: ignore[misc]
        if measure(head, width, page, sheet).least <= height:
            return head, tail
    first = cards[0]
    if measure(CardsBlock((first,)), width, page, sheet).least <= page:
        return None
    _, right = _sides(first, width - 2 * PAD_X, sheet)
    parts = cut_text(first.text, "card_text", right, height - _LIST_PADDING, sheet)
    if parts is None or not parts[1]:
        return None
    head = CardsBlock((first._replace(text=parts[0]),))
    if measure(head, width, page, sheet).least > height:
        return None
    return head, CardsBlock((first._replace(text=parts[1]), *cards[1:]))


KIND = Kind(measure, draw, split)
