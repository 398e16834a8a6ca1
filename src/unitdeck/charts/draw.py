"""Draws a placed chart: its chart part and the workbook behind it; or, of a drawn kind, its pictures."""

from __future__ import annotations

import importlib
import os
from collections.abc import Callable
from functools import cache
from typing import TYPE_CHECKING, Any, NamedTuple, cast

from unitdeck.charts.frame import Drawing, frame_of
from unitdeck.layout.placed import PlacedChart
from unitdeck.ooxml.chart_xml import chart_space
from unitdeck.plan.chart_kinds import CHART_KINDS
from unitdeck.template.cache import cache_dir
from unitdeck.template.pack import TemplatePack

if TYPE_CHECKING:  # loaded only where a deck has a drawn chart
    from unitdeck.charts.canvas.theme import Theme

_MATPLOTLIB_FOLDER = "MPLCONFIGDIR"


class ChartParts(NamedTuple):
    """The text of a chart part, and the bytes of the workbook that it calls ``rId1``."""

    chart_xml: str
    workbook: bytes


class Pictures(NamedTuple):
    """A drawn chart as a vector picture, and as pixels for what cannot show it."""

    svg: bytes
    png: bytes


def is_drawn(chart: PlacedChart) -> bool:
    """Whether a chart is a picture that we draw, not one that PowerPoint draws."""
    return CHART_KINDS[chart.spec.kind].room == "drawn"


def draw(chart: PlacedChart, lang: str, stamp: str) -> ChartParts:
    """Return the parts of a chart; ``stamp`` (ISO date) is the workbook's time."""
    frame = frame_of(chart, lang)
    drawing: Drawing = _kind(chart.spec.kind)(chart.spec, frame)
    return ChartParts(
        chart_space(drawing.plot_area, drawing.legend, frame.style),
        drawing.sheet.workbook(stamp),
    )


def theme_of(pack: TemplatePack) -> Theme:
    """Return the theme that pictures for a template's decks are drawn in."""
    module = importlib.import_module("unitdeck.charts.canvas.read_theme")
    return cast("Theme", module.theme_of(pack))


def draw_pictures(chart: PlacedChart, lang: str, theme: Theme) -> Pictures:
    """Return the pictures of a drawn chart in the theme's colours, its fonts named."""
    frame = frame_of(chart, lang)
    marks = _kind(chart.spec.kind)(chart.spec, frame, theme)
    svg, png = _painter()(marks, frame.width_pt, frame.height_pt, (theme.latin, theme.east_asian))
    return Pictures(svg, png)


@cache
def _kind(name: str) -> Callable[..., Any]:
    """The ``draw`` of a kind's module, loaded when a deck first has such a chart."""
    module = importlib.import_module(f"unitdeck.charts.{CHART_KINDS[name].room}.{name}")
    return cast("Callable[..., Any]", module.draw)


@cache
def _painter() -> Callable[..., tuple[bytes, bytes]]:
    """What makes pictures of marks: matplotlib, which is slow to load and lists the machine's fonts when it first is.

    We use none of them: the list goes where all goes that can be made again, not into the user's home, and without a
    word about the time that it takes.
    """
    importlib.import_module("logging").getLogger("matplotlib").setLevel("ERROR")
    given = os.environ.get(_MATPLOTLIB_FOLDER)
    os.environ[_MATPLOTLIB_FOLDER] = given or str(cache_dir() / "matplotlib")
    try:
        module = importlib.import_module("unitdeck.charts.canvas.figure")
    finally:
        if given is None:
            del os.environ[_MATPLOTLIB_FOLDER]
    return cast("Callable[..., tuple[bytes, bytes]]", module.paint)
