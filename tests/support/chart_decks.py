"""Decks of charts alone, a page a chart, to be read back as a package."""

from collections.abc import Iterable

from unitdeck.base.geometry import Box
from unitdeck.base.units import inches
from unitdeck.layout.placed import PlacedChart, PlacedDeck, PlacedSlide
from unitdeck.plan.chart import ChartSpec
from unitdeck.render.pptx import render
from unitdeck.template.locate import load, search_path

STAMP = "2022-05-31"


def deck_of(specs: Iterable[ChartSpec], lang: str = "zh") -> bytes:
    """Return a .pptx of the report template with each chart in a frame of 12 × 5 inches."""
    pack = load("report", search_path(None)).pack
    box = Box(inches(0.6), inches(1.5), inches(12), inches(5))
    charts = [PlacedChart("Chart", box, spec, 16.0) for spec in specs]
    slides = tuple(
        PlacedSlide(f"page-{number}", "content", "一页", (chart,), (), number, len(charts))
        for number, chart in enumerate(charts, 1)
    )
    return render(PlacedDeck(slides, pack.size, "图", "", lang, STAMP), pack)
