"""How a bar shows what its figures are, in the manner of IBCS.

Actual is solid, last year grey, what is planned or aimed at an outline, what is expected hatched.
"""

from __future__ import annotations

from unitdeck.ooxml.chart_xml_series import Fill, Hatch, Stroke
from unitdeck.plan.chart import Role

FORECAST = Hatch("accent")
_OUTLINE = Stroke("sub", 1.5)
EDGES: dict[Role, Stroke] = {"plan": _OUTLINE, "target": _OUTLINE, "schedule": _OUTLINE}
_FILLS: dict[Role, Fill] = {
    **dict.fromkeys(EDGES, ""),
    "actual": "accent",
    "forecast": FORECAST,
}


def fill_of(role: Role) -> Fill:
    """Return the fill of a series among others; grey for last year and for any that has no look of its own."""
    return _FILLS.get(role, "grey")
