"""Small multiples: a panel a unit or indicator, all on one scale; the own one in the accent."""

from __future__ import annotations

import math
from collections.abc import Iterable, Sequence
from decimal import Decimal
from typing import NamedTuple

from unitdeck.charts.canvas.marks import Bounds, Dot, Mark, Path, Words, base_line, box
from unitdeck.charts.canvas.text import LINE_EM, cut, one_line
from unitdeck.charts.canvas.theme import Theme
from unitdeck.charts.frame import Frame
from unitdeck.layout.metrics import width_pt
from unitdeck.plan.chart import ChartSpec, Series
from unitdeck.plan.chart_heights import MOST_PANELS
from unitdeck.plan.figures import value_text

_FEW_PERIODS = 6  # up to this many are columns, more are a line
_GAP_EM, _ROW_GAP_EM = 1.2, 0.9  # between panels
_TITLE_GAP_EM = 0.6  # between a panel's name and its figure
_MOST_TITLE_EM = 16.0  # longer names are cut
_LEAST_PLOT_EM = 1.8
_FOOT_PT = 2.5  # of a column that is 0
_GOOD_SHAPE = 2.0  # width to height of a panel's plot
_SCALE = {"zh": "各图同一刻度：{}至{}{}", "en": "One scale for all: {} to {}{}"}
_LEFT_OUT = {"zh": "，另有{}个未列", "en": ", {} more not shown"}


class _Panel(NamedTuple):
    """A panel's plot, with the scale that all share and the look of its figures."""

    plot: Bounds
    least: float
    most: float
    size: float
    color: str
    base: str

    def y(self, value: Decimal) -> float:
        """How high a value stands."""
        return self.plot.bottom - (float(value) - self.least) / (self.most - self.least) * (
            self.plot.bottom - self.plot.top
        )


def draw(spec: ChartSpec, frame: Frame, theme: Theme) -> list[Mark]:
    """Return the marks: panels in rows, each with its name and its last figure; the periods below, the scale last."""
    size, shown = frame.size_pt, _shown(spec)
    line, gap = LINE_EM * size, _GAP_EM * size
    columns = _columns(spec, shown, frame)
    wide, high = _panel_size(len(shown), columns, frame)
    least, most = _ends(spec, shown)

    marks: list[Mark] = []
    for position, index in enumerate(shown):
        own = index == spec.highlight
        left, top = position % columns * (wide + gap), position // columns * (high + _ROW_GAP_EM * size)
        plot = Bounds(left, top + line + 0.3 * size, left + wide, top + high)
        panel = _Panel(plot, least, most, size, theme.rgb("accent" if own else "grey"), theme.rgb("range2"))
        marks += _title(spec, index, left, top, wide, size, theme)
        marks += _plot(spec.series[index], len(spec.categories), panel)
        if position + columns >= len(shown):
            marks += _periods(spec.categories, plot, size, theme.rgb("sub"))
    unit = spec.unit if spec.unit != "%" else ""
    text = _SCALE[frame.lang[:2]].format(*(_end_text(end, spec) for end in (least, most)), unit)
    if len(shown) < len(spec.series):
        text += _LEFT_OUT[frame.lang[:2]].format(len(spec.series) - len(shown))
    note = cut(text, frame.width_pt, size)
    return [*marks, Words(0, base_line(frame.height_pt - line / 2, size), note, size, theme.rgb("sub"))]


def _shown(spec: ChartSpec) -> list[int]:
    """The panels: the first 24, the own one among them."""
    indexes = list(range(min(len(spec.series), MOST_PANELS)))
    if spec.highlight is not None and MOST_PANELS <= spec.highlight < len(spec.series):
        indexes[-1] = spec.highlight
    return indexes


def _columns(spec: ChartSpec, shown: Sequence[int], frame: Frame) -> int:
    """How many panels stand side by side: names uncut first, then rows full, then panels of a good shape."""
    size, count = frame.size_pt, max(len(shown), 1)
    needed = max((_title_width(spec, index, size) for index in shown), default=0.0)

    def badness(columns: int) -> tuple[float, float]:
        wide, high = _panel_size(count, columns, frame)
        plot = high - (LINE_EM + 0.3) * size
        cut_short = max(min(needed, _MOST_TITLE_EM * size) - wide, 0.0) + max(_LEAST_PLOT_EM * size - plot, 0.0) * 2
        empty = (-count % columns) / count
        return cut_short, empty + abs(math.log(max(wide, 1.0) / max(plot, 1.0) / _GOOD_SHAPE))

    return min(range(1, count + 1), key=badness)


