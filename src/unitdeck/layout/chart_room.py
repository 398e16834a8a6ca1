"""The type size of a chart's labels, and the room beside its plot for names and labels."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from unitdeck.base.richtext import Run
from unitdeck.base.units import emu, pt
from unitdeck.layout.breaking import count_lines
from unitdeck.layout.chart_label import INSETS_PT, LINE_EM, label_pt, line_pt
from unitdeck.layout.metrics import width_pt
from unitdeck.layout.ring import LEAST_RADIUS_PT, ring_of
from unitdeck.layout.sheet import Sheet
from unitdeck.plan.chart import ChartSpec
from unitdeck.plan.chart_heights import height_range_pt, row_range_em
from unitdeck.plan.chart_kinds import CHART_KINDS, Range, has_rows
from unitdeck.plan.figures import figure_texts
from unitdeck.plan.gantt import label_texts, room_right
from unitdeck.plan.reach import Reach, reach_of, reached_text

NAME_SHARE = 0.92  # of the room under a column, for its name
FIGURE_AIR = 0.35  # around a figure on its column, in multiples of the type size
NAMES_SHARE, NAMES_MOST = 0.34, 0.45  # of the width, for names beside bars: always, and where labels leave it free
PLOT_SHARE, PLOT_LEAST = 0.3, 0.15  # of the width, for the bars: wanted, and at the least
NAME_LINE, NAME_AIR = 1.2, 0.4  # a line of a name, and the air of a row with several, in multiples of the type size
LABEL_AIR_PT = 10.0  # a label's insets, and its distance from the bar
BLANK_EM = 0.3
CUT_MARK_EM = 1.0  # 「 »」 after the figure of a cut bar
TILE_AIR_PT = 3.0  # between the tiles of a map
KEY_EM = 2.5  # a key with the space around it


class Rooms(NamedTuple):
    """Beside the plot, in EMU: for the names, and for a label; ``lines`` of a label, 2 where one is too wide."""

    names: int
    values: int
    lines: int


def size_pt(spec: ChartSpec, width: int, sheet: Sheet) -> float:
    """Return the labels' size: smaller, down to the least, where names under columns or labels beside bars need it."""
    size, least = sheet.size_pt("chart"), sheet.style.sizes["chart"].least
    if not spec.categories:
        return size
    if CHART_KINDS[spec.kind].under:
        return _periods_size_pt(spec, pt(width), Range(least, size))
    while size > least and not _readable(spec, width, size):
        size = max(size - 0.5, least)
    return size


def _periods_size_pt(spec: ChartSpec, width: float, sizes: Range) -> float:
    """The size at which names under columns, and figures on them, stand apart."""
    room = width / len(spec.categories) * NAME_SHARE
    widest = max(width_pt(name, 1, False) for name in spec.categories)
    if CHART_KINDS[spec.kind].ends:
        return _line_size_pt(spec, width, widest, sizes)
    figures = (*figure_texts(spec), *spec.labels)
    widest = max(widest, *(width_pt(text, 1, True) + FIGURE_AIR for text in figures), 0)
    return max(sizes.least, min(sizes.most, int(room / widest * 2) / 2 if widest else sizes.most))


def _line_size_pt(spec: ChartSpec, width: float, name_em: float, sizes: Range) -> float:
    """The size at which periods' names stand apart though lines that are several have their own names at the right."""
    ends = [f"{one.name} {text}" for one in spec.series for text in figure_texts(spec._replace(series=(one,)))[-1:]]
    end_em = max((width_pt(text, 1, True) for text in ends), default=0) if len(spec.series) > 1 else 0.0
    periods = len(spec.categories) - 0.5
    room = width - INSETS_PT * (periods + 2)
    widest = periods * name_em + end_em
    fits = int(room / widest * 2) / 2 if widest else sizes.most
    figure_em = max((width_pt(text, 1, True) for text in figure_texts(spec)), default=0)
    if figure_em:
        fits = min(fits, int((width - INSETS_PT) / figure_em * 2) / 2)
    return max(sizes.least, min(sizes.most, fits))


def _readable(spec: ChartSpec, width: int, size: float) -> bool:
    if CHART_KINDS[spec.kind].parts == "ring":
        return ring_is_readable(spec, pt(width), size)
    if spec.places:
        return _tiles_hold_names(spec, pt(width), size)
    return not has_rows(spec) or labels_fit(spec, width, size)


def ring_is_readable(spec: ChartSpec, width: float, size: float) -> bool:
    """Return whether the names of the parts leave a ring its size in a width (points), at the least height it gets.

    That height holds labels of two lines, the narrowest, so a greater one would not help.
    """
    return ring_of(spec, width, height_range_pt(spec, size).least, size).radius_pt >= LEAST_RADIUS_PT


def _tiles_hold_names(spec: ChartSpec, width: float, size: float) -> bool:
    """Whether the names of a map of tiles need not be cut."""
    columns = [place.tile[1] for place in spec.places if place.tile]
    if not columns:
        return True
    tile = width / (max(columns) - min(columns) + 1) - INSETS_PT - TILE_AIR_PT
    return all(width_pt(place.name, size, True) <= tile for place in spec.places)


