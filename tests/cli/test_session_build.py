"""``unitdeck session build`` as an organiser sees it, and what is left where it is stopped or killed."""

from __future__ import annotations

import json
import os
import re
import signal
import sys
import zipfile
from collections.abc import Callable
from pathlib import Path

import pytest

from support.running import start, until_gone
from support.sessions import UNIT, make_session

ON_UNIX = pytest.mark.skipif(sys.platform == "win32", reason="signals to another process are a matter of Unix")


def test_units_are_told_in_running_order_and_summed_up(command: Callable, tmp_path: Path) -> None:
    folder = make_session(tmp_path / "s", session="会议名称: 第一期\n汇报顺序: [交通局, 财政局, 税务局]\n")
    shown = command("session", "build", folder)
    assert [Path(line.split("  ")[0]).stem for line in shown.out.splitlines()] == [
        "03-交通局",
        "01-财政局",
        "02-发改局",
        "00-第一期-全场",
    ]
    assert "session.yaml:2:18: 错误 UD708" in shown.err
    assert re.search(r"3 份已生成，0 份没有变化，0 份没有生成，1 个单位没有提纲 · \d+\.\d 秒\n$", shown.err)
    assert shown.code == 1


def test_an_unchanged_session_is_quick_and_well(command: Callable, tmp_path: Path) -> None:
    folder = make_session(tmp_path / "s")
    assert command("session", "build", folder).code == 0
    again = command("session", "build", folder)
    assert again.code == 0
    assert again.out.count("没有变化") == 4  # three units and the whole session
    assert "0 份已生成，3 份没有变化" in again.err
    assert "没有变化" not in command("session", "build", "--force", folder).out


def test_failures_are_listed_with_file_and_line(command: Callable, tmp_path: Path) -> None:
    folder = make_session(tmp_path / "s")
    assert command("session", "build", folder).code == 0
    bad = folder / "units" / "02-发改局.yaml"
    bad.write_text(bad.read_text("utf-8").replace("34096", "许多"), "utf-8")
    shown = command("session", "build", folder, "--output-format", "concise", lang="en")
    assert shown.code == 1
    assert f"{bad}:7:9: error UD20" in shown.err
    assert f"{bad}  not built: 1 errors" in shown.err
    assert f"warning UD710 {folder / 'out' / '02-发改局.pptx'} is old" in shown.err
    assert "2 built, 0 unchanged, 1 not built" in shown.err


def test_a_bad_session_file_is_told_once_and_nothing_is_built(command: Callable, tmp_path: Path) -> None:
    folder = make_session(tmp_path / "s", session="会议名称: 第一期\n抽签: 7\n汇报顺序: [财政局]\n")
    shown = command("session", "build", folder)
    assert shown.code == 1
    assert shown.err.count("UD224") == 1
    assert not (folder / "out").exists()


def test_a_pattern_that_fits_nobody_is_a_slip(command: Callable, tmp_path: Path) -> None:
    shown = command("session", "build", make_session(tmp_path / "s"), "--only", "税*")
    assert shown.code == 2
    assert "没有单位的名称合 税*；有：财政局, 发改局, 交通局" in shown.err


def test_changed_says_what_it_leaves(command: Callable, tmp_path: Path) -> None:
    folder = make_session(tmp_path / "s")
    (folder / "units" / "04-空白.yaml").write_text("", "utf-8")
    assert command("session", "build", folder, "--changed", lang="en").code == 1
    shown = command("session", "build", folder, "--changed", lang="en")
    assert (shown.code, shown.out) == (0, "")
    assert "1 of the units that have not changed have no deck" in shown.err
    assert re.search(r"\n0 built, 0 not built, 0 newly missing; 4 unchanged · \d\.\d s\n$", shown.err)
    assert command("session", "build", folder, "--changed", "--force").code == 2
    assert "--changed 和 --force 只能用一个" in command("session", "build", folder, "--changed", "--force").err


