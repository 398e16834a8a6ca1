from __future__ import annotations

import hashlib
import io
import re
import zipfile
from pathlib import Path
from typing import Any

import docx
import pytest
from docx.oxml.ns import qn
from docx.shared import Mm, Pt

from support.office import FORMATS, faults
from support.outlines import HARD
from support.writer import need_writer, pages
from unitdeck.session.papers.document import Block, Lines, Paragraph, Table
from unitdeck.session.papers.docx_writer import docx_bytes

BLOCKS: tuple[Block, ...] = (
    Paragraph("title", "第一期\n纪要"),
    Paragraph("subtitle", "2022年5月30日"),
    Paragraph("heading", "一、概况"),
    Paragraph("subheading", "（一）市财政局"),
    Paragraph("note", "提示"),
    Paragraph("warning", "缺"),
    *(Paragraph("text", text, "甲：") for text in HARD),
    Lines(2),
    Table(("问题", "数"), tuple((text, "1,200") for text in HARD), (0.8, 0.2), (False, True)),
    Table(("一",), (("",),), (1.0,), (False,)),
)


def written(folder: Path, lang: Any = "zh", blocks: tuple[Block, ...] = BLOCKS) -> Path:
    file = folder / "paper.docx"
    file.write_bytes(docx_bytes(blocks, lang, title="第一期", year=2022))
    return file


@pytest.mark.parametrize("lang", ["zh", "en"])
def test_everything_is_there_as_text(tmp_path: Path, lang: str) -> None:
    document = docx.Document(str(written(tmp_path, lang)))
    texts = [paragraph.text for paragraph in document.paragraphs]
    gap = " " if lang == "en" else ""
    for text in HARD:
        assert f"甲：{gap}{text}" in texts
    first, second = document.tables
    assert [[cell.text for cell in row.cells] for row in first.rows] == [["问题", "数"], *([t, "1,200"] for t in HARD)]
    assert [[cell.text for cell in row.cells] for row in second.rows] == [["一"], [""]]
    assert not [rel for rel in document.part.rels.values() if rel.is_external]


def test_the_page_is_that_of_gb_t_9704(tmp_path: Path) -> None:
    section = docx.Document(str(written(tmp_path))).sections[0]
    assert section.page_width.mm == pytest.approx(210, abs=0.1)
    assert section.page_height.mm == pytest.approx(297, abs=0.1)
    assert section.top_margin.mm == pytest.approx(37, abs=0.1)
    assert section.left_margin.mm == pytest.approx(28, abs=0.1)
    wide = section.page_width - section.left_margin - section.right_margin
    high = section.page_height - section.top_margin - section.bottom_margin
    assert (wide / Mm(1), high / Mm(1)) == (pytest.approx(156, abs=0.1), pytest.approx(225, abs=0.1))


def test_styles_name_their_east_asian_fonts(tmp_path: Path) -> None:
    with zipfile.ZipFile(written(tmp_path)) as package:
        styles = package.read("word/styles.xml").decode()
        fonts = package.read("word/fontTable.xml").decode()
    known = docx.Document(str(tmp_path / "paper.docx")).styles
    wanted = {"Title": "方正小标宋简体", "Heading 1": "黑体", "Heading 2": "楷体", "Body Text": "仿宋", "Note": "楷体"}
    assert {name: known[name].element.rPr.rFonts.get(qn("w:eastAsia")) for name in wanted} == wanted
    assert "Theme=" not in styles
    assert '<w:font w:name="方正小标宋简体"><w:altName w:val="宋体"/>' in fonts


def test_text_is_of_the_size_and_on_the_lines_of_a_chinese_paper(tmp_path: Path) -> None:
    styles = docx.Document(str(written(tmp_path))).styles
    title, text = styles["Title"], styles["Body Text"]
    assert (title.font.size, text.font.size) == (Pt(22), Pt(16))
    assert (text.paragraph_format.line_spacing, text.paragraph_format.first_line_indent) == (Pt(28), Pt(32))


def test_headings_stay_with_what_follows_and_table_heads_are_repeated(tmp_path: Path) -> None:
    document = docx.Document(str(written(tmp_path)))
    assert document.styles["Heading 1"].paragraph_format.keep_with_next
    xml = document.element.xml
    assert (xml.count("<w:tblHeader/>"), xml.count("<w:cantSplit/>")) == (2, 2 + len(HARD) + 1)
    lead = next(p for p in document.paragraphs if p.text.endswith(HARD[-1]))
    assert lead.paragraph_format.keep_with_next


@pytest.mark.parametrize("lang", ["zh", "en"])
@pytest.mark.parametrize("form", FORMATS)
def test_office_finds_no_fault(tmp_path: Path, lang: str, form: Any) -> None:
    assert faults(written(tmp_path, lang), form) == []


def test_the_same_blocks_give_the_same_bytes(tmp_path: Path) -> None:
    digests = {hashlib.sha256(docx_bytes(BLOCKS, "zh", title="a", year=2022)).hexdigest() for _ in range(2)}
    assert len(digests) == 1
    with zipfile.ZipFile(written(tmp_path)) as package:
        assert {entry.date_time for entry in package.infolist()} == {(1980, 1, 1, 0, 0, 0)}
        core = package.read("docProps/core.xml").decode()
        assert re.findall(r"\d{4}-\d\d-\d\dT", core) == ["2022-01-01T"] * 2
        assert "python-docx" not in core
        names = package.namelist()
    assert not [name for name in names if "thumbnail" in name or "customXml" in name or "stylesWithEffects" in name]


def test_an_empty_paper_opens(tmp_path: Path) -> None:
    assert docx.Document(io.BytesIO(docx_bytes((), "zh", title="", year=1980))).paragraphs == []


def test_writer_prints_every_text_and_page_numbers(tmp_path: Path) -> None:
    need_writer()
    long = tuple(Paragraph("text", f"第{number}段" + "进展" * 60) for number in range(30))
    found = pages(written(tmp_path, blocks=(*BLOCKS, *long)), tmp_path)
    assert [f"—{number}—" in page for number, page in enumerate(found, 1)] == [True] * len(found)
    assert len(found) > 3
    whole = "".join(found)
    for text in (*HARD[:2], *HARD[3:7], "第29段"):
        assert "".join(text.split()) in whole, text
