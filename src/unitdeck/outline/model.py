"""The outline of one unit, as typed frozen values.

Field names are the English keys of the YAML; their Chinese names, words and help stand in
:mod:`unitdeck.outline.keys`. A field's type says how its scalar is read (:mod:`unitdeck.source.bind`):
text stays exactly what the clerk typed, ``Decimal`` is an exact number, ``Percent`` may carry a ``%``.
A missing figure is ``None``; the figure 0 is ``Decimal(0)``. The two are never confused.
"""

from datetime import time
from decimal import Decimal
from typing import Annotated, Literal, NamedTuple

from unitdeck.outline.scoring import Scoring
from unitdeck.source.marks import AtLeast, AtMost, FromCsv, NonEmpty, Pairs, Shorthand, Suffix
from unitdeck.source.scalars import FilePath, Percent, When

__all__ = [
    "EMPTY_SESSION",
    "Actual",
    "Ambition",
    "Ask",
    "Break",
    "Comment",
    "Commentator",
    "Declared",
    "Direction",
    "Draw",
    "Duty",
    "FilePath",
    "Growth",
    "Highlight",
    "Kind",
    "Measure",
    "MeasureStatus",
    "Milestone",
    "Named",
    "NextSession",
    "Outline",
    "Part",
    "Percent",
    "Photo",
    "Previous",
    "Project",
    "Rank",
    "Scoring",
    "SeriesPoint",
    "Session",
    "Step",
    "Target",
    "TargetValue",
    "Trajectory",
    "TrajectoryPoint",
    "Unit",
    "UnitGroup",
    "When",
]

Kind = Literal["cumulative", "growth_rate", "level", "cap_count", "milestone", "qualitative"]
Direction = Literal["higher", "lower", "band"]
MeasureStatus = Literal["not_started", "under_way", "at_risk", "overdue", "to_verify", "done", "closed"]


class Unit(NamedTuple):
    """The unit that reports. ``region`` is the name under which peers' figures list it."""

    name: Annotated[str, NonEmpty()]
    short: str = ""
    group: str = ""
    speaker: str = ""
    region: str = ""


class Duty(NamedTuple):
    """One duty: a title with text, or a plain sentence (shorthand). ``focus`` marks this year's main field."""

    title: Annotated[str, NonEmpty()]
    text: str = ""
    focus: bool = False


class TargetValue(NamedTuple):
    """The assigned target: a value, or a band (low to high), or words for a qualitative one."""

    value: Decimal | None = None
    low: Decimal | None = None
    high: Decimal | None = None
    text: str = ""
    basis: str = ""


class Actual(NamedTuple):
    """The figure reached. ``period`` is printed as typed (1—5月)."""

    value: Decimal | None = None
    period: str = ""
    text: str = ""


class Previous(NamedTuple):
    """The figure of the session before: what 较上期 is measured from, never the base of 同比.

    ``as_of`` is its data date; ``unit`` and ``caliber`` are those it was reported in, blank where they still hold.
    """

    value: Decimal | None = None
    period: str = ""
    as_of: When | None = None
    unit: str = ""
    caliber: str = ""


class Growth(NamedTuple):
    """One official growth figure with its basis: 名义, 可比, 不变价."""

    value: Percent
    basis: str = ""


class TrajectoryPoint(NamedTuple):
    """By the end of ``month`` (1–12) ``percent`` of the target is due."""

    month: Annotated[int, AtLeast(1), AtMost(12), Suffix("月")]
    percent: Percent


class Trajectory(NamedTuple):
    """How the target is spread over the year; ``points`` (month → percent) for mode custom."""

    mode: Literal["month", "day", "custom"] = "month"
    points: Annotated[tuple[TrajectoryPoint, ...], Pairs("month", "percent")] = ()


class Named(NamedTuple):
    """A name with a value: a benchmark, a peer's figure."""

    name: Annotated[str, NonEmpty()]
    value: Decimal | None = None


class Rank(NamedTuple):
    """A place within a scope (全市) by a metric (总量, 增速, 完成率). ``of`` is the number ranked.

    ``peers`` are the ranked units' figures, for the ranking chart; ``unit`` is theirs.
    ``previous_of`` is needed only where the number ranked changed. Without ``rank`` there is none yet this time.
    """

    scope: Annotated[str, NonEmpty()]
    rank: Annotated[int, AtLeast(1)] | None = None
    metric: str = ""
    of: Annotated[int, AtLeast(1)] | None = None
    previous: Annotated[int, AtLeast(1)] | None = None
    previous_of: Annotated[int, AtLeast(1)] | None = None
    previous_period: str = ""
    unit: str = ""
    peers: Annotated[tuple[Named, ...], Pairs("name", "value")] = ()
    sample: bool = False


