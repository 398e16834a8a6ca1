"""All checks over one deck."""

from __future__ import annotations

from unitdeck.appraise.model import Appraisal
from unitdeck.base.diagnostics import Diagnostic
from unitdeck.checks import CHECKS
from unitdeck.checks.subject import Positions, Subject
from unitdeck.layout.placed import PlacedDeck
from unitdeck.template.style import Style


def run_checks(appraisal: Appraisal, deck: PlacedDeck, positions: Positions, style: Style) -> tuple[Diagnostic, ...]:
    """Return the warnings of every check, check by check; ``positions`` are those of the appraised outline."""
    subject = Subject(appraisal, deck, positions, style)
    return tuple(finding for check in CHECKS.values() for finding in check(subject))
