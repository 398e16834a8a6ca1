"""A measure or promise is closed (销号) without evidence, or without saying who checked it.

Closing is the finding of a check; what is only done is still to be verified. Who checked is asked for in a session that
follows another: what the first one has of earlier comments was closed elsewhere, and is checked in that record.
"""

from __future__ import annotations

from collections.abc import Iterator

from unitdeck.base.diagnostics import Diagnostic, Term, excerpt, warning
from unitdeck.checks.subject import Subject
from unitdeck.outline.model import Comment, Measure

CODE = "UD743"


def check(subject: Subject) -> Iterator[Diagnostic]:
    """Yield a warning for each such row with what it lacks."""
    outline = subject.outline
    asked = ("evidence", "checked_by") if subject.appraisal.session.previous else ("evidence",)
    rows: list[tuple[str, int, str, Comment | Measure]] = [
        *(("measures", n, row.problem, row) for n, row in enumerate(outline.measures)),
        *(("last_review", n, row.comment, row) for n, row in enumerate(outline.last_review)),
    ]
    for section, index, what, row in rows:
        lacking = [Term(f"closed_{key}") for key in asked if not getattr(row, key).strip()]
        if row.status == "closed" and lacking:
            span = subject.positions.at(section, index, "status")
            yield warning(CODE, span, what=excerpt(what), lacking=lacking)
