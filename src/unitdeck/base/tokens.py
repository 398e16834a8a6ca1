"""Colour tokens: the only colour names that plans and placed pages know; each is a theme colour.

A token is written as ``<a:schemeClr>`` (with a luminance change for the derived ones), so that a person
restyles the whole deck from PowerPoint's Design tab.
"""

from __future__ import annotations

from typing import NamedTuple


class ThemeColor(NamedTuple):
    """A slot of the theme with an optional luminance change in 1/1000 %."""

    slot: str
    lum_mod: int | None = None
    lum_off: int | None = None


TOKENS: dict[str, ThemeColor] = {
    "ink": ThemeColor("tx1"),
    "ground": ThemeColor("bg1"),
    "sub": ThemeColor("tx2"),  # secondary text: 4.5:1 or better on ground and pale
    "pale": ThemeColor("bg2"),  # surfaces
    "line": ThemeColor("bg2", 90_000),  # hairlines
    "range": ThemeColor("bg2", 90_000),  # bullet chart: the whole target
    "range2": ThemeColor("bg2", 75_000),  # bullet chart: up to the schedule
    "grey": ThemeColor("tx2", 67_000, 33_000),  # bars of everyone else
    "accent": ThemeColor("accent1"),  # the organisation's colour: own unit, kicker
    "gold": ThemeColor("accent2"),
    "good": ThemeColor("accent3"),  # status tones; always with their word and mark
    "near": ThemeColor("accent4"),
    "warn": ThemeColor("accent5"),
    "bad": ThemeColor("accent6"),
    "none": ThemeColor("tx2"),
}
