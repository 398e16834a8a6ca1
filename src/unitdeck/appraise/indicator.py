"""One target with all of its figures, words and status."""

from datetime import date
from decimal import Decimal
from typing import NamedTuple

from unitdeck.appraise import growth
from unitdeck.appraise.align import aligned_parts, aligned_series
from unitdeck.appraise.arithmetic import percent
from unitdeck.appraise.levels import Judgement, is_band, judge_cap, judge_cap_share, judge_level, judged_as
from unitdeck.appraise.milestones import judge_milestone
from unitdeck.appraise.model import Figure, Indicator, PartFigures
from unitdeck.appraise.progress import completion, gap, pace
from unitdeck.appraise.ranks import places
from unitdeck.appraise.schedule import schedule
from unitdeck.appraise.since import NOTHING_SINCE, since
from unitdeck.appraise.status import Preset, schedule_class, status
from unitdeck.appraise.wording import (
    MISSING,
    NO_FIGURE,
    Words,
    amount,
    amount_text,
    bare,
    difference_text,
    in_percent,
    rate,
    share,
)
from unitdeck.outline.model import Growth, Part, SeriesPoint, Target, TargetValue


class Setting(NamedTuple):
    """What all indicators of an outline share: data date, period, status preset, source, language."""

    as_of: date | None
    period: str
    preset: Preset
    sample: bool
    citation: str
    words: Words


class _Progress(NamedTuple):
    """Completion, schedule and gap, with the judgement that they lead to."""

    completion: Decimal | None
    schedule: Decimal | None
    gap: Decimal | None
    judgement: Judgement


def indicator(target: Target, setting: Setting) -> Indicator:
    """Return a target's figures, appraised by its kind."""
    words = setting.words
    kind = judged_as(target)
    growths = growth.growths(target, words)
    progress = _progress(target, setting, growths[0].value if growths else None)
    shown = status(progress.judgement.key, words)
    against_schedule = kind == "cumulative"
    series = aligned_series(target.series)
    period = (target.actual.period if target.actual else "") or setting.period
    return Indicator(
        source=target,
        name=target.name,
        unit=target.unit,
        sample=target.sample or setting.sample,
        preliminary=target.preliminary,
        actual=_actual(target, series),
        period=period,
        target=_target(target, words),
        completion=rate(progress.completion),
        schedule=rate(progress.schedule),
        gap=rate(progress.gap, signed=True) if against_schedule else _difference(progress.gap),
        pace=pace(progress.gap, words) if against_schedule else progress.judgement.pace,
        verdict=progress.judgement.verdict,
        yoy=growths[0] if growths else growth.NO_GROWTH,
        all_yoy=growths,
        since=since(target, setting.as_of, period, words) if target.previous else NOTHING_SINCE,
        places=places(target.ranks, words, sample=setting.sample or target.sample),
        status=shown,
        measured=shown.tone != "none",
        parts=tuple(_part(part, target, setting) for part in aligned_parts(target.parts)),
        series=series,
        growth_by_period=tuple(growth.period_growth(point, target.unit) for point in series),
        citation=target.source or setting.citation,
    )


def _progress(target: Target, setting: Setting, growth_rate: Decimal | None) -> _Progress:
    kind = judged_as(target)
    words = setting.words
    value = target.actual.value if target.actual else None
    wanted = target.target or TargetValue()
    if kind == "qualitative":
        text = bare(target.actual.text if target.actual else "") or bare(wanted.text)
        return _Progress(None, None, None, Judgement(setting.preset.other, text))
    if kind == "milestone":
        return _Progress(None, None, None, judge_milestone(target, setting.as_of, words))
    if kind in ("level", "growth_rate"):
        level = growth_rate if rate_apart(target) else value
        if level is None:
            return _Progress(None, None, None, Judgement("no_data", ""))
        unit = "%" if kind == "growth_rate" else target.unit
        judgement = judge_level(level, wanted, target.direction, unit, words) or Judgement("no_target", "")
        return _Progress(None, None, judgement.gap if kind == "growth_rate" else None, judgement)
    scheduled = schedule(target.trajectory, setting.as_of)
    if kind == "cap_count":
        return _Progress(None, scheduled, None, _cap(target, value, scheduled, words))
    return _against_schedule(completion(value, wanted.value, target.declared), scheduled, value, wanted.value, setting)


