"""Building on a real dask cluster of two workers: the same bytes, in order, whoever dies meanwhile."""

from __future__ import annotations

import os
import shutil
import signal
import sys
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from support.clusters import Cluster, running
from support.sessions import BAD, make_session
from unitdeck.base.diagnostics import BuildError
from unitdeck.session.building.bulk import Report, Settings, build_session
from unitdeck.session.building.executor import Executor, build_all, executor_from
from unitdeck.session.building.worker import Job, Result, sent
from unitdeck.session.workspace import open_workspace

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="workers are killed by signals of Unix")

NAMES = [f"单位{n:02}" for n in range(24)]


@pytest.fixture(scope="module")
def cluster(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Cluster]:
    with running(tmp_path_factory.mktemp("cluster")) as started:
        yield started


def build(folder: Path, way: Executor, tell: Callable[[Result], object] = lambda _: None) -> Report:
    return build_session(open_workspace(folder), Settings("zh", way, whole=False), lambda result, *_: tell(result))


def dask(cluster: Cluster) -> Executor:
    return executor_from(f"dask://{cluster.address}")


def contents(folder: Path) -> dict[str, bytes]:
    return {file.name: file.read_bytes() for file in sorted((folder / "out").iterdir())}


def codes(report: Report) -> dict[str, list[str]]:
    return {each.unit.name: [d.code for d in each.diagnostics] for each in report.results if each.record is None}


def jobs(folder: Path) -> list[Job]:
    workspace = open_workspace(folder)
    return [
        Job(unit, unit.outline, folder / "out" / f"{unit.name}.pptx", sent(workspace), "zh", strict=False)
        for unit in workspace.units
        if unit.outline
    ]


def test_a_cluster_gives_what_one_process_gives(
    cluster: Cluster, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)  # which no worker has as its folder
    here, there = (make_session(Path(name), NAMES[:6]) for name in ("here", "there"))
    for folder in (here, there):
        for name, (text, _) in BAD.items():
            (folder / "units" / f"{name}.yaml").write_text(text, "utf-8")
    told: list[str] = []
    one = build(here, Executor("serial"))
    two = build(there, dask(cluster), lambda result: told.append(result.unit.name))
    assert contents(here) == contents(there)
    assert told == [result.unit.name for result in one.results]
    assert set(codes(two)) == set(BAD)
    plain = [repr(result.diagnostics) for result in one.results]
    assert [repr(result.diagnostics).replace("there/", "here/") for result in two.results] == plain
    assert not any(result.fresh for result in build(there, dask(cluster)).results if result.record)


def test_a_worker_that_is_killed_loses_no_unit(cluster: Cluster, tmp_path: Path) -> None:
    here, there = (make_session(tmp_path / name, NAMES) for name in ("here", "there"))
    build(here, Executor("serial"))
    before = cluster.pids()
    victims = iter(sorted(before.values()))
    count = iter(range(len(NAMES)))

    def kill_now_and_then(_: Result) -> None:
        if next(count) in (2, 9):
            os.kill(next(victims), signal.SIGKILL)

    report = build(there, dask(cluster), kill_now_and_then)
    assert next(victims, None) is None
    assert codes(report) == {}
    assert [result.unit.name for result in report.results] == NAMES
    assert contents(here) == contents(there)


class Deadly:
    """What ends the process that unpickles it, as the system does where memory runs out."""

    def __reduce__(self) -> object:
        return os._exit, (9,)


def test_a_job_that_kills_every_worker_fails_alone(cluster: Cluster, tmp_path: Path) -> None:
    todo = jobs(make_session(tmp_path / "s", NAMES[:5]))
    todo[1] = todo[1]._replace(lang=Deadly())  # type: ignore[arg-type]
    results = list(build_all(todo, dask(cluster)))
    assert [result.unit.name for result in results] == NAMES[:5]
    assert [[each.code for each in result.diagnostics] for result in results] == [[], ["UD764"], [], [], []]
    assert sum(job.deck.is_file() for job in todo) == 4


