from __future__ import annotations

from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from unitdeck.base.diagnostics import BuildError
from unitdeck.session.papers.document import Block, Lines, Paragraph, Table, read_document
from unitdeck.template.environment import paper_environment, render
from unitdeck.template.papers import PaperText


def blocks(source: str, **context: Any) -> tuple[Block, ...]:
    text = render(paper_environment({"papers/zh/x.j2": source}), "papers/zh/x.j2", context)
    return read_document(PaperText(text, Path("x.j2")))


def test_each_mark_is_a_kind_of_line() -> None:
    found = blocks("# 甲\n# 乙\n\n= 丙\n## 丁\n### 戊\n> 己\n! 庚\n*辛：* 壬\n癸\n---\n--- 3")
    assert found == (
        Paragraph("title", "甲\n乙"),
        Paragraph("subtitle", "丙"),
        Paragraph("heading", "丁"),
        Paragraph("subheading", "戊"),
        Paragraph("note", "己"),
        Paragraph("warning", "庚"),
        Paragraph("text", "壬", "辛："),
        Paragraph("text", "癸"),
        Lines(1),
        Lines(3),
    )


def test_tables() -> None:
    assert blocks("|= 75 | 25>\n| 一 | 二 |\n| 三 | |\n|= 1\n| 四 |\n完") == (
        Table(("一", "二"), (("三", ""),), (0.75, 0.25), (False, True)),
        Table(("四",), (), (1.0,), (False,)),
        Paragraph("text", "完"),
    )


MARKED = ("# a", "## a", "> a", "--- 3", "| a | b |", "|= 1", "*a* b", "a\n# b\n| c |", "", "{{ 7 * 7 }}", "<b>&amp;")


@pytest.mark.parametrize("value", MARKED)
def test_what_a_value_prints_is_never_a_mark(value: str) -> None:
    flat = " ".join(value.split())
    assert blocks("{{ v }}。", v=value) == (Paragraph("text", f"{flat}。"),)
    assert blocks("*{{ v }}：* {{ v }}", v=value) == (Paragraph("text", flat, f"{flat}："),)
    assert blocks("| 头 | 尾 |\n| {{ v }} | {{ v }} |", v=value)[0] == Table(
        ("头", "尾"), ((value.strip(), value.strip()),), (0.5, 0.5), (False, False)
    )


@settings(deadline=None, max_examples=80)
@given(st.text(alphabet="#=>!*|-\n \x02\x03甲a", max_size=20))
def test_no_text_leaves_its_cell(value: str) -> None:
    shown = value.replace("\x02", "").replace("\x03", "").strip()
    (table,) = blocks("| 头 | 尾 |\n| {{ v }} | 尾 |", v=value)
    assert isinstance(table, Table)
    assert table.rows == ((shown, "尾"),)


def test_a_macro_may_give_lines_with_marks() -> None:
    assert blocks("{% macro m(x) %}\n## {{ x }}\n# {{ x }}\n{% endmacro %}\n{{ m(v) }}", v="# a") == (
        Paragraph("heading", "# a"),
        Paragraph("title", "# a"),
    )


def test_numbers_missing_values_and_control_characters() -> None:
    assert blocks("{{ a }}{{ b }}{{ c }}", a=Decimal("1E+3"), b=None, c="x\x00\x0b\x85y") == (
        Paragraph("text", "1000xy"),
    )


@pytest.mark.parametrize(
    "source", ["--- 0", "--- 99", "--- x", "|= 1", "|= a\n| x |", "| a | b |\n| c |", "|= 1 | 2\n| a |"]
)
def test_slips_in_a_paper_are_told(source: str) -> None:
    with pytest.raises(BuildError) as bad:
        blocks(source)
    (found,) = bad.value.diagnostics
    assert found.code == "UD737"
    assert found.span is not None
    assert found.span.file == "x.j2"
