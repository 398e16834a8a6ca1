"""Lines over periods: this year solid in the accent, its forecast dashed from there, last year lighter, plans dashed.

Lines are named where they end; one alone carries its figures at its points.
"""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal

from unitdeck.charts.forecast import continued
from unitdeck.charts.formats import number_format
from unitdeck.charts.frame import Drawing, Frame
from unitdeck.charts.gaps import with_gap_marks
from unitdeck.charts.label_places import Lines
from unitdeck.charts.line_ends import BESIDE_PT, End, end_label, first_and_last, shifts_off_lines, widest_pt
from unitdeck.charts.periods import beside, every_nth, names_height_pt, spaced
from unitdeck.charts.sheets import sheet_of
from unitdeck.ooxml.chart_xml import line_chart, plot_area
from unitdeck.ooxml.chart_xml_axes import AXES, Scale, category_axis, value_axis
from unitdeck.ooxml.chart_xml_series import VALUE, Shows, Stroke, label, line_series, only
from unitdeck.plan.chart import ChartSpec, Role
from unitdeck.plan.figures import value_text

_PLANNED = Stroke("sub", 2.0, "sysDash")
_STROKES: dict[Role, Stroke] = {
    "last_year": Stroke("grey", 2.25),
    "plan": _PLANNED,
    "target": _PLANNED,
    "schedule": _PLANNED,
    "forecast": Stroke("accent", 2.75, "sysDash"),
}
_MAIN = Stroke("accent", 3.5)
_TEXT = {"grey": "sub"}  # the grey of lines is too light for words
_MARKER_PT, _SMALL_MARKER_PT = 9, 6
_MARKERS_APART_PT = 24.0  # where points are nearer, markers are small
_NAME_VALUE = Shows(value=True, series=True, separator=" ")
_LEAST_PITCH_PT = 1.0  # of periods, however long the names of lines are
_ROOM = 1.3  # of a label's height, above and below the lines

Values = Sequence[Decimal | None]


def draw(spec: ChartSpec, frame: Frame) -> Drawing:
    """Return the chart; a missing value is a gap in its line, 「—」 stands where no line has any."""
    course = continued(spec)
    sheet = course.sheet if course else sheet_of(spec)
    drawn = [course.column if course and column == course.forecast else column for column in range(len(spec.series))]
    lines = [sheet.columns[column].values for column in drawn]
    count, alone = max(len(spec.categories), 1), len(lines) == 1
    ends = [] if alone else [end for line in range(len(lines)) if (end := _end(spec, line))]
    # A line's last point stands half a period right of its period's edge, and its label, which is never cut, there.
    pitches = ((frame.width_pt - widest_pt([end], frame) - BESIDE_PT) / (end.point + 0.5) for end in ends)
    pitch = max(min((frame.width_pt / count, *pitches)), _LEAST_PITCH_PT)
    width = pitch * count

    every = every_nth(spec.categories, frame, pitch)
    foot = names_height_pt(spec.categories, frame, pitch, every)
    height = max(frame.height_pt - foot, 0.3 * frame.height_pt)
    scale = _scale(lines, height, frame.line_pt)
    per_value = height / (scale.most - scale.least)
    depths = [
        [(scale.most - float(value)) * per_value if value is not None else None for value in line] for line in lines
    ]
    moves = shifts_off_lines(ends, Lines(depths, pitch), frame, height)
    words = {end.column: [_end_label(spec, frame, end, move)] for end, move in moves.items()}
    if alone:
        words[0] = _point_labels(spec, frame, pitch, per_value, zero=scale.least < 0 < scale.most)
    series = [
        line_series(
            sheet,
            column,
            line,
            _stroke(spec, line),
            marker_pt=_marker_pt(spec.series[line].role, lines[line], pitch),
            labels=only(words.get(line, ())),
        )
        for line, column in enumerate(drawn)
    ]
    axes = [
        category_axis(
            AXES,
            "b",
            frame.style,
            stroke=Stroke("line", 1.0),
            crosses="autoZero" if scale.least < 0 < scale.most else "min",
            every=every,
        ),
        value_axis(AXES, "l", scale),
    ]
    area = frame.area(0, 0, min(width, frame.width_pt), height)
    if all(value is None for values in lines for value in values):
        sheet, marks = with_gap_marks(sheet, drawn, frame, len(series))
        series.append(marks)
    return Drawing(sheet, plot_area(area, [line_chart(series, AXES)], axes))


def _stroke(spec: ChartSpec, line: int) -> Stroke:
    return _STROKES.get(spec.series[line].role, _MAIN)


def _marker_pt(role: Role, values: Values, pitch_pt: float) -> int:
    """Markers on the line that counts, and on any line that has a point without neighbours, else it were not seen."""
    if role in ("actual", "rate"):
        return _MARKER_PT if pitch_pt >= _MARKERS_APART_PT else _SMALL_MARKER_PT
    padded = (None, *values, None)
    alone = any(
        value is not None and padded[index] is None and padded[index + 2] is None for index, value in enumerate(values)
    )
    return _SMALL_MARKER_PT if alone else 0


def _end(spec: ChartSpec, line: int) -> End | None:
    series = spec.series[line]
    known = first_and_last(series.values)
    if known is None:
        return None
    text = f"{series.name} {value_text(series.values[known[1]], spec)}"
    return End(line, known[1], "r", (text,), _NAME_VALUE)


def _scale(lines: Sequence[Values], height_pt: float, line_pt: float) -> Scale:
    """The ends of the value axis: room for a label above and below; lines need not start at 0."""
    known = [float(value) for values in lines for value in values if value is not None] or [0.0]
    least, most = min(known), max(known)
    span = (most - least) or abs(most) or 1.0
    if most == least:
        least, most = least - span / 2, most + span / 2
    per_pt = span / max(height_pt - 2 * _ROOM * line_pt, 0.3 * height_pt)
    return Scale(least - _ROOM * line_pt * per_pt, most + _ROOM * line_pt * per_pt)


def _end_label(spec: ChartSpec, frame: Frame, end: End, down_pt: float) -> str:
    stroke = _stroke(spec, end.column)
    style = frame.style._replace(bold=stroke is _MAIN, color=_TEXT.get(stroke.color, stroke.color))
    return end_label(end, style, number_format(spec), frame, BESIDE_PT, down_pt)


def _point_labels(spec: ChartSpec, frame: Frame, pitch_pt: float, pt_per_value: float, *, zero: bool) -> list[str]:
    """The figures of the only line: above or below its points, the last one strong."""
    values = spec.series[0].values
    texts = [value_text(value, spec) for value in values]
    shown = spaced(values, texts, frame, pitch_pt)
    sides = beside(values, texts, frame, pitch_pt, pt_per_value, zero=zero)
    last = max(shown, default=0)
    strong = frame.style._replace(bold=True, color="accent")
    return [
        label(
            index,
            strong if index == last else frame.style,
            number_format(spec),
            sides[index].position,
            VALUE,
            shift=sides[index].shift(frame),
        )
        for index in sorted(shown)
    ]
