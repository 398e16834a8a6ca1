"""Drawn charts, opened for questions: what their SVG says and where."""

import re
from xml.etree import ElementTree

import pytest

from unitdeck.charts.canvas.marks import Words
from unitdeck.charts.canvas.theme import Theme
from unitdeck.charts.draw import _kind, draw_pictures
from unitdeck.charts.frame import frame_of

SVG = "{http://www.w3.org/2000/svg}"
THEME = Theme(
    {
        "bg1": "#FFFFFF",
        "tx1": "#1F2430",
        "bg2": "#F4F5F7",
        "tx2": "#566070",
        "accent1": "#B4161B",
        "accent2": "#B9853A",
        "accent3": "#0B7A6B",
        "accent4": "#2B5C8A",
        "accent5": "#A65E00",
        "accent6": "#C43B0E",
    },
    "Arial",
    "Microsoft YaHei",
)


class Seen:
    """A chart's SVG: its size, and every text with its place, look and colour."""

    def __init__(self, svg):
        self.svg = svg.decode()
        self.root = ElementTree.fromstring(svg)
        self.width, self.height = map(float, self.root.get("viewBox").split()[2:])
        self.words = [
            Words(
                float(text.get("x")),
                float(text.get("y")),
                text.text,
                float(text.get("font-size")),
                text.get("fill"),
                {"start": "l", "middle": "ctr", "end": "r"}[text.get("text-anchor")],
                text.get("font-weight") == "700",
            )
            for text in self.root.iter(f"{SVG}text")
        ]
        self.texts = [words.text for words in self.words]
        self.shapes = [
            (re.search(r"fill: ([^;]+)", path.get("style", "")), path.get("d")) for path in self.root.iter(f"{SVG}path")
        ]

    def word(self, text):
        (found,) = [words for words in self.words if words.text == text]
        return found

    def fills(self):
        return [found.group(1).upper() if found else "" for found, _ in self.shapes]


@pytest.fixture
def theme():
    return THEME


@pytest.fixture
def see():
    return lambda placed, lang="zh": Seen(draw_pictures(placed, lang, THEME).svg)


@pytest.fixture
def marks():
    return lambda placed, lang="zh": _kind(placed.spec.kind)(placed.spec, frame_of(placed, lang), THEME)
