"""What a check looks at, and what a check is."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from decimal import Decimal
from typing import NamedTuple, Protocol, TypeAlias

from unitdeck.appraise.model import Appraisal
from unitdeck.base.diagnostics import Diagnostic, Span
from unitdeck.layout.placed import PlacedDeck
from unitdeck.outline.model import Outline
from unitdeck.template.style import Style

Step: TypeAlias = str | int


class Positions(Protocol):
    """Where the outline's values stand in its file."""

    def at(self, *path: Step) -> Span | None:
        """Return the span of the value at ``path``, else of the nearest thing around it."""


class Subject(NamedTuple):
    """A deck with the outline and figures that it came from, and the style of its template."""

    appraisal: Appraisal
    deck: PlacedDeck
    positions: Positions
    style: Style

    @property
    def outline(self) -> Outline:
        """The outline as read."""
        return self.appraisal.outline

    @property
    def minutes(self) -> Decimal | None:
        """The minutes on stage: the outline's own, else the session's; None where neither says."""
        return self.outline.minutes or self.appraisal.session.minutes


Check: TypeAlias = Callable[[Subject], Iterator[Diagnostic]]
