"""``unitdeck session score``: filled score sheets read back, counted, and written as a workbook and as a result."""

from __future__ import annotations

from functools import partial
from pathlib import Path

import click

from unitdeck.base.files import write_output
from unitdeck.base.language import Lang
from unitdeck.base.phrases import Say
from unitdeck.cli.command import Command, format_option
from unitdeck.cli.output import show
from unitdeck.cli.scoring import scored, show_faults
from unitdeck.cli.words import speaker
from unitdeck.session.scoring.remarks import vote_lines
from unitdeck.session.scoring.result import score_json
from unitdeck.session.scoring.rules import RESULT_FILE
from unitdeck.session.scoring.scores import Scores
from unitdeck.session.scoring.setting import Setting, filled_sheets, outcome, sheets_in
from unitdeck.session.scoring.xlsx import scores_xlsx

WORKBOOK = "scores.xlsx"


def command(lang: Lang) -> click.Command:
    """Return the command in one language."""
    say = speaker(lang)
    path = click.Path(path_type=Path)
    return Command(
        "session score",
        lang,
        callback=partial(run, lang=lang),
        params=[
            click.Argument(["folder"], type=path, metavar=say("DIR")),
            click.Argument(["sheets"], type=path, nargs=-1, metavar=say("SHEETS")),
            click.Option(["-o", "--out"], type=path, metavar="DIR", help=say("--score-out")),
            format_option(say),
        ],
    )


def run(*, folder: Path, sheets: tuple[Path, ...], out: Path | None, output_format: str, lang: Lang) -> int:
    """Write the scores and return the exit code: 1 where a unit has none; raise BuildError for bad sheets."""
    say = speaker(lang)
    setting = scored(folder, lang)
    home = setting.found.workspace.folder
    paths = sheets_in(home, sheets) or filled_sheets(home)
    if not paths and setting.rules.forms:
        raise click.UsageError(say("no_sheets", folder=folder))
    found = outcome(setting, paths)
    show_faults(setting, output_format, lang)
    show(found.voids, form=output_format, lang=lang)
    target = out or home / "out"
    for name, content in (
        (WORKBOOK, scores_xlsx(setting, found.scores)),
        (RESULT_FILE, score_json(setting, found.scores, paths)),
    ):
        write_output(target / name, content)
        click.echo(say("written", path=target / name))
    _sum_up(setting, found.scores, say)
    return 1 if any(unit.score is None for unit in found.scores.units) else 0


def _sum_up(setting: Setting, scores: Scores, say: Say) -> None:
    for line in vote_lines(scores, setting.lang):
        click.echo(line, err=True)
    ranked = sum(group.ranked for group in scores.groups)
    click.echo(
        say("scored_total", units=len(scores.units), ranked=ranked, unranked=len(scores.units) - ranked), err=True
    )
