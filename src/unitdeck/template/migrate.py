"""Outlines and sessions moved to another version of a template: the pin, and the keys and values that it renamed.

What a new major version renames stands in its template.yaml; paths are in English, an outline's keys in either
language:

    migrations:
    - to: 2
      keys: {highlights.result: text}
      values: {ambitions.label: {创品牌: 树品牌}}
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import NamedTuple

from unitdeck.base.diagnostics import BuildError, Diagnostic, Span, Term, error
from unitdeck.outline.load import FIELDS, SESSION_FILE
from unitdeck.outline.model import Outline, Session
from unitdeck.source.fields import ClassFields, Field, Listing, Record
from unitdeck.source.nodes import Entry, MapNode, Node, ScalarNode, SeqNode
from unitdeck.source.splice import Edit, Unspliced, splice
from unitdeck.source.text import decode, read_bytes
from unitdeck.source.yaml_nodes import parse_yaml
from unitdeck.template.settings import MigrationSettings

_PIN = "template"


class Target(NamedTuple):
    """The template to move to: its name, its major version, and what its versions renamed."""

    name: str
    major: int
    steps: tuple[MigrationSettings, ...]

    @property
    def pin(self) -> str:
        """As outlines write it."""
        return f"{self.name}@{self.major}"


class Moved(NamedTuple):
    """A file before and after; ``pinned`` is the pin that it had, '' for none; ``edits`` are the words replaced."""

    file: Path
    before: bytes
    after: bytes
    pinned: str
    edits: tuple[Edit, ...]


def migrated(file: Path, target: Target, session_pin: str = "") -> Moved:
    """Return an outline or a session as it stands after the move; nothing is written.

    Where an outline has no pin, the one of its session says which version it comes from. Raises BuildError: what
    reading raises, and UD528 with every word that a person must change.
    """
    data = read_bytes(file)
    root = now = _parsed(data, file)
    cls = Session if file.name == SESSION_FILE else Outline
    pin = pin_of(root)
    faults: list[Diagnostic] = []
    if pin is not None and pin.text != target.pin:
        if "/" in pin.text or "\\" in pin.text:
            faults.append(_by_hand(pin, "by_hand_path"))
        now = _with(now, {pin.span: target.pin})
    for step in _due(target, pin.text if pin is not None else session_pin):
        for path, new in step.keys.items():
            found = tuple(_keys(now, cls, path.split("."), new))
            faults += [each for each in found if isinstance(each, Diagnostic)]
            now = _with(now, {each.node.span: each.text for each in found if isinstance(each, Edit)})
        for path, words in step.values.items():
            nodes = (node for node in _values(now, cls, path.split(".")) if node.text in words)
            now = _with(now, {node.span: words[node.text] for node in nodes})
    if faults:
        raise BuildError(tuple(faults))
    pairs = zip(_scalars(root), _scalars(now), strict=True)
    edits = tuple(Edit(old, new.text) for old, new in pairs if old.text != new.text)
    return Moved(file, data, _spliced(data, edits, now, file), pin.text if pin is not None else "", edits)


def pin_of(root: Node) -> ScalarNode | None:
    """Return the node of the template that an outline or a session asks for, None where it asks for none."""
    for entry in root.entries if isinstance(root, MapNode) else ():
        if entry.key.text in FIELDS.of(Outline).by_key and FIELDS.of(Outline).field(entry.key.text).name == _PIN:
            return entry.value if isinstance(entry.value, ScalarNode) and entry.value.text else None
    return None


def read_pin(file: Path) -> str:
    """Return the template that a file asks for, '' for none; raises BuildError as reading does."""
    pin = pin_of(_parsed(read_bytes(file), file))
    return pin.text if pin is not None else ""


def _parsed(data: bytes, file: Path) -> Node:
    return parse_yaml(decode(data, str(file)), FIELDS.keys())


def _due(target: Target, pin: str) -> Iterator[MigrationSettings]:
    """The steps between the version that was asked for and the target's; none from another template."""
    name, _, major = pin.partition("@")
    if name not in ("", target.name):
        return
    since = int(major.partition(".")[0]) if major.partition(".")[0].isdecimal() else 0
    for step in sorted(target.steps, key=lambda each: each.to):
        if since < step.to <= target.major:
            yield step


