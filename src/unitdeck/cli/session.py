"""``unitdeck session``: what concerns all units of a meeting together."""

from __future__ import annotations

import importlib
from typing import cast

import click

from unitdeck.base.language import Lang
from unitdeck.cli.command import Group

# Each command is a module of its own, loaded when it is asked for.
COMMANDS = {"scoreboard": "unitdeck.cli.session_scoreboard"}


class Sessions(Group):
    """The group of its commands."""

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        """Return the command of that name, or None."""
        if cmd_name not in COMMANDS:
            return None
        return cast(click.Command, importlib.import_module(COMMANDS[cmd_name]).command(self.lang))


def command(lang: Lang) -> click.Command:
    """Return the group in one language."""
    return Sessions("session", lang, rows={name: f"session {name}" for name in COMMANDS}, params=[])
