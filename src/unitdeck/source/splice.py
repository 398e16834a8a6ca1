"""Words of a YAML file replaced where they stand: every other byte stays what it is, comments and layout with it."""

from __future__ import annotations

import codecs
import json
import re
from collections.abc import Sequence
from typing import NamedTuple

from unitdeck.source.nodes import ScalarNode

_BOMS = ((codecs.BOM_UTF8, "utf-8"), (codecs.BOM_UTF16_LE, "utf-16-le"), (codecs.BOM_UTF16_BE, "utf-16-be"))
_LINE_END = re.compile("\r\n|\r|\n")
# Plain in block and in flow style alike: words with single blanks, and signs between that mean nothing in YAML.
_PLAIN = re.compile(r"[^\W_][\w@./+—–·%-]*(?: [^\W_][\w@./+—–·%-]*)*")


class Edit(NamedTuple):
    """A word (key or value) of a file and the text that is to stand in its place."""

    node: ScalarNode
    text: str


class Unspliced(ValueError):  # noqa: N818  (what it is, as BuildError says what it is)
    """A word that cannot be replaced: ``node``, and why: 'lines' (more than one), 'encoding', 'form'."""

    def __init__(self, node: ScalarNode, why: str) -> None:
        super().__init__(why)
        self.node = node
        self.why = why


def splice(data: bytes, edits: Sequence[Edit]) -> bytes:
    """Return the file's bytes with the words replaced, in the encoding and the quotes that they stand in.

    The nodes are those that the file's text was parsed to. Raises Unspliced.
    """
    if not edits:
        return data
    bom, encoding, text = decoded(data)
    if bom + text.encode(encoding) != data:
        raise Unspliced(edits[0].node, "encoding")
    starts = [0, *(end.end() for end in _LINE_END.finditer(text))]
    pieces: list[str] = []
    at = 0
    for edit in sorted(edits, key=lambda each: (each.node.span.line, each.node.span.column)):
        start, end = _bounds(edit.node, starts)
        pieces += [text[at:start], _token(edit, text[start:end])]
        at = end
    pieces.append(text[at:])
    return bom + "".join(pieces).encode(encoding)


def decoded(data: bytes) -> tuple[bytes, str, str]:
    """Return a file's byte-order mark, its encoding and its text with line ends as they are (see source.text)."""
    for bom, encoding in _BOMS:
        if data.startswith(bom):
            return bom, encoding, data[len(bom) :].decode(encoding)
    try:
        return b"", "utf-8", data.decode("utf-8")
    except UnicodeDecodeError:
        return b"", "gb18030", data.decode("gb18030")


def _bounds(node: ScalarNode, starts: Sequence[int]) -> tuple[int, int]:
    if node.span.end is None:
        raise Unspliced(node, "lines")
    first = starts[node.span.line - 1]
    return first + node.span.column - 1, first + node.span.end - 1


def _token(edit: Edit, now: str) -> str:
    """What stands in the place of ``now``: in the same quotes, in quotes of its own where it could be misread."""
    if now.startswith("'") and edit.text.isprintable():
        return "'" + edit.text.replace("'", "''") + "'"
    if not now.startswith(("'", '"')):
        if now != edit.node.text:
            raise Unspliced(edit.node, "form")
        if _PLAIN.fullmatch(edit.text):
            return edit.text
    return json.dumps(edit.text, ensure_ascii=False)
