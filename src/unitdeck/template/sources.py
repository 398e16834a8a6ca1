"""What of a template comes from which of those that it extends: for people who want to know where to look."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Any, NamedTuple

from unitdeck.template.pack import TemplatePack

_FOLDERS = ("slides", "script", "gallery", "maps")


class Source(NamedTuple):
    """What one level gives: the settings that it says, and its files that count, by folder, without their endings."""

    settings: tuple[str, ...]
    files: Mapping[str, tuple[str, ...]]
    base: bool


def sources(pack: TemplatePack, said: Sequence[Mapping[str, Any]], base: int) -> tuple[Source, ...]:
    """Return what each level gives, nearest first.

    ``said`` are the settings of each level's template.yaml, ``base`` is the level of base.pptx.
    """
    taken: set[str] = set()
    found = []
    for number, data in enumerate(said):
        own = [key for key in _settings(data) if key not in taken]
        taken |= set(own)
        found.append(Source(tuple(own), _files(pack, number), number == base))
    return tuple(found)


def _settings(data: Mapping[str, Any]) -> Iterator[str]:
    """Each setting that a template.yaml says: words, sizes and colours one by one."""
    for key, value in data.items():
        if key in ("name", "version", "extends", "migrations"):
            continue
        if isinstance(value, Mapping):
            yield from (f"{key}.{below}" for below in _settings(value))
        elif value is not None:
            yield key


def _files(pack: TemplatePack, number: int) -> dict[str, tuple[str, ...]]:
    names = [name for name in pack.files if pack.origins.get(name, 0) == number]
    return {
        folder: found
        for folder in _FOLDERS
        if (found := tuple(name.partition("/")[2].split(".")[0] for name in names if name.startswith(f"{folder}/")))
    }
