"""``unitdeck session scoresheets``: the workbook in which ballots, judges' points and times are entered."""

from __future__ import annotations

from functools import partial
from pathlib import Path

import click

from unitdeck.base.files import write_output
from unitdeck.base.language import Lang
from unitdeck.cli.command import Command
from unitdeck.cli.scoring import scored
from unitdeck.cli.words import speaker
from unitdeck.session.scoring.setting import SHEETS_FILE, SHEETS_FOLDER, blank
from unitdeck.session.scoring.xlsx import scoresheets_xlsx


def command(lang: Lang) -> click.Command:
    """Return the command in one language."""
    say = speaker(lang)
    path = click.Path(path_type=Path)
    return Command(
        "session scoresheets",
        lang,
        callback=partial(run, lang=lang),
        params=[
            click.Argument(["folder"], type=path, metavar=say("DIR")),
            click.Option(["--ballots"], type=click.IntRange(1, 500), default=60, metavar="N", help=say("--ballots")),
            click.Option(["--judges"], type=click.IntRange(1, 100), default=7, metavar="N", help=say("--judges")),
            click.Option(["-o", "--out"], type=path, metavar="FILE", help=say("--sheets-out")),
        ],
    )


def run(*, folder: Path, ballots: int, judges: int, out: Path | None, lang: Lang) -> int:
    """Write the workbook and return 0; one that is there already may be filled, and stays."""
    say = speaker(lang)
    setting = scored(folder, lang)
    path = out or setting.found.workspace.folder / SHEETS_FOLDER / SHEETS_FILE[lang]
    if path.exists():
        click.echo(say("sheets_kept", path=path), err=True)
        return 0
    write_output(path, scoresheets_xlsx(setting, blank(setting), ballots=ballots, judges=judges))
    click.echo(say("sheets_written", path=path, units=len(setting.names), folder=folder))
    return 0
