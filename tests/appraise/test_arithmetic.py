from decimal import Decimal

from hypothesis import given, settings
from hypothesis import strategies as st

from unitdeck.appraise.arithmetic import decimals, percent, rounded, sign

AMOUNTS = st.decimals(min_value=Decimal("0.01"), max_value=Decimal("1e9"), places=2)


def test_percentages_that_differ_by_a_short_decimal_cancel_exactly():
    difference = percent(Decimal("124.6"), Decimal(1200)) - percent(Decimal(1), Decimal(12))
    assert difference == Decimal("2.05")
    assert rounded(difference) == Decimal("2.1")


def test_halves_round_away_from_zero():
    assert [str(rounded(Decimal(v))) for v in ("0.05", "-0.05", "2.449", "-2.45")] == ["0.1", "-0.1", "2.4", "-2.5"]


def test_decimals_are_those_that_were_typed():
    assert [decimals(Decimal(v)) for v in ("3.30", "34096", "1E+3", "0.063")] == [2, 0, 0, 3]


def test_sign():
    assert [sign(Decimal(v)) for v in ("-0.1", "0", "-0", "2")] == [-1, 0, 0, 1]


@settings(deadline=None, max_examples=60)
@given(AMOUNTS, AMOUNTS, st.decimals(min_value=Decimal("0.001"), max_value=Decimal(10_000), places=3))
def test_scaling_both_figures_keeps_the_percentage(part, whole, factor):
    assert percent(part * factor, whole * factor) == percent(part, whole)


@settings(deadline=None, max_examples=60)
@given(st.decimals(min_value=-1000, max_value=1000, places=6))
def test_rounding_is_to_the_nearest_tenth(value):
    assert abs(rounded(value) - value) <= Decimal("0.05")
    assert rounded(-value) == -rounded(value)
