"""``unitdeck session``: a whole session at once. Each of its commands is a module, loaded when it is asked for."""

from __future__ import annotations

import importlib
from typing import cast

import click

from unitdeck.base.language import Lang
from unitdeck.cli.command import Group

MODULES = {
    "init": "unitdeck.cli.session_init",
    "status": "unitdeck.cli.session_status",
    "build": "unitdeck.cli.session_build",
    "scoreboard": "unitdeck.cli.session_scoreboard",
    "papers": "unitdeck.cli.session_papers",
    "next": "unitdeck.cli.session_next",
    "scoresheets": "unitdeck.cli.session_scoresheets",
    "score": "unitdeck.cli.session_score",
}


class Sessions(Group):
    """The group of its commands."""

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        """Return the command of that name, or None."""
        module = MODULES.get(cmd_name)
        return cast(click.Command, importlib.import_module(module).command(self.lang)) if module else None


def command(lang: Lang) -> click.Command:
    """Return the group in one language."""
    return Sessions("session", lang, rows={name: f"session {name}" for name in MODULES}, params=[])
