"""Positioned nodes: what a file says, with the place of every word, before anything is known of its meaning."""

from __future__ import annotations

from typing import NamedTuple, TypeAlias

from unitdeck.base.diagnostics import Span


class ScalarNode(NamedTuple):
    """One value, as typed; ``quoted`` where quotes (or a block sign) say that it is text."""

    text: str
    quoted: bool
    span: Span


class SeqNode(NamedTuple):
    """A list."""

    items: tuple[Node, ...]
    span: Span


class MapNode(NamedTuple):
    """Keys with values, each key once."""

    entries: tuple[Entry, ...]
    span: Span


class Entry(NamedTuple):
    """A key with its value."""

    key: ScalarNode
    value: Node


Node: TypeAlias = ScalarNode | SeqNode | MapNode
