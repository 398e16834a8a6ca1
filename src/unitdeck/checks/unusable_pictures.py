"""A file among the pictures is none that can be shown: its content counts, not its ending.

Told before the deck is written, as an error, for without it there is no deck. A picture that is damaged further on is
found when the deck is written: only decoding it shows that, which takes longer than all checks together.
"""

from __future__ import annotations

from collections.abc import Iterator

from unitdeck.base.diagnostics import Diagnostic
from unitdeck.checks.pictures import refused
from unitdeck.checks.subject import Subject

CODE = "UD652"


def check(subject: Subject) -> Iterator[Diagnostic]:
    """Yield an error for each file that does not begin as a picture."""
    return refused(CODE, subject, lambda px: not any(px))
