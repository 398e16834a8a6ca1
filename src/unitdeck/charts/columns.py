"""The columns of each period, side by side, and the figures on this year's: for every chart that has columns.

A forecast stands where this year's figures end, in their row: both are one computed column of the sheet, hatched where
it is expected (:mod:`unitdeck.charts.forecast`).
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from decimal import Decimal
from typing import NamedTuple

from unitdeck.base.richtext import Run
from unitdeck.charts.bar_geometry import gap_width
from unitdeck.charts.column_cuts import Cut, cuts_of
from unitdeck.charts.column_series import Columns
from unitdeck.charts.fills import EDGES, FORECAST, fill_of
from unitdeck.charts.formats import cut_format, cut_words, number_format
from unitdeck.charts.frame import Frame
from unitdeck.charts.legends import names_above
from unitdeck.charts.periods import into_frame, spaced
from unitdeck.charts.sheets import at
from unitdeck.ooxml.chart_xml import bar_chart
from unitdeck.ooxml.chart_xml_axes import AXES
from unitdeck.ooxml.chart_xml_series import Fill, bar_series, label, only
from unitdeck.plan.figures import value_text
from unitdeck.plan.periods import are_periods
from unitdeck.plan.reach import Reach

NAMES_LINES = 1.35  # the names above and the air below them, in lines of text
_SLACK_PT = 0.01  # of sums of floats


def columns_group(columns: Columns, frame: Frame, reach: Reach, pt_per_value: float) -> str:
    """Return the ``<c:barChart>``: solid, grey, outlined or hatched by role; alone, grey but for the one in focus.

    ``reach`` tells which columns are cut (:func:`unitdeck.charts.column_cuts.reach_of_columns`).
    """
    spec, (pitch, width) = columns.spec, columns.widths(frame)
    cuts = cuts_of(columns, frame, reach)
    series = []
    for place, (column, drawn) in enumerate(zip(columns.columns, columns.drawn, strict=True)):
        role = spec.series[column].role
        fill = fill_of(role) if columns.named else "grey"
        own = _labels(columns, frame, reach, cuts, pt_per_value) if place == columns.main else {}
        own |= {cut.period: _cut_label(columns, frame, cut) for cut in cuts if cut.place == place}
        words = only([own[index] for index in sorted(own)])
        points = _lit(columns) if place == columns.main else []
        border = EDGES.get(role) if columns.named else None
        series.append(bar_series(columns.sheet, drawn, column, fill, border=border, points=points, labels=words))
    return bar_chart(series, AXES, direction="col", gap=gap_width(pitch, width, max(len(columns.columns), 1)))


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


def _cut_label(columns: Columns, frame: Frame, cut: Cut) -> str:
    """The figure of a column that is cut, in bold with its mark, beyond its end."""
    spec, own = columns.spec, cut.place == columns.main
    value = columns.figures[cut.place][cut.period] or Decimal(0)
    words = at(spec.labels, cut.period) if own else ""
    return label(
        cut.period,
        frame.style._replace(bold=True, color="accent" if own and cut.period == _focus(columns) else "ink"),
        cut_format(number_format(spec)),
        "inEnd" if value > 0 else "inBase",
        lines=[[Run(cut_words(words, value))]] if words else (),
        shift=(cut.aside / frame.width_pt, -frame.line_pt / frame.height_pt),
    )


def _labels(columns: Columns, frame: Frame, reach: Reach, cuts: Sequence[Cut], pt_per_value: float) -> dict[int, str]:
    """The figures that find a spot on this year's columns, those of the focus and of long columns first."""
    spec, values = columns.spec, columns.figures[columns.main]
    texts = [at(spec.labels, index) or value_text(value, spec) for index, value in enumerate(values)]
    focus = _focus(columns)
    shown: dict[int, _Spot] = {}
    pitch_pt, _ = columns.widths(frame)
    near = [value if value is None or not reach.cuts(value) else None for value in values]
    candidates = spaced(near, texts, frame, pitch_pt)
    for index in sorted(candidates, key=lambda index: (index != focus, -abs(values[index] or Decimal(0)), index)):
        half = frame.label_pt(texts[index], bold=True) / 2
        for spot in _spots(columns, index, frame, half, reach, pt_per_value):
            beyond = [(cut.left, cut.right) for cut in cuts if cut.at_zero or spot.over]
            taken = [*beyond, *((other.left, other.right) for other in shown.values())]
            if all(spot.right <= left or right <= spot.left for left, right in taken):
                shown[index] = spot
                break
    return {
        index: label(
            index,
            frame.style._replace(bold=True, color="accent") if index == focus else frame.style,
            number_format(spec),
            "outEnd",
            lines=[[Run(at(spec.labels, index))]] if at(spec.labels, index) else (),
            shift=shown[index].shift(frame),
        )
        for index in shown
    }


class _Spot(NamedTuple):
    """Where a figure stands across the frame, and how far it moves there from the end of its column (points).

    ``over`` tells that it goes beyond the upper end of the axis, where the figures of columns that are cut stand.
    """

    left: float
    right: float
    aside: float
    down: float
    over: bool

    def shift(self, frame: Frame) -> tuple[float, float] | None:
        moved = (self.aside / frame.width_pt, self.down / frame.height_pt)
        return moved if any(moved) else None


def _spots(
    columns: Columns, index: int, frame: Frame, half_pt: float, reach: Reach, pt_per_value: float
) -> Iterator[_Spot]:
    """Where a figure may stand, best first: over its column, else as near as is clear of others.

    It stands beyond a longer column beside its own. There is no spot where the longer column of another period is in
    the way, or its 「—」: there it would be read as its figure.
    """
    pitch_pt, width_pt = columns.widths(frame)
    period, off = (index + 0.5) * pitch_pt, columns.off_pt(columns.main, frame)
    clear = max(pitch_pt - len(columns.figures) * width_pt / 2 - half_pt, 0.0)  # of the periods on either side
    beside = width_pt / 2 - half_pt
    for middle in (
        period + off,
        period + min(max(off, -clear), clear),
        period + off + beside,
        period + off - beside,
    ):
        aside = into_frame(middle, half_pt, frame)
        left, right = middle + aside - half_pt, middle + aside + half_pt
        down = _down(columns, index, frame, (left, right), reach, pt_per_value)
        if down is not None:
            top = float(columns.figures[columns.main][index] or 0) * pt_per_value - down + frame.line_pt
            over = top > float(reach.most) * pt_per_value + _SLACK_PT
            yield _Spot(left, right, middle + aside - period - off, down, over)


def _down(
    columns: Columns, index: int, frame: Frame, span: tuple[float, float], reach: Reach, pt_per_value: float
) -> float | None:
    """How far down from its column's end a figure between two places stands; None where it would lie on others."""
    pitch_pt, width_pt = columns.widths(frame)
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
        cut = [end for end in ends if reach.cuts(Decimal(end / pt_per_value / sign))]
        (own if period == index and not cut else others).extend(ends)
    end = sign * float(value) * pt_per_value
    out = max((*own, end))
    return None if any(other > out for other in others) else -sign * (out - end)
