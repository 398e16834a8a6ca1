"""``unitdeck template``: which templates there are, what one holds, and what it can draw."""

from __future__ import annotations

import importlib
from functools import partial
from pathlib import Path
from typing import cast

import click

from unitdeck.base.language import Lang
from unitdeck.base.units import EMU_PER_INCH
from unitdeck.cli.command import Command, Group
from unitdeck.cli.words import speaker
from unitdeck.template.locate import find, load, search_path, templates

COMMANDS = ("list", "show", "preview")
_MM_PER_INCH = 25.4


class Templates(Group):
    """The group of its commands."""

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        """Return the command of that name, or None."""
        if cmd_name == "list":
            return Command("template list", self.lang, callback=list_templates, params=[])
        if cmd_name == "show":
            name = click.Argument(["name"], required=False, default="", metavar=f"[{self.say('NAME')}]")
            return Command("template show", self.lang, callback=partial(show_template, lang=self.lang), params=[name])
        if cmd_name == "preview":
            # Loaded only now: to list templates nothing must be built.
            return cast(click.Command, importlib.import_module("unitdeck.cli.gallery").command(self.lang))
        return None


def command(lang: Lang) -> click.Command:
    """Return the group in one language."""
    return Templates("template", lang, rows={name: f"template {name}" for name in COMMANDS}, params=[])


def list_templates() -> int:
    """Print name and folder of each template that a build run here would find."""
    for found in templates(search_path(Path.cwd())):
        click.echo(f"{found.name}\t{found.folder}")
    return 0


def show_template(name: str, *, lang: Lang) -> int:
    """Print a template's slides, layouts and type sizes; raise BuildError where there is none of that name."""
    say = speaker(lang)
    folders = search_path(Path.cwd())
    pack = load(name, folders).pack
    width, height = (round(side / EMU_PER_INCH * _MM_PER_INCH) for side in pack.size)
    sizes = ", ".join(f"{role} {size.best:g}/{size.least:g}" for role, size in pack.style.sizes.items())
    rows = {
        "folder": str(find(name, folders).folder),
        "size_mm": f"{width} × {height}",
        "languages": ", ".join(pack.style.languages),
        "slides": ", ".join(pack.style.slides),
        "layouts": ", ".join(layout.name for layout in pack.layouts),
        "sizes": sizes,
    }
    click.echo(f"{pack.name} {pack.version}")
    for key, value in rows.items():
        click.echo(f"  {say(key)}: {value}")
    return 0