def test_serial_builds_what_processes_build(command: Callable, tmp_path: Path) -> None:
    here, there = (make_session(tmp_path / name) for name in ("here", "there"))
    assert command("session", "build", here, "--executor", "serial").code == 0
    assert command("session", "build", there, "-j", "2").code == 0
    assert [file.read_bytes() for file in sorted((here / "out").iterdir())] == [
        file.read_bytes() for file in sorted((there / "out").iterdir())
    ]


def test_slips_of_the_executor(command: Callable, tmp_path: Path) -> None:
    folder = make_session(tmp_path / "s")
    shown = command("session", "build", folder, "--executor", "dask://nowhere")
    assert (shown.code, "--executor 的值不对" in shown.err) == (2, True)
    shown = command("session", "build", folder, "--executor", "serial", "-j", "2")
    assert (shown.code, "-j 只用于 --executor process" in shown.err) == (2, True)


def test_a_cluster_without_its_libraries_or_without_a_scheduler(
    command: Callable, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    folder = make_session(tmp_path / "s")
    shown = command("session", "build", folder, "--executor", "dask://127.0.0.1:1")
    assert (shown.code, "UD761 连不上 127.0.0.1:1 的 dask 调度器" in shown.err) == (1, True)
    monkeypatch.setitem(sys.modules, "distributed", None)
    monkeypatch.delitem(sys.modules, "unitdeck.session.building.cluster")
    shown = command("session", "build", folder, "--executor", "dask://127.0.0.1:1", lang="en")
    assert (shown.code, "UD760 building on a dask cluster needs distributed" in shown.err) == (1, True)
    assert not (folder / "out").exists()
    assert command("session", "build", folder).code == 0


@pytest.mark.parametrize("name", ["empty", "absent"])
def test_a_folder_without_units(command: Callable, tmp_path: Path, name: str) -> None:
    (tmp_path / "empty").mkdir()
    shown = command("session", "build", tmp_path / name)
    assert (shown.code, "UD704" in shown.err) == (1, True)


def test_warnings_are_counted_and_where_to_read_them_is_said(command: Callable, tmp_path: Path) -> None:
    folder = make_session(tmp_path / "s")
    (folder / "units" / "02-发改局.yaml").write_bytes(UNIT.format(name="发改局").encode("gb18030"))
    for _ in range(2):
        shown = command("session", "build", folder)
        assert shown.code == 0
        assert re.search(rf"共 \d+ 个警告，逐条列出用：unitdeck check {re.escape(str(folder))}", shown.err)


def whole(folder: Path) -> int:
    """Return how many decks there are, each of them whole, and nothing else but the manifest."""
    decks = sorted((folder / "out").glob("*.pptx"))
    assert not {file.name for file in (folder / "out").iterdir()} - {deck.name for deck in decks} - {"manifest.json"}
    for deck in decks:
        with zipfile.ZipFile(deck) as package:
            assert package.testzip() is None
            assert "ppt/presentation.xml" in package.namelist()
    return len(decks)


@ON_UNIX
@pytest.mark.parametrize("to_all", [True, False], ids=["as the terminal does", "to the program alone"])
def test_ctrl_c_ends_with_130_and_no_half_file(command: Callable, tmp_path: Path, to_all: bool) -> None:
    names = [f"单位{n}" for n in range(24)]
    folder = make_session(tmp_path / "s", names)
    build = start(folder, "-j", "2")
    assert build.stdout
    assert ".pptx" in build.stdout.readline()
    (os.killpg if to_all else os.kill)(build.pid, signal.SIGINT)
    _, err = build.communicate(timeout=30)
    assert build.returncode == 130, err
    assert "已停止" in err
    assert "Traceback" not in err
    until_gone(build.pid)
    begun = whole(folder)
    assert 1 <= begun < 24
    assert len(json.loads((folder / "out" / "manifest.json").read_text("utf-8"))["built"]) >= 1
    rest = command("session", "build", folder)
    assert rest.code == 0
    assert whole(folder) == 25  # and the whole session
    assert "没有变化" in rest.out
