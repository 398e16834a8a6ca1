"""A template in one ZIP file: its folder's files, at the top of the archive or in the one folder that it holds.

How a stranger's archive is read without harm stands in :mod:`unitdeck.base.archives`.
"""

from __future__ import annotations

import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from functools import lru_cache
from pathlib import Path

from unitdeck.base.archives import Limits, NoArchive, unpack
from unitdeck.base.diagnostics import BuildError, Span, error
from unitdeck.template.style import SETTINGS

_LIMITS = Limits()
_MOST_BYTES = 64 * 2**20
_LITTER = ("__MACOSX/", "/.", "/__pycache__/", "/~$")  # what systems and programs leave beside files


def archived(file: Path) -> dict[str, bytes]:
    """Return the files of a template's archive by their path in its folder, in order.

    Raises BuildError: UD526 for what is no archive of a template, UD535, UD536 and UD550 as
    :func:`unitdeck.base.archives.unpack`.
    """
    stat = file.stat()
    return _archived(file, stat.st_mtime_ns, stat.st_size)


@contextmanager
def unpacked(file: Path) -> Iterator[Path]:
    """Give a folder that holds the files of a template's archive, for as long as it is compiled."""
    with tempfile.TemporaryDirectory(prefix="unitdeck-") as made:
        folder = Path(made)
        for name, blob in archived(file).items():
            (folder / name).parent.mkdir(parents=True, exist_ok=True)
            (folder / name).write_bytes(blob)
        yield folder


@lru_cache(maxsize=2)
def _archived(file: Path, _time: int, size: int) -> dict[str, bytes]:
    span = Span(str(file))
    if size > _MOST_BYTES:
        raise BuildError((error("UD526", span, reason=f"{size >> 20} MB > {_MOST_BYTES >> 20} MB"),))
    try:
        entries = unpack(file.read_bytes(), span, _LIMITS)
    except NoArchive as failure:
        raise BuildError((error("UD526", span, reason=str(failure)),)) from failure
    kept = {name: blob for name, blob in sorted(entries.items()) if not any(sign in f"/{name}" for sign in _LITTER)}
    tops = sorted((name for name in kept if f"/{name}".endswith(f"/{SETTINGS}")), key=lambda name: name.count("/"))
    if not tops or tops[0].count("/") > 1:
        raise BuildError((error("UD526", span, reason=f"no {SETTINGS}"),))
    top = tops[0].removesuffix(SETTINGS)
    return {name.removeprefix(top): blob for name, blob in kept.items() if name.startswith(top)}
