"""YAML that a template wrote, as plain values: text, None, lists and dicts; no guessing of types."""

from __future__ import annotations

from typing import TypeAlias

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

    An unquoted ``null`` is None, every other scalar its text; aliases are refused.
    """
    top: list[Plain] = []
    open_values: list[list[Plain]] = [top]
    try:
        loader = _LOADER(text)
        while (event := loader.get_event()) is not None:
            if isinstance(event, yaml.ScalarEvent):
                open_values[-1].append(None if event.implicit[0] and event.value in _NULLS else event.value)
            elif isinstance(event, yaml.CollectionStartEvent):
                if len(open_values) > MAX_DEPTH:
                    raise PlainError(f"nested more than {MAX_DEPTH} deep")
                open_values.append([])
            elif isinstance(event, yaml.SequenceEndEvent):
                closed = open_values.pop()
                open_values[-1].append(closed)
            elif isinstance(event, yaml.MappingEndEvent):
                flat = open_values.pop()
                open_values[-1].append({str(key): value for key, value in zip(flat[::2], flat[1::2], strict=True)})
            elif isinstance(event, yaml.AliasEvent):
                raise PlainError("aliases are not allowed")
    except yaml.YAMLError as failure:
        mark = getattr(failure, "problem_mark", None)
        line, column = (mark.line + 1, mark.column + 1) if mark else (1, 1)
        raise PlainError(str(getattr(failure, "problem", None) or failure), line, column) from failure
    return top[0] if top else None
