"""SIGTERM told as Ctrl-C is: work under way is put in order, then the program ends."""

from __future__ import annotations

import signal
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from types import FrameType


class Terminated(KeyboardInterrupt):
    """The system, or another program, asks this one to end (SIGTERM)."""


@contextmanager
def stoppable() -> Iterator[None]:
    """Raise :class:`Terminated` within the block when SIGTERM comes; as before behind it."""
    if threading.current_thread() is not threading.main_thread():
        yield
        return
    before = signal.signal(signal.SIGTERM, _raise)
    try:
        yield
    finally:
        signal.signal(signal.SIGTERM, before)


def _raise(_number: int, _frame: FrameType | None) -> None:
    raise Terminated
