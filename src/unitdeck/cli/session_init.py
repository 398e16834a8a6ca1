"""``unitdeck session init``: a session's folder from the list of units that an organiser has."""

from __future__ import annotations

from functools import partial
from pathlib import Path

import click

from unitdeck.base.language import Lang
from unitdeck.cli.command import Command
from unitdeck.cli.words import speaker
from unitdeck.session.founding.folder import found_session
from unitdeck.session.founding.unit_list import read_unit_list


def command(lang: Lang) -> click.Command:
    """Return the command in one language."""
    say = speaker(lang)
    file = click.Path(path_type=Path)
    return Command(
        "session init",
        lang,
        callback=partial(run, lang=lang),
        params=[
            click.Argument(["folder"], type=file, metavar=say("DIR")),
            click.Option(["--units", "listed"], type=file, required=True, metavar="FILE", help=say("--units")),
        ],
    )


def run(*, folder: Path, listed: Path, lang: Lang) -> int:
    """Write the folder, say what was written and what was there, and return 0; raise BuildError for a bad list."""
    say = speaker(lang)
    known = read_unit_list(listed)
    if known.unused:
        click.echo(say("unused", columns=", ".join(known.unused)), err=True)
    founded = found_session(folder, known.units, lang)
    for path in founded.kept:
        click.echo(say("kept", path=path), err=True)
    if founded.session not in founded.kept:
        click.echo(say("written", path=founded.session))
    for path in founded.outlines:
        click.echo(say("written", path=path))
    if founded.unplaced:
        click.echo(say("unplaced", path=founded.session, names=", ".join(founded.unplaced)), err=True)
    told = {"units": len(known.units), "written": len(founded.outlines)}
    told["kept"] = told["units"] - told["written"]
    click.echo(say("founded", path=founded.session, folder=folder, **told))
    return 0
