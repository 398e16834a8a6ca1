"""How long a script takes to speak."""

from __future__ import annotations

import re
from collections.abc import Iterable
from decimal import ROUND_HALF_UP, Decimal

_SPOKEN = r"[\u3400-\u9fff\U00020000-\U0003ffff\d]+|[A-Za-z]+"
_TENTH = Decimal("0.1")


def spoken_characters(paragraphs: Iterable[str]) -> int:
    """Return how many characters are spoken: a Chinese character or a digit is one, a Latin word two, a mark none.

    A paragraph in 【】 is a direction to the speaker, not spoken.
    """
    spoken = (word for text in paragraphs if not text.startswith("【") for word in re.findall(_SPOKEN, text))
    return sum(2 if word.isascii() and word.isalpha() else len(word) for word in spoken)


def minutes(paragraphs: Iterable[str], characters_per_minute: int) -> Decimal:
    """Return the minutes that the paragraphs take at a speaking rate, exactly."""
    return Decimal(spoken_characters(paragraphs)) / characters_per_minute


def rounded(value: Decimal) -> Decimal:
    """Return minutes as they are printed, to a tenth; what is spoken at all takes 0.1 at least."""
    return max(value.quantize(_TENTH, ROUND_HALF_UP), _TENTH) if value else value
