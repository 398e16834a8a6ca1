from lxml import etree

from unitdeck.base.geometry import Box
from unitdeck.base.richtext import Run
from unitdeck.layout.placed import PlacedCell, PlacedParagraph, PlacedRow, PlacedTable, PlacedText
from unitdeck.ooxml.names import ROOT
from unitdeck.ooxml.table import table

A = "{http://schemas.openxmlformats.org/drawingml/2006/main}"
P = "{http://schemas.openxmlformats.org/presentationml/2006/main}"


def cell(words: str, fill: str = "", anchor: str = "ctr") -> PlacedCell:
    return PlacedCell(PlacedText((PlacedParagraph((Run(words),), 16, 22, 1),), anchor, (1, 2, 3, 4)), fill)


def made(*rows: PlacedRow) -> etree._Element:
    item = PlacedTable("表", Box(10, 20, 300, sum(row.height for row in rows)), (100, 200), rows, "8项指标6项达序时")
    return etree.fromstring(f"<root {ROOT}>{table(item, 5, 'zh')}</root>".encode())[0]


def test_columns_rows_and_frame_are_as_measured() -> None:
    frame = made(PlacedRow(40, (cell("指标"), cell("完成率"))), PlacedRow(60, (cell("税收"), cell("0"))))
    assert [column.get("w") for column in frame.iter(f"{A}gridCol")] == ["100", "200"]
    assert [row.get("h") for row in frame.iter(f"{A}tr")] == ["40", "60"]
    assert dict(frame.find(f"{P}xfrm/{A}ext").attrib) == {"cx": "300", "cy": "100"}
    assert frame.find(f".//{P}cNvPr").get("descr") == "8项指标6项达序时"


def test_the_header_is_marked_and_no_style_is_taken() -> None:
    properties = made(PlacedRow(40, (cell("指标"), cell("完成率")))).find(f".//{A}tblPr")
    assert dict(properties.attrib) == {"firstRow": "1"}
    assert properties.find(f"{A}tableStyleId").text == "{2D5ABB26-0587-4C30-8999-92F81FD0307C}"


def test_cells_have_margins_anchor_fill_and_the_rule_below() -> None:
    frame = made(PlacedRow(40, (cell("指标", "pale"), cell("完成率", anchor="t")), "ink", 1.5))
    first, second = frame.iter(f"{A}tcPr")
    assert dict(first.attrib) == {"marL": "1", "marT": "2", "marR": "3", "marB": "4", "anchor": "ctr"}
    assert second.get("anchor") is None
    assert first.find(f"{A}lnB").get("w") == "19050"
    assert first.find(f"{A}lnB/{A}solidFill/{A}schemeClr").get("val") == "tx1"
    assert first.find(f"{A}solidFill/{A}schemeClr").get("val") == "bg2"
    assert second.find(f"{A}noFill") is not None


def test_a_row_without_rule_has_none() -> None:
    for row in (PlacedRow(40, (cell("甲"), cell("乙")), ""), PlacedRow(40, (cell("甲"), cell("乙")), "line", 0)):
        assert made(row).find(f".//{A}lnB/{A}noFill") is not None
