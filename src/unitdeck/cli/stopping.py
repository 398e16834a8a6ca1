"""Ctrl-C and SIGTERM while a session is built: work under way is put in order, then the program ends."""

from __future__ import annotations

import signal
import sys
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from types import FrameType


class Terminated(KeyboardInterrupt):
    """The system, or another program, asks this one to end (SIGTERM)."""


_STOPS: dict[int, type[KeyboardInterrupt]] = {signal.SIGINT: KeyboardInterrupt, signal.SIGTERM: Terminated}


@contextmanager
def stoppable() -> Iterator[Callable[[], None]]:
    """Raise KeyboardInterrupt or :class:`Terminated` within the block when SIGINT or SIGTERM comes.

    Python drops what is raised while it tidies up an object, wherever that happens to be. So the block gets a function
    to call now and then, which raises what has been asked for and did not come through. A lock that is interrupted
    while it is waited for may raise an error of its own instead: once a stop is asked for, that is what it meant.
    """
    if threading.current_thread() is not threading.main_thread():
        yield lambda: None
        return
    asked: list[type[KeyboardInterrupt]] = []

    def stop(number: int, _frame: FrameType | None) -> None:
        asked.append(_STOPS[number])
        raise _STOPS[number]

    def check() -> None:
        if asked:
            raise asked[0]

    def dropped(fault: sys.UnraisableHookArgs) -> None:
        if not isinstance(fault.exc_value, KeyboardInterrupt):
            told(fault)

    told, before = sys.unraisablehook, {number: signal.signal(number, stop) for number in _STOPS}
    sys.unraisablehook = dropped
    try:
        yield check
    except Exception:
        check()
        raise
    finally:
        sys.unraisablehook = told
        for number, handler in before.items():
            signal.signal(number, handler)
