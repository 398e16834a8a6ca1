"""Heat map: units in rows, indicators in columns; every cell says its figure, colour shows where they are high."""

from __future__ import annotations

from unitdeck.charts.canvas.classes import Classes, classes_of, keys_of
from unitdeck.charts.canvas.marks import Mark, Words, base_line, box
from unitdeck.charts.canvas.text import LINE_EM, draw_keys, keys_height_pt, lines_of, stacked
from unitdeck.charts.canvas.theme import Theme
from unitdeck.charts.frame import Frame
from unitdeck.plan.chart import ChartSpec
from unitdeck.plan.chart_kinds import CHART_KINDS
from unitdeck.plan.figures import value_text

_HEAD_LINES = 3
_NAMES_SHARE = 0.34
_MOST_CELL_EM = 9.0
_AIR = 2.0  # between cells
_OWN_PT = 2.25  # the outline of the own unit's row


def draw(spec: ChartSpec, frame: Frame, theme: Theme) -> list[Mark]:
    """Return the marks: the indicators' names, the rows, the key of the colours below."""
    size, classes = frame.size_pt, classes_of(spec, theme)
    names = frame.names_pt or min(frame.widest_pt(spec.categories, bold=True) + size, _NAMES_SHARE * frame.width_pt)
    across = min((frame.width_pt - names - _OWN_PT) / max(len(spec.series), 1), _MOST_CELL_EM * size)
    headings = [lines_of(series.name, across - size / 2, size, _HEAD_LINES) for series in spec.series]
    head = (LINE_EM * max(map(len, headings), default=0) + 0.5) * size
    keys = keys_of(spec, classes, theme, frame.lang)
    # The key begins under the cells, or at the edge where it takes fewer lines there.
    start = min((names, 0.0), key=lambda left: keys_height_pt(keys, frame.width_pt - left, size))
    foot = keys_height_pt(keys, frame.width_pt - start, size)
    row_range = CHART_KINDS[spec.kind].row
    count = max(len(spec.categories), 1)
    pitch = (frame.height_pt - head - foot - size / 2) / count
    if row_range:
        pitch = min(pitch, row_range.most * size)

    marks: list[Mark] = []
    for column, lines in enumerate(headings):
        middle = head - 0.25 * size - LINE_EM * size * len(lines) / 2
        marks += stacked(lines, names + (column + 0.5) * across, middle, size, theme.rgb("ink"), ctr=True)
    for row, name in enumerate(spec.categories):
        own, top = row == spec.highlight, head + row * pitch
        color = theme.rgb("accent" if own else "ink")
        most = max(int((pitch - _AIR) / (1.2 * size)), 1)
        marks += stacked(lines_of(name, names - size, size, most, own), 0, top + pitch / 2, size, color, bold=own)
    marks += _cells(spec, classes, theme, names, head, across, pitch, size)
    if spec.highlight is not None and spec.highlight < len(spec.categories):
        outline = box(
            names, head + spec.highlight * pitch, across * len(spec.series), pitch, "", theme.rgb("accent"), _OWN_PT
        )
        marks.append(outline)
    marks += draw_keys(keys, start, head + pitch * count + size / 2, frame.width_pt - start, size, theme.rgb("sub"))
    return marks


def _cells(
    spec: ChartSpec, classes: Classes, theme: Theme, left: float, top: float, across: float, pitch: float, size: float
) -> list[Mark]:
    marks: list[Mark] = []
    bare = _bare_if_narrow(spec, across, size)
    for column, series in enumerate(spec.series):
        for row, value in enumerate(series.values):
            x, y = left + column * across, top + row * pitch
            place = (x + _AIR / 2, y + _AIR / 2, across - _AIR, pitch - _AIR)
            at = (x + across / 2, base_line(y + pitch / 2, size))
            if value is None:
                marks.append(box(*place, "", theme.rgb("line"), 1.0))
                marks.append(Words(*at, value_text(None, spec), size, theme.rgb("sub"), "ctr"))
            else:
                fill, ink = classes.look(value)
                marks.append(box(*place, fill))
                marks.append(Words(*at, value_text(value, bare), size, ink, "ctr", row == spec.highlight))
    return marks


def _bare_if_narrow(spec: ChartSpec, across: float, size: float) -> ChartSpec:
    """Where figures with 「%」 are wider than a cell the sign stands in the key only."""
    words = (
        Words(0, 0, value_text(value, spec), size, "", bold=True)
        for series in spec.series
        for value in series.values
        if value is not None
    )
    wide = any(word.bounds.right > across - _AIR for word in words)
    return spec._replace(unit="") if wide else spec
