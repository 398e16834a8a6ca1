"""The room a chart is drawn in, and what every kind hands back."""

from collections.abc import Iterable
from typing import NamedTuple

from unitdeck.base.units import pt
from unitdeck.layout.chart_label import label_pt, line_pt
from unitdeck.layout.placed import PlacedChart
from unitdeck.ooxml.chart_xml import Area
from unitdeck.ooxml.chart_xml_sheet import Sheet
from unitdeck.ooxml.chart_xml_text import TextStyle
from unitdeck.plan.reach import Reach

_TAGS = {"zh": "zh-CN", "en": "en-US"}


class Frame(NamedTuple):
    """A chart's frame in points.

    ``names_pt`` is the room left of the plot and ``values_pt`` that for labels beside bars, 0 unless set; ``reach`` is
    how far the bars of the whole chart run, None where this is all of it.
    """

    width_pt: float
    height_pt: float
    size_pt: float
    lang: str
    names_pt: float = 0.0
    values_pt: float = 0.0
    reach: Reach | None = None

    @property
    def style(self) -> TextStyle:
        """The look of its text."""
        return TextStyle(self.size_pt, _TAGS.get(self.lang, self.lang))

    @property
    def line_pt(self) -> float:
        """The height of a line of its text with the insets of a label."""
        return line_pt(self.size_pt)

    def label_pt(self, text: str, *, bold: bool = False) -> float:
        """Return how wide a label of that text is, with its insets."""
        return label_pt(text, self.size_pt, bold=bold)

    def widest_pt(self, texts: Iterable[str], *, bold: bool = False) -> float:
        """Return how wide the widest label is, 0 for none."""
        return max((self.label_pt(text, bold=bold) for text in texts), default=0.0)

    def area(self, left_pt: float, top_pt: float, width_pt: float, height_pt: float) -> Area:
        """Return a rectangle as a chart part says it: in fractions of the frame."""
        return Area(
            left_pt / self.width_pt, top_pt / self.height_pt, width_pt / self.width_pt, height_pt / self.height_pt
        )


class Drawing(NamedTuple):
    """A chart as a kind draws it: its figures and the XML of its plot area and legend."""

    sheet: Sheet
    plot_area: str
    legend: str = ""


def frame_of(chart: PlacedChart, lang: str) -> Frame:
    """Return the frame of a placed chart. ``lang`` is zh, en, or a language tag."""
    box = chart.box
    names, values = pt(chart.label_width), pt(chart.value_width)
    return Frame(pt(box.cx), pt(box.cy), chart.size_pt, lang, names, values, chart.reach)
