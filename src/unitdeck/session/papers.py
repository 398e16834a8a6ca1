"""The papers around a meeting: host script, minutes, agenda; the record of comments and the ledger."""

from __future__ import annotations


from pathlib import Path
from typing import NamedTuple

from unitdeck.base.diagnostics import Diagnostic
from unitdeck.base.language import Lang
from unitdeck.session.comment_record import Remark
from unitdeck.session.comment_sheet import Blank, comment_sheet
from unitdeck.session.document import read_document
from unitdeck.session.docx_writer import docx_bytes
from unitdeck.session.programme import Programme, programme
from unitdeck.session.results import before, results
from unitdeck.session.scoreboard import board
from unitdeck.template.locate import find, search_path
from unitdeck.template.papers import paper_text

_NUMERALS = "〇一二三四五六七八九十"


def numeral(number: int, lang: Lang) -> str:
    """Return a number from 1 to 99 as Chinese papers count (二十一); as figures above, and in English."""
    if lang == "en" or number > 99:
        return str(number)
    tens, ones = divmod(number, 10)
    if not tens:
        return _NUMERALS[ones]
    return f"{'' if tens == 1 else _NUMERALS[tens]}十{_NUMERALS[ones] if ones else ''}"
