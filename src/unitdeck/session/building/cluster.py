"""Jobs done by the workers of a dask cluster; the only module that knows dask, loaded when a cluster is asked for.

Workers read the session's folder, which they must see at the same path (a shared folder, where they are on other
machines), and send the decks back; only this process writes. So a worker that dies, or is given up, leaves nothing
half done, and nobody writes after the program has ended. What a worker read is compared with what lies here.
"""

from __future__ import annotations

import logging
import os
import pickle
import zlib
from collections import deque
from collections.abc import Generator, Iterator, Mapping, Sequence
from concurrent.futures import CancelledError
from contextlib import suppress
from importlib.metadata import version
from itertools import islice
from pathlib import Path
from typing import NamedTuple, TypeAlias

from distributed import Client, Future, get_worker
from distributed.comm import CommClosedError
from distributed.scheduler import KilledWorker

from unitdeck import __version__
from unitdeck.base.diagnostics import BuildError, Diagnostic, Span, error
from unitdeck.base.faults import unexpected
from unitdeck.session.building.manifest import Sources, sha256
from unitdeck.session.building.worker import Job, Result, failed, make_unit, write_unit

_CONNECT_SECONDS = 5
_PATIENCE_SECONDS = 30  # without any worker, before the work is given up: a nanny starts one anew in 2 to 5
_LOOK_SECONDS = 2
_AHEAD = 4  # jobs sent ahead for each thread of a worker: none idles, and no crowd of finished decks waits there
_LIBRARIES = ("pillow", "matplotlib")  # other versions of these, or of zlib, may give other bytes
_LOST = (CancelledError, CommClosedError, OSError)  # a TimeoutError is an OSError

Made: TypeAlias = tuple[Result, bytes, str]


class Seen(NamedTuple):
    """What a process works with: versions of programs by name, and the hash of an outline, None where it sees none."""

    versions: Mapping[str, str]
    outline: str | None


def on_cluster(jobs: Sequence[Job], address: str) -> Generator[Result, None, None]:
    """Yield a result a job, done by the cluster whose scheduler has that address (HOST:PORT).

    A worker that dies has its jobs done by another; a job that kills all that try it fails alone (UD764). Raises
    BuildError: UD761 no scheduler there, UD765 no worker (any more), UD762 another version of the program, UD763 other
    files than here.
    """
    logging.getLogger("distributed").setLevel(logging.CRITICAL)  # what matters is told by the codes above
    client = _connected(address)
    try:
        _examine(client, address, jobs[0].outline.absolute())
        sources = Sources(jobs[0].workspace.folder)
        for job, (result, content, worker) in zip(jobs, _made(client, address, jobs), strict=True):
            there = _renamed(result, job)
            if there.record is not None and (file := sources.parted(there.record)):
                yield failed(job, (_other_file(worker, job.outline, file),))
            else:
                yield write_unit(there, content)
    finally:
        with suppress(Exception):
            client.close(timeout=2)


def see(outline: Path) -> Seen:
    """Return what this process works with."""
    versions = {"unitdeck": __version__, "zlib": zlib.ZLIB_RUNTIME_VERSION}
    return Seen(versions | {name: version(name) for name in _LIBRARIES}, sha256(outline))


def make_there(packed: bytes, here: Seen) -> Made:
    """Return a job's deck, made in a worker, and the worker's address; ``here`` is what the program itself sees."""
    job: Job = pickle.loads(packed)  # noqa: S301 (a cluster runs whatever it is sent)
    worker = get_worker().address
    faults = tuple(_parted(worker, see(job.outline), here, job.outline))
    return (failed(job, faults), b"", worker) if faults else (*make_unit(job), worker)


def _connected(address: str) -> Client:
    try:
        return Client(f"tcp://{address}", timeout=_CONNECT_SECONDS, set_as_default=False, name="unitdeck")
    except (OSError, ValueError) as failure:
        raise BuildError((error("UD761", None, address=address, reason=_said(failure)),)) from failure


def _examine(client: Client, address: str, outline: Path) -> None:
    """Refuse a cluster whose workers cannot give the same decks as this process."""
    here = see(outline)
    try:
        client.wait_for_workers(1, timeout=_CONNECT_SECONDS)
        client.run_on_scheduler(see, outline)  # it reads what is sent to workers
        there: dict[str, object] = client.run(see, outline, on_error="return")
    except _LOST as nobody:
        raise _gone(address) from nobody
    except Exception as fault:
        raise BuildError((_unlike(address, _said(fault), here),)) from fault
    faults: list[Diagnostic] = []
    for worker, seen in sorted(there.items()):
        if isinstance(seen, Seen):
            faults += _parted(worker, seen, here, outline)
        elif not isinstance(seen, OSError):  # died meanwhile: the others do its work
            faults.append(_unlike(worker, _said(seen), here))
    if faults:
        raise BuildError(tuple(faults))


