"""Text in charts: every run and every default names the theme's Latin and East Asian fonts and its language."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from unitdeck.base.richtext import Run
from unitdeck.ooxml.colors import solid_fill
from unitdeck.ooxml.escape import escape

_FONTS = '<a:latin typeface="+mn-lt"/><a:ea typeface="+mn-ea"/>'
_LABEL_BODY = (
    '<a:bodyPr rot="0" vertOverflow="overflow" vert="horz" wrap="none" lIns="38100" tIns="19050" rIns="38100"'
    ' bIns="19050" anchor="ctr"><a:spAutoFit/></a:bodyPr>'
)
_AXIS_BODY = '<a:bodyPr rot="0" vert="horz"/>'  # rot 0: names stay level instead of tilting when they are many
# Turned by 1/60000 of a degree: LibreOffice breaks level names between any two characters, and does not know that only
# every n-th name is wanted; what is turned it leaves whole, and leaves out by itself what would overlap.
_UNBROKEN_BODY = '<a:bodyPr rot="1" vert="horz"/>'


class TextStyle(NamedTuple):
    """The look of a text: size in points, colour token, weight, language tag (zh-CN)."""

    size_pt: float
    lang: str
    color: str = "ink"
    bold: bool = False


def label_text(style: TextStyle) -> str:
    """Return ``<c:txPr>`` for data labels: on one line, whatever its length."""
    return _text_props(style, _LABEL_BODY)


def axis_text(style: TextStyle, *, unbroken: bool = False) -> str:
    """Return ``<c:txPr>`` for an axis, a legend or a whole chart; names that are ``unbroken`` stay on one line."""
    return _text_props(style, _UNBROKEN_BODY if unbroken else _AXIS_BODY)


def rich_text(lines: Sequence[Sequence[Run]], style: TextStyle) -> str:
    """Return ``<c:tx>`` of a label with its own words: a paragraph a line; a run's colour and weight come first."""
    paragraphs = "".join(
        f"<a:p><a:pPr><a:defRPr{_look(style)}</a:defRPr></a:pPr>{''.join(_run(run, style) for run in line)}</a:p>"
        for line in lines
    )
    return f"<c:tx><c:rich>{_LABEL_BODY}<a:lstStyle/>{paragraphs}</c:rich></c:tx>"


def _text_props(style: TextStyle, body: str) -> str:
    return (
        f"<c:txPr>{body}<a:lstStyle/><a:p><a:pPr><a:defRPr{_look(style)}</a:defRPr></a:pPr>"
        f'<a:endParaRPr lang="{style.lang}"/></a:p></c:txPr>'
    )


def _run(run: Run, style: TextStyle) -> str:
    look = style._replace(
        size_pt=style.size_pt * run.scale,
        color=run.color or style.color,
        bold=style.bold if run.bold is None else run.bold,
    )
    return f'<a:r><a:rPr lang="{style.lang}"{_look(look)}</a:rPr><a:t>{escape(run.text)}</a:t></a:r>'


def _look(style: TextStyle) -> str:
    return f' sz="{round(style.size_pt * 100)}" b="{int(style.bold)}">{solid_fill(style.color)}{_FONTS}'
