"""What the sentences rest on, and the readings of it that several of them share."""

from datetime import date
from decimal import Decimal
from typing import NamedTuple

from unitdeck.appraise.arithmetic import rounded, sign
from unitdeck.appraise.levels import judged_as
from unitdeck.appraise.model import Figure, Indicator, PartFigures
from unitdeck.appraise.names import LONG_NAME
from unitdeck.appraise.wording import Words
from unitdeck.outline.model import Outline

_TITLE_ROOM = {"zh": 34, "en": 110}  # characters: a line of Chinese, a line and a half of English
_PHRASE_ROOM = {"zh": LONG_NAME, "en": 40}  # characters of the outline's own words within a title


class Evidence(NamedTuple):
    """The figures of an outline, grouped as the slides show them. ``names`` are the names within sentences.

    ``today`` is the data date, ``meeting`` the day of the session, else the data date.
    """

    words: Words
    outline: Outline
    today: date | None
    meeting: date | None
    period: str
    schedule: Decimal | None
    indicators: tuple[Indicator, ...]
    progress: tuple[Indicator, ...]
    levels: tuple[Indicator, ...]
    ranked: tuple[Indicator, ...]
    trends: tuple[Indicator, ...]
    composed: tuple[Indicator, ...]
    names: dict[str, str]

    def name(self, indicator: Indicator) -> str:
        """Return an indicator's name within a sentence."""
        return self.names[indicator.name]

    def fits(self, title: str) -> bool:
        """Whether a title made of the outline's own words keeps to two lines."""
        return len(title) <= _TITLE_ROOM[self.words.lang]

    def brief(self, text: str) -> bool:
        """Whether a text of the outline is short enough to be named within a title."""
        return 0 < len(text) <= _PHRASE_ROOM[self.words.lang]

    def value(self, indicator: Indicator) -> str:
        """Return an indicator's figure with its unit; its text where it has only words."""
        if indicator.actual.value is None:
            return indicator.actual.text
        return self.words.quantity(indicator.actual.text, indicator.unit)


def side(gap: Figure) -> int:
    """Return −1 behind, 0 on, 1 ahead of the schedule, as the printed gap says; 0 without one."""
    return 0 if gap.value is None else sign(rounded(gap.value))


def is_timed(indicator: Indicator) -> bool:
    """Whether the schedule has a part in how an indicator stands: by its gap, or by what is used of its limit."""
    if indicator.schedule.value is None:
        return False
    return indicator.gap.value is not None or (indicator.measured and judged_as(indicator.source) == "cap_count")


def exact(figure: Figure) -> Decimal:
    """Return the value of a figure that is known to be there."""
    if figure.value is None:
        raise ValueError("a missing figure has no value")
    return figure.value


def lagging_part(indicator: Indicator) -> PartFigures | None:
    """Return the part that is behind and further behind than the whole; the furthest, the first of equals."""
    behind = [part for part in indicator.parts if side(part.gap) < 0]
    worst = min(behind, key=lambda part: exact(part.gap), default=None)
    if worst is None or indicator.gap.value is None or exact(worst.gap) >= indicator.gap.value:
        return None
    return worst
