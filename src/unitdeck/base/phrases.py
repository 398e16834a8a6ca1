"""Phrases in Chinese and English by key, filled in one way wherever the program says something.

What is wrong with a file stands in the message catalogues instead (:mod:`unitdeck.base.catalog`).
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import NamedTuple, TypeAlias

from unitdeck.base.language import Lang

Say: TypeAlias = Callable[..., str]


class Count(NamedTuple):
    """A number of things: ``{n}`` prints it, ``{n:duty|duties}`` adds the noun, ``{n:~is|are}`` only that."""

    number: int

    def __format__(self, spec: str) -> str:
        if not spec:
            return str(self.number)
        one, many = spec.removeprefix("~").split("|")
        noun = one if self.number == 1 else many
        return noun if spec.startswith("~") else f"{self.number} {noun}"


def filled(phrase: str, particulars: Mapping[str, object]) -> str:
    """Return a phrase with its placeholders filled; whole numbers are counts."""
    return phrase.format(**{key: Count(each) if isinstance(each, int) else each for key, each in particulars.items()})


def speaker_of(phrases: Mapping[str, tuple[str, str]], lang: Lang) -> Say:
    """Return ``say(key, **particulars)``: the phrase of ``key`` (Chinese, English) in a language, :func:`filled`.

    Without particulars it stands as it is, braces and all.
    """
    index = 0 if lang == "zh" else 1

    def say(key: str, **particulars: object) -> str:
        phrase = phrases[key][index]
        return filled(phrase, particulars) if particulars else phrase

    return say