def _with(node: Node, texts: Mapping[Span, str]) -> Node:
    """The node with other texts at the places of some words."""
    if not texts:
        return node
    if isinstance(node, ScalarNode):
        return node._replace(text=texts.get(node.span, node.text))
    if isinstance(node, SeqNode):
        return node._replace(items=tuple(_with(item, texts) for item in node.items))
    entries = tuple(
        Entry(entry.key._replace(text=texts.get(entry.key.span, entry.key.text)), _with(entry.value, texts))
        for entry in node.entries
    )
    return node._replace(entries=entries)


def _spliced(data: bytes, edits: Sequence[Edit], wanted: Node, file: Path) -> bytes:
    """The bytes with the edits; that they now say what is wanted and nothing else is asked of the parser."""
    try:
        after = splice(data, edits)
    except Unspliced as failure:
        raise BuildError((_by_hand(failure.node, f"by_hand_{failure.why}"),)) from failure
    if edits and [node.text for node in _scalars(_parsed(after, file))] != [node.text for node in _scalars(wanted)]:
        raise BuildError((_by_hand(edits[0].node, "by_hand_form"),))
    return after


def _scalars(node: Node) -> Iterator[ScalarNode]:
    if isinstance(node, ScalarNode):
        yield node
    elif isinstance(node, SeqNode):
        for item in node.items:
            yield from _scalars(item)
    else:
        for entry in node.entries:
            yield entry.key
            yield from _scalars(entry.value)


def _keys(node: Node, cls: type, path: list[str], new: str) -> Iterator[Edit | Diagnostic]:
    """The keys of a path's end, each with its new name in the language that the old one is in."""
    for known, mapping in _mappings(node, cls, path[:-1]):
        wanted = known.by_key.get(new)
        for entry in mapping.entries:
            if _names(known, entry, path[-1]):
                if any(_names(known, other, new) for other in mapping.entries):
                    yield _by_hand(entry.key, "by_hand_both")
                elif wanted is None or entry.key.text == path[-1] or not wanted.names:
                    yield Edit(entry.key, new)
                else:
                    yield Edit(entry.key, wanted.names[0])


def _values(node: Node, cls: type, path: list[str]) -> Iterator[ScalarNode]:
    for known, mapping in _mappings(node, cls, path[:-1]):
        for entry in mapping.entries:
            if _names(known, entry, path[-1]) and isinstance(entry.value, ScalarNode):
                yield entry.value


def _mappings(node: Node, cls: type, path: list[str]) -> Iterator[tuple[ClassFields, MapNode]]:
    """The mappings at the end of a path, in lists or not, each with the fields of its class."""
    if isinstance(node, SeqNode):
        for item in node.items:
            yield from _mappings(item, cls, path)
    elif isinstance(node, MapNode):
        known = FIELDS.of(cls)
        if not path:
            yield known, node
            return
        for entry in node.entries:
            below = _class_of(known.by_key.get(path[0]))
            if below is not None and _names(known, entry, path[0]):
                yield from _mappings(entry.value, below, path[1:])


def _names(known: ClassFields, entry: Entry, name: str) -> bool:
    """Whether an entry's key stands for the field of that English name."""
    field = known.by_key.get(entry.key.text)
    return entry.key.text == name if field is None else field.name == name


def _class_of(field: Field | None) -> type | None:
    shape = field.shape.item if field and isinstance(field.shape, Listing) else field.shape if field else None
    return shape.cls if isinstance(shape, Record) else None


def _by_hand(node: ScalarNode, why: str) -> Diagnostic:
    return error("UD528", node.span, found=node.text, reason=Term(why))


def unknown_paths(steps: Sequence[MigrationSettings], place: Span) -> tuple[Diagnostic, ...]:
    """Return an error (UD527) for each path of a template's migrations that neither outlines nor sessions know."""
    paths = [path for step in steps for path in (*step.keys, *step.values)]
    return tuple(error("UD527", place, path=path) for path in paths if not _is_known(path.split(".")))


def _is_known(path: list[str]) -> bool:
    for cls in (Outline, Session):
        here: type | None = cls
        for step in path[:-1]:
            here = _class_of(FIELDS.of(here).by_key.get(step)) if here is not None else None
        if here is not None and path[-1] in {field.name for field in FIELDS.of(here).fields}:
            return True
    return False
