"""Questions to a chart part: its series, axes, fills, labels, read back from the XML; its workbook through openpyxl."""

import io

import openpyxl
from lxml import etree

from unitdeck.charts.draw import draw

C = "{http://schemas.openxmlformats.org/drawingml/2006/chart}"
A = "{http://schemas.openxmlformats.org/drawingml/2006/main}"


class Part:
    """A chart as it was written."""

    def __init__(self, placed, lang="zh"):
        parts = draw(placed, lang, "2022-05-31")
        self.workbook = parts.workbook
        self.root = etree.fromstring(parts.chart_xml.encode())
        self.series = list(self.root.iter(f"{C}ser"))
        self.names = [one.findtext(f"{C}tx//{C}v") for one in self.series]

    def sheet(self, *, cached=False):
        return openpyxl.load_workbook(io.BytesIO(self.workbook), data_only=cached)["Sheet1"]

    def ends(self, axis=0):
        """The least and the most of the first or second value axis."""
        scaling = self.root.findall(f".//{C}valAx/{C}scaling")[axis]
        return float(scaling.find(f"{C}min").get("val")), float(scaling.find(f"{C}max").get("val"))

    def area(self):
        layout = self.root.find(f".//{C}plotArea/{C}layout/{C}manualLayout")
        return tuple(float(layout.find(f"{C}{key}").get("val")) for key in "xywh")

    def values(self, series):
        points = self.series[series].find(f"{C}val").iter(f"{C}pt")
        return {int(point.get("idx")): float(point.findtext(f"{C}v")) for point in points}

    def fill(self, series):
        return looks(self.series[series])

    def points(self, series):
        return {value(point, "idx"): looks(point) for point in self.series[series].findall(f"{C}dPt")}

    def labels(self, series):
        return {value(label, "idx"): label for label in self.series[series].findall(f"{C}dLbls/{C}dLbl")}


def value(element, name):
    return int(element.find(f"{C}{name}").get("val"))


def looks(element):
    """How a shape is filled: a theme slot, 「hatch slot」, or 「none」 with its outline's slot."""
    shape = element.find(f"{C}spPr")
    hatch = shape.find(f"{A}pattFill/{A}fgClr/{A}schemeClr")
    solid = shape.find(f"{A}solidFill/{A}schemeClr")
    edge = shape.find(f"{A}ln/{A}solidFill/{A}schemeClr")
    if hatch is not None:
        return f"hatch {hatch.get('val')}"
    if solid is not None:
        return solid.get("val")
    return f"none {edge.get('val')}" if edge is not None else "none"


def position(label):
    return label.find(f"{C}dLblPos").get("val")


def code(label):
    return label.find(f"{C}numFmt").get("formatCode")


def bold(label):
    return label.find(f".//{A}defRPr").get("b") == "1"


def shift(label):
    layout = label.find(f"{C}layout/{C}manualLayout")
    return (0.0, 0.0) if layout is None else tuple(float(layout.find(f"{C}{key}").get("val")) for key in "xy")
