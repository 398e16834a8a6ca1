"""承诺清单: who promised what, until when, and how far it had come when it was last told of."""

from __future__ import annotations

from datetime import date
from typing import NamedTuple

from unitdeck.appraise.dates import when_text
from unitdeck.appraise.model import Lang
from unitdeck.appraise.wording import bare, words_of
from unitdeck.session.carrying.outline import Carried
from unitdeck.session.carrying.words import speaker


class Promise(NamedTuple):
    """A unit's promise in words; ``due`` is '' where no date was given, ``status`` what is known of it."""

    unit: str
    text: str
    owner: str
    due: str
    status: str


def promises(unit: str, made: Carried, today: date | None, lang: Lang) -> tuple[Promise, ...]:
    """Return what a unit owes at the next session or after it: what came back, steps not yet due, dated goals."""
    say, words = speaker(lang), words_of(lang)
    found = []
    for n, row in enumerate(made.outline.last_review):
        due = row.due.date if row.due else None
        last = made.stood.get(n, "")
        passed = say("fell_due") if due and today and due <= today else ""
        status = words.say("join").join(part for part in (last, passed) if part)
        text = bare(row.promise or row.comment)
        if row.promise and row.origin in (say("step"), say("goal")):
            text = words.say("named", name=bare(row.comment), value=bare(row.promise))
        found.append(Promise(unit, text, row.owner, when_text(row.due, words), status))
    rows = [(step.title, step.goal, step.owner, step.due) for step in made.outline.next_steps]
    rows += [(goal.title, goal.goal, "", goal.due) for goal in made.outline.ambitions if goal.due]
    for title, goal, owner, when in rows:
        text = words.say("named", name=bare(title), value=bare(goal)) if bare(goal) else bare(title)
        found.append(Promise(unit, text, owner, when_text(when, words), say("not_due")))
    return tuple(found)
