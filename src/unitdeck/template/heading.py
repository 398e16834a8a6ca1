"""The first things to know of a template, read without YAML: its version, and which template it extends.

Asked at every build, before anything else is known: a whole template.yaml takes longer to read than a deck to look up.
What the compiled template then says must be the same (:mod:`unitdeck.template.folder`).
"""

from __future__ import annotations

import importlib
import os
import re
from functools import lru_cache
from pathlib import Path
from typing import NamedTuple

from unitdeck.template.cache import is_archive
from unitdeck.template.style import SETTINGS

# A top-level key of a block mapping stands at the start of its line, and nothing else can.
_KEYS = re.compile(rb"""^(version|extends)[ \t]*:[ \t]*["']?([^\s"'#]+)""", re.MULTILINE)


class Heading(NamedTuple):
    """What the lines ``version:`` and ``extends:`` say, '' where there is none; ``line`` is that of the latter."""

    version: str
    extends: str
    line: int

    def is_major(self, wanted: str) -> bool:
        """Return whether the version has that major number; an unreadable one has: it is told when it is compiled."""
        return not self.version or self.version.partition(".")[0] == wanted.partition(".")[0]


def heading(folder: Path) -> Heading:
    """Return the heading of the template in a folder or a ZIP file; raises BuildError (UD526) for a bad one."""
    packed = is_archive(folder)
    stat = os.stat(folder if packed else f"{folder}/{SETTINGS}")  # noqa: PTH116 (asked for each build)
    return _heading(folder, packed, stat.st_mtime_ns, stat.st_size)


@lru_cache(maxsize=256)
def _heading(folder: Path, packed: bool, _time: int, _size: int) -> Heading:
    if packed:
        # Loaded only now: a template in a folder needs nothing of it.
        files: dict[str, bytes] = importlib.import_module("unitdeck.template.archive").archived(folder)
        text = files[SETTINGS]
    else:
        text = (folder / SETTINGS).read_bytes()
    found = {match[1]: match for match in _KEYS.finditer(text)}
    extends = found.get(b"extends")
    version = found[b"version"][2].decode("utf-8", "replace") if b"version" in found else ""
    if extends is None:
        return Heading(version, "", 0)
    line = text.count(b"\n", 0, extends.start()) + 1
    return Heading(version, extends[2].decode("utf-8", "replace"), line)
