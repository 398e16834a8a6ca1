"""``unitdeck session papers``: which files it writes, what it prints, its exit codes."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import openpyxl
import pytest

from support.boards import figure, session, two_sessions, unit
from unitdeck.session.papers.papers import DIGESTS, KINDS


@pytest.fixture
def whole(tmp_path: Path) -> Path:
    """A session without fault."""
    return session(tmp_path / "会议", {"甲": unit("甲", "市直", figure("x", 100, 50))})


@pytest.mark.parametrize("lang", ["zh", "en"])
def test_it_writes_into_the_sessions_out_folder(command: Callable, whole: Path, lang: str) -> None:
    shown = command("session", "papers", whole, lang=lang)
    names = [names[lang == "en"] for names in KINDS.values()]
    assert shown.code == 0
    assert sorted(f.name for f in (whole / "out" / "papers").iterdir()) == sorted([*names, DIGESTS])
    assert [line.rpartition("/")[2] for line in shown.out.splitlines()] == names


def test_only_the_papers_asked_for_where_it_is_told(command: Callable, whole: Path, tmp_path: Path) -> None:
    shown = command("session", "papers", whole, "-o", tmp_path / "文书", "--only", "host", "--only", "agenda")
    assert shown.code == 0
    assert sorted(f.name for f in (tmp_path / "文书").iterdir()) == sorted([DIGESTS, "主持词.docx", "议程.docx"])
    assert not (whole / "out").exists()
    assert command("session", "papers", whole, "--only", "speech").code == 2


def test_broken_and_missing_units_are_told_and_stop_nothing(command: Callable, tmp_path: Path) -> None:
    folder = two_sessions(tmp_path)
    shown = command("session", "papers", folder, "--output-format", "concise", lang="en")
    assert shown.code == 1
    assert "10 units, 3 without a usable outline; 0 comments" in shown.err
    assert all(code in shown.err for code in ("UD204", "UD708"))
    assert (folder / "out" / "papers" / "minutes.docx").is_file()


def test_what_was_changed_by_hand_is_left(command: Callable, whole: Path) -> None:
    command("session", "papers", whole)
    host = whole / "out" / "papers" / "主持词.docx"
    host.write_bytes(b"ours")
    shown = command("session", "papers", whole)
    assert (shown.code, host.read_bytes()) == (0, b"ours")
    assert f"{host}  手工改过，没有动它（要重写加 --force）" in shown.out
    command("session", "papers", whole, "--force")
    assert host.read_bytes() != b"ours"


def test_a_bad_record_is_told_by_its_cell(command: Callable, whole: Path) -> None:
    command("session", "papers", whole)
    record = whole / "out" / "papers" / "点评记录.xlsx"
    book = openpyxl.load_workbook(record)
    book.worksheets[0]["B4"], book.worksheets[0]["E4"] = "丁局", "抓紧"
    book.save(record)
    shown = command("session", "papers", whole)
    assert (shown.code, shown.out) == (1, "")
    assert "UD734" in shown.err
    assert "点评记录!B4" in shown.err


def test_a_record_from_elsewhere(command: Callable, whole: Path, tmp_path: Path) -> None:
    record = tmp_path / "记录.csv"
    record.write_text("单位,点评意见\n甲,抓紧\n", "utf-8")
    shown = command("session", "papers", whole, "--record", record)
    assert (shown.code, shown.err) == (0, "1 个单位，0 个没有可用的提纲；点评 1 条\n")
    assert command("session", "papers", whole, "--record", tmp_path / "nothing").code == 1


def test_no_session_there(command: Callable, tmp_path: Path) -> None:
    shown = command("session", "papers", tmp_path / "nothing")
    assert (shown.code, shown.out) == (1, "")
    assert "UD704" in shown.err


def test_a_folder_that_cannot_be_written(command: Callable, whole: Path, tmp_path: Path) -> None:
    (tmp_path / "file").write_text("", "utf-8")
    shown = command("session", "papers", whole, "-o", tmp_path / "file" / "x")
    assert shown.code == 1
    assert "UD702" in shown.err
