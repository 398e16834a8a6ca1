"""The papers of a template: its files ``papers/<language>/<name>.j2``, over those of the built-in template.

A template that holds one of them has its own; what it does not hold is taken from the built-in one.
"""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import NamedTuple

from unitdeck.base.language import Lang
from unitdeck.template.environment import OUTPUT_LIMIT, paper_environment
from unitdeck.template.expand import rendered
from unitdeck.template.files import all_inside, text_of
from unitdeck.template.locate import built_in

FOLDER = "papers"
_TIMES = 4


class PaperText(NamedTuple):
    """A paper as its file gave it: lines with marks (:mod:`unitdeck.session.papers.document`), and the file."""

    text: str
    file: Path


def paper_text(name: str, folder: Path, context: Mapping[str, object], lang: Lang) -> PaperText:
    """Return a paper of the template in ``folder``; ``context`` is what its file may print.

    A paper may print all that it was given several times over: those of a hundred units are long.

    Raises BuildError: UD510 and UD511 for a file that fails, UD104 for one that is not UTF-8, UD506 for a link.
    """
    places = _places(built_in(), lang) | _places(folder, lang)
    files = {key: text_of(path) for key, path in places.items()}
    file = f"{FOLDER}/{lang}/{name}.j2"
    limit = OUTPUT_LIMIT + _TIMES * sum(len(repr(value)) for value in context.values())
    text = rendered(paper_environment(files), file, context, files, places.__getitem__, limit)
    return PaperText(text, places[file])


def _places(folder: Path, lang: Lang) -> dict[str, Path]:
    paths = sorted((folder / FOLDER / lang).glob("*.j2"))
    all_inside(folder, paths)
    return {f"{FOLDER}/{lang}/{path.name}": path for path in paths}
