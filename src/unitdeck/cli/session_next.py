"""``unitdeck session next``: the folder of the next session, made of the last one, for the units to complete."""

from __future__ import annotations

from functools import partial
from pathlib import Path

import click

from unitdeck.base.language import Lang
from unitdeck.cli.command import Command, format_option
from unitdeck.cli.output import show
from unitdeck.cli.report import width
from unitdeck.cli.session_status import table
from unitdeck.cli.words import speaker
from unitdeck.outline.model import When
from unitdeck.session.carrying.following import Followed, follow_session
from unitdeck.session.carrying.outline import Told
from unitdeck.session.papers.comment_record import read_comments, spellings
from unitdeck.session.papers.ledger_record import read_ledger
from unitdeck.session.papers.papers import filled_file, papers_folder
from unitdeck.session.results import Results, results
from unitdeck.source.scalars import ScalarError, when

_COLUMNS = ("unit", "promise", "owner", "due", "state")
_LONGEST = 44  # columns of a terminal that a promise may take


class _Day(click.ParamType[When]):
    """A date as an outline takes it."""

    name = "date"

    def convert(self, value: str | When, param: click.Parameter | None, ctx: click.Context | None) -> When:
        """Return the date; fail where it names no day, month or year."""
        if isinstance(value, When):
            return value
        try:
            found = when(value)
        except ScalarError:
            found = None
        if found is None or found.date is None:
            self.fail(value, param, ctx)
        return found


def command(lang: Lang) -> click.Command:
    """Return the command in one language."""
    say = speaker(lang)
    file = click.Path(path_type=Path)
    return Command(
        "session next",
        lang,
        callback=partial(run, lang=lang),
        params=[
            click.Argument(["folder"], type=file, metavar=say("DIR")),
            click.Option(["--from", "last"], type=file, required=True, metavar="FOLDER", help=say("--from")),
            click.Option(["--record"], type=file, metavar="PATH", help=say("--last-record")),
            click.Option(["--date", "day"], type=_Day(), metavar="DATE", help=say("--date")),
            click.Option(["--as-of", "as_of"], type=_Day(), metavar="DATE", help=say("--as-of")),
            format_option(say),
        ],
    )


def run(
    *,
    folder: Path,
    last: Path,
    record: Path | None,
    day: When | None,
    as_of: When | None,
    output_format: str,
    lang: Lang,
) -> int:
    """Write the folder, say what was written, what was there, who promised what; return 1 where a unit starts anew.

    Raises BuildError where ``last`` is no session, or its record or ledger has errors: nothing is written then.
    """
    before = results(last, lang)
    told = _papers(before, record, lang)
    done = follow_session(folder, before, told, day=day, as_of=as_of, lang=lang)
    show((*before.diagnostics, *done.faults), form=output_format, lang=lang)
    _tell(done, folder, lang)
    return 1 if done.started else 0


def _papers(last: Results, record: Path | None, lang: Lang) -> Told:
    """Return the comments and the ledger of the last meeting, where somebody has filled them in."""
    home = papers_folder(last.workspace.folder)
    names, files = spellings(last), [unit.name for unit in last.workspace.units]
    record = record or filled_file(home, "comments", lang)
    ledger = filled_file(home, "ledger", lang)
    return Told(read_comments(record, names) if record else (), read_ledger(ledger, names, files) if ledger else ())


def _tell(done: Followed, folder: Path, lang: Lang) -> None:
    say = speaker(lang)
    for path in done.kept:
        click.echo(say("kept", path=path), err=True)
    for path in done.written:
        click.echo(say("written", path=path))
    if done.promises:
        click.echo()
        rows = [(p.unit, _short(p.text), p.owner, p.due, p.status) for p in done.promises]
        click.echo(table([tuple(map(say, _COLUMNS)), *rows]))
        click.echo()
    for name in done.started:
        click.echo(say("started_anew", name=name), err=True)
    units = sum(path != done.session for path in (*done.written, *done.kept))
    told = {"units": units, "promises": len(done.promises), "path": done.session, "folder": folder}
    click.echo(say("followed", **told))


def _short(text: str) -> str:
    """Return a text that takes no more columns of a terminal than a promise may."""
    if width(text) <= _LONGEST:
        return text
    while width(text) >= _LONGEST:
        text = text[:-1]
    return f"{text}…"
