from lxml import etree

from unitdeck.base.geometry import Box
from unitdeck.layout.placed import PlacedPicture
from unitdeck.ooxml.chart_frame import chart_frame
from unitdeck.ooxml.names import CHART, RELATIONSHIPS, ROOT
from unitdeck.ooxml.picture import drawing, picture

A = "{http://schemas.openxmlformats.org/drawingml/2006/main}"
P = "{http://schemas.openxmlformats.org/presentationml/2006/main}"
BOX = Box(1, 2, 3, 4)


def parse(xml: str) -> etree._Element:
    return etree.fromstring(f"<root {ROOT}>{xml}</root>".encode())[0]


def test_a_picture_is_cropped_to_its_frame() -> None:
    made = parse(picture(PlacedPicture("照片", BOX, "a.jpg", "库区", (1000, 0, 2000, 0)), 4, "rId3"))
    assert made.find(f".//{A}blip").get(f"{{{RELATIONSHIPS}}}embed") == "rId3"
    assert dict(made.find(f".//{A}srcRect").attrib) == {"l": "1000", "t": "0", "r": "2000", "b": "0"}
    assert made.find(f".//{P}cNvPr").get("descr") == "库区"


def test_a_whole_picture_has_no_crop_and_one_without_words_is_decorative() -> None:
    xml = picture(PlacedPicture("照片", BOX, "a.jpg", ""), 4, "rId3")
    assert parse(xml).find(f".//{A}srcRect") is None
    assert "adec:decorative" in xml


def test_a_chart_frame_leads_to_its_chart() -> None:
    made = parse(chart_frame(BOX, "图", "税收慢4.2个百分点", 6, "rId5"))
    assert made.find(f".//{{{CHART}}}chart").get(f"{{{RELATIONSHIPS}}}id") == "rId5"
    assert made.find(f".//{P}cNvPr").get("descr") == "税收慢4.2个百分点"
    assert made.find(f".//{A}graphicData").get("uri") == CHART
    assert dict(made.find(f"{P}xfrm/{A}off").attrib) == {"x": "1", "y": "2"}


def test_a_drawing_has_its_pixels_and_behind_them_its_vectors() -> None:
    made = parse(drawing(BOX, "图", "城关镇<最高>", 6, "rId2", "rId3"))
    blip = made.find(f".//{A}blip")
    assert blip.get(f"{{{RELATIONSHIPS}}}embed") == "rId2"
    (extension,) = blip.iterfind(f"{A}extLst/{A}ext")
    assert extension.get("uri") == "{96DAC541-7B7A-43D3-8B79-37D633B846F1}"
    (svg,) = extension
    assert svg.tag == "{http://schemas.microsoft.com/office/drawing/2016/SVG/main}svgBlip"
    assert svg.get(f"{{{RELATIONSHIPS}}}embed") == "rId3"
    assert made.find(f".//{P}cNvPr").get("descr") == "城关镇<最高>"
    assert [child.tag for child in made.find(f"{P}blipFill")] == [f"{A}blip", f"{A}stretch"]
