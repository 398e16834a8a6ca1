"""Compiled templates kept in the user's cache directory, one file each, read without python-pptx and lxml.

A file is a line with its format, the length and checksum of what follows, a JSON header, and the parts' bytes end to
end: no pickle, no code. Whatever is wrong with it, the template is compiled anew. Jinja2 keeps its bytecode in a folder
beside them, and bytecode runs as it stands: a cache directory is to be as private as the program itself.
"""

from __future__ import annotations

import hashlib
import importlib
import json
import os
import sys
import zlib
from collections.abc import Iterable, Mapping
from contextlib import suppress
from pathlib import Path
from typing import Any

from unitdeck import __version__
from unitdeck.base.files import write_atomically
from unitdeck.base.geometry import Box
from unitdeck.template.pack import LayoutInfo, Level, Part, Placeholder, TemplatePack
from unitdeck.template.style import Fit, SessionSlides, Size, Style

# To be raised whenever compiling the same folder gives another pack.
_FORMAT = 5
_KEPT = 24
_SUFFIX = ".pack"
_KINDS = (Box, Fit, LayoutInfo, Level, Placeholder, SessionSlides, Size, Style)
_VALUES: dict[str, Any] = {kind.__name__: kind for kind in _KINDS}
_HEAD = (
    f"unitdeck pack {_FORMAT} {__version__} "
    f"{zlib.crc32(repr([kind._fields for kind in (*_VALUES.values(), Part, TemplatePack)]).encode()):08x}\n"
).encode()
_NUMBER_BYTES = 8


def cache_dir() -> Path:
    """Return the folder for what can be made again: ``UNITDECK_CACHE_DIR``, else the system's place. May not exist."""
    if chosen := os.environ.get("UNITDECK_CACHE_DIR"):
        return Path(chosen)
    home = Path(os.path.expanduser("~"))  # noqa: PTH111 (Path.home() raises where there is no home)
    if sys.platform == "win32":
        return Path(os.environ.get("LOCALAPPDATA") or home / "AppData" / "Local") / "unitdeck"
    if sys.platform == "darwin":
        return home / "Library" / "Caches" / "unitdeck"
    # A relative XDG_CACHE_HOME is to be ignored (XDG Base Directory Specification).
    xdg = os.environ.get("XDG_CACHE_HOME", "")
    return (Path(xdg) if xdg.startswith("/") else home / ".cache") / "unitdeck"


def digest(*folders: Path) -> str:
    """Return a hash over names and bytes of all files in the folders, in the order given; hidden ones do not count.

    A ZIP file counts as the folder that it holds. Raises BuildError (UD526) for one that is none.
    """
    total = hashlib.sha256()
    for folder in folders:
        for name, blob in _contents(folder):
            total.update(f"{name}\0{len(blob)}\0".encode())
            total.update(blob)
        total.update(b"\0")
    return total.hexdigest()


def stamp(folder: Path) -> tuple[tuple[str, int, int], ...]:
    """Return name, time and size of a folder's files (a ZIP file's own): while it stays, so does the digest."""
    root = str(folder)
    if is_archive(folder):
        stat = folder.stat()
        return ((folder.name, stat.st_mtime_ns, stat.st_size),)
    stats = ((name, os.stat(f"{root}/{name}")) for name in sorted(_files(root)))  # noqa: PTH116 (asked for each build)
    return tuple((name, stat.st_mtime_ns, stat.st_size) for name, stat in stats)


def is_archive(folder: Path) -> bool:
    """Return whether a template is one ZIP file."""
    return folder.name.endswith(".zip") and folder.is_file()


def load(digest: str) -> TemplatePack | None:
    """Return the pack that was saved for that digest by this version of the program, or None."""
    try:
        return _decode(_file(digest).read_bytes())
    except (OSError, ValueError, KeyError, TypeError, IndexError):
        return None


def save(pack: TemplatePack) -> None:
    """Keep a pack for the next build, and only the last few; a cache that cannot be written is no error."""
    with suppress(OSError):
        file = _file(pack.digest)
        file.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
        write_atomically(file, _encode(pack))
        packs = sorted(file.parent.glob(f"*{_SUFFIX}"), key=lambda path: path.stat().st_mtime, reverse=True)
        for old in packs[_KEPT:]:
            old.unlink()


def _file(digest: str) -> Path:
    return cache_dir() / f"{digest}-{__version__}{_SUFFIX}"


def _contents(folder: Path) -> Iterable[tuple[str, bytes]]:
    if is_archive(folder):
        # Loaded only now: a template in a folder needs nothing of it.
        files: dict[str, bytes] = importlib.import_module("unitdeck.template.archive").archived(folder)
        return files.items()
    return ((name, (folder / name).read_bytes()) for name in sorted(_files(str(folder))))


def _files(folder: str, prefix: str = "") -> list[str]:
    names: list[str] = []
    with os.scandir(folder) as entries:
        for entry in entries:
            if entry.name.startswith((".", "__pycache__", "~$")):
                continue
            if entry.is_dir(follow_symlinks=False):  # linked folders may lead round in a circle
                names += _files(entry.path, f"{prefix}{entry.name}/")
            elif entry.is_file():
                names.append(prefix + entry.name)
    return names


def _encode(pack: TemplatePack) -> bytes:
    parts = [(part.name, part.content_type, len(part.blob), len(part.rels)) for part in pack.parts]
    header = json.dumps(_plain(pack._replace(parts=())._asdict() | {"parts": parts}), ensure_ascii=False).encode()
    content = b"".join((header, *(blob for part in pack.parts for blob in (part.blob, part.rels))))
    numbers = (len(header), zlib.crc32(content))
    return b"".join((_HEAD, *(number.to_bytes(_NUMBER_BYTES, "big") for number in numbers), content))


def _decode(blob: bytes) -> TemplatePack:
    """Raises ValueError and its kin for anything that :func:`_encode` did not write."""
    start = len(_HEAD) + 2 * _NUMBER_BYTES
    length = int.from_bytes(blob[len(_HEAD) : len(_HEAD) + _NUMBER_BYTES], "big")
    checksum = int.from_bytes(blob[len(_HEAD) + _NUMBER_BYTES : start], "big")
    if not blob.startswith(_HEAD) or zlib.crc32(memoryview(blob)[start:]) != checksum:
        raise ValueError(blob[:40])
    fields: Any = _value(json.loads(blob[start : start + length]))
    at = start + length
    parts = []
    for name, content_type, size, rels in fields["parts"]:
        parts.append(Part(name, content_type, blob[at : at + size], blob[at + size : at + size + rels]))
        at += size + rels
    return TemplatePack(**fields | {"parts": tuple(parts)})


def _plain(value: object) -> object:
    """Return JSON values that tell our types apart: a list is a tuple, an object a mapping or ``{"": [type, …]}``."""
    if isinstance(value, tuple):
        items = [_plain(item) for item in value]
        return {"": [type(value).__name__, *items]} if type(value).__name__ in _VALUES else items
    if isinstance(value, Mapping):
        return {key: _plain(item) for key, item in value.items()}
    return [_plain(item) for item in value] if isinstance(value, list) else value


def _value(plain: object) -> object:
    if isinstance(plain, list):
        return tuple(_value(item) for item in plain)
    if isinstance(plain, dict):
        if "" in plain:
            name, *items = plain[""]
            return _VALUES[name](*(_value(item) for item in items))
        return {key: _value(item) for key, item in plain.items()}
    return plain
