"""YAML text as positioned nodes; every scalar stays what was typed.

The nodes are built from PyYAML's events: its composer would follow aliases, guess types, let the last of two equal
keys win, and (in C) overrun the stack on deep nesting. Here each of these is an error with its place.
"""

from __future__ import annotations

from collections.abc import Iterator

import yaml

from unitdeck.base.diagnostics import BuildError, Diagnostic, Span, error
from unitdeck.source.nodes import Entry, MapNode, Node, ScalarNode, SeqNode
from unitdeck.source.prepass import culprits, odd_indentation
from unitdeck.source.syntax import syntax_error
from unitdeck.source.text import SourceText

MAX_DEPTH = 40
MAX_NODES = 50_000

_LOADER = getattr(yaml, "CBaseLoader", yaml.BaseLoader)  # the C parser where PyYAML was built with it


def parse_yaml(source: SourceText, keys: frozenset[str]) -> Node:
    """Return the document's node; ``keys`` are the words that may be keys, which tell a slip from a sentence.

    Raises BuildError with the errors UD107 and UD110–UD135, and the source's own warnings before them.
    """
    slips = odd_indentation(source, keys)
    builder = _Builder(source)
    try:
        node = builder.document(iter(_LOADER(source.text).get_event, None))
    except yaml.YAMLError as failure:
        finding = syntax_error(failure, source)
        before = culprits(source, keys)
        faults = (*slips, *builder.faults, *before)
        raise BuildError((*source.diagnostics, *(faults if slips or before else (*faults, finding)))) from None
    except _Refused as refusal:
        raise BuildError((*source.diagnostics, *slips, *builder.faults, refusal.diagnostic)) from None
    faults = (*slips, *builder.faults)
    if node is None:
        faults = (*faults, error("UD107", Span(source.file)))
    if node is None or faults:
        raise BuildError(source.diagnostics + faults)
    return node


class _Refused(Exception):  # noqa: N818  (a refusal, not a failure: it never leaves this module)
    def __init__(self, code: str, span: Span, **data: object) -> None:
        self.diagnostic = error(code, span, **data)


class _Builder:
    """Builds nodes from events and gathers the faults after which the rest can still be read."""

    def __init__(self, source: SourceText) -> None:
        self.file = source.file
        self.text = source.text
        self.faults: list[Diagnostic] = []
        self.count = 0

    def document(self, events: Iterator[yaml.Event]) -> Node | None:
        node: Node | None = None
        documents = 0
        for event in events:
            if isinstance(event, yaml.DocumentStartEvent):
                documents += 1
                if documents > 1:
                    raise _Refused("UD134", self.span(event))
                node = self.node(next(events), events, 0)
        return None if isinstance(node, ScalarNode) and not node.text and not node.quoted else node

    def node(self, event: yaml.Event, events: Iterator[yaml.Event], depth: int) -> Node:
        self.count += 1
        if depth > MAX_DEPTH:
            raise _Refused("UD132", self.span(event), limit=MAX_DEPTH)
        if self.count > MAX_NODES:
            raise _Refused("UD133", self.span(event), limit=MAX_NODES)
        if isinstance(event, yaml.AliasEvent) or getattr(event, "anchor", None):
            raise _Refused("UD130", self.span(event))
        if getattr(event, "tag", None):
            raise _Refused("UD131", self.span(event))
        if isinstance(event, yaml.ScalarEvent):
            node = ScalarNode(event.value, bool(event.style), self.span(event))
            if node.span.end is None and not node.quoted and " - " in node.text:
                self.swallowed(event)
            return node
        if isinstance(event, yaml.SequenceStartEvent):
            return self.sequence(event, events, depth)
        return self.mapping(event, events, depth)

    def sequence(self, start: yaml.Event, events: Iterator[yaml.Event], depth: int) -> SeqNode:
        items = []
        for event in events:
            if isinstance(event, yaml.SequenceEndEvent):
                break
            items.append(self.node(event, events, depth + 1))
        return SeqNode(tuple(items), self.span(start))

    def mapping(self, start: yaml.Event, events: Iterator[yaml.Event], depth: int) -> MapNode:
        entries: dict[str, Entry] = {}
        for event in events:
            if isinstance(event, yaml.MappingEndEvent):
                break
            key = self.node(event, events, depth + 1)
            value = self.node(next(events), events, depth + 1)
            if not isinstance(key, ScalarNode):
                self.faults.append(error("UD136", key.span))
            elif key.text in entries:
                first = entries[key.text].key.span.line
                self.faults.append(error("UD135", key.span, key=key.text, first=first))
            else:
                entries[key.text] = Entry(key, value)
        found = tuple(entries.values())
        return MapNode(found, _first_line(found) or self.span(start))

    def swallowed(self, event: yaml.Event) -> None:
        """Report list items that are indented too far: YAML takes them for more words of the text above."""
        if event.start_mark is None or event.end_mark is None:
            return
        first, last = event.start_mark.line + 1, event.end_mark.line + 1
        for number, line in enumerate(self.text.split("\n")[first:last], first + 1):
            body = line.lstrip(" ")
            if body.startswith("- "):
                column = len(line) - len(body) + 1
                self.faults.append(error("UD128", Span(self.file, number, column, column + 1)))

    def span(self, event: yaml.Event) -> Span:
        start, end = event.start_mark, event.end_mark
        if start is None or end is None:
            return Span(self.file)
        same_line = start.line == end.line
        return Span(self.file, start.line + 1, start.column + 1, end.column + 1 if same_line else None)


def _first_line(entries: tuple[Entry, ...]) -> Span | None:
    """Return the first entry's key and value: the line by which a person knows the mapping."""
    if not entries:
        return None
    key, value = entries[0].key.span, entries[0].value.span
    return key if value.line != key.line or value.end is None else key._replace(end=max(value.end, key.end or 1))
