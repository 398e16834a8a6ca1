"""Every text of an outline with its path."""

from __future__ import annotations

from collections.abc import Iterator

from unitdeck.checks.subject import Step

Path = tuple[Step, ...]


def texts(value: object, path: Path = ()) -> Iterator[tuple[Path, str]]:
    """Yield the path and characters of each text in an outline that is not blank, in the order of its fields."""
    if isinstance(value, str):
        if value.strip():
            yield path, value
    elif isinstance(value, tuple):
        names = getattr(value, "_fields", range(len(value)))
        for name, item in zip(names, value, strict=True):
            yield from texts(item, (*path, name))
