"""A comment or promise of the last session has no status: nobody can tell whether it was kept.

So it comes out of ``session next``; the page prints 「—」 and the title counts it as without a result.
"""

from __future__ import annotations

from collections.abc import Iterator

from unitdeck.base.diagnostics import Diagnostic, excerpt, warning
from unitdeck.checks.subject import Subject

CODE = "UD742"


def check(subject: Subject) -> Iterator[Diagnostic]:
    """Yield a warning for each such comment."""
    for index, comment in enumerate(subject.outline.last_review):
        if comment.status is None:
            span = subject.positions.at("last_review", index, "status")
            yield warning(CODE, span, comment=excerpt(comment.comment))
