"""What stacked rows print: a figure inside each part that is wide enough for it, the others after the bar.

Those after a bar have the names of their parts where that leaves the bars their length, else the key of its colour.
"""

from collections.abc import Iterator, Sequence
from decimal import Decimal
from typing import NamedTuple

from unitdeck.layout.chart_label import label_pt
from unitdeck.plan.chart import MISSING, ChartSpec
from unitdeck.plan.figures import value_text
from unitdeck.plan.reach import Reach

KEY = "■"
# Names or keys, and the room after the longest bar that they may have at most, of the length: names are worth less.
_ROOMS = ((True, 0.0), (True, 0.1), (True, 0.2), (False, 0.0), (False, 0.1), (False, 0.2), (False, 0.3), (False, 0.4))
_JOIN = "   "  # figures of their own side by side, no sentence
_MORE = {"zh": "等{all}项", "en": "and {rest} more"}


class Stretch(NamedTuple):
    """The value axis of stacked rows: its ends, and how much of it a point takes."""

    least: float
    most: float
    per_pt: float


class Word(NamedTuple):
    """A stretch of the words after a bar; ``key`` is the column whose colour it shows, ``quiet`` is a name."""

    text: str
    key: int | None = None
    quiet: bool = False


class RowWords(NamedTuple):
    """What a row prints: the columns with a figure inside, those without, and the words for these after the bar.

    ``untold`` is how many figures are left out. ``left`` says that the words stand left of a bar below 0.
    """

    inside: tuple[int, ...]
    outside: tuple[int, ...]
    words: tuple[Word, ...] = ()
    untold: int = 0
    left: bool = False

    @property
    def text(self) -> str:
        """The words as one text."""
        return "".join(word.text for word in self.words)


def stretch_of(spec: ChartSpec, reach: Reach, length_pt: float, room_pt: float, size_pt: float) -> Stretch:
    """Return the axis of rows ``length_pt`` long that keep ``room_pt`` right of the longest bar.

    A row that is 0 or missing has at least the room that it needs to say so.
    """
    least, most = float(reach.least), float(reach.most)
    if least == most:
        most = 1.0
    per_pt = (most - least) / (length_pt - room_pt)
    zero_pt = max(label_pt(text, size_pt) for text in (f" {MISSING}", value_text(Decimal(0), spec)))
    if reach.at_zero and least + per_pt * length_pt < zero_pt * per_pt:
        per_pt = -least / (length_pt - zero_pt)
    return Stretch(least, least + per_pt * length_pt, per_pt)


def room_right(spec: ChartSpec, reach: Reach, length_pt: float, size_pt: float, lang: str) -> float:
    """Return the room right of the longest bar of rows ``length_pt`` long, in points, for the words after the bars.

    It is none or some tenths of the length: the least at which every row tells all its figures, by name with at most
    two tenths, else by key; where there is none, that at which the fewest figures are left out.
    """
    untold: dict[float, int] = {}
    for named, share in _ROOMS:
        room = share * length_pt
        stretch = stretch_of(spec, reach, length_pt, room, size_pt)
        untold[room] = sum(row.untold for row in _rows(spec, stretch, size_pt, lang, named=named))
        if not untold[room]:
            return room
    return min(untold, key=lambda room: untold[room])


def part_words(spec: ChartSpec, stretch: Stretch, size_pt: float, lang: str) -> tuple[RowWords, ...]:
    """Return what each row prints on that axis.

    A figure stands inside its part where that is as wide as the figure. The others stand after the bar, in the order of
    the parts, a part of 0 among them; one that is missing is not told. They have the names of their parts if all rows
    of the page have room for that, else the keys. Where the keys of a row find no room together, the greatest that do
    are followed by how many stand outside, as 「■ 290   等2项」; where none does, nothing is printed. Words stand
    left of a bar below 0 where there is room, else on the right.
    """
    named = tuple(_rows(spec, stretch, size_pt, lang, named=True))
    if any(row.untold for row in named):
        return tuple(_rows(spec, stretch, size_pt, lang, named=False))
    return named


def _rows(spec: ChartSpec, stretch: Stretch, size_pt: float, lang: str, *, named: bool) -> Iterator[RowWords]:
    for values in zip(*(series.values for series in spec.series), strict=True):
        inside = tuple(
            column
            for column, value in enumerate(values)
            if value and label_pt(value_text(value, spec), size_pt) <= abs(float(value)) / stretch.per_pt
        )
        outside = tuple(column for column, value in enumerate(values) if value is not None and column not in inside)
        row = RowWords(inside, outside)
        yield _with_words(row, values, spec, stretch, size_pt, lang, named=named) if any(values) and outside else row


def _with_words(
    row: RowWords,
    values: Sequence[Decimal | None],
    spec: ChartSpec,
    stretch: Stretch,
    size_pt: float,
    lang: str,
    *,
    named: bool,
) -> RowWords:
    """The row with as many of its figures after the bar as find room."""
    start = float(sum((value for value in values if value and value < 0), Decimal(0)))
    end = float(sum((value for value in values if value and value > 0), Decimal(0)))
    before = (start - stretch.least) / stretch.per_pt if start < 0 and end == 0 else 0.0
    after = (stretch.most - end) / stretch.per_pt
    greatest = sorted(row.outside, key=lambda column: -abs(values[column] or Decimal(0)))
    for count in range(len(greatest), 0, -1):
        words: list[Word] = []
        for column in sorted(greatest[:count]):
            join = _JOIN if words else ""
            name = (Word(f"{join}{spec.series[column].name} ", quiet=True),)
            words += name if named else (Word(join), Word(f"{KEY} ", key=column))
            words.append(Word(value_text(values[column], spec)))
        rest = len(greatest) - count
        if rest:
            words.append(Word(_JOIN + _MORE[lang[:2]].format(all=len(greatest), rest=rest), quiet=True))
        said = row._replace(words=tuple(word for word in words if word.text), untold=rest)
        wide = label_pt(said.text, size_pt)
        if wide <= max(before, after):
            return said._replace(left=wide <= before)
    return row._replace(untold=len(greatest))
