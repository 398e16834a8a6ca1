"""Nodes to typed values: every error at once, each at its place, and the places kept for later findings."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from datetime import time
from decimal import Decimal
from pathlib import Path
from typing import Any, Generic, NamedTuple, TypeVar

from unitdeck.base.diagnostics import BuildError, Diagnostic, Span, Term, error
from unitdeck.base.spelling import nearest
from unitdeck.source.csv_nodes import read_csv
from unitdeck.source.fields import ClassFields, Field, FieldTable, Listing, Record, Scalar
from unitdeck.source.nodes import Entry, MapNode, Node, ScalarNode, SeqNode
from unitdeck.source.paths import file_inside
from unitdeck.source.prepass import colon_slip
from unitdeck.source.scalars import (
    FilePath,
    Percent,
    ScalarError,
    When,
    clock,
    is_nothing,
    number,
    percent,
    when,
    whole,
)
from unitdeck.source.scalars import yes_or_no as read_bool

T = TypeVar("T")
Step = str | int


class Positions(NamedTuple):
    """Where the values stand: spans by path (``("targets", 0, "actual", "value")``)."""

    spans: Mapping[tuple[Step, ...], Span]

    def at(self, *path: Step) -> Span:
        """Return the span of the value at ``path``, else of the nearest thing around it that the file holds."""
        while path not in self.spans:
            path = path[:-1]
        return self.spans[path]


class Bound(NamedTuple, Generic[T]):
    """A value with its places. Where ``diagnostics`` hold errors, the fields they concern have their defaults.

    A required field that failed is None then: good enough to look for more errors, not to build on.
    """

    value: T
    positions: Positions
    diagnostics: tuple[Diagnostic, ...]


def bind(node: Node, cls: type[T], table: FieldTable, root: Path) -> Bound[T]:
    """Return the node as a ``cls``; paths in it are relative to ``root``.

    Its diagnostics are the errors UD110–UD116 (slips seen from the meaning), UD201–UD213, UD222, UD601–UD614 and UD730,
    and the warnings of reading CSV files.
    """
    binder = _Binder(table, root, Term(cls.__name__))
    binder.spans[()] = node.span
    value = binder.record(node, Record(cls, None), (), None)
    return Bound(value, Positions(binder.spans), tuple(binder.found))


# What a comma cuts off a number with thousands, within braces: 「800」 of 8,800, 「800.5」, 「800亩」. It has no value.
_CUT = re.compile(r"\d{3}(?:\.\d+)?\s*(?:[^\W\d]|[%％]){0,8}")

_READERS: Mapping[Any, Callable[[str], object]] = {
    Decimal: number,
    Percent: percent,
    int: whole,
    bool: read_bool,
    When: when,
    time: clock,
}
_TERMS: Mapping[Any, Term] = {
    str: Term("a_text"),
    Decimal: Term("a_number"),
    Percent: Term("a_percentage"),
    int: Term("a_whole_number"),
    bool: Term("yes_or_no"),
    When: Term("a_date"),
    time: Term("a_time"),
    FilePath: Term("a_path"),
}
_FAILED = object()


class _Binder:
    def __init__(self, table: FieldTable, root: Path, whole: Term) -> None:
        self.table = table
        self.root = root
        self.whole = whole
        self.found: list[Diagnostic] = []
        self.spans: dict[tuple[Step, ...], Span] = {}

    def record(self, node: Node, shape: Record, path: tuple[Step, ...], key: ScalarNode | None) -> Any:
        known = self.table.of(shape.cls)
        if isinstance(node, ScalarNode):
            slipped = self._slip(node, known)
            if shape.shorthand is None or slipped:
                if not slipped:
                    self._wrong(node, Term("a_mapping"), key, path)
                return self._made(known, {})
            field = known.field(shape.shorthand)
            named = key or ScalarNode(field.name, False, node.span)
            return self._made(known, {field.name: self._value(node, field, (*path, field.name), named)})
        if isinstance(node, SeqNode):
            self._wrong(node, Term("a_mapping"), key, path)
            return self._made(known, {})
        values: dict[str, Any] = {}
        typed: dict[str, ScalarNode] = {}
        for word, value in node.entries:
            if word.text not in known.by_key:
                meant = self._unknown(word, value, known)
                if meant is not None:
                    typed.setdefault(meant.name, word)
                continue
            field = known.by_key[word.text]
            if field.name in typed:
                first = typed[field.name]
                self.found.append(error("UD212", word.span, key=word.text, first=first.text, line=first.span.line))
                continue
            typed[field.name] = word
            values[field.name] = self._value(value, field, (*path, field.name), word)
        parent = key.span if key else node.span
        for field in known.fields:
            if field.required and field.name not in typed:
                self.found.append(error("UD202", parent, **_named(field), parent=_class_term(known)))
        return self._made(known, values)

    def _made(self, known: ClassFields, values: dict[str, Any]) -> Any:
        given = {name: value for name, value in values.items() if value is not _FAILED}
        missing = {field.name: None for field in known.fields if field.required and field.name not in given}
        return known.cls(**given, **missing)

    def _value(self, node: Node, field: Field, path: tuple[Step, ...], key: ScalarNode) -> Any:
        """Return the field's value, or _FAILED where its default is to stand (a blank, or an error)."""
        shape = field.shape
        blank = isinstance(node, ScalarNode) and not node.quoted and not node.text
        beside = (node.span.file, node.span.line) == (key.span.file, key.span.line)
        self.spans[path] = key.span if not isinstance(node, ScalarNode) or (blank and beside) else node.span
        if blank:
            if field.required:
                self.found.append(error("UD209", self.spans[path], key=key.text))
            return _FAILED
        if isinstance(shape, Scalar):
            value = self._scalar(node, shape, path, key)
            if value is None and not field.optional:
                if field.required:
                    self.found.append(error("UD209", node.span, key=key.text))
                return _FAILED
            return value
        if isinstance(shape, Record):
            return self.record(node, shape, path, key)
        return self._listing(node, shape, path, key)

    def _listing(self, node: Node, shape: Listing, path: tuple[Step, ...], key: ScalarNode) -> Any:
        if isinstance(node, SeqNode):
            return tuple(self._item(item, shape.item, (*path, index)) for index, item in enumerate(node.items))
        if isinstance(node, MapNode):
            return self._from_mapping(node, shape, path, key)
        item = shape.item
        if shape.csv and isinstance(item, Record) and not is_nothing(node.text):
            return self._from_csv(node, shape, item, path, key)
        if isinstance(item, Record):
            known = self.table.of(item.cls)
            if self._slip(node, known):
                return _FAILED
            if item.shorthand is None:
                if is_nothing(node.text):
                    return ()
                self._wrong(node, Term("a_list"), key, path)
                return _FAILED
            short = known.field(item.shorthand).shape
            if isinstance(short, Scalar) and short.type is not str and is_nothing(node.text):
                return ()
        elif self._dash(node):
            return _FAILED
        return (self._item(node, item, (*path, 0)),)

    def _item(self, node: Node, shape: Scalar | Record, path: tuple[Step, ...]) -> Any:
        self.spans[path] = node.span
        if isinstance(node, ScalarNode) and not node.quoted and not node.text:
            self.found.append(error("UD209", node.span, key="-"))
            return self._made(self.table.of(shape.cls), {}) if isinstance(shape, Record) else None
        if isinstance(shape, Record):
            return self.record(node, shape, path, None)
        value = self._scalar(node, shape, path, None)
        return None if value is _FAILED else value

    def _from_mapping(self, node: MapNode, shape: Listing, path: tuple[Step, ...], key: ScalarNode) -> Any:
        if not isinstance(shape.item, Record):
            self._wrong(node, Term("a_list"), key, path)
            return _FAILED
        if shape.pairs is None:
            return (self._item(node, shape.item, (*path, 0)),)
        known = self.table.of(shape.item.cls)
        heading = known.field(shape.pairs.key)
        if any(known.by_key.get(entry.key.text) is heading for entry in node.entries):  # one item, not yet a list
            return (self._item(node, shape.item, (*path, 0)),)
        figure = known.field(shape.pairs.value)
        items = []
        for word, value in node.entries:
            name = Entry(_spoken(heading, key, word.span), word)
            rest = value.entries if isinstance(value, MapNode) else (Entry(_spoken(figure, key, word.span), value),)
            span = word.span._replace(end=value.span.end) if value.span.line == word.span.line else word.span
            items.append(MapNode((name, *rest), span))
        return tuple(self._item(item, shape.item, (*path, index)) for index, item in enumerate(items))

    def _from_csv(self, node: ScalarNode, shape: Listing, item: Record, path: tuple[Step, ...], key: ScalarNode) -> Any:
        try:
            inside = file_inside(self.root, node.text)
            rows, warnings = read_csv(self.root / inside, self.table.of(item.cls).keys)
        except ScalarError as failure:
            self.found.append(error(failure.code, node.span, key=key.text, **failure.data))
            return _FAILED
        except BuildError as failure:
            self.found.extend(failure.diagnostics)
            return _FAILED
        self.found.extend(warnings)
        return self._listing(rows, shape, path, key)

    def _scalar(self, node: Node, shape: Scalar, path: tuple[Step, ...], key: ScalarNode | None) -> Any:
        if not isinstance(node, ScalarNode):
            self._wrong(node, Term("one_of_the_words") if shape.words else _TERMS[shape.type], key, path)
            return _FAILED
        try:
            value = self._read(node.text, shape)
            self._in_range(value, shape)
        except ScalarError as failure:
            span = node.span if node.span.end != node.span.column or key is None else key.span
            self.found.append(error(failure.code, span, key=self._label(key, path), **failure.data))
            return _FAILED
        return value

    def _read(self, text: str, shape: Scalar) -> object:
        if shape.words:
            return _word(text, shape.words)
        if shape.type is FilePath:
            return file_inside(self.root, text) if text.strip() else None
        if shape.type is str:
            if shape.nonempty and not text.strip():
                raise ScalarError("UD209")
            return text
        if shape.suffix:
            text = text.strip().removesuffix(shape.suffix)
        return _READERS[shape.type](text)

    @staticmethod
    def _in_range(value: object, shape: Scalar) -> None:
        if not isinstance(value, int | Decimal) or (shape.least is None and shape.most is None):
            return
        low, high = shape.least, shape.most
        if (low is not None and value < low) or (high is not None and value > high):
            raise ScalarError("UD207", found=str(value), range=_range(low, high))

    def _slip(self, node: ScalarNode, known: ClassFields) -> bool:
        """Report a plain text in place of a mapping that was to be one, but for its colon or dash."""
        if node.quoted:
            return False
        slip = colon_slip(node.text, known.keys)
        if slip is None:
            return self._dash(node)
        code, offset, key = slip
        column = node.span.column + offset
        self.found.append(error(code, node.span._replace(column=column, end=column + 1), key=key))
        return True

    def _dash(self, node: ScalarNode) -> bool:
        """Report a list whose dashes have no space after them: YAML reads it as one text."""
        text = node.text
        if node.quoted or not text.startswith("-") or is_nothing(text) or text[1:2] in "-.0123456789":
            return False
        column = node.span.column
        self.found.append(error("UD115", node.span._replace(end=column + 1)))
        return True

    def _unknown(self, word: ScalarNode, value: Node, known: ClassFields) -> Field | None:
        """Report a key that is none; return the field that it was to be where only its colon is wrong."""
        slip = None if word.quoted else colon_slip(word.text, known.keys)
        if slip:
            code, offset, key = slip
            column = word.span.column + offset
            self.found.append(error(code, word.span._replace(column=column, end=column + 1), key=key))
            return known.by_key[key]
        alone = isinstance(value, ScalarNode) and not value.quoted and not value.text
        if alone and not word.quoted and _CUT.fullmatch(word.text):
            self.found.append(error("UD222", word.span, digits=word.text))
            return None
        chinese = not word.text.isascii()
        shown = tuple(field.names[0] if chinese and field.names else field.name for field in known.fields)
        best = nearest(word.text, known.keys)
        data = {"key": word.text, "parent": _class_term(known), "known": shown, "best": best}
        self.found.append(error("UD201", word.span, **data))
        return None

    def _label(self, key: ScalarNode | None, path: tuple[Step, ...]) -> str | Term:
        """Return the key as typed; of an item in a list, the list's; of the file, what it is."""
        if key is not None:
            return key.text
        return next((step for step in reversed(path) if isinstance(step, str)), self.whole)

    def _wrong(self, node: Node, expected: Term, key: ScalarNode | None, path: tuple[Step, ...]) -> None:
        found = {ScalarNode: Term("a_text"), SeqNode: Term("a_list"), MapNode: Term("a_mapping")}[type(node)]
        self.found.append(error("UD203", node.span, key=self._label(key, path), expected=expected, found=found))


def _word(text: str, words: Mapping[str, str]) -> str | None:
    typed = text.strip()
    if not typed:
        return None
    value = words.get(typed) or words.get(typed.lower())
    if value is None:
        chinese = tuple(word for word in words if not word.isascii())
        known = tuple(dict.fromkeys(words.values())) if typed.isascii() or not chinese else chinese
        raise ScalarError("UD208", found=typed[:40], known=known, best=nearest(typed, words))
    return value


def _range(low: int | None, high: int | None) -> str:
    if low is not None and high is not None:
        return f"{low}–{high}"
    return f"≥ {low}" if high is None else f"≤ {high}"


def _spoken(field: Field, beside: ScalarNode, span: Span) -> ScalarNode:
    """Return a key that was left out, in the language of the one around it."""
    chinese = not beside.text.isascii() and field.names
    return ScalarNode(field.names[0] if chinese else field.name, False, span)


def _named(field: Field) -> dict[str, str]:
    return {"key": field.name, "chinese": field.names[0] if field.names else field.name}


def _class_term(known: ClassFields) -> Term:
    return Term(known.cls.__name__)
