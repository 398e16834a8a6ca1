"""``unitdeck template diff``: how two templates differ, in words."""

from __future__ import annotations

import importlib
from functools import partial
from itertools import groupby
from pathlib import Path
from typing import Any

import click

from unitdeck.base.language import Lang
from unitdeck.base.phrases import Say
from unitdeck.cli.command import Command, template_path_option
from unitdeck.cli.words import speaker
from unitdeck.template.locate import load, search_path


def command(lang: Lang) -> click.Command:
    """Return the command in one language."""
    say = speaker(lang)
    return Command(
        "template diff",
        lang,
        callback=partial(run, lang=lang),
        params=[
            click.Argument(["before"], metavar=say("NAME")),
            click.Argument(["after"], metavar=say("NAME")),
            template_path_option(say),
        ],
    )


def run(*, before: str, after: str, lang: Lang) -> int:
    """Print what differs, part by part, and return 0; raises BuildError where a template is not there or bad."""
    say, folders = speaker(lang), search_path(Path.cwd())
    old, new = (load(spec, folders).pack for spec in (before, after))
    # Loaded only now: it reads the theme's XML.
    found = importlib.import_module("unitdeck.template.compare").changes(old, new)
    click.echo(say("compared", old=f"{old.name} {old.version}", new=f"{new.name} {new.version}", count=len(found)))
    for part, rows in groupby(found, key=lambda change: change.part):
        click.echo(say(f"part_{part}"))
        for change in rows:
            click.echo(f"  {_line(change, say)}")
    return 0


def _line(change: Any, say: Say) -> str:
    if change.part == "files":
        key = "file_new" if change.before == "—" else "file_gone" if change.after == "—" else "file_other"
        return say(key, name=change.name)
    if "slides" in (change.part, change.name):
        return f"{change.name}: {_order(change.before, change.after, say)}"
    return f"{change.name}: {change.before} → {change.after}"


def _order(before: str, after: str, say: Say) -> str:
    """What became of a list of slides: which are new, which are gone, and the order where only that differs."""
    old, new = (side.split(", ") if side != "—" else [] for side in (before, after))
    added, gone = [name for name in new if name not in old], [name for name in old if name not in new]
    parts = [say(key, names=", ".join(names)) for key, names in (("slides_new", added), ("slides_gone", gone)) if names]
    if [name for name in old if name in new] != [name for name in new if name in old]:
        parts.append(say("slides_moved", names=after))
    return say("joined").join(parts)
