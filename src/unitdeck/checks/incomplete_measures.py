"""A measure that is not done says not who is responsible, or not until when.

Commitments are looked at in the next session; without an owner and a date there is nothing to look at.
"""

from __future__ import annotations

from collections.abc import Iterator

from unitdeck.base.diagnostics import Diagnostic, Term, excerpt, warning
from unitdeck.checks.subject import Subject

CODE = "UD432"
_FINISHED = frozenset(("done", "closed"))


def check(subject: Subject) -> Iterator[Diagnostic]:
    """Yield a warning for each such measure with what it lacks."""
    for index, measure in enumerate(subject.outline.measures):
        lacking = [Term(f"measure_{key}") for key in ("owner", "due") if not getattr(measure, key)]
        if lacking and measure.status not in _FINISHED:
            yield warning(
                CODE, subject.positions.at("measures", index), problem=excerpt(measure.problem), lacking=lacking
            )
