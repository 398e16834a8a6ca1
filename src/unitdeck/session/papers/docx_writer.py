"""A paper's blocks as a .docx, by python-docx: an A4 page as GB/T 9704 has it, East Asian fonts named in every style.

Chinese papers have the title in 方正小标宋 (二号), headings in 黑体 and 楷体, the text in 仿宋 (三号), 28 pt a line,
two characters of indent, and page numbers 「— 1 —」 outside. Everything is set by styles, so that a person can change
a paper's look in Word; a font that a computer lacks is replaced by the one named beside it in the font table. The same
blocks give the same bytes.
"""

from __future__ import annotations

import datetime
import io
import zipfile
from collections.abc import Iterator, Sequence
from itertools import zip_longest
from typing import Any, NamedTuple

from docx import Document
from docx.enum.style import WD_STYLE_TYPE
from docx.enum.table import WD_CELL_VERTICAL_ALIGNMENT, WD_TABLE_ALIGNMENT
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.oxml import OxmlElement, parse_xml
from docx.oxml.ns import nsdecls, qn
from docx.shared import Mm, Pt, RGBColor

from unitdeck.base.language import Lang
from unitdeck.ooxml.package import stored_zip
from unitdeck.session.papers.document import Block, Lines, Paragraph, Table

_TOP, _LEFT, _WIDE, _HIGH = 37, 28, 156, 225  # mm: GB/T 9704
_PAGE_WIDE, _PAGE_HIGH = 210, 297
_NUMBER_BELOW, _NUMBER_SIZE = 7, 14  # mm from the text to the page number; pt
_LATIN = "Times New Roman"
_KEPT_LINES = 5
_GREY, _RED = "595959", "A61B1B"
# Fonts that a computer may lack, each with the one to be taken then.
_INSTEAD = {"方正小标宋简体": "宋体", "仿宋": "仿宋_GB2312", "楷体": "楷体_GB2312"}
_KEPT_STYLES = frozenset(
    ("Normal", "DefaultParagraphFont", "TableNormal", "NoList", "TableGrid", "Footer", "FooterChar")
)
_KEPT_PARTS = ("/styles", "/settings", "/fontTable", "/theme", "/footer")
_CENTRE, _JUSTIFIED, _LEFT_EDGE = WD_ALIGN_PARAGRAPH.CENTER, WD_ALIGN_PARAGRAPH.JUSTIFY, WD_ALIGN_PARAGRAPH.LEFT


class Look(NamedTuple):
    """A style: its East Asian font, size and line (pt), characters of indent, and whether Word has it by that name."""

    font: str
    size: float
    line: float
    align: Any
    indent: int = 0
    bold: bool = False
    color: str = ""
    own: bool = False


# The styles by the names that Word knows them by, of each language; what Word does not know is ours.
_LOOKS: dict[Lang, dict[str, Look]] = {
    "zh": {
        "Title": Look("方正小标宋简体", 22, 34, _CENTRE),
        "Subtitle": Look("楷体", 16, 28, _CENTRE),
        "Heading 1": Look("黑体", 16, 28, _JUSTIFIED, 2),
        "Heading 2": Look("楷体", 16, 28, _JUSTIFIED, 2, bold=True),
        "Body Text": Look("仿宋", 16, 28, _JUSTIFIED, 2),
        "Note": Look("楷体", 14, 26, _JUSTIFIED, 2, color=_GREY, own=True),
        "Warning": Look("楷体", 14, 26, _JUSTIFIED, 2, bold=True, color=_RED, own=True),
        "Writing Line": Look("仿宋", 16, 30, _JUSTIFIED, own=True),
        "Table Head": Look("黑体", 12, 18, _CENTRE, own=True),
        "Table Text": Look("仿宋", 12, 18, _LEFT_EDGE, own=True),
    },
    "en": {
        "Title": Look("宋体", 18, 26, _CENTRE, bold=True),
        "Subtitle": Look("宋体", 12, 20, _CENTRE),
        "Heading 1": Look("宋体", 14, 24, _LEFT_EDGE, bold=True),
        "Heading 2": Look("宋体", 12, 22, _LEFT_EDGE, bold=True),
        "Body Text": Look("宋体", 12, 20, _LEFT_EDGE),
        "Note": Look("宋体", 11, 18, _LEFT_EDGE, color=_GREY, own=True),
        "Warning": Look("宋体", 11, 18, _LEFT_EDGE, bold=True, color=_RED, own=True),
        "Writing Line": Look("宋体", 12, 28, _LEFT_EDGE, own=True),
        "Table Head": Look("宋体", 10.5, 15, _CENTRE, bold=True, own=True),
        "Table Text": Look("宋体", 10.5, 15, _LEFT_EDGE, own=True),
    },
}
_STYLES = {
    "title": "Title",
    "subtitle": "Subtitle",
    "heading": "Heading 1",
    "subheading": "Heading 2",
    "note": "Note",
    "warning": "Warning",
    "text": "Body Text",
}
_HEADINGS = ("Heading 1", "Heading 2")


