from __future__ import annotations

import pytest

from unitdeck.source.prepass import colon_slip, culprits, odd_indentation
from unitdeck.source.text import SourceText

KEYS = frozenset({"单位", "名称", "数值", "职责", "口号", "name"})


def found(text: str) -> list[tuple[str, int, int]]:
    places = [(each.code, each.span) for each in culprits(SourceText("x", text, ()), KEYS)]
    return [(code, span.line, span.column) for code, span in places if span]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("名称：罗山", [("UD110", 1, 3)]),
        ("  - 名称：罗山", [("UD110", 1, 7)]),
        ("- - 名称 ：罗山", [("UD110", 1, 8)]),
        ("name:罗山", [("UD116", 1, 5)]),
        ("单位: x\n\t名称: y", [("UD111", 2, 1)]),
        ("  \t名称: y", [("UD111", 1, 3)]),
        ("职责:\n  -组织收入", [("UD115", 2, 3)]),
        ("职责:\n  -名称：x", [("UD115", 2, 3), ("UD110", 2, 6)]),
        ("口号: “一: 二”", [("UD113", 1, 5)]),
        ("单位: {名称: 甲， 数值: 3}", [("UD114", 1, 11)]),
        ("单位: {名称：甲, 数值：3}", [("UD110", 1, 8), ("UD110", 1, 14)]),
    ],
)
def test_each_slip_is_found_where_it_stands(text: str, expected: list[tuple[str, int, int]]) -> None:
    assert found(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "- 收支管理：组织收入",  # a sentence: its first word is no key
        "口号: 名称：x",
        "# 名称：x",
        "口号: |\n  名称：x\n\n  -甲\n  \t表",
        "- >-\n  名称：x",
        "同比: -10.2\n- -3",
        "name: 1:30",
        "口号: “一词”",
        "http://name: x",
    ],
)
def test_good_chinese_is_no_slip(text: str) -> None:
    assert found(text) == []


def test_full_width_and_no_break_spaces_before_keys_and_dashes_are_found() -> None:
    text = "单位:\n\u3000名称: x\n  \u00a0- y\n口号: |\n  \u3000\u3000名称: 首段\n其他:\n  \u3000一是"
    places = [(each.code, each.span) for each in odd_indentation(SourceText("x", text, ()), KEYS)]
    assert [(code, span.line, span.column) for code, span in places if span] == [("UD112", 2, 1), ("UD112", 3, 3)]


def test_a_colon_with_a_space_is_no_slip() -> None:
    assert colon_slip("名称: x", KEYS) is None
    assert colon_slip("单位:", KEYS) is None
    assert colon_slip("名称：x", KEYS) == ("UD110", 2, "名称")
    assert colon_slip("name:x", KEYS) == ("UD116", 4, "name")
