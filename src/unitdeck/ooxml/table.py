"""Tables with measured row heights."""

from __future__ import annotations

from unitdeck.base.units import emu
from unitdeck.layout.placed import PlacedCell, PlacedRow, PlacedTable
from unitdeck.ooxml.colors import NO_FILL, solid_fill
from unitdeck.ooxml.frame import identity, transform
from unitdeck.ooxml.text import paragraphs

# "No Style, No Grid": a table that is not given a style gets the blue default one.
_NO_STYLE = "{2D5ABB26-0587-4C30-8999-92F81FD0307C}"
_TABLE_URI = "http://schemas.openxmlformats.org/drawingml/2006/table"


def table(item: PlacedTable, shape_id: int, lang: str) -> str:
    """Return the ``<p:graphicFrame>`` of a table; its first row is marked as the header."""
    columns = "".join(f'<a:gridCol w="{width}"/>' for width in item.widths)
    rows = "".join(_row(row, lang) for row in item.rows)
    return (
        f"<p:graphicFrame><p:nvGraphicFramePr>{identity(shape_id, item.name, item.alt)}"
        '<p:cNvGraphicFramePr><a:graphicFrameLocks noGrp="1"/></p:cNvGraphicFramePr><p:nvPr/></p:nvGraphicFramePr>'
        f'{transform(item.box, "p:xfrm")}<a:graphic><a:graphicData uri="{_TABLE_URI}"><a:tbl>'
        f'<a:tblPr firstRow="1"><a:tableStyleId>{_NO_STYLE}</a:tableStyleId></a:tblPr>'
        f"<a:tblGrid>{columns}</a:tblGrid>{rows}</a:tbl></a:graphicData></a:graphic></p:graphicFrame>"
    )


def _row(row: PlacedRow, lang: str) -> str:
    rule = NO_FILL if not row.rule or row.rule_pt <= 0 else solid_fill(row.rule)
    width = f' w="{emu(row.rule_pt)}"' if rule != NO_FILL else ""
    below = f"<a:lnB{width}>{rule}</a:lnB>"
    return f'<a:tr h="{row.height}">{"".join(_cell(cell, below, lang) for cell in row.cells)}</a:tr>'


def _cell(cell: PlacedCell, below: str, lang: str) -> str:
    left, top, right, bottom = cell.text.insets
    anchor = "" if cell.text.anchor == "t" else f' anchor="{cell.text.anchor}"'
    return (
        f"<a:tc><a:txBody><a:bodyPr/><a:lstStyle/>{paragraphs(cell.text, lang)}</a:txBody>"
        f'<a:tcPr marL="{left}" marR="{right}" marT="{top}" marB="{bottom}"{anchor}>'
        f"{below}{solid_fill(cell.fill) if cell.fill else NO_FILL}</a:tcPr></a:tc>"
    )
