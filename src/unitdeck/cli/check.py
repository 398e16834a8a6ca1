"""``unitdeck check``: every finding of an outline, and no deck."""

from __future__ import annotations

from functools import partial
from pathlib import Path

import click

from unitdeck.base.diagnostics import BuildError, Diagnostic
from unitdeck.base.faults import unexpected
from unitdeck.base.language import Lang
from unitdeck.build import draft_deck
from unitdeck.cli.command import Command, format_option, strict_option, template_path_option
from unitdeck.cli.inputs import outlines
from unitdeck.cli.output import errors_in, show, warnings_in
from unitdeck.cli.words import speaker


def command(lang: Lang) -> click.Command:
    """Return the command in one language."""
    say = speaker(lang)
    files = click.Argument(["files"], nargs=-1, required=True, type=click.Path(path_type=Path), metavar=say("FILES"))
    template = click.Option(["-t", "--template"], metavar="NAME", help=say("--template"))
    return Command(
        "check",
        lang,
        callback=partial(run, lang=lang),
        params=[files, template, format_option(say), template_path_option(say), strict_option(say)],
    )


def run(files: tuple[Path, ...], template: str | None, output_format: str, strict: bool, *, lang: Lang) -> int:
    """Print the findings to stdout and return the exit code: 1 for errors, with ``strict`` for warnings too."""
    units, faults = outlines(files)
    findings: dict[str, Diagnostic] = {repr(fault): fault for fault in faults}
    for unit in units:
        findings |= {repr(finding): finding for finding in _findings(unit, template, lang)}
    errors, warnings = errors_in(findings.values()), warnings_in(findings.values())
    show(tuple(findings.values()), form=output_format, lang=lang, to_stdout=True)
    if output_format in ("full", "concise"):
        say = speaker(lang)
        click.echo(say("checked" if findings else "all_well", files=len(units)), err=True)
    return 1 if errors or (strict and warnings) else 0


def _findings(unit: Path, template: str | None, lang: Lang) -> tuple[Diagnostic, ...]:
    try:
        return draft_deck(unit, template=template, lang=lang).diagnostics
    except BuildError as bad_input:
        return bad_input.diagnostics
    except Exception as fault:
        return (unexpected(fault, unit),)
