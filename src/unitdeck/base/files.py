"""Files written whole or not at all."""

from __future__ import annotations

import os
from pathlib import Path

from unitdeck.base.diagnostics import BuildError, error

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


def write_output(path: Path, data: bytes) -> None:
    """Write what was asked for, its folder made where there is none; as :func:`write_atomically`.

    Raises BuildError: UD701 where that is not allowed (a deck open in PowerPoint on Windows), UD702 for other reasons.
    """
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        write_atomically(path, data)
    except PermissionError as refusal:
        raise BuildError((error("UD701", None, path=str(path)),)) from refusal
    except OSError as failure:
        raise BuildError((error("UD702", None, path=str(path), reason=failure.strerror or str(failure)),)) from failure
