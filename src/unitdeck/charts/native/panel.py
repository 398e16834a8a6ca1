"""Panel: amounts as columns above, their rate as a line below, over the same periods; never one upon the other.

One plot with two pairs of axes. The columns' axis runs far enough below zero that they keep the upper part of the plot,
the line's so far above its greatest value that it keeps the lower part: no program has to align two charts. The names
of the periods stand once, under both. The page writes the rate's name between them (at ``PANEL_RATES``).

A rate that is an outlier by the rule of bars, as after a base of nearly 0, would press the others flat: its point
stands at the limit and its label tells the true rate with 「»」. That point is computed from the rate in the sheet.
"""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal
from typing import NamedTuple

from unitdeck.base.richtext import Run
from unitdeck.charts.bar_geometry import plot_of
from unitdeck.charts.column_cuts import cut_head_pt, reach_of_columns
from unitdeck.charts.column_series import columns_of
from unitdeck.charts.columns import NAMES_LINES, columns_group, columns_names
from unitdeck.charts.formats import cut_words, number_format
from unitdeck.charts.frame import Drawing, Frame
from unitdeck.charts.gaps import with_gap_marks
from unitdeck.charts.periods import Beside, beside, every_nth, fitting, names_height_pt, spaced
from unitdeck.charts.sheets import column_of
from unitdeck.ooxml.chart_xml import line_chart, plot_area
from unitdeck.ooxml.chart_xml_axes import (
    AXES,
    SECOND_AXES,
    Scale,
    category_axis,
    hidden_category_axis,
    value_axis,
)
from unitdeck.ooxml.chart_xml_series import Stroke, label, line_series, only
from unitdeck.ooxml.chart_xml_sheet import Figures, Sheet
from unitdeck.plan.chart import ChartSpec
from unitdeck.plan.chart_heights import PANEL_RATES
from unitdeck.plan.figures import printed_as, value_text
from unitdeck.plan.reach import Reach, reach_of_single

_RATE = Stroke("ink", 2.5)
_MARKER_PT = 8
_RATE_ZERO = Stroke("grey", 0.75)
_ZERO_NAME = {"zh": "零线", "en": "Zero"}
_CUT_NAME = {"zh": "{}（截断）", "en": "{} (cut)"}
_LABEL_ROOM = 1.2  # of a label's height, above and below the line
_ABOVE_NAME_EM = 0.4  # from the columns' foot to the rate's name


class _Box(NamedTuple):
    """Where a label lies: in points from the left of the frame, and above the value 0."""

    left: float
    right: float
    low: float
    high: float

    def touches(self, other: _Box) -> bool:
        across = self.left < other.right and other.left < self.right
        return across and self.low < other.high and other.low < self.high


