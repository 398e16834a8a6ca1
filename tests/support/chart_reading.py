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
        self.xml = parts.chart_xml
        self.workbook = parts.workbook
        self.root = etree.fromstring(self.xml.encode())
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

    def strokes(self):
        """The colour and the width in points of each line, by its name."""
        lines = (one.find(f"{C}spPr/{A}ln") for one in self.series)
        return {
            name: (line.find(f"{A}solidFill/{A}schemeClr").get("val"), int(line.get("w")) / 12700)
            for name, line in zip(self.names, lines, strict=True)
        }

    def middles(self, side, height_pt):
        """The middles of the labels on a side (l, r) in points from the frame's top, by the name of their series."""
        least, most = self.ends()
        _, top, _, height = self.area()
        reverse = self.root.find(f".//{C}valAx/{C}scaling/{C}orientation").get("val") == "maxMin"
        found = {}
        for number, name in enumerate(self.names):
            for point, label in self.labels(number).items():
                if position(label) == side:
                    share = (self.values(number)[point] - least) / (most - least)
                    y = top + height * (share if reverse else 1 - share) + shift(label)[1]
                    found[name] = y * height_pt
        return found


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


def words(label):
    return "".join(label.itertext(f"{A}t"))


def shown(label):
    """Whether a label prints its value, and its series' name, of its own accord."""
    return tuple(label.find(f"{C}{flag}").get("val") == "1" for flag in ("showVal", "showSerName"))
