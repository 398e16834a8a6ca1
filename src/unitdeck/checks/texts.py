"""Every text of an outline with its path."""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache

from unitdeck.checks.subject import Step
from unitdeck.outline.model import Outline

Path = tuple[Step, ...]


@lru_cache(maxsize=1)
def texts(outline: Outline) -> tuple[tuple[Path, str], ...]:
    """Return the path and characters of each text that is not blank, in the order of the fields.

    Several checks read the same outline one after another: the last answer is kept.
    """
    return tuple(_texts(outline, ()))


def _texts(value: object, path: Path) -> Iterator[tuple[Path, str]]:
    if isinstance(value, str):
        if value.strip():
            yield path, value
    elif isinstance(value, tuple):
        names = getattr(value, "_fields", range(len(value)))
        for name, item in zip(names, value, strict=True):
            yield from _texts(item, (*path, name))
