"""``unitdeck schema``: the JSON Schema that editors complete an outline by."""

from __future__ import annotations

import json
from functools import partial
from pathlib import Path

import click

from unitdeck.base.diagnostics import BuildError, error
from unitdeck.base.files import write_atomically
from unitdeck.base.language import Lang
from unitdeck.cli.command import Command
from unitdeck.cli.words import speaker
from unitdeck.outline.model import Outline, Session
from unitdeck.outline.schema import json_schema

_KINDS: dict[str, type] = {"outline": Outline, "session": Session}


def command(lang: Lang) -> click.Command:
    """Return the command in one language."""
    return Command(
        "schema",
        lang,
        callback=partial(run, lang=lang),
        params=[
            click.Argument(
                ["kind"],
                required=False,
                default="outline",
                type=click.Choice(list(_KINDS)),
                metavar="[outline|session]",
            ),
            click.Option(
                ["-o", "--out"],
                type=click.Path(path_type=Path),
                metavar="FILE",
                help=speaker(lang)("--schema-out"),
            ),
        ],
    )


def run(kind: str, out: Path | None, *, lang: Lang) -> int:
    """Print the schema to stdout or write it to a file; return 0."""
    text = json.dumps(json_schema(_KINDS[kind]), ensure_ascii=False, indent=2)
    if out is None:
        click.echo(text)
        return 0
    try:
        write_atomically(out, f"{text}\n".encode())
    except OSError as failure:
        reason = failure.strerror or str(failure)
        raise BuildError((error("UD702", None, path=str(out), reason=reason),)) from failure
    click.echo(speaker(lang)("schema_written", path=out), err=True)
    return 0
