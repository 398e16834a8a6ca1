"""Texts written as YAML read back as they are, for our reader and for a plain YAML parser."""

from __future__ import annotations

import re

import pytest
import yaml
from hypothesis import given, settings
from hypothesis import strategies as st

from support.outlines import HARD
from unitdeck.source.yaml_text import comment, scalar

TEXTS = st.text(st.characters(exclude_categories=("Cs",)), max_size=30) | st.text(
    "a1年：:#-,[]{}'\"“”%@ \n\t0—", max_size=12
)


@settings(deadline=None, max_examples=300)
@given(TEXTS)
def test_a_text_is_the_same_when_read_again(text: str) -> None:
    for document in (f"k: {scalar(text)}\n", f"k: {scalar(text)}  # note\n"):
        assert yaml.load(document, yaml.BaseLoader) == {"k": text}
    assert yaml.load(f"[{scalar(text)}, {{k: {scalar(text)}, m: }}]\n", yaml.BaseLoader) == [text, {"k": text, "m": ""}]


@pytest.mark.parametrize("text", HARD)
def test_hard_ones(text: str) -> None:
    assert yaml.load(f"- {scalar(text)}\n", yaml.BaseLoader) == [text]


@pytest.mark.parametrize(
    "text", ["税收收入占比", "2022-05-31", "1—5月", "12处占压全部拆除", "report@1", "入库8.3亿元、完成51.2%"]
)
def test_what_a_clerk_would_write_so_stands_plain(text: str) -> None:
    assert scalar(text) == text


@pytest.mark.parametrize("text", ["标题：甲", "a: b", "甲 # 乙", "- 甲", "010", "", " 甲", "甲 ", "[甲]", "甲,乙", "%"])
def test_what_could_be_taken_for_something_else_stands_in_quotes(text: str) -> None:
    assert scalar(text).startswith('"')


@settings(deadline=None, max_examples=100)
@given(st.text(max_size=40))
def test_a_comment_is_one_line_that_says_nothing_to_a_parser(text: str) -> None:
    line = comment(text)
    assert len(re.split("[\n\r\x85\u2028\u2029]", line)) == 1
    assert yaml.load(f"{line}\nk: v  {line}\n", yaml.BaseLoader) == {"k": "v"}
