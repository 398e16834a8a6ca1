"""``unitdeck template``: which templates there are, what one holds and what it can draw, how two differ."""

from __future__ import annotations

import importlib
from collections.abc import Iterator
from functools import partial
from pathlib import Path
from typing import cast

import click

from unitdeck.base.language import Lang
from unitdeck.base.phrases import Say
from unitdeck.base.units import EMU_PER_INCH
from unitdeck.cli.command import Command, Group, template_path_option
from unitdeck.cli.words import speaker
from unitdeck.template.heading import heading
from unitdeck.template.locate import lineage, load, search_path, templates
from unitdeck.template.sources import Source, sources

COMMANDS = ("list", "show", "preview", "diff", "migrate")
_LATER = {"preview": "gallery", "diff": "template_diff", "migrate": "template_migrate"}  # modules loaded when asked for
_MOST_NAMED = 12  # of one kind that a line names
_MM_PER_INCH = 25.4


class Templates(Group):
    """The group of its commands."""

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        """Return the command of that name, or None."""
        if cmd_name == "list":
            params: list[click.Parameter] = [template_path_option(self.say)]
            return Command("template list", self.lang, callback=partial(list_templates, lang=self.lang), params=params)
        if cmd_name == "show":
            name = click.Argument(["name"], required=False, default="", metavar=f"[{self.say('NAME')}]")
            params = [name, template_path_option(self.say)]
            return Command("template show", self.lang, callback=partial(show_template, lang=self.lang), params=params)
        if cmd_name in _LATER:
            # To list templates nothing must be built.
            module = importlib.import_module(f"unitdeck.cli.{_LATER[cmd_name]}")
            return cast(click.Command, module.command(self.lang))
        return None


def command(lang: Lang) -> click.Command:
    """Return the group in one language."""
    return Templates("template", lang, rows={name: f"template {name}" for name in COMMANDS}, params=[])


def list_templates(*, lang: Lang) -> int:
    """Print name, version, origin and place of each template that a build run here would find."""
    say = speaker(lang)
    for found in templates(search_path(Path.cwd())):
        head = heading(found.folder)
        extends = say("extends", name=head.extends) if head.extends else ""
        origin = say(f"origin_{found.origin}", package=found.package)
        click.echo("\t".join((found.name, head.version, origin, extends, str(found.folder))))
    return 0


def show_template(name: str, *, lang: Lang) -> int:
    """Print a template's slides, layouts and type sizes, and what comes from which of those that it extends.

    Raises BuildError where there is none of that name.
    """
    say = speaker(lang)
    folders = search_path(Path.cwd())
    levels = lineage(name, folders)
    pack = load(name, folders).pack
    width, height = (round(side / EMU_PER_INCH * _MM_PER_INCH) for side in pack.size)
    sizes = ", ".join(f"{role} {size.best:g}/{size.least:g}" for role, size in pack.style.sizes.items())
    rows = {
        "folder": str(levels[0].folder),
        "size_mm": f"{width} × {height}",
        "languages": ", ".join(pack.style.languages),
        "slides": ", ".join(pack.style.slides),
        "layouts": ", ".join(layout.name for layout in pack.layouts),
        "sizes": sizes,
    }
    click.echo(f"{pack.name} {pack.version}")
    for key, value in rows.items():
        click.echo(f"  {say(key)}: {value}")
    if len(levels) > 1:
        # Loaded only now: it reads template.yaml as compiling does.
        places = [level.folder for level in levels]
        said, base = importlib.import_module("unitdeck.template.folder").said_of(places)
        for level, found in zip(pack.levels, sources(pack, said, base), strict=True):
            click.echo(say("from_level", name=level.name, version=level.version))
            for line in _lines(found, say):
                click.echo(f"  {line}")
    return 0


def _lines(found: Source, say: Say) -> Iterator[str]:
    groups = {"settings": found.settings, **found.files}
    if found.base:
        groups["base"] = ("base.pptx",)
    for key, names in groups.items():
        if names:
            more = say("and_more", count=len(names) - _MOST_NAMED) if len(names) > _MOST_NAMED else ""
            yield f"{say('part_' + key)}: {', '.join(names[:_MOST_NAMED])}{more}"
