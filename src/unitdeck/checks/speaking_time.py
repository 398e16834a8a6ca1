"""The script takes longer than the minutes on stage.

The notes of all pages are counted: a Chinese character or a digit as one, a Latin word as two; marks are not spoken.
At the template's speaking rate (220 a minute unless set) the sum may not exceed the outline's or the session's minutes.
Contests show a card before the time is up, ring a bell, and take off points.
"""

from __future__ import annotations

from collections.abc import Iterator

from unitdeck.base.diagnostics import Diagnostic, warning
from unitdeck.checks.subject import Subject
from unitdeck.plan.speech import minutes, rounded

CODE = "UD411"


def check(subject: Subject) -> Iterator[Diagnostic]:
    """Yield a warning with the minutes needed and those given."""
    if subject.minutes is None:
        return
    notes = (paragraph for slide in subject.deck.slides for paragraph in slide.notes)
    rate = subject.style.characters_per_minute
    needed = minutes(notes, rate)
    if needed > subject.minutes:
        over = int((needed - subject.minutes) * rate) + 1
        span = subject.positions.at("minutes")
        yield warning(CODE, span, needed=rounded(needed), minutes=subject.minutes, characters=over, rate=rate)
