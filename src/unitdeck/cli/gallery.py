"""``unitdeck template preview``: the deck of a template's gallery."""

from __future__ import annotations

from functools import partial
from pathlib import Path

import click

from unitdeck.base.diagnostics import BuildError
from unitdeck.base.language import Lang
from unitdeck.build import build_gallery
from unitdeck.cli.command import Command, format_option, template_path_option
from unitdeck.cli.output import show
from unitdeck.cli.words import speaker


def command(lang: Lang) -> click.Command:
    """Return the command in one language."""
    say = speaker(lang)
    return Command(
        "template preview",
        lang,
        callback=partial(run, lang=lang),
        params=[
            click.Argument(["name"], required=False, default="", metavar=f"[{say('NAME')}]"),
            click.Option(["-o", "--out"], type=click.Path(path_type=Path), metavar="PATH", help=say("--gallery-out")),
            click.Option(["--open", "open_after"], is_flag=True, help=say("--open")),
            template_path_option(say),
            format_option(say),
        ],
    )


def run(*, name: str, out: Path | None, open_after: bool, output_format: str, lang: Lang) -> int:
    """Write the gallery's deck, print its findings and its line; return 1 where it cannot be written."""
    try:
        built = build_gallery(name, out=out)
    except BuildError as bad_input:
        show(bad_input.diagnostics, form=output_format, lang=lang)
        return 1
    show(built.diagnostics, form=output_format, lang=lang)
    say = speaker(lang)
    click.echo(
        say(
            "built",
            path=built.path,
            pages=built.pages,
            charts=built.charts,
            warnings=len(built.diagnostics),
            seconds=built.seconds,
        )
    )
    if open_after:
        click.launch(str(built.path))
    return 0