def rooms(spec: ChartSpec, width: int, size: float) -> Rooms:
    """Return the rooms of a chart with rows in a width (EMU), at a type size."""
    kind = CHART_KINDS[spec.kind]
    if not has_rows(spec):
        return Rooms(0, 0, 1)
    names = max((width_pt(name, size, True) for name in spec.categories), default=0.0) + size
    sides = _sides(spec)
    lines = 1
    values = _widest(spec, size, lines) if kind.values else 0.0
    free = pt(width) * (1 - PLOT_SHARE)
    if kind.bars == "completion" and min(names, NAMES_SHARE * pt(width)) + values > free:
        lines = 2
        values = _widest(spec, size, lines)
    most = max(pt(width) * NAMES_SHARE, min(pt(width) * NAMES_MOST, free - sides * values))
    names = min(names, most) if kind.names else 0.0
    return Rooms(emu(names), emu(values), lines)


def name_lines(names: Sequence[str], pitch: float, size: float) -> int:
    """Return how many lines the names under columns or points take at most, ``pitch`` points apart."""
    room = max(pitch * NAME_SHARE - INSETS_PT, size)
    return max((count_lines((Run(name),), room, size, False) for name in names), default=1)


def dates_room(spec: ChartSpec, width: int, size: float, lang: str) -> int:
    """Return the room right of a Gantt chart's plot for its labels, in a width (EMU) without its names."""
    labels = [width_pt(text, size, True) + LABEL_AIR_PT for text in label_texts(spec, lang)]
    return emu(room_right(spec, labels, pt(width), size))


def keys_lines(names: Sequence[str], width: float, size: float, key_em: float = KEY_EM) -> int:
    """Return how many lines the names of series take above a plot ``width`` points wide, each with its key."""
    lines, used = 1, 0.0
    for name in names:
        wide = label_pt(name, size) + key_em * size
        if used and used + wide > width:
            lines, used = lines + 1, 0.0
        used += wide
    return lines


def keys_pt(names: Sequence[str], width: float, size: float) -> float:
    """Return how high the names of the series above a plot are, with the space below them, in points."""
    return (keys_lines(names, width, size) + 0.2) * line_pt(size)


def row_pt(spec: ChartSpec, size: float, room: Rooms) -> Range:
    """Return how high a row may be: where a name or a label takes several lines, high enough for them and some air."""
    row = Range(*(each * size for each in row_range_em(spec)))
    name_room = pt(room.names) - size
    lines = max((count_lines((Run(name),), name_room, size, True) for name in spec.categories), default=1)
    least = row.least
    if lines > 1:
        least = max(least, (NAME_LINE * lines + NAME_AIR) * size)
    if room.lines > 1:
        least = max(least, (LINE_EM * room.lines + NAME_AIR) * size)
    return Range(least, max(least, row.most))


def labels_fit(spec: ChartSpec, width: int, size: float) -> bool:
    """Return whether the labels leave the bars their share, with the names in theirs."""
    if not CHART_KINDS[spec.kind].values:
        return True
    widest_name = max(width_pt(name, size, True) for name in spec.categories) + size
    names = min(widest_name, pt(width) * NAMES_SHARE)
    return names + _sides(spec) * _widest(spec, size, 1) <= pt(width) * (1 - PLOT_SHARE)


def too_narrow(spec: ChartSpec, width: int, room: Rooms) -> bool:
    """Return whether labels leave no bars worth the name, even on two lines where they may have two."""
    if not has_rows(spec) or not CHART_KINDS[spec.kind].values:
        return False
    return room.names + _sides(spec) * room.values > width * (1 - PLOT_LEAST)


def reach_in(spec: ChartSpec, width: int, size: float, room: Rooms) -> Reach:
    """Return how far the bars reach: outliers are cut only where they then hold their figure inside."""
    reach = reach_of(spec)
    if CHART_KINDS[spec.kind].bars != "values":
        return reach
    label = pt(room.values)
    per_pt = reach.per_pt(pt(width - room.names), label, label)
    cut = [end for end, free in ((reach.most, reach.highest), (-reach.least, -reach.lowest)) if end > free]
    if all(float(end) / per_pt >= label + CUT_MARK_EM * size for end in cut):
        return reach
    return reach_of(spec, cut=False)


def _sides(spec: ChartSpec) -> int:
    """On how many sides of the bars labels stand."""
    values = [value for series in spec.series for value in series.values if value is not None]
    cut = CHART_KINDS[spec.kind].bars == "completion"  # what is below 0 has no bar
    both = not cut and any(value < 0 for value in values) and any(value >= 0 for value in values)
    return 2 if both else 1


def _widest(spec: ChartSpec, size: float, lines: int) -> float:
    """How wide the widest label is, in points, with its distance from the bar; on one line or on two."""
    values = spec.series[0].values if spec.series else ()
    labels = spec.labels or [""] * len(values)
    texts = [label or reached_text(value, spec) for value, label in zip(values, labels, strict=True)]
    if CHART_KINDS[spec.kind].bars != "completion":
        texts += figure_texts(spec) if len(spec.series) > 1 else []
        return max((width_pt(text, size, True) for text in texts), default=0.0) + LABEL_AIR_PT
    pieces = [text.split(maxsplit=1) for text in texts]
    if lines == 1:
        pieces = [["  ".join(parts)] for parts in pieces]
    widest = max((width_pt(part, size, True) for parts in pieces for part in parts), default=0.0)
    return widest + BLANK_EM * size + LABEL_AIR_PT
