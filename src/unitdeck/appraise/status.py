"""Status classes: presets that the organiser picks. The word is always printed, never colour alone.

The class is read from the gap **as printed** (one decimal, 百分点), so that anybody in the room can check a word
against the figure beside it; on that grid "more than 10 behind" begins at −10.1 and every bound below is inclusive.
银川 leaves 0–10 behind without a class; ours is 基本达序时. 「已完成」 asks for the exact 100 %.
"""

from __future__ import annotations

from decimal import Decimal
from typing import NamedTuple

from unitdeck.appraise.arithmetic import HUNDRED, rounded
from unitdeck.appraise.model import Status, Tone
from unitdeck.appraise.wording import Words


class Preset(NamedTuple):
    """A scheme of classes: the least gap of each, best first; ``done`` and ``other`` are '' where it has none."""

    classes: tuple[tuple[Decimal | None, str], ...]
    done: str
    other: str


PRESETS: dict[str, Preset] = {
    "jinzhai": Preset(
        ((Decimal("0.1"), "ahead"), (Decimal(0), "on"), (None, "behind")),
        done="done",
        other="other",
    ),
    "yinchuan": Preset(
        ((Decimal(0), "on"), (Decimal("-9.9"), "nearly"), (Decimal(-30), "behind"), (None, "far_behind")),
        done="",
        other="qualitative",
    ),
    "two_class": Preset(((Decimal(0), "on"), (None, "unmet")), done="", other="qualitative"),
}

LOOKS: dict[str, tuple[Tone, str]] = {
    "done": ("good", "●"),
    "ahead": ("good", "▲"),
    "on": ("good", "●"),
    "reached": ("good", "●"),
    "within": ("good", "●"),
    "nearly": ("near", "◆"),
    "behind": ("warn", "▼"),
    "unmet": ("warn", "▼"),
    "missed": ("warn", "▼"),
    "tight": ("warn", "▼"),
    "far_behind": ("bad", "■"),
    "exceeded": ("bad", "■"),
    "overdue": ("bad", "■"),
    "open": ("none", "○"),
    "other": ("none", "○"),
    "qualitative": ("none", "○"),
    "no_data": ("none", "○"),
    "no_target": ("none", "○"),
    "not_applicable": ("none", "○"),
}


def status(key: str, words: Words) -> Status:
    """Return a status class with its word, mark and tone."""
    tone, mark = LOOKS[key]
    return Status(key, words.say(f"status.{key}"), mark, tone)


def schedule_class(preset: Preset, completion: Decimal, gap: Decimal | None) -> str:
    """Return the key of the class of a completion with its gap (None: the schedule is not known)."""
    if preset.done and completion >= HUNDRED:
        return preset.done
    if gap is None:
        return "not_applicable"
    shown = rounded(gap)
    return next(key for least, key in preset.classes if least is None or shown >= least)
