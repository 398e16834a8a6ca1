"""``unitdeck session papers``: the papers around a meeting, before it and after."""

from __future__ import annotations

from functools import partial
from pathlib import Path

import click

from unitdeck.base.language import Lang
from unitdeck.cli.command import Command, format_option
from unitdeck.cli.output import errors_in, show
from unitdeck.cli.words import speaker
from unitdeck.session.papers.papers import KINDS, filled_file, gather, papers_folder, write_papers


def command(lang: Lang) -> click.Command:
    """Return the command in one language."""
    say = speaker(lang)
    return Command(
        "session papers",
        lang,
        callback=partial(run, lang=lang),
        params=[
            click.Argument(["folder"], type=click.Path(path_type=Path), metavar=say("DIR")),
            click.Option(["-o", "--out"], type=click.Path(path_type=Path), metavar="PATH", help=say("--papers-out")),
            click.Option(["--only", "kinds"], type=click.Choice(list(KINDS)), multiple=True, help=say("--kind")),
            click.Option(["--record"], type=click.Path(path_type=Path), metavar="PATH", help=say("--record")),
            click.Option(["--force"], is_flag=True, help=say("--overwrite")),
            format_option(say),
        ],
    )


def run(
    *,
    folder: Path,
    out: Path | None,
    kinds: tuple[str, ...],
    record: Path | None,
    force: bool,
    output_format: str,
    lang: Lang,
) -> int:
    """Write a session's papers and return the exit code: 1 where a unit has no outline that can be read."""
    say = speaker(lang)
    home = out or papers_folder(folder)
    record = record or filled_file(home, "comments", lang)
    papers = gather(folder, lang, record, filled_file(home, "ledger", lang))
    show(papers.diagnostics, form=output_format, lang=lang)
    for each in write_papers(papers, home, kinds or tuple(KINDS), force=force):
        click.echo(say("paper_kept" if each.kept else "written", path=each.path))
    meeting = papers.meeting
    remarks = sum(len(turn.remarks) for turn in meeting.turns)
    click.echo(say("papers_told", units=len(meeting.turns), missing=len(meeting.missing), remarks=remarks), err=True)
    return 1 if errors_in(papers.diagnostics) else 0
