from __future__ import annotations

import os
import signal
import sys
import threading
from contextlib import suppress

import pytest

from unitdeck.cli.stopping import Terminated, stoppable

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="signals to another process are a matter of Unix")


@pytest.mark.parametrize(("number", "raised"), [(signal.SIGINT, KeyboardInterrupt), (signal.SIGTERM, Terminated)])
def test_a_signal_is_raised_within_the_block(number: int, raised: type[BaseException]) -> None:
    with pytest.raises(raised), stoppable():
        os.kill(os.getpid(), number)


@pytest.mark.parametrize(("number", "raised"), [(signal.SIGINT, KeyboardInterrupt), (signal.SIGTERM, Terminated)])
def test_what_an_interrupted_lock_raises_is_the_stop_that_was_asked_for(
    number: int, raised: type[BaseException]
) -> None:
    with pytest.raises(raised), stoppable():
        with suppress(KeyboardInterrupt):  # where the lock loses it
            os.kill(os.getpid(), number)
        threading.Lock().release()


def test_an_error_without_a_stop_is_that_error() -> None:
    with pytest.raises(RuntimeError), stoppable():
        threading.Lock().release()


def test_a_stop_that_did_not_come_through_is_raised_at_the_next_call() -> None:
    with pytest.raises(KeyboardInterrupt), stoppable() as check:
        with suppress(KeyboardInterrupt):
            os.kill(os.getpid(), signal.SIGINT)
        check()


def test_afterwards_signals_are_as_before() -> None:
    before = [signal.getsignal(number) for number in (signal.SIGINT, signal.SIGTERM)]
    with suppress(KeyboardInterrupt), stoppable():
        os.kill(os.getpid(), signal.SIGINT)
    assert [signal.getsignal(number) for number in (signal.SIGINT, signal.SIGTERM)] == before