def docx_bytes(blocks: Sequence[Block], lang: Lang, *, title: str, year: int) -> bytes:
    """Return the document; ``year`` is the one that its properties say it was made in."""
    document = Document()
    _strip(document)
    _set_styles(document, lang)
    _lay_out(document)
    _number_pages(document)
    for block, following in zip_longest(blocks, blocks[1:]):
        if isinstance(block, Table):
            _gap(document).paragraph_format.keep_with_next = True
            _write_table(document, block)
        elif isinstance(block, Lines):
            for number in range(block.number):
                paragraph = _styled(document.add_paragraph(), "Writing Line")
                # A few lines stay on the page of what leads to them.
                if number < min(block.number - 1, _KEPT_LINES):
                    paragraph.paragraph_format.keep_with_next = True
        else:
            paragraph = _write_paragraph(document, block, lang)
            # What leads to a table or to lines to write on does not stand alone at the foot of a page.
            if isinstance(following, Table | Lines):
                paragraph.paragraph_format.keep_with_next = True
    properties = document.core_properties
    properties.title, properties.author, properties.comments = title[:255], "", ""
    properties.language = _tag(lang)
    properties.created = properties.modified = datetime.datetime(year, 1, 1, tzinfo=datetime.UTC)
    file = io.BytesIO()
    document.save(file)
    with zipfile.ZipFile(io.BytesIO(file.getvalue())) as package:
        # Written anew: python-docx gives every part the time of the clock.
        return stored_zip([(name, package.read(name)) for name in package.namelist()])


def _tag(lang: Lang) -> str:
    return "zh-CN" if lang == "zh" else "en-US"


def _strip(document: Any) -> None:
    """Take away what python-docx's own document brings along: its styles, numberings, data and picture."""
    rels = document.part.rels
    for key in [key for key, rel in rels.items() if not rel.reltype.endswith(_KEPT_PARTS)]:
        del rels[key]
    package = document.part.package.rels
    for key in [key for key, rel in package.items() if rel.reltype.endswith("/thumbnail")]:
        del package[key]
    styles = document.styles.element
    for style in styles.findall(qn("w:style")):
        if style.get(qn("w:styleId")) not in _KEPT_STYLES:
            styles.remove(style)


def _set_styles(document: Any, lang: Lang) -> None:
    looks = _LOOKS[lang]
    body = looks["Body Text"]
    defaults = document.styles.element.find(qn("w:docDefaults"))
    for inherited in defaults.iter(qn("w:rPr")):
        inherited.clear()
        inherited.append(_fonts(body.font))
        inherited.append(parse_xml(f'<w:lang {nsdecls("w")} w:val="en-US" w:eastAsia="zh-CN" w:bidi="ar-SA"/>'))
    for inherited in defaults.iter(qn("w:pPr")):
        inherited.clear()
    normal = document.styles["Normal"]
    normal.element.get_or_add_rPr().clear()
    normal.font.size = Pt(body.size)
    for name, look in looks.items():
        style = document.styles.add_style(name, WD_STYLE_TYPE.PARAGRAPH, builtin=not look.own)
        style.base_style, style.quick_style, style.hidden = normal, True, False
        style.element.get_or_add_rPr().append(_fonts(look.font))
        style.font.size, style.font.bold = Pt(look.size), look.bold
        if look.color:
            style.font.color.rgb = RGBColor.from_string(look.color)
        form = style.paragraph_format
        form.line_spacing, form.alignment, form.widow_control = Pt(look.line), look.align, True
        if look.indent:
            form.first_line_indent = Pt(look.indent * look.size)
        if name in _HEADINGS:
            form.keep_with_next = True
            level = OxmlElement("w:outlineLvl")
            level.set(qn("w:val"), str(_HEADINGS.index(name)))
            style.element.get_or_add_pPr().append(level)
    document.styles["Title"].paragraph_format.space_after = Pt(looks["Body Text"].line / 2)
    _rule(document.styles["Writing Line"])
    _name_fonts(document, looks)


def _fonts(east_asian: str) -> Any:
    return parse_xml(
        f'<w:rFonts {nsdecls("w")} w:ascii="{_LATIN}" w:hAnsi="{_LATIN}" w:eastAsia="{east_asian}" w:cs="{_LATIN}"/>'
    )


def _rule(style: Any) -> None:
    """A line below each paragraph of the style, also between two of them."""
    sides = "".join(
        f'<w:{side} w:val="single" w:sz="4" w:space="0" w:color="7F7F7F"/>' for side in ("bottom", "between")
    )
    borders = parse_xml(f"<w:pBdr {nsdecls('w')}>{sides}</w:pBdr>")
    properties = style.element.get_or_add_pPr()
    properties.insert_element_before(borders, "w:spacing", "w:ind", "w:jc")


