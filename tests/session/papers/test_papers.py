from __future__ import annotations

import hashlib
import json
import shutil
from pathlib import Path
from typing import Any

import docx
import openpyxl
import pytest

from support.boards import EVIL, figure, session, two_sessions, unit
from support.office import FORMATS, faults
from support.writer import need_writer, pages
from unitdeck.base.diagnostics import BuildError
from unitdeck.session.papers.papers import KINDS, Papers, filled_file, gather, numeral, write_papers

MEETING: dict[str, Any] = {
    "start": "08:30",
    "opening_minutes": 10,
    "minutes": 8,
    "comment_minutes": 5,
    "speech_minutes": 20,
    "breaks": {"乙局": 10},
    "host": "某主任",
    "leader": "某市长",
    "commentators": {"市领导": "张某", "人大代表": ""},
    "place": "一号厅",
}
SAMPLE = "decks/2022-05-30-first"


def meeting(folder: Path, **more: Any) -> Path:
    """Two sessions with ties, missing and broken units, evil texts; of the second, with a timetable and its people."""
    home = two_sessions(folder)
    file = home / "session.yaml"
    file.write_text(json.dumps(json.loads(file.read_text("utf-8")) | MEETING | more, ensure_ascii=False), "utf-8")
    return home


def made(folder: Path, lang: Any = "zh", **files: Path | None) -> Papers:
    return gather(folder, lang, files.get("record"), files.get("ledger"))


def written(folder: Path, out: Path, lang: Any = "zh", **options: Any) -> dict[str, Path]:
    found = made(folder, lang, record=filled_file(out, "comments", lang), ledger=filled_file(out, "ledger", lang))
    return {each.kind: each.path for each in write_papers(found, out, options.pop("kinds", KINDS), **options)}


def texts(file: Path) -> list[str]:
    return [paragraph.text for paragraph in docx.Document(str(file)).paragraphs if paragraph.text]


def tables(file: Path) -> list[list[list[str]]]:
    return [[[cell.text for cell in row.cells] for row in table.rows] for table in docx.Document(str(file)).tables]


def after(lines: list[str], first: str) -> list[str]:
    return lines[lines.index(first) + 1 :]


def test_the_agenda_has_the_clock(tmp_path: Path) -> None:
    agenda = written(meeting(tmp_path), tmp_path / "out")["agenda"]
    ((_, *rows),) = tables(agenda)
    assert rows == [
        ["08:30—08:40", "", "主持人开场，宣布议程和规则", "", "10"],
        ["08:40—08:53", "1", "甲局", "市直", "13"],
        ["08:53—09:06", "2", "乙局", "市直", "13"],
        ["09:06—09:16", "", "休息", "", "10"],
        ["09:16—09:29", "3", "丙局", "市直", "13"],
        ["09:29—09:42", "4", "丁局", "市直", "13"],
        ["09:42—09:55", "5", "没交局（无可用提纲）", "", "13"],
        ["09:55—10:08", "6", "戊局（无可用提纲）", "", "13"],
        ["10:08—10:21", "7", "己局", "市直", "13"],
        ["10:21—10:34", "8", "某镇", EVIL[3], "13"],
        ["10:34—10:47", "9", "无组", "", "13"],
        ["10:47—11:00", "10", "坏（无可用提纲）", "", "13"],
        ["11:00—11:20", "", "某市长讲话", "", "20"],
    ]
    assert "合计：170分钟，预计11:20结束。" in texts(agenda)


def test_without_a_start_the_agenda_has_no_clock(tmp_path: Path) -> None:
    folder = session(tmp_path / "s", {"甲": unit("甲", "市直", figure("a", 1, 1), minutes=6)}, leader="某")
    agenda = written(folder, tmp_path / "out")["agenda"]
    assert tables(agenda) == [
        [["序号", "议程", "组别", "分钟"], ["1", "甲", "市直", "6"], ["", "某讲话", "", "—"]],
    ]
    assert "合计：6分钟（还有时长没有定的环节，没有算在内）。" in texts(agenda)


