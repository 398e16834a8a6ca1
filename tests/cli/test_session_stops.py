"""Builds that are stopped or killed at any moment: no half deck, a manifest that can be read, and the next completes.

The moments are drawn from a seed: ``UNITDECK_STOPS=20 pytest tests/cli/test_session_stops.py`` tries more of them.
"""

from __future__ import annotations

import json
import os
import random
import shutil
import signal
import sys
import time
import zipfile
from collections.abc import Iterator
from pathlib import Path

import pytest

from support.clusters import Cluster, running
from support.running import start, until_gone
from support.sessions import make_session
from unitdeck.session.building.bulk import Settings, build_session
from unitdeck.session.building.manifest import read_manifest
from unitdeck.session.workspace import open_workspace

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="signals to another process are a matter of Unix")

NAMES = [f"单位{n:02}" for n in range(24)]
STOPS = int(os.environ.get("UNITDECK_STOPS", "1"))
ENDS = {signal.SIGINT: 130, signal.SIGTERM: 143, signal.SIGKILL: -signal.SIGKILL}


@pytest.fixture(scope="module")
def cluster(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Cluster]:
    with running(tmp_path_factory.mktemp("cluster")) as started:
        yield started


@pytest.fixture(scope="module")
def undisturbed(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return a session that was built in one go."""
    folder = make_session(tmp_path_factory.mktemp("undisturbed") / "s", NAMES)
    build_session(open_workspace(folder), Settings("zh"), lambda *_: None)
    return folder


def contents(folder: Path) -> dict[str, bytes]:
    return {file.name: file.read_bytes() for file in sorted((folder / "out").iterdir())}


def examine(folder: Path, wanted: dict[str, bytes], *, killed: bool) -> int:
    """Return how many decks the manifest has; fail where a deck is not whole, or another file lies about."""
    out = folder / "out"
    if not out.exists():
        return 0
    files = {file.name for file in out.iterdir()}
    unseen = {name for name in files if name.startswith(".unitdeck-") and name.endswith(".tmp")}
    assert not unseen or killed
    decks = files - unseen - {"manifest.json"}
    for deck in decks:
        with zipfile.ZipFile(out / deck) as package:
            assert package.testzip() is None
        assert (out / deck).read_bytes() == wanted[deck]
    if "manifest.json" not in files:
        return 0
    json.loads((out / "manifest.json").read_bytes())
    built = {Path(record.deck).name for record in read_manifest(out).built}
    assert built <= decks
    return len(built)


@pytest.mark.parametrize("number", [signal.SIGINT, signal.SIGTERM, signal.SIGKILL], ids=lambda number: number.name)
@pytest.mark.parametrize("way", ["process", "serial", "dask"])
def test_stopped_at_any_moment(
    way: str, number: signal.Signals, tmp_path: Path, undisturbed: Path, request: pytest.FixtureRequest
) -> None:
    options = {"process": ["-j", "2"], "serial": ["--executor", "serial"]}.get(way)
    if options is None:
        options = ["--executor", f"dask://{request.getfixturevalue('cluster').address}"]
    wanted = contents(undisturbed)
    moments = random.Random(f"{way} {number}")
    folder = tmp_path / "s"
    shutil.copytree(undisturbed, folder, ignore=shutil.ignore_patterns("out"))
    for _ in range(STOPS):
        shutil.rmtree(folder / "out", ignore_errors=True)
        build = start(folder, *options)
        assert build.stdout
        for _ in range(moments.randrange(1, 18)):  # lines, then a while within a deck
            build.stdout.readline()
        time.sleep(moments.uniform(0, 0.03))
        (os.kill if moments.random() < 0.5 else os.killpg)(build.pid, number)
        _, err = build.communicate(timeout=60)
        assert build.returncode in (ENDS[number], 0), err
        assert "Traceback" not in err
        until_gone(build.pid)
        recorded = examine(folder, wanted, killed=number == signal.SIGKILL)
        assert recorded >= 1 or number == signal.SIGKILL
        for file in (folder / "out").glob(".unitdeck-*.tmp"):
            os.utime(file, (0, 0))  # as if it was some time ago: only then is it nobody's
        after = start(folder, *options)
        out, err = after.communicate(timeout=60)
        assert after.returncode == 0, err
        assert contents(folder) == wanted
        if number != signal.SIGKILL:
            assert out.count("没有变化") == recorded