def _made(client: Client, address: str, jobs: Sequence[Job]) -> Iterator[Made]:
    """Yield what workers send back, in the jobs' order; few jobs are sent ahead, so that little waits anywhere."""
    ahead: deque[tuple[Job, Future]] = deque()
    waiting = iter(jobs)
    for _ in jobs:
        room = max(1, _AHEAD * _threads(client, address))
        ahead.extend((each, _submitted(client, each)) for each in islice(waiting, max(0, room - len(ahead))))
        job, future = ahead.popleft()
        try:
            yield _awaited(client, address, job, future)
        except KilledWorker:
            # It may only have been beside the one to blame: it is tried again with no other job about.
            for other in ahead:
                with suppress(KilledWorker):
                    _awaited(client, address, *other)
            yield _alone(client, address, job)


def _alone(client: Client, address: str, job: Job) -> Made:
    try:
        return _awaited(client, address, job, _submitted(client, job))
    except KilledWorker:
        return failed(job, (error("UD764", Span(str(job.outline)), outline=str(job.outline)),)), b"", ""


def _submitted(client: Client, job: Job) -> Future:
    home = job.workspace
    seen_there = job._replace(
        unit=job.unit._replace(outline=None),
        outline=job.outline.absolute(),
        deck=job.deck.absolute(),
        workspace=home._replace(
            folder=home.folder.absolute(),
            outlines=home.outlines.absolute(),
            file=home.file.absolute() if home.file else None,
        ),
    )
    return client.submit(make_there, pickle.dumps(seen_there), see(job.outline), pure=False)


def _awaited(client: Client, address: str, job: Job, future: Future) -> Made:
    """Return what a job gave. Raises KilledWorker; BuildError (UD765) where nobody is there any more to do it."""
    deserted = 0
    while deserted < _PATIENCE_SECONDS:
        try:
            made: Made = future.result(timeout=_LOOK_SECONDS)
        except TimeoutError:
            deserted = 0 if _threads(client, address) else deserted + _LOOK_SECONDS
        except KilledWorker:
            raise
        except _LOST as gone:
            raise _gone(address) from gone
        except Exception as fault:
            return failed(job, (unexpected(fault, job.outline),)), b"", ""
        else:
            return made
    raise _gone(address)


def _threads(client: Client, address: str) -> int:
    """Return how many jobs the workers do at a time."""
    try:
        return sum(client.nthreads().values())
    except _LOST as gone:
        raise _gone(address) from gone


def _renamed(result: Result, job: Job) -> Result:
    """Return a worker's result with files named as this process names them."""
    home, away = job.workspace.folder, f"{job.workspace.folder.absolute()}{os.sep}"

    def named(value: object) -> object:
        return str(home / value.removeprefix(away)) if isinstance(value, str) and value.startswith(away) else value

    diagnostics = tuple(
        each._replace(
            span=each.span._replace(file=str(named(each.span.file))) if each.span else None,
            data={key: named(value) for key, value in each.data.items()},
        )
        for each in result.diagnostics
    )
    return result._replace(unit=job.unit, outline=job.outline, deck=job.deck, diagnostics=diagnostics)


def _parted(worker: str, there: Seen, here: Seen, outline: Path) -> Iterator[Diagnostic]:
    """Yield an error for what a worker has otherwise than this process."""
    for program, wanted in here.versions.items():
        if there.versions.get(program) != wanted:
            found = f"{program} {there.versions.get(program, '—')}"
            yield error("UD762", None, worker=worker, found=found, wanted=f"{program} {wanted}")
            return
    if there.outline != here.outline:
        yield _other_file(worker, outline, str(outline))


def _unlike(worker: str, found: str, here: Seen) -> Diagnostic:
    return error("UD762", None, worker=worker, found=found, wanted=f"unitdeck {here.versions['unitdeck']}")


def _other_file(worker: str, outline: Path, file: str) -> Diagnostic:
    return error("UD763", Span(str(outline)), worker=worker, file=file)


def _gone(address: str) -> BuildError:
    return BuildError((error("UD765", None, address=address),))


def _said(fault: object) -> str:
    return (str(fault).strip().splitlines() or [type(fault).__name__])[0]
