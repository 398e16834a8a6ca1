"""Every bad file here says in a comment what is found in it: ``# expect: CODE [file:]line:column``.

A code is covered by a file named after it (``UD201.yaml``, ``UD201-flow.yaml``), or by a recipe below where no such
file can be kept (one that is not there, a folder, 2 MiB).
"""

from __future__ import annotations

import json
import re
import struct
import zlib
from collections.abc import Callable
from pathlib import Path

import openpyxl
import pytest

from support.outlines import prose
from support.score_sheets import filled, scored_session, setting
from unitdeck.base.catalog import codes, message
from unitdeck.base.diagnostics import BuildError, Diagnostic
from unitdeck.build import build_deck, draft_deck
from unitdeck.outline.load import load_outline, load_session
from unitdeck.session.founding.unit_list import read_unit_list
from unitdeck.session.papers.comment_record import read_comments
from unitdeck.session.scoring.setting import filled_sheets, outcome
from unitdeck.session.workspace import open_workspace

HERE = Path(__file__).parent


def loading(path: Path) -> tuple[Diagnostic, ...]:
    try:
        return load_outline(path).diagnostics
    except BuildError as bad:
        return bad.diagnostics


def loading_session(path: Path) -> tuple[Diagnostic, ...]:
    try:
        return load_session(path).diagnostics
    except BuildError as bad:
        return bad.diagnostics


def listing(path: Path) -> tuple[Diagnostic, ...]:
    try:
        read_unit_list(path)
    except BuildError as bad:
        return bad.diagnostics
    return ()


def opening(path: Path) -> tuple[Diagnostic, ...]:
    return open_workspace(path.parent).faults


def remarks(path: Path) -> tuple[Diagnostic, ...]:
    try:
        read_comments(path, {"市财政局": "市财政局"})
    except BuildError as bad:
        return bad.diagnostics
    return ()


def drafting(path: Path) -> tuple[Diagnostic, ...]:
    try:
        return draft_deck(path).diagnostics
    except BuildError as bad:
        return bad.diagnostics


def building(path: Path) -> tuple[Diagnostic, ...]:
    try:
        return build_deck(path, out=path.with_suffix(".pptx")).diagnostics
    except BuildError as bad:
        return bad.diagnostics


def scoring(path: Path) -> tuple[Diagnostic, ...]:
    found = setting(path)
    try:
        return outcome(found, filled_sheets(path)).voids
    except BuildError as bad:
        return bad.diagnostics


Finder = Callable[[Path], tuple[Diagnostic, ...]]

# What finds the codes that start so: they are covered once they stand here.
FINDERS: dict[str, Finder] = {
    "UD1": loading,
    "UD224": loading_session,
    "UD225": loading_session,
    "UD730": loading_session,
    "UD731": opening,
    "UD732": remarks,
    "UD733": remarks,
    "UD734": remarks,
    "UD735": remarks,
    "UD736": remarks,
    "UD750": loading_session,
    "UD751": loading_session,
    "UD752": loading_session,
    "UD753": loading_session,
    "UD754": loading_session,
    "UD75": scoring,
    "UD2": loading,
    "UD3": drafting,
    "UD401": drafting,
    "UD41": drafting,
    "UD42": drafting,
    "UD43": drafting,
    "UD60": loading,
    "UD61": loading,
    "UD62": listing,
    "UD652": drafting,
    "UD653": drafting,
    "UD655": building,
    **dict.fromkeys((f"UD74{number}" for number in range(6)), drafting),
}


def finder(code: str) -> Finder | None:
    return next((find for start, find in FINDERS.items() if code.startswith(start)), None)


def findings(path: Path, code: str) -> tuple[Diagnostic, ...]:
    find = finder(code)
    assert find is not None, f"nothing finds {code} yet"
    return find(path)


FILES = sorted(HERE.glob("UD*.yaml"))


def missing(folder: Path) -> Path:
    return folder / "没有.yaml"


def folder_itself(folder: Path) -> Path:
    return folder


def too_large(folder: Path) -> Path:
    path = folder / "large.yaml"
    path.write_bytes(b"#" * (2 * 1024 * 1024 + 1))
    return path


def too_many_items(folder: Path) -> Path:
    path = folder / "many.yaml"
    path.write_text("职责:\n" + "- a\n" * 50_001, encoding="utf-8")
    return path


def too_long_a_series(folder: Path) -> Path:
    (folder / "days.csv").write_text("时期,数值\n" + "1日,1\n" * 401, encoding="utf-8")
    path = folder / "days.yaml"
    path.write_text("单位: 财政局\n目标:\n  - 指标: 税收\n    走势: days.csv\n", encoding="utf-8")
    return path


