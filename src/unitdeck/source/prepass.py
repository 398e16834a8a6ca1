"""Slips of Chinese typing that break YAML, found where they stand and not where a parser stumbles.

A full-width colon after a key is reported by YAML on the next line, an indentation of U+3000 not at all. But the same
characters are good Chinese inside a text: so a colon counts only after a word that is a key, and nothing counts in
the lines of a text block (``|``).
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from unitdeck.base.diagnostics import Diagnostic, Span, error
from unitdeck.source.text import SourceText

_WIDE_SPACES = "\u3000\u00a0"
_LEAD = " \t" + _WIDE_SPACES


class _Line(NamedTuple):
    number: int
    text: str
    indent: int  # characters before the first that is not a space of some kind


def odd_indentation(source: SourceText, keys: frozenset[str]) -> tuple[Diagnostic, ...]:
    """Return UD112 for each line of structure that is indented with full-width or no-break spaces.

    YAML takes such a space for a part of the key: the file is read, and wrongly.
    """
    if not any(space in source.text for space in _WIDE_SPACES):
        return ()
    return tuple(_wide_space(source.file, line) for line in _structure(source.text) if _is_wide_indented(line, keys))


def culprits(source: SourceText, keys: frozenset[str]) -> tuple[Diagnostic, ...]:
    """Return the slips UD110, UD111, UD113–UD116 of a text that YAML cannot read, in order of lines."""
    found: list[Diagnostic] = []
    for line in _structure(source.text):
        tab = line.text.find("\t", 0, line.indent)
        if tab >= 0:
            found.append(error("UD111", _span(source.file, line.number, tab), character="\t"))
        found.extend(_slips(source.file, line, keys))
    return tuple(found)


def colon_slip(text: str, keys: frozenset[str]) -> tuple[str, int, str] | None:
    """Return (code, offset of the colon, key) where a plain text starts with a key and a colon that YAML ignores.

    UD110 for a full-width colon, UD116 for a colon without a space.
    """
    for code, colon in (("UD110", "："), ("UD116", ":")):
        key, mark, rest = text.partition(colon)
        if mark and key.strip() in keys and (colon == "：" or rest[:1].strip()):
            return code, len(key), key.strip()
    return None


def _slips(file: str, line: _Line, keys: frozenset[str]) -> Iterator[Diagnostic]:
    body = line.text[line.indent :]
    start = line.indent
    if re.match(r"-[^\s\-\d.]", body):
        yield error("UD115", _span(file, line.number, start))
        body, start = body[1:], start + 1
    while body.startswith("- "):
        rest = body[2:].lstrip(" ")
        start += len(body) - len(rest)
        body = rest
    slip = colon_slip(body, keys)
    if slip:
        code, offset, key = slip
        yield error(code, _span(file, line.number, start + offset), key=key)
    if "{" in body:
        yield from _flow_slips(file, line, keys)
    quote = re.search(r"(?:^|[:\-,\[{] *)([“‘])[^”’]*(?:: | #|[”’] *[^\s,\]}#])", body)
    if quote:
        yield error("UD113", _span(file, line.number, start + quote.start(1)), character=quote.group(1))


def _flow_slips(file: str, line: _Line, keys: frozenset[str]) -> Iterator[Diagnostic]:
    opened = line.text.index("{")
    for comma in re.finditer(r"(，)\s*([^\s:：，,{}]+)\s*[:：]", line.text[opened:]):
        if comma.group(2) in keys:
            yield error("UD114", _span(file, line.number, opened + comma.start(1)))
    for colon in re.finditer(r"[{,，]\s*([^\s:：，,{}]+)\s*(：)", line.text[opened:]):
        if colon.group(1) in keys:
            yield error("UD110", _span(file, line.number, opened + colon.start(2)), key=colon.group(1))


def _structure(text: str) -> Iterator[_Line]:
    """Yield the lines that are neither blank, nor comments, nor inside a text block."""
    block: int | None = None
    for number, line in enumerate(text.split("\n"), 1):
        body = line.lstrip(_LEAD)
        if not body:
            continue
        spaces = len(line) - len(line.lstrip(" "))
        if block is not None and spaces > block:
            continue
        block = spaces if re.search(r"(?:^|[:\-] +)[|>][+\-0-9]{0,2} *(?:#.*)?$", body) else None
        if not body.startswith("#"):
            yield _Line(number, line, len(line) - len(body))


def _is_wide_indented(line: _Line, keys: frozenset[str]) -> bool:
    lead, body = line.text[: line.indent], line.text[line.indent :]
    if not any(space in lead for space in _WIDE_SPACES):
        return False
    return body.startswith("- ") or re.split("[:：]", body, maxsplit=1)[0].strip() in keys


def _wide_space(file: str, line: _Line) -> Diagnostic:
    column = next(index for index, character in enumerate(line.text) if character in _WIDE_SPACES)
    return error("UD112", _span(file, line.number, column), character=f"U+{ord(line.text[column]):04X}")


def _span(file: str, line: int, offset: int) -> Span:
    return Span(file, line, offset + 1, offset + 2)
