"""``unitdeck session status``: a line a unit, in running order: filed or not, wrong where, deck up to date or not."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Sequence
from datetime import date
from functools import partial
from pathlib import Path

import click

from unitdeck.base.catalog import message
from unitdeck.base.diagnostics import Diagnostic
from unitdeck.base.language import Lang
from unitdeck.base.phrases import Say
from unitdeck.cli.command import Command
from unitdeck.cli.inputs import session_of
from unitdeck.cli.output import show
from unitdeck.cli.report import width
from unitdeck.cli.words import speaker
from unitdeck.session.standing import Standing, standings

_COLUMNS = ("place", "unit", "group", "outline", "state", "late", "warnings", "deck", "first_error")
_GAP = "  "


def command(lang: Lang) -> click.Command:
    """Return the command in one language."""
    say = speaker(lang)
    return Command(
        "session status",
        lang,
        callback=partial(run, lang=lang),
        params=[
            click.Argument(["folder"], type=click.Path(path_type=Path), metavar=say("DIR")),
            click.Option(["--json", "as_json"], is_flag=True, help=say("--json")),
        ],
    )


def run(*, folder: Path, as_json: bool, lang: Lang) -> int:
    """Print how each unit stands and return the exit code: 1 where an outline is missing, wrong or not filled in."""
    say = speaker(lang)
    workspace = session_of(folder)
    show(workspace.faults, lang=lang)
    found = tuple(standings(workspace, lang, date.today()))
    if as_json:
        click.echo(json.dumps([_record(each, lang) for each in found], ensure_ascii=False, indent=2))
    else:
        click.echo(table([tuple(map(say, _COLUMNS)), *(_row(each, say, lang) for each in found)]))
        counts = Counter(each.state for each in found)
        current = sum(each.deck_state == "current" for each in found)
        states = {state: counts[state] for state in ("filed", "blank", "errors", "missing")}
        click.echo(say("standing", units=len(found), current=current, **states), err=True)
        if late := sum(bool(each.late) for each in found):
            click.echo(say("late_units", late=late), err=True)
    return 0 if all(each.state == "filed" for each in found) else 1


def table(rows: Sequence[Sequence[str]]) -> str:
    """Return rows of cells as lines, each column as wide as its widest cell on a terminal; blank columns vanish."""
    columns = [column for column in zip(*rows, strict=True) if any(column[1:])]
    widths = [max(map(width, column)) for column in columns]
    lines = (
        _GAP.join(cell + " " * (room - width(cell)) for cell, room in zip(cells, widths, strict=True))
        for cells in zip(*columns, strict=True)
    )
    return "\n".join(line.rstrip() for line in lines)


def _row(standing: Standing, say: Say, lang: Lang) -> tuple[str, ...]:
    states = {"errors": say("errors_count", count=len(standing.errors)), "missing": say("missing_outline")}
    return (
        str(standing.place),
        standing.name,
        standing.group,
        standing.outline.name if standing.outline else "",
        states.get(standing.state) or say(standing.state),
        say("late_days", days=standing.late) if standing.late else "",
        str(standing.warnings or ""),
        say(standing.deck_state),
        _first(standing, lang),
    )


def _first(standing: Standing, lang: Lang) -> str:
    """Return the first error in a line; its file is named where that is another than the outline."""
    if not standing.errors:
        return ""
    fault = standing.errors[0]
    where = ""
    if fault.span:
        file = "" if fault.span.file == str(standing.outline) else f"{fault.span.file}:"
        where = f"{file}{fault.span.line}:{fault.span.column} "
    return f"{where}{fault.code} {message(fault, lang).message}"


def _record(standing: Standing, lang: Lang) -> dict[str, object]:
    return {
        "place": standing.place,
        "unit": standing.name,
        "group": standing.group,
        "outline": str(standing.outline) if standing.outline else None,
        "state": standing.state,
        "late_days": standing.late,
        "errors": len(standing.errors),
        "first_error": _error(standing.errors[0], lang) if standing.errors else None,
        "warnings": standing.warnings,
        "deck": str(standing.deck) if standing.deck else None,
        "deck_state": standing.deck_state,
    }


def _error(fault: Diagnostic, lang: Lang) -> dict[str, object]:
    span = fault.span
    return {
        "code": fault.code,
        "file": span.file if span else None,
        "line": span.line if span else None,
        "column": span.column if span else None,
        "message": message(fault, lang).message,
    }
