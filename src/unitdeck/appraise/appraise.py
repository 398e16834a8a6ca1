"""An outline to its appraisal: every figure, word and finding, computed once."""

from __future__ import annotations

from decimal import Decimal

from unitdeck.appraise.dates import period_text, when_text
from unitdeck.appraise.evidence import Evidence, exact, is_timed, side
from unitdeck.appraise.findings import findings
from unitdeck.appraise.indicator import Setting, indicator
from unitdeck.appraise.levels import judged_as
from unitdeck.appraise.model import Appraisal, Indicator, Lang, StatusCount
from unitdeck.appraise.names import spoken_names
from unitdeck.appraise.reconcile import Positions, Unplaced, reconcile
from unitdeck.appraise.schedule import schedule
from unitdeck.appraise.status import LOOKS, PRESETS
from unitdeck.appraise.wording import Words, bare, rate, words_of
from unitdeck.outline.model import Outline, Session

_ROUNDING = Decimal("0.005")
_TREND = 3  # periods with a figure that make a trend
_LEVELS = ("level", "growth_rate", "cap_count")


def appraise(outline: Outline, session: Session, positions: Positions | None, lang: Lang) -> Appraisal:
    """Return the appraisal of ``outline`` in ``session``, worded in ``lang``.

    The data date is the outline's, else the session's. Its diagnostics are warnings UD301–UD310, placed by
    ``positions`` (None: without places). Bad or missing figures never raise: they are missing, and print 「—」.
    """
    words = words_of(lang)
    as_of = outline.as_of or session.as_of
    today = as_of.date if as_of else None
    setting = Setting(
        as_of=today,
        period=period_text(as_of, words) or _common_period(outline),
        preset=PRESETS[session.status],
        sample=outline.sample,
        citation=outline.source,
        words=words,
    )
    indicators = tuple(indicator(target, setting) for target in outline.targets)
    timed = [i for i in indicators if judged_as(i.source) == "cumulative" and i.gap.value is not None]
    due = {i.schedule.value for i in indicators if is_timed(i)}
    evidence = Evidence(
        words=words,
        outline=outline,
        today=today,
        meeting=(session.date.date if session.date else None) or today,
        period=setting.period,
        schedule=due.pop() if len(due) == 1 else schedule(None, today),
        indicators=indicators,
        progress=tuple(sorted(timed, key=lambda i: exact(i.gap))),
        levels=tuple(i for i in indicators if i.measured and judged_as(i.source) in _LEVELS),
        ranked=tuple(i for i in indicators if i.places),
        trends=tuple(i for i in indicators if sum(point.value is not None for point in i.series) >= _TREND),
        composed=tuple(i for i in indicators if _is_composed(i)),
        names=spoken_names(
            (target.name for target in outline.targets),
            (part.name for target in outline.targets for part in target.parts),
            lang,
        ),
    )
    measured_names = {measure.target for measure in outline.measures} - {""}
    return Appraisal(
        lang=lang,
        outline=outline,
        session=session,
        session_title=_session_title(session, words),
        session_date=when_text(session.date, words),
        as_of=when_text(as_of, words),
        period=evidence.period,
        schedule=rate(evidence.schedule),
        indicators=indicators,
        progress=evidence.progress,
        levels=evidence.levels,
        ranked=evidence.ranked,
        trends=evidence.trends,
        composed=evidence.composed,
        unmeasured_behind=tuple(
            i for i in evidence.progress if side(i.gap) < 0 and measured_names.isdisjoint((i.source.name, i.source.id))
        ),
        counts=_counts(indicators, words),
        findings=findings(evidence),
        sample=_holds_samples(outline),
        diagnostics=reconcile(outline, indicators, as_of, positions or Unplaced()),
    )


def _is_composed(indicator: Indicator) -> bool:
    """Whether there are two parts or more that make up the whole, but for what rounding adds or takes."""
    values = [part.actual.value for part in indicator.parts if part.actual.value is not None]
    whole = indicator.actual.value
    return len(values) >= 2 and (whole is None or abs(sum(values) - whole) <= abs(whole) * _ROUNDING)


def _common_period(outline: Outline) -> str:
    periods = {bare(target.actual.period) for target in outline.targets if target.actual and target.actual.period}
    return periods.pop() if len(periods) == 1 else ""


def _session_title(session: Session, words: Words) -> str:
    if session.title or not session.series:
        return session.title
    if session.number is None:
        return session.series
    return words.say("session.numbered", series=session.series, number=str(session.number))


def _counts(indicators: tuple[Indicator, ...], words: Words) -> tuple[StatusCount, ...]:
    """Return how many indicators have each status, best first."""
    by_key = {i.status.key: i.status for i in indicators}
    numbers = {key: sum(i.status.key == key for i in indicators) for key in LOOKS}
    return tuple(
        StatusCount(by_key[key], number, words.say("count.items", count=str(number)))
        for key, number in numbers.items()
        if number
    )


def _holds_samples(outline: Outline) -> bool:
    marks = [outline.sample]
    marks += [row.sample for row in outline.targets]
    marks += [rank.sample for row in outline.targets for rank in row.ranks]
    marks += [row.sample for row in outline.measures]
    marks += [row.sample for row in outline.projects]
    marks += [row.sample for row in outline.highlights]
    marks += [row.sample for row in outline.ambitions]
    marks += [row.sample for row in outline.next_steps]
    return any(marks)
