"""What a chart says, apart from how it is drawn."""

from collections.abc import Iterable
from decimal import Decimal
from typing import Literal, NamedTuple, TypeAlias

MISSING = "—"  # how a figure that is missing is printed

Role = Literal[
    "actual",
    "target",
    "schedule",
    "last_year",
    "plan",
    "forecast",
    "part",
    "rate",
    "rank",
    "start",
    "end",
    "done",
    "as_of",
]


class Series(NamedTuple):
    """One row of figures. ``values`` align with the chart's categories; None is missing, a gap, never 0.

    The chart's unit is that of its figures, but for a panel's ``rate``, which is in % whatever the unit of its amounts.
    In a waterfall ``actual`` are the totals and ``part`` the signed changes between them.
    """

    name: str
    values: tuple[Decimal | None, ...]
    role: Role = "actual"


Ring: TypeAlias = tuple[tuple[float, float], ...]


class Place(NamedTuple):
    """A place of a map: a ``tile`` (row, column; from 0), or ``rings`` of longitude and latitude.

    Outer rings run one way round and holes the other, none repeats its first point.
    """

    name: str
    tile: tuple[int, int] | None = None
    rings: tuple[Ring, ...] = ()


class ChartSpec(NamedTuple):
    """A chart: its data, roles and meaning.

    ``kind`` is a name of :data:`~unitdeck.plan.chart_kinds.CHART_KINDS`. ``labels`` are printed at each category in
    place of the bare value (32.3% 慢9.4); ``tones`` colour each category (a token; '' = the kind's own).
    ``highlight`` is the index of the own unit: among the categories, or among the series where those are the units
    (slope, bump, radar, small multiples). ``decimals`` fixes the printed digits; ``unit`` 「%」 is printed after each
    value, other units stand in the heading (that of a bullet chart names its schedule line). ``finding`` is the
    sentence for the alt text. ``total`` stands in a doughnut's middle. ``period`` (2022年1—5月) and ``source`` are
    printed with it.
    ``places`` are where a map shows its categories, found by name. ``limits`` are the class breaks of a heat map or a
    map (four at most, ascending; chosen from the figures where empty); in a quadrant chart they are where its two lines
    stand, across and up (the means where empty), and ``corners`` name its quadrants, from the top right anticlockwise.
    """

    kind: str
    finding: str
    categories: tuple[str, ...]
    series: tuple[Series, ...]
    unit: str = ""
    decimals: int = 1
    signed: bool = False
    labels: tuple[str, ...] = ()
    tones: tuple[str, ...] = ()
    highlight: int | None = None
    heading: str = ""
    sample: bool = False
    total: str = ""
    period: str = ""
    source: str = ""
    places: tuple[Place, ...] = ()
    limits: tuple[Decimal, ...] = ()
    corners: tuple[str, ...] = ()


def decimals_of(values: Iterable[Decimal | None]) -> int:
    """Return with how many decimals the figures were given at most, so that labels print them as the table does."""
    exponents = (value.as_tuple().exponent for value in values if value is not None)
    return max((-exponent for exponent in exponents if isinstance(exponent, int) and exponent < 0), default=0)
