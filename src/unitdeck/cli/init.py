"""``unitdeck init``: a commented starter outline that a clerk fills in."""

from __future__ import annotations

from functools import partial
from pathlib import Path

import click

from unitdeck.base.diagnostics import BuildError, Span, error
from unitdeck.base.language import Lang
from unitdeck.cli.command import Command
from unitdeck.cli.words import speaker
from unitdeck.session.founding.starter import starter

_NAMES: dict[Lang, str] = {"zh": "提纲.yaml", "en": "outline.yaml"}


def command(lang: Lang) -> click.Command:
    """Return the command in one language."""
    path = click.Argument(
        ["path"], required=False, default=".", type=click.Path(path_type=Path), metavar=f"[{speaker(lang)('PATH')}]"
    )
    return Command("init", lang, callback=partial(run, lang=lang), params=[path])


def run(path: Path, *, lang: Lang) -> int:
    """Write the starter (into a folder, or to the .yaml named) and return 0; never overwrite: UD707."""
    file = path if path.suffix in (".yaml", ".yml") else path / _NAMES[lang]
    text = starter(lang)
    try:
        file.parent.mkdir(parents=True, exist_ok=True)
        with file.open("x", encoding="utf-8", newline="\n") as stream:
            stream.write(text)
    except FileExistsError as exists:
        raise BuildError((error("UD707", Span(str(file)), path=str(file)),)) from exists
    except OSError as failure:
        reason = failure.strerror or str(failure)
        raise BuildError((error("UD702", None, path=str(file), reason=reason),)) from failure
    click.echo(speaker(lang)("started", path=file))
    return 0
