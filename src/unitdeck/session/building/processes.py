"""Jobs done in several processes of this machine."""

from __future__ import annotations

import multiprocessing
import os
import signal
from collections.abc import Generator, Iterator, Sequence
from concurrent.futures import Future, ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from contextlib import contextmanager

from unitdeck.base.diagnostics import Span, error
from unitdeck.session.building.worker import Job, Result, build_unit, failed, stand_by

_FEW = 8  # jobs that this process does in the time that another takes to start


def processes_for(jobs: int) -> int:
    """Return how many processes so many jobs are worth: one a core, and 1 for a few jobs."""
    cores = len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1
    return max(1, min(cores, jobs // _FEW))


def in_processes(jobs: Sequence[Job], processes: int = 0) -> Generator[Result, None, None]:
    """Yield a result a job; ``processes`` 0 is as many as are worth it. With one, the work is done in this one.

    Where the iteration ends early (Ctrl-C), decks that are being built are finished, and no further one is begun. A
    process that dies fails its own job (UD712) and no other.
    """
    processes = processes or processes_for(len(jobs))
    if processes == 1 or len(jobs) <= 1:
        yield from map(build_unit, jobs)
        return
    pool = _pool(min(processes, len(jobs)))
    left: list[Job | Result] = []
    try:
        with _ctrl_c_is_ours():
            futures = [pool.submit(build_unit, job) for job in jobs]
        for place, future in enumerate(futures):
            try:
                result = future.result()
            except BrokenProcessPool:
                left = [_finished(later) or job for later, job in zip(futures[place:], jobs[place:], strict=True)]
                break
            yield result
    finally:
        pool.shutdown(wait=True, cancel_futures=True)
    yield from _one_by_one(left)


def _one_by_one(left: Sequence[Job | Result]) -> Iterator[Result]:
    """Yield what is left after a process died: each job alone in a process, so that the one to blame is known."""
    pool: ProcessPoolExecutor | None = None
    try:
        for job in left:
            if isinstance(job, Result):
                yield job
                continue
            pool = pool or _pool(1)
            try:
                with _ctrl_c_is_ours():
                    future = pool.submit(build_unit, job)
                result = future.result()
            except BrokenProcessPool:
                pool.shutdown()
                pool = None
                result = failed(job, (error("UD712", Span(str(job.outline)), outline=str(job.outline)),))
            yield result
    finally:
        if pool:
            pool.shutdown(wait=True, cancel_futures=True)


def _pool(processes: int) -> ProcessPoolExecutor:
    # Started anew, not forked: the same on every system, and nothing of this process's state gets into a deck.
    return ProcessPoolExecutor(processes, multiprocessing.get_context("spawn"), initializer=stand_by)


def _finished(future: Future[Result]) -> Result | None:
    done = future.done() and not future.cancelled() and future.exception() is None
    return future.result() if done else None


@contextmanager
def _ctrl_c_is_ours() -> Iterator[None]:
    """Hold Ctrl-C back while processes start: they inherit that, and it comes to this one afterwards."""
    if not hasattr(signal, "pthread_sigmask"):
        yield
        return
    before = signal.pthread_sigmask(signal.SIG_BLOCK, {signal.SIGINT})
    try:
        yield
    finally:
        signal.pthread_sigmask(signal.SIG_SETMASK, before)
