"""The starter outline: complete enough to build as it is, every field explained, to be filled in."""

from __future__ import annotations

from functools import cache
from pathlib import Path

from unitdeck.base.language import Lang

# Where what the clerk is to fill in begins: what stands before is the unit's name and the day.
_FROM: dict[Lang, str] = {"zh": "\n示例:", "en": "\nsample:"}


@cache
def starter(lang: Lang) -> str:
    """Return the starter outline in a language."""
    return Path(__file__).with_name(f"starter.{lang}.yaml").read_text("utf-8")


def with_section(text: str, section: str, lang: Lang) -> str:
    """Return a starter with a section more, before what is to be filled in: it is as blank as before."""
    return text.replace(_FROM[lang], f"\n{section}{_FROM[lang]}", 1)


def is_blank(text: str) -> bool:
    """Return whether an outline is still the starter, with no more than the unit and the day filled in."""
    return any(text.rstrip().endswith(_to_fill_in(lang)) for lang in _FROM)


@cache
def _to_fill_in(lang: Lang) -> str:
    text = starter(lang)
    return text[text.index(_FROM[lang]) :].rstrip()
