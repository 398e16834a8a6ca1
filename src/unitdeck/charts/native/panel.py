"""Panel: amounts as columns above, their rate as a line below, over the same periods; never one upon the other.

One plot with two pairs of axes. The columns' axis runs far enough below zero that they keep the upper part of the plot,
the line's so far above its greatest value that it keeps the lower part: no program has to align two charts. The names
of the periods stand once, under both. The page writes the rate's name between them (at ``PANEL_RATES``).
"""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal

from unitdeck.charts.bar_geometry import scale_with_room
from unitdeck.charts.columns import Columns, columns_group, columns_names, columns_of
from unitdeck.charts.formats import number_format
from unitdeck.charts.frame import Drawing, Frame
from unitdeck.charts.gaps import with_gap_marks
from unitdeck.charts.periods import beside, every_nth, names_height_pt, spaced
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

_RATE = Stroke("ink", 2.5)
_MARKER_PT = 8
_RATE_ZERO = Stroke("grey", 0.75)
_ZERO_NAME = {"zh": "零线", "en": "Zero"}
_LABEL_ROOM = 1.2  # of a label's height, above and below the line
_ABOVE_NAME_EM = 0.4  # from the columns' foot to the rate's name


def draw(spec: ChartSpec, frame: Frame) -> Drawing:
    """Return the chart: amounts labelled on their columns, rates beside their points, with sign and %."""
    rate = column_of(spec, "rate")
    columns = columns_of(spec, frame.lang, but=rate)
    pitch = frame.width_pt / max(len(spec.categories), 1)
    head = frame.line_pt * 1.1
    every = every_nth(spec.categories, frame, pitch)
    foot = names_height_pt(spec.categories, frame, pitch, every)
    plot = max(frame.height_pt - head - foot, 0.3 * frame.height_pt)
    below = PANEL_RATES * frame.height_pt - head  # from the top of the plot to the rate's name
    upper = plot if rate is None else max(below - _ABOVE_NAME_EM * frame.size_pt, 0.2 * plot)
    scale = _upper_scale(columns, frame, plot, upper)
    groups = [columns_group(columns, frame, plot / (scale.most - scale.least))]
    periods = [category_axis(AXES, "b", frame.style, stroke=Stroke("ink", 1.0), every=every)]
    figures = [value_axis(AXES, "l", scale)]
    sheet, lines = columns.sheet, [] if rate is None else [rate]
    if rate is not None:
        values = spec.series[rate].values
        scale = _lower_scale(values, frame, plot, max(plot - below - frame.line_pt, 0.2 * plot))
        drawn = []
        if zero := _zero(values, frame.lang):
            lines.append(len(sheet.columns))
            sheet = sheet._replace(columns=(*sheet.columns, zero))
            drawn.append(line_series(sheet, lines[-1], rate, _RATE_ZERO))
        drawn.append(_line(spec, sheet, frame, rate, lines[-1], scale, plot, zero=zero is not None))
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


def _zero(values: Sequence[Decimal | None], lang: str) -> Figures | None:
    """The computed column of a line at zero, where rates fall on either side of it.

    It is no axis, because LibreOffice draws the category axis of a second pair where the first one's is.
    """
    known = [value for value in values if value is not None]
    if not known or not min(known) < 0 < max(known):
        return None
    return Figures(_ZERO_NAME[lang[:2]], (Decimal(0),) * len(values), "0", ("0",) * len(values))


def _upper_scale(columns: Columns, frame: Frame, plot_pt: float, band_pt: float) -> Scale:
    """The columns' axis: what fills the upper band, and below it as much again as the plot has left."""
    figures = [value for one in columns.figures for value in one]
    own = scale_with_room(figures, band_pt, frame.line_pt, frame.line_pt)
    per_pt = (own.most - own.least) / band_pt
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
    spec: ChartSpec, sheet: Sheet, frame: Frame, column: int, order: int, scale: Scale, plot_pt: float, *, zero: bool
) -> str:
    """The rate, its figures above or below its points, away from the line at zero."""
    rates = printed_as(spec, spec.series[column])
    values = rates.series[column].values
    texts = [value_text(value, rates) for value in values]
    pitch = frame.width_pt / len(values) if values else frame.width_pt
    last = max((index for index, value in enumerate(values) if value is not None), default=None)
    sides = beside(values, texts, frame, pitch, plot_pt / (scale.most - scale.least), zero=zero)
    words = [
        label(
            index,
            frame.style._replace(bold=index == last),
            number_format(rates),
            sides[index].position,
            shift=sides[index].shift(frame),
        )
        for index in sorted(spaced(values, texts, frame, pitch))
    ]
    return line_series(sheet, column, order, _RATE, marker_pt=_MARKER_PT, labels=only(words))
