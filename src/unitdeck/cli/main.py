"""The program: which commands there are, each loaded when it is asked for, and what its end is.

Exit codes: 0 all well · 1 findings (or a deck not built) · 2 a slip on the command line · 130 stopped by Ctrl-C · 143
stopped by SIGTERM.
"""

from __future__ import annotations

import importlib
import os
import sys
from collections.abc import Sequence
from typing import NoReturn, cast

import click

from unitdeck import __version__
from unitdeck.base.diagnostics import BuildError
from unitdeck.base.faults import unexpected
from unitdeck.base.language import Lang, reader_language
from unitdeck.cli.command import Group
from unitdeck.cli.output import show
from unitdeck.cli.stopping import Terminated
from unitdeck.cli.words import speaker

COMMANDS = ("init", "check", "build", "schema", "explain", "template", "session", "doctor")

FINDINGS = 1
USAGE = 2
INTERRUPTED = 130
TERMINATED = 143


class Program(Group):
    """The group of all commands: the module ``unitdeck.cli.<name>`` is imported when ``<name>`` is asked for."""

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        """Return the command of that name in the program's language, or None."""
        if cmd_name not in COMMANDS:
            return None
        module = importlib.import_module(f"unitdeck.cli.{cmd_name}")
        return cast(click.Command, module.command(self.lang))


def main(argv: Sequence[str] | None = None) -> int:
    """Return the exit code of the command line, after running it."""
    arguments = list(sys.argv[1:] if argv is None else argv)
    _let_every_character_pass()
    lang = reader_language(_asked_language(arguments))
    return run(arguments, lang)


def script() -> NoReturn:
    """Run the command line and end the process with its exit code: the console script.

    It ends at once, with everything printed: taking modules and values apart one by one, only for the process to
    end, takes a quarter of a cold build.
    """
    try:
        code = main()
    except KeyboardInterrupt:  # once more, or before the command began
        code = INTERRUPTED
    for stream in (sys.stdout, sys.stderr):
        try:
            stream.flush()
        except (OSError, ValueError):  # nobody reads any more
            code = code or FINDINGS
    os._exit(code)


def run(arguments: list[str], lang: Lang) -> int:
    """Return the exit code of a command line; every fault is told in ``lang``, never as a traceback."""
    say = speaker(lang)
    try:
        return int(program(lang).main(arguments, prog_name="unitdeck", standalone_mode=False) or 0)
    except click.exceptions.NoArgsIsHelpError as slip:
        click.echo(slip.format_message(), err=True)
        return USAGE
    except click.UsageError as slip:
        usage = importlib.import_module("unitdeck.cli.usage")
        click.echo(usage.usage_message(slip, say), err=True)
        return USAGE
    except click.Abort as stop:
        click.echo(say("aborted"), err=True)
        return TERMINATED if isinstance(stop.__cause__, Terminated) else INTERRUPTED
    except BuildError as bad_input:
        show(bad_input.diagnostics, lang=lang)
        return FINDINGS
    except Exception as fault:
        if os.environ.get("UNITDECK_DEBUG"):
            sys.excepthook(type(fault), fault, fault.__traceback__)
        show((unexpected(fault),), lang=lang)
        return FINDINGS


def program(lang: Lang) -> Program:
    """Return the group of all commands, in one language."""
    say = speaker(lang)
    version = click.Option(
        ["--version"], is_flag=True, is_eager=True, expose_value=False, callback=_show_version, help=say("--version")
    )
    return Program("program", lang, rows={name: name for name in COMMANDS}, params=[version])


def _show_version(ctx: click.Context, _param: click.Parameter, value: bool) -> None:
    if value and not ctx.resilient_parsing:
        click.echo(f"unitdeck {__version__}")
        ctx.exit()


def _asked_language(arguments: Sequence[str]) -> str | None:
    """Return what ``--lang`` says wherever it stands, since the commands' help is made before they are parsed."""
    for index, argument in enumerate(arguments):
        if argument == "--lang" and index + 1 < len(arguments):
            return arguments[index + 1]
        if argument.startswith("--lang="):
            return argument.removeprefix("--lang=")
    return None


def _let_every_character_pass() -> None:
    """Print ``?`` for what an old console cannot show, rather than fail in the middle of a message."""
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(errors="replace")
