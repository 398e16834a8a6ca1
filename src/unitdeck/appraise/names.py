"""Names as sentences use them: the field's standard short forms, where no other indicator could be meant."""

from __future__ import annotations

from collections.abc import Iterable

from unitdeck.appraise.model import Lang
from unitdeck.appraise.wording import bare
from unitdeck.appraise.words_zh import SHORT_FORMS

LONG_NAME = 14  # characters: a longer name leaves no room for the finding in a title


def spoken_names(names: Iterable[str], others: Iterable[str], lang: Lang) -> dict[str, str]:
    """Return each indicator's name → its form within a sentence.

    A short form is taken only where it does not occur in any of the other indicators' names or in ``others``
    (names of parts). English sentences keep the names as they are.
    """
    full = {name: bare(name) for name in names}
    if lang == "en":
        return full
    taken = [*full.values(), *(bare(name) for name in others)]
    return {name: _short(text, [other for other in taken if other != text]) for name, text in full.items()}


def _short(name: str, others: list[str]) -> str:
    short = name
    for long, abbreviation in SHORT_FORMS:
        short = short.replace(long, abbreviation)
    if len(short) < 2 or any(short in other for other in others):
        return name
    return short
