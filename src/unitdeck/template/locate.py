"""Where templates are found, and how one becomes ready to use."""

from __future__ import annotations

import importlib
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import NamedTuple

from unitdeck.base.diagnostics import BuildError, Span, error
from unitdeck.base.spelling import nearest
from unitdeck.template import cache
from unitdeck.template.expand import Expander, expander
from unitdeck.template.pack import TemplatePack
from unitdeck.template.style import SETTINGS

DEFAULT = "report"
_PACKAGE = Path(__file__).parents[1]
# A wheel carries the templates inside the package; a checkout has them at its top.
_BUILT_IN = _PACKAGE / "templates" if (_PACKAGE / "templates").is_dir() else _PACKAGE.parents[1] / "templates"

_READY: dict[tuple[Path, tuple[tuple[str, int, int], ...]], Expander] = {}


class Found(NamedTuple):
    """A template's folder and where the search found it."""

    name: str
    folder: Path
    origin: str


def search_path(root: Path | None, extra: Sequence[Path] = ()) -> tuple[tuple[Path, str], ...]:
    """Return the folders searched, first come first taken, each with its origin in a word.

    The session's own ``templates/``, then the folders named on the command line, then the built-in ones.
    """
    own = [(root / "templates", "session")] if root else []
    return (*own, *((folder, "option") for folder in extra), (_BUILT_IN, "built-in"))


def built_in() -> Path:
    """Return the folder of the template that is taken where none is named."""
    return _BUILT_IN / DEFAULT


def templates(folders: Sequence[tuple[Path, str]]) -> Iterator[Found]:
    """Yield every template of the folders, nearer ones first; one that a nearer one hides is left out."""
    seen: set[str] = set()
    for folder, origin in folders:
        if folder.is_dir():
            for child in sorted(folder.iterdir()):
                if (child / SETTINGS).is_file() and child.name not in seen:
                    seen.add(child.name)
                    yield Found(child.name, child, origin)


def find(spec: str, folders: Sequence[tuple[Path, str]], span: Span | None = None) -> Found:
    """Return the template that ``spec`` (``name`` or ``name@major``) or a folder's path names.

    Raises BuildError: UD501 where there is none of that name.
    """
    name = _parts(spec)[0]
    if _is_path(name):
        folder = Path(name)
        if (folder / SETTINGS).is_file():
            return Found(folder.name, folder, "path")
    else:
        for folder, origin in folders:
            if (folder / name / SETTINGS).is_file():
                return Found(name, folder / name, origin)
    known = [found.name for found in templates(folders)]
    raise BuildError(
        (error("UD501", span, name=name, known=", ".join(known) or "—", best=nearest(name, known) or DEFAULT),)
    )


def load(spec: str, folders: Sequence[tuple[Path, str]], span: Span | None = None) -> Expander:
    """Return the template ready to expand: from memory, from the cache, or compiled now.

    Raises BuildError: UD501 (not found), UD502 (template.yaml), UD503 (its major version is not the one asked for),
    UD53x (base.pptx).
    """
    found = find(spec, folders, span)
    key = (found.folder, cache.stamp(found.folder))
    ready = _READY.get(key)
    if ready is None:
        digest = cache.digest(found.folder)
        pack = cache.load(digest)
        if pack is None:
            pack = _compile(found.folder, digest)
            cache.save(pack)
        ready = _READY[key] = expander(pack, found.folder, _bytecode_folder())
    wanted = _parts(spec)[1]
    if wanted and ready.pack.version.partition(".")[0] != wanted.partition(".")[0]:
        raise BuildError((error("UD503", span, name=found.name, wanted=wanted, found=ready.pack.version),))
    return ready


def _is_path(name: str) -> bool:
    return "/" in name or "\\" in name or not name.strip(".")


def _parts(spec: str) -> tuple[str, str]:
    """Name (or path) and version asked for: an 「@」 within a path's folders is part of the path."""
    name, at, wanted = spec.rpartition("@")
    if not at or "/" in wanted or "\\" in wanted:
        return spec or DEFAULT, ""
    return name or DEFAULT, wanted


def _compile(folder: Path, digest: str) -> TemplatePack:
    # Loaded by name and only here: pydantic and python-pptx take longer to load than a deck takes to build.
    module = importlib.import_module("unitdeck.template.folder")
    pack: TemplatePack = module.compile_folder(folder, digest)
    return pack


def _bytecode_folder() -> Path | None:
    """The folder for Jinja2's compiled files, or None where it cannot be made."""
    folder = cache.cache_dir() / "jinja2"
    try:
        folder.mkdir(mode=0o700, parents=True, exist_ok=True)
    except OSError:
        return None
    return folder
