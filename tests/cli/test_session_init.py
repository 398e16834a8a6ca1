"""``unitdeck session init``: from an organiser's list to a session that builds."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import openpyxl
import pytest

from unitdeck.outline.load import load_outline, load_session
from unitdeck.session.founding.unit_list import ListedUnit, read_unit_list
from unitdeck.session.workspace import open_workspace


def listed(place: Path, text: str, name: str = "名单.csv", encoding: str = "utf-8") -> Path:
    file = place / name
    file.write_bytes(text.encode(encoding))
    return file


def workbook(place: Path) -> Path:
    book = openpyxl.Workbook()
    sheet = book.active
    assert sheet is not None
    for row in (
        ["2022年第一期汇报会参会单位"],
        ["序号", "单位名称", "组 别", "简称", "汇报人（职务）"],
        [1, "广水市财政局", "市直", "市财政局", "局长"],
        [2, "城郊街道办事处", "镇办", None, "书记: 主任"],
        [3, None, None, None, None],
        [4, "110指挥中心 #1", "市直", None, None],
    ):
        sheet.append(row)
    sheet.merge_cells("A1:E1")
    book.save(place / "名单.xlsx")
    return place / "名单.xlsx"


@pytest.mark.parametrize("lang", ["zh", "en"])
def test_a_workbook_becomes_a_session_that_builds(command: Callable, tmp_path: Path, lang: str) -> None:
    folder = tmp_path / "s"
    shown = command("session", "init", folder, "--units", workbook(tmp_path), lang=lang)
    assert shown.code == 0
    assert "序号" in shown.err
    files = sorted(file.name for file in (folder / "units").iterdir())
    assert files == ["01-广水市财政局.yaml", "02-城郊街道办事处.yaml", "03-110指挥中心 #1.yaml"]
    units = [load_outline(folder / "units" / file).value for file in files]
    assert [tuple(each.unit)[:4] for each in units] == [
        ("广水市财政局", "市财政局", "市直", "局长"),
        ("城郊街道办事处", "", "镇办", "书记: 主任"),
        ("110指挥中心 #1", "", "市直", ""),
    ]
    assert {each.as_of for each in units} == {None}
    session = load_session(folder / "session.yaml").value
    assert session.order == ("广水市财政局", "城郊街道办事处", "110指挥中心 #1")
    assert {group.name: group.units for group in session.groups} == {
        "市直": ("广水市财政局", "110指挥中心 #1"),
        "镇办": ("城郊街道办事处",),
    }
    assert open_workspace(folder).missing == ()
    assert command("session", "status", folder, lang=lang).code == 1
    assert command("session", "build", folder, lang=lang).code == 0
    assert command("check", folder, lang=lang).out.count("UD") == 3  # the session does not say the day of its data yet


def test_what_is_there_is_never_touched_and_new_units_are_added(command: Callable, tmp_path: Path) -> None:
    folder = tmp_path / "s"
    command("session", "init", folder, "--units", listed(tmp_path, "单位\n甲局\n乙局\n"))
    filled = folder / "units" / "01-甲局.yaml"
    filled.write_text("单位: 甲局\n职责: [做事]\n", "utf-8")
    before = (folder / "session.yaml").read_bytes()
    shown = command("session", "init", folder, "--units", listed(tmp_path, "单位\n丙局\n甲局\n乙局\n"))
    assert shown.code == 0
    assert filled.read_text("utf-8") == "单位: 甲局\n职责: [做事]\n"
    assert (folder / "session.yaml").read_bytes() == before
    assert sorted(file.name for file in (folder / "units").iterdir()) == [
        "01-丙局.yaml",
        "01-甲局.yaml",
        "02-乙局.yaml",
    ]
    assert shown.err.count("没有改动") == 3
    assert "汇报顺序里还没有：丙局" in shown.err
    assert "3 个单位：新建 1 份提纲，2 份原来就有" in shown.out


def test_a_bad_list_is_told_whole_by_its_cells_and_nothing_is_written(command: Callable, tmp_path: Path) -> None:
    file = listed(tmp_path, "单位,组别\n甲局,市直\n,市直\n甲局,镇办\n...,x\n", encoding="gb18030")
    shown = command("session", "init", tmp_path / "s", "--units", file, "--lang", "zh")
    assert shown.code == 1
    assert [code in shown.err for code in ("A3 是空的", "A4 的“甲局”和 A2 是同一个单位", "A5")] == [True] * 3
    assert "3 个错误" in shown.err
    assert not (tmp_path / "s").exists()


def test_a_list_of_lines_needs_no_heading(tmp_path: Path) -> None:
    file = listed(tmp_path, "1、甲局\n2. 乙局\n\n110指挥中心\n", "名单.txt")
    assert read_unit_list(file).units == tuple(
        ListedUnit(name=name, file_name=name) for name in ("甲局", "乙局", "110指挥中心")
    )
    assert [unit.name for unit in read_unit_list(listed(tmp_path, "单位\n甲局\n", "b.txt")).units] == ["甲局"]


def test_names_that_no_file_can_have(command: Callable, tmp_path: Path) -> None:
    names = ["../../etc/passwd", "a:b|c", "长" * 300, "是", "- 甲"]
    command("session", "init", tmp_path / "s", "--units", listed(tmp_path, "name\n" + "\n".join(names) + "\n"))
    files = sorted((tmp_path / "s" / "units").iterdir())
    assert [load_outline(file).value.unit.name for file in files] == names
    assert {file.parent for file in tmp_path.rglob("*.yaml")} == {tmp_path / "s", tmp_path / "s" / "units"}
    assert open_workspace(tmp_path / "s").missing == ()


@pytest.mark.parametrize("arguments", [[], ["--units", "没有.xlsx"]])
def test_a_list_that_is_not_given_or_not_there(command: Callable, tmp_path: Path, arguments: list[str]) -> None:
    shown = command("session", "init", tmp_path / "s", *arguments)
    assert shown.code == (1 if arguments else 2)
    assert ("UD101" if arguments else "还缺 --units") in shown.err
    assert not (tmp_path / "s").exists()
