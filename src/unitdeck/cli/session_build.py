"""``unitdeck session build``: the decks of a whole session, and what became of each unit."""

from __future__ import annotations

import sys
import time
from functools import partial
from pathlib import Path

import click

from unitdeck.base.language import Lang
from unitdeck.cli.command import Command, format_option, strict_option, template_path_option
from unitdeck.cli.inputs import session_of
from unitdeck.cli.output import errors_in, show, warnings_in
from unitdeck.cli.report import width
from unitdeck.cli.words import Say, speaker
from unitdeck.session.bulk import Report, Settings, build_session, matching
from unitdeck.session.combined import Whole
from unitdeck.session.worker import Result


def command(lang: Lang) -> click.Command:
    """Return the command in one language."""
    say = speaker(lang)
    return Command(
        "session build",
        lang,
        callback=partial(run, lang=lang),
        params=[
            click.Argument(["folder"], type=click.Path(path_type=Path), metavar=say("DIR")),
            click.Option(["-j", "--jobs"], type=click.IntRange(1, 256), metavar="N", help=say("--jobs")),
            click.Option(["--only"], default="", metavar="GLOB", help=say("--only")),
            click.Option(["--force"], is_flag=True, help=say("--force")),
            click.Option(["--no-combined"], is_flag=True, help=say("--no-combined")),
            template_path_option(say),
            strict_option(say),
            format_option(say),
        ],
    )


def run(
    *,
    folder: Path,
    jobs: int | None,
    only: str,
    force: bool,
    no_combined: bool,
    strict: bool,
    output_format: str,
    lang: Lang,
) -> int:
    """Build a session's decks and return the exit code: 1 where one is not there as the outlines are."""
    say = speaker(lang)
    start = time.perf_counter()
    workspace = session_of(folder)
    if not matching(workspace, only):
        raise click.UsageError(say("nobody", only=only, known=", ".join(unit.name for unit in workspace.units)))
    teller = _Teller(say, on_terminal=sys.stderr.isatty())
    settings = Settings(lang, jobs or 0, only, force, strict, whole=not no_combined)
    report = build_session(workspace, settings, teller.tell)
    teller.clear()
    failed = [result for result in report.results if result.record is None]
    findings = [finding for result in failed for finding in result.diagnostics]
    whole = report.whole.diagnostics if report.whole else ()
    told = (*workspace.faults, *findings, *report.missing, *whole, *report.stale)
    fresh = {repr(finding): finding for finding in told}
    show(tuple(fresh.values()), form=output_format, lang=lang)
    _sum_up(report, folder, say, time.perf_counter() - start)
    return 1 if failed or report.missing or errors_in(whole) else 0


class _Teller:
    """Prints a line a unit; on a terminal one line that tells how far the work is, and lines only of failures."""

    def __init__(self, say: Say, *, on_terminal: bool) -> None:
        self.say = say
        self.on_terminal = on_terminal
        self._shown = 0

    def tell(self, result: Result | Whole, done: int, count: int) -> None:
        """Print what became of a unit, or of the session's deck."""
        if result.record is None:
            self.clear()
            click.echo(_failure(result, self.say), err=True)
        elif not self.on_terminal:
            click.echo(_line(result, self.say))
        if self.on_terminal:
            name = result.unit.name if isinstance(result, Result) else result.deck.stem
            self._replace(self.say("progress", done=done, all=count, unit=name))

    def clear(self) -> None:
        """Take the line of progress away."""
        if self._shown:
            self._replace("")
            click.echo("\r", err=True, nl=False)

    def _replace(self, text: str) -> None:
        cells = width(text)
        click.echo(f"\r{text}{' ' * (self._shown - cells)}", err=True, nl=False)
        self._shown = cells


def _line(result: Result | Whole, say: Say) -> str:
    record = result.record
    assert record is not None  # noqa: S101 (told by _failure)
    figures = {"pages": record.pages, "charts": record.charts, "warnings": len(record.warnings)}
    if result.fresh:
        return say("built", path=result.deck, seconds=result.seconds, **figures)
    return say("unchanged", path=result.deck, **figures)


def _failure(result: Result | Whole, say: Say) -> str:
    if isinstance(result, Whole):
        return say("whole_not_built", path=result.deck)
    if errors := len(errors_in(result.diagnostics)):
        return say("not_built", outline=result.outline, errors=errors)
    return say("not_built_strict", outline=result.outline, warnings=len(warnings_in(result.diagnostics)))


def _sum_up(report: Report, folder: Path, say: Say, seconds: float) -> None:
    records = [result.record for result in report.results if result.record is not None]
    built = sum(result.fresh for result in report.results if result.record is not None)
    if warnings := sum(len(record.warnings) for record in records):
        click.echo(say("see_warnings", warnings=warnings, folder=folder), err=True)
    if report.whole and report.whole.record and sys.stderr.isatty():
        click.echo(_line(report.whole, say), err=True)
    total = say(
        "session_total",
        built=built,
        unchanged=len(records) - built,
        failed=len(report.results) - len(records),
        missing=len(report.missing),
        seconds=seconds,
    )
    click.echo(total, err=True)
