"""Files written whole or not at all."""

from __future__ import annotations

import os
from pathlib import Path

_FORBIDDEN = str.maketrans(dict.fromkeys('<>:"/\\|?*', "_") | {chr(code): "_" for code in range(32)})


def safe_name(name: str) -> str:
    """Return a name that a file can have on every system, Windows included; '' where nothing is left of it."""
    return name.translate(_FORBIDDEN).rstrip(" .")


def write_atomically(path: Path, data: bytes) -> None:
    """Write ``data`` to ``path``: to a temporary file in the same folder, then renamed over it.

    Whoever reads ``path`` sees the old bytes or the new ones, never a half, even if the program is killed. On failure
    (OSError) nothing is left behind and the old file stands. The folder must exist. The disk is not waited for: what a
    power cut takes can be built again, and waiting costs a slow disk more than building the deck.
    """
    temporary = path.with_name(f".unitdeck-{os.urandom(6).hex()}.tmp")
    try:
        with temporary.open("xb") as file:
            file.write(data)
        temporary.replace(path)
    except BaseException:
        temporary.unlink(missing_ok=True)
        raise
