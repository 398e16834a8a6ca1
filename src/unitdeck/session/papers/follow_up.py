"""How far a task has come, in the words of a ledger: 新增, 推进中, 待核, 已销号, 逾期.

What a unit calls done still awaits its check: a task is closed (销号) only with evidence and by whoever checked it.
"""

from __future__ import annotations

from typing import Literal

from unitdeck.base.language import Lang
from unitdeck.outline.keys import WORDS
from unitdeck.outline.model import MeasureStatus

FollowUp = Literal["new", "under_way", "to_verify", "closed", "overdue"]

STEPS: tuple[FollowUp, ...] = ("new", "under_way", "to_verify", "closed", "overdue")
_SPOKEN: dict[FollowUp, tuple[str, str]] = {
    "new": ("新增", "New"),
    "under_way": ("推进中", "Under way"),
    "to_verify": ("待核", "To be verified"),
    "closed": ("已销号", "Closed out"),
    "overdue": ("逾期", "Overdue"),
}
_OF: dict[MeasureStatus | None, FollowUp] = {
    None: "new",
    "not_started": "new",
    "under_way": "under_way",
    "at_risk": "under_way",
    "to_verify": "to_verify",
    "done": "to_verify",
    "closed": "closed",
    "overdue": "overdue",
}
_MEANT: dict[FollowUp, MeasureStatus] = {
    "new": "not_started",
    "under_way": "under_way",
    "to_verify": "to_verify",
    "closed": "closed",
    "overdue": "overdue",
}


def spoken(step: FollowUp, lang: Lang) -> str:
    """Return a step's word."""
    return _SPOKEN[step][0 if lang == "zh" else 1]


def step_of(status: MeasureStatus | None) -> FollowUp:
    """Return the step at which a unit's own status puts a task in the ledger."""
    return _OF[status]


def typed_statuses() -> dict[str, MeasureStatus]:
    """Return what may be typed as a status, in small letters: the ledger's words, the outline's, in both languages."""
    known = {word.lower(): _MEANT[step] for step, words in _SPOKEN.items() for word in words}
    outline: dict[str, MeasureStatus] = {
        word: key for word, value in WORDS["status"].items() for key in _OF if key == value
    }
    return outline | {key: key for key in _OF if key} | known
