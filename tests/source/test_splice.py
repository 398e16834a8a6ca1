"""Words are replaced where they stand, and nothing else of the file changes."""

from __future__ import annotations

import codecs

import pytest
from hypothesis import given
from hypothesis import strategies as st

from unitdeck.source.nodes import Node, ScalarNode, SeqNode
from unitdeck.source.splice import Edit, Unspliced, splice
from unitdeck.source.text import decode
from unitdeck.source.yaml_nodes import parse_yaml


def scalars(node: Node) -> list[ScalarNode]:
    if isinstance(node, ScalarNode):
        return [node]
    if isinstance(node, SeqNode):
        return [found for item in node.items for found in scalars(item)]
    return [found for entry in node.entries for found in (entry.key, *scalars(entry.value))]


def parsed(data: bytes) -> list[ScalarNode]:
    return scalars(parse_yaml(decode(data, "x.yaml"), frozenset()))


def replaced(text: str, old: str, new: str, encoding: str = "utf-8", bom: bytes = b"") -> str:
    data = bom + text.encode(encoding)
    edits = [Edit(node, new) for node in parsed(data) if node.text == old]
    assert edits
    after = splice(data, edits)
    assert after.startswith(bom)
    return after[len(bom) :].decode(encoding)


@pytest.mark.parametrize(
    ("text", "after"),
    [
        ("a: 旧  # 旧\nb: c\n", "a: 新  # 旧\nb: c\n"),
        ("a: '旧' # 旧\n", "a: '新' # 旧\n"),
        ('a: "旧"\n', 'a: "新"\n'),
        ("{a: 旧, b: [ 旧 ,旧]}", "{a: 新, b: [ 新 ,新]}"),
        ("旧: 旧\r\n#\r\nb:   旧\r\n", "新: 新\r\n#\r\nb:   新\r\n"),
        ("a:\n  - 旧\n\n  -   旧   \n# end", "a:\n  - 新\n\n  -   新   \n# end"),
        ("a: 旧\rb: 旧\r", "a: 新\rb: 新\r"),
    ],
)
def test_words_in_every_dress(text: str, after: str):
    assert replaced(text, "旧", "新") == after


@pytest.mark.parametrize(
    ("new", "plain", "quoted"),
    [
        ("report@2", "report@2", "report@2"),
        ("a: b", '"a: b"', "a: b"),
        ("- x", '"- x"', "- x"),
        ("x #y", '"x #y"', "x #y"),
        ("it's", '"it\'s"', "it''s"),
        ("a, b", '"a, b"', "a, b"),
        ("*x", '"*x"', "*x"),
        (" x", '" x"', " x"),
        ("", '""', ""),
        ("@x", '"@x"', "@x"),
    ],
)
def test_what_could_be_misread_is_quoted(new: str, plain: str, quoted: str):
    assert replaced("[旧]", "旧", new) == f"[{plain}]"
    assert replaced("['旧']", "旧", new) == f"['{quoted}']"


@pytest.mark.parametrize(
    ("encoding", "bom"),
    [
        ("utf-8", codecs.BOM_UTF8),
        ("utf-16-le", codecs.BOM_UTF16_LE),
        ("utf-16-be", codecs.BOM_UTF16_BE),
        ("gb18030", b""),
    ],
)
def test_every_encoding_stays_what_it_is(encoding: str, bom: bytes):
    text = "# 注释：旧\n单位: 财政局\n名称: 旧 # 𠮷\n"
    assert replaced(text, "旧", "新", encoding, bom) == text.replace("名称: 旧", "名称: 新")


@pytest.mark.parametrize("text", ["a: 旧\n  旧\n", "a: |\n  旧\n", "a: '旧\n\n  旧'\n"])
def test_a_text_over_several_lines_is_refused(text: str):
    data = text.encode()
    (node,) = [node for node in parsed(data) if "旧" in node.text]
    with pytest.raises(Unspliced) as refusal:
        splice(data, [Edit(node, "新")])
    assert (refusal.value.why, refusal.value.node) == ("lines", node)


def test_nothing_to_replace_is_nothing_changed():
    assert splice(b"\xef\xbb\xbfa: \xe6\x97\xa7\r\n", []) == b"\xef\xbb\xbfa: \xe6\x97\xa7\r\n"


WORDS = st.sampled_from(["旧", "b", "财政局", "x y", "1:30", "0722", "a@1"])
TEXTS = st.text(
    st.characters(codec="utf-8", exclude_categories=("Cc", "Cs", "Cn", "Zl", "Zp"), exclude_characters="\ufeff"),
    max_size=12,
)
DRESS = st.sampled_from(["{}", "'{}'", '"{}"'])
GAPS = st.sampled_from(["", "  # 旧 注释", "   ", " #"])


@given(
    rows=st.lists(st.tuples(WORDS, DRESS, GAPS), min_size=1, max_size=8),
    chosen=st.sets(st.integers(0, 7)),
    new=TEXTS,
    end=st.sampled_from(["\n", "\r\n"]),
    bom=st.sampled_from([b"", codecs.BOM_UTF8]),
)
def test_only_the_chosen_words_change(rows, chosen, new, end, bom):
    lines = [f"- {dress.format(word)}{gap}" for word, dress, gap in rows]
    data = bom + ("# 旧\n".replace("\n", end) + end.join(lines) + end).encode()
    nodes = parsed(data)
    edits = [Edit(node, new) for at, node in enumerate(nodes) if at in chosen]
    after = splice(data, edits)
    # What stands between the words is there byte for byte, in order.
    expected = [new if at in chosen else node.text for at, node in enumerate(nodes)]
    assert [node.text for node in parsed(after)] == expected
    for at, (line, was) in enumerate(zip(after.decode().split(end), data.decode().split(end), strict=True)):
        if at == 0 or at > len(nodes):
            assert line == was
            continue
        span = nodes[at - 1].span
        assert line.startswith(was[: span.column - 1])
        assert line.endswith(was[(span.end or 0) - 1 :])
        assert at - 1 in chosen or line == was
