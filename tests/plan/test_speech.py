from decimal import Decimal

from unitdeck.plan.speech import minutes, rounded, spoken_characters


def test_what_is_spoken():
    assert spoken_characters(["增长8.1%，GDP 居第一！", "——"]) == 2 + 2 + 2 + 3


def test_a_direction_is_not_spoken():
    assert spoken_characters(["【约0.6分钟】", "收入"]) == 2


def test_minutes_at_a_rate():
    assert minutes(["字" * 110, "字" * 22], 220) == Decimal("0.6")


def test_minutes_are_printed_to_a_tenth_and_never_as_nothing_where_something_is_said():
    assert rounded(Decimal("0.25")) == Decimal("0.3")
    assert rounded(Decimal("0.01")) == Decimal("0.1")
    assert rounded(Decimal(0)) == 0
