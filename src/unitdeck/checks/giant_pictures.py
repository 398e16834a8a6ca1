"""A picture says in its first bytes that it has more pixels than are safe to open.

Told before the deck is written, as an error, for without it there is no deck.
"""

from __future__ import annotations

from collections.abc import Iterator

from unitdeck.base.diagnostics import Diagnostic
from unitdeck.checks.pictures import refused
from unitdeck.checks.subject import Subject
from unitdeck.layout.picture_size import MOST_PIXELS

CODE = "UD653"


def check(subject: Subject) -> Iterator[Diagnostic]:
    """Yield an error for each such file."""
    return refused(CODE, subject, lambda px: px[0] * px[1] > MOST_PIXELS)