def with_picture(folder: Path, picture: bytes) -> Path:
    (folder / "图.png").write_bytes(picture)
    path = folder / "outline.yaml"
    path.write_text("单位: 财政局\n职责: [收支]\n图片:\n  - {文件: 图.png, 说明: 大厅}\n", encoding="utf-8")
    return path


def png(width: int, height: int) -> bytes:
    """A grey picture; of a giant one only the header, which is all that is read before it is refused."""
    header = struct.pack(">IIBBBBB", width, height, 8, 0, 0, 0, 0)
    rows = b"" if width * height > 10**6 else zlib.compress(b"".join(b"\0" + b"\x80" * width for _ in range(height)))
    chunks = ((b"IHDR", header), (b"IDAT", rows), (b"IEND", b""))
    return b"\x89PNG\r\n\x1a\n" + b"".join(
        struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data)) for kind, data in chunks
    )


def no_picture(folder: Path) -> Path:
    return with_picture(folder, b"not a picture")


def giant_picture(folder: Path) -> Path:
    return with_picture(folder, png(20_000, 20_000))


def small_picture(folder: Path) -> Path:
    return with_picture(folder, png(40, 30))


def with_lines(folder: Path, *lines: str) -> Path:
    path = folder / "outline.yaml"
    path.write_text("\n".join(("单位: 财政局", *lines)), encoding="utf-8")
    return path


def too_long_a_source(folder: Path) -> Path:
    target = "  - {指标: 税收, 目标: 100, 完成: 50}"
    return with_lines(folder, "数据截至: 2022-05-31", "目标:", target, f"来源: {'某某县统计局' * 60}")


def too_full_a_page(folder: Path) -> Path:
    rest = f"原因: {prose(40, '乙')}, 举措: {prose(99, '丙')}, 责任: 甲股, 时限: 2022-09-30"
    return with_lines(folder, "举措:", *(f"  - {{问题: {prose(100, f'甲{n}')}, {rest}}}" for n in range(2)))


def too_long_a_text(folder: Path) -> Path:
    return with_lines(folder, "职责:", f"  - {{标题: 收支, 内容: {prose(640)}}}")


def too_long_a_list(folder: Path) -> Path:
    return with_lines(
        folder, "下一步:", *(f"  - {{打算: {prose(30, f'第{n}步')}, 时限: 2022-09-30}}" for n in range(40))
    )


def listed(folder: Path, *lines: str) -> Path:
    path = folder / "名单.csv"
    path.write_text("\n".join(lines), encoding="utf-8")
    return path


def a_workbook_cut_short(folder: Path) -> Path:
    path = folder / "名单.xlsx"
    path.write_bytes(b"PK\x03\x04cut")
    return path


def no_names_in_a_list(folder: Path) -> Path:
    return listed(folder, "某县各单位名单", "单位名,人数", "财政局,60")


def a_row_without_a_name(folder: Path) -> Path:
    return listed(folder, "单位,组别", "财政局,市直", ",镇办")


def a_unit_listed_twice(folder: Path) -> Path:
    return listed(folder, "单位,组别", "财政局,市直", "", "财政局,镇办")


def nobody_listed(folder: Path) -> Path:
    return listed(folder, "单位,组别", ",")


def a_break_after_nobody(folder: Path) -> Path:
    with_lines(folder, "职责: [收支]")
    path = folder / "session.yaml"
    path.write_text("会议名称: 第一期\n休息: {发改局: 10}\n", encoding="utf-8")
    return path


def a_record_without_headings(folder: Path) -> Path:
    return listed(folder, "单位,人数", "市财政局,60")


def a_remark_on_nobody(folder: Path) -> Path:
    return listed(folder, "单位,点评意见", ",抓紧")


def a_remark_on_another_unit(folder: Path) -> Path:
    return listed(folder, "单位,点评意见", "市财政厅,抓紧")


def a_remark_of_no_status(folder: Path) -> Path:
    return listed(folder, "单位,点评意见,状态", "市财政局,抓紧,待核实")


def a_remark_of_no_date(folder: Path) -> Path:
    return listed(folder, "单位,点评意见,时限", "市财政局,抓紧,2022-02-30")


def scored(folder: Path, row: tuple[str, ...], sheet: str = "等次票", **particulars: str) -> Path:
    """A session with a score sheet, its first unit marked so and the others the same."""
    path = scored_session(folder / f"session-{len(list(folder.iterdir()))}", "grades")
    rows = [row, *[["好", "较好"]] * 4]
    filled(path, {sheet: rows})
    if particulars:
        session = json.loads((path / "session.yaml").read_text("utf-8"))
        (path / "session.yaml").write_text(json.dumps(session | particulars), "utf-8")
    return path


