"""``unitdeck session status``: how each unit stands, as an organiser reads it."""

from __future__ import annotations

import json
from collections.abc import Callable
from datetime import date, timedelta
from pathlib import Path

from support.sessions import BAD, UNIT, make_session
from unitdeck.cli.report import width
from unitdeck.cli.session_status import table
from unitdeck.session.founding.starter import is_blank, starter

ORDER = "会议名称: 第一期\n汇报顺序: [发改局, 审计局, 财政局]\n分组: {综合: [财政局]}\n"


def states(command: Callable, folder: Path) -> dict[str, tuple[str, str]]:
    shown = command("session", "status", folder, "--json")
    return {each["unit"]: (each["state"], each["deck_state"]) for each in json.loads(shown.out)}


def test_a_table_in_running_order(command: Callable, tmp_path: Path) -> None:
    folder = make_session(tmp_path / "s", session=ORDER)
    bad = folder / "units" / "01-财政局.yaml"
    bad.write_text(bad.read_text("utf-8").replace("34096", "许多"), "utf-8")
    shown = command("session", "status", folder)
    rows = [line.split() for line in shown.out.splitlines()]
    assert shown.code == 1
    assert rows[0] == ["序", "单位", "组别", "提纲", "状态", "警告", "PPT", "第一处错误"]
    assert rows[1] == ["1", "发改局", "市直", "02-发改局.yaml", "已报", "1", "—"]
    assert rows[2] == ["2", "审计局", "缺", "—"]
    assert rows[3][:9] == ["3", "财政局", "综合", "01-财政局.yaml", "有错", "1", "—", "7:9", "UD204"]
    assert rows[4][:2] == ["4", "交通局"]
    assert shown.err == "4 个单位：2 个已报，0 个未填，1 个有错，1 个缺；0 份 PPT 最新\n"


def test_columns_stand_under_each_other_on_a_terminal(command: Callable, tmp_path: Path) -> None:
    folder = make_session(tmp_path / "s", ["甲", "城郊街道办事处", "Bureau of roads"])
    lines = command("session", "status", folder).out.splitlines()
    starts = {width(line[: line.index("市直")]) for line in lines[1:]}
    assert len(starts) == 1
    assert width(lines[0][: lines[0].index("组别")]) in starts


def test_blank_columns_vanish() -> None:
    assert table([("a", "b", "c"), ("1", "", "x"), ("22", "", "y")]) == "a   c\n1   x\n22  y"


def test_decks_are_up_to_date_until_something_changes(command: Callable, tmp_path: Path) -> None:
    folder = make_session(tmp_path / "s")
    assert set(states(command, folder).values()) == {("filed", "none")}
    command("session", "build", folder)
    assert command("session", "status", folder).code == 0
    assert set(states(command, folder).values()) == {("filed", "current")}
    data = folder / "data" / "revenue.csv"
    data.write_text(data.read_text("utf-8") + "3月,25000,24000\n", "utf-8")
    assert states(command, folder) == {
        "财政局": ("filed", "outdated"),
        "发改局": ("filed", "current"),
        "交通局": ("filed", "current"),
    }


def test_a_deck_that_was_built_alone_is_judged_by_its_bytes(command: Callable, tmp_path: Path) -> None:
    folder = make_session(tmp_path / "s")
    command("build", folder / "units" / "01-财政局.yaml", folder / "units" / "02-发改局.yaml")
    (folder / "out" / "03-交通局.pptx").write_bytes(b"made by hand")
    outline = folder / "units" / "02-发改局.yaml"
    outline.write_text(outline.read_text("utf-8").replace("34096", "34097"), "utf-8")
    assert states(command, folder) == {
        "财政局": ("filed", "current"),
        "发改局": ("filed", "outdated"),
        "交通局": ("filed", "outdated"),
    }


def test_every_bad_outline_is_told_and_none_stops_the_table(command: Callable, tmp_path: Path) -> None:
    folder = make_session(tmp_path / "s")
    for name, (text, _) in BAD.items():
        (folder / "units" / f"{name}.yaml").write_text(text, "utf-8")
    shown = command("session", "status", folder, "--json", lang="en")
    found = {each["unit"]: each for each in json.loads(shown.out)}
    assert {name for name, each in found.items() if each["state"] == "errors"} == set(BAD)
    for name, (_, code) in BAD.items():
        assert found[name]["first_error"]["code"].startswith(code)
        assert found[name]["first_error"]["line"] >= 1
    assert "UD201" in command("session", "status", folder).out


def test_warnings_are_counted_whether_the_deck_is_built_or_not(command: Callable, tmp_path: Path) -> None:
    folder = make_session(tmp_path / "s", ["甲", "乙"])
    (folder / "units" / "02-乙.yaml").write_bytes(UNIT.format(name="乙").encode("gb18030"))

    def counts() -> list[int]:
        return [each["warnings"] for each in json.loads(command("session", "status", folder, "--json").out)]

    before = counts()
    command("session", "build", folder)
    assert before == counts()
    assert before == [0, 1]


def test_a_starter_that_nobody_filled_in_has_not_filed(command: Callable, tmp_path: Path) -> None:
    folder = make_session(tmp_path / "s", ["甲"])
    command("init", folder / "units" / "02-乙.yaml")
    shown = command("session", "status", folder)
    assert (shown.code, "未填" in shown.out) == (1, True)
    command("session", "build", folder)
    assert "未填" in command("session", "status", folder).out


def test_a_starter_is_blank_until_more_than_its_unit_is_filled_in() -> None:
    text = starter("zh")
    assert is_blank(text)
    assert is_blank(starter("en") + "\n\n")
    assert is_blank(text.replace("某某县财政局", "税务局").replace("2022-05-31", "2024-06-30"))
    assert not is_blank(text.replace("34096", "34097"))
    assert not is_blank(text.replace("示例: true", ""))


def test_a_bad_session_file_is_told(command: Callable, tmp_path: Path) -> None:
    shown = command("session", "status", make_session(tmp_path / "s", session="会议名称: [\n"))
    assert (shown.code, shown.out) == (1, "")
    assert "session.yaml:1:" in shown.err


def test_past_the_deadline_who_has_not_filed_is_late(command: Callable, tmp_path: Path) -> None:
    folder = make_session(tmp_path / "s", session=f"{ORDER}报送截止: {date.today() - timedelta(days=3)}\n")
    rows = [line.split() for line in command("session", "status", folder).out.splitlines()]
    assert rows[0] == ["序", "单位", "组别", "提纲", "状态", "逾期", "警告", "PPT"]
    assert rows[2] == ["2", "审计局", "缺", "3天", "—"]
    assert command("session", "status", folder).err.endswith("已过报送截止，1 个单位逾期\n")
    late = {each["unit"]: each["late_days"] for each in json.loads(command("session", "status", folder, "--json").out)}
    assert late == {"发改局": 0, "审计局": 3, "财政局": 0, "交通局": 0}


def test_on_the_day_itself_nobody_is_late(command: Callable, tmp_path: Path) -> None:
    folder = make_session(tmp_path / "s", session=f"{ORDER}报送截止: {date.today()}\n")
    assert "逾期" not in command("session", "status", folder).out
