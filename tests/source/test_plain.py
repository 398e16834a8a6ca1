import pytest

from unitdeck.source.plain import MAX_DEPTH, PlainError, load_plain


def test_every_scalar_is_text_and_only_an_unquoted_null_is_none():
    assert load_plain("[no, 010, 3.10, 1:30, null, ~, , 'null', \"\", '~']".replace(", ,", ",")) == [
        *("no", "010", "3.10", "1:30"),
        *(None, None, "null", "", "~"),
    ]
    assert load_plain("a:\nb: 0") == {"a": None, "b": "0"}
    assert load_plain("") is None
    assert load_plain("# nothing") is None


@pytest.mark.parametrize(
    ("text", "problem", "place"),
    [
        ("a: [1\nb: 2", "did not find expected ',' or ']'", (2, 2)),
        ("- a: 1\n  b: 2\n  a: 3\n", "key 'a' twice in one mapping", (4, 1)),
        ("{a: 1, ~: 2, null: 3}", "key 'null' twice in one mapping", (1, 21)),
        ("- &x a\n- *x\n", "aliases are not allowed", (1, 1)),
        ("a\n---\nb\n", "more than one document", (1, 1)),
        ("a\x01b", "control characters are not allowed", (1, 1)),
    ],
)
def test_what_is_refused(text: str, problem: str, place: tuple[int, int]):
    with pytest.raises(PlainError) as bad:
        load_plain(text)
    assert (str(bad.value), (bad.value.line, bad.value.column)) == (problem, place)


def test_depth_is_bounded_before_the_parser_s_stack_is():
    assert load_plain("[" * MAX_DEPTH + "]" * MAX_DEPTH)
    for text in ("[" * (MAX_DEPTH + 1), "[" * 100_000):
        with pytest.raises(PlainError, match="nested more than"):
            load_plain(text)


def test_a_tag_makes_nothing():
    assert load_plain("!!python/object/apply:os.system [a]") == ["a"]
