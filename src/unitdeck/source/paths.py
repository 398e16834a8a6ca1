"""Paths that an outline names: relative, inside the session's folder, and there."""

from __future__ import annotations

from pathlib import Path, PurePosixPath, PureWindowsPath

from unitdeck.base.spelling import nearest
from unitdeck.source.scalars import FilePath, ScalarError


def file_inside(root: Path, text: str) -> FilePath:
    """Return the path with ``/`` between its parts, relative to ``root``, where a file of that name is.

    Raises ScalarError: UD601 an absolute path, UD602 one that leaves the folder (also by a link), UD603 no such file.
    """
    typed = text.strip()
    path = typed.replace("\\", "/")
    if PureWindowsPath(path).drive or path.startswith(("/", "~")):
        raise ScalarError("UD601", path=typed)
    if "\0" in path or ".." in PurePosixPath(path).parts:
        raise ScalarError("UD602", path=typed)
    try:
        target = (root / path).resolve()
        inside = target.is_relative_to(root.resolve())
        there = inside and target.is_file()
    except (OSError, RuntimeError):  # a name too long, a loop of links
        raise ScalarError("UD603", path=typed, best=None) from None
    if not inside:
        raise ScalarError("UD602", path=typed)
    if not there:
        raise ScalarError("UD603", path=typed, best=_neighbour(root, PurePosixPath(path)))
    return FilePath(str(PurePosixPath(path)))


def _neighbour(root: Path, path: PurePosixPath) -> str | None:
    folder = root / path.parent
    if not folder.is_dir():
        return None
    best = nearest(path.name, sorted(entry.name for entry in folder.iterdir() if entry.is_file()))
    return None if best is None else str(path.with_name(best))
