from __future__ import annotations

import datetime
from pathlib import Path
from typing import Any

import openpyxl
import pytest

from support.boards import EVIL, figure, session, unit
from support.calc import compared, computed, need_calc
from support.office import FORMATS, faults
from unitdeck.base.diagnostics import BuildError
from unitdeck.outline.model import When
from unitdeck.session.papers.ledger import Task, standing, tasks
from unitdeck.session.papers.ledger_record import Line, kept, read_ledger
from unitdeck.session.papers.ledger_sheet import Ledger, ledger_sheet
from unitdeck.session.papers.papers import gather

AS_OF = datetime.date(2022, 5, 31)
TASK = Task("01-01", "measure", 1, "问题", "举措", "责任人", None, "under_way", "", "", "a.yaml:3")
PAST, LATER = (When(f"{day}", day, "day") for day in (datetime.date(2022, 5, 1), datetime.date(2022, 9, 30)))
FILES = ("甲", "乙")


def closed(**fields: str) -> Task:
    return TASK._replace(status="closed", due=PAST, **fields)


# What is typed, where it stands, and what is amiss.
CASES: tuple[tuple[Task, str, str], ...] = (
    (TASK._replace(due=LATER), "推进中", ""),
    (TASK._replace(due=LATER, status="new"), "新增", ""),
    (TASK._replace(due=PAST), "逾期", "逾期30天"),
    (TASK._replace(due=PAST, status="new"), "逾期", "逾期30天"),
    (TASK._replace(due=When("2022-05", AS_OF, "month")), "推进中", ""),
    (TASK._replace(due=PAST, status="to_verify"), "待核", ""),
    (TASK._replace(status="overdue"), "逾期", "时限未定"),
    (TASK._replace(due=When("尽快", None, "text")), "推进中", "时限未定"),
    (TASK._replace(due=LATER, action=" "), "推进中", "缺举措"),
    (closed(), "待核", "缺佐证、核查人"),
    (closed(evidence="验收单"), "待核", "缺核查人"),
    (closed(checker="督查室"), "待核", "缺佐证"),
    (closed(evidence=" ", checker="督查室"), "待核", "缺佐证"),
    (closed(evidence="验收单", checker="督查室"), "已销号", ""),
)
LEDGER = Ledger(
    title="第一期",
    units=(("甲", "市直"), (EVIL[0], "")),
    tasks=(*(case[0] for case in CASES), TASK._replace(unit=2, problem=EVIL[1], action="=1+1", source="@x")),
    as_of=AS_OF,
    year=2022,
)


def written(folder: Path, lang: Any = "zh", ledger: Ledger = LEDGER) -> Path:
    file = folder / "ledger.xlsx"
    file.write_bytes(ledger_sheet(ledger, lang))
    return file


def rows(file: Path, *, data_only: bool = True) -> list[dict[str, Any]]:
    sheet = openpyxl.load_workbook(file, data_only=data_only).worksheets[0]
    heads = [cell.value for cell in sheet[3]]
    return [dict(zip(heads, row, strict=True)) for row in sheet.iter_rows(min_row=4, values_only=True)]


@pytest.mark.parametrize(("task", "word", "hint"), CASES)
def test_where_a_task_stands(task: Task, word: str, hint: str) -> None:
    words = {"new": "新增", "under_way": "推进中", "to_verify": "待核", "closed": "已销号", "overdue": "逾期"}
    assert words[standing(task, AS_OF)] == word


def test_without_a_data_date_nothing_is_overdue() -> None:
    assert standing(TASK._replace(due=PAST), None) == "under_way"


def test_the_sheet_says_where_each_stands_and_what_is_amiss(tmp_path: Path) -> None:
    found = rows(written(tmp_path))
    assert [(row["台账状态"], row["提示"] or "") for row in found[: len(CASES)]] == [case[1:] for case in CASES]
    assert found[0]["时限"] == datetime.datetime(2022, 9, 30)
    assert found[7]["时限"] == "尽快"


