"""How long a script takes to speak."""

from __future__ import annotations

import re
from collections.abc import Iterable
from decimal import ROUND_HALF_UP, Decimal

_WORD = r"[A-Za-z]+"
_UNSPOKEN = r"[^\u3400-\u9fff\U00020000-\U0003ffff\dA-Za-z]+"
_TENTH = Decimal("0.1")


def spoken_characters(paragraphs: Iterable[str]) -> int:
    """Return how many characters are spoken: a Chinese character or a digit is one, a Latin word two, a mark none.

    A paragraph in 【】 is a direction to the speaker, not spoken.
    """
    text = "\n".join(text for text in paragraphs if not text.startswith("【"))
    return len(re.sub(_UNSPOKEN, "", re.sub(_WORD, "XX", text)))


def minutes(paragraphs: Iterable[str], characters_per_minute: int) -> Decimal:
    """Return the minutes that the paragraphs take at a speaking rate, exactly."""
    return Decimal(spoken_characters(paragraphs)) / characters_per_minute


def rounded(value: Decimal) -> Decimal:
    """Return minutes as they are printed, to a tenth; what is spoken at all takes 0.1 at least."""
    return max(value.quantize(_TENTH, ROUND_HALF_UP), _TENTH) if value else value
