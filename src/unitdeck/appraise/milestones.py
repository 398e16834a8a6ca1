"""Targets that are a dated event: done or not, and due when."""

from __future__ import annotations

import re
from datetime import date
from decimal import Decimal

from unitdeck.appraise.dates import when_text
from unitdeck.appraise.levels import Judgement
from unitdeck.appraise.wording import Words, bare, in_percent
from unitdeck.outline.model import Target

# Only words that say that the whole is done: 「已完成主体施工」 is a stage of it.
_DONE = (
    r"(?:已|已经|已按期|已提前|按期|提前|全面|全部|均已)*"
    r"(?:完成|办结|建成|竣工|投用|投入使用|投产|通过|验收|通过验收|完工|开工|启用|运行|上线|销号|落地)+"
    r"|done|completed|finished"
)


def judge_milestone(target: Target, as_of: date | None, words: Words) -> Judgement:
    """Return whether a milestone is done, overdue by ``as_of``, or still open; with no report, no judgement of it."""
    due = target.due
    if _is_done(target):
        return Judgement("done", words.say("verdict.done"))
    late = due is not None and due.date is not None and as_of is not None and due.date < as_of
    date_text = bare(when_text(due, words))
    reported = target.actual is not None and (target.actual.value is not None or bool(bare(target.actual.text)))
    if not reported:
        return Judgement("no_data", "")
    if not date_text:
        return Judgement("open", words.say("verdict.undated"))
    key = "overdue" if late else "open"
    return Judgement(key, words.say(f"verdict.{key}", date=date_text))


def _is_done(target: Target) -> bool:
    if target.actual is None:
        return False
    reached = target.actual.value
    if reached is None:
        return re.fullmatch(_DONE, bare(target.actual.text), re.IGNORECASE) is not None
    wanted = target.target.value if target.target else None
    if wanted is None:
        wanted = Decimal(100 if in_percent(target.unit) else 1)
    return reached >= wanted
