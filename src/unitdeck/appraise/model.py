"""What appraising an outline gives: figures with their printed text, status words, findings.

A :class:`Figure` keeps its exact value (for charts and workbooks) and the one text that is printed for it
everywhere. Rounding happens once, from the exact value, half away from zero.
"""

from decimal import Decimal
from typing import Literal, NamedTuple

from unitdeck.base.diagnostics import Diagnostic
from unitdeck.outline.model import Outline, SeriesPoint, Session, Target

Tone = Literal["good", "near", "warn", "bad", "none"]
Lang = Literal["zh", "en"]


class Figure(NamedTuple):
    """An exact value (None: missing, printed 「—」) and its printed text, without the unit."""

    value: Decimal | None
    text: str


class Status(NamedTuple):
    """A status class: ``key`` for programs, ``word`` and ``mark`` for people (always both), ``tone`` a token."""

    key: str
    word: str
    mark: str
    tone: Tone


class GrowthText(NamedTuple):
    """One growth figure as printed: 「+7.2%」, 「同比增加16人」, 「同比持平」; ``basis`` 名义 / 可比 / ''."""

    value: Decimal | None
    text: str
    basis: str = ""
    in_points: bool = False


class Since(NamedTuple):
    """The change since the session before: ``text`` for a cell (+31,000), ``told`` in words (较上期新增31,000万元)."""

    value: Decimal | None
    text: str
    told: str


class Place(NamedTuple):
    """A rank as printed: ``text`` 「第9」, ``change`` previous − current (None where not comparable)."""

    scope: str
    metric: str
    rank: int
    of: int | None
    previous: int | None
    previous_period: str
    change: int | None
    text: str
    change_text: str
    unit: str
    peers: tuple[tuple[str, Decimal | None], ...]
    sample: bool


class PartFigures(NamedTuple):
    """A part of an indicator, appraised like the whole."""

    name: str
    actual: Figure
    target: Figure
    completion: Figure
    gap: Figure
    yoy: GrowthText
    status: Status
    share: Figure
    pace: str


class Indicator(NamedTuple):
    """A target with all of its figures.

    ``completion`` and ``schedule`` are in percent, ``gap`` in 百分点 (percentage points; for kind
    growth_rate against the target rate). ``pace`` is the gap in words (快3.1 / 慢9.4 / 持平). ``verdict`` is the one
    sentence that says how it stands (低于控制目标0.63个百分点; 占控制数62.5%). ``benchmarks`` are name/value pairs.
    ``series`` has its amounts with the decimals of the most exact of them, as a chart prints them.
    ``growth_by_period`` is the growth of each period of the series, in percent, or in 百分点 where the unit is %.
    ``since`` is the change since the session before. ``measured`` is False where no status can be given (no target, no
    figure, qualitative).
    """

    source: Target
    name: str
    unit: str
    sample: bool
    preliminary: bool
    actual: Figure
    period: str
    target: Figure
    completion: Figure
    schedule: Figure
    gap: Figure
    pace: str
    verdict: str
    yoy: GrowthText
    all_yoy: tuple[GrowthText, ...]
    since: Since
    places: tuple[Place, ...]
    status: Status
    measured: bool
    parts: tuple[PartFigures, ...]
    series: tuple[SeriesPoint, ...]
    growth_by_period: tuple[Decimal | None, ...]
    citation: str


class StatusCount(NamedTuple):
    """How many indicators share a status."""

    status: Status
    count: int  # type: ignore[assignment]  # a number here, not the tuple's method
    text: str


class Findings(NamedTuple):
    """One sentence a slide, computed from the figures, in the reader's language; '' where nothing can be said."""

    cover: str
    duties: str
    overview: str
    overview_note: str
    progress: str
    progress_note: str
    levels: str
    ranks: str
    trends: tuple[str, ...]
    parts: tuple[str, ...]
    projects: str
    milestones: str
    highlights: str
    measures: str
    last_review: str
    next_steps: str
    ambitions: str
    photos: str


class Appraisal(NamedTuple):
    """Everything that a template may print: the outline, its figures, words and findings.

    ``progress`` are the indicators with a gap against the schedule, worst first; ``levels`` those judged against
    a level, band, cap or growth target; ``trends`` those with a series of 3 or
    more periods; ``ranked`` those with ranks; ``composed`` those with parts.
    ``unmeasured_behind`` are indicators behind schedule that no measure names.
    """

    lang: Lang
    outline: Outline
    session: Session
    session_title: str
    session_date: str
    as_of: str
    period: str
    schedule: Figure
    indicators: tuple[Indicator, ...]
    progress: tuple[Indicator, ...]
    levels: tuple[Indicator, ...]
    ranked: tuple[Indicator, ...]
    trends: tuple[Indicator, ...]
    composed: tuple[Indicator, ...]
    unmeasured_behind: tuple[Indicator, ...]
    counts: tuple[StatusCount, ...]
    findings: Findings
    sample: bool
    diagnostics: tuple[Diagnostic, ...]
