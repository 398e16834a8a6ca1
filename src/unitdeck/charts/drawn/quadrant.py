"""Labelled quadrants: each unit a point, its level across and its growth up; two lines part them."""

from __future__ import annotations

from decimal import Decimal
from typing import NamedTuple

from unitdeck.charts.canvas.labels import Anchor, place_labels
from unitdeck.charts.canvas.marks import Bounds, Dot, Mark, Path, Words, base_line
from unitdeck.charts.canvas.scale import tick_text, ticks
from unitdeck.charts.canvas.text import LINE_EM, cut, one_line
from unitdeck.charts.canvas.theme import Theme
from unitdeck.charts.frame import Frame
from unitdeck.charts.sheets import at
from unitdeck.layout.metrics import width_pt
from unitdeck.plan.chart import ChartSpec, Series
from unitdeck.plan.figures import value_text

_MEAN = {"zh": "平均{}", "en": "mean {}"}
_UNNAMED = {"zh": "{}个点未标名", "en": "{} points without a name"}
_WITHOUT = {"zh": "{}个单位缺数据", "en": "{} units without data"}
_DOT_EM, _OWN_EM = 0.26, 0.36
_AIR = 0.06  # of the range, beyond the outermost points
_MOST_NAME_EM = 12.0
_MOST_TICKS = 7
_UPRIGHT_EM = 2.6  # between figures along the upright axis, at least


class _Axis(NamedTuple):
    """One direction: its series, where its line stands, the ends of the scale, and the digits of its figures."""

    series: Series
    line: Decimal | None
    mean: bool
    least: float
    most: float
    digits: int

    def share(self, value: Decimal) -> float:
        """Where a value lies, from 0 to 1."""
        return (float(value) - self.least) / (self.most - self.least)


class _Plot(NamedTuple):
    """The frame of the plot, within it the room of the points, and the figures along both axes."""

    frame: Bounds
    inner: Bounds
    size: float
    level: list[Decimal]
    upright: list[Decimal]

    def x(self, axis: _Axis, value: Decimal) -> float:
        """Where a value stands across."""
        return self.inner.left + axis.share(value) * (self.inner.right - self.inner.left)

    def y(self, axis: _Axis, value: Decimal) -> float:
        """Where a value stands upright."""
        return self.inner.bottom - axis.share(value) * (self.inner.bottom - self.inner.top)


def draw(spec: ChartSpec, frame: Frame, theme: Theme) -> list[Mark]:
    """Return the marks: the plot with its lines, the points, their names, and what the axes mean."""
    lang = frame.lang[:2]
    across, up = (_axis(spec, index) for index in (0, 1))
    plot = _plot(spec, across, up, frame, lang)
    points = {
        index: (plot.x(across, x), plot.y(up, y))
        for index, (x, y) in enumerate(zip(across.series.values, up.series.values, strict=True))
        if x is not None and y is not None
    }
    titles = _titles(across, up, plot, frame, theme, lang)
    lines = _lines(across, up, plot, theme)
    corners = _corners(spec, plot, theme)
    anchors = _anchors(spec, points, frame.size_pt, theme)
    placed = place_labels(
        anchors,
        frame.size_pt,
        plot.frame,
        [mark.bounds for mark in (*titles, *corners)],
        [(line.points[0], line.points[1]) for line in lines],
        theme.rgb("grey"),
    )
    edges = plot.frame
    marks: list[Mark] = [
        Path(((edges.left, edges.top), (edges.left, edges.bottom), (edges.right, edges.bottom)), theme.rgb("range2"), 1)
    ]
    marks += [*lines, *corners, *titles]
    marks += [found.leader for found in placed if found and found.leader]
    for anchor in reversed(anchors):
        fill = theme.rgb("accent" if anchor.bold else "grey")
        marks.append(Dot(anchor.x, anchor.y, anchor.radius, fill, theme.rgb("ground"), 1.0))
    marks += [found.words for found in placed if found]
    notes = _notes(len(spec.categories) - len(points), placed.count(None), lang)
    if notes:
        marks.append(Words(0, _last(frame), notes, frame.size_pt, theme.rgb("sub")))
    return marks


def _axis(spec: ChartSpec, index: int) -> _Axis:
    series = spec.series[index] if index < len(spec.series) else Series("", (None,) * len(spec.categories))
    known = [value for value in series.values if value is not None]
    exponents = (value.as_tuple().exponent for value in known)
    digits = max((-exponent for exponent in exponents if isinstance(exponent, int)), default=0)
    mean = len(spec.limits) <= index
    line = (sum(known, Decimal(0)) / len(known) if known else None) if mean else spec.limits[index]
    inside = [*known, line] if line is not None else known
    least, most = (float(min(inside)), float(max(inside))) if inside else (0.0, 1.0)
    air = (most - least) * _AIR or max(abs(most), 1.0) * _AIR
    return _Axis(series, line, mean, least - air, most + air, max(digits, 0))


