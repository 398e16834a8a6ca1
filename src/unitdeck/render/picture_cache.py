"""Pictures that were made ready before, kept in the user's cache directory: reading one is a hundredth of making it.

A file goes by the hash of all that decides its bytes: the picture's own, the frame, how it shows, the effort, and what
made it (this program's modules and Pillow's version). It holds a checksum; whatever is wrong with it, the picture is
made anew. All of it may be deleted at any time.
"""

from __future__ import annotations

import hashlib
import os
import time
import zlib
from contextlib import suppress
from functools import cache
from importlib.util import find_spec
from itertools import count
from pathlib import Path
from typing import NamedTuple

from unitdeck.base.files import write_atomically
from unitdeck.layout.picture_size import Size
from unitdeck.template.cache import cache_dir

MOST_BYTES = 256_000_000
_KEPT = 3 / 4  # of them, where there were too many
_EACH = 64  # saves after which a process looks again how many there are; it does at its first
_ABANDONED_SECONDS = 3600
_HEAD = b"unitdeck picture 1\n"
_NUMBER_BYTES, _EXT_BYTES = 4, 3
_MAKERS = ("pixels.py", "pictures.py")

_saves = count()


class Encoded(NamedTuple):
    """A picture's bytes, its file extension (jpg, png) and its size in pixels."""

    blob: bytes
    ext: str
    px: Size


def key(data: bytes, *how: object) -> str:
    """Return what a picture is kept by: ``data`` is the file, ``how`` all else; '' where nothing can be kept."""
    maker = _maker()
    return hashlib.sha256(f"{maker}\0{how!r}\0".encode() + data).hexdigest() if maker else ""


def load(key: str) -> Encoded | None:
    """Return the picture that was kept by that key, or None."""
    if not key:
        return None
    file = _folder() / key
    try:
        made = _decoded(file.read_bytes())
    except (OSError, ValueError):
        return None
    with suppress(OSError):
        os.utime(file)  # the last used are kept
    return made


def save(key: str, made: Encoded) -> None:
    """Keep a picture for the next build; a cache that cannot be written is no error."""
    if not key:
        return
    with suppress(OSError):
        folder = _folder()
        folder.mkdir(mode=0o700, parents=True, exist_ok=True)
        write_atomically(folder / key, _coded(made))
        if next(_saves) % _EACH == 0:
            _prune(folder)


def _coded(made: Encoded) -> bytes:
    content = b"".join((made.ext.encode(), *map(_number, made.px), made.blob))
    return b"".join((_HEAD, _number(zlib.crc32(content)), content))


def _decoded(kept: bytes) -> Encoded:
    """Raises ValueError for what :func:`_coded` did not write."""
    start = len(_HEAD) + _NUMBER_BYTES
    content = kept[start:]
    if not kept.startswith(_HEAD) or _number(zlib.crc32(content)) != kept[len(_HEAD) : start]:
        raise ValueError(kept[:40])
    width, height = _EXT_BYTES, _EXT_BYTES + _NUMBER_BYTES
    blob = height + _NUMBER_BYTES
    px = (int.from_bytes(content[width:height], "big"), int.from_bytes(content[height:blob], "big"))
    return Encoded(content[blob:], content[:_EXT_BYTES].decode(), px)


def _number(value: int) -> bytes:
    return value.to_bytes(_NUMBER_BYTES, "big")


def _prune(folder: Path) -> None:
    """Delete the pictures that were not used for longest where there are too many, and what a killed build began."""
    with os.scandir(folder) as entries:
        files = sorted((stat.st_mtime, stat.st_size, entry.path) for entry in entries if (stat := entry.stat()))
    total = sum(size for _, size, _ in files)
    enough = MOST_BYTES if total <= MOST_BYTES else MOST_BYTES * _KEPT
    for mtime, size, path in files:
        if total > enough or (path.endswith(".tmp") and time.time() - mtime > _ABANDONED_SECONDS):
            Path(path).unlink(missing_ok=True)
            total -= size


def _folder() -> Path:
    return cache_dir() / "pictures"


@cache
def _maker() -> str:
    """Return a hash of what makes pictures, without loading it; '' where that cannot be told."""
    pillow = find_spec("PIL")
    if pillow is None or pillow.origin is None:
        return ""
    files = [Path(__file__).with_name(name) for name in _MAKERS] + [Path(pillow.origin).with_name("_version.py")]
    try:
        return hashlib.sha256(b"\0".join(file.read_bytes() for file in files)).hexdigest()
    except OSError:
        return ""
