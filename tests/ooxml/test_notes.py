from lxml import etree

from unitdeck.ooxml.notes import notes_slide

A = "{http://schemas.openxmlformats.org/drawingml/2006/main}"
P = "{http://schemas.openxmlformats.org/presentationml/2006/main}"


def test_notes_hold_the_slide_image_and_a_paragraph_each() -> None:
    root = etree.fromstring(notes_slide(("各位领导：", "<收入> & 支出\x0b\ud800"), "zh"))
    assert [ph.get("type") for ph in root.iter(f"{P}ph")] == ["sldImg", "body"]
    assert [t.text for t in root.iter(f"{A}t")] == ["各位领导：", "<收入> & 支出"]
    assert {run.get("lang") for run in root.iter(f"{A}rPr")} == {"zh-CN"}