@pytest.mark.parametrize("lang", ["zh", "en"])
@pytest.mark.parametrize("which", ["own", "no date", "no tasks"])
def test_calc_computes_the_values_that_were_written(tmp_path: Path, lang: str, which: str) -> None:
    need_calc()
    empty = LEDGER._replace(tasks=())
    ledger = {"own": LEDGER, "no date": LEDGER._replace(as_of=None), "no tasks": empty}[which]
    file = written(tmp_path, lang, ledger)
    assert compared(file, tmp_path) == {"own": 131, "no date": 131, "no tasks": 101}[which]


def test_calc_follows_what_is_typed(tmp_path: Path) -> None:
    need_calc()
    file = written(tmp_path)
    book = openpyxl.load_workbook(file)
    sheet = book.worksheets[0]
    sheet["J4"] = "已销号"  # without evidence
    sheet["J5"], sheet["K5"], sheet["L5"] = "已销号", "照片", "督查室"
    sheet["I3"].offset(-1).value = datetime.date(2022, 10, 10)  # the data date: what was due in September is overdue
    spare = 4 + len(LEDGER.tasks)
    sheet[f"B{spare}"], sheet[f"F{spare}"], sheet[f"G{spare}"] = 2, "补记的事", "办"
    book.save(file)
    theirs = computed(file, tmp_path)
    ledger, summary = theirs.worksheets[0], theirs.worksheets[1]
    found = [ledger[cell].value for cell in ("M4", "N4", "M5", "M8", "N12")]
    assert found == [
        "待核",
        "缺佐证、核查人",
        "已销号",
        "逾期",
        "逾期10天",
    ]
    assert [ledger[f"{c}{spare}"].value for c in "CDMN"] == [EVIL[0], "未分组", "新增", "时限未定"]
    assert summary["D5"].value == 2
    assert summary["H4"].value == 2


def test_the_sums(tmp_path: Path) -> None:
    book = openpyxl.load_workbook(written(tmp_path), data_only=True)
    found = [list(row) for row in book["汇总"].iter_rows(min_row=4, values_only=True)]
    assert found == [
        [1, "甲", "市直", 14, 1, 4, 5, 1, 3, 7.1],
        [2, EVIL[0], "未分组", 1, 0, 1, 0, 0, 0, 0],
        ["—", "全部单位", "—", 15, 1, 5, 5, 1, 3, 6.7],
    ]


def test_texts_never_become_formulas(tmp_path: Path) -> None:
    sheet = openpyxl.load_workbook(written(tmp_path)).worksheets[0]
    for text in (EVIL[0], EVIL[1], "=1+1", "@x"):
        (cell,) = (cell for row in sheet.iter_rows() for cell in row if cell.value == text)
        assert (cell.data_type, cell.hyperlink) == ("s", None)


def test_what_may_be_typed_is_said(tmp_path: Path) -> None:
    sheet = openpyxl.load_workbook(written(tmp_path)).worksheets[0]
    rules = {str(rule.sqref): (rule.type, rule.formula1) for rule in sheet.data_validations.dataValidation}
    last = 3 + len(LEDGER.tasks) + 20
    assert rules[f"J4:J{last}"] == ("list", '"新增,推进中,待核,已销号,逾期"')
    assert rules[f"B4:B{last}"] == ("whole", "1")
    assert rules[f"I4:I{last}"][0] == "date"
    colours = [(str(place.sqref), rule.formula) for place in sheet.conditional_formatting for rule in place.rules]
    assert (f"M4:M{last}", ['$M4="逾期"']) in colours
    assert sheet.auto_filter.ref == f"A3:O{last}"


@pytest.mark.parametrize("form", FORMATS)
def test_office_finds_no_fault(tmp_path: Path, form: Any) -> None:
    assert faults(written(tmp_path), form) == []


