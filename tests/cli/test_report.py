from __future__ import annotations

import json

from unitdeck.base.diagnostics import Diagnostic, Span, Term, error, warning
from unitdeck.cli.report import show, width

LINES = {
    ("b.yaml", 2): "目标任务: [x]",
    ("a.yaml", 10): "\t名称: e\u0301e 3",
    ("a.yaml", 3): "口号: " + "字" * 90 + "约" + "字" * 90,
}
KEY = {"key": "目标任务", "parent": Term("Outline"), "known": ("targets",), "best": "目标"}
FOUND = (
    error("UD201", Span("b.yaml", 2, 1, 5), **KEY),
    warning("UD105", Span("a.yaml", 1, 1), encoding="GB18030"),
    error("UD204", Span("a.yaml", 10, 10, 11), key="名称", found="3"),
)


def read_line(file: str, line: int) -> str | None:
    return LINES.get((file, line))


def full(*found: Diagnostic, lang: str = "zh") -> str:
    return show(found, "full", lang, read_line)  # type: ignore[arg-type]


def test_full_has_frames_what_to_do_and_a_count_by_file_and_line() -> None:
    assert full(*FOUND) == (
        "a.yaml:1:1: 警告 UD105 文件按 GB18030 编码读取\n"
        "  = 怎么改: 核对文字有没有乱码；最好另存为 UTF-8。\n"
        "\n"
        "a.yaml:10:10: 错误 UD204 “名称”的值“3”不是数字\n"
        "    |\n"
        " 10 |     名称: e\u0301e 3\n"
        "    |              ^\n"
        "    = 应当是: 数字，例如 34096 或 34,096.5；没有数据写“—”\n"
        "    = 怎么改: 只写数字；说明文字写到“文字”或“备注”里。\n"
        "\n"
        "b.yaml:2:1: 错误 UD201 提纲没有“目标任务”这个键\n"
        "   |\n"
        " 2 | 目标任务: [x]\n"
        "   | ^^^^^^^^\n"
        "   = 应当是: 其中之一：targets\n"
        "   = 怎么改: 是不是“目标”？改成可以写的键，或删去这一行。\n"
        "\n"
        "2 个错误，1 个警告"
    )


def test_english() -> None:
    text = full(FOUND[0], FOUND[1], lang="en")
    assert text.startswith("a.yaml:1:1: warning UD105 the file was read as GB18030\n")
    assert "   = do: Did you mean " in text
    assert text.endswith("1 error, 1 warning")


def test_a_long_line_is_cut_around_the_caret() -> None:
    block = full(error("UD204", Span("a.yaml", 3, 95, 96), key="口号", found="约")).split("\n")
    shown, caret = block[2].removeprefix(" 3 | "), block[3].removeprefix("   | ")
    assert width(shown) <= 100
    assert shown.startswith("…")
    assert shown.endswith("…")
    before = shown[: shown.index("约")]
    assert caret == " " * width(before) + "^^"


def test_a_span_to_the_end_of_the_line_and_one_behind_it() -> None:
    to_end = full(error("UD204", Span("b.yaml", 2, 7), key="", found="")).split("\n")[3]
    assert to_end == "   | " + " " * 10 + "^^^"
    behind = full(error("UD204", Span("b.yaml", 2, 10, 10), key="", found="")).split("\n")[3]
    assert behind == "   | " + " " * 13 + "^"


def test_width_of_characters() -> None:
    assert width("目a") == 3
    assert width("e\u0301") == 1
    assert width("\u200b") == 0
    assert width("𠮷🎉") == 4
    assert width("\t") == 4


def test_concise_is_a_line_each() -> None:
    assert show(FOUND, "concise", "zh", read_line).split("\n") == [
        "a.yaml:1:1: 警告 UD105 文件按 GB18030 编码读取",
        "a.yaml:10:10: 错误 UD204 “名称”的值“3”不是数字",
        "b.yaml:2:1: 错误 UD201 提纲没有“目标任务”这个键",
        "2 个错误，1 个警告",
    ]


def test_json_has_stable_keys() -> None:
    found = json.loads(show(FOUND, "json", "zh", read_line))
    assert [each["code"] for each in found] == ["UD105", "UD204", "UD201"]
    assert found[2] == {
        "code": "UD201",
        "severity": "error",
        "title": "不认识的键",
        "message": "提纲没有“目标任务”这个键",
        "expected": "其中之一：targets",
        "do": "是不是“目标”？改成可以写的键，或删去这一行。",
        "file": "b.yaml",
        "line": 2,
        "column": 1,
        "end_column": 5,
    }
    assert json.loads(show((), "json", "zh", read_line)) == []


def test_github_commands_are_escaped() -> None:
    odd = error("UD601", Span("a,b:c.yaml", 2, 3), path="100%\n")
    assert show((odd,), "github", "en", read_line) == (
        "::error file=a%2Cb%3Ac.yaml,line=2,col=3,title=UD601 Absolute path::"
        '"100%25%0A" is an absolute path%0A'
        "Copy the file into the session's folder and write its relative path."
    )


def test_findings_without_a_place_and_no_findings() -> None:
    assert full(error("UD107", None)).startswith("错误 UD107 文件里没有内容\n")
    assert show((error("UD107", None),), "github", "zh", read_line).startswith("::error title=UD107 文件是空的::")
    assert full() == ""
    assert show((), "concise", "zh", read_line) == ""


def test_colour_is_only_added_when_asked_for() -> None:
    coloured = show(FOUND, "full", "zh", read_line, color=True)
    assert "\x1b[" in coloured
    assert "\x1b[" not in full(*FOUND)
