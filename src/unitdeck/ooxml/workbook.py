"""A small xlsx: the figures behind a native chart, which a person opens by 「编辑数据」 (Edit Data).

One sheet, ``Sheet1``: a header row, then a row a category. Text is always text (a leading ``=`` never becomes a
formula), a number is a number, a missing cell is absent, 0 is written as 0. Formulas are our own (:class:`Formula`),
with the value they have, so that a chart follows when a person edits the figures they refer to.
"""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Context, Decimal
from typing import NamedTuple

from unitdeck.base.spreadsheet import column_letter
from unitdeck.ooxml.escape import escape
from unitdeck.ooxml.package import stored_zip

_FIRST_CUSTOM_FORMAT = 164  # ids below belong to Excel's built-in formats
_EXACT = Context(prec=15)  # what a spreadsheet keeps of a number
_XML = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
_MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
_RELS = "http://schemas.openxmlformats.org/package/2006/relationships"
_DOC_RELS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_CORE_RELS = "http://schemas.openxmlformats.org/package/2006/relationships/metadata"
_CORE = "http://schemas.openxmlformats.org/package/2006/metadata/core-properties"
_TYPES = "application/vnd.openxmlformats-officedocument.spreadsheetml"

_CONTENT_TYPES = (
    f'{_XML}<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">'
    '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
    '<Default Extension="xml" ContentType="application/xml"/>'
    f'<Override PartName="/xl/workbook.xml" ContentType="{_TYPES}.sheet.main+xml"/>'
    f'<Override PartName="/xl/worksheets/sheet1.xml" ContentType="{_TYPES}.worksheet+xml"/>'
    f'<Override PartName="/xl/styles.xml" ContentType="{_TYPES}.styles+xml"/>'
    '<Override PartName="/docProps/core.xml"'
    ' ContentType="application/vnd.openxmlformats-package.core-properties+xml"/></Types>'
)
_PACKAGE_RELS = (
    f'{_XML}<Relationships xmlns="{_RELS}">'
    f'<Relationship Id="rId1" Type="{_DOC_RELS}/officeDocument" Target="xl/workbook.xml"/>'
    f'<Relationship Id="rId2" Type="{_CORE_RELS}/core-properties" Target="docProps/core.xml"/></Relationships>'
)
_WORKBOOK = (
    f'{_XML}<workbook xmlns="{_MAIN}" xmlns:r="{_DOC_RELS}">'
    '<sheets><sheet name="Sheet1" sheetId="1" r:id="rId1"/></sheets></workbook>'
)
_WORKBOOK_RELS = (
    f'{_XML}<Relationships xmlns="{_RELS}">'
    f'<Relationship Id="rId1" Type="{_DOC_RELS}/worksheet" Target="worksheets/sheet1.xml"/>'
    f'<Relationship Id="rId2" Type="{_DOC_RELS}/styles" Target="styles.xml"/></Relationships>'
)


class Formula(NamedTuple):
    """A formula without its 「=」, and the value it has: None is ``#N/A``, which charts leave out."""

    text: str
    value: Decimal | None


Value = str | Decimal | Formula | None


def number_text(value: Decimal) -> str:
    """Return a number as a cell and a chart cache write it: plain digits, 15 significant ones at most."""
    return f"{_EXACT.plus(value).normalize():f}" if value else "0"


def workbook(header: Sequence[str], rows: Sequence[Sequence[Value]], formats: Sequence[str], stamp: str) -> bytes:
    """Return the bytes of an xlsx with the header and the rows, equal for equal input.

    ``formats`` gives each column's number format ('' for General); ``stamp`` (ISO date) is the file's time.
    """
    codes = [code for code in dict.fromkeys(formats) if code]
    styles = [codes.index(code) + 1 if code else 0 for code in formats]
    parts = (
        ("[Content_Types].xml", _CONTENT_TYPES),
        ("_rels/.rels", _PACKAGE_RELS),
        ("docProps/core.xml", _core(stamp)),
        ("xl/workbook.xml", _WORKBOOK),
        ("xl/_rels/workbook.xml.rels", _WORKBOOK_RELS),
        ("xl/styles.xml", _styles(codes)),
        ("xl/worksheets/sheet1.xml", _sheet((header, *rows), styles)),
    )
    return stored_zip((name, text.encode()) for name, text in parts)


def _core(stamp: str) -> str:
    time = f'xsi:type="dcterms:W3CDTF">{stamp}T00:00:00Z'
    return (
        f'{_XML}<cp:coreProperties xmlns:cp="{_CORE}" xmlns:dcterms="http://purl.org/dc/terms/"'
        ' xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">'
        f"<dcterms:created {time}</dcterms:created><dcterms:modified {time}</dcterms:modified></cp:coreProperties>"
    )


def _styles(codes: Sequence[str]) -> str:
    formats = "".join(
        f'<numFmt numFmtId="{number}" formatCode="{escape(code)}"/>'
        for number, code in enumerate(codes, _FIRST_CUSTOM_FORMAT)
    )
    cells = "".join(
        f'<xf numFmtId="{number}" fontId="0" fillId="0" borderId="0" xfId="0" applyNumberFormat="1"/>'
        for number in range(_FIRST_CUSTOM_FORMAT, _FIRST_CUSTOM_FORMAT + len(codes))
    )
    return (
        f'{_XML}<styleSheet xmlns="{_MAIN}">'
        + (f'<numFmts count="{len(codes)}">{formats}</numFmts>' if codes else "")
        + '<fonts count="1"><font><sz val="11"/></font></fonts>'
        '<fills count="2"><fill><patternFill patternType="none"/></fill>'
        '<fill><patternFill patternType="gray125"/></fill></fills>'
        '<borders count="1"><border><left/><right/><top/><bottom/><diagonal/></border></borders>'
        '<cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs>'
        f'<cellXfs count="{len(codes) + 1}"><xf numFmtId="0" fontId="0" fillId="0" borderId="0" xfId="0"/>{cells}'
        '</cellXfs><cellStyles count="1"><cellStyle name="Normal" xfId="0" builtinId="0"/></cellStyles></styleSheet>'
    )


def _sheet(rows: Sequence[Sequence[Value]], styles: Sequence[int]) -> str:
    letters = [column_letter(index) for index in range(len(styles))]
    body = "".join(
        f'<row r="{number}">'
        + "".join(
            _cell(f"{letter}{number}", value, style)
            for letter, value, style in zip(letters, row, styles, strict=True)
            if value is not None
        )
        + "</row>"
        for number, row in enumerate(rows, 1)
    )
    return f'{_XML}<worksheet xmlns="{_MAIN}"><sheetData>{body}</sheetData></worksheet>'


def _cell(place: str, value: str | Decimal | Formula, style: int) -> str:
    if isinstance(value, str):
        return f'<c r="{place}" t="inlineStr"><is><t xml:space="preserve">{escape(value)}</t></is></c>'
    styled = f' s="{style}"' if style else ""
    if isinstance(value, Formula):
        kind, known = (' t="e"', "#N/A") if value.value is None else ("", number_text(value.value))
        return f'<c r="{place}"{styled}{kind}><f>{escape(value.text)}</f><v>{known}</v></c>'
    return f'<c r="{place}"{styled}><v>{number_text(value)}</v></c>'
