from __future__ import annotations

import pytest
import yaml
from hypothesis import given, settings
from hypothesis import strategies as st

from unitdeck.base.diagnostics import BuildError, Span
from unitdeck.source import yaml_nodes
from unitdeck.source.nodes import MapNode, Node, ScalarNode, SeqNode
from unitdeck.source.text import SourceText
from unitdeck.source.yaml_nodes import parse_yaml

KEYS = frozenset({"单位", "名称", "职责"})

BROKEN = [
    ("a: [1, 2\nb: 3\n", "UD123", 1, 4),
    ("a: {x: 1\nb: 3\n", "UD123", 1, 4),
    ("a: [1", "UD123", 1, 4),
    ('a: "abc\nb: 3\n', "UD124", 1, 4),
    ("a: 'abc", "UD124", 1, 4),
    ('a: "x\n---\nb\n', "UD124", 1, 4),
    ("a: b: c\n", "UD121", 1, 5),
    ("a: 1\n  b: 2\n", "UD121", 2, 4),
    ("a: - b\n", "UD122", 1, 4),
    ("a: @x\n", "UD125", 1, 4),
    ("a: ]\n", "UD125", 1, 4),
    ("%a: 1\n", "UD125", 1, 1),
    ("a: 1\nbcd\ne: 2\n", "UD126", 2, 1),
    ("a: 1\nbcd\n", "UD126", 2, 1),
    ("a:\n    b: 1\n  c: 2\n", "UD128", 3, 3),
    ("a:\n  - x\n - y\n", "UD128", 3, 2),
    ("a:\n  - x\n  b: y\n", "UD128", 3, 3),
    ("a: |x\n", "UD129", 1, 5),
    ("a: *重点*\n", "UD130", 1, 4),
    ("a: & b\n", "UD130", 1, 4),
    ("a: !! b\n", "UD131", 1, 4),
    ("a: !重要 b\n", "UD131", 1, 4),
    ("a: *b\n", "UD130", 1, 4),
    ("a: &b 1\n", "UD130", 1, 4),
    ("a: !b 1\n", "UD131", 1, 4),
    ("a:\n\tb: c\n", "UD111", 2, 1),
    ("%YAML 3.0\n---\na: 1\n", "UD120", 1, 1),
    ("a: 1\n---\nb: 2\n", "UD134", 2, 1),
    ("[a]: 1\n", "UD136", 1, 1),
    ("", "UD107", 1, 1),
    ("# 只有注释\n", "UD107", 1, 1),
    ("[" * 100_000, "UD132", 1, 42),
]


def parse(text: str) -> Node:
    return parse_yaml(SourceText("x", text, ()), KEYS)


def faults(text: str) -> list[tuple[str, int, int]]:
    with pytest.raises(BuildError) as caught:
        parse(text)
    return [(each.code, each.span.line, each.span.column) for each in caught.value.diagnostics if each.span]


@pytest.fixture(params=["C parser", "pure parser"])
def parser(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> str:
    if request.param == "pure parser":
        monkeypatch.setattr(yaml_nodes, "_LOADER", yaml.BaseLoader)
    else:
        assert yaml_nodes._LOADER is yaml.CBaseLoader
    return str(request.param)


@pytest.mark.parametrize(("text", "code", "line", "column"), BROKEN)
def test_broken_yaml_is_reported_where_it_is_to_be_mended(
    text: str, code: str, line: int, column: int, parser: str
) -> None:
    if parser == "pure parser" and len(text) > 1000:
        text = text[:1000]  # the pure parser recurses for each level
    assert faults(text) == [(code, line, column)]


def test_scalars_stay_as_typed_with_their_places() -> None:
    node = parse("单位: no\n'职责': [010, \"3.10\", 1:30, 2022-05-31]\n")
    assert isinstance(node, MapNode)
    first, second = node.entries
    assert first.key == ScalarNode("单位", False, Span("x", 1, 1, 3))
    assert first.value == ScalarNode("no", False, Span("x", 1, 5, 7))
    assert second.key.quoted
    assert isinstance(second.value, SeqNode)
    assert [(item.text, item.quoted) for item in second.value.items if isinstance(item, ScalarNode)] == [
        ("010", False),
        ("3.10", True),
        ("1:30", False),
        ("2022-05-31", False),
    ]


def test_columns_are_characters_also_after_rare_ones_and_emoji() -> None:
    node = parse("𠮷🎉: {名称: 㵲}\n")
    assert isinstance(node, MapNode)
    inner = node.entries[0].value
    assert isinstance(inner, MapNode)
    assert inner.entries[0].value.span == Span("x", 1, 10, 11)


def test_every_repeated_key_is_an_error_that_names_the_first() -> None:
    with pytest.raises(BuildError) as caught:
        parse("a: 1\nb: {c: 1, c: 2}\na: 2\na: 3\n")
    found = [(each.code, each.data["key"], each.data["first"], each.span) for each in caught.value.diagnostics]
    assert found == [
        ("UD135", "c", 2, Span("x", 2, 11, 12)),
        ("UD135", "a", 1, Span("x", 3, 1, 2)),
        ("UD135", "a", 1, Span("x", 4, 1, 2)),
    ]


def test_a_list_item_indented_too_far_is_not_taken_for_text() -> None:
    assert faults("a:\n- b\n - c\n - d\n") == [("UD128", 3, 2), ("UD128", 4, 2)]
    assert isinstance(parse("a: b - c\n  d\n"), MapNode)
    assert isinstance(parse("a: |\n  b\n   - c\n"), MapNode)


def test_a_mapping_is_known_by_its_first_line() -> None:
    node = parse("- 名称: 财政局\n  职责: x\n")
    assert isinstance(node, SeqNode)
    assert node.items[0].span == Span("x", 1, 3, 10)


def test_typing_slips_take_the_place_of_what_the_parser_stumbles_over() -> None:
    assert faults("单位:\n  名称：罗山\n  职责: x\n") == [("UD110", 2, 5)]


@given(st.text(alphabet="ab:- \n\t[]{}\"'|>&*!%@#，：“”　名称单位,?\\~", max_size=60))
@settings(max_examples=100, deadline=None)
def test_any_text_is_nodes_or_a_build_error_with_a_place_inside_it(text: str) -> None:
    lines = text.split("\n")
    try:
        parse(text)
    except BuildError as bad:
        for each in bad.diagnostics:
            assert each.span is not None
            assert 1 <= each.span.line <= len(lines)
            assert 1 <= each.span.column <= len(lines[each.span.line - 1]) + 1
