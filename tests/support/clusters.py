"""A real dask cluster on this machine: a scheduler and workers, each a process of its own, as on several machines."""

from __future__ import annotations

import os
import re
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import NamedTuple

from distributed import Client

_ROOT = Path(__file__).parents[2]


class Cluster(NamedTuple):
    """A running cluster; ``address`` is HOST:PORT of its scheduler; workers run in ``folder / worker-0`` and so on."""

    address: str
    folder: Path
    scheduler: subprocess.Popen[str]
    workers: list[subprocess.Popen[str]]

    def client(self) -> Client:
        """Return a connection of the test's own."""
        return Client(f"tcp://{self.address}", set_as_default=False)

    def pids(self) -> dict[str, int]:
        """Return the processes that do the work (not those that watch over them), by address."""
        with self.client() as client:
            return dict(client.run(os.getpid))


@contextmanager
def running(folder: Path, workers: int = 2, source: Path = _ROOT / "src", *, watched: bool = True) -> Iterator[Cluster]:
    """Run a cluster; ``watched`` workers are started anew when they die. ``source`` is where workers find the program.

    All of it is ended again by the ids of its processes.
    """
    folder.mkdir(exist_ok=True)
    scheduler = _started(
        folder, _ROOT / "src", "dask_scheduler", "--host", "127.0.0.1", "--port", "0", "--no-dashboard"
    )
    started: list[subprocess.Popen[str]] = []
    try:
        address = _address(folder)
        for number in range(workers):
            options = ["--nthreads", "1", "--no-dashboard", "--nanny" if watched else "--no-nanny"]
            place = folder / f"worker-{number}"
            place.mkdir(parents=True)
            started.append(
                _started(place, source, "dask_worker", f"tcp://{address}", *options, "--local-directory", str(place))
            )
        with Client(f"tcp://{address}", set_as_default=False) as client:
            if workers:
                client.wait_for_workers(workers, timeout=60)
        yield Cluster(address, folder, scheduler, started)
    finally:
        _end(started)
        _end([scheduler])


def _end(processes: list[subprocess.Popen[str]]) -> None:
    for process in processes:
        process.terminate()
    for process in processes:
        try:
            process.wait(10)
        except subprocess.TimeoutExpired:
            process.kill()


def _started(folder: Path, source: Path, program: str, *arguments: str) -> subprocess.Popen[str]:
    with (folder / f"{program}.log").open("w") as log:
        return subprocess.Popen(
            [sys.executable, "-m", f"distributed.cli.{program}", *arguments],
            stdout=log,
            stderr=subprocess.STDOUT,
            text=True,
            cwd=folder,
            env=os.environ | {"PYTHONPATH": str(source)},
        )


def _address(folder: Path) -> str:
    for _ in range(600):
        if found := re.search(r"Scheduler at:\s+tcp://(\S+)", (folder / "dask_scheduler.log").read_text()):
            return found[1]
        time.sleep(0.05)
    raise TimeoutError("the scheduler did not start")
