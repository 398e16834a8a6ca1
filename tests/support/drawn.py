"""A drawn chart, opened for questions to its XML."""

from lxml import etree

from unitdeck.charts.draw import draw

C = "{http://schemas.openxmlformats.org/drawingml/2006/chart}"
A = "{http://schemas.openxmlformats.org/drawingml/2006/main}"


class Drawn:
    """A drawn chart, opened for questions."""

    def __init__(self, placed, lang="zh"):
        self.xml = draw(placed, lang, "2022-05-31").chart_xml
        self.root = etree.fromstring(self.xml.encode())
        self.series = list(self.root.iter(f"{C}ser"))
        self.names = [one.findtext(f"{C}tx//{C}v") for one in self.series]

    def axis(self):
        scaling = self.root.find(f".//{C}valAx/{C}scaling")
        return float(scaling.find(f"{C}min").get("val")), float(scaling.find(f"{C}max").get("val"))

    def area(self):
        layout = self.root.find(f".//{C}plotArea/{C}layout/{C}manualLayout")
        return tuple(float(layout.find(f"{C}{key}").get("val")) for key in "xywh")

    def fills(self, series):
        points = self.series[series].findall(f"{C}dPt")
        return {
            int(p.find(f"{C}idx").get("val")): p.find(f"{C}spPr/{A}solidFill/{A}schemeClr").get("val") for p in points
        }

    def labels(self, series):
        found = self.series[series].findall(f"{C}dLbls/{C}dLbl")
        return {int(label.find(f"{C}idx").get("val")): label for label in found}


def words(label):
    return "".join(label.itertext(f"{A}t"))


def shift(label):
    layout = label.find(f"{C}layout/{C}manualLayout")
    return tuple(float(layout.find(f"{C}{key}").get("val")) for key in "xy") if layout is not None else None