def _cap(target: Target, value: Decimal | None, scheduled: Decimal | None, words: Words) -> Judgement:
    control = target.target.value if target.target else None
    if control is not None and value is not None:
        return judge_cap(value, control, scheduled, target.unit, words)
    if control is None and target.declared and target.declared.completion is not None:
        return judge_cap_share(Decimal(target.declared.completion), scheduled, words)
    return Judgement("no_data" if value is None else "no_target", "")


def _against_schedule(
    completed: Decimal | None,
    scheduled: Decimal | None,
    value: Decimal | None,
    wanted: Decimal | None,
    setting: Setting,
) -> _Progress:
    difference = gap(completed, scheduled)
    if completed is not None:
        key = schedule_class(setting.preset, completed, difference)
    elif value is None:
        key = "no_data"
    else:
        key = "no_target" if wanted is None else "not_applicable"
    return _Progress(completed, scheduled, difference, Judgement(key, ""))


def _part(part: Part, whole: Target, setting: Setting) -> PartFigures:
    words = setting.words
    total = whole.actual.value if whole.actual else None
    if judged_as(whole) == "cumulative":
        progress = _against_schedule(
            completion(part.value, part.target, part.declared),
            schedule(whole.trajectory, setting.as_of),
            part.value,
            part.target,
            setting,
        )
    else:
        progress = _Progress(None, None, None, Judgement("no_data" if part.value is None else "not_applicable", ""))
    published = part.yoy if part.yoy is not None else part.declared.yoy if part.declared else None
    part_share = percent(part.value, total) if part.value is not None and total is not None and total > 0 else None
    return PartFigures(
        name=part.name,
        actual=amount(part.value),
        target=amount(part.target),
        completion=rate(progress.completion),
        gap=rate(progress.gap, signed=True),
        yoy=growth.NO_GROWTH if published is None else growth.official(Growth(published), whole.unit, words),
        status=status(progress.judgement.key, words),
        share=share(part_share),
        pace=pace(progress.gap, words),
    )


def _actual(target: Target, series: tuple[SeriesPoint, ...]) -> Figure:
    """The figure reached; where it is the last of the series, it is printed as that is."""
    if target.actual is None:
        return NO_FIGURE
    if target.actual.value is None:
        return Figure(None, target.actual.text or MISSING)
    last = next((point.value for point in reversed(series) if point.value is not None), None)
    return amount(last if last == target.actual.value else target.actual.value)


def _target(target: Target, words: Words) -> Figure:
    wanted = target.target
    if wanted is None:
        return NO_FIGURE
    suffix = "%" if rate_apart(target) else ""
    if wanted.value is not None:
        capped = wanted.value != 0 and (target.direction == "lower" or target.kind == "cap_count")
        prefix = "≤" if capped else ""
        return Figure(wanted.value, f"{prefix}{amount_text(wanted.value)}{suffix}")
    if not is_band(target):
        return Figure(None, wanted.text or MISSING)
    if wanted.high is None and wanted.low is not None:
        return Figure(None, f"≥{amount_text(wanted.low)}{suffix}")
    if wanted.low is None and wanted.high is not None:
        return Figure(None, f"≤{amount_text(wanted.high)}{suffix}")
    low, high = (amount_text(end) for end in (wanted.low, wanted.high) if end is not None)
    return Figure(None, words.say("band.range", low=low, high=high) + suffix)


def rate_apart(target: Target) -> bool:
    """Whether the target is a growth rate while the figure is an amount: its growth is then what is judged."""
    return target.kind == "growth_rate" and bool(target.unit) and not in_percent(target.unit)


def _difference(difference: Decimal | None) -> Figure:
    if difference is None:
        return NO_FIGURE
    prefix = "+" if difference > 0 else "−" if difference < 0 else ""
    return Figure(difference, f"{prefix}{difference_text(difference)}")
