"""A target is behind schedule and no measure names it.

The first question of the commentary is what is done about it. A measure names its target in ``target`` (对应指标).
"""

from __future__ import annotations

from collections.abc import Iterator

from unitdeck.base.diagnostics import Diagnostic, warning
from unitdeck.checks.subject import Subject

CODE = "UD431"


def check(subject: Subject) -> Iterator[Diagnostic]:
    """Yield a warning for each such target, in the outline's order; none where the outline lists no measures at all."""
    if not subject.outline.measures:
        return
    behind = {id(indicator.source): indicator for indicator in subject.appraisal.unmeasured_behind}
    for index, target in enumerate(subject.outline.targets):
        indicator = behind.get(id(target))
        if indicator:
            span = subject.positions.at("targets", index)
            yield warning(CODE, span, name=indicator.name, pace=indicator.pace, status=indicator.status.word)
