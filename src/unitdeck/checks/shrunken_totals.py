"""What is counted from the start of the year is less than at the last session of the same year.

One of the two figures is wrong, or the earlier one was corrected. Nothing is changed.
"""

from __future__ import annotations

from collections.abc import Iterator

from unitdeck.appraise.since import is_sum
from unitdeck.appraise.wording import amount_text
from unitdeck.base.diagnostics import Diagnostic, warning
from unitdeck.checks.subject import Subject

CODE = "UD744"


def check(subject: Subject) -> Iterator[Diagnostic]:
    """Yield a warning for each such figure."""
    for index, indicator in enumerate(subject.appraisal.indicators):
        target, change = indicator.source, indicator.since.value
        before = target.previous.value if target.previous else None
        if change is not None and change < 0 and before is not None and is_sum(target):
            span = subject.positions.at("targets", index, "actual")
            yield warning(CODE, span, name=target.name, actual=indicator.actual.text, previous=amount_text(before))
