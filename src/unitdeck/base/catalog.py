"""The sentences of diagnostics: TOML catalogues in Chinese and English, read when something must be shown.

A catalogue is one file a family of codes. ``expected`` and ``do`` may be lists of sentences: one whose particulars are
missing (None or blank) is left out, so 「是不是“{best}”？」 stands only where there is a best guess.
"""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from functools import cache
from pathlib import Path
from string import Formatter
from typing import Any, NamedTuple

from unitdeck.base.diagnostics import Diagnostic, Term
from unitdeck.base.language import Lang

_FOLDER = Path(__file__).with_name("messages")


class Message(NamedTuple):
    """A diagnostic in one language; ``expected`` and ``do`` are blank where there is nothing to say."""

    title: str
    message: str
    expected: str
    do: str
    explain: str


def message(diagnostic: Diagnostic, lang: Lang) -> Message:
    """Return the diagnostic's sentences with its particulars; of a code without an entry, the code and its data."""
    entry = _catalogue(lang).get(diagnostic.code)
    if entry is None:
        return Message(diagnostic.code, ", ".join(f"{k}={v}" for k, v in diagnostic.data.items()), "", "", "")
    data = {name: _in_words(value, lang) for name, value in diagnostic.data.items()}
    return Message(
        entry["title"],
        _filled(entry["message"], data),
        _sentences(entry.get("expected", ""), data, lang),
        _sentences(entry.get("do", ""), data, lang),
        entry["explain"].strip("\n"),
    )


def codes() -> tuple[str, ...]:
    """Return every code that the catalogues hold, in order."""
    return tuple(sorted(_catalogue("zh")))


def explain(code: str, lang: Lang) -> Message | None:
    """Return a code's manual page: its title and explanation, the sentences with their ``{placeholders}``; or None."""
    entry = _catalogue(lang).get(code.upper())
    if entry is None:
        return None
    expected, do = (_joined(_listed(entry.get(part, "")), lang) for part in ("expected", "do"))
    return Message(entry["title"], entry["message"], expected, do, entry["explain"].strip("\n"))


def term(key: str, lang: Lang) -> str:
    """Return the catalogue's word for a key; the key itself where it has none."""
    return _terms(lang).get(key, key)


@cache
def _catalogue(lang: Lang) -> Mapping[str, Mapping[str, Any]]:
    return {key: entry for table in _tables(lang) for key, entry in table.items() if key != "terms"}


@cache
def _terms(lang: Lang) -> Mapping[str, str]:
    return {key: word for table in _tables(lang) for key, word in table.get("terms", {}).items()}


@cache
def _tables(lang: Lang) -> tuple[Mapping[str, Any], ...]:
    return tuple(tomllib.loads(file.read_text("utf-8")) for file in sorted((_FOLDER / lang).glob("*.toml")))


def _in_words(value: object, lang: Lang) -> str:
    if value is None:
        return ""
    if isinstance(value, Term):
        return term(value.key, lang)
    if isinstance(value, tuple | list):
        return term("separator", lang).join(_in_words(item, lang) for item in value)
    return str(value)


class _Particulars(dict[str, str]):
    """Data in which a forgotten particular shows as … and never stops the message."""

    def __missing__(self, _name: str) -> str:
        return "…"


def _filled(template: str, data: Mapping[str, str]) -> str:
    return template.format_map(_Particulars(data))


def _sentences(templates: str | list[str], data: Mapping[str, str], lang: Lang) -> str:
    said = [t for t in _listed(templates) if all(data.get(name, "…") for name in placeholders(t))]
    return _joined([_filled(template, data) for template in said], lang)


def _listed(templates: str | list[str]) -> list[str]:
    return [templates] if isinstance(templates, str) else templates


def _joined(sentences: list[str], lang: Lang) -> str:
    return term("sentence", lang).join(sentences)


def placeholders(template: str) -> frozenset[str]:
    """Return the names in braces."""
    return frozenset(name for _, name, _, _ in Formatter().parse(template) if name)
