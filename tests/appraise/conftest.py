import calendar
from collections.abc import Callable
from datetime import date

import pytest

from unitdeck.appraise.appraise import appraise
from unitdeck.appraise.model import Appraisal
from unitdeck.appraise.wording import Words, words_of
from unitdeck.outline.model import Outline, Session, Target, Unit
from unitdeck.source.scalars import When


@pytest.fixture
def zh() -> Words:
    return words_of("zh")


@pytest.fixture
def en() -> Words:
    return words_of("en")


@pytest.fixture
def month_end() -> Callable[[int, int], When]:
    def of(year: int, month: int) -> When:
        day = calendar.monthrange(year, month)[1]
        return When(f"{year}-{month:02}-{day}", date(year, month, day), "day")

    return of


@pytest.fixture
def appraised(month_end) -> Callable[..., Appraisal]:
    """Appraise targets (and other sections) as of the end of May 2022."""

    def of(*targets: Target, lang="zh", preset="jinzhai", as_of="may", session=None, **sections) -> Appraisal:
        when = month_end(2022, 5) if as_of == "may" else as_of
        outline = Outline(Unit("某县某局"), as_of=when, targets=targets, **sections)
        return appraise(outline, session or Session(status=preset), None, lang)

    return of
