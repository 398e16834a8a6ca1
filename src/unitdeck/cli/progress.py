"""A bar on a terminal: how far the work is, and how long it still takes where that can be said."""

from __future__ import annotations

import os
import shutil
import time
from typing import TextIO

import click

from unitdeck.base.phrases import Say
from unitdeck.cli.report import width
from unitdeck.session.building.bulk import Pace

_CELLS = 30
_OFTEN_SECONDS = 0.1  # a terminal is no faster read than that, and thousands of unchanged units are told at once
_SURE_SECONDS, _SURE_DECKS = 3, 8  # before that, what the decks take is not known: processes are starting


def is_watched(stream: TextIO) -> bool:
    """Return whether a person sees the stream, on a terminal that can go back in its line."""
    return stream.isatty() and os.environ.get("TERM") != "dumb"


class Bar:
    """``[######----] 34/80  about 12 s left  NAME``; other signs than ASCII may be two cells wide in China."""

    def __init__(self, say: Say) -> None:
        self.say = say
        self._began = time.monotonic()
        self._shown_at = 0.0
        self._shown = 0

    def show(self, pace: Pace, name: str) -> None:
        """Draw the bar anew, unless that was done just now."""
        now = time.monotonic()
        if now - self._shown_at < _OFTEN_SECONDS and pace.done < pace.units:
            return
        self._shown_at = now
        room = shutil.get_terminal_size().columns - 1
        self._replace(fitted(line(pace, name, now - self._began, self.say), room))

    def clear(self) -> None:
        """Take the bar away."""
        if self._shown:
            self._replace("")
            click.echo("\r", err=True, nl=False)

    def _replace(self, text: str) -> None:
        cells = width(text)
        click.echo(f"\r{text}{' ' * (self._shown - cells)}", err=True, nl=False)
        self._shown = cells


def line(pace: Pace, name: str, seconds: float, say: Say) -> str:
    """Return the bar as text; ``seconds`` have passed since the beginning."""
    full = _CELLS * pace.done // pace.units
    parts = [f"[{'#' * full}{'-' * (_CELLS - full)}] {pace.done}/{pace.units}", time_left(pace, seconds, say), name]
    return "  ".join(part for part in parts if part)


def time_left(pace: Pace, seconds: float, say: Say) -> str:
    """Return about how long the decks still to be made take at the rate so far; '' while that is not known."""
    left = pace.to_make - pace.made
    if not left or pace.made < _SURE_DECKS or seconds < _SURE_SECONDS:
        return ""
    count = left * seconds / pace.made
    if count >= 120:
        return say("minutes_left", count=round(count / 60))
    return say("seconds_left", count=max(1, round(count) if count < 10 else 5 * round(count / 5)))


def fitted(text: str, cells: int) -> str:
    """Return as much of a text as fits so many cells of a terminal: a longer one would go on in the next line."""
    while width(text) > cells:
        text = text[:-1]
    return text
