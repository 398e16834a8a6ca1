"""Where templates are found, and how one becomes ready to use."""

from __future__ import annotations

import importlib
import os
from collections.abc import Iterator, Sequence
from functools import partial
from pathlib import Path

from unitdeck.base.diagnostics import BuildError, Span, error
from unitdeck.base.spelling import nearest
from unitdeck.template import cache
from unitdeck.template.cache import is_archive
from unitdeck.template.chain import Found, chain
from unitdeck.template.expand import Expander, expander
from unitdeck.template.heading import heading
from unitdeck.template.pack import TemplatePack
from unitdeck.template.style import SETTINGS

DEFAULT = "report"
PATH_VARIABLE = "UNITDECK_TEMPLATE_PATH"
_PACKAGE = Path(__file__).parents[1]
# A wheel carries the templates inside the package; a checkout has them at its top.
_BUILT_IN = _PACKAGE / "templates" if (_PACKAGE / "templates").is_dir() else _PACKAGE.parents[1] / "templates"

_READY: dict[tuple[tuple[Path, tuple[tuple[str, int, int], ...]], ...], Expander] = {}


def search_path(root: Path | None, extra: Sequence[Path] = ()) -> tuple[tuple[Path, str], ...]:
    """Return the folders searched, first come first taken, each with its origin in a word.

    The session's own ``templates/``, then the folders named on the command line or in ``UNITDECK_TEMPLATE_PATH``, then
    the built-in ones. Where none of them has a template, installed packages are asked (:func:`find`).
    """
    own = [(root / "templates", "session")] if root else []
    named = (*extra, *(Path(place) for place in os.environ.get(PATH_VARIABLE, "").split(os.pathsep) if place))
    return (*own, *((folder, "option") for folder in named), (_BUILT_IN, "built-in"))


def built_in() -> Path:
    """Return the folder of the template that is taken where none is named."""
    return _BUILT_IN / DEFAULT


def templates(folders: Sequence[tuple[Path, str]]) -> Iterator[Found]:
    """Yield every template of the folders, then those of packages; one that a nearer one hides is left out."""
    seen: set[str] = set()
    for found in (*_in_folders(folders), *_installed("")):
        if found.name not in seen:
            seen.add(found.name)
            yield found


def find(
    spec: str, folders: Sequence[tuple[Path, str]], span: Span | None = None, *, besides: Sequence[Path] = ()
) -> Found:
    """Return the template that ``spec`` names: ``name``, ``name@major``, or the path of a folder or a ZIP file.

    ``besides`` are folders that are not meant. Where a version is asked for, one of another version is passed over.
    Packages come last: what they offer needs a search of the whole installation, and none of them stands for a
    template that the program brings along. Raises BuildError: UD501 where there is none of that name, UD503 where
    there are only other versions, UD525 for a package without the template that it offers.
    """
    name, wanted = _parts(spec)
    others: list[str] = []
    for found in _named(name, wanted, folders):
        if found.folder in besides:
            continue
        if not wanted or (head := heading(found.folder)).is_major(wanted):
            return found
        others.append(f"{head.version} ({found.folder})")
    if others:
        raise BuildError((error("UD503", span, name=name, wanted=wanted, found=", ".join(others)),))
    known = [found.name for found in templates(folders)]
    raise BuildError(
        (error("UD501", span, name=name, known=", ".join(known) or "—", best=nearest(name, known) or DEFAULT),)
    )


def lineage(spec: str, folders: Sequence[tuple[Path, str]], span: Span | None = None) -> tuple[Found, ...]:
    """Return the template that ``spec`` names and those that it extends, nearest first.

    What a template extends is looked for beside it, then as every template; where it has its own name, the next one
    of that name is meant. Raises BuildError as :func:`find`; UD521 where what it extends is not there, UD522 where it
    is itself, UD524 for too many in a row.
    """
    return chain(find(spec, folders, span), partial(_parent, folders))


def digest(spec: str, folders: Sequence[tuple[Path, str]]) -> str:
    """Return the digest of a template with all that it extends; raises as :func:`lineage`."""
    return cache.digest(*(level.folder for level in lineage(spec, folders)))