class Declared(NamedTuple):
    """Figures as printed elsewhere: reconciled with the computed ones, never overwritten."""

    completion: Percent | None = None
    gap: Decimal | None = None
    yoy: Percent | None = None


class Part(NamedTuple):
    """A part of an indicator (其中：税务部门)."""

    name: Annotated[str, NonEmpty()]
    value: Decimal | None = None
    target: Decimal | None = None
    yoy: Percent | None = None
    declared: Declared | None = None


class SeriesPoint(NamedTuple):
    """One period of a series."""

    label: Annotated[str, NonEmpty()]
    value: Decimal | None = None
    last_year: Decimal | None = None
    plan: Decimal | None = None
    rate: Percent | None = None


class Target(NamedTuple):
    """One assigned target with everything that is known of it (the arithmetic: appraise)."""

    name: Annotated[str, NonEmpty()]
    id: str = ""
    unit: str = ""
    caliber: str = ""
    source: str = ""
    preliminary: bool = False
    kind: Kind = "cumulative"
    direction: Direction = "higher"
    target: Annotated[TargetValue | None, Shorthand("value")] = None
    actual: Annotated[Actual | None, Shorthand("value")] = None
    previous: Annotated[Previous | None, Shorthand("value")] = None
    base: Decimal | None = None
    yoy: Annotated[tuple[Growth, ...], Shorthand("value")] = ()
    trajectory: Trajectory | None = None
    series: Annotated[tuple[SeriesPoint, ...], Pairs("label", "value"), FromCsv()] = ()
    ranks: tuple[Rank, ...] = ()
    benchmarks: Annotated[tuple[Named, ...], Pairs("name", "value")] = ()
    parts: Annotated[tuple[Part, ...], Pairs("name", "value")] = ()
    declared: Declared | None = None
    weight: Annotated[Decimal, AtLeast(0)] | None = None
    due: When | None = None
    sample: bool = False
    note: str = ""


class Measure(NamedTuple):
    """A weak point and what is done: problem → cause → action → owner → due → status.

    It is closed (销号) on ``evidence`` and by who ``checked_by`` names.
    """

    problem: Annotated[str, NonEmpty()]
    action: str = ""
    cause: str = ""
    owner: str = ""
    due: When | None = None
    status: MeasureStatus | None = None
    target: str = ""
    evidence: str = ""
    checked_by: str = ""
    sample: bool = False


class Milestone(NamedTuple):
    """A dated step of a project."""

    title: Annotated[str, NonEmpty()]
    date: When | None = None
    done: bool = False


class Project(NamedTuple):
    """A key project. ``progress`` is in percent; ``investment`` in ``unit`` (亿元)."""

    name: Annotated[str, NonEmpty()]
    text: str = ""
    investment: Decimal | None = None
    completed: Decimal | None = None
    unit: str = ""
    progress: Annotated[Percent, AtLeast(0), AtMost(100)] | None = None
    status: str = ""
    owner: str = ""
    milestones: tuple[Milestone, ...] = ()
    photo: FilePath | None = None
    sample: bool = False


class Highlight(NamedTuple):
    """Something done well or newly: ``result`` is the short figure that stands large (3个工作日)."""

    title: Annotated[str, NonEmpty()]
    text: str = ""
    result: str = ""
    photo: FilePath | None = None
    sample: bool = False


class Ambition(NamedTuple):
    """A first-class goal: ``label`` 争一流 / 创品牌; from ``now`` to ``goal``, against ``benchmark``."""

    title: Annotated[str, NonEmpty()]
    label: str = ""
    text: str = ""
    now: str = ""
    goal: str = ""
    benchmark: str = ""
    due: When | None = None
    sample: bool = False


class Step(NamedTuple):
    """A dated next step with its measurable goal."""

    title: Annotated[str, NonEmpty()]
    due: When | None = None
    goal: str = ""
    owner: str = ""
    sample: bool = False


class Photo(NamedTuple):
    """A picture with its caption; ``alt`` describes it for those who cannot see it."""

    file: FilePath
    caption: str = ""
    alt: str = ""


class Ask(NamedTuple):
    """A request to the leaders; ``to`` names the post or body asked."""

    text: Annotated[str, NonEmpty()]
    to: str = ""


