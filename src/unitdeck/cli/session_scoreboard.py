"""``unitdeck session scoreboard``: the units of a session side by side, as a workbook and as a page."""

from __future__ import annotations

from functools import partial
from pathlib import Path

import click

from unitdeck.base.diagnostics import BuildError, error
from unitdeck.base.files import write_atomically
from unitdeck.base.language import Lang
from unitdeck.cli.command import Command, format_option
from unitdeck.cli.output import errors_in, show
from unitdeck.cli.words import speaker
from unitdeck.session.board.html import scoreboard_html
from unitdeck.session.board.paper import paper
from unitdeck.session.board.xlsx import scoreboard_xlsx

NAME = "scoreboard"
WRITERS = {".xlsx": scoreboard_xlsx, ".html": scoreboard_html}


def command(lang: Lang) -> click.Command:
    """Return the command in one language."""
    say = speaker(lang)
    return Command(
        "session scoreboard",
        lang,
        callback=partial(run, lang=lang),
        params=[
            click.Argument(["folder"], type=click.Path(path_type=Path), metavar=say("DIR")),
            click.Option(["-o", "--out"], type=click.Path(path_type=Path), metavar="PATH", help=say("--board-out")),
            format_option(say),
        ],
    )


def run(*, folder: Path, out: Path | None, output_format: str, lang: Lang) -> int:
    """Write the scoreboard and return the exit code: 1 where a unit has no outline that can be read.

    ``out`` is a folder (``out/`` of the session where None), or one file by its ending.
    """
    say = speaker(lang)
    found = paper(folder, lang)
    show(found.diagnostics, form=output_format, lang=lang)
    ending = out.suffix.lower() if out else ""
    home = out or folder / "out"
    files = {ending: home} if ending in WRITERS else {each: home / f"{NAME}{each}" for each in WRITERS}
    for each, path in files.items():
        _write(path, WRITERS[each](found))
        click.echo(say("board_written", path=path, units=len(found.board.standings), absent=len(found.board.absent)))
    return 1 if errors_in(found.diagnostics) else 0


def _write(path: Path, content: bytes) -> None:
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        write_atomically(path, content)
    except OSError as failure:
        reason = failure.strerror or str(failure)
        raise BuildError((error("UD702", None, path=str(path), reason=reason),)) from failure
