"""A template's folder on disk into a compiled pack. Loaded only where the cache holds none."""

from __future__ import annotations

from pathlib import Path

from unitdeck.base.diagnostics import BuildError, Span, error
from unitdeck.source.plain import PlainError, load_plain
from unitdeck.template.compile import compile_pack
from unitdeck.template.pack import TemplatePack
from unitdeck.template.settings import read_settings

SETTINGS = "template.yaml"
_TEXTS = ("slides/*.j2", "script/*.j2")


def compile_folder(folder: Path, digest: str) -> TemplatePack:
    """Return the compiled template; raises BuildError (UD502, UD504, UD512, UD53x)."""
    file = folder / SETTINGS
    try:
        data = load_plain(file.read_text(encoding="utf-8"))
    except PlainError as failure:
        raise BuildError(
            (error("UD512", Span(str(file), failure.line, failure.column), problem=str(failure), found=""),)
        ) from failure
    settings = read_settings(data, str(file))
    files = {
        path.relative_to(folder).as_posix(): path.read_text(encoding="utf-8")
        for pattern in _TEXTS
        for path in sorted(folder.glob(pattern))
    }
    missing = [name for name in settings.slides if f"slides/{name}.yaml.j2" not in files]
    if missing:
        raise BuildError(tuple(error("UD504", Span(str(file)), slide=name) for name in missing))
    return compile_pack(folder, settings.name, settings.version, settings.style(), files=files, digest=digest)