def draw(spec: ChartSpec, frame: Frame) -> Drawing:
    """Return the chart: amounts labelled on their columns, rates beside their points, with sign and %."""
    rate = column_of(spec, "rate")
    columns = columns_of(spec, frame.lang, but=rate)
    pitch = frame.width_pt / max(len(spec.categories), 1)
    reach = reach_of_columns(columns, frame, below=False)
    head = NAMES_LINES * frame.line_pt + cut_head_pt(reach, frame)
    every = every_nth(spec.categories, frame, pitch)
    foot = names_height_pt(spec.categories, frame, pitch, every)
    plot = max(frame.height_pt - head - foot, 0.3 * frame.height_pt)
    below = PANEL_RATES * frame.height_pt - head  # from the top of the plot to the rate's name
    upper = plot if rate is None else max(below - _ABOVE_NAME_EM * frame.size_pt, 0.2 * plot)
    scale = _upper_scale(reach, frame, plot, upper)
    groups = [columns_group(columns, frame, reach, plot / (scale.most - scale.least))]
    periods = [category_axis(AXES, "b", frame.style, stroke=Stroke("ink", 1.0), every=every)]
    figures = [value_axis(AXES, "l", scale)]
    sheet, lines = columns.sheet, [] if rate is None else [rate]
    if rate is not None:
        reach = reach_of_single(spec.series[rate].values)
        values = [value if value is None else reach.within(value) for value in spec.series[rate].values]
        scale = _lower_scale(values, frame, plot, max(plot - below - frame.line_pt, 0.2 * plot))
        drawn = []
        if zero := _zero(values, frame.lang):
            lines.append(len(sheet.columns))
            sheet = sheet._replace(columns=(*sheet.columns, zero))
            drawn.append(line_series(sheet, lines[-1], rate, _RATE_ZERO))
        sheet, line = _with_cuts(sheet, rate, values, reach, frame.lang)
        drawn.append(_line(spec, sheet, frame, rate, line, lines[-1], scale, plot, zero=zero is not None))
        groups.append(line_chart(drawn, SECOND_AXES))
        periods.append(hidden_category_axis(SECOND_AXES, "b"))
        figures.append(value_axis(SECOND_AXES, "r", scale, kept=True, crosses="max"))
    area = frame.area(0, head, frame.width_pt, plot)
    count = len(columns.columns)
    sheet, marks = with_gap_marks(sheet, columns.drawn, frame, len(sheet.columns))
    if marks:
        groups.insert(1, line_chart([marks], AXES))
    names = columns_names(columns, frame, range(count, count + len(lines) + bool(marks)))
    return Drawing(sheet, plot_area(area, groups, [*periods, *figures]), names)


def _with_cuts(sheet: Sheet, rate: int, values: Sequence[Decimal | None], reach: Reach, lang: str) -> tuple[Sheet, int]:
    """The sheet and the column of the line: the rates, or where some are cut, a computed column of what is drawn."""
    own = sheet.columns[rate]
    if tuple(values) == own.values:
        return sheet, rate
    cells = [sheet.cell(rate, row) for row in range(len(values))]
    formulas = tuple(f"IF(ISNUMBER({cell}),MAX(MIN(N({cell}),{reach.most:f}),{reach.least:f}),NA())" for cell in cells)
    drawn = Figures(_CUT_NAME[lang[:2]].format(own.name), tuple(values), own.format, formulas)
    return sheet._replace(columns=(*sheet.columns, drawn)), len(sheet.columns)


def _zero(values: Sequence[Decimal | None], lang: str) -> Figures | None:
    """The computed column of a line at zero, where rates fall on either side of it.

    It is no axis, because LibreOffice draws the category axis of a second pair where the first one's is.
    """
    known = [value for value in values if value is not None]
    if not known or not min(known) < 0 < max(known):
        return None
    return Figures(_ZERO_NAME[lang[:2]], (Decimal(0),) * len(values), "0", ("0",) * len(values))


def _upper_scale(reach: Reach, frame: Frame, plot_pt: float, band_pt: float) -> Scale:
    """The columns' axis: what fills the upper band, and below it as much again as the plot has left."""
    length, own = plot_of(reach, band_pt, frame.line_pt, frame.line_pt)
    per_pt = (own.most - own.least) / length
    return Scale(own.most - plot_pt * per_pt, own.most)


def _lower_scale(values: Sequence[Decimal | None], frame: Frame, plot_pt: float, band_pt: float) -> Scale:
    """The line's axis: room for a label above and below it in the lower band, and above that the rest of the plot."""
    known = [float(value) for value in values if value is not None] or [0.0]
    least, most = min(known), max(known)
    span = most - least
    if not span:
        span = abs(most) or 1.0
        least, most = least - span / 2, most + span / 2
    per_pt = span / max(band_pt - _LABEL_ROOM * 2 * frame.line_pt, 0.2 * band_pt)
    bottom = least - _LABEL_ROOM * frame.line_pt * per_pt
    return Scale(bottom, bottom + plot_pt * per_pt)