def _plot(spec: ChartSpec, across: _Axis, up: _Axis, frame: Frame, lang: str) -> _Plot:
    """The room: a line of text above, two below, figures at the left, what the level line says at the right."""
    size = frame.size_pt
    top, bottom = (LINE_EM + 0.3) * size, max(frame.height_pt - 2 * LINE_EM * size, 4 * LINE_EM * size)
    strip = LINE_EM * size if spec.corners else 0.4 * size
    upright = ticks(up.least, up.most, min(int((bottom - top - 2 * strip) / (_UPRIGHT_EM * size)), _MOST_TICKS))
    left = frame.widest_pt(map(tick_text, upright)) + 2
    right = frame.width_pt - (frame.label_pt(_line_text(up, lang)) + 0.4 * size if up.line is not None else size)
    inner = Bounds(left + size / 2, top + strip, right, bottom - strip)
    level = ticks(
        across.least, across.most, min(int((inner.right - inner.left) / (_level_em(across) * size)), _MOST_TICKS)
    )
    return _Plot(Bounds(left, top, frame.width_pt, bottom), inner, size, level, upright)


def _level_em(axis: _Axis) -> float:
    """How far figures along the level axis are apart at least: as wide as the longest, and some air."""
    ends = (tick_text(Decimal(round(end))) for end in (axis.least, axis.most))
    return max(width_pt(text, 1.0) for text in ends) + 2.5


def _anchors(spec: ChartSpec, points: dict[int, tuple[float, float]], size: float, theme: Theme) -> list[Anchor]:
    """The points that want names: the own unit first, then from the right."""
    order = sorted(points, key=lambda index: (index != spec.highlight, -points[index][0], index))
    anchors = []
    for index in order:
        own = index == spec.highlight
        label = at(spec.labels, index)
        name = one_line(f"{spec.categories[index]} {label}" if label else spec.categories[index])
        anchors.append(
            Anchor(
                *points[index],
                (_OWN_EM if own else _DOT_EM) * size,
                cut(name, _MOST_NAME_EM * size, size, own),
                theme.rgb("accent" if own else "ink"),
                own,
            )
        )
    return anchors


def _lines(across: _Axis, up: _Axis, plot: _Plot, theme: Theme) -> list[Path]:
    lines, stroke = [], theme.rgb("grey")
    if across.line is not None:
        x = plot.x(across, across.line)
        lines.append(Path(((x, plot.frame.top), (x, plot.frame.bottom)), stroke, 1.0, dashed=True))
    if up.line is not None:
        y = plot.y(up, up.line)
        lines.append(Path(((plot.frame.left, y), (plot.inner.right, y)), stroke, 1.0, dashed=True))
    return lines


def _line_text(axis: _Axis, lang: str) -> str:
    value = axis.line or Decimal(0)
    text = value_text(value, ChartSpec("quadrant", "", (), (), decimals=axis.digits)) if axis.mean else tick_text(value)
    return _MEAN[lang].format(text) if axis.mean else text


def _corners(spec: ChartSpec, plot: _Plot, theme: Theme) -> list[Words]:
    """The quadrants' names in their corners, from the top right anticlockwise."""
    if not spec.corners:
        return []
    edges, size = plot.frame, plot.size
    high, low = base_line(edges.top + LINE_EM * size / 2, size), base_line(edges.bottom - LINE_EM * size / 2, size)
    places = ((edges.right, high), (edges.left + 6, high), (edges.left + 6, low), (edges.right, low))
    return [
        Words(x, y, name, size, theme.rgb("sub"), "r" if x == edges.right else "l", True)
        for name, (x, y) in zip(spec.corners, places, strict=True)
    ]


def _titles(across: _Axis, up: _Axis, plot: _Plot, frame: Frame, theme: Theme, lang: str) -> list[Words]:
    """What the axes mean, their figures, and what the lines say."""
    size, ink = frame.size_pt, theme.rgb("sub")
    first = base_line(LINE_EM * size / 2, size)
    below = base_line(plot.frame.bottom + LINE_EM * size / 2, size)
    half = frame.width_pt / 2
    title = Words(0, first, cut(f"↑ {up.series.name}", half, size), size, ink)
    said = [title, Words(frame.width_pt, _last(frame), cut(f"{across.series.name} →", half, size), size, ink, "r")]
    if across.line is not None:
        text = _line_text(across, lang)
        wide = frame.label_pt(text)
        x = min(max(plot.x(across, across.line), title.bounds.right + size + wide / 2), frame.width_pt - wide / 2)
        said.append(Words(x, first, text, size, theme.rgb("ink"), "ctr"))
    if up.line is not None:
        y = base_line(plot.y(up, up.line), size)
        said.append(Words(frame.width_pt, y, _line_text(up, lang), size, theme.rgb("ink"), "r"))
    for tick in plot.level:
        said.append(Words(plot.x(across, tick), below, tick_text(tick), size, ink, "ctr"))
    for tick in plot.upright:
        middle = base_line(plot.y(up, tick), size)
        said.append(Words(plot.frame.left - 5, middle, tick_text(tick), size, ink, "r"))
    return said


def _last(frame: Frame) -> float:
    """The base line of the lowest line of text."""
    return base_line(frame.height_pt - LINE_EM * frame.size_pt / 2, frame.size_pt)


def _notes(without: int, unnamed: int, lang: str) -> str:
    """How many units have no figures, and how many points no name."""
    said = [text[lang].format(count) for text, count in ((_WITHOUT, without), (_UNNAMED, unnamed)) if count]
    return ("，" if lang == "zh" else ", ").join(said)
