from decimal import Decimal

import pytest

from unitdeck.appraise.growth import computed, growths, period_growth
from unitdeck.outline.model import Actual, Declared, Growth, SeriesPoint, Target
from unitdeck.source.scalars import Percent


def percent(text: str) -> Percent:
    return Percent(Decimal(text))


def test_each_official_figure_is_printed_with_its_basis(zh):
    both = Target("税收", yoy=(Growth(percent("7.2"), "名义"), Growth(percent("15.3"), "可比")))
    assert [(g.text, g.basis) for g in growths(both, zh)] == [("+7.2%", "名义"), ("+15.3%", "可比")]


def test_the_official_figure_stands_before_the_computed_one(zh):
    target = Target("x", unit="万元", actual=Actual(Decimal(110)), base=Decimal(100), yoy=(Growth(percent("-9.9")),))
    assert [g.text for g in growths(target, zh)] == ["−9.9%"]


@pytest.mark.parametrize(
    ("actual", "base", "unit", "zh_text", "en_text", "value"),
    [
        ("16", "0", "人", "同比增加16人", "up 16 人 year on year", None),
        ("-5", "0", "万元", "同比减少5万元", "down 5 万元 year on year", None),
        ("20", "-30", "万元", "同比增加50万元", "up 50 万元 year on year", None),
        ("30", "30", "人", "同比持平", "unchanged year on year", "0"),
        ("0", "0", "人", "同比持平", "unchanged year on year", "0"),
        ("110", "100", "万元", "+10.0%", "+10.0%", "10"),
        ("0", "100", "万元", "−100.0%", "−100.0%", "-100"),
        ("62.57", "60.1", "%", "+2.5个百分点", "+2.5 points", "2.47"),
        ("3.37", "0", "%", "+3.4个百分点", "+3.4 points", "3.37"),
    ],
)
def test_growth_from_a_base(zh, en, actual, base, unit, zh_text, en_text, value):
    figures = Decimal(actual), Decimal(base), unit
    assert computed(*figures, zh).text == zh_text
    assert computed(*figures, en).text == en_text
    assert computed(*figures, zh).value == (None if value is None else Decimal(value))
    assert computed(*figures, zh).in_points == (unit == "%")


def test_the_declared_figure_is_the_last_resort(zh):
    assert growths(Target("x", declared=Declared(yoy=percent("6.3"))), zh)[0].text == "+6.3%"


def test_missing_figures_give_no_growth(zh, appraised):
    assert growths(Target("x", base=Decimal(10)), zh) == ()
    assert growths(Target("x", actual=Actual(Decimal(10))), zh) == ()
    assert appraised(Target("x", actual=Actual(Decimal(10)))).indicators[0].yoy.text == "—"


@pytest.mark.parametrize(
    ("value", "last_year", "rate", "unit", "growth"),
    [
        ("110", "100", None, "万元", "10"),
        ("110", "100", "9.5", "万元", "9.5"),  # the official one stands before the computed one
        (None, "100", "9.5", "万元", "9.5"),
        ("110", "0", None, "万元", None),
        ("110", None, None, "万元", None),
        (None, "100", None, "万元", None),
        ("0", "100", None, "万元", "-100"),
        ("62.57", "60.1", None, "%", "2.47"),
    ],
)
def test_the_growth_of_a_period(value, last_year, rate, unit, growth):
    figures = (None if text is None else Decimal(text) for text in (value, last_year))
    point = SeriesPoint("1月", *figures, rate=None if rate is None else percent(rate))
    assert period_growth(point, unit) == (None if growth is None else Decimal(growth))
