import json
import re
from collections.abc import Callable
from pathlib import Path

import pytest

from unitdeck.cli import build as build_command


def test_a_deck_is_told_in_a_line_on_stdout(command: Callable, good: Path) -> None:
    shown = command("build", good)
    assert shown.code == 0
    deck = good.with_suffix(".pptx")
    assert deck.is_file()
    assert re.fullmatch(rf"{re.escape(str(deck))}  \d+ 页 · \d+ 张图表 · 0 个警告 · \d\.\d\d 秒\n", shown.out)
    assert shown.err == ""


def test_one_bad_outline_never_stops_the_rest(command: Callable, good: Path, bad: Path) -> None:
    shown = command("build", bad, good)
    assert shown.code == 1
    assert good.with_suffix(".pptx").is_file()
    assert not bad.with_suffix(".pptx").exists()
    assert f"{bad}:5:" in shown.err
    assert "没有生成：1 个错误" in shown.err
    assert shown.err.endswith("1 份已生成，1 份没有生成\n")


def test_a_fault_of_the_program_stays_with_its_outline(
    command: Callable, good: Path, bad: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    whole = build_command.build_deck

    def failing(outline: Path, **settings: object) -> object:
        if outline == bad:
            raise ZeroDivisionError("by zero")
        return whole(outline, **settings)

    monkeypatch.setattr(build_command, "build_deck", failing)
    shown = command("build", bad, good)
    assert shown.code == 1
    assert "UD703" in shown.err
    assert "ZeroDivisionError：by zero" in shown.err
    assert "Traceback" not in shown.err
    assert good.with_suffix(".pptx").is_file()


def test_json_tells_everything_on_stdout(command: Callable, good: Path, bad: Path) -> None:
    shown = command("build", "--json", good, bad)
    assert shown.code == 1
    assert shown.err == ""
    first, second = json.loads(shown.out)
    assert set(first) == {"outline", "path", "pages", "charts", "seconds", "warnings", "errors"}
    assert first["path"] == str(good.with_suffix(".pptx"))
    assert first["pages"] >= 4
    assert first["errors"] == []
    assert second["path"] is None
    assert [error["line"] for error in second["errors"]] == [5]


def test_a_missing_file_is_a_finding(command: Callable, tmp_path: Path) -> None:
    shown = command("build", tmp_path / "没有.yaml")
    assert shown.code == 1
    assert "UD101" in shown.err


def test_strict_writes_nothing_at_a_warning(command: Callable, good: Path) -> None:
    good.write_bytes(good.read_text("utf-8").encode("gb18030"))
    shown = command("build", "--strict", good)
    assert shown.code == 1
    assert "UD105" in shown.err
    assert "没有生成：有 1 个警告（--strict）" in shown.err
    assert not good.with_suffix(".pptx").exists()


def test_a_folder_of_several_goes_into_the_folder_named(command: Callable, good: Path, tmp_path: Path) -> None:
    (tmp_path / "乙.yaml").write_text(good.read_text("utf-8"), "utf-8")
    assert command("build", tmp_path, "-o", tmp_path / "新").code == 0
    assert sorted(deck.name for deck in (tmp_path / "新").iterdir()) == sorted(["乙.pptx", "好.pptx"])


def test_several_outlines_cannot_go_into_one_file(command: Callable, good: Path, bad: Path) -> None:
    shown = command("build", good, bad, "-o", "一份.pptx")
    assert shown.code == 2
    assert "有 2 份提纲，-o 请给文件夹" in shown.err


def test_two_outlines_of_one_name_do_not_overwrite_each_other(command: Callable, good: Path, tmp_path: Path) -> None:
    other = tmp_path / "另" / good.name
    other.parent.mkdir()
    other.write_text(good.read_text("utf-8"), "utf-8")
    shown = command("build", good, other, "-o", tmp_path / "新")
    assert shown.code == 1
    assert "UD706" in shown.err


def test_an_empty_folder_is_told(command: Callable, tmp_path: Path) -> None:
    (tmp_path / "空").mkdir()
    shown = command("build", tmp_path / "空")
    assert shown.code == 1
    assert "UD704" in shown.err


def test_a_fault_of_the_session_is_told_once(command: Callable, good: Path, tmp_path: Path) -> None:
    (tmp_path / "乙.yaml").write_text(good.read_text("utf-8"), "utf-8")
    (tmp_path / "session.yaml").write_text("会议名字: 第一期\n", "utf-8")
    shown = command("build", tmp_path, "--output-format", "concise")
    assert shown.code == 1
    assert shown.err.count("session.yaml:1:1") == 1


def test_english(command: Callable, good: Path) -> None:
    shown = command("build", good, lang="en")
    assert re.search(r"\d+ pages · \d+ charts · 0 warnings", shown.out)
