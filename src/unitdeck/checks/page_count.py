"""More pages than the minutes allow.

A unit deck of 8 minutes has 10 to 12 pages. Above 1.6 pages a minute none is seen long enough to be read. The
appendix is not shown and does not count.
"""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from unitdeck.base.diagnostics import Diagnostic, warning
from unitdeck.checks.subject import Subject

CODE = "UD412"
MOST_A_MINUTE = Decimal("1.6")


def check(subject: Subject) -> Iterator[Diagnostic]:
    """Yield a warning with the pages there are, the appendix apart, and the most that fit."""
    appendix = sum(slide.appendix for slide in subject.deck.slides)
    pages = len(subject.deck.slides) - appendix
    if subject.minutes is not None and pages > MOST_A_MINUTE * subject.minutes:
        most = int(MOST_A_MINUTE * subject.minutes)
        span = subject.positions.at("minutes")
        yield warning(CODE, span, pages=pages, minutes=subject.minutes, most=most, appendix=appendix or None)
