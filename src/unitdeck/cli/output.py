"""How findings reach the reader: which stream, and in colour or not."""

from __future__ import annotations

import importlib
import os
import sys
from collections.abc import Iterable

import click

from unitdeck.base.diagnostics import Diagnostic
from unitdeck.base.language import Lang


def show(diagnostics: tuple[Diagnostic, ...], *, lang: Lang, form: str = "full", to_stdout: bool = False) -> None:
    """Print findings to stderr, or to stdout where they are what was asked for. For none, only JSON prints: ``[]``."""
    if not diagnostics and form != "json":
        return
    stream = sys.stdout if to_stdout else sys.stderr
    color = stream.isatty() and not os.environ.get("NO_COLOR")
    # The sentences are loaded now: most runs have nothing to say.
    findings = importlib.import_module("unitdeck.cli.findings")
    if text := findings.as_text(diagnostics, form, lang, color=color):
        click.echo(text, file=stream)


def errors_in(diagnostics: Iterable[Diagnostic]) -> list[Diagnostic]:
    """Return those that stop a deck."""
    return [d for d in diagnostics if d.severity == "error"]


def warnings_in(diagnostics: Iterable[Diagnostic]) -> list[Diagnostic]:
    """Return those that do not."""
    return [d for d in diagnostics if d.severity == "warning"]
