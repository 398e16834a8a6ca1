"""Text bodies: paragraphs and runs as they were measured."""

from __future__ import annotations

from unitdeck.base.richtext import Run
from unitdeck.base.units import emu
from unitdeck.layout.placed import PlacedParagraph, PlacedText
from unitdeck.ooxml.colors import scheme_color, solid_fill
from unitdeck.ooxml.escape import escape
from unitdeck.template.pack import Placeholder

# PowerPoint and WPS print Chinese in a run's Latin font unless the East Asian one is named beside it.
_BODY_FONTS = '<a:latin typeface="+mn-lt"/><a:ea typeface="+mn-ea"/>'
_BULLET = f'<a:buClr>{scheme_color("accent")}</a:buClr><a:buFont typeface="Arial"/><a:buChar char="•"/>'
# Any constant identifier will do for the field, and a constant one keeps the file the same every time.
_NUMBER_FIELD = '<a:fld id="{B6F15528-21DE-4FAA-801E-634DDDAF4B2B}" type="slidenum">'
_EMPTY_SIZE = 100  # hundredths of a point: the smallest there is
# Placeholders whose master text is a bulleted list: their plain paragraphs must say that they have no bullet.
_LIST_TYPES = ("", "body", "obj", "subTitle")


def language(lang: str) -> str:
    """Return the language attributes of a run for a deck in ``lang`` ('zh…' or 'en…')."""
    return 'lang="zh-CN" altLang="en-US"' if lang.startswith("zh") else 'lang="en-US" altLang="zh-CN"'


def shape_text(text: PlacedText, lang: str, within: Placeholder | None = None, number: int | None = None) -> str:
    """Return the ``<p:txBody>`` of a shape.

    ``within`` is the layout's placeholder that the shape fills: what equals it is left out, so that the text follows
    the master. ``number`` makes that leading page number a field.
    """
    return f"<p:txBody>{_body_properties(text, within)}<a:lstStyle/>{paragraphs(text, lang, within, number)}</p:txBody>"


def paragraphs(text: PlacedText, lang: str, within: Placeholder | None = None, number: int | None = None) -> str:
    """Return the ``<a:p>`` elements; a text body holds at least one."""
    if not text.paragraphs:
        # Without a size an empty cell is as high as type of 18 pt, and its row with it.
        return f'<a:p><a:endParaRPr {language(lang)} sz="{_EMPTY_SIZE}"/></a:p>'
    return "".join(_paragraph(paragraph, language(lang), within, number) for paragraph in text.paragraphs)


def _body_properties(text: PlacedText, within: Placeholder | None) -> str:
    """The text was measured and fitted, so no application may shrink it or grow its box: ``noAutofit``."""
    left, top, right, bottom = text.insets
    insets = f' lIns="{left}" tIns="{top}" rIns="{right}" bIns="{bottom}"'
    anchor = f' anchor="{text.anchor}"'
    if within is not None:
        insets = "" if within.insets == text.insets else insets
        anchor = "" if within.anchor == text.anchor else anchor
    return f'<a:bodyPr wrap="square"{insets} rtlCol="0"{anchor}><a:noAutofit/></a:bodyPr>'


def _paragraph(paragraph: PlacedParagraph, lang: str, within: Placeholder | None, number: int | None) -> str:
    properties = _paragraph_properties(paragraph, within)
    if not any(run.text for run in paragraph.runs):
        size = _run_attributes(paragraph.size_pt, False, within)
        return f"<a:p>{properties}<a:endParaRPr {lang}{size}/></a:p>"
    runs = paragraph.runs
    field = ""
    if number is not None and runs[0].text.startswith(str(number)):
        first = runs[0]
        look = _look(first, paragraph, lang, within)
        field = f"{_NUMBER_FIELD}<a:rPr {look}</a:rPr><a:t>{number}</a:t></a:fld>"
        runs = (first._replace(text=first.text.removeprefix(str(number))), *runs[1:])
    return f"<a:p>{properties}{field}{''.join(_run(run, paragraph, lang, within) for run in runs)}</a:p>"


def _paragraph_properties(paragraph: PlacedParagraph, within: Placeholder | None) -> str:
    hang = emu(paragraph.hang_pt)
    bullet = indent = ""
    if hang:
        bullet, indent = _BULLET, f' marL="{hang}" indent="-{hang}"'
    elif within is not None and within.type in _LIST_TYPES:
        bullet, indent = "<a:buNone/>", ' marL="0" indent="0"'
    # In a placeholder "l" is the default that nobody chose: the layout's own alignment stands.
    align = "" if paragraph.align == "l" else f' algn="{paragraph.align}"'
    return (
        f'<a:pPr{indent}{align} hangingPunct="0"><a:lnSpc><a:spcPts val="{round(paragraph.line_pt * 100)}"/></a:lnSpc>'
        f'<a:spcBef><a:spcPts val="{round(paragraph.before_pt * 100)}"/></a:spcBef>'
        f'<a:spcAft><a:spcPts val="0"/></a:spcAft>{bullet}</a:pPr>'
    )


def _run(run: Run, paragraph: PlacedParagraph, lang: str, within: Placeholder | None) -> str:
    look = _look(run, paragraph, lang, within)
    lines = run.text.replace("\r\n", "\n").replace("\r", "\n").replace("\v", "\n").split("\n")
    line_break = f"<a:br><a:rPr {look}</a:rPr></a:br>"
    return line_break.join(
        f"<a:r><a:rPr {look}</a:rPr><a:t>{escape(line)}</a:t></a:r>" if line else "" for line in lines
    )


def _look(run: Run, paragraph: PlacedParagraph, lang: str, within: Placeholder | None) -> str:
    """Return what stands between ``<a:rPr `` and ``</a:rPr>``."""
    bold = paragraph.bold if run.bold is None else run.bold
    attributes = _run_attributes(paragraph.size_pt * run.scale, bold, within)
    if within is None:
        return f"{lang}{attributes}>{solid_fill(run.color or paragraph.color or 'ink')}{_BODY_FONTS}"
    # In a placeholder "ink" is the default that nobody chose: the layout's own colour stands.
    color = run.color or (paragraph.color if paragraph.color != "ink" else "")
    return f"{lang}{attributes}>{solid_fill(color) if color else ''}"


def _run_attributes(size_pt: float, bold: bool, within: Placeholder | None) -> str:
    size = "" if within is not None and abs(within.size_pt - size_pt) < 0.005 else f' sz="{round(size_pt * 100)}"'
    inherited = within is not None and within.bold
    return size if bold == inherited else f'{size} b="{int(bold)}"'