def test_stopping_early_leaves_nothing_on_its_way(cluster: Cluster, tmp_path: Path) -> None:
    todo = jobs(make_session(tmp_path / "s", NAMES))
    made = build_all(todo, dask(cluster))
    assert next(made).record
    made.close()
    assert [file.name for file in (tmp_path / "s" / "out").iterdir()] == ["单位00.pptx"]
    with cluster.client() as client:
        assert not any(client.processing().values())


@pytest.mark.skipif(not Path("/proc/self/cwd").exists(), reason="one path, other files in each process: Linux only")
def test_what_workers_read_is_what_lies_here_or_is_not_used(
    cluster: Cluster, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    name = f"s-{tmp_path.name}"
    make_session(tmp_path / name, NAMES[:3])
    monkeypatch.chdir(tmp_path)
    folder = Path("/proc/self/cwd", name)  # below the folder in which each process was started
    with pytest.raises(BuildError) as unseen:
        build(folder, dask(cluster))
    assert [each.code for each in unseen.value.diagnostics] == ["UD763"] * 2
    for worker in ("worker-0", "worker-1"):
        shutil.copytree(tmp_path / name, cluster.folder / worker / name, ignore=shutil.ignore_patterns("out"))
        data = cluster.folder / worker / name / "data" / "revenue.csv"
        data.write_text(data.read_text("utf-8").replace("28000", "28001"), "utf-8")
        (cluster.folder / worker / name / "units" / f"03-{NAMES[2]}.yaml").unlink()
    report = build(folder, dask(cluster))
    assert codes(report) == {NAMES[0]: ["UD763"], NAMES[2]: ["UD763"]}
    assert report.results[0].diagnostics[0].data["file"] == "data/revenue.csv"
    assert [deck.stem for deck in (folder / "out").glob("*.pptx")] == [f"02-{NAMES[1]}"]


def test_another_version_of_the_program_is_refused(tmp_path: Path, root: Path) -> None:
    source = tmp_path / "src"
    shutil.copytree(root / "src", source, ignore=shutil.ignore_patterns("__pycache__"))
    init = source / "unitdeck" / "__init__.py"
    init.write_text(init.read_text("utf-8").replace('__version__ = "', '__version__ = "9.'), "utf-8")
    folder = make_session(tmp_path / "s", NAMES[:2])
    with running(tmp_path / "c", 1, source) as cluster, pytest.raises(BuildError) as refused:
        build(folder, dask(cluster))
    (fault,) = refused.value.diagnostics
    assert (fault.code, fault.data["found"]) == ("UD762", "unitdeck 9.0.1.0")


def test_no_scheduler_and_no_worker(tmp_path: Path) -> None:
    folder = make_session(tmp_path / "s", NAMES[:2])
    with running(tmp_path / "c", 0) as cluster, pytest.raises(BuildError) as nobody:
        build(folder, dask(cluster))
    assert [each.code for each in nobody.value.diagnostics] == ["UD765"]
    with pytest.raises(BuildError) as nothing:
        build(folder, dask(cluster))  # ended by now
    assert [each.code for each in nothing.value.diagnostics] == ["UD761"]
    assert not (folder / "out").exists()


@pytest.mark.parametrize("all_of_it", [True, False], ids=["all of it", "its only worker"])
def test_a_cluster_that_goes_away_keeps_what_is_built(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, all_of_it: bool
) -> None:
    monkeypatch.setattr("unitdeck.session.building.cluster._PATIENCE_SECONDS", 2)
    folder = make_session(tmp_path / "s", NAMES[:8])
    with running(tmp_path / "c", 1, watched=False) as cluster:
        count = iter(range(8))

        def end_it(_: Result) -> None:
            if next(count) == 2:
                for process in (*cluster.workers, *([cluster.scheduler] if all_of_it else [])):
                    process.kill()

        with pytest.raises(BuildError) as gone:
            build(folder, dask(cluster), end_it)
    assert [each.code for each in gone.value.diagnostics] == ["UD765"]
    rest = build(folder, Executor("serial"))
    assert [result.fresh for result in rest.results][:3] == [False] * 3
    assert codes(rest) == {}
