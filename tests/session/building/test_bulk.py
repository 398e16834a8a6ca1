"""Building a whole session: the same bytes in any number of processes, only what changed, and nothing lost."""

from __future__ import annotations

import json
import multiprocessing
import os
import pickle
import re
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest
from PIL import Image

from support.sessions import BAD, UNIT, make_session
from unitdeck.build import build_deck
from unitdeck.session.building.bulk import Report, Settings, build_session
from unitdeck.session.building.executor import Executor, build_all, executor_from
from unitdeck.session.building.manifest import read_manifest
from unitdeck.session.building.processes import processes_for
from unitdeck.session.building.worker import Job, sent
from unitdeck.session.workspace import open_workspace

WHOLE = "00-第一期汇报会-全场.pptx"


def build(folder: Path, processes: int = 0, **settings: object) -> Report:
    way = Executor(processes=processes)
    return build_session(open_workspace(folder), Settings("zh", way, **settings), lambda *_: None)  # type: ignore[arg-type]


def fresh(report: Report) -> list[str]:
    return [result.unit.name for result in report.results if result.fresh]


def contents(folder: Path) -> dict[str, bytes]:
    return {file.name: file.read_bytes() for file in sorted((folder / "out").iterdir())}


def test_any_number_of_processes_gives_what_build_gives(tmp_path: Path) -> None:
    one, two, plain = (make_session(tmp_path / name) for name in ("one", "two", "plain"))
    build(one, processes=1)
    build(two, processes=2)
    decks = contents(one)
    assert decks == contents(two)
    for outline in sorted((plain / "units").iterdir()):
        built = build_deck(outline)
        assert decks[built.path.name] == built.path.read_bytes()
    assert set(decks) == {"01-财政局.pptx", "02-发改局.pptx", "03-交通局.pptx", WHOLE, "manifest.json"}


@pytest.mark.parametrize(
    ("text", "way"),
    [
        ("process", Executor("process")),
        ("serial", Executor("serial")),
        ("dask://192.168.1.9:8786", Executor("dask", address="192.168.1.9:8786")),
        ("dask://[::1]:8786", Executor("dask", address="[::1]:8786")),
        *((slip, None) for slip in ("", "dask", "dask://", "dask://h", "dask://h:", "dask://:1", "dask://h:70000")),
        *((slip, None) for slip in ("serial://", "process://h:1", "ray", "threads", "DASK://h:1", "dask://h:0x1")),
    ],
)
def test_how_an_executor_is_written(text: str, way: Executor | None) -> None:
    if way:
        assert executor_from(text) == way
    else:
        with pytest.raises(ValueError, match=re.escape(text) or None):
            executor_from(text)


def test_what_is_sent_with_a_job_does_not_grow_with_the_session(tmp_path: Path) -> None:
    def weight(count: int) -> int:
        names = [f"单位{n:04}" for n in range(count)]
        order = f"会议名称: 第一期\n汇报顺序: [{', '.join(names)}]\n分组: {{市直: [{', '.join(names)}]}}\n"
        folder = make_session(tmp_path / f"{count:04}", names, session=order)
        return len(pickle.dumps(jobs(folder)[0]))

    assert weight(4) == weight(400)


def test_what_has_not_changed_is_left_alone(tmp_path: Path) -> None:
    folder = make_session(tmp_path / "s")
    first = build(folder)
    before = {file: file.stat().st_mtime_ns for file in (folder / "out").glob("*.pptx")}
    again = build(folder)
    assert (fresh(first), fresh(again)) == (["财政局", "发改局", "交通局"], [])
    assert [r.record for r in again.results] == [r.record for r in first.results]
    assert before == {file: file.stat().st_mtime_ns for file in before}
    assert fresh(build(folder, force=True)) == ["财政局", "发改局", "交通局"]


def edit(path: str, old: str, new: str) -> Callable[[Path], None]:
    def change(folder: Path) -> None:
        file = folder / path
        file.write_text(file.read_text("utf-8").replace(old, new), "utf-8")

    return change


def new_photo(folder: Path) -> None:
    Image.linear_gradient("L").resize((1300, 800)).save(folder / "photos" / "hall.png")


def own_template(folder: Path) -> None:
    shutil.copytree(Path("templates/report"), folder / "templates" / "report")
    edit("templates/report/template.yaml", "version:", "# ours\nversion:")(folder)


def lost_deck(folder: Path) -> None:
    (folder / "out" / "02-发改局.pptx").unlink()


