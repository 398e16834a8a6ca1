"""``unitdeck explain CODE``: the manual page of a diagnostic code."""

from __future__ import annotations

from functools import partial

import click

from unitdeck.base.catalog import codes, explain
from unitdeck.base.language import Lang
from unitdeck.cli.command import Command
from unitdeck.cli.words import speaker


def command(lang: Lang) -> click.Command:
    """Return the command in one language."""
    code = click.Argument(["code"], metavar=speaker(lang)("CODE"))
    return Command("explain", lang, callback=partial(run, lang=lang), params=[code])


def run(code: str, *, lang: Lang) -> int:
    """Print what a code means and how to put it right; a code that is not there is a slip (exit code 2)."""
    page = explain(code, lang)
    if page is None:
        raise click.UsageError(speaker(lang)("no_such_code", code=code, known=" ".join(codes())))
    click.echo(f"{code.upper()}  {page.title}\n\n{page.explain}")
    return 0
