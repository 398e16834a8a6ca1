"""Where jobs are done: in this process, in several of this machine, or in those of a cluster; one table of the ways.

Each way is a function that yields a result a job, in the jobs' order whatever order they finish in. It is closed early
where the work is stopped: then no further deck is begun, and none is left half written.
"""

from __future__ import annotations

from collections.abc import Callable, Generator, Sequence
from importlib import import_module
from typing import NamedTuple, TypeAlias

from unitdeck.base.diagnostics import BuildError, error
from unitdeck.session.building.processes import in_processes
from unitdeck.session.building.worker import Job, Result, build_unit

Results: TypeAlias = Generator[Result, None, None]


class Executor(NamedTuple):
    """A way of doing jobs. ``processes`` is for ``process`` (0: as many as are worth it), ``address`` for ``dask``."""

    kind: str = "process"
    processes: int = 0
    address: str = ""


def executor_from(text: str, processes: int = 0) -> Executor:
    """Return the executor that is written ``process``, ``serial`` or ``dask://HOST:PORT``; ValueError for all else."""
    kind, marked, address = text.partition("://")
    host, _, port = address.rpartition(":")
    if kind not in EXECUTORS or bool(marked) != (kind == "dask") or (marked and not (host and _is_port(port))):
        raise ValueError(text)
    return Executor(kind, processes, address)


def build_all(jobs: Sequence[Job], way: Executor) -> Results:
    """Yield a result a job, in the jobs' order; whatever goes wrong with one stays with it.

    Raises BuildError where no further job can be done: UD760 to UD763 and UD765, all of them a cluster's.
    """
    return EXECUTORS[way.kind](jobs, way)


def _here(jobs: Sequence[Job], _way: Executor) -> Results:
    yield from map(build_unit, jobs)


def _in_processes(jobs: Sequence[Job], way: Executor) -> Results:
    yield from in_processes(jobs, way.processes)


def _on_a_cluster(jobs: Sequence[Job], way: Executor) -> Results:
    if not jobs:
        return
    try:
        cluster = import_module("unitdeck.session.building.cluster")
    except ModuleNotFoundError as absent:
        if (absent.name or "").startswith("unitdeck"):
            raise
        raise BuildError((error("UD760", None, module=absent.name),)) from absent
    yield from cluster.on_cluster(jobs, way.address)


def _is_port(text: str) -> bool:
    return text.isascii() and text.isdigit() and 0 < int(text) < 65536


EXECUTORS: dict[str, Callable[[Sequence[Job], Executor], Results]] = {
    "process": _in_processes,
    "serial": _here,
    "dask": _on_a_cluster,
}
