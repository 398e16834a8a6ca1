from decimal import Decimal, localcontext

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from unitdeck.appraise.arithmetic import percent, rounded
from unitdeck.appraise.progress import completion, gap, pace
from unitdeck.outline.model import Declared
from unitdeck.source.scalars import Percent

DECLARED = Declared(completion=Percent(Decimal("32.3")))


def test_completion_is_actual_over_target():
    assert rounded(completion(Decimal(1374), Decimal(1200), None)) == Decimal("114.5")
    assert completion(Decimal(300), Decimal(100), None) == 300
    assert completion(Decimal(0), Decimal(100), None) == 0


def test_without_both_figures_the_published_completion_stands():
    assert completion(Decimal(34096), None, DECLARED) == Decimal("32.3")
    assert completion(None, Decimal(100), DECLARED) == Decimal("32.3")


@pytest.mark.parametrize(("actual", "target"), [(5, 0), (5, -10), (None, 100), (5, None), (None, None)])
def test_no_completion_without_a_positive_target_and_a_figure(actual, target):
    figures = [None if value is None else Decimal(value) for value in (actual, target)]
    assert completion(*figures, None) is None


@pytest.mark.parametrize(
    ("completed", "scheduled", "expected"), [("53.5", "50", "3.5"), ("51.65", "50", "1.65"), ("44.74", "44.74", "0")]
)
def test_the_gap_is_completion_minus_schedule(completed, scheduled, expected):
    assert gap(Decimal(completed), Decimal(scheduled)) == Decimal(expected)


def test_no_gap_without_both():
    assert gap(None, Decimal(50)) is None
    assert gap(Decimal(50), None) is None


def test_the_pace_says_the_printed_gap(zh, en):
    assert [pace(Decimal(v), zh) for v in ("3.07", "-9.37", "0.04", "-0.04")] == ["快3.1", "慢9.4", *["与序时持平"] * 2]
    assert [pace(Decimal(v), en) for v in ("3.07", "-9.37", "0")] == ["3.1 ahead", "9.4 behind", "on schedule"]
    assert pace(None, zh) == ""


@settings(deadline=None, max_examples=80)
@given(st.integers(0, 10**9), st.integers(1, 10**6), st.integers(1, 12))
def test_the_gap_added_to_the_schedule_is_the_completion(actual, target, month):
    completed, scheduled = completion(Decimal(actual), Decimal(target), None), percent(Decimal(month), Decimal(12))
    with localcontext(prec=60):
        assert gap(completed, scheduled) + scheduled == completed
