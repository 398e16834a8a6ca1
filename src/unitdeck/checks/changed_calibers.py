"""A figure and that of the last session have another unit or caliber: they are not compared.

Their difference would mean nothing. Where the older figure does not say its unit or caliber, it has the newer one's.
"""

from __future__ import annotations

from collections.abc import Iterator

from unitdeck.appraise.since import differing
from unitdeck.base.diagnostics import Diagnostic, Term, warning
from unitdeck.checks.subject import Subject

CODE = "UD745"


def check(subject: Subject) -> Iterator[Diagnostic]:
    """Yield a warning for each target with both figures, with what differs."""
    for index, target in enumerate(subject.outline.targets):
        old = target.previous
        if old and old.value is not None and target.actual and target.actual.value is not None:
            lacking = [Term(f"previous_{name}") for name in differing(target, old)]
            if lacking:
                span = subject.positions.at("targets", index, "previous", lacking[0].key.removeprefix("previous_"))
                yield warning(CODE, span, name=target.name, lacking=lacking)
