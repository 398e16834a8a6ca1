"""A CSV file as the list of mappings that a clerk could have typed in its place, with the same positions."""

from __future__ import annotations

import csv
from collections.abc import Iterator
from pathlib import Path

from unitdeck.base.diagnostics import BuildError, Diagnostic, Span, error
from unitdeck.base.spelling import nearest
from unitdeck.source.nodes import Entry, MapNode, ScalarNode, SeqNode
from unitdeck.source.text import read_text


def read_csv(path: Path, columns: frozenset[str]) -> tuple[SeqNode, tuple[Diagnostic, ...]]:
    """Return one mapping a row (blank rows left out), its keys the words of the header, and warnings.

    ``columns`` are the words allowed in the header. Raises BuildError: UD611 an unknown or repeated column, UD612 a
    row longer than the header, UD613 no rows, UD614 not CSV, and what reading a text raises.
    """
    source = read_text(path)
    lines = source.text.split("\n")
    faults: list[Diagnostic] = []
    header: tuple[ScalarNode, ...] = ()
    rows: list[MapNode] = []
    try:
        for number, values in _rows(source.text):
            cells = tuple(
                ScalarNode(value.strip(), False, Span(source.file, number, start + 1, end + 1))
                for value, (start, end) in zip(values, _places(lines[number - 1], len(values)), strict=True)
            )
            if not header:
                header = cells[: max(index for index, cell in enumerate(cells, 1) if cell.text)]
                faults.extend(_header_faults(header, columns))
            elif any(cell.text for cell in cells[len(header) :]):
                extra = cells[len(header)]
                faults.append(error("UD612", extra.span, found=extra.text, columns=len(header)))
            else:
                entries = tuple(Entry(key, cell) for key, cell in zip(header, cells, strict=False))
                rows.append(MapNode(entries, cells[0].span))
    except csv.Error:
        raise BuildError((*source.diagnostics, error("UD614", Span(source.file)))) from None
    if not rows and not faults:
        faults.append(error("UD613", Span(source.file)))
    if faults:
        raise BuildError((*source.diagnostics, *faults))
    return SeqNode(tuple(rows), Span(source.file)), source.diagnostics


def _rows(text: str) -> Iterator[tuple[int, list[str]]]:
    """Yield each row that is not blank with the number of its first line."""
    reader = csv.reader((f"{line}\n" for line in text.split("\n")), strict=True)
    first = 1
    for values in reader:
        if any(value.strip() for value in values):
            yield first, values
        first = reader.line_num + 1


def _places(line: str, count: int) -> list[tuple[int, int]]:
    """Return where each cell stands in its line (a cell broken over lines: at the line's end)."""
    places = []
    start, quoted = 0, False
    for offset, character in enumerate(line):
        if character == '"':
            quoted = not quoted
        elif character == "," and not quoted:
            places.append((start, offset))
            start = offset + 1
    places.append((start, len(line)))
    return (places + [(len(line), len(line))] * count)[:count]


def _header_faults(header: tuple[ScalarNode, ...], columns: frozenset[str]) -> Iterator[Diagnostic]:
    seen: set[str] = set()
    for cell in header:
        if cell.text not in columns or cell.text in seen:
            best = None if cell.text in seen else nearest(cell.text, columns)
            yield error("UD611", cell.span, found=cell.text, known=tuple(sorted(columns)), best=best)
        seen.add(cell.text)
