"""A rank has a scope and no place: it is in no deck until it is filled in.

So a rank comes out of ``session next``, with its place of last time.
"""

from __future__ import annotations

from collections.abc import Iterator

from unitdeck.base.diagnostics import Diagnostic, warning
from unitdeck.checks.subject import Subject

CODE = "UD741"


def check(subject: Subject) -> Iterator[Diagnostic]:
    """Yield a warning for each such rank."""
    for index, target in enumerate(subject.outline.targets):
        for number, rank in enumerate(target.ranks):
            if rank.rank is None:
                span = subject.positions.at("targets", index, "ranks", number, "rank")
                yield warning(CODE, span, name=target.name, scope=rank.scope)
