"""``unitdeck session scoreboard``: which files it writes, what it prints, its exit codes."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from support.boards import figure, session, two_sessions, unit
from unitdeck.cli.session_scoreboard import WRITERS


@pytest.fixture
def whole(tmp_path: Path) -> Path:
    """A session without fault."""
    return session(tmp_path / "会议", {"甲": unit("甲", "市直", figure("x", 100, 50))})


def test_it_writes_into_the_sessions_out_folder(command: Callable, whole: Path) -> None:
    shown = command("session", "scoreboard", whole)
    assert (shown.code, shown.err) == (0, "")
    assert sorted(f.name for f in (whole / "out").iterdir()) == sorted(f"scoreboard{each}" for each in WRITERS)
    assert shown.out.splitlines()[0] == f"{whole / 'out' / 'scoreboard.xlsx'}  1 个单位，0 个未报送"


@pytest.mark.parametrize(
    ("given", "written"),
    [("x", [f"x/scoreboard{each}" for each in WRITERS]), *((f"y/board{e}", [f"y/board{e}"]) for e in WRITERS)],
)
def test_it_writes_where_it_is_told(
    command: Callable, whole: Path, tmp_path: Path, given: str, written: list[str]
) -> None:
    assert command("session", "scoreboard", whole, "-o", tmp_path / given).code == 0
    assert sorted(str(f.relative_to(tmp_path)) for f in (tmp_path / given[0]).rglob("*.*")) == sorted(written)
    assert not (whole / "out").exists()


def test_broken_and_missing_units_are_told_and_stop_nothing(command: Callable, tmp_path: Path) -> None:
    folder = two_sessions(tmp_path)
    shown = command("session", "scoreboard", folder, "--output-format", "concise", lang="en")
    assert shown.code == 1
    assert "7 units, 3 not filed" in shown.out
    assert all(code in shown.err for code in ("UD204", "UD708"))
    assert f"{folder / 'units' / '05-戊局.yaml'}:12:" in shown.err
    assert (folder / "out" / "scoreboard.xlsx").is_file()


def test_no_session_there(command: Callable, tmp_path: Path) -> None:
    shown = command("session", "scoreboard", tmp_path / "nothing")
    assert (shown.code, shown.out) == (1, "")
    assert "UD704" in shown.err


def test_a_broken_session_file(command: Callable, whole: Path) -> None:
    (whole / "session.yaml").write_text("不认识: 1\n", "utf-8")
    shown = command("session", "scoreboard", whole)
    assert (shown.code, shown.out) == (1, "")
    assert "UD201" in shown.err


def test_a_place_that_cannot_be_written(command: Callable, whole: Path, tmp_path: Path) -> None:
    (tmp_path / "file").write_text("", "utf-8")
    shown = command("session", "scoreboard", whole, "-o", tmp_path / "file" / "x")
    assert shown.code == 1
    assert "UD702" in shown.err


def test_slips_on_the_command_line(command: Callable) -> None:
    assert command("session", "scorebord").code == 2
    assert command("session", "scoreboard").code == 2
    assert command("session").code == 2
