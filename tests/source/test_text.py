from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from unitdeck.base.diagnostics import BuildError, Span
from unitdeck.source.text import decode, read_text


def codes(data: bytes) -> list[tuple[str, Span | None]]:
    with pytest.raises(BuildError) as caught:
        decode(data, "x.yaml")
    return [(each.code, each.span) for each in caught.value.diagnostics]


def test_utf8_with_and_without_mark_is_read_alike_and_without_warning() -> None:
    plain = decode("单位: 财政局\n".encode(), "x.yaml")
    marked = decode("\ufeff单位: 财政局\n".encode(), "x.yaml")
    assert plain == marked
    assert plain.text == "单位: 财政局\n"
    assert plain.diagnostics == ()


@pytest.mark.parametrize(("codec", "named"), [("gb18030", "GB18030"), ("utf-16", "UTF-16")])
def test_other_encodings_are_read_with_a_warning(codec: str, named: str) -> None:
    source = decode("单位: 㵲阳河镕喆\n".encode(codec), "x.yaml")
    assert source.text == "单位: 㵲阳河镕喆\n"
    assert [(each.code, each.severity, each.data["encoding"]) for each in source.diagnostics] == [
        ("UD105", "warning", named)
    ]


def test_utf8_with_one_broken_byte_is_an_error_at_that_byte_and_not_garbled_chinese() -> None:
    data = "单位: 罗山县财政局\n口号: 再进位".encode()
    broken = data[:-1] + b"\xff"
    assert codes(broken) == [("UD104", Span("x.yaml", 2, 7))]


def test_office_files_and_odd_bytes_are_not_text() -> None:
    assert codes(b"PK\x03\x04....")[0][0] == "UD104"
    assert codes(b"\xff\xfe\x00")[0][0] == "UD104"


def test_line_ends_are_one_and_never_shift_a_place() -> None:
    assert decode(b"a\r\nb\rc\n", "x").text == "a\nb\nc\n"
    assert decode("a\u2028b\u2029c\x85d".encode(), "x").text == "a b c d"


def test_control_characters_are_reported_where_they_stand_the_first_five() -> None:
    assert codes("a: 1\nb: 再\x0b进\x00".encode()) == [
        ("UD106", Span("x.yaml", 2, 5, 6)),
        ("UD106", Span("x.yaml", 2, 7, 8)),
    ]
    assert len(codes(b"\x01" * 100)) == 5


def test_a_missing_file_names_its_neighbour(tmp_path: Path) -> None:
    (tmp_path / "财政局.yaml").write_text("")
    with pytest.raises(BuildError) as caught:
        read_text(tmp_path / "财政局.yml")
    (missing,) = caught.value.diagnostics
    assert (missing.code, missing.data["best"]) == ("UD101", str(tmp_path / "财政局.yaml"))


@given(st.binary(max_size=300))
@settings(max_examples=100, deadline=None)
def test_any_bytes_are_text_or_a_build_error(data: bytes) -> None:
    try:
        text = decode(data, "x").text
    except BuildError as bad:
        assert all(each.span for each in bad.diagnostics)
    else:
        assert "\r" not in text
        assert "\0" not in text