def a_sheet_of_another_session(folder: Path) -> Path:
    path = scored(folder, ("一般", "一般"), title="别的会议")
    book = openpyxl.load_workbook(next((path / "scores").iterdir()))
    for name in book.sheetnames[1:]:
        del book[name]
    book.save(next((path / "scores").iterdir()))
    return path


def no_grade_in_a_cell(folder: Path) -> Path:
    return scored(folder, ("优秀", "一般"))


def no_unit_on_a_sheet(folder: Path) -> Path:
    path = scored(folder, ("一般", "一般"))
    book = openpyxl.load_workbook(next((path / "scores").iterdir()))
    book["等次票"]["B8"].value = "乙剧"
    book.save(next((path / "scores").iterdir()))
    return path


def a_unit_twice_on_a_sheet(folder: Path) -> Path:
    path = scored(folder, ("一般", "一般"))
    book = openpyxl.load_workbook(next((path / "scores").iterdir()))
    book["等次票"]["B12"].value = "甲局"
    book.save(next((path / "scores").iterdir()))
    return path


def a_void_ballot(folder: Path) -> Path:
    return scored(folder, ("好、一般", "一般"))


RECIPES: dict[str, tuple[Callable[[Path], Path], tuple[int, int]]] = {
    "UD101": (missing, (1, 1)),
    "UD102": (folder_itself, (1, 1)),
    "UD103": (too_large, (1, 1)),
    "UD133": (too_many_items, (49_999, 3)),
    "UD223": (too_long_a_series, (4, 9)),
    "UD401": (too_long_a_source, (5, 5)),
    "UD413": (too_full_a_page, (3, 10)),
    "UD414": (too_long_a_text, (3, 18)),
    "UD415": (too_long_a_list, (2, 1)),
    "UD621": (a_workbook_cut_short, (1, 1)),
    "UD622": (no_names_in_a_list, (1, 1)),
    "UD623": (a_row_without_a_name, (3, 1)),
    "UD624": (a_unit_listed_twice, (4, 1)),
    "UD625": (nobody_listed, (1, 1)),
    "UD652": (no_picture, (4, 10)),
    "UD653": (giant_picture, (4, 10)),
    "UD731": (a_break_after_nobody, (2, 6)),
    "UD732": (a_record_without_headings, (1, 1)),
    "UD733": (a_remark_on_nobody, (2, 1)),
    "UD734": (a_remark_on_another_unit, (2, 1)),
    "UD735": (a_remark_of_no_status, (2, 1)),
    "UD736": (a_remark_of_no_date, (2, 1)),
    "UD655": (small_picture, (4, 10)),
    "UD755": (a_sheet_of_another_session, (1, 1)),
    "UD756": (no_grade_in_a_cell, (7, 3)),
    "UD757": (no_unit_on_a_sheet, (8, 2)),
    "UD758": (a_unit_twice_on_a_sheet, (12, 2)),
    "UD759": (a_void_ballot, (7, 3)),
}


def expected(path: Path) -> list[tuple[str, str, int, int]]:
    comments = re.findall(rb"# expect: (UD\d{3}) (?:(\S+):)?(\d+):(\d+)", path.read_bytes())
    return sorted(
        (code.decode(), file.decode() or path.name, int(line), int(col)) for code, file, line, col in comments
    )


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
def test_each_bad_file_gives_exactly_what_its_comments_say(path: Path) -> None:
    found = findings(path, path.stem)
    places = [(each.code, each.span) for each in found]
    assert expected(path)
    assert sorted(
        (code, Path(span.file).relative_to(HERE).as_posix(), span.line, span.column) for code, span in places if span
    ) == expected(path)
    assert path.stem[:5] in {code for code, _ in places}


@pytest.mark.parametrize("code", sorted(RECIPES))
def test_each_recipe_gives_its_code(code: str, tmp_path: Path) -> None:
    make, place = RECIPES[code]
    (found,) = findings(make(tmp_path), code)
    assert found.span is not None
    assert (found.code, (found.span.line, found.span.column)) == (code, place)


def test_every_code_of_a_covered_family_has_a_bad_file_or_a_recipe() -> None:
    covered = {path.stem[:5] for path in FILES} | set(RECIPES)
    assert covered == {code for code in codes() if finder(code)}


@pytest.mark.parametrize("lang", ["zh", "en"])
def test_no_message_lacks_a_particular(lang: str, tmp_path: Path) -> None:
    made = [findings(make(tmp_path), code) for code, (make, _) in RECIPES.items()]
    for found in [*(findings(path, path.stem) for path in FILES), *made]:
        for each in found:
            text = message(each, lang)  # type: ignore[arg-type]
            for sentence in (text.message, text.expected, text.do):
                assert not re.search(r"[{“\"]…[}”\"]", sentence), (each, sentence)
                assert "None" not in sentence
