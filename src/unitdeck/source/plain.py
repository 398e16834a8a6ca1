"""YAML that a template wrote, as plain values: text, None, lists and dicts; no guessing of types."""

from __future__ import annotations

from typing import Any, TypeAlias

import yaml

Plain: TypeAlias = "str | list[Plain] | dict[str, Plain] | None"

MAX_DEPTH = 40  # the C parser overruns its stack on deep nesting
_LOADER = getattr(yaml, "CBaseLoader", yaml.BaseLoader)
_NULLS = frozenset(("", "~", "null"))


class PlainError(ValueError):
    """The text is not such YAML; ``line`` and ``column`` are 1-based."""

    def __init__(self, problem: str, line: int = 1, column: int = 1) -> None:
        super().__init__(problem)
        self.line = line
        self.column = column


def load_plain(text: str) -> Plain:
    """Return the document's value (an empty one is None); raises PlainError.

    An unquoted ``null`` is None, every other scalar its text; aliases, a key written twice and a second document are
    refused.
    """
    top: list[Plain] = []
    open_values: list[list[Plain]] = [top]
    try:
        loader = _LOADER(text)
        while (event := loader.get_event()) is not None:
            kind = type(event)
            if kind is yaml.ScalarEvent:
                open_values[-1].append(None if event.implicit[0] and event.value in _NULLS else event.value)
            elif kind is yaml.SequenceStartEvent or kind is yaml.MappingStartEvent:
                if len(open_values) > MAX_DEPTH:
                    raise PlainError(f"nested more than {MAX_DEPTH} deep")
                open_values.append([])
            elif kind is yaml.SequenceEndEvent:
                closed = open_values.pop()
                open_values[-1].append(closed)
            elif kind is yaml.MappingEndEvent:
                flat = open_values.pop()
                open_values[-1].append(_mapping(flat[::2], flat[1::2], event.start_mark))
            elif kind is yaml.AliasEvent:
                raise PlainError("aliases are not allowed")
    except yaml.YAMLError as failure:
        mark = getattr(failure, "problem_mark", None)
        line, column = (mark.line + 1, mark.column + 1) if mark else (1, 1)
        problem = getattr(failure, "problem", None) or getattr(failure, "reason", None) or failure
        raise PlainError(str(problem), line, column) from failure
    if len(top) > 1:
        raise PlainError("more than one document")
    return top[0] if top else None


def item_lines(text: str) -> list[int]:
    """Return the line (1-based) of each item of a document that is one list, as :func:`load_plain` could read it."""
    lines: list[int] = []
    depth = 0
    loader = _LOADER(text)
    while (event := loader.get_event()) is not None:
        if depth == 1 and isinstance(event, yaml.ScalarEvent | yaml.CollectionStartEvent):
            start: Any = event.start_mark
            lines.append(start.line + 1)
        if isinstance(event, yaml.CollectionStartEvent):
            depth += 1
        elif isinstance(event, yaml.CollectionEndEvent):
            depth -= 1
    return lines


def _mapping(keys: list[Plain], values: list[Plain], end: Any) -> Plain:
    """The mapping that closes at the mark ``end``."""
    names = ["null" if key is None else str(key) for key in keys]
    if len(set(names)) < len(names):
        twice = next(name for name in names if names.count(name) > 1)
        raise PlainError(f"key {twice!r} twice in one mapping", end.line + 1, end.column + 1)
    return dict(zip(names, values, strict=True))