def _panel_size(count: int, columns: int, frame: Frame) -> tuple[float, float]:
    """Width and height of a panel; below the last one stand the periods, and the line that tells the scale."""
    size, rows = frame.size_pt, math.ceil(max(count, 1) / columns)
    wide = (frame.width_pt - _GAP_EM * size * (columns - 1)) / columns
    return wide, (frame.height_pt - (2 * LINE_EM + 0.5) * size - _ROW_GAP_EM * size * (rows - 1)) / rows


def _title_width(spec: ChartSpec, index: int, size: float) -> float:
    series, own = spec.series[index], index == spec.highlight
    figure = value_text(series.values[-1] if series.values else None, spec)
    return width_pt(one_line(series.name), size, own) + width_pt(figure, size, True) + _TITLE_GAP_EM * size


def _ends(spec: ChartSpec, shown: Iterable[int]) -> tuple[float, float]:
    """The ends of the scale: through 0, as columns need it and lines bear it."""
    known = [float(value) for index in shown for value in spec.series[index].values if value is not None]
    least, most = min((*known, 0.0)), max((*known, 0.0))
    return (least, most) if least < most else (0.0, 1.0)


def _end_text(end: float, spec: ChartSpec) -> str:
    return value_text(Decimal(repr(end)), spec._replace(signed=False, decimals=spec.decimals if end else 0))


def _title(
    spec: ChartSpec, index: int, left: float, top: float, wide: float, size: float, theme: Theme
) -> Iterable[Mark]:
    """The panel's name at the left, its last figure at the right."""
    series, own = spec.series[index], index == spec.highlight
    figure = value_text(series.values[-1] if series.values else None, spec)
    y = base_line(top + LINE_EM * size / 2, size)
    room = wide - width_pt(figure, size, True) - _TITLE_GAP_EM * size
    color = theme.rgb("accent" if own else "ink")
    yield Words(left, y, cut(one_line(series.name), room, size, own), size, color, "l", own)
    yield Words(left + wide, y, figure, size, color, "r", True)


def _plot(series: Series, count: int, panel: _Panel) -> Iterable[Mark]:
    left, right, zero = panel.plot.left, panel.plot.right, panel.y(Decimal(0))
    if count <= _FEW_PERIODS:
        pitch = (right - left) / max(count, 1)
        width = min(0.6 * pitch, 2.4 * panel.size)
        for index, value in enumerate(series.values):
            if value is not None:
                tip = panel.y(value)
                middle = left + (index + 0.5) * pitch
                yield box(middle - width / 2, min(tip, zero), width, abs(tip - zero), panel.color)
        yield Path(((left, zero), (right, zero)), panel.base, 1.0)
        for index, value in enumerate(series.values):
            if value == 0:  # no column, but not nothing either: its foot
                middle = left + (index + 0.5) * pitch
                yield Path(((middle - width / 2, zero), (middle + width / 2, zero)), panel.color, _FOOT_PT)
        return
    yield Path(((left, zero), (right, zero)), panel.base, 1.0)
    step = (right - left - panel.size / 2) / (count - 1)
    for run in _runs(series.values):
        points = tuple((left + panel.size / 4 + index * step, panel.y(value)) for index, value in run)
        if len(points) > 1:
            yield Path(points, panel.color, 2.25)
        else:
            yield Dot(*points[0], 2.25, panel.color)
    last = next((index for index in reversed(range(count)) if series.values[index] is not None), None)
    if last is not None and (value := series.values[last]) is not None:
        yield Dot(left + panel.size / 4 + last * step, panel.y(value), 3.5, panel.color)


def _runs(values: Sequence[Decimal | None]) -> Iterable[list[tuple[int, Decimal]]]:
    """The stretches without a gap."""
    run: list[tuple[int, Decimal]] = []
    for index, value in enumerate(values):
        if value is None:
            if run:
                yield run
            run = []
        else:
            run.append((index, value))
    if run:
        yield run


def _periods(categories: Sequence[str], plot: Bounds, size: float, ink: str) -> Iterable[Mark]:
    """The first period and the last, below their ends of the plot."""
    y, room = base_line(plot.bottom + LINE_EM * size / 2 + 1, size), (plot.right - plot.left - size) / 2
    names = [cut(one_line(name), room, size) for name in categories]
    if len(names) == 1:
        yield Words((plot.left + plot.right) / 2, y, names[0], size, ink, "ctr")
    elif names:
        yield Words(plot.left, y, names[0], size, ink)
        yield Words(plot.right, y, names[-1], size, ink, "r")