def test_the_host_calls_each_unit_and_tells_the_next_to_get_ready(tmp_path: Path) -> None:
    lines = texts(written(meeting(tmp_path), tmp_path / "out")["host"])
    assert after(lines, "（一）甲局")[:5] == [
        "08:40—08:48汇报，08:48—08:53点评；市直",
        "首先，请甲局汇报，时间8分钟。请乙局做好准备。",
        "指标：=1+1欠序时12.7个百分点，收入快3.3个百分点；同组第2（4家参加排位）",
        f"逾期：{EVIL[0]}（时限2022年4月30日）",
        "汇报结束",
    ]
    assert after(lines, "汇报结束")[0] == "感谢甲局。请市领导张某、人大代表点评。"
    assert "休息10分钟，09:06—09:16" in after(lines, "（二）乙局")[:8]
    last = after(lines, "（十）坏")
    assert last[1] == "最后，请坏汇报，时间8分钟。"
    assert last[2].startswith("没有可用的提纲，会前核实，不汇报的跳过：units/09-坏.yaml:1: UD")
    assert "没有可用提纲的单位：没交局、戊局、坏。会前核实是否汇报。" in lines
    order = ["一、开场", "二、议程和规则", "三、单位汇报和点评", "四、领导讲话", "五、小结"]
    assert [line for line in lines if line in order] == order


def test_the_minutes_have_the_figures_and_room_for_the_rest(tmp_path: Path) -> None:
    minutes = written(meeting(tmp_path), tmp_path / "out")["minutes"]
    lines, found = texts(minutes), tables(minutes)
    assert dict(found[0][1:])["无可用提纲"] == "没交局、戊局、坏"
    assert dict(found[0][1:])["点评人"] == "市领导张某、人大代表（姓名）"
    assert ["=1+1（万元）", "100", "29", "29.0", "−12.7", "欠序时"] in found[1]
    assert found[2][1] == [EVIL[0], EVIL[1], f"{EVIL[2]}\n2022年4月30日", "逾期"]
    assert "市领导张某点评：" in lines
    assert ["交办任务", "责任", "时限"] in [table[0] for table in found]
    assert not [line for line in lines if "None" in line]


def test_what_is_not_reported_is_not_zero(tmp_path: Path) -> None:
    found = tables(written(meeting(tmp_path), tmp_path / "out")["minutes"])
    rows = {row[0]: row for table in found if table[0][0] == "需要关注的指标" for row in table[1:]}
    assert rows["零（万元）"][2:4] == ["0", "0.0"]
    assert "支出（万元）" in rows  # 乙局's; that of 己局 is not reported, and calls for no measure
    assert [row[2] for table in found if table[0][0] == "需要关注的指标" for row in table[1:] if row[2] == "—"] == []


@pytest.mark.parametrize("lang", ["zh", "en"])
@pytest.mark.parametrize("form", FORMATS)
def test_office_finds_no_fault(tmp_path: Path, lang: str, form: Any) -> None:
    files = written(meeting(tmp_path), tmp_path / "out", lang)
    assert [file.name for file in files.values()] == [names[lang == "en"] for names in KINDS.values()]
    assert {kind: faults(file, form) for kind, file in files.items()} == {kind: [] for kind in KINDS}


@pytest.mark.parametrize("lang", ["zh", "en"])
def test_the_same_session_gives_the_same_bytes_wherever_it_lies(tmp_path: Path, lang: str) -> None:
    digests: list[dict[str, str]] = []
    for place in ("a", "b/c"):
        files = written(meeting(tmp_path / place), tmp_path / place / "out", lang)
        digests.append({kind: hashlib.sha256(file.read_bytes()).hexdigest() for kind, file in files.items()})
    assert digests[0] == digests[1]


def test_writer_opens_every_paper(tmp_path: Path, root: Path) -> None:
    need_writer()
    for kind, file in written(root / SAMPLE, tmp_path / "out", kinds=("host", "minutes", "agenda")).items():
        whole = "".join(pages(file, tmp_path / "out"))
        for name in ("市财政局", "城郊街道办事处", "市人社局"):
            assert name in whole, kind


def test_a_paper_changed_by_hand_is_left(tmp_path: Path) -> None:
    folder, out = meeting(tmp_path), tmp_path / "out"
    first = written(folder, out)
    document = docx.Document(str(first["host"]))
    document.add_paragraph("手工加的一句")
    document.save(str(first["host"]))
    ours = first["host"].read_bytes()
    again = write_papers(made(folder), out, KINDS)
    assert [each.kind for each in again if each.kept] == ["host"]
    assert first["host"].read_bytes() == ours
    assert not any(each.kept for each in write_papers(made(folder), out, KINDS, force=True))
    assert "手工加的一句" not in texts(first["host"])


