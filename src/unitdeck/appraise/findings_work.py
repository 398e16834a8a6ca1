"""The sentences on the work: duties, projects, highlights, measures, last review, next steps, ambitions, photos."""

from __future__ import annotations

from collections.abc import Sized
from decimal import Decimal

from unitdeck.appraise.commitments import commitment_statuses, standing
from unitdeck.appraise.dates import near_text
from unitdeck.appraise.evidence import Evidence
from unitdeck.appraise.wording import Words, amount_text, bare, rate_text
from unitdeck.outline.model import Ambition, MeasureStatus, Project

_HALF = Decimal(50)
_STATUSES = 3  # different status words that one title can count
_STATUS_WORD = 12  # characters; a longer status is a sentence
_SETTLED: frozenset[MeasureStatus] = frozenset(("done", "closed"))
_CLASSES = 4  # of promises that one title can count; with more, they are counted as a ledger does
_GATHERED: dict[MeasureStatus | None, MeasureStatus | None] = {
    "done": "to_verify",
    "not_started": "under_way",
    "at_risk": "under_way",
}
_CLASS_ORDER: tuple[MeasureStatus | None, ...] = (
    *("closed", "done", "to_verify", "under_way", "at_risk", "not_started", "overdue"),
    None,
)


def duties(evidence: Evidence) -> str:
    """Return how many duties there are and which are this year's main field."""
    words, rows = evidence.words, evidence.outline.duties
    if not rows:
        return ""
    text = words.say("duties.count", n=len(rows))
    focus = [bare(duty.title) for duty in rows if duty.focus]
    if not focus or len(focus) == len(rows):
        return text
    named = words.listing(tuple(focus))
    if evidence.brief(named):
        return text + words.say("duties.focus", focus=named)
    return text + words.say("duties.focus_count", k=len(focus))


def projects(evidence: Evidence) -> str:
    """Return how many projects there are and how they stand, from the first of these that is filled in.

    Their statuses, milestones, progress, investment.
    """
    words, rows = evidence.words, evidence.outline.projects
    if not rows:
        return ""
    if len(rows) == 1:
        return _project(rows[0], evidence)
    text = words.say("projects.count", n=len(rows))
    return text + (
        _statuses(rows, evidence) or _steps(rows, evidence) or _halves(rows, evidence) or _sum(rows, evidence)
    )


def milestones(evidence: Evidence) -> str:
    """Return how many milestones the projects have, how many are reached and how many overdue; '' without any."""
    steps = _steps(evidence.outline.projects, evidence)
    return evidence.words.say("projects.count", n=len(evidence.outline.projects)) + steps if steps else ""


def highlights(evidence: Evidence) -> str:
    """Return the highlights by name where they fit, else how many and how many have a measured result."""
    words, rows = evidence.words, evidence.outline.highlights
    if not rows:
        return ""
    titles = tuple(bare(row.title) for row in rows)
    text = words.say("highlights.count", n=len(rows))
    named = titles[0] if len(rows) == 1 else text + words.say("highlights.titles", titles=words.listing(titles))
    if evidence.fits(named):
        return named
    results = sum(bool(bare(row.result)) for row in rows)
    if results == len(rows):
        return text + words.say(_of("highlights.results_all", rows))
    return text + (words.say("highlights.results", k=results) if results else "")


def measures(evidence: Evidence) -> str:
    """Return whether every weak point has a measure, an owner and a date; else what is lacking; and what is late."""
    words, rows = evidence.words, evidence.outline.measures
    if not rows:
        return ""
    counts = {
        "action": sum(not bare(row.action) for row in rows),
        "owner": sum(not bare(row.owner) for row in rows),
        "due": sum(row.due is None for row in rows),
    }
    lacks = {words.say(f"lack.{key}"): count for key, count in counts.items() if count}
    throughout = tuple(what for what, count in lacks.items() if count == len(rows))
    if not lacks:
        text = words.say(_of("measures.complete", rows), n=len(rows))
    elif throughout:
        stem = words.say("measures.one" if len(rows) == 1 else "measures.all", n=len(rows))
        text = stem + words.say("measures.all_lack", what=words.listing(throughout))
    else:
        some = tuple(words.say("measures.some_lack", k=count, what=what) for what, count in lacks.items())
        text = words.say("measures.some", n=len(rows)) + words.listing(some)
    statuses = [row.status for row in rows]
    if not lacks and _SETTLED.issuperset(statuses):
        return text + words.say("measures.done")
    return text + _late([standing(row, evidence.today) for row in rows], words)


def last_review(evidence: Evidence) -> str:
    """Return how many comments and promises of the last session are kept, open and missed; else how many answered."""
    words, rows = evidence.words, evidence.outline.last_review
    if not rows:
        return ""
    noun = "promises" if any(bare(row.origin) for row in rows) else "comments"
    text = words.say(f"review.{noun}", n=len(rows))
    stand = [standing(row, evidence.today) for row in rows]
    if set(stand) == {None}:
        answered = sum(bool(bare(row.action)) for row in rows)
        key = _of("review.answered", rows) if answered == len(rows) else "review.answered_some"
        return text + (words.say(key, k=answered) if answered else "")
    if len(set(stand)) > _CLASSES:
        stand = [_GATHERED.get(status, status) for status in stand]
    found = [status for status in _CLASS_ORDER if status in stand]
    said = {status: _status_word(status, words) for status in found}
    if len(found) == 1:
        return text + words.say(_of("review.all", rows), word=said[found[0]])
    clauses = (words.say(f"review.{noun}_some", k=stand.count(status), word=said[status]) for status in found)
    return text + words.say("review.then") + words.say("join").join(clauses)


