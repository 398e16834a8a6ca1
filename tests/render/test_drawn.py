"""Drawn charts in a deck: a picture with its vectors behind it, stored once, described in words."""

import io
import re
import zipfile
from xml.etree import ElementTree

import pptx
import pytest

from support.chart_samples import DRAWN, SAMPLES
from unitdeck.base.geometry import Box
from unitdeck.charts.alt import alt_text
from unitdeck.layout.placed import PlacedChart, PlacedDeck, PlacedSlide
from unitdeck.render.pptx import render
from unitdeck.template.locate import load, search_path

SVG = "{http://www.w3.org/2000/svg}"


def page(number, *items):
    return PlacedSlide(f"p{number}", "content", "标题", items, (), number, 2)


@pytest.fixture(scope="module")
def blob():
    pack = load("report", search_path(None)).pack
    charts = [
        PlacedChart(f"Chart {kind}", Box(0, 1_000_000, 9_000_000, 4_400_000), SAMPLES[kind][0], 14.0) for kind in DRAWN
    ]
    slides = (page(1, *charts), page(2, charts[0]))
    return render(PlacedDeck(slides, pack.size, "题", "县", "zh", "2022-05-31"), pack)


@pytest.fixture(scope="module")
def package(blob):
    return zipfile.ZipFile(io.BytesIO(blob))


def test_python_pptx_sees_pictures_with_alternative_text(blob):
    shapes = list(pptx.Presentation(io.BytesIO(blob)).slides[0].shapes)
    assert [shape.shape_type.name for shape in shapes] == ["PICTURE"] * len(DRAWN)
    assert [shape._element.nvPicPr.cNvPr.get("descr") for shape in shapes] == [
        alt_text(SAMPLES[kind][0], "zh") for kind in DRAWN
    ]
    assert all(shape.image.content_type == "image/png" for shape in shapes)
    assert {shape.image.size[0] for shape in shapes} == {int(9_000_000 / 914_400 * 200)}


def test_the_vectors_are_there_with_their_type(package):
    types = package.read("[Content_Types].xml").decode()
    assert '<Default Extension="svg" ContentType="image/svg+xml"/>' in types
    links = package.read("ppt/slides/_rels/slide1.xml.rels").decode()
    slide = package.read("ppt/slides/slide1.xml").decode()
    for kind, embedded in zip(DRAWN, re.findall(r'svgBlip [^>]*r:embed="(rId\d+)"', slide), strict=True):
        name = re.search(rf'Id="{embedded}"[^>]* Target="/([^"]+\.svg)"', links).group(1)
        said = [text.text for text in ElementTree.fromstring(package.read(name)).iter(f"{SVG}text")]
        assert SAMPLES[kind][0].categories[0] in " ".join(said)


def test_the_same_picture_is_stored_once(package):
    media = [name for name in package.namelist() if name.startswith("ppt/media/")]
    assert len(media) == 2 * len(DRAWN)


def test_pictures_have_the_colours_of_the_template(blob):
    pack = load("report", search_path(None)).pack
    parts = tuple(part._replace(blob=part.blob.replace(b"B4161B", b"123456")) for part in pack.parts)
    chart = PlacedChart("Chart", Box(0, 0, 9_000_000, 4_400_000), SAMPLES["quadrant"][0], 14.0)
    deck = PlacedDeck((page(1, chart),), pack.size, "题", "县", "zh", "2022-05-31")
    other = zipfile.ZipFile(io.BytesIO(render(deck, pack._replace(parts=parts))))
    (svg,) = [other.read(name).decode() for name in other.namelist() if name.endswith(".svg")]
    assert "#123456" in svg
    assert "#b4161b" not in svg.lower()


def test_the_deck_is_the_same_every_time(blob):
    pack = load("report", search_path(None)).pack
    charts = [
        PlacedChart(f"Chart {kind}", Box(0, 1_000_000, 9_000_000, 4_400_000), SAMPLES[kind][0], 14.0) for kind in DRAWN
    ]
    deck = PlacedDeck((page(1, *charts), page(2, charts[0])), pack.size, "题", "县", "zh", "2022-05-31")
    assert render(deck, pack) == blob
