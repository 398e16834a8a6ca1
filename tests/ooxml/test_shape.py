import pytest
from lxml import etree

from unitdeck.base.geometry import Box
from unitdeck.base.richtext import Run
from unitdeck.layout.placed import PlacedParagraph, PlacedShape, PlacedText
from unitdeck.ooxml.names import ROOT
from unitdeck.ooxml.shape import placeholder, shape
from unitdeck.template.pack import Placeholder

A = "{http://schemas.openxmlformats.org/drawingml/2006/main}"
P = "{http://schemas.openxmlformats.org/presentationml/2006/main}"
BOX = Box(100, 200, 1_270_000, 635_000)
TEXT = PlacedText((PlacedParagraph((Run("收入"),), 18, 25, 1),))
SOURCE = Placeholder("source", "body", 21, BOX, 18.0, False, "t", (0, 0, 0, 0))


def parse(xml: str) -> etree._Element:
    return etree.fromstring(f"<root {ROOT}>{xml}</root>".encode())[0]


def test_a_shape_has_its_box_geometry_fill_and_line() -> None:
    made = parse(shape(PlacedShape("底", BOX, "rect", "pale", "accent", 1.5), 7, "zh"))
    assert dict(made.find(f".//{A}off").attrib) == {"x": "100", "y": "200"}
    assert dict(made.find(f".//{A}ext[@cx]").attrib) == {"cx": "1270000", "cy": "635000"}
    assert made.find(f".//{A}prstGeom").get("prst") == "rect"
    assert made.find(f"{P}spPr/{A}solidFill/{A}schemeClr").get("val") == "bg2"
    assert made.find(f"{P}spPr/{A}ln").get("w") == "19050"
    assert made.find(f".//{P}cNvPr").get("id") == "7"


def test_text_alone_is_a_text_box_without_fill() -> None:
    made = parse(shape(PlacedShape("正文", BOX, text=TEXT), 2, "zh"))
    assert made.find(f".//{P}cNvSpPr").get("txBox") == "1"
    assert made.find(f"{P}spPr/{A}noFill") is not None
    filled = parse(shape(PlacedShape("标签", BOX, fill="pale", text=TEXT), 2, "zh"))
    assert filled.find(f".//{P}cNvSpPr").get("txBox") is None


@pytest.mark.parametrize(("side", "adjust"), [(635_000, 10_000), (6_350_000, 1_000), (100_000, 50_000)])
def test_corners_are_equally_round_at_every_size(side: int, adjust: int) -> None:
    made = parse(shape(PlacedShape("卡", Box(0, 0, 9_000_000, side), "roundRect", "pale"), 2, "zh"))
    assert made.find(f".//{A}gd").get("fmla") == f"val {adjust}"


def test_a_line_is_a_connector() -> None:
    made = parse(shape(PlacedShape("线", Box(0, 0, 900, 0), "line", stroke="ink", stroke_pt=1), 2, "zh"))
    assert made.tag == f"{P}cxnSp"
    assert made.find(f".//{A}prstGeom").get("prst") == "line"
    assert made.find(f"{P}spPr/{A}ln").get("w") == "12700"


def test_only_a_shape_without_words_is_decorative() -> None:
    bare = PlacedShape("底", BOX, fill="pale")
    assert "adec:decorative" in shape(bare, 2, "zh")
    assert "adec:decorative" not in shape(bare._replace(text=TEXT), 2, "zh")
    described = shape(bare._replace(alt='三"灯'), 2, "zh")
    assert "adec:decorative" not in described
    assert parse(described).find(f".//{P}cNvPr").get("descr") == '三"灯'


def test_a_placeholder_keeps_the_layouts_place() -> None:
    item = PlacedShape("来源", BOX, text=TEXT, placeholder="source")
    made = parse(placeholder(item, 3, "zh", SOURCE))
    assert dict(made.find(f".//{P}ph").attrib) == {"type": "body", "idx": "21"}
    assert len(made.find(f"{P}spPr")) == 0
    moved = parse(placeholder(item._replace(box=BOX._replace(y=300)), 3, "zh", SOURCE))
    assert moved.find(f"{P}spPr/{A}xfrm/{A}off").get("y") == "300"


def test_a_placeholder_without_type_or_index_omits_them() -> None:
    item = PlacedShape("题", BOX, text=TEXT, placeholder="title")
    title = parse(placeholder(item, 3, "zh", SOURCE._replace(type="title", idx=0)))
    assert dict(title.find(f".//{P}ph").attrib) == {"type": "title"}
    body = parse(placeholder(item, 3, "zh", SOURCE._replace(type="")))
    assert dict(body.find(f".//{P}ph").attrib) == {"idx": "21"}


def test_an_area_to_click_on_is_painted_clear_and_leads_to_a_slide():
    area = PlacedShape("Link", Box(0, 0, 10, 10), alt="到财政局", link="unit-1")
    written = shape(area, 7, "zh", "rId3")
    assert '<a:hlinkClick r:id="rId3" action="ppaction://hlinksldjump"/>' in written
    assert '<a:schemeClr val="bg1"><a:alpha val="0"/></a:schemeClr>' in written  # nobody can click on no fill
    assert "decorative" not in written
    assert "hlinkClick" not in shape(area, 7, "zh")
