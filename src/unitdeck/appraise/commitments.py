"""The status of a promise: a measure, a comment of the last session."""

from __future__ import annotations

from datetime import date

from unitdeck.appraise.model import Lang, Status, Tone
from unitdeck.outline.model import Comment, Measure, MeasureStatus

_KEPT: frozenset[MeasureStatus | None] = frozenset(("done", "closed", "to_verify"))

_WORDS: dict[MeasureStatus, tuple[str, str, str, Tone]] = {
    "not_started": ("未启动", "Not started", "○", "none"),
    "under_way": ("推进中", "Under way", "◆", "near"),
    "at_risk": ("逾期风险", "At risk", "▼", "warn"),
    "overdue": ("逾期", "Overdue", "■", "bad"),
    "to_verify": ("待核", "To be verified", "◇", "near"),
    "done": ("已完成", "Done", "●", "good"),
    "closed": ("已销号", "Closed out", "●", "good"),
}


def commitment_statuses(lang: Lang) -> dict[MeasureStatus | None, Status]:
    """Return word, mark and tone of every status; that of None (nothing said) prints 「—」."""
    statuses: dict[MeasureStatus | None, Status] = {
        key: Status(key, zh if lang == "zh" else en, mark, tone) for key, (zh, en, mark, tone) in _WORDS.items()
    }
    statuses[None] = Status("", "—", "", "none")
    return statuses


def standing(row: Measure | Comment, today: date | None) -> MeasureStatus | None:
    """Return a promise's status: past its date it is overdue, unless it is done or awaits its check."""
    due = row.due.date if row.due else None
    late = due is not None and today is not None and due < today
    return "overdue" if late and row.status not in _KEPT else row.status
