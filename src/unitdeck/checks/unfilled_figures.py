"""A target has a figure of the last session and none of this one.

That is how an outline comes out of ``session next``; a blank one prints 「—」 and counts as not reported.
"""

from __future__ import annotations

from collections.abc import Iterator

from unitdeck.appraise.wording import amount_text
from unitdeck.base.diagnostics import Diagnostic, warning
from unitdeck.checks.subject import Subject

CODE = "UD740"


def check(subject: Subject) -> Iterator[Diagnostic]:
    """Yield a warning for each such target."""
    for index, target in enumerate(subject.outline.targets):
        if target.previous and target.previous.value is not None and not target.actual:
            span = subject.positions.at("targets", index, "actual")
            previous = f"{amount_text(target.previous.value)}{target.previous.unit or target.unit}"
            yield warning(CODE, span, name=target.name, previous=previous)