def _line(
    spec: ChartSpec,
    sheet: Sheet,
    frame: Frame,
    rate: int,
    column: int,
    order: int,
    scale: Scale,
    plot_pt: float,
    *,
    zero: bool,
) -> str:
    """The rate, its figures above or below its points, away from the line at zero.

    Where later periods are empty, the last figure stands right of its point and leaves more room to the others.
    """
    rates = printed_as(spec, spec.series[rate])
    values = sheet.columns[column].values
    cut = {index: value for index, value in enumerate(spec.series[rate].values) if value != values[index]}
    texts = [
        cut_words(value_text(value, rates), value) if value is not None and index in cut else value_text(value, rates)
        for index, value in enumerate(spec.series[rate].values)
    ]
    pitch = frame.width_pt / len(values) if values else frame.width_pt
    last = max((index for index, value in enumerate(values) if value is not None), default=None)
    per_value = plot_pt / (scale.most - scale.least)
    sides = beside(values, texts, frame, pitch, per_value, zero=zero)
    if last is not None and _free_right(values, texts, last, frame, pitch, per_value, zero=zero):
        sides[last] = Beside("r", 0.0, 0.0)
        shown = {last, *_fitting([*values[:last], *(None for _ in values[last:])], texts, frame, pitch, list(cut))}
    else:
        shown = _fitting(values, texts, frame, pitch, list(cut))
    boxes = {
        index: _box((index + 0.5) * pitch, float(values[index] or 0) * per_value, texts[index], side, frame)
        for index, side in sides.items()
    }
    for index, box in boxes.items():
        narrow = box.right - box.left <= 2 * pitch  # a wider one would lie on the line beyond the next points
        if index not in shown and narrow and not any(box.touches(boxes[other]) for other in shown):
            shown.add(index)
    words = [
        label(
            index,
            frame.style._replace(bold=index == last or index in cut),
            number_format(rates),
            sides[index].position,
            lines=[[Run(texts[index])]] if index in cut else (),
            shift=sides[index].shift(frame),
        )
        for index in sorted(shown)
    ]
    return line_series(sheet, column, order, _RATE, marker_pt=_MARKER_PT, labels=only(words))


def _box(middle_pt: float, level_pt: float, text: str, side: Beside, frame: Frame) -> _Box:
    """Where a label of a point lies, on its side of it."""
    wide, high = frame.label_pt(text, bold=True), frame.line_pt
    left = middle_pt + side.right_pt - (0 if side.position == "r" else wide / 2)
    low = level_pt - side.down_pt - {"t": 0.0, "r": high / 2, "b": high}[side.position]
    return _Box(left, left + wide, low, low + high)


def _free_right(
    values: Sequence[Decimal | None],
    texts: Sequence[str],
    last: int,
    frame: Frame,
    pitch_pt: float,
    pt_per_value: float,
    *,
    zero: bool,
) -> bool:
    """Whether the last figure can stand right of its point: over empty periods, clear of a line at zero.

    Not where all find their places on their points.
    """
    value = values[last] or Decimal(0)
    known = sum(1 for one in values if one is not None)
    room = (len(values) - last - 0.5) * pitch_pt - _MARKER_PT / 2
    return (
        last + 1 < len(values)
        and len(spaced(values, texts, frame, pitch_pt)) < known
        and frame.label_pt(texts[last], bold=True) <= room
        and not (zero and abs(float(value)) * pt_per_value < 0.75 * frame.line_pt)
    )


def _fitting(
    values: Sequence[Decimal | None], texts: Sequence[str], frame: Frame, pitch_pt: float, cut: Sequence[int]
) -> set[int]:
    """The figures that do not touch: those that are cut before those that matter, and then any that fits."""
    known = [index for index, value in enumerate(values) if value is not None]
    widths = {index: frame.label_pt(texts[index], bold=True) for index in known}
    first = [index for index in cut if index in widths]
    return fitting(
        dict.fromkeys((*first, *sorted(spaced(values, texts, frame, pitch_pt)), *known)), widths, frame, pitch_pt
    )
