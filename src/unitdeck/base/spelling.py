"""The known word that a mistyped one was probably meant to be."""

from __future__ import annotations

from collections.abc import Iterable
from importlib import import_module

_ALIKE = 0.6
_ALIKE_SHORT = 0.5  # of a Chinese word of two characters one may be wrong


def nearest(word: str, known: Iterable[str]) -> str | None:
    """Return the known word most like ``word``, or None where none is alike."""
    short = len(word) <= 4 and not word.isascii()
    candidates = {candidate.lower(): candidate for candidate in known}
    # Loaded by name and only here, where something is wrong already: a build without faults does without it.
    found = import_module("difflib").get_close_matches(
        word.strip().lower(), candidates, 1, _ALIKE_SHORT if short else _ALIKE
    )
    return candidates[str(found[0])] if found else None
