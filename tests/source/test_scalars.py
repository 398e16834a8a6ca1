from __future__ import annotations

from datetime import date, time
from decimal import Decimal

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from unitdeck.source.scalars import ScalarError, When, clock, number, percent, when, whole, yes_or_no


def refused(read: object, text: str) -> tuple[str, dict[str, object]]:
    with pytest.raises(ScalarError) as caught:
        read(text)  # type: ignore[operator]
    return caught.value.code, caught.value.data


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("34096", "34096"),
        ("34,096", "34096"),
        ("34 096.50", "34096.50"),
        ("34\u2009096", "34096"),
        ("34\u202f096", "34096"),
        ("３４，０９６．５", "34096.5"),
        ("−10.2", "-10.2"),
        ("－10.2", "-10.2"),
        ("＋7", "7"),
        ("+7.2", "7.2"),
        (".5", "0.5"),
        ("010", "10"),
        ("0", "0"),
        ("-0", "0"),
        (" 3 ", "3"),
    ],
)
def test_numbers_as_clerks_write_them(text: str, value: str) -> None:
    assert number(text) == Decimal(value)
    assert str(number(text)) == value


@pytest.mark.parametrize("text", ["", " ", "—", "-", "－", "——", "无", "暂无", "~"])
def test_nothing_is_not_zero(text: str) -> None:
    assert number(text) is None
    assert percent(text) is None
    assert whole(text) is None
    assert when(text) is None


@pytest.mark.parametrize(
    "text", ["约3", "≤4", "1,23", "3,4096", "1e999", "1e5", "NaN", "inf", "-inf", "1.2.3", "1:30", "٣"]
)
def test_what_is_no_number_is_refused(text: str) -> None:
    assert refused(number, text)[0] == "UD204"


@pytest.mark.parametrize(
    ("text", "figure", "unit"),
    [
        ("3.33亿", "3.33", "亿元"),
        ("34,096万", "34,096", "万元"),
        ("34096 万元", "34096", "万元"),
        ("-5.2%", "-5.2", "%"),
        ("16人", "16", "人"),
        ("35μg/m³", "35", "μg/m³"),
    ],
)
def test_a_number_with_its_unit_is_refused_with_both_apart(text: str, figure: str, unit: str) -> None:
    code, data = refused(number, text)
    assert (code, data["number"], data["unit"]) == ("UD205", figure, unit)


def test_too_many_digits_are_refused() -> None:
    assert number("9" * 20) == Decimal("9" * 20)
    assert refused(number, "9" * 21)[0] == "UD213"
    assert refused(number, "0." + "9" * 40)[0] == "UD213"


@pytest.mark.parametrize("text", ["32.3", "32.3%", "32.3％", "３２．３ %"])
def test_percentages_may_end_in_a_sign(text: str) -> None:
    assert percent(text) == Decimal("32.3")


def test_whole_numbers() -> None:
    assert whole("9") == 9
    assert whole("1,200") == 1200
    assert whole("9.0") == 9
    assert refused(whole, "9.5")[0] == "UD206"


@pytest.mark.parametrize("text", ["是", "true", "True", "YES", "yes", "on", "1", "√"])
def test_yes(text: str) -> None:
    assert yes_or_no(text) is True


@pytest.mark.parametrize("text", ["否", "false", "no", "No", "off", "0", "×"])
def test_no(text: str) -> None:
    assert yes_or_no(text) is False


def test_neither_yes_nor_no() -> None:
    assert yes_or_no("") is None
    assert refused(yes_or_no, "也许")[0] == "UD210"


@pytest.mark.parametrize(
    ("text", "day", "precision"),
    [
        ("2022-05-31", date(2022, 5, 31), "day"),
        ("2022/5/31", date(2022, 5, 31), "day"),
        ("2022.5.31", date(2022, 5, 31), "day"),
        ("2022年5月31日", date(2022, 5, 31), "day"),
        ("２０２２年５月３１日", date(2022, 5, 31), "day"),
        ("2022-05", date(2022, 5, 31), "month"),
        ("2024年2月", date(2024, 2, 29), "month"),
        ("2022年9月底", date(2022, 9, 30), "month"),
        ("2022年底", date(2022, 12, 31), "year"),
        ("2022", date(2022, 12, 31), "year"),
        ("2022年", date(2022, 12, 31), "year"),
    ],
)
def test_dates(text: str, day: date, precision: str) -> None:
    assert when(text) == When(text, day, precision)  # type: ignore[arg-type]


@pytest.mark.parametrize("text", ["5月底", "三季度", "长期坚持", "2022年三季度", "2022-05/31", "2022-05-31 09:00"])
def test_other_words_about_time_are_kept_as_text(text: str) -> None:
    assert when(text) == When(text, None, "text")


@pytest.mark.parametrize("text", ["2022-02-30", "2022-13-01", "2022-00", "2022年2月30日", "2022.6.31", "0000-01-01"])
def test_impossible_dates_are_refused(text: str) -> None:
    assert refused(when, text)[0] == "UD211"


@given(st.decimals(allow_nan=False, allow_infinity=False, places=3, min_value=-(10**12), max_value=10**12))
@settings(max_examples=100, deadline=None)
def test_numbers_round_trip(value: Decimal) -> None:
    assert number(str(value)) == value
    assert number(f"{value:,}") == value
    assert number(f"{value:,}".replace(",", "\u2009").replace("-", "−")) == value
    assert percent(f"{value}%") == value


@given(st.text(max_size=30))
@settings(max_examples=100, deadline=None)
def test_any_text_is_a_value_or_refused(text: str) -> None:
    for read in (number, percent, whole, yes_or_no, when):
        try:
            read(text)  # type: ignore[operator]
        except ScalarError as refusal:
            assert refusal.code.startswith("UD2")


@pytest.mark.parametrize(
    ("text", "hour", "minute"),
    [
        ("09:00", 9, 0),
        ("9：30", 9, 30),
        ("１４：３０", 14, 30),
        ("上午9点", 9, 0),
        ("下午2点半", 14, 30),
        ("下午 2:05", 14, 5),
        ("下午12:10", 12, 10),
        ("14时30分", 14, 30),
        ("0:00", 0, 0),
    ],
)
def test_times_of_day(text: str, hour: int, minute: int) -> None:
    assert clock(text) == time(hour, minute)


@pytest.mark.parametrize("text", ["", "—", "无"])
def test_no_time_of_day(text: str) -> None:
    assert clock(text) is None


@pytest.mark.parametrize(
    "text", ["9", "900", "25:00", "9:60", "九点", "9:5:0", "上午", "2022-05-30", "上午14点", "晚上12点"]
)
def test_what_is_no_time_of_day(text: str) -> None:
    assert refused(clock, text)[0] == "UD730"
