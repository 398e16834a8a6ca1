"""From bytes to text: encodings, size, control characters, line ends. Columns never shift."""

from __future__ import annotations

import codecs
import os
import re
from pathlib import Path
from typing import NamedTuple

from unitdeck.base.diagnostics import BuildError, Diagnostic, Span, error, warning
from unitdeck.base.spelling import nearest

MAX_BYTES = 2 * 1024 * 1024
_SHOWN = 5  # control characters come in crowds: the first few are enough to find them

_OFFICE = (b"PK\x03\x04", b"\xd0\xcf\x11\xe0", b"%PDF")
# YAML counts these as ends of line, editors do not: a space keeps every line number and column true.
_ODD_BREAKS = str.maketrans("\u2028\u2029\x85", "   ")


class SourceText(NamedTuple):
    """A file's text with a line feed at each line's end, and the warnings that reading it gave."""

    file: str
    text: str
    diagnostics: tuple[Diagnostic, ...]


def read_text(path: Path) -> SourceText:
    """Return the text of a file in UTF-8, UTF-16 with a mark, or GB18030 (the last two with a warning UD105).

    Raises BuildError: UD101 not there, UD102 unreadable, UD103 over 2 MiB, UD104 not text, UD106 control characters.
    """
    return decode(read_bytes(path), str(path))


def read_bytes(path: Path) -> bytes:
    """Return what a file holds. Raises BuildError: UD101 not there, UD102 unreadable, UD103 over 2 MiB."""
    file = str(path)
    try:
        with path.open("rb") as stream:
            data = stream.read(MAX_BYTES + 1)
            size = os.fstat(stream.fileno()).st_size
    except (FileNotFoundError, NotADirectoryError):
        raise BuildError((error("UD101", Span(file), file=file, best=_neighbour(path)),)) from None
    except (OSError, ValueError) as failure:
        reason = getattr(failure, "strerror", None) or str(failure)
        raise BuildError((error("UD102", Span(file), file=file, reason=reason),)) from None
    if len(data) > MAX_BYTES:
        raise BuildError((error("UD103", Span(file), size=f"{size / 1024 / 1024:.1f}", limit=MAX_BYTES >> 20),))
    return data


def decode(data: bytes, file: str) -> SourceText:
    """Return the text of the bytes; see :func:`read_text`."""
    if data.startswith(_OFFICE):
        raise BuildError((error("UD104", Span(file)),))
    text, encoding = _decoded(data, file)
    warnings = (warning("UD105", Span(file), encoding=encoding),) if encoding else ()
    text = text.replace("\r\n", "\n").replace("\r", "\n").translate(_ODD_BREAKS)
    faults = _control_characters(text, file)
    if faults:
        raise BuildError(warnings + faults)
    return SourceText(file, text, warnings)


def _decoded(data: bytes, file: str) -> tuple[str, str]:
    """Return the text and, where it is not UTF-8, the name of its encoding."""
    if data.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        return _strictly(data, "utf-16", file), "UTF-16"
    try:
        return data.decode("utf-8-sig"), ""
    except UnicodeDecodeError as failure:
        lenient = data.decode("utf-8", "replace")
        damaged = lenient.count("\ufffd")
        if damaged * 4 < sum(character > "\x7f" for character in lenient):  # UTF-8 with a few broken bytes
            raise BuildError((error("UD104", _place(data, failure.start, file)),)) from None
    return _strictly(data, "gb18030", file), "GB18030"


def _strictly(data: bytes, encoding: str, file: str) -> str:
    try:
        return data.decode(encoding)
    except UnicodeDecodeError:
        raise BuildError((error("UD104", Span(file)),)) from None


def _place(data: bytes, offset: int, file: str) -> Span:
    before = data[:offset].decode("utf-8-sig").replace("\r\n", "\n").split("\n")
    return Span(file, len(before), len(before[-1]) + 1)


def _control_characters(text: str, file: str) -> tuple[Diagnostic, ...]:
    faults: list[Diagnostic] = []
    for found in re.finditer("[\x00-\x08\x0b-\x1f\x7f-\x9f\ud800-\udfff\ufeff\ufffe\uffff]", text):
        if len(faults) == _SHOWN:
            break
        start = text.rfind("\n", 0, found.start()) + 1
        column = found.start() - start + 1
        span = Span(file, text.count("\n", 0, start) + 1, column, column + 1)
        faults.append(error("UD106", span, character=f"U+{ord(found.group()):04X}"))
    return tuple(faults)


def _neighbour(path: Path) -> str | None:
    try:
        names = sorted(entry.name for entry in path.parent.iterdir())
    except OSError:
        return None
    best = nearest(path.name, names)
    return None if best is None else str(path.with_name(best))
