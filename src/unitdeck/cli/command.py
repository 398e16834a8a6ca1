"""Click commands that speak the reader's language: help, usage line and the options that several share."""

from __future__ import annotations

import os
from collections.abc import Callable

import click

from unitdeck.base.language import Lang
from unitdeck.base.phrases import Say
from unitdeck.cli.words import speaker

TEMPLATE_PATH = "UNITDECK_TEMPLATE_PATH"  # as template.locate reads it
FORMATS = ("full", "concise", "json", "github")


class UnknownCommand(click.UsageError):
    """No command of that ``name``; ``known`` are those there are."""

    def __init__(self, name: str, known: tuple[str, ...], ctx: click.Context) -> None:
        super().__init__(name, ctx)
        self.name = name
        self.known = known


class Command(click.Command):
    """A command whose help is in one language; ``key`` names its words."""

    def __init__(self, key: str, lang: Lang, *, params: list[click.Parameter], callback: Callable[..., int]) -> None:
        self.say = speaker(lang)
        super().__init__(
            key.rsplit(maxsplit=1)[-1],
            callback=callback,
            help=self.say(key),
            params=[*params, *common_options(self.say)],
            add_help_option=False,
            options_metavar=self.say("options_metavar"),
        )

    def format_usage(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """Write the usage line."""
        formatter.write_usage(ctx.command_path, " ".join(self.collect_usage_pieces(ctx)), prefix=self.say("usage"))

    def format_options(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """Write the options."""
        _write_options(self, self.say, ctx, formatter)


class Group(click.Group):
    """A group whose help is in one language; ``rows`` are its commands with a line each, in order."""

    def __init__(self, key: str, lang: Lang, *, rows: dict[str, str], params: list[click.Parameter]) -> None:
        self.lang = lang
        self.say = speaker(lang)
        self.rows = {name: self.say(line) for name, line in rows.items()}
        super().__init__(
            key,
            help=self.say(key),
            params=[*params, *common_options(self.say)],
            add_help_option=False,
            options_metavar=self.say("options_metavar"),
            subcommand_metavar=self.say("command_metavar"),
        )

    def list_commands(self, ctx: click.Context) -> list[str]:
        """Return the commands' names in order of use."""
        return list(self.rows)

    def resolve_command(
        self, ctx: click.Context, args: list[str]
    ) -> tuple[str | None, click.Command | None, list[str]]:
        """Return the command that is asked for; raise :class:`UnknownCommand` where there is none of that name."""
        command = self.get_command(ctx, args[0])
        if command is None:
            raise UnknownCommand(args[0], tuple(self.rows), ctx)
        return args[0], command, args[1:]

    def format_usage(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """Write the usage line."""
        formatter.write_usage(ctx.command_path, " ".join(self.collect_usage_pieces(ctx)), prefix=self.say("usage"))

    def format_options(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """Write the commands, then the options."""
        with formatter.section(self.say("commands")):
            formatter.write_dl(list(self.rows.items()))
        _write_options(self, self.say, ctx, formatter)


def common_options(say: Say) -> list[click.Parameter]:
    """Return ``--lang`` and ``--help``. The language itself is read before the commands are made (main)."""
    return [
        click.Option(["--lang"], type=click.Choice(["zh", "en"]), expose_value=False, help=say("--lang")),
        click.Option(
            ["-h", "--help"], is_flag=True, is_eager=True, expose_value=False, callback=_show_help, help=say("--help")
        ),
    ]


def format_option(say: Say) -> click.Option:
    """Return ``--output-format``."""
    return click.Option(
        ["--output-format"], type=click.Choice(FORMATS), default="full", show_default=True, help=say("--output-format")
    )


def template_path_option(say: Say) -> click.Option:
    """Return ``--template-path``: folders of templates, for as long as the command runs (see template.locate)."""
    return click.Option(
        ["--template-path"],
        type=click.Path(),
        multiple=True,
        metavar="DIR",
        expose_value=False,
        callback=_set_template_path,
        help=say("--template-path"),
    )


def strict_option(say: Say) -> click.Option:
    """Return ``--strict``."""
    return click.Option(["--strict"], is_flag=True, help=say("--strict"))


def _set_template_path(ctx: click.Context, _param: click.Parameter, places: tuple[str, ...]) -> None:
    # By the environment, so that the processes of a session's build search the same folders.
    if places and not ctx.resilient_parsing:
        before = os.environ.get(TEMPLATE_PATH)
        os.environ[TEMPLATE_PATH] = os.pathsep.join((*map(os.path.abspath, places), *([before] if before else [])))
        ctx.call_on_close(lambda: _restore(before))


def _restore(before: str | None) -> None:
    if before is None:
        os.environ.pop(TEMPLATE_PATH, None)
    else:
        os.environ[TEMPLATE_PATH] = before


def _show_help(ctx: click.Context, _param: click.Parameter, value: bool) -> None:
    if value and not ctx.resilient_parsing:
        click.echo(ctx.get_help())
        ctx.exit()


def _write_options(command: click.Command, say: Say, ctx: click.Context, formatter: click.HelpFormatter) -> None:
    records = [record for param in command.get_params(ctx) if (record := param.get_help_record(ctx))]
    with formatter.section(say("options")):
        formatter.write_dl(records)
