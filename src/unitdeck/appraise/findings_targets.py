"""The sentences on targets: cover, overview, progress, levels. Titles have no full stop, notes do."""

from __future__ import annotations

from decimal import Decimal

from unitdeck.appraise.arithmetic import sign
from unitdeck.appraise.evidence import Evidence, exact, is_timed, lagging_part, side
from unitdeck.appraise.levels import judged_as
from unitdeck.appraise.model import Indicator
from unitdeck.appraise.wording import bare, rate_text

_NAMED = 2  # indicators that one title can name
_ANSWERED = 3  # indicators whose measures one note can list


def cover(evidence: Evidence) -> str:
    """Return the clerk's headline, else the first two completions (1—5月收入完成32.3%，支出完成44.7%), else values."""
    words = evidence.words
    headline = " ".join(evidence.outline.headline.split())
    if headline:
        return headline
    shown = [i for i in evidence.indicators if i.completion.value is not None][:_NAMED]
    key = "cover.completed"
    if not shown:
        shown = [i for i in evidence.indicators if i.actual.value is not None][:_NAMED]
        key = "cover.value"
    if not shown:
        return ""
    if any(not evidence.brief(evidence.name(i)) for i in shown):
        shown = shown[:1]
    clauses = [
        words.say(
            key,
            name=evidence.name(i),
            value=f"{i.completion.text}%" if i.completion.value is not None else evidence.value(i),
        )
        for i in shown
    ]
    shared = evidence.period and all(i.period == evidence.period for i in shown)
    return (words.say("cover.lead", period=evidence.period) if shared else "") + words.say("join").join(clauses)


def overview(evidence: Evidence) -> str:
    """Return how many indicators stand well, and the one that stands worst (or best, where all stand well)."""
    judged = [i for i in evidence.indicators if i.measured or i.status.key == "no_data"]
    if not judged:
        return _reported(evidence)
    if len(judged) == 1:
        return _alone(judged[0], evidence)
    if len(judged) <= _NAMED and all(_has_gap(i) and evidence.brief(evidence.name(i)) for i in judged):
        first, second = sorted(judged, key=lambda i: exact(i.gap))
        return _standing(first, evidence) + evidence.words.say("join") + _standing(second, evidence, first=False)
    return _counted(judged, evidence)


def overview_note(evidence: Evidence) -> str:
    """Return the schedule, and where the widest gap and the widest lead are."""
    words = evidence.words
    timed = [i for i in evidence.indicators if is_timed(i)]
    if evidence.today is None:
        return _stopped(words.say("note.no_date"), evidence) if _awaits_schedule(evidence) else ""
    if not timed or evidence.schedule is None:
        return ""
    note = words.say("note.schedule", s=rate_text(evidence.schedule), period=evidence.period)
    own = sum(i.schedule.value != evidence.schedule for i in timed)
    if own:
        note += words.say("note.custom", m=own)
    worst, best = (evidence.progress[0], evidence.progress[-1]) if evidence.progress else (None, None)
    details = []
    if worst is not None and side(worst.gap) < 0:
        detail = words.say("note.short", name=evidence.name(worst), d=words.lead(exact(worst.gap)))
        part = lagging_part(worst)
        details.append(
            detail + (words.say("note.part", part=bare(part.name), d=words.lead(exact(part.gap))) if part else "")
        )
    if best is not None and side(best.gap) > 0:
        details.append(words.say("clause.ahead", name=evidence.name(best), d=words.lead(exact(best.gap))))
    sentences = [note, words.say("next").join(details)] if details else [note]
    return "".join(_stopped(sentence, evidence) for sentence in sentences).rstrip()


def progress(evidence: Evidence) -> str:
    """Return how many run behind the schedule, and the furthest."""
    words = evidence.words
    rows = evidence.progress
    if not rows:
        return ""
    behind = sum(side(i.gap) < 0 for i in rows)
    if len(rows) == 1:
        return _with_completion("progress.one", rows[0], evidence)
    if not behind:
        return words.say("progress.none_behind", n=len(rows)) + _lead(rows[-1], evidence)
    if behind == len(rows):
        return words.say("progress.all_behind", n=behind) + _shortfall(rows[0], evidence)
    return words.say("progress.some_behind", n=len(rows), k=behind) + _shortfall(rows[0], evidence)


