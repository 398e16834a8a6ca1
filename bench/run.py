"""Measures unitdeck beside its peers in one run: ``python bench/run.py [--rounds N] [--loops N]``.

Cold is a whole process, from start to exit, the programs taking turns; warm is a deck inside a running process. Ours
builds each sample outline of ``decks/``, the peers build R14 (reference_deck.py). Only ratios carry over to another
machine. Exit code 0 where both requirements hold, 1 where one fails, 2 where something needed is missing.
"""

from __future__ import annotations

import argparse
import os
import shutil
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

from reference_deck import write_data

BENCH = Path(__file__).resolve().parent
OUTLINES = sorted(BENCH.parent.glob("decks/*/units/*.yaml"))
PYTHON_PPTX = [sys.executable, str(BENCH / "peer_python_pptx.py")]
PPTXGENJS = ["node", str(BENCH / "peer_pptxgenjs.mjs")]
UNITDECK = [sys.executable, "-m", "unitdeck", "build"]
TURNS = 3  # running processes of each program
# Python's compiled modules are kept between runs, as they are after any installation.
ENVIRONMENT = {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}
WARM = """
import statistics, sys, time
from pathlib import Path
from unitdeck.build import build_deck
times = []
for turn in range(int(sys.argv[1]) + 1):
    start = time.perf_counter()
    build_deck(Path(sys.argv[2]), out=Path(sys.argv[3]))
    times.append(1000 * (time.perf_counter() - start))
print(statistics.median(times[1:]))
"""


def main() -> int:
    """Measure, print the table and the verdicts, and return the exit code."""
    options = _options()
    missing = _missing()
    for sentence in missing:
        print(sentence, file=sys.stderr)
    if missing:
        return 2
    write_data()
    with tempfile.TemporaryDirectory() as folder:
        out = Path(folder)
        cold = _cold(out, options.rounds)
        first = _first_runs(out, options.rounds)
        warm = _warm(out, options.loops)
    return _print(cold, first, warm)


def _options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--rounds", type=int, default=9, help="whole processes of each program")
    parser.add_argument("--loops", type=int, default=30, help="decks in a running process")
    return parser.parse_args()


def _missing() -> list[str]:
    """Return a sentence for each thing that the comparison needs and that is not here; fetch PptxGenJS if npm can."""
    if not OUTLINES:
        return ["no outlines under decks/*/units: nothing to build"]
    if shutil.which("node") is None:
        return ["node is missing: PptxGenJS cannot be measured (Debian: apt-get install nodejs npm)"]
    if not (BENCH / "node_modules" / "pptxgenjs").is_dir():
        if shutil.which("npm") is None:
            return ["npm is missing: run `npm install` in bench/ for PptxGenJS 4.0.1"]
        command = ["npm", "install", "--no-package-lock", "--no-audit", "--no-fund", "--silent"]
        if subprocess.run(command, cwd=BENCH, check=False).returncode:
            return ["npm install in bench/ failed: PptxGenJS cannot be measured"]
    return []


def _process_ms(command: list[str], **environment: str) -> float:
    """Return the ms of a whole process; raises CalledProcessError where it fails."""
    start = time.perf_counter()
    subprocess.run(command, check=True, capture_output=True, env=ENVIRONMENT | environment)
    return 1000 * (time.perf_counter() - start)


def _cold(out: Path, rounds: int) -> dict[str, float]:
    """Return the median ms of a whole process by program; ours is an entry an outline, its template compiled before."""
    commands: dict[str, list[str]] = {
        "python-pptx": [*PYTHON_PPTX, "one", str(out / "peer.pptx")],
        "PptxGenJS": [*PPTXGENJS, "one", str(out / "peer.pptx")],
    }
    for outline in OUTLINES:
        commands[outline.stem] = [*UNITDECK, str(outline), "-o", str(out / "ours.pptx")]
    return _medians({name: lambda command=command: _process_ms(command) for name, command in commands.items()}, rounds)


def _first_runs(out: Path, rounds: int) -> float:
    """Return the median ms of a process that must compile the template and make photos ready: the slowest outline's."""

    def once(outline: Path) -> float:
        with tempfile.TemporaryDirectory() as cache:
            command = [*UNITDECK, str(outline), "-o", str(out / "first.pptx")]
            return _process_ms(command, UNITDECK_CACHE_DIR=cache)

    return max(statistics.median(once(outline) for _ in range(max(3, rounds // 3))) for outline in OUTLINES)


def _warm(out: Path, loops: int) -> dict[str, float]:
    """Return the median ms of a deck in a running process, of several that take turns; ours is an entry an outline."""

    def median_of(command: list[str]) -> float:
        return float(subprocess.run(command, check=True, capture_output=True, text=True, env=ENVIRONMENT).stdout)

    deck, share = str(out / "warm.pptx"), str(max(1, loops // TURNS))
    commands = {"python-pptx": [*PYTHON_PPTX, "loop", share, deck], "PptxGenJS": [*PPTXGENJS, "loop", share, deck]}
    for outline in OUTLINES:
        commands[outline.stem] = [sys.executable, "-c", WARM, share, str(outline), deck]
    return _medians({name: lambda command=command: median_of(command) for name, command in commands.items()}, TURNS)


def _medians(measures: dict[str, Callable[[], float]], rounds: int) -> dict[str, float]:
    """Return each measure's median; they take turns, so that a slow moment of the machine meets all of them."""
    for measure in measures.values():
        measure()
    times: dict[str, list[float]] = {name: [] for name in measures}
    for _ in range(rounds):
        for name, measure in measures.items():
            times[name].append(measure())
    return {name: statistics.median(values) for name, values in times.items()}


def _print(cold: dict[str, float], first: float, warm: dict[str, float]) -> int:
    """Print the table and the two verdicts; return the exit code."""
    ours = [outline.stem for outline in OUTLINES]
    print(f"{'':<24}{'cold ms':>9}{'ratio':>8}{'warm ms':>10}{'ratio':>8}")
    for name in ("python-pptx", "PptxGenJS", *ours):
        cold_ratio, warm_ratio = cold[name] / cold["python-pptx"], warm[name] / warm["python-pptx"]
        print(f"{name:<24}{cold[name]:>9.0f}{cold_ratio:>8.2f}{warm[name]:>10.1f}{warm_ratio:>8.3f}")
    print(f"{'first run, slowest':<24}{first:>9.0f}{first / cold['python-pptx']:>8.2f}")
    slowest_cold = max(cold[name] for name in ours)
    slowest_warm = max(warm[name] for name in ours)
    verdicts = {
        f"cold: slowest sample {slowest_cold:.0f} ms, no slower than PptxGenJS {cold['PptxGenJS']:.0f} ms": (
            slowest_cold <= cold["PptxGenJS"]
        ),
        f"warm: slowest sample {slowest_warm:.1f} ms, under a third of python-pptx {warm['python-pptx']:.1f} ms": (
            slowest_warm < warm["python-pptx"] / 3
        ),
    }
    for sentence, holds in verdicts.items():
        print("PASS" if holds else "FAIL", sentence)
    return 0 if all(verdicts.values()) else 1


if __name__ == "__main__":
    sys.exit(main())
