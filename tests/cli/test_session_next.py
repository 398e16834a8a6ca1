"""``unitdeck session next``: what it writes and what it tells."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import openpyxl

from support.boards import figure, session, unit
from unitdeck.outline.load import load_outline


def first(folder: Path, second: str | None = None) -> Path:
    measure = {
        "problem": "收入慢",
        "action": "会商" * 30,
        "owner": "税政股",
        "due": "2022-06-30",
    }
    measure["status"] = "under_way"
    step = {"title": "走访", "goal": "50户", "due": "2022-12-31"}
    units = {
        "01-甲局": unit("甲局", "市直", figure("收入", 100, 45), measures=[measure], next_steps=[step]),
        "02-乙局": second or unit("乙局", "市直", figure("支出", 100, 45)),
    }
    return session(folder, units, number=1)


def test_files_promises_and_the_next_thing_to_do(command: Callable, tmp_path: Path) -> None:
    days = ("--date", "2022-08-15", "--as-of", "2022-07-31")
    shown = command("session", "next", tmp_path / "b", "--from", first(tmp_path / "a"), *days)
    assert (shown.code, shown.err) == (0, "")
    lines = shown.out.splitlines()
    files = ("session.yaml", "units/01-甲局.yaml", "units/02-乙局.yaml")
    assert lines[:3] == [f"已写好：{tmp_path / 'b' / name}" for name in files]
    assert lines[4].split() == ["单位", "承诺", "责任", "时限", "状态"]
    assert lines[5].split() == ["甲局", "会商" * 10 + "会…", "税政股", "2022年6月30日", "推进中，已到期"]
    assert lines[6].split() == ["甲局", "走访：50户", "2022年12月31日", "未到期"]
    assert lines[8] == "2 个单位，2 项承诺"
    assert lines[9].endswith(f"unitdeck session status {tmp_path / 'b'}")


def test_a_unit_that_cannot_be_carried_is_told_with_its_line(command: Callable, tmp_path: Path) -> None:
    shown = command(
        "session", "next", tmp_path / "b", "--from", first(tmp_path / "a", "[[["), "--output-format", "concise"
    )
    assert shown.code == 1
    assert "02-乙局.yaml:1:" in shown.err
    assert "乙局：上期提纲没有、没有填或读不了，给的是空白提纲" in shown.err
    assert load_outline(tmp_path / "b" / "units" / "02-乙局.yaml").value.unit.name == "乙局"


def test_the_record_of_comments_comes_back_as_what_is_to_be_answered(command: Callable, tmp_path: Path) -> None:
    record = tmp_path / "点评.csv"
    rows = ("单位,点评人身份,点评意见,交办任务,责任,时限", "甲局,市领导,底数不清,建台账,税政股,2022-07-15")
    record.write_text("\n".join(rows), "utf-8")
    old = first(tmp_path / "a")
    assert command("session", "next", tmp_path / "b", "--from", old, "--record", record).code == 0
    row = load_outline(tmp_path / "b" / "units" / "01-甲局.yaml").value.last_review[0]
    assert (row.comment, row.by, row.promise, row.owner) == ("底数不清", "市领导", "建台账", "税政股")
    record.write_text("单位,点评意见\n丁局,底数不清\n", "utf-8")
    refused = command("session", "next", tmp_path / "c", "--from", old, "--record", record)
    assert refused.code == 1
    assert "UD734" in refused.err
    assert not (tmp_path / "c").exists()


def test_slips_of_the_command_line(command: Callable, tmp_path: Path) -> None:
    old = first(tmp_path / "a")
    assert command("session", "next", tmp_path / "b").code == 2
    assert command("session", "next", tmp_path / "b", "--from", old, "--date", "2022-02-30").code == 2
    assert command("session", "next", tmp_path / "b", "--from", old, "--as-of", "汛期").code == 2
    assert command("session", "next", tmp_path / "b", "--from", tmp_path / "none").code == 1
    assert not (tmp_path / "b").exists()


def test_a_carried_outline_is_valid_and_not_filled_in(command: Callable, tmp_path: Path) -> None:
    command("session", "next", tmp_path / "b", "--from", first(tmp_path / "a"), "--as-of", "2022-07-31")
    checked = command("check", tmp_path / "b", "--output-format", "concise")
    assert checked.code == 0
    codes = [line.split()[2] for line in checked.out.splitlines() if "UD" in line]
    assert codes == ["UD740", "UD742", "UD740"]
    status = command("session", "status", tmp_path / "b")
    assert [line.split()[4] for line in status.out.splitlines()[1:]] == ["未填", "未填"]
    file = tmp_path / "b" / "units" / "02-乙局.yaml"
    file.write_text(file.read_text("utf-8").replace("完成:", "完成: 58"), "utf-8")
    status = command("session", "status", tmp_path / "b")
    assert [line.split()[4] for line in status.out.splitlines()[1:]] == ["未填", "已报"]


def typed(book: Path, row: str, **cells: str) -> None:
    """Type into the row of a workbook that holds a text, under the headings named."""
    workbook = openpyxl.load_workbook(book)
    sheet = next(sheet for sheet in workbook.worksheets if any(cell.value == row for line in sheet for cell in line))
    headings = next(line for line in sheet.iter_rows() if set(cells) <= {cell.value for cell in line})
    columns = {cell.value: cell.column for cell in headings}
    at = next(cell.row for line in sheet.iter_rows() for cell in line if cell.value == row)
    for heading, text in cells.items():
        sheet.cell(at, columns[heading]).value = text
    workbook.save(book)


def test_papers_that_were_filled_in_are_found_where_they_were_written(command: Callable, tmp_path: Path) -> None:
    old = first(tmp_path / "a")
    command("session", "papers", old)
    papers = old / "out" / "papers"
    command("session", "next", tmp_path / "b", "--from", old)
    before = load_outline(tmp_path / "b" / "units" / "01-甲局.yaml").value.last_review
    assert [row.comment for row in before] == ["收入慢", "走访"]
    typed(papers / "督办台账.xlsx", "收入慢", 状态="已销号", 佐证="台账", 核查人="督查室")
    typed(papers / "点评记录.xlsx", "甲局", 点评意见="底数不清", 交办任务="建台账")
    shown = command("session", "next", tmp_path / "c", "--from", old)
    assert shown.code == 0, shown.err
    after = load_outline(tmp_path / "c" / "units" / "01-甲局.yaml").value.last_review
    assert [(row.comment, row.promise) for row in after] == [("底数不清", "建台账"), ("走访", "50户")]
