"""Templates' folders on disk into a compiled pack. Loaded only where the cache holds none."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from contextlib import ExitStack
from pathlib import Path
from typing import Any

from unitdeck.base.diagnostics import BuildError, Diagnostic, Span, error
from unitdeck.source.plain import PlainError, load_plain
from unitdeck.template.archive import unpacked
from unitdeck.template.cache import is_archive
from unitdeck.template.compile import BASE, compile_pack
from unitdeck.template.files import all_inside, text_of
from unitdeck.template.heading import heading
from unitdeck.template.library import effective
from unitdeck.template.maps import FOLDER, KINDS, map_text
from unitdeck.template.merge import level_of, merged
from unitdeck.template.pack import Level, TemplatePack
from unitdeck.template.palette import themed, unreadable
from unitdeck.template.settings import Settings, read_settings
from unitdeck.template.style import SETTINGS

_TEXTS = ("slides/*.j2", "slides/session/*.j2", "script/*.j2", "script/session/*.j2", "papers/*/*.j2", "gallery/*.yaml")


def compile_places(places: Sequence[Path], digest: str) -> TemplatePack:
    """Return the compiled template of folders and ZIP files, as :func:`compile_folders`; messages name the ZIP file."""
    with ExitStack() as stack:
        folders = [stack.enter_context(unpacked(place)) if is_archive(place) else place for place in places]
        try:
            return compile_folders(folders, digest)
        except BuildError as bad:
            raise BuildError(tuple(_shown(each, folders, places) for each in bad.diagnostics)) from bad


def _shown(found: Diagnostic, folders: Sequence[Path], places: Sequence[Path]) -> Diagnostic:
    for folder, place in zip(folders, places, strict=True):
        if found.span and Path(found.span.file).is_relative_to(folder):
            file = place / Path(found.span.file).relative_to(folder)
            return found._replace(span=found.span._replace(file=str(file)))
    return found


def compile_folders(folders: Sequence[Path], digest: str) -> TemplatePack:
    """Return the compiled template of the first folder; the others are those that it extends, nearest first.

    Raises BuildError (UD104, UD502, UD504, UD506, UD520, UD523, UD53x).
    """
    base = base_of(folders)
    said = [said_by(folder) for folder in folders]
    # A theme is one of the base.pptx that it was written for: one that is nearer has its own.
    said = [{key: data[key] for key in data if key != "theme" or at <= base} for at, data in enumerate(said)]
    settings = _settings(folders, said)
    files, origins, hidden = effective([_files(folder) for folder in folders])
    missing = [name for name in _wanted(settings) if f"slides/{name}.yaml.j2" not in files]
    if missing:
        place = Span(str(folders[level_of("slides", said)] / SETTINGS))
        raise BuildError(tuple(error("UD504", place, slide=name) for name in missing))
    style, levels = settings.style(), tuple(Level(str(data["name"]), str(data["version"])) for data in said)
    pack = compile_pack(folders[base], settings.name, settings.version, style, files=files, digest=digest)
    pack = pack._replace(levels=levels, origins=origins, hidden=hidden)
    theme = settings.tokens()
    if theme is None:
        return pack
    pack = pack._replace(parts=themed(pack.parts, theme, pack.name))
    place = Span(str(folders[level_of("theme", said)] / SETTINGS))
    dim = [error("UD523", place, **each._asdict() | {"contrast": f"{each.contrast:.1f}"}) for each in unreadable(pack)]
    if dim:
        raise BuildError(tuple(dim))
    return pack


def said_of(places: Sequence[Path]) -> tuple[list[dict[str, Any]], int]:
    """Return what each template.yaml of folders and ZIP files says, and which of them gives base.pptx."""
    with ExitStack() as stack:
        folders = [stack.enter_context(unpacked(place)) if is_archive(place) else place for place in places]
        return [said_by(folder) for folder in folders], base_of(folders)


def base_of(folders: Sequence[Path]) -> int:
    """Return which of the folders gives the base.pptx: the nearest that has one."""
    return next((at for at, folder in enumerate(folders) if (folder / BASE).exists()), 0)


def said_by(folder: Path) -> dict[str, Any]:
    """Return what a folder's template.yaml says, as plain values; raises BuildError (UD104, UD502)."""
    file = folder / SETTINGS
    try:
        data = load_plain(text_of(file))
    except PlainError as failure:
        place = Span(str(file), failure.line, failure.column)
        raise BuildError((error("UD502", place, key=SETTINGS, found=str(failure), reason="YAML"),)) from failure
    if not isinstance(data, dict):
        raise BuildError((error("UD502", Span(str(file)), key=SETTINGS, found=str(data)[:60], reason="name: …"),))
    if (data.get("extends") or "") != heading(folder).extends:
        reason = "a line of its own, at its start: extends: report@1"
        raise BuildError((error("UD502", Span(str(file)), key="extends", found=str(data["extends"]), reason=reason),))
    return data


def _settings(folders: Sequence[Path], said: Sequence[Mapping[str, Any]]) -> Settings:
    """The settings of all levels as one; what is wrong is told where it stands."""
    for folder, data in zip(folders, said, strict=True):
        missing = [key for key in ("name", "version") if not data.get(key)]
        if missing:
            place = Span(str(folder / SETTINGS))
            raise BuildError(tuple(error("UD502", place, key=key, found="—", reason=f"{key}: …") for key in missing))
    try:
        return read_settings(merged(said), str(folders[0] / SETTINGS))
    except BuildError as bad:
        raise BuildError(
            tuple(
                each._replace(span=Span(str(folders[level_of(str(each.data["key"]), said)] / SETTINGS)))
                for each in bad.diagnostics
            )
        ) from bad


def _wanted(settings: Settings) -> list[str]:
    """The slide files that are named."""
    of_session = settings.session_slides
    if of_session is None:
        return [*settings.slides]
    groups = (of_session.opening, of_session.before, of_session.after, of_session.closing)
    return [*settings.slides, *(f"session/{name}" for group in groups for name in group)]


def _files(folder: Path) -> dict[str, str]:
    """The text files of one folder by their relative path."""
    paths = [path for pattern in _TEXTS for path in sorted(folder.glob(pattern))]
    maps = sorted(path for path in (folder / FOLDER).glob("*") if path.suffix in KINDS)
    all_inside(folder, (*paths, *maps))
    return {path.relative_to(folder).as_posix(): text_of(path) for path in paths} | _maps(maps)


def _maps(paths: Sequence[Path]) -> dict[str, str]:
    """The maps by the name that slide files give them; a name is one file's."""
    names = [path.stem for path in paths]
    for path in paths:
        if names.count(path.stem) > 1:
            raise BuildError((error("UD520", Span(str(path)), found=path.stem, expected="maps/NAME"),))
    return {f"{FOLDER}/{path.stem}": map_text(path, text_of(path)) for path in paths}
