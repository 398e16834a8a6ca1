"""The papers of a template: its files ``papers/<language>/<name>.j2``, over those of the built-in template.

A template that holds one of them has its own; what it does not hold is taken from the built-in one.
"""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import NamedTuple

from unitdeck.base.diagnostics import Span
from unitdeck.base.language import Lang
from unitdeck.template.environment import OUTPUT_LIMIT, paper_environment
from unitdeck.template.expand import Expander, rendered
from unitdeck.template.files import text_of
from unitdeck.template.locate import built_in

FOLDER = "papers"
_TIMES = 4


class PaperText(NamedTuple):
    """A paper as its file gave it: lines with marks (:mod:`unitdeck.session.papers.document`), and the file."""

    text: str
    file: Path


def paper_text(name: str, template: Expander, context: Mapping[str, object], lang: Lang) -> PaperText:
    """Return a paper of a template; ``context`` is what its file may print.

    A paper may print all that it was given several times over: those of a hundred units are long.

    Raises BuildError: UD510 and UD511 for a file that fails.
    """
    folder = f"{FOLDER}/{lang}/"
    own = {file: text for file, text in template.pack.files.items() if file.startswith(folder)}
    known = sorted((built_in() / folder).glob("*.j2"))
    files = {f"{folder}{path.name}": text_of(path) for path in known} | own

    def place(file: str, line: int = 1) -> Span:
        return template.place(file, line) if file in own else Span(str(built_in() / file), line)

    file = f"{folder}{name}.j2"
    limit = OUTPUT_LIMIT + _TIMES * sum(len(repr(value)) for value in context.values())
    text = rendered(paper_environment(files), file, context, files, place, limit)
    return PaperText(text, Path(place(file).file))
