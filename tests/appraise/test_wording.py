from decimal import Decimal
from string import Formatter

import pytest

from unitdeck.appraise import words_en, words_zh
from unitdeck.appraise.wording import NO_FIGURE, amount, amount_text, bare, difference_text, rate, rate_text, share


@pytest.mark.parametrize(
    ("typed", "printed"),
    [
        ("34096", "34,096"),
        ("3.33", "3.33"),
        ("62.57", "62.57"),
        ("3.30", "3.30"),
        ("-1234.5", "−1,234.5"),
        ("0", "0"),
        ("-0", "0"),
        ("1E+4", "10,000"),
    ],
)
def test_an_amount_keeps_the_digits_it_was_typed_with(typed, printed):
    assert amount_text(Decimal(typed)) == printed


def test_a_rate_has_one_decimal_and_a_true_minus():
    assert rate_text(Decimal("44.74")) == "44.7"
    assert rate_text(Decimal("-10.25"), signed=True) == "−10.3"
    assert rate_text(Decimal("3.0733"), signed=True) == "+3.1"
    assert rate_text(Decimal("-0.04"), signed=True) == "0.0"
    assert rate_text(Decimal(300)) == "300.0"


def test_a_difference_of_typed_rates_is_exact_up_to_two_decimals():
    assert [difference_text(Decimal(v)) for v in ("-0.63", "1.80", "10", "0.123456")] == ["0.63", "1.8", "10", "0.1"]


def test_zero_is_a_figure_and_missing_is_not_zero():
    assert (amount(Decimal(0)).value, amount(Decimal(0)).text) == (0, "0")
    assert (amount(None).value, amount(None).text) == (None, "—")
    assert (rate(Decimal(0)).text, rate(None).text) == ("0.0", "—")


def test_counts_are_figures(zh, en):
    assert zh.say("duties.count", n=2) == "2项职责"
    assert zh.say("duties.count", n=10) == "10项职责"
    assert zh.say("duties.count", n=11) == "11项职责"
    assert en.say("duties.count", n=1) == "1 duty"
    assert en.say("duties.count", n=2) == "2 duties"
    assert en.say("duties.count", n=12) == "12 duties"


def test_the_counts_of_one_sentence_are_of_one_sort(zh, en):
    assert zh.say("projects.count", n=4) + zh.say("projects.steps", steps=12, done=4) == "4个重点项目，12个节点完成4个"
    assert zh.say("levels.some", n=12, m=8) == "12项指标8项达标"
    assert en.say("levels.some", n=12, m=1) == "12 indicators, 1 met"


def test_units_follow_figures_as_each_language_has_it(zh, en):
    assert (zh.quantity("16", "人"), en.quantity("16", "人")) == ("16人", "16 人")
    assert (zh.quantity("3.37", "%"), en.quantity("3.37", "%")) == ("3.37%", "3.37%")
    assert zh.difference(Decimal("-0.63"), "%") == "0.63个百分点"
    assert zh.difference(Decimal(-2), "起") == "2起"
    assert [en.points(Decimal(v)) for v in ("1", "-1.0", "1.1")] == ["1 point", "1 point", "1.1 points"]


def test_a_text_within_a_sentence_loses_its_closing_punctuation_and_lines():
    assert bare(" 完成征迁；\n 启动建设。 ") == "完成征迁； 启动建设"


def test_a_share_is_never_nothing_or_all_by_rounding():
    shares = ("0", "0.0004", "0.049", "0.05", "24", "99.94", "99.951", "100")
    assert [share(Decimal(v)).text for v in shares] == ["0.0", "<0.1", "<0.1", "0.1", "24.0", "99.9", ">99.9", "100.0"]
    assert share(None) == NO_FIGURE


def _fields(phrase: str) -> set[str]:
    return {name for _, name, _, _ in Formatter().parse(phrase) if name}


def test_both_languages_have_the_same_phrases():
    assert words_zh.PHRASES.keys() == words_en.PHRASES.keys()


def test_a_phrase_asks_for_nothing_that_the_other_language_does_not_know():
    for key, zh in words_zh.PHRASES.items():
        extra = _fields(words_en.PHRASES[key]) - _fields(zh)
        assert extra <= {"year", "short", "name"}, key
