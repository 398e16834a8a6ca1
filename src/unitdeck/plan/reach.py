"""How far bars reach: one scale for all pages of a chart with rows, and where an outlier is cut, in columns too.

A page of a chart shows some of its rows, so this is asked of the whole chart, once, and goes along with each page.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from decimal import Decimal
from itertools import product
from typing import NamedTuple

from unitdeck.plan.chart import ChartSpec
from unitdeck.plan.chart_kinds import CHART_KINDS
from unitdeck.plan.figures import value_text

WHOLE = Decimal(100)
BULLET_CLIP = Decimal(160)  # a bar beyond 160 % is cut there and its label tells the figure
_FEWEST = 4  # of fewer bars none is an outlier: they are what the chart is about
_FAR = 20  # times the median: the others would be too short to compare
_MOST_FAR = 4  # one bar in so many, at most: where many are far, that is the shape of the data
_LEAST_OF_LENGTH = 0.14  # labels never push the bars below this
_BEYOND = Decimal("1.5")  # how much longer a cut bar is than the longest that is not


class Reach(NamedTuple):
    """The values between which bars run, through 0.

    ``least`` and ``most`` are the ends of the bars as drawn; ``lowest`` and ``highest`` those of the bars that are not
    cut. ``at_zero`` says that some row is 0 or missing, so that a label stands at the zero line.
    """

    least: Decimal
    most: Decimal
    lowest: Decimal
    highest: Decimal
    at_zero: bool

    def cuts(self, value: Decimal) -> bool:
        """Whether the bar of that value is cut."""
        return value > self.most or value < self.least

    def within(self, value: Decimal) -> Decimal:
        """Return the value as far as it reaches."""
        return min(max(value, self.least), self.most)

    def per_pt(self, length: float, before: float, after: float) -> float:
        """Return how much of the value axis a point takes, so that bars and labels stay in ``length`` points.

        Labels take ``before`` points left of negative bars and ``after`` right of the others; a bar that is cut has its
        label inside. All values 0 or missing: the axis runs to 1.
        """
        least, most, lowest, highest = (float(value) for value in self[:4])
        if least == most:
            most = highest = 1.0
        left = before if lowest < 0 else 0.0
        right = after if highest > 0 or self.at_zero else 0.0
        lows, highs = ((least, 0.0), (lowest, left)), ((most, 0.0), (highest, right))
        return max(
            (high - low) / max(length - low_pt - high_pt, _LEAST_OF_LENGTH * length)
            for (low, low_pt), (high, high_pt) in product(lows, highs)
        )


def reach_of(spec: ChartSpec, *, cut: bool = True) -> Reach:
    """Return the reach of a chart of horizontal bars; without ``cut`` outliers have their whole length.

    Dates run from the first to the last, completion to 160 % at most. Of single bars one that is more than twenty times
    the median is cut at one and a half of the longest other bar, unless more than a quarter of them are so long. Parts
    of a whole are never cut: their lengths are what the chart says.
    """
    kind = CHART_KINDS[spec.kind]
    if kind.bars == "completion":
        end = _completion_end(spec)
        return Reach(Decimal(0), end, Decimal(0), end, at_zero=False)
    if kind.bars == "dates":
        days = [value for series in spec.series for value in series.values if value is not None]
        first, last = min(days, default=Decimal(0)), max(days, default=Decimal(0))
        return Reach(first, last, first, last, at_zero=False)
    if kind.lanes and len(spec.series) > 1:
        return _of_all(spec)
    if kind.bars == "sums":
        return _of_sums(spec)
    cut = cut and not any(series.role == "part" for series in spec.series)
    return reach_of_single(spec.series[0].values if spec.series else (), cut=cut)


def reach_of_single(values: Sequence[Decimal | None], *, cut: bool = True) -> Reach:
    """Return the reach of single bars or columns (:func:`reach_of`); without ``cut`` outliers have their whole length.

    The same rule tells which point of a line is an outlier.
    """
    known = [value for value in values if value is not None]
    limit = _limit(known) if cut else None
    near = [value for value in known if limit is None or abs(value) <= limit]
    lowest, highest = min((Decimal(0), *near)), max((Decimal(0), *near))
    least = -limit if limit is not None and min(known) < -limit else lowest
    most = limit if limit is not None and max(known) > limit else highest
    return Reach(least, most, lowest, highest, at_zero=not all(values))


def _completion_end(spec: ChartSpec) -> Decimal:
    """The percentage at the right edge of the plot: 100, or as far as the longest bar, to 160."""
    values = (value for series in spec.series for value in series.values if value is not None)
    return min(max(values, default=WHOLE).max(WHOLE), BULLET_CLIP)


def _of_all(spec: ChartSpec) -> Reach:
    """Of bars side by side: from the least to the greatest of all."""
    values = [value for series in spec.series for value in series.values]
    known = [value for value in values if value is not None]
    least, most = min((Decimal(0), *known)), max((Decimal(0), *known))
    return Reach(least, most, least, most, at_zero=not all(values))


def _of_sums(spec: ChartSpec) -> Reach:
    """Of stacked bars: what is above 0 runs to the right, what is below to the left."""
    least = most = Decimal(0)
    at_zero = False
    for values in zip(*(series.values for series in spec.series), strict=True):
        known = [value for value in values if value]
        most = max(most, sum((value for value in known if value > 0), Decimal(0)))
        least = min(least, sum((value for value in known if value < 0), Decimal(0)))
        at_zero = at_zero or not known
    return Reach(least, most, least, most, at_zero)


def _limit(known: Iterable[Decimal]) -> Decimal | None:
    """The length at which outliers are cut, None where there are none."""
    lengths = sorted(abs(value) for value in known if value)
    if len(lengths) < _FEWEST:
        return None
    median = lengths[(len(lengths) - 1) // 2]
    limit = max(length for length in lengths if length <= _FAR * median) * _BEYOND
    far = sum(1 for length in lengths if length > limit)
    return limit if 0 < far * _MOST_FAR <= len(lengths) else None


def reached_text(value: Decimal | None, spec: ChartSpec) -> str:
    """Return what a bar says without a label of its own: its figure, 「»」 before that of a completion that is cut."""
    cut = CHART_KINDS[spec.kind].bars == "completion" and value is not None and value > BULLET_CLIP
    return f"{'» ' if cut else ''}{value_text(value, spec)}"