@pytest.mark.parametrize("lang", ["zh", "en"])
def test_a_ledger_is_read_back(tmp_path: Path, lang: str) -> None:
    ledger = LEDGER._replace(tasks=(closed(evidence="验收单", checker="督查室"), TASK._replace(unit=2, due=LATER)))
    first, second = read_ledger(written(tmp_path, lang, ledger), {"甲": "甲", EVIL[0]: "乙"}, FILES)
    assert (first.unit, first.problem, first.status, first.evidence, first.checker) == (
        "甲",
        "问题",
        "closed",
        "验收单",
        "督查室",
    )
    assert first.due is not None
    assert (first.due.date, first.closed) == (PAST.date, True)
    assert (second.unit, second.status, second.closed, second.source) == ("乙", "under_way", False, "a.yaml:3")


def test_a_spare_row_is_known_by_the_units_number(tmp_path: Path) -> None:
    file = written(tmp_path, ledger=LEDGER._replace(tasks=()))
    book = openpyxl.load_workbook(file)
    book.worksheets[0]["B4"], book.worksheets[0]["F4"] = 2, "补记"
    book.save(file)
    (line,) = read_ledger(file, {}, FILES)
    assert (line.unit, line.problem) == ("乙", "补记")
    book.worksheets[0]["B5"], book.worksheets[0]["F5"] = 3, "没有第3家"
    book.save(file)
    with pytest.raises(BuildError) as bad:
        read_ledger(file, {}, FILES)
    assert [each.code for each in bad.value.diagnostics] == ["UD734"]


def line(**fields: Any) -> Line:
    return Line("甲", "问题", "", "", None, "under_way", "", "", "", "台账!F4")._replace(**fields)


def test_what_was_typed_is_kept() -> None:
    (found,) = kept([TASK], [line(status="closed", evidence="验收单", checker="督查室")], FILES)
    assert (found.status, found.evidence, found.checker, found.action) == ("closed", "验收单", "督查室", "举措")
    (found,) = kept(
        [TASK._replace(action="", owner="", due=None)], [line(action="补的", owner="某股", due=LATER)], FILES
    )
    assert (found.action, found.owner, found.due) == ("补的", "某股", LATER)


def test_a_status_does_not_go_back_unless_it_was_judged() -> None:
    task = TASK._replace(status="to_verify")
    assert [kept([task], [given], FILES)[0].status for given in (line(), line(checker="督查室"))] == [
        "to_verify",
        "under_way",
    ]


def test_lines_that_no_outline_has_stay_with_their_unit() -> None:
    two = TASK._replace(unit=2, number="02-01")
    found = kept([TASK, two], [line(problem="删去的", source="a.yaml:9"), line(unit="乙", problem="加的")], FILES)
    assert [(task.number, task.origin, task.problem) for task in found] == [
        ("01-01", "measure", "问题"),
        ("01-02", "added", "删去的"),
        ("02-01", "measure", "问题"),
        ("02-02", "added", "加的"),
    ]


def test_two_tasks_with_the_same_problem_keep_their_own() -> None:
    lines = [line(evidence="甲"), line(evidence="乙")]
    assert [task.evidence for task in kept([TASK, TASK], lines, FILES)] == ["甲", "乙"]


def test_the_ledger_holds_measures_and_what_has_none(tmp_path: Path) -> None:
    measure = {"problem": "收入慢", "action": "走访", "owner": "税政股", "due": "2022-09-30", "status": "done"}
    review = {"comment": "抓征管", "by": "市领导", "action": "已建台账", "status": "closed", "evidence": "台账"}
    targets = (figure("收入", 100, 10), figure("支出", 100, 90))
    outline = unit("甲", "市直", *targets, measures=[measure], last_review=[review])
    folder = session(tmp_path / "s", {"甲": outline, "坏": "[[["})
    found = tasks(gather(folder, "zh", None, None).meeting, "zh")
    assert [(t.number, t.origin, t.problem, t.status) for t in found] == [
        ("02-01", "measure", "收入慢", "to_verify"),
        ("02-02", "no_measure", "收入 严重欠序时，慢31.7个百分点", "new"),
        ("02-03", "review", "抓征管", "closed"),
    ]
    assert standing(found[-1], AS_OF) == "to_verify"  # nobody has checked it
    assert found[-1].source.startswith("市领导 units/甲.yaml:")
