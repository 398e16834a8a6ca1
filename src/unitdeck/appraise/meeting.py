"""A whole session as its own pages tell it: the meeting, and each unit with its headline figures.

Everything comes from the session and the units' appraisals, and is computed once: agenda, dividers and whatever other
pages a template has read the same values.
"""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal
from typing import Literal, NamedTuple

from unitdeck.appraise.dates import when_text
from unitdeck.appraise.evidence import exact
from unitdeck.appraise.model import Appraisal, Indicator, Lang, StatusCount
from unitdeck.appraise.wording import words_of
from unitdeck.outline.model import Session

State = Literal["filed", "broken", "missing"]


class Reporting(NamedTuple):
    """What is known of a unit: its names in the session, and its appraisal where it has one.

    ``errors`` are those of its outline; 0 where none was built for another reason. ``start`` is the time of day that it
    begins at (09:40), '' where that is not known.
    """

    name: str
    group: str
    state: State
    errors: int
    appraisal: Appraisal | None
    start: str = ""


class Headline(NamedTuple):
    """A unit in figures: indicators reported, how many have each status (best first), and its weak points.

    ``best`` and ``worst`` are the indicators furthest ahead of and behind the schedule: None where none is measured
    against it, ``worst`` also where all stand alike. ``unanswered`` are behind without a measure.
    """

    indicators: int
    counts: tuple[StatusCount, ...]
    best: Indicator | None
    worst: Indicator | None
    weak_points: int
    unanswered: int


class UnitView(NamedTuple):
    """A unit in its place: ``key`` names its first page (``unit-3``), ``start`` the time of day that it begins at.

    ``minutes`` are its own, else the session's; '' and None where nothing is said. A unit without an appraisal has no
    ``headline``: its figures are not known, and not 0.
    """

    key: str
    place: int
    name: str
    short: str
    group: str
    speaker: str
    minutes: str
    start: str
    state: State
    errors: int
    appraisal: Appraisal | None
    headline: Headline | None


class SessionView(NamedTuple):
    """A session as its pages read it.

    ``next_date`` is that of the session after this one. ``minutes`` are those of all units together, '' where one has
    none.
    """

    lang: Lang
    session: Session
    title: str
    date: str
    as_of: str
    next_date: str
    minutes: str
    units: tuple[UnitView, ...]
    sample: bool


def session_view(session: Session, units: Sequence[Reporting], title: str, lang: Lang) -> SessionView:
    """Return the view of a session whose units report in this order; ``title`` stands where the session has none."""
    words = words_of(lang)
    views: list[UnitView] = []
    total: Decimal | None = Decimal(0)
    for place, unit in enumerate(units, 1):
        outline = unit.appraisal.outline if unit.appraisal else None
        minutes = outline.minutes if outline and outline.minutes else session.minutes
        views.append(
            UnitView(
                key=f"unit-{place}",
                place=place,
                name=outline.unit.name if outline else unit.name,
                short=(outline.unit.short or outline.unit.name) if outline else unit.name,
                group=unit.group or (outline.unit.group if outline else ""),
                speaker=outline.unit.speaker if outline else "",
                minutes=_plain(minutes),
                start=unit.start,
                state=unit.state,
                errors=unit.errors,
                appraisal=unit.appraisal,
                headline=headline(unit.appraisal) if unit.appraisal else None,
            )
        )
        total = None if total is None or minutes is None else total + minutes
    return SessionView(
        lang=lang,
        session=session,
        title=session.title or title,
        date=when_text(session.date, words),
        as_of=when_text(session.as_of, words),
        next_date=when_text(session.next_session.date if session.next_session else None, words),
        minutes=_plain(total or None),
        units=tuple(views),
        sample=any(unit.appraisal.sample for unit in units if unit.appraisal),
    )


def headline(appraisal: Appraisal) -> Headline:
    """Return a unit's headline figures."""
    paced = appraisal.progress  # worst first
    best = max(paced, key=lambda i: exact(i.gap), default=None)
    worst = paced[0] if len(paced) > 1 and paced[0].gap.value != exact(paced[-1].gap) else None
    return Headline(
        indicators=len(appraisal.indicators),
        counts=appraisal.counts,
        best=best,
        worst=worst,
        weak_points=len(appraisal.outline.measures),
        unanswered=len(appraisal.unmeasured_behind),
    )


def _plain(value: Decimal | None) -> str:
    return "" if value is None else f"{value.normalize():f}"
