"""Which names are periods: time runs from left to right, so what stands over them stays in columns, however many."""

from __future__ import annotations

import re

_NUMBER = r"(?:\d{1,4}|[一二三四五六七八九十]{1,3}|前[一二三]|[上下])"
# Compiled where it is first asked: most decks are built without it, and it takes a millisecond.
_PERIOD = (
    rf"(?:\d{{2,4}}\s*年)?(?:第?{_NUMBER}(?:\s*[-–—~～至]\s*{_NUMBER})?\s*(?:月末|月底|月|季度|季|年末|年度|年|半年|周|旬|日|号))+[上中下]?旬?"
    r"|\d{4}(?:[-/.]\d{1,2}){0,2}|\d{1,2}[-/.]\d{1,2}|(?:\d{4}\s*)?[QqHh][1-4](?:\s*\d{4})?|全年|年初|年末|去年|今年"
    r"|(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sept?|Oct|Nov|Dec)[a-z]*\.?(?:\s*\d{4})?"
)


def are_periods(categories: tuple[str, ...]) -> bool:
    """Return whether every category names a time: 1月, 1—5月, 2022年, 三季度, 上半年, 2022-05, Q1, Jan."""
    return bool(categories) and all(re.fullmatch(_PERIOD, name.strip()) for name in categories)
