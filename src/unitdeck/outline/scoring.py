"""How a session is scored, as ``session.yaml`` says it: a word, or a mapping of parts with few parameters.

What a method counts and where its defaults come from stands in :mod:`unitdeck.appraise.scoring`; a parameter that is
None has the default of its method.
"""

from decimal import Decimal
from typing import Annotated, Literal, NamedTuple

from unitdeck.source.marks import AtLeast, AtMost, NonEmpty, Pairs, Shorthand
from unitdeck.source.scalars import Percent

PartName = Literal["indicators", "ballots", "panel"]
IndicatorMethod = Literal["step", "four_level", "linear", "rate"]
BallotMethod = Literal["grades", "ranks", "a_b"]

INDICATOR_METHODS: tuple[IndicatorMethod, ...] = ("step", "four_level", "linear", "rate")
BALLOT_METHODS: tuple[BallotMethod, ...] = ("grades", "ranks", "a_b")


class IndicatorScoring(NamedTuple):
    """指标: points of the units' indicators, from their figures."""

    method: IndicatorMethod
    each: Annotated[Decimal, AtLeast(0)] | None = None
    most: Annotated[Decimal, AtLeast(0)] | None = None
    least: Annotated[Decimal, AtLeast(0)] | None = None
    threshold: Annotated[Decimal, AtLeast(0), AtMost(100)] | None = None


class GradePoints(NamedTuple):
    """A grade of a ballot and what it counts."""

    name: Annotated[str, NonEmpty()]
    points: Annotated[Decimal, AtLeast(0), AtMost(100)]


class BallotScoring(NamedTuple):
    """测评: ballots on all units. ``leaders`` is what A ballots count, in percent; ``each`` is between two places."""

    method: BallotMethod
    grades: Annotated[tuple[GradePoints, ...], Pairs("name", "points")] = ()
    leaders: Annotated[Percent, AtLeast(0), AtMost(100)] | None = None
    each: Annotated[Decimal, AtLeast(0)] | None = None


class PanelScoring(NamedTuple):
    """评委: judges' points out of ``full``."""

    method: Literal["mean"]
    full: Annotated[Decimal, AtLeast(1)] | None = None


class TimeScoring(NamedTuple):
    """计时: ``penalty`` of 10 points less outside ``least`` to ``most`` minutes."""

    timed: bool = True
    least: Annotated[Decimal, AtLeast(0)] | None = None
    most: Annotated[Decimal, AtLeast(1)] | None = None
    penalty: Annotated[Decimal, AtLeast(0), AtMost(10)] | None = None


class PartWeight(NamedTuple):
    """What a part counts among the others."""

    part: PartName
    weight: Annotated[Decimal, AtLeast(0)]


class Scoring(NamedTuple):
    """计分: one ``method`` alone, or the parts that are scored, with their weights (all the same if left out)."""

    method: Literal["none", "step", "four_level", "linear", "rate", "grades", "ranks", "a_b", "mean"] | None = None
    indicators: Annotated[IndicatorScoring | None, Shorthand("method")] = None
    ballots: Annotated[BallotScoring | None, Shorthand("method")] = None
    panel: Annotated[PanelScoring | None, Shorthand("method")] = None
    time: Annotated[TimeScoring | None, Shorthand("timed")] = None
    weights: Annotated[tuple[PartWeight, ...], Pairs("part", "weight")] = ()