def damaged_deck(folder: Path) -> None:
    file = folder / "out" / "02-发改局.pptx"
    file.write_bytes(file.read_bytes()[:1000])


def no_manifest(folder: Path) -> None:
    (folder / "out" / "manifest.json").write_text('{"format": 1, "built": [{"outline": 7}]}', "utf-8")


def no_session(folder: Path) -> None:
    (folder / "session.yaml").unlink()


ALL = ["财政局", "发改局", "交通局"]


@pytest.mark.parametrize(
    ("change", "expected"),
    [
        (edit("units/02-发改局.yaml", "34096", "34097"), ["发改局"]),
        (edit("data/revenue.csv", "28000", "28001"), ["财政局"]),
        (new_photo, ["财政局"]),
        (edit("session.yaml", "第一期", "第二期"), ALL),
        (no_session, ALL),
        (own_template, ALL),
        (edit("out/manifest.json", '"program": "', '"program": "0.'), ALL),
        (lost_deck, ["发改局"]),
        (damaged_deck, ["发改局"]),
        (no_manifest, ALL),
        (lambda folder: (folder / "data" / "other.csv").write_text("x", "utf-8"), []),
    ],
    ids=[
        "outline",
        "data",
        "photo",
        "session",
        "no session",
        "template",
        "version",
        "lost",
        "damaged",
        "manifest",
        "no",
    ],
)
def test_a_change_builds_what_draws_on_it(
    tmp_path: Path, change: Callable[[Path], None], expected: list[str], root: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(root)
    folder = make_session(tmp_path / "s")
    build(folder)
    change(folder)
    report = build(folder)
    assert fresh(report) == expected
    assert all(result.record is not None for result in report.results)
    assert fresh(build(folder)) == []


def test_bad_outlines_never_stop_the_rest(tmp_path: Path) -> None:
    folder = make_session(tmp_path / "s")
    for name, (text, _) in BAD.items():
        (folder / "units" / f"{name}.yaml").write_text(text, "utf-8")
    report = build(folder, processes=2)
    failed = {result.unit.name: result.diagnostics for result in report.results if result.record is None}
    assert set(failed) == set(BAD)
    for name, (_, code) in BAD.items():
        assert failed[name][0].code.startswith(code), name
        assert failed[name][0].span is not None
    decks = {file.name for file in (folder / "out").glob("*.pptx")}
    assert decks == {WHOLE, *(f"0{n}-{u}.pptx" for n, u in enumerate(ALL, 1))}
    manifest = json.loads((folder / "out" / "manifest.json").read_text("utf-8"))
    assert [each["outline"] for each in manifest["failed"]] == sorted(f"units/{name}.yaml" for name in BAD)


def test_decks_of_broken_and_deleted_outlines_are_told_until_they_are_gone(tmp_path: Path) -> None:
    folder = make_session(tmp_path / "s")
    build(folder)
    (folder / "units" / "03-交通局.yaml").unlink()
    edit("units/02-发改局.yaml", "34096", "许多")(folder)
    for _ in range(2):
        report = build(folder)
        assert [(d.code, Path(str(d.data["path"])).name) for d in report.stale] == [
            ("UD710", "02-发改局.pptx"),
            ("UD711", "03-交通局.pptx"),
        ]
        assert (folder / "out" / "03-交通局.pptx").is_file()
    (folder / "out" / "03-交通局.pptx").unlink()
    edit("units/02-发改局.yaml", "许多", "34096")(folder)
    assert build(folder).stale == ()


def test_a_pattern_builds_some_and_keeps_the_records_of_the_others(tmp_path: Path) -> None:
    folder = make_session(tmp_path / "s")
    build(folder)
    edit("units/01-财政局.yaml", "34096", "34097")(folder)
    edit("units/02-发改局.yaml", "34096", "34097")(folder)
    report = build(folder, only="发*")
    assert [result.unit.name for result in report.results] == ["发改局"]
    assert [record.unit for record in read_manifest(folder / "out").built] == ALL
    assert fresh(build(folder)) == ["财政局"]


def test_changed_means_what_is_not_as_it_was_at_the_last_build(tmp_path: Path) -> None:
    order = "会议名称: 第一期\n汇报顺序: [审计局, 财政局]\n"
    folder = make_session(tmp_path / "s", session=order)
    edit("units/02-发改局.yaml", "34096", "许多")(folder)
    edit("units/03-交通局.yaml", "职责:", "图片:\n  - {文件: photos/new.png, 说明: 路}\n职责:")(folder)

    def changed() -> tuple[list[str], list[str], list[str], int, int]:
        report = build(folder, changed=True)
        built = [result.unit.name for result in report.results if result.record]
        failed = [result.unit.name for result in report.results if not result.record]
        return built, failed, [str(each.data["name"]) for each in report.missing], report.left, report.broken

    assert changed() == (["财政局"], ["发改局", "交通局"], ["审计局"], 0, 0)
    # The photo that is not there may come without a change of the outline: tried each time.
    assert changed() == ([], ["交通局"], [], 3, 2)
    shutil.copy(folder / "photos" / "hall.png", folder / "photos" / "new.png")
    assert changed() == (["交通局"], [], [], 3, 2)
    assert changed() == ([], [], [], 4, 2)
    edit("units/02-发改局.yaml", "许多", "更多")(folder)
    assert changed() == ([], ["发改局"], [], 3, 1)
    edit("units/02-发改局.yaml", "更多", "34096")(folder)
    edit("data/revenue.csv", "28000", "28001")(folder)
    assert changed() == (["财政局", "发改局"], [], [], 2, 1)
    assert [len(build(folder).results), build(folder).missing[0].code] == [3, "UD708"]
    edit("session.yaml", "第一期", "第二期")(folder)
    assert changed() == (ALL, [], [], 1, 1)


def test_changed_tells_an_old_deck_once(tmp_path: Path) -> None:
    folder = make_session(tmp_path / "s")
    build(folder)
    (folder / "units" / "03-交通局.yaml").unlink()
    assert [[each.code for each in build(folder, changed=True).stale] for _ in range(2)] == [["UD711"], []]
    assert [each.code for each in build(folder).stale] == ["UD711"]


def test_strict_builds_nothing_that_has_warnings(tmp_path: Path) -> None:
    folder = make_session(tmp_path / "s", ["甲", "乙"])
    (folder / "units" / "02-乙.yaml").write_bytes(UNIT.format(name="乙").encode("gb18030"))
    assert all(result.record for result in build(folder).results)
    report = build(folder, strict=True)
    assert report.results[1].record is None
    assert report.results[1].diagnostics[0].code == "UD105"


def test_two_outlines_of_one_deck(tmp_path: Path) -> None:
    folder = make_session(tmp_path / "s", ["甲"])
    shutil.copy(folder / "units" / "01-甲.yaml", folder / "units" / "01-甲.yml")
    report = build(folder)
    assert [bool(result.record) for result in report.results] == [True, False]
    assert report.results[1].diagnostics[0].code == "UD706"
    assert report.stale == ()


def test_what_a_killed_build_left_is_cleared_away(tmp_path: Path) -> None:
    folder = make_session(tmp_path / "s")
    (folder / "out").mkdir()
    old, new = (folder / "out" / f".unitdeck-{name}.tmp" for name in ("old", "new"))
    old.write_bytes(b"half")
    new.write_bytes(b"another build's")
    os.utime(old, (0, 0))
    build(folder)
    assert (old.exists(), new.exists()) == (False, True)


TWO = Executor(processes=2)


class Deadly:
    """What ends the process that unpickles it, as the system does where memory runs out."""

    def __reduce__(self) -> object:
        return os._exit, (9,)


def jobs(folder: Path) -> list[Job]:
    workspace = open_workspace(folder)
    home = sent(workspace)
    return [
        Job(unit, unit.outline, folder / "out" / f"{unit.name}.pptx", home, "zh", strict=False)
        for unit in workspace.units
        if unit.outline
    ]


def test_a_process_that_dies_fails_its_own_unit_alone(tmp_path: Path) -> None:
    todo = jobs(make_session(tmp_path / "s"))
    todo[1] = todo[1]._replace(outline=Deadly())  # type: ignore[arg-type]
    results = list(build_all(todo, TWO))
    assert [(result.unit.name, bool(result.record)) for result in results] == [
        ("财政局", True),
        ("发改局", False),
        ("交通局", True),
    ]
    assert [each.code for each in results[1].diagnostics] == ["UD712"]


def test_ending_early_leaves_no_process(tmp_path: Path) -> None:
    made = build_all(jobs(make_session(tmp_path / "s", [f"单位{n}" for n in range(6)])), TWO)
    assert next(made).record
    made.close()
    assert multiprocessing.active_children() == []
    assert not list((tmp_path / "s" / "out").glob("*.tmp"))


def test_a_few_units_need_one_process() -> None:
    assert [processes_for(jobs) for jobs in (0, 1, 7, 15)] == [1, 1, 1, 1]
    assert 1 <= processes_for(10_000) <= (os.cpu_count() or 1)
