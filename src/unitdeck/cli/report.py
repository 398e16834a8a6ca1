"""Diagnostics as people, programs and GitHub read them."""

from __future__ import annotations

import json
import unicodedata
from collections.abc import Callable, Iterable
from typing import Literal

import click

from unitdeck.base.catalog import message, term
from unitdeck.base.diagnostics import Diagnostic, Span
from unitdeck.base.language import Lang

Format = Literal["full", "concise", "json", "github"]
ReadLine = Callable[[str, int], str | None]

_TAB = 4  # cells that a tab is shown as
_FRAME = 96  # cells of a line that are shown: a longer one is cut around the caret
_BEFORE = 40  # cells kept before the caret in a line that is cut
_COLORS = {"error": "red", "warning": "yellow"}


def show(
    diagnostics: Iterable[Diagnostic], form: Format, lang: Lang, read_line: ReadLine, *, color: bool = False
) -> str:
    """Return the diagnostics by file and line, without a last line feed; '' (json: ``[]``) where there are none.

    full: each with a code frame; concise: a line each; both end with a line of counts. json: a list of objects.
    github: workflow commands. ``read_line(file, line)`` gives a line of a file (1-based), None where it cannot.
    """
    found = sorted(diagnostics, key=_place)
    if form == "json":
        return json.dumps([_as_object(each, lang) for each in found], ensure_ascii=False, indent=2)
    if form == "github":
        return "\n".join(_as_command(each, lang) for each in found)
    if not found:
        return ""
    if form == "concise":
        return "\n".join([*(_headline(each, lang, color) for each in found), _counts(found, lang)])
    blocks = ["\n".join(_block(each, lang, read_line, color)) for each in found]
    return "\n\n".join([*blocks, _counts(found, lang)])


def width(text: str) -> int:
    """Return how many cells of a terminal the text takes: 2 for full-width, 0 for combining characters."""
    return sum(_cells(character) for character in text)


def _cells(character: str) -> int:
    if character == "\t":
        return _TAB
    if unicodedata.combining(character) or unicodedata.category(character) in ("Mn", "Me", "Cf"):
        return 0
    return 2 if unicodedata.east_asian_width(character) in "WF" else 1


def _place(diagnostic: Diagnostic) -> tuple[str, int, int, str, str]:
    span = diagnostic.span or Span("")
    return (span.file, span.line, span.column, diagnostic.severity, diagnostic.code)


def _where(span: Span | None) -> str:
    return f"{span.file}:{span.line}:{span.column}: " if span else ""


def _headline(diagnostic: Diagnostic, lang: Lang, color: bool) -> str:
    severity = f"{term(diagnostic.severity, lang)} {diagnostic.code}"
    if color:
        severity = click.style(severity, fg=_COLORS[diagnostic.severity], bold=True)
    return f"{_where(diagnostic.span)}{severity} {message(diagnostic, lang).message}"


def _block(diagnostic: Diagnostic, lang: Lang, read_line: ReadLine, color: bool) -> list[str]:
    text = message(diagnostic, lang)
    lines = [_headline(diagnostic, lang, color)]
    span = diagnostic.span
    line = read_line(span.file, span.line) if span else None
    gutter = ""
    if span and line is not None and line.strip():
        gutter = " " * len(str(span.line))
        shown, caret = _framed(line, span)
        if color:
            caret = click.style(caret, fg=_COLORS[diagnostic.severity], bold=True)
        lines += [f" {gutter} |", f" {span.line} | {shown}", f" {gutter} | {caret}"]
    for label, said in (("expected", text.expected), ("do", text.do)):
        if said:
            lines.append(f" {gutter} = {term(label, lang)}: {said}")
    return lines


def _framed(line: str, span: Span) -> tuple[str, str]:
    """Return the line as shown and the carets under it, both cut to the frame."""
    start = min(span.column - 1, len(line))
    end = len(line) if span.end is None else min(max(span.end - 1, start + 1), max(len(line), start + 1))
    first = 0
    if width(line) > _FRAME:
        while first < start and width(line[first:start]) > _BEFORE:
            first += 1
    last = first
    room = _FRAME
    while last < len(line) and room >= _cells(line[last]):
        room -= _cells(line[last])
        last += 1
    ahead, behind = ("…" if first else ""), ("…" if last < len(line) else "")
    shown = ahead + line[first:last].replace("\t", " " * _TAB) + behind
    run = max(width(line[start : min(end, last)]), 1)
    return shown, " " * (len(ahead) + width(line[first:start])) + "^" * run


def _counts(found: list[Diagnostic], lang: Lang) -> str:
    parts = []
    for severity, key in (("error", "errors"), ("warning", "warnings")):
        count = sum(each.severity == severity for each in found)
        if count:
            parts.append(term(f"{key}_{'one' if count == 1 else 'many'}", lang).format(count=count))
    return term("and", lang).join(parts)


def _as_object(diagnostic: Diagnostic, lang: Lang) -> dict[str, str | int | None]:
    text, span = message(diagnostic, lang), diagnostic.span
    return {
        "code": diagnostic.code,
        "severity": diagnostic.severity,
        "title": text.title,
        "message": text.message,
        "expected": text.expected,
        "do": text.do,
        "file": span.file if span else None,
        "line": span.line if span else None,
        "column": span.column if span else None,
        "end_column": span.end if span else None,
    }


def _as_command(diagnostic: Diagnostic, lang: Lang) -> str:
    text, span = message(diagnostic, lang), diagnostic.span
    properties = {"title": f"{diagnostic.code} {text.title}"}
    if span:
        properties = {"file": span.file, "line": str(span.line), "col": str(span.column), **properties}
    listed = ",".join(f"{name}={_escaped(value, in_property=True)}" for name, value in properties.items())
    said = "\n".join(part for part in (text.message, text.do) if part)
    return f"::{diagnostic.severity} {listed}::{_escaped(said)}"


def _escaped(text: str, *, in_property: bool = False) -> str:
    """Escape as GitHub's workflow commands want it: %, line ends, and in properties also : and ,."""
    text = text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")
    return text.replace(":", "%3A").replace(",", "%2C") if in_property else text
