import pytest

from unitdeck.base.archives import pack
from unitdeck.base.diagnostics import BuildError, Span, Term
from unitdeck.template import package_check
from unitdeck.template.package_check import MOST_DEPTH, read_package

PART = "ppt/slides/slide1.xml"
LAUGHS = '<!DOCTYPE a [<!ENTITY b "ha"><!ENTITY c "&b;&b;&b;&b;">]><a>&c;</a>'


def refusals(parts: dict[str, bytes]) -> list[tuple[str, object, object]]:
    with pytest.raises(BuildError) as caught:
        read_package(pack(parts), Span("a.pptx"))
    return [(found.code, found.data["part"], found.data.get("problem")) for found in caught.value.diagnostics]


@pytest.mark.parametrize(
    ("xml", "problem"),
    [
        (LAUGHS.encode(), "xml_doctype"),
        (LAUGHS.encode("utf-16"), "xml_doctype"),
        (b'<?xml version="1.0"?>\n<!DOCTYPE a SYSTEM "file:///etc/passwd"><a/>', "xml_doctype"),
        (b"<a>" * (MOST_DEPTH + 1), "xml_depth"),
        (b'<?xml version="1.0" encoding="gb18030"?><a/>', "xml_encoding"),
    ],
)
@pytest.mark.parametrize("name", [PART, "ppt/_rels/presentation.xml.rels", "docProps/CORE.XML"])
def test_xml_that_no_part_may_be(name: str, xml: bytes, problem: str) -> None:
    assert refusals({name: xml}) == [("UD551", name, Term(problem))]


def test_elements_are_counted_over_all_parts(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(package_check, "MOST_ELEMENTS", 10)
    parts = {"a.xml": b"<a>" + b"<b/>" * 5 + b"</a>", "b.xml": b"<a>" + b"<b/>" * 3 + b"</a>"}
    assert read_package(pack(parts), Span("a.pptx")) == parts
    assert refusals({**parts, "c.xml": b"<a/>"}) == [("UD551", "c.xml", Term("xml_elements"))]


def test_everything_is_told_at_once() -> None:
    found = refusals({"ppt/vbaProject.bin": b"x", "ppt/activeX/activeX1.bin": b"y", PART: LAUGHS.encode()})
    assert [code for code, _, _ in found] == ["UD532", "UD533", "UD551"]


def test_macros_under_another_name() -> None:
    types = b'<Types><Override PartName="/a.bin" ContentType="application/vnd.ms-office.vbaProject"/></Types>'
    assert refusals({"[Content_Types].xml": types, "a.bin": b"x"}) == [("UD532", "[Content_Types].xml", None)]


def test_pictures_and_broken_xml_are_left_to_their_readers() -> None:
    parts = {"a.svg": LAUGHS.encode(), "b.xml": b"<broken", "c.vml": b"<br>"}
    assert read_package(pack(parts), Span("a.pptx")) == parts
