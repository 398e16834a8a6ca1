"""A template's folder on disk into a compiled pack. Loaded only where the cache holds none."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from pathlib import Path

from unitdeck.base.diagnostics import BuildError, Span, error
from unitdeck.source.plain import PlainError, load_plain
from unitdeck.template.compile import compile_pack
from unitdeck.template.maps import FOLDER, KINDS, map_text
from unitdeck.template.pack import TemplatePack
from unitdeck.template.settings import read_settings
from unitdeck.template.style import SETTINGS

_TEXTS = ("slides/*.j2", "slides/session/*.j2", "script/*.j2", "script/session/*.j2", "gallery/*.yaml")


def compile_folder(folder: Path, digest: str) -> TemplatePack:
    """Return the compiled template; raises BuildError (UD104, UD502, UD504, UD506, UD520, UD53x)."""
    file = folder / SETTINGS
    try:
        data = load_plain(_text(file))
    except PlainError as failure:
        place = Span(str(file), failure.line, failure.column)
        raise BuildError((error("UD502", place, key=SETTINGS, found=str(failure), reason="YAML"),)) from failure
    settings = read_settings(data, str(file))
    paths = [path for pattern in _TEXTS for path in sorted(folder.glob(pattern))]
    maps = sorted(path for path in (folder / FOLDER).glob("*") if path.suffix in KINDS)
    _all_inside(folder, (*paths, *maps))
    files = {path.relative_to(folder).as_posix(): _text(path) for path in paths}
    files |= _maps(maps)
    wanted = [*settings.slides]
    if settings.session_slides:
        of_session = settings.session_slides
        groups = (of_session.opening, of_session.before, of_session.after, of_session.closing)
        wanted += [f"session/{name}" for group in groups for name in group]
    missing = [name for name in wanted if f"slides/{name}.yaml.j2" not in files]
    if missing:
        raise BuildError(tuple(error("UD504", Span(str(file)), slide=name) for name in missing))
    return compile_pack(folder, settings.name, settings.version, settings.style(), files=files, digest=digest)


def _all_inside(folder: Path, paths: Iterable[Path]) -> None:
    """Refuse what is no file, and a link out of the folder: a stranger's template would read what is the user's own."""
    home = folder.resolve()
    for path in paths:
        linked = path.parent.is_symlink() or not path.resolve().is_relative_to(home)
        if linked or not path.is_file():
            raise BuildError((error("UD506", Span(str(path)), file=path.relative_to(folder).as_posix()),))


def _maps(paths: Sequence[Path]) -> dict[str, str]:
    """The maps by the name that slide files give them; a name is one file's."""
    names = [path.stem for path in paths]
    for path in paths:
        if names.count(path.stem) > 1:
            raise BuildError((error("UD520", Span(str(path)), found=path.stem, expected="maps/NAME"),))
    return {f"{FOLDER}/{path.stem}": map_text(path, _text(path)) for path in paths}


def _text(file: Path) -> str:
    """The text of a file in UTF-8, with a byte-order mark or without."""
    data = file.read_bytes()
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError as failure:
        line = data[: failure.start].count(b"\n") + 1
        raise BuildError((error("UD104", Span(str(file), line)),)) from failure
    return text.replace("\r\n", "\n")
