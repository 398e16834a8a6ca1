"""The columns of each period, side by side, and the figures on this year's: for every chart that has columns.

A forecast stands where this year's figures end, in their row: both are one computed column of the sheet, hatched where
it is expected (:mod:`unitdeck.charts.forecast`).
"""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal
from typing import NamedTuple

from unitdeck.base.richtext import Run
from unitdeck.charts.bar_geometry import gap_width
from unitdeck.charts.fills import EDGES, FORECAST, fill_of
from unitdeck.charts.forecast import joined
from unitdeck.charts.formats import number_format
from unitdeck.charts.frame import Frame
from unitdeck.charts.legends import names_above
from unitdeck.charts.periods import into_frame, spaced
from unitdeck.charts.sheets import at, column_of, sheet_of
from unitdeck.ooxml.chart_xml import bar_chart
from unitdeck.ooxml.chart_xml_axes import AXES
from unitdeck.ooxml.chart_xml_series import Fill, bar_series, label, only
from unitdeck.ooxml.chart_xml_sheet import Sheet
from unitdeck.plan.chart import ChartSpec
from unitdeck.plan.figures import value_text
from unitdeck.plan.periods import are_periods

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


def columns_group(columns: Columns, frame: Frame, pt_per_value: float) -> str:
    """Return the ``<c:barChart>``: solid, grey, outlined or hatched by role; alone, grey but for the one in focus."""
    spec, count = columns.spec, max(len(columns.columns), 1)
    pitch = frame.width_pt / max(len(spec.categories), 1)
    share = _SHARE if len(spec.categories) < _MANY else _MANY_SHARE
    width = min(share * pitch / count, _MOST_EM * frame.size_pt)
    series = []
    for place, (column, drawn) in enumerate(zip(columns.columns, columns.drawn, strict=True)):
        role = spec.series[column].role
        fill = fill_of(role) if columns.named else "grey"
        words = only(_labels(columns, frame, pitch, width, pt_per_value)) if place == columns.main else ""
        points = _lit(columns) if place == columns.main else []
        border = EDGES.get(role) if columns.named else None
        series.append(bar_series(columns.sheet, drawn, column, fill, border=border, points=points, labels=words))
    return bar_chart(series, AXES, direction="col", gap=gap_width(pitch, width, count))


def columns_names(columns: Columns, frame: Frame, left_out: Sequence[int] = ()) -> str:
    """Return the names above, '' where one series needs none; ``left_out`` are places in the legend of other marks."""
    if not columns.named:
        return ""
    return names_above([columns.sheet.columns[column].name for column in columns.drawn], frame, left_out)


def _lit(columns: Columns) -> list[tuple[int, Fill]]:
    """The columns that differ from their series: what is expected, or the one in focus."""
    if columns.named:
        return [(index, FORECAST) for index in columns.ahead]
    index = _focus(columns)
    return [(index, "accent")] if index is not None else []


def _focus(columns: Columns) -> int | None:
    """The period that the page speaks of: the last that has a figure; over anything else, the own unit."""
    spec = columns.spec
    if spec.highlight is not None or not are_periods(spec.categories):
        return spec.highlight
    values = columns.figures[columns.main]
    known = (index for index, value in enumerate(values) if value is not None and index not in columns.ahead)
    return max(known, default=None)


def _labels(columns: Columns, frame: Frame, pitch_pt: float, width_pt: float, pt_per_value: float) -> list[str]:
    """The figures that find a spot on this year's columns, those of the focus and of long columns first."""
    spec, values = columns.spec, columns.figures[columns.main]
    texts = [at(spec.labels, index) or value_text(value, spec) for index, value in enumerate(values)]
    focus = _focus(columns)
    shown: dict[int, _Spot] = {}
    candidates = spaced(values, texts, frame, pitch_pt)
    for index in sorted(candidates, key=lambda index: (index != focus, -abs(values[index] or Decimal(0)), index)):
        spot = _spot(
            columns, index, frame, frame.label_pt(texts[index], bold=True) / 2, pitch_pt, width_pt, pt_per_value
        )
        if spot and all(spot.right <= other.left or other.right <= spot.left for other in shown.values()):
            shown[index] = spot
    return [
        label(
            index,
            frame.style._replace(bold=True, color="accent") if index == focus else frame.style,
            number_format(spec),
            "outEnd",
            lines=[[Run(at(spec.labels, index))]] if at(spec.labels, index) else (),
            shift=shown[index].shift(frame),
        )
        for index in sorted(shown)
    ]


class _Spot(NamedTuple):
    """Where a figure stands across the frame, and how far it moves there from the end of its column (points)."""

    left: float
    right: float
    aside: float
    down: float

    def shift(self, frame: Frame) -> tuple[float, float] | None:
        moved = (self.aside / frame.width_pt, self.down / frame.height_pt)
        return moved if any(moved) else None


def _spot(
    columns: Columns, index: int, frame: Frame, half_pt: float, pitch_pt: float, width_pt: float, pt_per_value: float
) -> _Spot | None:
    """Where a figure stands: over its column, else as near as is clear of other periods; beyond a longer one beside it.

    None where the longer column of another period is in the way of both, or its 「—」: there it would be read as its
    figure.
    """
    period, off = (index + 0.5) * pitch_pt, (columns.main + 0.5 - len(columns.figures) / 2) * width_pt
    clear = max(pitch_pt - len(columns.figures) * width_pt / 2 - half_pt, 0.0)  # of the periods on either side
    for middle in (period + off, period + min(max(off, -clear), clear)):
        aside = into_frame(middle, half_pt, frame)
        left, right = middle + aside - half_pt, middle + aside + half_pt
        down = _down(columns, index, frame, (left, right), pitch_pt, width_pt, pt_per_value)
        if down is not None:
            return _Spot(left, right, middle + aside - period - off, down)
    return None


def _down(
    columns: Columns,
    index: int,
    frame: Frame,
    span: tuple[float, float],
    pitch_pt: float,
    width_pt: float,
    pt_per_value: float,
) -> float | None:
    """How far down from its column's end a figure between two places stands; None where it would lie on others."""
    left, right = span
    count = len(columns.figures)
    value = columns.figures[columns.main][index] or Decimal(0)
    sign = -1 if value < 0 else 1
    own: list[float] = []
    others: list[float] = []
    for period in range(len(columns.spec.categories)):
        start = (period + 0.5) * pitch_pt - count * width_pt / 2
        values = [one[period] for one in columns.figures]
        ends = [
            sign * float(value) * pt_per_value
            for place, value in enumerate(values)
            if value is not None and start + place * width_pt < right and left < start + (place + 1) * width_pt
        ]
        apart = abs((period + 0.5) * pitch_pt - (left + right) / 2)
        if all(value is None for value in values) and apart < (right - left) / 2 + frame.size_pt:
            ends = [frame.line_pt]
        (own if period == index else others).extend(ends)
    end = sign * float(value) * pt_per_value
    out = max((*own, end))
    return None if any(other > out for other in others) else -sign * (out - end)
