"""Slips on the command line, in the reader's language, with the nearest known word."""

from __future__ import annotations

import difflib
import re
from collections.abc import Iterable

import click

from unitdeck.base.phrases import Say
from unitdeck.cli.command import UnknownCommand

_EXTRA = r"Got unexpected extra arguments? \((.*)\)"  # click tells it by its sentence alone


def usage_message(error: click.UsageError, say: Say) -> str:
    """Return what is wrong with the command line and where its help is."""
    command = error.ctx.command_path if error.ctx else "unitdeck"
    return f"{_fault(error, say)}\n{say('try_help', command=command)}"


def _fault(error: click.UsageError, say: Say) -> str:
    if isinstance(error, UnknownCommand):
        return say("no_such_command", name=error.name) + _nearest(error.name, error.known, say)
    if isinstance(error, click.NoSuchOption):
        known = [name for param in error.ctx.command.params for name in param.opts] if error.ctx else []
        return say("no_such_option", name=error.option_name) + _nearest(error.option_name, known, say)
    if isinstance(error, click.MissingParameter):
        return say("missing", name=_name(error.param))
    if isinstance(error, click.BadOptionUsage):
        return say("needs_value", name=error.option_name)
    if isinstance(error, click.BadParameter) and error.param is not None:
        kind = error.param.type
        choices = say("choose", choices=", ".join(kind.choices)) if isinstance(kind, click.Choice) else ""
        return say("bad_value", name=_name(error.param)) + choices
    if extra := re.match(_EXTRA, error.format_message()):
        return say("too_many", names=extra[1])
    return error.format_message()


def _nearest(word: str, known: Iterable[str], say: Say) -> str:
    close = difflib.get_close_matches(word, list(known), n=1)
    return say("did_you_mean", best=close[0]) if close else ""


def _name(param: click.Parameter | None) -> str:
    if param is None:
        return "?"
    if isinstance(param, click.Option):
        return param.opts[-1]
    return param.metavar or param.human_readable_name
