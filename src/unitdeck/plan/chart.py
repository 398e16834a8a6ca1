"""What a chart says, apart from how it is drawn."""

from decimal import Decimal
from typing import Literal, NamedTuple

Role = Literal["actual", "target", "schedule", "last_year", "plan", "part", "rate"]


class Series(NamedTuple):
    """One row of figures. ``values`` align with the chart's categories; None is missing, a gap, never 0."""

    name: str
    values: tuple[Decimal | None, ...]
    role: Role = "actual"


class ChartSpec(NamedTuple):
    """A chart: its data, roles and meaning.

    ``kind`` names a module of ``charts/native``. ``labels`` are printed at each category in place of the bare
    value (32.3% 慢9.4); ``tones`` colour each category (a token; '' = the kind's own). ``highlight`` is the index of
    the own unit. ``decimals`` fixes the printed digits; ``unit`` 「%」 is printed after each value, other units
    stand in the heading (that of a bullet chart names its schedule line). ``finding`` is the sentence for the
    alt text. ``total`` stands in a doughnut's middle.
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