class Comment(NamedTuple):
    """A comment of the last session, or what the unit promised there, and what became of it.

    ``promise`` is what was to be done, ``action`` what has been; ``origin`` where the promise was made (上次举措).
    """

    comment: Annotated[str, NonEmpty()]
    by: str = ""
    origin: str = ""
    promise: str = ""
    owner: str = ""
    due: When | None = None
    action: str = ""
    status: MeasureStatus | None = None
    evidence: str = ""
    checked_by: str = ""


class Outline(NamedTuple):
    """Everything a unit filled in. The smallest valid outline: a unit name and one of the lists."""

    unit: Annotated[Unit, Shorthand("name")]
    template: str = ""
    as_of: When | None = None
    source: str = ""
    sample: bool = False
    slogan: str = ""
    headline: str = ""
    minutes: Annotated[Decimal, AtLeast(1)] | None = None
    duties: Annotated[tuple[Duty, ...], Shorthand("title")] = ()
    targets: tuple[Target, ...] = ()
    measures: tuple[Measure, ...] = ()
    projects: tuple[Project, ...] = ()
    highlights: Annotated[tuple[Highlight, ...], Shorthand("title")] = ()
    ambitions: Annotated[tuple[Ambition, ...], Shorthand("title")] = ()
    last_review: tuple[Comment, ...] = ()
    next_steps: Annotated[tuple[Step, ...], Shorthand("title")] = ()
    photos: Annotated[tuple[Photo, ...], Shorthand("file")] = ()
    asks: Annotated[tuple[Ask, ...], Shorthand("text")] = ()


class Draw(NamedTuple):
    """The lot drawn: the same ``seed`` gives the same running order (:mod:`unitdeck.session.workspace`)."""

    seed: Annotated[str, NonEmpty()]


class UnitGroup(NamedTuple):
    """Units that are compared with one another (市直, 镇办), by the names that their outlines' files have."""

    name: Annotated[str, NonEmpty()]
    units: tuple[str, ...] = ()


class Commentator(NamedTuple):
    """Who comments on the spot: the role (市领导, 人大代表), and the name where it is known."""

    role: Annotated[str, NonEmpty()]
    name: str = ""


class Break(NamedTuple):
    """A break after a unit, by the name that its outline's file has."""

    after: Annotated[str, NonEmpty()]
    minutes: Annotated[Decimal, AtLeast(0)] | None = None


class NextSession(NamedTuple):
    """What is known of the session after this one; ``text`` is what is asked of those who report in it."""

    date: When | None = None
    place: str = ""
    units: tuple[str, ...] = ()
    text: str = ""


class Session(NamedTuple):
    """The meeting, from ``session.yaml`` beside ``units/``: what each deck prints, and who reports in which order.

    Its timetable (:mod:`unitdeck.session.timetable`): ``opening_minutes`` from the ``start``, then for each unit its
    ``minutes`` and ``comment_minutes``, ``breaks`` between, and ``speech_minutes`` of the ``leader`` at the end.
    ``deadline`` is the last day on which outlines are to be filed. ``previous`` is the folder of the session before,
    relative to this one's. ``commentators`` comment on each unit.
    ``scoring`` is None where nothing is scored.
    """

    title: str = ""
    series: str = ""
    number: Annotated[int, AtLeast(1)] | None = None
    date: When | None = None
    place: str = ""
    as_of: When | None = None
    minutes: Annotated[Decimal, AtLeast(1)] | None = None
    template: str = ""
    status: Literal["jinzhai", "yinchuan", "two_class"] = "jinzhai"
    order: tuple[str, ...] = ()
    draw: Annotated[Draw | None, Shorthand("seed")] = None
    groups: Annotated[tuple[UnitGroup, ...], Pairs("name", "units")] = ()
    commentators: Annotated[tuple[Commentator, ...], Pairs("role", "name")] = ()
    deadline: When | None = None
    previous: str = ""
    start: time | None = None
    comment_minutes: Annotated[Decimal, AtLeast(0)] | None = None
    opening_minutes: Annotated[Decimal, AtLeast(0)] | None = None
    speech_minutes: Annotated[Decimal, AtLeast(0)] | None = None
    breaks: Annotated[tuple[Break, ...], Pairs("after", "minutes")] = ()
    host: str = ""
    leader: str = ""
    next_session: Annotated[NextSession | None, Shorthand("text")] = None
    scoring: Annotated[Scoring | None, Shorthand("method")] = None


EMPTY_SESSION = Session()