def progress_note(evidence: Evidence) -> str:
    """Return the part in which the widest gap lies, and which measures answer the widest gaps; '' if none is behind."""
    words = evidence.words
    behind = [i for i in evidence.progress if side(i.gap) < 0]
    if not behind:
        return ""
    sentences = []
    part = lagging_part(behind[0])
    if part is not None:
        where = {"name": evidence.name(behind[0]), "part": bare(part.name), "c": part.completion.text}
        sentences.append(words.say("where.part", d=words.lead(exact(part.gap)), **where))
    if evidence.outline.measures:
        sentences.append(words.say("next").join(_answer(i, evidence) for i in behind[:_ANSWERED]))
    return "".join(_stopped(sentence, evidence) for sentence in sentences).rstrip()


def levels(evidence: Evidence) -> str:
    """Return how many levels, growth rates and control numbers are kept, and the first that is not."""
    words = evidence.words
    rows = evidence.levels
    if not rows:
        return ""
    if len(rows) == 1:
        return _level(rows[0], evidence)
    missed = [i for i in rows if i.status.tone != "good"]
    met = len(rows) - len(missed)
    key = "levels.some" if met and missed else "levels.none" if missed else "levels.all"
    named = missed[0] if missed else rows[0]
    return words.say(key, n=len(rows), m=met) + _verdict(named, evidence)


def _reported(evidence: Evidence) -> str:
    """Return what can be said where nothing can be judged: completions, growth, else how many have figures."""
    words = evidence.words
    rows = evidence.indicators
    completed = [i for i in rows if i.completion.value is not None]
    if completed and all(evidence.brief(evidence.name(i)) for i in completed[:_NAMED]):
        return words.say("join").join(
            words.say("cover.completed", name=evidence.name(i), value=f"{i.completion.text}%")
            for i in completed[:_NAMED]
        )
    grown = [i for i in rows if i.yoy.value is not None and not i.yoy.in_points]
    if grown and all(evidence.brief(evidence.name(i)) for i in grown[:_NAMED]):
        return words.say("join").join(_grown(i, evidence) for i in grown[:_NAMED])
    reported = [i for i in rows if i.actual.value is not None or i.verdict]
    if len(rows) == 1 and rows[0].actual.value is not None:
        return words.say("cover.value", name=evidence.name(rows[0]), value=evidence.value(rows[0]))
    if len(rows) == len(reported):
        return words.say("overview.all_reported", n=len(rows)) if rows else ""
    return words.say("overview.reported", n=len(rows), m=len(reported)) if reported else ""


def _grown(indicator: Indicator, evidence: Evidence) -> str:
    growth = indicator.yoy.value or Decimal(0)
    key = ("grown.level", "grown.up", "grown.down")[sign(growth)]
    return evidence.words.say(key, name=evidence.name(indicator), rate=rate_text(abs(growth)))


def _alone(indicator: Indicator, evidence: Evidence) -> str:
    if indicator.status.key == "no_data":
        return evidence.words.say("overview.one_unreported", name=evidence.name(indicator))
    if indicator.completion.value is not None:
        return _standing(indicator, evidence)
    return _level(indicator, evidence)


def _counted(judged: list[Indicator], evidence: Evidence) -> str:
    words = evidence.words
    missing = sum(i.status.key == "no_data" for i in judged)
    met = sum(i.status.tone == "good" for i in judged)
    scope = words.say(_scope(judged, evidence), n=len(judged))
    if missing == len(judged):
        return words.say("met.unreported", scope=scope)
    timed = all(_has_gap(i) for i in judged if i.status.key != "no_data")
    size = "all" if met == len(judged) else "some" if met else "zero" if missing else "none"
    behind = len(judged) - missing - met
    text = words.say(f"met.{size}_schedule" if timed else f"met.{size}", scope=scope, met=met, k=behind)
    if missing:
        text += words.say("also.unreported", m=missing)
    if any(side(i.gap) < 0 for i in evidence.progress):
        return text + _shortfall(evidence.progress[0], evidence)
    missed = next((i for i in judged if i.status.tone in ("near", "warn", "bad") and i.verdict), None)
    if missed is not None:
        return text + _verdict(missed, evidence)
    return text + (_lead(evidence.progress[-1], evidence) if evidence.progress else "")


