"""Signals come through wherever they happen to arrive."""

from __future__ import annotations

import os
import signal
import sys

import pytest

from unitdeck.cli.stopping import Terminated, stoppable

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="signals of Unix")


class Dying:
    """An object in whose last moment a signal comes."""

    def __init__(self, number: int) -> None:
        self.number = number

    def __del__(self) -> None:
        os.kill(os.getpid(), self.number)


@pytest.mark.parametrize(("number", "raised"), [(signal.SIGINT, KeyboardInterrupt), (signal.SIGTERM, Terminated)])
def test_a_signal_is_raised_at_once(number: int, raised: type[BaseException]) -> None:
    before = signal.getsignal(number)
    with pytest.raises(raised) as stop, stoppable():
        os.kill(os.getpid(), number)
    assert type(stop.value) is raised
    assert signal.getsignal(number) is before


def test_a_signal_that_python_drops_is_raised_later(capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(Terminated), stoppable() as check:
        check()
        dying = Dying(signal.SIGTERM)
        del dying
        check()
        raise AssertionError("it did not come through")
    assert capsys.readouterr().err == ""
