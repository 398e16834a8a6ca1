from datetime import date, timedelta
from decimal import Decimal

import pytest

from support.chart_samples.gantt import CALM, NOTHING, days, gantt
from unitdeck.plan.gantt import (
    EPOCH,
    Task,
    data_date,
    date_format,
    date_text,
    day_of,
    end_text,
    has_years,
    label_texts,
    room_right,
    serial,
    tasks,
    time_axis,
    with_line_row,
)


def task(*row):
    return Task(*days(*row))


def test_serial_days_are_those_of_a_spreadsheet():
    assert serial(date(1900, 3, 1)) == 61
    assert serial(date(2022, 5, 31)) == 44712
    assert day_of(Decimal(44712)) == date(2022, 5, 31)


@pytest.mark.parametrize(
    ("row", "last", "mark"),
    [
        (("2022-01-01", "2022-06-30", "2022-03-01"), ("end", "2022-06-30"), ""),
        (("2022-01-01", "2022-06-30", "2022-07-04"), ("done", "2022-07-04"), ""),
        (("2022-01-01", "2022-06-30", "2022-06-30"), ("end", "2022-06-30"), ""),
        (("2022-01-01", None, None), ("start", "2022-01-01"), ""),
        ((None, "2022-06-30", None), ("end", "2022-06-30"), "◇"),
        ((None, "2022-06-30", "2022-06-20"), ("done", "2022-06-20"), "◆"),
        (("2022-06-30", "2022-06-30", None), ("end", "2022-06-30"), "◇"),
        (NOTHING, (None, None), ""),
    ],
)
def test_where_a_rows_label_stands(row, last, mark):
    role, day = last
    assert task(*row).last == (role, *days(day))
    assert task(*row).mark == mark


@pytest.mark.parametrize(
    ("row", "zh", "en"),
    [
        (("2022-01-01", "2022-06-30", "2022-07-04"), "6月30日", "30 June"),
        (("2022-01-01", None, "2022-03-01"), "1月1日起", "from 1 January"),
        ((None, "2022-06-30", "2022-06-20"), "6月20日", "20 June"),
        (NOTHING, "—", "—"),
    ],
)
def test_the_date_a_row_prints(row, zh, en):
    assert end_text(task(*row), "zh", years=False) == zh
    assert end_text(task(*row), "en", years=False) == en


def test_dates_have_years_where_there_are_several():
    assert not has_years(CALM)
    assert has_years(gantt(("甲", "乙"), [("2021-12-31", None, None), NOTHING]))
    assert date_text(Decimal(44712), "zh", years=True) == "2022年5月31日"
    assert date_text(Decimal(44712), "en", years=True) == "31 May 2022"
    assert date_format("zh", years=True) == 'yyyy"年"m"月"d"日"'
    assert date_format("zh", years=False) == 'm"月"d"日"'
    assert date_format("en", years=True) == "[$-409]d mmmm yyyy"


def test_own_words_take_the_place_of_the_date_and_a_mark_stands_before():
    spec = CALM._replace(labels=("9月30日 按期", "", "", "", "年底前"))
    assert label_texts(spec, "zh") == ("9月30日 按期", "5月5日", "10月31日", "◆ 1月18日", "◇ 年底前")


def test_rows_without_a_series_know_nothing_of_it():
    assert tasks(CALM._replace(series=CALM.series[1:2]))[0] == Task(None, *days("2022-09-30"), None)


def test_the_data_date_is_one_or_none():
    assert data_date(CALM) == serial(date(2022, 5, 31))
    assert data_date(CALM._replace(series=CALM.series[:3])) is None
    several = CALM.series[3]._replace(values=(*CALM.series[3].values[1:], Decimal(1)))
    assert data_date(CALM._replace(series=(*CALM.series[:3], several))) is None


@pytest.mark.parametrize("length", [120.0, 300.0, 700.0])
@pytest.mark.parametrize("begin", [date(2021, month, day) for month in range(1, 13) for day in (1, 3, 5, 28)])
@pytest.mark.parametrize("last", [0, 20, 90, 200, 364, 800, 4000])
def test_every_tick_prints_the_month_it_stands_for(length, begin, last):
    end = begin + timedelta(days=last)
    axis = time_axis(gantt(("甲",), [(begin.isoformat(), end.isoformat(), None)], as_of=None), length, 14)
    assert axis.least < serial(begin)
    assert serial(end) < axis.most
    first = EPOCH + timedelta(days=axis.least)
    assert first.day <= 5
    tick, month = axis.least, first.year * 12 + first.month - 1
    while tick <= axis.most:
        day = EPOCH + timedelta(days=tick)
        assert divmod(month, 12) == (day.year, day.month - 1)
        assert day.day <= 5
        tick, month = tick + axis.every, month + axis.ticks.months
    assert axis.ticks.months == 1 or axis.every / (axis.most - axis.least) * length >= 0.9 * axis.ticks.em * 14


def test_ticks_have_years_where_the_chart_is_long():
    long = time_axis(gantt(("甲",), [("2018-04-01", "2025-12-31", None)]), 500, 14)
    assert (long.ticks.zh, long.ticks.en, long.ticks.months) == ('yyyy"年"', "yyyy", 12)
    short = time_axis(CALM, 500, 14)
    assert (short.ticks.zh, short.ticks.en, short.ticks.months) == ('m"月"', "[$-409]mmm", 1)


def test_an_axis_without_dates_is_a_day():
    axis = time_axis(gantt(("甲",), [NOTHING], as_of=None), 500, 14)
    assert (axis.least, axis.most) == (0, 1)


@pytest.mark.parametrize("width", [120.0, 300.0, 700.0])
@pytest.mark.parametrize("label", [20.0, 60.0, 110.0])
def test_every_label_ends_within_the_width(width, label):
    rows = [("2022-01-10", end, None) for end in ("2022-03-31", "2022-06-30", "2022-12-28")]
    spec = gantt(("甲", "乙", "丙"), rows)
    room = room_right(spec, (label * 2, label, label), width, 14)
    axis = time_axis(spec, width - room, 14)
    ends = [
        (max(float(serial(date.fromisoformat(end))), 44712) - axis.least) / (axis.most - axis.least) * (width - room)
        + own
        for (_, end, _), own in zip(rows, (label * 2, label, label), strict=True)
    ]
    assert max(ends) <= width + 0.5 or room == width / 2


def test_no_room_is_kept_where_labels_have_it():
    assert room_right(gantt(("甲",), [("2022-01-10", "2022-02-03", None)], as_of=None), (20,), 700, 14) == 0


def test_the_room_is_enough_where_it_asks_for_other_ticks():
    begin, end = "2021-11-28", "2022-02-16"
    spec = gantt(("甲",), [(begin, end, None)], as_of=None)
    room = room_right(spec, (50,), 100, 14)
    axis = time_axis(spec, 100 - room, 14)
    share = (float(serial(date.fromisoformat(end))) - axis.least) / (axis.most - axis.least)
    assert room < 50
    assert share * (100 - room) + 50 <= 100.01


def test_one_row_with_a_data_date_has_an_empty_one_below():
    one = with_line_row(gantt(("甲",), [("2022-04-01", "2022-10-20", None)]))
    assert one.categories == ("甲", "")
    assert [series.values[1] for series in one.series] == [None, None, None, *days("2022-05-31")]
    assert with_line_row(CALM) == CALM
    alone = gantt(("甲",), [("2022-04-01", "2022-10-20", None)], as_of=None)
    assert with_line_row(alone) == alone
