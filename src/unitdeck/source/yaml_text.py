"""Texts as YAML that reads back as they are: plain where a person and a parser take them alike, else in quotes."""

from __future__ import annotations

import json
import re

# What JSON lets stand in a text, but YAML takes for a line break or refuses.
_UNFIT = re.compile("[\x7f-\x9f\u2028\u2029\ufeff\ufffe\uffff]")
# A plain text begins with a letter, a date, or a number before a Chinese character; it holds no mark that means
# something to YAML, in braces or out of them, nor a colon of either width: after a word that is a key it would be taken
# for a slip.
_MARKS = r"\w（）·—，。、；！？《》“”%+/.@"
_START = r"(?:[^\W\d_]|\d{4}-\d\d|\d+(?:[.—]\d+)?[\u4e00-\u9fff])"
_PLAIN = re.compile(rf"{_START}[{_MARKS}\-]*(?: [{_MARKS}][{_MARKS}\-]*)*")
_COMMENTS = re.compile(r"[\x00-\x1f\x7f-\x9f\u2028\u2029\ud800-\udfff\ufeff\ufffe\uffff]+")


def scalar(text: str) -> str:
    """Return a text as a YAML scalar on one line, the same in braces and out of them; a blank text in quotes."""
    if _PLAIN.fullmatch(text):
        return text
    return _UNFIT.sub(lambda found: f"\\u{ord(found[0]):04x}", json.dumps(text, ensure_ascii=False))


def comment(text: str) -> str:
    """Return a text as a comment: on one line, without what YAML refuses even there."""
    return f"# {_COMMENTS.sub(' ', text)}".rstrip()
