"""``unitdeck build``: outlines in, decks out; one bad outline never stops the rest."""

from __future__ import annotations

import importlib
from collections.abc import Iterable
from functools import partial
from pathlib import Path
from typing import NamedTuple

import click

from unitdeck.base.diagnostics import BuildError, Diagnostic, Span, error
from unitdeck.base.faults import unexpected
from unitdeck.base.language import Lang
from unitdeck.base.phrases import Say
from unitdeck.build import Built, build_deck, deck_path
from unitdeck.cli.command import Command, format_option, strict_option, template_path_option
from unitdeck.cli.inputs import outlines
from unitdeck.cli.output import errors_in, show, warnings_in
from unitdeck.cli.words import speaker


class Outcome(NamedTuple):
    """What became of one outline: ``built`` is None where no deck was written."""

    outline: Path
    built: Built | None
    diagnostics: tuple[Diagnostic, ...]


def command(lang: Lang) -> click.Command:
    """Return the command in one language."""
    say = speaker(lang)
    return Command(
        "build",
        lang,
        callback=partial(run, lang=lang),
        params=[
            click.Argument(["files"], nargs=-1, required=True, type=click.Path(path_type=Path), metavar=say("FILES")),
            click.Option(["-o", "--out"], type=click.Path(path_type=Path), metavar="PATH", help=say("--out")),
            click.Option(["-t", "--template"], metavar="NAME", help=say("--template")),
            click.Option(["--open", "open_after"], is_flag=True, help=say("--open")),
            template_path_option(say),
            strict_option(say),
            click.Option(["--json", "as_json"], is_flag=True, help=say("--json")),
            format_option(say),
        ],
    )


def run(
    *,
    files: tuple[Path, ...],
    out: Path | None,
    template: str | None,
    open_after: bool,
    strict: bool,
    as_json: bool,
    output_format: str,
    lang: Lang,
) -> int:
    """Build every outline and return the exit code: 1 where a deck could not be written."""
    say = speaker(lang)
    units, faults = outlines(files)
    if len(units) > 1 and out is not None and out.suffix.lower() == ".pptx":
        raise click.UsageError(say("one_file", count=len(units)))
    outcomes = [Outcome(Path(f.span.file) if f.span else Path(), None, (f,)) for f in faults]
    taken: dict[Path, Path] = {}
    told: set[str] = set()
    for fault in outcomes if not as_json else ():
        _tell(fault, told, say, output_format, lang)
    for unit in units:
        outcome = _attempt(unit, taken, out=out, template=template, lang=lang, strict=strict)
        outcomes.append(outcome)
        if not as_json:
            _tell(outcome, told, say, output_format, lang)
    failed = sum(outcome.built is None for outcome in outcomes)
    if as_json:
        click.echo(importlib.import_module("unitdeck.cli.record").as_json(outcomes, lang))
    elif len(outcomes) > 1:
        click.echo(say("total", built=len(outcomes) - failed, failed=failed), err=True)
    if open_after:
        _open(outcomes)
    return 1 if failed else 0


def _attempt(
    unit: Path, taken: dict[Path, Path], *, out: Path | None, template: str | None, lang: Lang, strict: bool
) -> Outcome:
    """Return what became of one outline; whatever goes wrong with it stays with it."""
    target = deck_path(unit, out)
    if target in taken:
        return Outcome(unit, None, (error("UD706", Span(str(unit)), path=str(target), other=str(taken[target])),))
    taken[target] = unit
    try:
        built = build_deck(unit, out=target, template=template, lang=lang, strict=strict)
    except BuildError as bad_input:
        return Outcome(unit, None, bad_input.diagnostics)
    except Exception as fault:
        return Outcome(unit, None, (unexpected(fault, unit),))
    return Outcome(unit, built, built.diagnostics)


def _tell(outcome: Outcome, told: set[str], say: Say, output_format: str, lang: Lang) -> None:
    """Print a deck's findings (those of a session's file once) and its line."""
    fresh = tuple(d for d in outcome.diagnostics if repr(d) not in told)
    told.update(repr(d) for d in fresh)
    show(fresh, form=output_format, lang=lang)
    warnings = len(warnings_in(outcome.diagnostics))
    built = outcome.built
    if built is not None:
        line = say(
            "built",
            path=built.path,
            pages=built.pages,
            charts=built.charts,
            warnings=warnings,
            seconds=built.seconds,
        )
        click.echo(line)
    elif errors := len(errors_in(outcome.diagnostics)):
        click.echo(say("not_built", outline=outcome.outline, errors=errors), err=True)
    else:
        click.echo(say("not_built_strict", outline=outcome.outline, warnings=warnings), err=True)


def _open(outcomes: Iterable[Outcome]) -> None:
    for outcome in outcomes:
        if outcome.built is not None:
            click.launch(str(outcome.built.path))
