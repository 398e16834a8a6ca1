"""``unitdeck session build`` as a program of its own, in a process group that can be stopped or killed."""

from __future__ import annotations

import os
import subprocess
import sys
import time
from pathlib import Path

_WAIT, _TIMES = 0.05, 400


def start(folder: Path, *options: str) -> subprocess.Popen[str]:
    """Return the program at work on a session's folder."""
    return subprocess.Popen(
        [sys.executable, "-m", "unitdeck", "session", "build", str(folder), "--lang", "zh", *options],
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
        encoding="utf-8",
        start_new_session=True,
        env=os.environ | {"PYTHONUNBUFFERED": "1", "PYTHONIOENCODING": "utf-8"},
    )


def until_gone(group: int) -> None:
    """Wait until no process of a group is left; fail where one outlives its parent."""
    for _ in range(_TIMES):
        try:
            os.killpg(group, 0)
        except ProcessLookupError:
            return
        time.sleep(_WAIT)
    raise AssertionError("a process outlives its parent")