def _name_fonts(document: Any, looks: dict[str, Look]) -> None:
    """The font table: which font stands for one that a computer lacks."""
    used = sorted({look.font for look in looks.values()})
    fonts = "".join(
        f'<w:font w:name="{font}">'
        + (f'<w:altName w:val="{_INSTEAD[font]}"/>' if font in _INSTEAD else "")
        + '<w:charset w:val="86"/><w:family w:val="auto"/></w:font>'
        for font in used
    )
    latin = f'<w:font w:name="{_LATIN}"><w:charset w:val="00"/><w:family w:val="roman"/></w:font>'
    table = next(rel.target_part for rel in document.part.rels.values() if rel.reltype.endswith("/fontTable"))
    table._blob = f"<w:fonts {nsdecls('w')}>{latin}{fonts}</w:fonts>".encode()


def _lay_out(document: Any) -> None:
    section = document.sections[0]
    bottom = _PAGE_HIGH - _TOP - _HIGH
    section.page_width, section.page_height = Mm(_PAGE_WIDE), Mm(_PAGE_HIGH)
    section.top_margin, section.bottom_margin = Mm(_TOP), Mm(bottom)
    section.left_margin, section.right_margin = Mm(_LEFT), Mm(_PAGE_WIDE - _LEFT - _WIDE)
    section.footer_distance = Mm(bottom - _NUMBER_BELOW) - Pt(_NUMBER_SIZE * 1.3)
    for element in document.settings.element.iter(qn("w:themeFontLang")):
        element.set(qn("w:eastAsia"), "zh-CN")


def _number_pages(document: Any) -> None:
    """「— 1 —」: on the right of odd pages, on the left of even ones, a character from the edge."""
    document.settings.odd_and_even_pages_header_footer = True
    section = document.sections[0]
    for footer, side in (
        (section.footer, WD_ALIGN_PARAGRAPH.RIGHT),
        (section.even_page_footer, WD_ALIGN_PARAGRAPH.LEFT),
    ):
        paragraph = footer.paragraphs[0]
        form = paragraph.paragraph_format
        form.alignment, form.left_indent, form.right_indent = side, Pt(_NUMBER_SIZE), Pt(_NUMBER_SIZE)
        for part in ("— ", *_page_field(), " —"):
            run = paragraph.add_run(part if isinstance(part, str) else "")
            run._r.get_or_add_rPr().append(_fonts("宋体"))
            run.font.size = Pt(_NUMBER_SIZE)
            if not isinstance(part, str):
                run._r.append(part)


def _page_field() -> Iterator[Any]:
    for kind in ("begin", "", "separate", "1", "end"):
        if kind == "1":
            element = OxmlElement("w:t")
            element.text = "1"
        elif kind:
            element = OxmlElement("w:fldChar")
            element.set(qn("w:fldCharType"), kind)
        else:
            element = OxmlElement("w:instrText")
            element.text = "PAGE"
        yield element


def _write_paragraph(document: Any, block: Paragraph, lang: Lang) -> Any:
    paragraph = _styled(document.add_paragraph(), _STYLES[block.kind])
    if block.lead:
        run = paragraph.add_run(block.lead)
        if lang == "zh":
            run._r.get_or_add_rPr().append(_fonts(_LOOKS[lang]["Heading 1"].font))
        else:
            run.font.bold = True
    if block.text:
        paragraph.add_run(f" {block.text}" if block.lead and lang == "en" else block.text)
    return paragraph


def _write_table(document: Any, block: Table) -> None:
    table = document.add_table(rows=0, cols=len(block.head), style="Table Grid")
    table.autofit, table.alignment = False, WD_TABLE_ALIGNMENT.CENTER
    widths = [Mm(round(_WIDE * share, 2)) for share in block.shares]
    for column, width in zip(table.columns, widths, strict=True):
        column.width = width
    for number, texts in enumerate((block.head, *block.rows)):
        row = table.add_row()
        properties = row._tr.get_or_add_trPr()
        properties.append(OxmlElement("w:cantSplit"))
        if not number:
            properties.append(OxmlElement("w:tblHeader"))
        for cell, text, width, right in zip(row.cells, texts, widths, block.right, strict=True):
            cell.width, cell.vertical_alignment = width, WD_CELL_VERTICAL_ALIGNMENT.CENTER
            paragraph = _styled(cell.paragraphs[0], "Table Text" if number else "Table Head")
            if number and right:
                paragraph.alignment = WD_ALIGN_PARAGRAPH.RIGHT
            if text:
                paragraph.add_run(text)
    _gap(document)


def _gap(document: Any) -> Any:
    """Room around a table: two that touch would be one."""
    paragraph = _styled(document.add_paragraph(), "Table Text")
    paragraph.paragraph_format.line_spacing = Pt(6)
    return paragraph


def _styled(paragraph: Any, style: str) -> Any:
    """Give a paragraph a style, by its id: looking it up by its name takes a third of the time of a paper."""
    paragraph._p.style = style.replace(" ", "")
    return paragraph