def load(spec: str, folders: Sequence[tuple[Path, str]], span: Span | None = None) -> Expander:
    """Return the template ready to expand: from memory, from the cache, or compiled now.

    Raises BuildError: UD501, UD503, UD521–UD524 (see :func:`lineage`), UD502 (template.yaml), UD53x (base.pptx).
    """
    levels = [level.folder for level in lineage(spec, folders, span)]
    key = tuple((folder, cache.stamp(folder)) for folder in levels)
    ready = _READY.get(key)
    if ready is None:
        digest = cache.digest(*levels)
        pack = cache.load(digest)
        if pack is None:
            pack = _compile(levels, digest)
            cache.save(pack)
        ready = _READY[key] = expander(pack, tuple(levels), _bytecode_folder())
    return ready


def _named(name: str, wanted: str, folders: Sequence[tuple[Path, str]]) -> Iterator[Found]:
    """Every template of that name, in the order of the search; one of the version in ``NAME@VERSION`` first."""
    if _is_path(name):
        if _is_template(Path(name)):
            yield Found(Path(name).stem if is_archive(Path(name)) else Path(name).name, Path(name), "path")
        return
    for folder, origin in folders:
        if not os.path.isdir(folder):  # noqa: PTH112 (asked for each build)
            continue
        for child in (f"{name}@{wanted}", name) if wanted else (name,):
            for place in (f"{folder}/{child}", f"{folder}/{child}.zip"):
                if os.path.isfile(f"{place}/{SETTINGS}") or (place.endswith(".zip") and os.path.isfile(place)):  # noqa: PTH113
                    yield Found(name, Path(place), origin)
    yield from _installed(name)


def _in_folders(folders: Sequence[tuple[Path, str]]) -> Iterator[Found]:
    for folder, origin in folders:
        for child in sorted(folder.iterdir()) if folder.is_dir() else ():
            if _is_template(child):
                yield Found(child.stem if is_archive(child) else child.name, child, origin)


def _installed(name: str) -> Iterator[Found]:
    # Loaded by name and only here: to look through an installation takes longer than to build a deck.
    found: Iterator[Found] = importlib.import_module("unitdeck.template.installed").installed(name)
    return found


def _is_template(place: Path) -> bool:
    return (place / SETTINGS).is_file() or is_archive(place)


def _parent(folders: Sequence[tuple[Path, str]], child: Found, spec: str, besides: Sequence[Path], span: Span) -> Found:
    beside = (child.folder.parent, child.origin)
    places = folders if beside in folders else (beside, *folders)
    try:
        return find(spec, places, span, besides=besides)
    except BuildError as bad:
        if bad.diagnostics[0].code != "UD501":
            raise
        name = _parts(spec)[0]
        if any(found.folder in besides for found in _named(name, "", places)):
            names = " → ".join((*(folder.name for folder in besides), name))
            raise BuildError((error("UD522", span, names=names),)) from bad
        raise BuildError((error("UD521", span, **bad.diagnostics[0].data),)) from bad


def _is_path(name: str) -> bool:
    return "/" in name or "\\" in name or not name.strip(".") or name.endswith(".zip")


def _parts(spec: str) -> tuple[str, str]:
    """Name (or path) and version asked for: an 「@」 within a path's folders is part of the path."""
    name, at, wanted = spec.rpartition("@")
    if not at or "/" in wanted or "\\" in wanted:
        return spec or DEFAULT, ""
    return name or DEFAULT, wanted


def _compile(folders: Sequence[Path], digest: str) -> TemplatePack:
    # Loaded by name and only here: pydantic and python-pptx take longer to load than a deck takes to build.
    module = importlib.import_module("unitdeck.template.folder")
    pack: TemplatePack = module.compile_places(folders, digest)
    return pack


def _bytecode_folder() -> Path | None:
    """The folder for Jinja2's compiled files, or None where it cannot be made."""
    folder = cache.cache_dir() / "jinja2"
    try:
        folder.mkdir(mode=0o700, parents=True, exist_ok=True)
    except OSError:
        return None
    return folder
