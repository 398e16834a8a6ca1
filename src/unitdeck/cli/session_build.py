"""``unitdeck session build``: the decks of a whole session, and what became of each unit."""

from __future__ import annotations

import sys
import time
from functools import partial
from pathlib import Path

import click

from unitdeck.base.language import Lang
from unitdeck.base.phrases import Say
from unitdeck.cli.command import Command, format_option, strict_option, template_path_option
from unitdeck.cli.inputs import session_of
from unitdeck.cli.output import errors_in, show, warnings_in
from unitdeck.cli.progress import Bar, is_watched
from unitdeck.cli.stopping import stoppable
from unitdeck.cli.words import speaker
from unitdeck.session.building.bulk import Pace, Report, Settings, build_session, matching
from unitdeck.session.building.combined import Whole
from unitdeck.session.building.executor import Executor, executor_from
from unitdeck.session.building.worker import Result


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
            click.Option(
                ["--executor"],
                callback=_where,
                default="process",
                metavar="process|serial|dask://HOST:PORT",
                show_default=True,
                help=say("--executor"),
            ),
            click.Option(["--only"], default="", metavar="GLOB", help=say("--only")),
            click.Option(["--changed"], is_flag=True, help=say("--changed")),
            click.Option(["--force"], is_flag=True, help=say("--force")),
            click.Option(["--no-combined"], is_flag=True, help=say("--no-combined")),
            template_path_option(say),
            strict_option(say),
            format_option(say),
        ],
    )


def _where(ctx: click.Context, param: click.Parameter, value: str) -> Executor:
    try:
        return executor_from(value)
    except ValueError as slip:
        raise click.BadParameter(value, ctx, param) from slip


def run(
    *,
    folder: Path,
    jobs: int | None,
    executor: Executor,
    only: str,
    changed: bool,
    force: bool,
    no_combined: bool,
    strict: bool,
    output_format: str,
    lang: Lang,
) -> int:
    """Build a session's decks and return the exit code: 1 where one is not there as the outlines are."""
    say = speaker(lang)
    if jobs and executor.kind != "process":
        raise click.UsageError(say("one_process"))
    if changed and force:
        raise click.UsageError(say("changed_or_all"))
    start = time.perf_counter()
    workspace = session_of(folder)
    if not matching(workspace, only):
        raise click.UsageError(say("nobody", only=only, known=", ".join(unit.name for unit in workspace.units)))
    teller = _Teller(say)
    way = executor._replace(processes=jobs or 0)
    settings = Settings(lang, way, only, force, strict, changed, whole=not no_combined)
    with stoppable() as check:

        def tell(result: Result | Whole, pace: Pace) -> None:
            check()
            teller.tell(result, pace)

        report = build_session(workspace, settings, tell)
    teller.clear()
    failed = [result for result in report.results if result.record is None]
    findings = [finding for result in failed for finding in result.diagnostics]
    whole = report.whole.diagnostics if report.whole else ()
    told = (*workspace.faults, *findings, *report.missing, *whole, *report.stale)
    fresh = {repr(finding): finding for finding in told}
    show(tuple(fresh.values()), form=output_format, lang=lang)
    _sum_up(report, folder, say, time.perf_counter() - start, changed=changed)
    return 1 if failed or report.missing or errors_in(whole) else 0


class _Teller:
    """Prints a line a unit; where a person watches, a bar instead, and lines only of failures."""

    def __init__(self, say: Say) -> None:
        self.say = say
        self.bar = Bar(say) if is_watched(sys.stderr) else None
        self.lines = self.bar is None or not is_watched(sys.stdout)

    def tell(self, result: Result | Whole, pace: Pace) -> None:
        """Print what became of a unit, or of the session's deck."""
        if result.record is None:
            self.clear()
            click.echo(_failure(result, self.say), err=True)
        elif self.lines:
            click.echo(_line(result, self.say))
        if self.bar:
            self.bar.show(pace, result.unit.name if isinstance(result, Result) else result.deck.stem)

    def clear(self) -> None:
        """Take the bar away."""
        if self.bar:
            self.bar.clear()


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


def _sum_up(report: Report, folder: Path, say: Say, seconds: float, *, changed: bool) -> None:
    records = [result.record for result in report.results if result.record is not None]
    built = sum(result.fresh for result in report.results if result.record is not None)
    if warnings := sum(len(record.warnings) for record in records):
        click.echo(say("see_warnings", warnings=warnings, folder=folder), err=True)
    if report.whole and report.whole.record and is_watched(sys.stdout) and is_watched(sys.stderr):
        click.echo(_line(report.whole, say), err=True)
    if report.broken:
        click.echo(say("see_broken", broken=report.broken, folder=folder), err=True)
    total = say(
        "changed_total" if changed else "session_total",
        built=built,
        unchanged=report.left if changed else len(records) - built,
        failed=len(report.results) - len(records),
        missing=len(report.missing),
        seconds=seconds,
    )
    click.echo(total, err=True)
