"""Measures how a session's build grows: ``python bench/scale.py [--units 10 80 1000] [--folder DIR]``.

Each size is made (make_session.py), built in one process, built anew in two, and built once more with nothing changed.
The deck of the whole session is left out of these and then built alone, for sessions that have one.
Of sessions of more than 2,000 units only every 33rd is built (``--only``), which reads and plans the whole session all
the same. What a unit takes is processor time, so that other programs do not count; one process beside two is time on
the clock. Memory is the most that any one process of the build held (VmHWM, Linux). Only ratios carry over to another
machine. Exit code 0 where a unit takes at most 1.3 times as long in the largest session as in the one of 80 (or the
smallest), no process holds more than 1.3 times as much, and a page of the largest deck of a whole session takes at most
1.3 times one of the smallest; else 1.
"""

from __future__ import annotations

import argparse
import json
import os
import shutil
import subprocess
import sys
import tempfile
import time
from pathlib import Path
from typing import NamedTuple

from make_session import make_session
from reference_deck import write_data

BENCH = Path(__file__).resolve().parent
ALLOWED = 1.3
USUAL = 80  # units of a large session: what the others are compared with
PEER_PAGES = 14
WHOLE, SLICE = 2_000, "*镇"


class Run(NamedTuple):
    """A build: seconds on the clock and of the processor, and the megabytes of its largest process."""

    seconds: float
    cpu: float
    megabytes: float


class Size(NamedTuple):
    """A session's units, how many were built, their pages, and its builds: in one process, in two, nothing to do.

    ``whole`` is that of the deck of the whole session, of ``whole_pages``; 0 where there is none.
    """

    units: int
    built: int
    pages: int
    one: Run
    two: Run
    unchanged: Run
    whole: Run
    whole_pages: int


def main() -> int:
    """Measure, print the table and the verdicts, and return the exit code."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--units", type=int, nargs="+", default=[10, 80, 160, 1000])
    parser.add_argument("--folder", type=Path, help="where the sessions are made; a temporary folder if left out")
    options = parser.parse_args()
    with tempfile.TemporaryDirectory() as temporary:
        folder = options.folder or Path(temporary)
        os.environ["UNITDECK_CACHE_DIR"] = str(folder / "cache")
        _measure(folder / "first", 10)  # the template is compiled, the photos are made ready
        sizes = [_measure(folder / str(count), count) for count in sorted(options.units)]
        return _print(sizes, _peer_s_a_page(folder))


def _measure(folder: Path, count: int) -> Size:
    shutil.rmtree(folder, ignore_errors=True)
    make_session(folder, count)
    some = ["--only", SLICE] if count > WHOLE else ["--no-combined"]
    one = _build(folder, "-j", "1", *some)
    shutil.rmtree(folder / "out")
    two = _build(folder, "-j", "2", *some)
    unchanged = _build(folder, "-j", "1", *some)
    whole = Run(0, 0, 0) if some[0] == "--only" else _build(folder, "-j", "1")
    manifest = json.loads((folder / "out" / "manifest.json").read_bytes())
    records, of_all = manifest["built"], (manifest["session"] or {"pages": 0})["pages"]
    alone = whole._replace(cpu=whole.cpu - unchanged.cpu)
    return Size(count, len(records), sum(record["pages"] for record in records), one, two, unchanged, alone, of_all)


def _build(folder: Path, *options: str) -> Run:
    """Raises SystemExit where the build ends otherwise than with units that are wrong or missing."""
    command = [sys.executable, "-m", "unitdeck", "session", "build", str(folder), "--output-format", "concise"]
    start, most = time.perf_counter(), 0.0
    with (folder.parent / "log").open("w") as log:
        build = subprocess.Popen([*command, *options], stdout=log, stderr=log)
        while not (ended := os.wait4(build.pid, os.WNOHANG))[0]:
            most = max([most, *map(_megabytes, _family(build.pid))])
            time.sleep(0.02)
    _, status, used = ended
    if os.waitstatus_to_exitcode(status) not in (0, 1):
        raise SystemExit((folder.parent / "log").read_text())
    return Run(time.perf_counter() - start, used.ru_utime + used.ru_stime, most)


def _family(pid: int) -> list[int]:
    try:
        children = Path(f"/proc/{pid}/task/{pid}/children").read_text().split()
    except OSError:
        return []
    return [pid, *(each for child in children for each in _family(int(child)))]


def _megabytes(pid: int) -> float:
    try:
        status = Path(f"/proc/{pid}/status").read_text()
    except OSError:
        return 0.0
    lines = dict(line.split(":", 1) for line in status.splitlines() if ":" in line)
    return int(lines.get("VmHWM", "0").split()[0]) / 1024


def _peer_s_a_page(folder: Path) -> float:
    """Return the processor time of a page by python-pptx: a process of 21 decks less one of a deck, its imports."""
    write_data()

    def cpu(*options: str) -> float:
        command = [sys.executable, str(BENCH / "peer_python_pptx.py"), *options]
        peer = subprocess.Popen(command, stdout=subprocess.DEVNULL)
        _, status, used = os.wait4(peer.pid, 0)
        if status:
            raise SystemExit("python-pptx failed")
        return used.ru_utime + used.ru_stime

    deck = str(folder / "peer.pptx")
    return (cpu("loop", "20", deck) - cpu("one", deck)) / 20 / PEER_PAGES


def _print(sizes: list[Size], peer: float) -> int:
    usual = next((size for size in sizes if size.units == USUAL), sizes[0])
    print("units  built  pages  cpu s -j 1   a unit   -j 2/-j 1  unchanged/built   MB/process   a page/python-pptx")
    for size in sizes:
        print(
            f"{size.units:>5}{size.built:>7}{size.pages:>7}{size.one.cpu:>12.1f}{_a_unit(size) / _a_unit(usual):>9.2f}"
            f"{size.two.seconds / size.one.seconds:>12.2f}{size.unchanged.cpu / size.one.cpu:>17.3f}"
            f"{max(size.one.megabytes, size.two.megabytes):>13.0f}{size.one.cpu / size.pages / peer:>21.2f}"
        )
    last = sizes[-1]
    time_grows = _a_unit(last) / _a_unit(usual)
    memory_grows = last.one.megabytes / usual.one.megabytes
    print("units  pages of the whole  cpu s   a page   MB")
    wholes = [size for size in sizes if size.whole_pages]
    for size in wholes:
        print(
            f"{size.units:>5}{size.whole_pages:>20}{size.whole.cpu:>7.1f}"
            f"{_a_page(size) / _a_page(wholes[0]):>9.2f}{size.whole.megabytes:>5.0f}"
        )
    page_grows = _a_page(wholes[-1]) / _a_page(wholes[0]) if wholes else 1.0
    verdicts = {
        f"a unit of {last.units} takes {time_grows:.2f} times one of {usual.units}": time_grows <= ALLOWED,
        f"a process holds {memory_grows:.2f} times as much": memory_grows <= ALLOWED,
        f"a page of the whole deck takes {page_grows:.2f} times one of the smallest": page_grows <= ALLOWED,
    }
    for sentence, holds in verdicts.items():
        print("PASS" if holds else "FAIL", sentence)
    return 0 if all(verdicts.values()) else 1


def _a_page(size: Size) -> float:
    return size.whole.cpu / size.whole_pages


def _a_unit(size: Size) -> float:
    return size.one.cpu / size.built


if __name__ == "__main__":
    sys.exit(main())
