"""The fills of bars: by the role of their figures in the manner of IBCS, or by their place among parts of a whole.

Actual is solid, last year grey, what is planned or aimed at an outline, what is expected hatched.
"""

from __future__ import annotations

from unitdeck.ooxml.chart_xml_series import Fill, Hatch, Stroke
from unitdeck.plan.chart import Role

# Each differs by 3:1 from the white seam between them, and dark and light take turns: so do the words on them.
PARTS = ("accent", "grey", "sub", "gold")
WORDS_ON = {"accent": "ground", "grey": "ink", "sub": "ground", "gold": "ink"}
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
