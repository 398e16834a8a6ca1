"""Zip files from strangers, read whole into memory: names, counts and sizes are bounded before and while they unpack.

A zip says of itself how large its entries are, and it may lie. So sizes are asked twice: of its directory, and of the
bytes as they come out. Nothing is ever written to disk, and no entry has a name that leads out of its folder.
"""

from __future__ import annotations

import io
import zipfile
import zlib
from typing import NamedTuple

from unitdeck.base.diagnostics import BuildError, Diagnostic, Span, error

_MB = 2**20
_PIECE = 2**16
_ENCRYPTED = 0x1  # bit 0 of an entry's flags (APPNOTE 4.4.4)
_METHODS = (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED)  # LZMA may ask for a dictionary of 4 GB
_MOST_NAME = 255
_DENSE = 4 * _MB  # what is smaller is no bomb, however well it packs: one colour packs 1:1000
_COMPOUND = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"  # an OLE file: .ppt, or a .pptx with a password
_LOCKED = "EncryptedPackage".encode("utf-16-le")


class Limits(NamedTuple):
    """What an archive may hold: entries, bytes of one and of all, and how many times its own size it may unpack to."""

    entries: int = 2_000
    part: int = 32 * _MB
    total: int = 96 * _MB
    ratio: int = 200


class NoArchive(ValueError):  # noqa: N818  (what it is, as BuildError and PlanError say what they are)
    """These bytes are no sound zip file; the text says why, in English."""


def unpack(blob: bytes, span: Span, limits: Limits) -> dict[str, bytes]:
    """Return an archive's files by name, in its order; folders are left out.

    Raises NoArchive for what is no sound zip, BuildError for one that is locked (UD550), too large or a bomb (UD535),
    or holds a name that is unsafe or comes twice (UD536).
    """
    if blob.startswith(_COMPOUND) and _LOCKED in blob:
        raise BuildError((error("UD550", span, part="EncryptedPackage"),))
    try:
        with zipfile.ZipFile(io.BytesIO(blob)) as archive:
            entries = archive.infolist()
            _vet(entries, len(blob), span, limits)
            return _read(archive, [entry for entry in entries if not entry.is_dir()], span, limits)
    except (zipfile.BadZipFile, EOFError, NotImplementedError, RuntimeError, ValueError, zlib.error) as failure:
        raise NoArchive(str(failure)) from failure


def pack(entries: dict[str, bytes]) -> bytes:
    """Return a zip of these files, stored as they are, without times: for a reader that wants one."""
    target = io.BytesIO()
    with zipfile.ZipFile(target, "w", zipfile.ZIP_STORED) as archive:
        for name, blob in entries.items():
            archive.writestr(zipfile.ZipInfo(name), blob)
    return target.getvalue()


def _vet(entries: list[zipfile.ZipInfo], packed: int, span: Span, limits: Limits) -> None:
    """Refuse by the archive's directory alone, before anything is unpacked."""
    if not entries:
        raise NoArchive("empty")
    largest = max(entries, key=lambda entry: entry.file_size)
    total = sum(entry.file_size for entry in entries)
    if len(entries) > limits.entries or largest.file_size > limits.part or _too_much(total, packed, limits):
        raise BuildError((_too_large(span, len(entries), total, largest.filename, largest.file_size, limits),))
    seen: set[str] = set()
    for entry in entries:
        if entry.flag_bits & _ENCRYPTED:
            raise BuildError((error("UD550", span, part=entry.filename),))
        if entry.compress_type not in _METHODS:
            raise NoArchive(f"{entry.filename}: compression {entry.compress_type}")
        name = entry.filename.lower()  # a pptx's names are one whatever their case (ISO/IEC 29500-2 §6.2.2.3)
        if name in seen or not is_inside(entry.filename):
            raise BuildError((error("UD536", span, part=entry.filename),))
        seen.add(name)


def is_inside(name: str) -> bool:
    """Whether an entry's name stays in its folder on every system, and is one that a person can read."""
    steps = name.removesuffix("/").split("/")
    return (
        len(name) <= _MOST_NAME
        and name.isprintable()
        and not any(sign in name for sign in '\\:*?"<>|')
        and not any(step in ("", ".", "..") for step in steps)
    )


def _too_much(total: int, packed: int, limits: Limits) -> bool:
    return total > limits.total or (total > _DENSE and total > packed * limits.ratio)


def _read(archive: zipfile.ZipFile, entries: list[zipfile.ZipInfo], span: Span, limits: Limits) -> dict[str, bytes]:
    """The entries' bytes; stops at the first piece that goes past a limit, whatever the directory said."""
    files: dict[str, bytes] = {}
    total = 0
    for entry in entries:
        pieces: list[bytes] = []
        size = 0
        with archive.open(entry) as file:
            while piece := file.read(_PIECE):
                size += len(piece)
                total += len(piece)
                if size > limits.part or total > limits.total:
                    raise BuildError((_too_large(span, len(entries), total, entry.filename, size, limits),))
                pieces.append(piece)
        files[entry.filename] = b"".join(pieces)
    return files


def _too_large(span: Span, entries: int, total: int, part: str, size: int, limits: Limits) -> Diagnostic:
    return error(
        "UD535",
        span,
        entries=entries,
        total_mb=f"{total / _MB:.1f}",
        part=part,
        part_mb=f"{size / _MB:.1f}",
        max_entries=limits.entries,
        max_total_mb=limits.total // _MB,
        max_part_mb=limits.part // _MB,
        ratio=limits.ratio,
    )
