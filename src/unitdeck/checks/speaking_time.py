"""The script takes longer than the minutes on stage.

The notes of all pages are counted: a Chinese character or a digit as one, a Latin word as two; marks are not spoken.
At the template's speaking rate (220 a minute unless set) the sum may not exceed the outline's or the session's minutes.
Contests show a card before the time is up, ring a bell, and take off points.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from decimal import ROUND_HALF_UP, Decimal

from unitdeck.base.diagnostics import Diagnostic, warning
from unitdeck.checks.subject import Subject

CODE = "UD411"

_SPOKEN = r"[\u3400-\u9fff\U00020000-\U0003ffff\d]|[A-Za-z]+"
_TENTH = Decimal("0.1")


def check(subject: Subject) -> Iterator[Diagnostic]:
    """Yield a warning with the minutes needed and those given."""
    if subject.minutes is None:
        return
    notes = (paragraph for slide in subject.deck.slides for paragraph in slide.notes)
    needed = Decimal(spoken_characters(notes)) / subject.characters_per_minute
    if needed > subject.minutes:
        shown = needed.quantize(_TENTH, ROUND_HALF_UP)
        over = (needed - subject.minutes) * subject.characters_per_minute
        span = subject.positions.at("minutes")
        yield warning(CODE, span, needed=shown, minutes=subject.minutes, characters=int(over) + 1)


def spoken_characters(paragraphs: Iterable[str]) -> int:
    """Return how many characters are spoken."""
    spoken = (word for paragraph in paragraphs for word in re.findall(_SPOKEN, paragraph))
    return sum(2 if word[0].isascii() and word[0].isalpha() else 1 for word in spoken)
