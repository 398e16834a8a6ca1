from datetime import date

import pytest

from unitdeck.appraise.dates import near_text, period_text, when_text, within_month
from unitdeck.appraise.wording import words_of
from unitdeck.source.scalars import When

MAY_31 = When("2022-05-31", date(2022, 5, 31), "day")
MAY = When("2022-05", date(2022, 5, 31), "month")


@pytest.mark.parametrize(
    ("when", "zh", "en"),
    [
        (MAY_31, "2022年5月31日", "31 May 2022"),
        (MAY, "2022年5月", "May 2022"),
        (When("2022", date(2022, 12, 31), "year"), "2022年", "2022"),
        (When("三季度末", None, "text"), "三季度末", "三季度末"),
        (None, "", ""),
    ],
)
def test_a_date_is_printed_as_precisely_as_it_was_given(when, zh, en):
    assert when_text(when, words_of("zh")) == zh
    assert when_text(when, words_of("en")) == en


@pytest.mark.parametrize(
    ("day", "zh", "en"),
    [
        (date(2022, 1, 31), "1月", "Jan 2022"),
        (date(2022, 5, 31), "1—5月", "Jan–May 2022"),
        (date(2022, 5, 30), "1—5月", "Jan–May 2022"),
        (date(2022, 5, 10), "截至5月10日", "By 10 May 2022"),
        (date(2022, 12, 31), "全年", "Full year 2022"),
    ],
)
def test_the_period_runs_from_january_to_the_data_date(day, zh, en):
    when = When(day.isoformat(), day, "day")
    assert period_text(when, words_of("zh")) == zh
    assert period_text(when, words_of("en")) == en


def test_without_a_date_there_is_no_period():
    assert period_text(None, words_of("zh")) == ""
    assert period_text(When("近期", None, "text"), words_of("zh")) == ""


def test_a_date_near_by_leaves_its_year_out():
    due = When("2022-06-10", date(2022, 6, 10), "day")
    assert near_text(due, date(2022, 5, 31), words_of("zh")) == "6月10日"
    assert near_text(due, date(2022, 5, 31), words_of("en")) == "10 June"
    assert near_text(due, date(2021, 12, 31), words_of("zh")) == "2022年6月10日"
    assert near_text(When("2022-06", date(2022, 6, 30), "month"), date(2022, 5, 31), words_of("zh")) == "6月"


def test_a_month_is_whole_from_its_last_days_on():
    assert within_month(When("", date(2022, 5, 10), "day"))
    assert not within_month(MAY_31)
    assert not within_month(MAY)
