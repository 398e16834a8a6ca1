"""Findings as text, with the lines they are about. Loaded where there is something to say."""

from __future__ import annotations

from functools import cache
from pathlib import Path

from unitdeck.base.diagnostics import BuildError, Diagnostic
from unitdeck.base.language import Lang
from unitdeck.cli.report import Format, show
from unitdeck.source.text import read_text


def as_text(diagnostics: tuple[Diagnostic, ...], form: Format, lang: Lang, *, color: bool = False) -> str:
    """Return findings in one of the formats, by file and line."""
    return show(diagnostics, form, lang, _line, color=color)


def _line(file: str, number: int) -> str | None:
    """Return a line of a file as it was read, 1-based; None where there is none to show."""
    lines = _lines(file)
    return lines[number - 1] if 1 <= number <= len(lines) else None


@cache
def _lines(file: str) -> tuple[str, ...]:
    try:
        return tuple(read_text(Path(file)).text.split("\n"))
    except BuildError:
        return ()
