"""The settings of a template and of those that it extends, as one: what is nearer counts, key by key."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

_OWN = ("name", "version", "extends", "migrations")  # what a template says of itself alone


def merged(levels: Sequence[Mapping[str, Any]]) -> dict[str, Any]:
    """Return the settings of the nearest level (the first), filled up from the others.

    Mappings (words, sizes, theme …) are filled up key by key; a list (the order of slides) is taken whole. A key
    without a value says nothing.
    """
    own = {key: value for key, value in levels[0].items() if key in _OWN}
    result: dict[str, Any] = {}
    for level in reversed(levels):
        result = _over(result, {key: value for key, value in level.items() if key not in _OWN})
    return own | result


def level_of(key: str, levels: Sequence[Mapping[str, Any]]) -> int:
    """Return which level says ``key`` (``words.zh.gap``): the nearest that does, or that says most of its path."""
    steps = key.split(".")
    for end in range(len(steps), 0, -1):
        for number, level in enumerate(levels):
            if _says(level, steps[:end]):
                return number
    return 0


def _says(value: Any, steps: Sequence[str]) -> bool:
    for step in steps:
        if not isinstance(value, Mapping) or value.get(step) is None:
            return False
        value = value[step]
    return True


def _over(far: Mapping[str, Any], near: Mapping[str, Any]) -> dict[str, Any]:
    result = dict(far)
    for key, value in near.items():
        below = result.get(key)
        if isinstance(value, Mapping) and isinstance(below, Mapping):
            result[key] = _over(below, value)
        elif value is not None or key not in result:
            result[key] = value
    return result
