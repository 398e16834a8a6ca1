"""What a template extends: from itself to the one that extends nothing, nearest first."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path
from typing import NamedTuple

from unitdeck.base.diagnostics import BuildError, Span, error
from unitdeck.template.heading import heading
from unitdeck.template.style import SETTINGS

MOST_LEVELS = 8


class Found(NamedTuple):
    """A template and where the search found it: folder or ZIP file, the origin in a word, the package if any."""

    name: str
    folder: Path
    origin: str
    package: str = ""


# Finds the template that a level extends: its name and version, the folders that are in the chain already, the place.
Finder = Callable[[Found, str, Sequence[Path], Span], Found]


def chain(found: Found, parent: Finder) -> tuple[Found, ...]:
    """Return the template and what it extends, nearest first; ``parent`` finds one by its name.

    Raises BuildError: UD524 for more than :data:`MOST_LEVELS` in a row, and what ``parent`` raises.
    """
    levels = [found]
    while (head := heading(levels[-1].folder)).extends:
        span = Span(str(levels[-1].folder / SETTINGS), head.line)
        if len(levels) == MOST_LEVELS:
            names = " → ".join(level.name for level in levels)
            raise BuildError((error("UD524", span, names=names, most=MOST_LEVELS),))
        levels.append(parent(levels[-1], head.extends, [level.folder for level in levels], span))
    return tuple(levels)
