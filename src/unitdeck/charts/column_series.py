"""What stands side by side in charts with columns: the series, this year's place among them, how wide columns are."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal
from typing import NamedTuple

from unitdeck.charts.forecast import joined
from unitdeck.charts.frame import Frame
from unitdeck.charts.sheets import column_of, sheet_of
from unitdeck.ooxml.chart_xml_sheet import Sheet
from unitdeck.plan.chart import ChartSpec

_SHARE = 0.62  # of a period that its columns take
_MANY_SHARE = 0.78  # where periods are so many that columns are thin
_MANY = 20
_MOST_EM = 4.5  # no column wider than this

Figures = Sequence[Decimal | None]


class Columns(NamedTuple):
    """What stands side by side: the series (``columns`` of the spec), this year's place among them, their figures.

    ``drawn`` are their columns of the sheet, ``ahead`` the periods in which this year's are expected.
    """

    spec: ChartSpec
    sheet: Sheet
    columns: tuple[int, ...]
    drawn: tuple[int, ...]
    main: int
    ahead: tuple[int, ...]

    @property
    def figures(self) -> tuple[Figures, ...]:
        """The figures of each."""
        return tuple(self.sheet.columns[column].values for column in self.drawn)

    def widths(self, frame: Frame) -> tuple[float, float]:
        """How far apart periods are, and how wide a column is, in points."""
        periods, count = len(self.spec.categories), max(len(self.columns), 1)
        pitch = frame.width_pt / max(periods, 1)
        share = _SHARE if periods < _MANY else _MANY_SHARE
        return pitch, min(share * pitch / count, _MOST_EM * frame.size_pt)

    def off_pt(self, place: int, frame: Frame) -> float:
        """How far right of the middle of its period a column stands, in points."""
        return (place + 0.5 - len(self.columns) / 2) * self.widths(frame)[1]

    @property
    def named(self) -> bool:
        """Whether they need their names above."""
        return len(self.columns) > 1 or bool(self.ahead)


def columns_of(spec: ChartSpec, lang: str, *, but: int | None = None) -> Columns:
    """Return the columns of a chart: a series each, ``but`` one that is drawn otherwise."""
    course = joined(spec, lang)
    left_out = {but, course.forecast if course else None}
    columns = tuple(column for column in range(len(spec.series)) if column not in left_out)
    own = course.actual if course else column_of(spec, "actual")
    main = columns.index(own) if own in columns else 0
    drawn = tuple(course.column if course and column == course.actual else column for column in columns)
    return Columns(
        spec, course.sheet if course else sheet_of(spec), columns, drawn, main, course.ahead if course else ()
    )