def _scope(judged: list[Indicator], evidence: Evidence) -> str:
    others = [i for i in evidence.indicators if i not in judged]
    if not others:
        return "scope.all"
    untargeted = all(i.status.key in ("no_target", "other", "qualitative") for i in others)
    return "scope.targeted" if untargeted else "scope.judged"


def _has_gap(indicator: Indicator) -> bool:
    return indicator.completion.value is not None and indicator.gap.value is not None


def _standing(indicator: Indicator, evidence: Evidence, *, first: bool = True) -> str:
    words = evidence.words
    name = evidence.name(indicator)
    if not _has_gap(indicator) or indicator.status.key == "done":
        return words.say("standing.done", name=name, c=indicator.completion.text)
    where = side(indicator.gap)
    if where == 0:
        return words.say("standing.level", name=name)
    if first:
        key = "standing.ahead" if where > 0 else "standing.nearly" if indicator.status.tone == "near" else ""
        key = key or "standing.behind"
    else:
        key = "clause.ahead" if where > 0 else "clause.behind"
    return words.say(key, name=name, d=words.lead(exact(indicator.gap)))


def _with_completion(stem: str, indicator: Indicator, evidence: Evidence) -> str:
    key = ("level", "ahead", "behind")[side(indicator.gap)]
    return evidence.words.say(
        f"{stem}_{key}",
        name=evidence.name(indicator),
        c=indicator.completion.text,
        d=evidence.words.lead(exact(indicator.gap)),
    )


def _shortfall(indicator: Indicator, evidence: Evidence) -> str:
    name = evidence.name(indicator)
    key = "also.short" if evidence.brief(name) else "also.short_nameless"
    return evidence.words.say(key, name=name, d=evidence.words.lead(exact(indicator.gap)))


def _lead(indicator: Indicator, evidence: Evidence) -> str:
    if side(indicator.gap) <= 0:
        return ""
    name = evidence.name(indicator)
    key = "also.lead" if evidence.brief(name) else "also.lead_nameless"
    return evidence.words.say(key, name=name, d=evidence.words.lead(exact(indicator.gap)))


def _verdict(indicator: Indicator, evidence: Evidence) -> str:
    name = evidence.name(indicator)
    if not evidence.brief(name):
        return ""
    return evidence.words.say("also.verdict", name=name, verdict=indicator.verdict)


def _level(indicator: Indicator, evidence: Evidence) -> str:
    words = evidence.words
    growth_of_amount = indicator.source.kind == "growth_rate" and indicator.gap.value is not None
    if indicator.actual.value is None or (growth_of_amount and indicator.yoy.value is not None):
        return words.say("levels.one_verdict", name=evidence.name(indicator), verdict=indicator.verdict)
    return words.say(
        "levels.one", name=evidence.name(indicator), value=evidence.value(indicator), verdict=indicator.verdict
    )


def _answer(indicator: Indicator, evidence: Evidence) -> str:
    words = evidence.words
    wanted = {indicator.source.name, indicator.source.id} - {""}
    numbers = [n for n, measure in enumerate(evidence.outline.measures, 1) if measure.target in wanted]
    if not numbers:
        return words.say("answer.none", name=evidence.name(indicator))
    listed = words.listing(tuple(words.say("answer.number", number=str(number)) for number in numbers))
    return words.say("answer.measures", name=evidence.name(indicator), numbers=listed)


def _awaits_schedule(evidence: Evidence) -> bool:
    return any(judged_as(i.source) == "cumulative" and i.completion.value is not None for i in evidence.indicators)


def _stopped(sentence: str, evidence: Evidence) -> str:
    return sentence + evidence.words.say("stop")