def next_steps(evidence: Evidence) -> str:
    """Return how many steps there are and the date of the nearest that still lies ahead."""
    words, rows = evidence.words, evidence.outline.next_steps
    if not rows:
        return ""
    text = words.say("steps.count", n=len(rows))
    from_day = evidence.meeting
    ahead = [
        (row.due.date, row.due)
        for row in rows
        if row.due and row.due.date and (from_day is None or row.due.date >= from_day)
    ]
    if not ahead:
        return text
    _, due = min(ahead, key=lambda pair: pair[0])
    key = "steps.only" if len(rows) == 1 else "steps.nearest"
    return text + words.say(key, date=near_text(due, from_day, words))


def ambitions(evidence: Evidence) -> str:
    """Return the first goal, from where to where, after their number."""
    words, rows = evidence.words, evidence.outline.ambitions
    if not rows:
        return ""
    count = words.say("ambitions.count", n=len(rows))
    for row in rows:
        goal = _goal(row, evidence)
        text = goal if len(rows) == 1 else count + words.say("ambitions.then", first=goal)
        if evidence.fits(text):
            return text
    return count


def photos(evidence: Evidence) -> str:
    """Return the captions as far as they all fit, else ''."""
    captions = tuple(caption for photo in evidence.outline.photos if (caption := bare(photo.caption)))
    text = evidence.words.listing(captions)
    return text if evidence.fits(text) else ""


def _project(project: Project, evidence: Evidence) -> str:
    words = evidence.words
    name, state = bare(project.name), bare(project.status)
    if not evidence.brief(name):
        return words.say("projects.count", n=1)
    if project.progress is not None:
        return words.say("projects.one_progress", name=name, p=rate_text(Decimal(project.progress)))
    if state and len(state) <= _STATUS_WORD:
        return words.say("projects.one_status", name=name, word=state)
    return name


def _statuses(rows: tuple[Project, ...], evidence: Evidence) -> str:
    words = evidence.words
    counts: dict[str, int] = {}
    for row in rows:
        if state := bare(row.status):
            counts[state] = counts.get(state, 0) + 1
    if not counts or len(counts) > _STATUSES or any(len(state) > _STATUS_WORD for state in counts):
        return ""
    if list(counts.values()) == [len(rows)]:
        return words.say("projects.all_status", word=next(iter(counts)))
    stated = tuple(words.say("projects.status", k=count, word=state) for state, count in counts.items())
    return words.say("join") + words.listing(stated)


def _steps(rows: tuple[Project, ...], evidence: Evidence) -> str:
    steps = [step for row in rows for step in row.milestones]
    if not steps:
        return ""
    done = sum(step.done for step in steps)
    text = evidence.words.say("projects.steps" if done else "projects.steps_open", steps=len(steps), done=done)
    today = evidence.today
    late = sum(bool(today and not s.done and s.date and s.date.date and s.date.date < today) for s in steps)
    return text + (evidence.words.say("projects.steps_late", k=late) if late else "")


def _halves(rows: tuple[Project, ...], evidence: Evidence) -> str:
    half = sum(row.progress is not None and row.progress > _HALF for row in rows)
    if not half:
        return ""
    return evidence.words.say("projects.half_all" if half == len(rows) else "projects.half", k=half)


def _sum(rows: tuple[Project, ...], evidence: Evidence) -> str:
    amounts = [row.investment for row in rows if row.investment is not None]
    units = {row.unit for row in rows}
    if len(amounts) < len(rows) or len(units) > 1:
        return ""
    total = evidence.words.quantity(amount_text(sum(amounts, Decimal(0))), units.pop())
    return evidence.words.say("projects.invested", value=total)


def _late(statuses: list[MeasureStatus | None], words: Words) -> str:
    overdue, at_risk = statuses.count("overdue"), statuses.count("at_risk")
    if overdue:
        return words.say("measures.overdue", k=overdue)
    return words.say("measures.at_risk", k=at_risk) if at_risk else ""


def _status_word(status: MeasureStatus | None, words: Words) -> str:
    """Return a promise's status within a sentence."""
    if status is None:
        return words.say("review.untold")
    word = commitment_statuses(words.lang)[status].word
    return word if words.lang == "zh" else word.lower()


def _of(key: str, rows: Sized) -> str:
    """Return the key of a phrase for all of ``rows``, which is another one where there is only one."""
    return f"{key}_one" if len(rows) == 1 else key


def _goal(ambition: Ambition, evidence: Evidence) -> str:
    title, now, goal = bare(ambition.title), bare(ambition.now), bare(ambition.goal)
    if now and goal and now not in goal:  # 「从第1到保持第1」 would be no way at all
        return evidence.words.say("ambitions.from_to", title=title, now=now, goal=goal)
    return evidence.words.say("ambitions.to", title=title, goal=goal) if goal else title
