from __future__ import annotations

import re
import tomllib
from pathlib import Path
from typing import Any

import pytest

from unitdeck.base.catalog import codes, explain, message, placeholders, term
from unitdeck.base.diagnostics import Span, Term, error

FOLDER = Path("src/unitdeck/base/messages")
# Families whose every code is raised somewhere: a family joins when its floor is there.


def entries(root: Path, lang: str) -> dict[str, dict[str, Any]]:
    tables = [tomllib.loads(file.read_text("utf-8")) for file in sorted((root / FOLDER / lang).glob("*.toml"))]
    return {key: entry for table in tables for key, entry in table.items() if key != "terms"}


def sentences(entry: dict[str, Any], part: str) -> list[str]:
    said = entry.get(part, [])
    return [said] if isinstance(said, str) else said


def test_both_languages_have_the_same_files_codes_and_terms(root: Path) -> None:
    zh, en = ({file.name for file in (root / FOLDER / lang).glob("*.toml")} for lang in ("zh", "en"))
    assert zh == en
    for name in zh:
        tables = [tomllib.loads((root / FOLDER / lang / name).read_text("utf-8")) for lang in ("zh", "en")]
        assert set(tables[0]) == set(tables[1]), name
        assert set(tables[0].get("terms", {})) == set(tables[1].get("terms", {})), name


def test_both_languages_have_the_same_parts_with_the_same_placeholders(root: Path) -> None:
    zh, en = entries(root, "zh"), entries(root, "en")
    for code, entry in zh.items():
        assert set(entry) == set(en[code]), code
        assert set(entry) <= {"title", "message", "expected", "do", "explain"}, code
        assert {"title", "message", "explain"} <= set(entry), code
        used = [
            frozenset().union(*(placeholders(s) for part in ("message", "expected", "do") for s in sentences(e, part)))
            for e in (entry, en[code])
        ]
        assert used[0] == used[1], code
        assert not placeholders(entry["title"])
        assert not placeholders(en[code]["title"])


def test_each_code_stands_in_one_file(root: Path) -> None:
    tables = [tomllib.loads(file.read_text("utf-8")) for file in (root / FOLDER / "zh").glob("*.toml")]
    found = [code for table in tables for code in table if code != "terms"]
    assert sorted(found) == sorted(set(found))
    assert all(re.fullmatch(r"UD[1-7]\d{2}", code) for code in found)


def test_every_code_raised_is_in_the_catalogue_and_the_other_way_round(root: Path) -> None:
    raised = set()
    for file in (root / "src").rglob("*.py"):
        raised |= set(re.findall(r'"(UD\d{3})"', file.read_text("utf-8")))
    assert raised == set(codes())


def test_a_message_in_the_readers_language_with_lists_and_terms() -> None:
    wrong = error("UD203", Span("x"), key="完成", expected=Term("a_number"), found=Term("a_list"))
    assert message(wrong, "zh").expected == "数字"
    assert message(wrong, "en").message == '"完成" holds a list (each item with "- ") here'
    unknown = error("UD201", Span("x"), key="tragets", parent=Term("Outline"), known=("a", "b"), best="targets")
    assert message(unknown, "zh").message == "提纲没有“tragets”这个键"
    assert message(unknown, "zh").expected == "其中之一：a、b"
    assert message(unknown, "en").expected == "one of a, b"
    assert message(unknown, "en").do == 'Did you mean "targets"? Use one of the known keys or delete this line.'


def test_a_sentence_without_its_particular_is_left_out() -> None:
    unknown = error("UD201", Span("x"), key="q", parent=Term("Outline"), known=("a",), best=None)
    assert message(unknown, "zh").do == "改成可以写的键，或删去这一行。"


def test_a_forgotten_particular_or_code_never_stops_a_message() -> None:
    assert "…" in message(error("UD204", None), "zh").message
    assert message(error("UD999", None, a=1), "zh").message == "a=1"


def test_braces_in_data_are_left_alone() -> None:
    assert "{x}" in message(error("UD204", None, key="a", found="{x}"), "zh").message


@pytest.mark.parametrize("lang", ["zh", "en"])
def test_every_code_is_explained(lang: Any) -> None:
    for code in codes():
        page = explain(code, lang)
        assert page is not None
        assert page.title
        assert len(page.explain) > 15
    assert explain("ud201", lang) == explain("UD201", lang)
    assert explain("UD000", lang) is None


def test_terms() -> None:
    assert term("Target", "en") == "a target"
    assert term("no such word", "zh") == "no such word"
