"""The texts of a template's folder: within it, and in UTF-8."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

from unitdeck.base.diagnostics import BuildError, Span, error


def all_inside(folder: Path, paths: Iterable[Path]) -> None:
    """Refuse (UD506) what is no file, and a link out of the folder: it would read what is the user's own."""
    home = folder.resolve()
    for path in paths:
        linked = path.parent.is_symlink() or not path.resolve().is_relative_to(home)
        if linked or not path.is_file():
            raise BuildError((error("UD506", Span(str(path)), file=path.relative_to(folder).as_posix()),))


def text_of(file: Path) -> str:
    """Return the text of a file in UTF-8, with a byte-order mark or without; raises BuildError (UD104)."""
    data = file.read_bytes()
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError as failure:
        line = data[: failure.start].count(b"\n") + 1
        raise BuildError((error("UD104", Span(str(file), line)),)) from failure
    return text.replace("\r\n", "\n")
