import re

from hypothesis import given, settings
from hypothesis import strategies as st
from lxml import etree

from unitdeck.base.geometry import Box
from unitdeck.base.richtext import Run
from unitdeck.layout.placed import PlacedParagraph, PlacedText
from unitdeck.ooxml.names import ROOT
from unitdeck.ooxml.text import paragraphs, shape_text
from unitdeck.template.pack import Placeholder

A = "{http://schemas.openxmlformats.org/drawingml/2006/main}"
TITLE = Placeholder("title", "title", 0, Box(0, 0, 9, 9), 30.0, True, "b", (0, 0, 0, 0))
BODY = TITLE._replace(key="kicker", type="body", idx=20)


def parse(xml: str) -> etree._Element:
    return etree.fromstring(f"<root {ROOT}>{xml}</root>".encode())


def one(*runs: Run, size: float = 20, line: float = 28, **look: object) -> PlacedText:
    return PlacedText((PlacedParagraph(runs, size, line, 1, **look),))


def test_a_free_run_has_size_colour_and_both_fonts() -> None:
    run = parse(paragraphs(one(Run("收入"), color="sub", bold=True), "zh")).find(f".//{A}rPr")
    assert dict(run.attrib) == {"lang": "zh-CN", "altLang": "en-US", "sz": "2000", "b": "1"}
    assert [etree.QName(child).localname for child in run] == ["solidFill", "latin", "ea"]
    assert run.find(f".//{A}schemeClr").get("val") == "tx2"
    assert run.find(f"{A}ea").get("typeface") == "+mn-ea"


def test_a_runs_own_look_goes_before_the_paragraphs() -> None:
    text = one(Run("慢", bold=False, color="warn", scale=0.8), bold=True, color="ink")
    run = parse(paragraphs(text, "en")).find(f".//{A}rPr")
    assert (run.get("sz"), run.get("b"), run.get("lang")) == ("1600", None, "en-US")
    assert run.find(f".//{A}schemeClr").get("val") == "accent5"


def test_line_spacing_is_exact_and_in_hundredths_of_a_point() -> None:
    paragraph = parse(paragraphs(one(Run("收入"), line=25.2, before_pt=6.5, align="ctr"), "zh")).find(f".//{A}pPr")
    assert paragraph.xpath("a:lnSpc/a:spcPts/@val", namespaces=paragraph.nsmap) == ["2520"]
    assert paragraph.xpath("a:spcBef/a:spcPts/@val", namespaces=paragraph.nsmap) == ["650"]
    assert paragraph.get("algn") == "ctr"


def test_a_bullet_hangs_by_its_indent() -> None:
    paragraph = parse(paragraphs(one(Run("收入"), hang_pt=18), "zh")).find(f".//{A}pPr")
    assert (paragraph.get("marL"), paragraph.get("indent")) == ("228600", "-228600")
    assert paragraph.find(f"{A}buChar").get("char") == "•"


def test_line_ends_become_breaks_of_the_same_look() -> None:
    body = parse(paragraphs(one(Run("甲\n乙\r\n丙\v丁\r戊"), size=14), "zh"))
    assert [item.text for item in body.iter(f"{A}t")] == ["甲", "乙", "丙", "丁", "戊"]
    assert [item.find(f"{A}rPr").get("sz") for item in body.iter(f"{A}br")] == ["1400"] * 4


def test_an_empty_paragraph_keeps_its_height() -> None:
    body = parse(paragraphs(one(Run(""), size=14), "zh"))
    assert body.find(f".//{A}endParaRPr").get("sz") == "1400"
    assert body.find(f".//{A}r") is None


def test_a_text_without_paragraphs_is_still_a_body_and_no_higher_than_it_must() -> None:
    body = parse(paragraphs(PlacedText(()), "zh"))
    assert len(body.findall(f"{A}p")) == 1
    assert body.find(f".//{A}endParaRPr").get("sz") == "100"


def test_no_mark_hangs_out_of_the_box() -> None:
    assert parse(paragraphs(one(Run("收入、")), "zh")).find(f".//{A}pPr").get("hangingPunct") == "0"


def test_a_placeholder_says_only_what_differs_from_its_layout() -> None:
    same = PlacedText((PlacedParagraph((Run("收入"),), 30.0, 39, 1, bold=True),), "b")
    assert dict(parse(shape_text(same, "zh", TITLE)).find(f".//{A}bodyPr").attrib) == {"wrap": "square", "rtlCol": "0"}
    run = parse(shape_text(same, "zh", TITLE)).find(f".//{A}rPr")
    assert dict(run.attrib) == {"lang": "zh-CN", "altLang": "en-US"}
    assert len(run) == 0
    other = PlacedText((PlacedParagraph((Run("收入"),), 26.0, 39, 1, color="accent"),), "t", (1, 2, 3, 4))
    body = parse(shape_text(other, "zh", TITLE)).find(f".//{A}bodyPr")
    assert (body.get("anchor"), body.get("lIns"), body.get("bIns")) == ("t", "1", "4")
    run = parse(shape_text(other, "zh", TITLE)).find(f".//{A}rPr")
    assert (run.get("sz"), run.get("b")) == ("2600", "0")
    assert run.find(f".//{A}schemeClr").get("val") == "accent1"


def test_plain_text_in_a_list_placeholder_has_no_bullet() -> None:
    paragraph = parse(paragraphs(one(Run("栏目")), "zh", BODY)).find(f".//{A}pPr")
    assert paragraph.find(f"{A}buNone") is not None
    assert (paragraph.get("marL"), paragraph.get("indent")) == ("0", "0")
    assert parse(paragraphs(one(Run("题")), "zh", TITLE)).find(f".//{A}buNone") is None


def test_nothing_may_resize_measured_text() -> None:
    body = parse(shape_text(one(Run("收入")), "zh"))
    assert body.find(f".//{A}noAutofit") is not None
    assert body.find(f".//{A}bodyPr").get("wrap") == "square"


def test_only_a_leading_page_number_becomes_a_field() -> None:
    body = parse(paragraphs(one(Run("2 / 11")), "zh", TITLE, 2))
    assert body.find(f".//{A}fld/{A}t").text == "2"
    assert body.find(f".//{A}r/{A}t").text == " / 11"
    assert parse(paragraphs(one(Run("第 2 页")), "zh", TITLE, 2)).find(f".//{A}fld") is None
    whole = parse(paragraphs(one(Run("2")), "zh", TITLE, 2))
    assert (whole.find(f".//{A}fld/{A}t").text, whole.find(f".//{A}r")) == ("2", None)


@settings(max_examples=100, deadline=None)
@given(st.text(st.characters(), max_size=40) | st.text("<&>\"'\x0b\x00\ud800\r\n\t😀𠮷]", max_size=20))
def test_any_text_is_well_formed_and_reads_back(words: str) -> None:
    body = parse(paragraphs(one(Run(words)), "zh"))
    read = "".join("\n" if item.tag == f"{A}br" else item.text or "" for item in body.iter(f"{A}br", f"{A}t"))
    kept = re.sub("[\x00-\x08\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]", "", re.sub("\r\n|[\r\v]", "\n", words))
    assert read == kept
