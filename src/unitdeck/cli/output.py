"""How findings reach the reader: which stream, in colour or not, and what an unforeseen fault is called."""

from __future__ import annotations

import importlib
import os
import sys
from collections.abc import Iterable
from pathlib import Path

import click

from unitdeck.base.diagnostics import Diagnostic, error
from unitdeck.base.language import Lang

_OURS = str(Path(__file__).parent.parent)


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


def unexpected(fault: BaseException, file: Path | None = None) -> Diagnostic:
    """Return what to tell of a fault that nobody foresaw: UD705 for a library that is not there, else UD703."""
    if isinstance(fault, ModuleNotFoundError) and not (fault.name or "").startswith("unitdeck"):
        return error("UD705", None, module=fault.name)
    said = str(fault).strip().splitlines()
    return error(
        "UD703",
        None,
        file=f"{file}: " if file else "",
        where=_where(fault),
        kind=type(fault).__name__,
        detail=said[0] if said else "",
    )


def _where(fault: BaseException) -> str:
    """Return module and line of the innermost frame of ours."""
    place = "unitdeck"
    frame = fault.__traceback__
    while frame is not None:
        file = frame.tb_frame.f_code.co_filename
        if file.startswith(_OURS):
            place = f"{Path(file).relative_to(_OURS)}:{frame.tb_lineno}"
        frame = frame.tb_next
    return place
