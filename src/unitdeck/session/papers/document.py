"""A paper as blocks: what a template's paper file says, line by line, before anything is drawn.

A line's mark is at its start; what a value printed is never one:

- ``# `` the title (several lines are one), ``= `` a line centred below it, ``## `` a heading, ``### `` one below it
- ``> `` a note to whoever speaks or writes, not to be read out; ``! `` one that must not be overlooked
- ``---`` a line to write on, ``--- 3`` three of them
- ``|`` a row of a table, its cells parted by ``|``; the first row is its head; ``|= 80 | 20>`` before it begins a table
  and gives the columns' shares of the width, of those with ``>`` that they are set to the right
- every other line is a paragraph; ``*lead* text`` begins it in bold. Blank lines count for nothing.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Literal, NamedTuple, TypeAlias

from unitdeck.base.diagnostics import BuildError, Span, error, excerpt
from unitdeck.template.environment import CLOSE, OPEN
from unitdeck.template.papers import PaperText

Kind = Literal["title", "subtitle", "heading", "subheading", "note", "warning", "text"]

_MOST_LINES = 40  # to write on, at one place
_MARKS: tuple[tuple[str, Kind], ...] = (
    ("### ", "subheading"),
    ("## ", "heading"),
    ("# ", "title"),
    ("= ", "subtitle"),
    ("> ", "note"),
    ("! ", "warning"),
)


class Paragraph(NamedTuple):
    """A paragraph; ``lead`` begins it in bold."""

    kind: Kind
    text: str
    lead: str = ""


class Lines(NamedTuple):
    """Lines to write on."""

    number: int


class Table(NamedTuple):
    """A table: its head, its rows, the columns' shares of the width (of 1), and which are set to the right."""

    head: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]
    shares: tuple[float, ...]
    right: tuple[bool, ...]


Block: TypeAlias = Paragraph | Lines | Table


def read_document(paper: PaperText) -> tuple[Block, ...]:
    """Return the blocks of a paper; raises BuildError (UD737) for a mark that says nothing, and a crooked table."""
    span = Span(str(paper.file))
    blocks: list[Block] = []
    rows: list[str] = []
    for line in (*_lines(paper.text), ""):
        row = line.startswith("|")
        if rows and (not row or line.startswith("|=")):
            blocks.append(_table(rows, span))
            rows = []
        if row:
            rows.append(line)
        elif line:
            blocks.append(_block(line, span))
            blocks[-2:] = _one_title(blocks[-2:])
    return tuple(blocks)


def _lines(text: str) -> Iterator[str]:
    """The lines of a text that are not blank; a line end within a value ends none."""
    return (line.strip() for line in _parted(text, "\n") if _plain(line).strip())


def _one_title(last: list[Block]) -> list[Block]:
    match last:
        case [Paragraph("title", first), Paragraph("title", second)]:
            return [Paragraph("title", f"{first}\n{second}")]
    return last


def _block(line: str, span: Span) -> Block:
    if line.startswith("---"):
        number = line[3:].strip() or "1"
        if not (number.isascii() and number.isdigit() and 1 <= int(number) <= _MOST_LINES):
            raise _fault(line, f"--- 1–{_MOST_LINES}", span)
        return Lines(int(number))
    for mark, kind in _MARKS:
        if line.startswith(mark):
            return Paragraph(kind, _flowing(line.removeprefix(mark)))
    match _parted(line, "*", 2):
        case ["", lead, text] if lead:
            return Paragraph("text", _flowing(text), _flowing(lead))
    return Paragraph("text", _flowing(line))


def _table(rows: list[str], span: Span) -> Table:
    shares: tuple[float, ...] = ()
    right: tuple[bool, ...] = ()
    if rows[0].startswith("|="):
        form = rows.pop(0)
        cells = _cells(form.removeprefix("|="))
        right = tuple(cell.endswith(">") for cell in cells)
        shares = tuple(_share(cell.removesuffix(">"), form, span) for cell in cells)
    if not rows:
        raise _fault("|=", "| … |", span)
    head, *body = (_cells(row[1:]) for row in rows)
    shares, right = shares or (1.0,) * len(head), right or (False,) * len(head)
    for row in (shares, *body):
        if len(row) != len(head):
            raise _fault(" | ".join(map(str, row)), f"{len(head)} × |", span)
    return Table(head, tuple(body), tuple(share / sum(shares) for share in shares), right)


def _cells(row: str) -> tuple[str, ...]:
    """The cells of a row, whose first bar is gone."""
    return tuple(_plain(cell).strip() for cell in _parted(row.rstrip().removesuffix("|"), "|"))


def _parted(text: str, mark: str, most: int = -1) -> list[str]:
    """The parts of a text between marks, after so many of them the rest; a mark within a value parts nothing."""
    depth, parts = 0, [""]
    for piece in re.split(f"([{OPEN}{CLOSE}{re.escape(mark)}])", text):
        if piece == mark and not depth and most:
            parts.append("")
            most -= 1
            continue
        depth += (piece == OPEN) - (piece == CLOSE)
        parts[-1] += piece
    return parts


def _share(cell: str, line: str, span: Span) -> float:
    try:
        share = float(cell)
    except ValueError:
        share = 0.0
    if not 0 < share < 1000:
        raise _fault(line, "|= 80 | 20>", span)
    return share


def _plain(text: str) -> str:
    return text.replace(OPEN, "").replace(CLOSE, "")


def _flowing(text: str) -> str:
    """A paragraph's text on one line: a line end within justified text would stretch what stands before it."""
    return " ".join(_plain(text).split())


def _fault(found: str, expected: str, span: Span) -> BuildError:
    return BuildError((error("UD737", span, found=excerpt(_plain(found)), expected=expected),))