def test_papers_follow_the_outlines(tmp_path: Path) -> None:
    folder, out = meeting(tmp_path), tmp_path / "out"
    written(folder, out)
    (folder / "units" / "09-坏.yaml").write_text("单位: 坏\n职责: [好了]\n", "utf-8")
    host = written(folder, out)["host"]
    assert "没有可用提纲的单位：没交局、戊局。会前核实是否汇报。" in texts(host)


def test_what_was_said_goes_into_minutes_and_ledger(tmp_path: Path) -> None:
    folder, out = meeting(tmp_path), tmp_path / "out"
    record = written(folder, out)["comments"]
    book = openpyxl.load_workbook(record)
    sheet = book.worksheets[0]
    for cell, value in {"E4": "差距没有分解", "F4": "报分月计划", "G4": "预算股", "H4": "2022-06-15"}.items():
        sheet[cell] = value
    book.save(record)
    files = written(folder, out)
    assert "市领导 张某：差距没有分解" in texts(files["minutes"])
    assert ["报分月计划", "预算股", "2022年6月15日"] in [row for table in tables(files["minutes"]) for row in table]
    assert openpyxl.load_workbook(record).worksheets[0]["E4"].value == "差距没有分解"
    forced = written(folder, out, force=True)
    assert openpyxl.load_workbook(forced["comments"]).worksheets[0]["E4"].value == "差距没有分解"
    rows = list(openpyxl.load_workbook(forced["ledger"]).worksheets[0].iter_rows(min_row=4, values_only=True))
    assert [row[4:8] for row in rows if row[4] == "交办"] == [("交办", "差距没有分解", "报分月计划", "预算股")]


def test_a_template_may_have_its_own_papers(tmp_path: Path, root: Path) -> None:
    folder = meeting(tmp_path, template="ours")
    home = folder / "templates" / "ours"
    shutil.copytree(root / "templates" / "report", home)
    shutil.rmtree(home / "papers")
    (home / "papers" / "zh").mkdir(parents=True)
    (home / "papers" / "zh" / "agenda.j2").write_text("# 自己的议程\n{{ m.turns | length }}家\n", "utf-8")
    files = written(folder, tmp_path / "out")
    assert texts(files["agenda"]) == ["自己的议程", "10家"]
    assert "三、单位汇报和点评" in texts(files["host"])


@pytest.mark.parametrize(
    ("source", "code", "line"),
    [
        ("# 好\n{{ m.nothing }}", "UD511", 2),
        ("{% for %}", "UD510", 1),
        ("a\n{{ m.turns.__class__ }}", "UD511", 2),
        ("{{ 'a' * 999999999 }}", "UD511", 1),
        ("| a | b |\n| c |", "UD737", 1),
    ],
)
def test_a_template_that_fails_is_told_and_writes_nothing(
    tmp_path: Path, root: Path, source: str, code: str, line: int
) -> None:
    folder = meeting(tmp_path, template="ours")
    home = folder / "templates" / "ours"
    shutil.copytree(root / "templates" / "report", home)
    (home / "papers" / "zh" / "minutes.j2").write_text(source, "utf-8")
    with pytest.raises(BuildError) as bad:
        written(folder, tmp_path / "out")
    (found,) = bad.value.diagnostics
    assert found.span is not None
    assert (found.code, Path(found.span.file), found.span.line) == (code, home / "papers" / "zh" / "minutes.j2", line)
    assert not (tmp_path / "out").exists()


def test_a_link_out_of_the_template_is_refused(tmp_path: Path, root: Path) -> None:
    folder = meeting(tmp_path, template="ours")
    home = folder / "templates" / "ours"
    shutil.copytree(root / "templates" / "report", home)
    (tmp_path / "secret").write_text("x", "utf-8")
    (home / "papers" / "zh" / "extra.j2").symlink_to(tmp_path / "secret")
    with pytest.raises(BuildError) as bad:
        written(folder, tmp_path / "out")
    assert [each.code for each in bad.value.diagnostics] == ["UD506"]


def test_chinese_numerals() -> None:
    found = [numeral(n, "zh") for n in (1, 10, 11, 20, 21, 99, 100)]
    assert found == ["一", "十", "十一", "二十", "二十一", "九十九", "100"]
    assert numeral(21, "en") == "21"
