"""The text files of a template and of those that it extends, by the names that Jinja2 files call them by.

``slides/cover.yaml.j2`` is the nearest one. ``report/slides/cover.yaml.j2`` is the one that the template ``report``
shows: so a file can extend, include or import the one that it stands for.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from unitdeck.template.pack import TemplatePack

_CALLED = ("slides/", "script/")


def effective(levels: Sequence[Mapping[str, str]]) -> tuple[dict[str, str], dict[str, int], dict[str, str]]:
    """Return which files count, of which level those are that are not the nearest's, and those that others hide.

    ``levels`` are the files of each level, nearest first. Hidden ones are named ``1/slides/cover.yaml.j2``.
    """
    files: dict[str, str] = {}
    origins: dict[str, int] = {}
    hidden: dict[str, str] = {}
    for number, level in enumerate(levels):
        for file, text in level.items():
            if file not in files:
                files[file] = text
                if number:
                    origins[file] = number
            elif file.startswith(_CALLED):
                hidden[f"{number}/{file}"] = text
    return dict(sorted(files.items())), origins, hidden


def library(pack: TemplatePack) -> Mapping[str, str]:
    """Return the text of each name that a file of the pack may call."""
    if len(pack.levels) <= 1:
        return pack.files
    names = dict(pack.files)
    # The nearest level comes last: its name may be that of one it extends, which is then meant.
    for number in (*range(1, len(pack.levels)), 0):
        for file in pack.files:
            if file.startswith(_CALLED) and (text := _shown_by(pack, number, file)) is not None:
                names.setdefault(f"{pack.levels[number].name}/{file}", text)
    return names


def located(pack: TemplatePack, name: str) -> tuple[int, str]:
    """Return level and file of a name that :func:`library` gave."""
    if name in pack.files:
        return pack.origins.get(name, 0), name
    template, _, file = name.partition("/")
    for number in (*range(1, len(pack.levels)), 0):
        if pack.levels[number].name == template and _shown_by(pack, number, file) is not None:
            return next(at for at in range(number, len(pack.levels)) if _own(pack, at, file) is not None), file
    return 0, name


def _shown_by(pack: TemplatePack, number: int, file: str) -> str | None:
    """The text that a level shows of a file: its own, or that of the next one it extends."""
    texts = (_own(pack, at, file) for at in range(number, len(pack.levels)))
    return next((text for text in texts if text is not None), None)


def _own(pack: TemplatePack, number: int, file: str) -> str | None:
    if file in pack.files and pack.origins.get(file, 0) == number:
        return pack.files[file]
    return pack.hidden.get(f"{number}/{file}")
