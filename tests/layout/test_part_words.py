"""What stacked rows print inside their parts and after their bars."""

import pytest

from support.chart_specs import chart, figures
from unitdeck.layout.part_words import KEY, part_words, room_right, stretch_of
from unitdeck.plan.chart import Series
from unitdeck.plan.reach import reach_of

LONG = "城镇新增就业人员安置"


def spec(*parts, names=("甲", "乙", "丙", "丁")):
    rows = tuple(f"第{row}" for row in range(len(parts[0])))
    return chart(
        "stacked",
        rows,
        *(Series(name, figures(*part), "part") for name, part in zip(names, parts, strict=False)),
        decimals=0,
    )


def printed(whole, length=400.0, size=14.0, lang="zh"):
    """The room at the right as a share of the length, and what each row prints."""
    room = room_right(whole, reach_of(whole), length, size, lang)
    stretch = stretch_of(whole, reach_of(whole), length, room, size)
    assert (stretch.most - stretch.least) / stretch.per_pt == pytest.approx(length)
    return room / length, part_words(whole, stretch, size, lang)


def test_figures_that_stand_inside_need_no_room():
    share, rows = printed(spec((50, 40), (50, 60)))
    assert share == 0
    assert [(row.inside, row.words, row.untold) for row in rows] == [((0, 1), (), 0)] * 2


def test_a_short_bar_has_the_room_that_the_long_one_leaves():
    share, rows = printed(spec((900, 200), (800, 2)))
    assert share == 0
    assert (rows[1].inside, rows[1].text) == ((0,), "乙 2")


def test_the_longest_bar_gets_room_for_its_words():
    share, rows = printed(spec((900, 880), (2, 0)))
    assert share == pytest.approx(0.1)
    assert [row.text for row in rows] == ["乙 2", "乙 0"]


def test_nothing_is_said_of_a_part_that_is_missing():
    _, rows = printed(spec((900, 400), (2, None), (None, 3)))
    assert [row.text for row in rows] == ["乙 2", "丙 3"]


def test_all_rows_have_keys_where_one_has_no_room_for_names():
    share, rows = printed(spec((900, 200), (2, 1), (4, 3), names=("甲", LONG, LONG[::-1])))
    assert share <= 0.4
    assert [row.text for row in rows] == [f"{KEY} 2   {KEY} 4", f"{KEY} 1   {KEY} 3"]
    assert [word.key for word in rows[0].words] == [1, None, None, 2, None]


def test_the_greatest_are_told_and_how_many_there_are():
    parts = spec((90000,), (1200,), (1400,), (1300,))
    whole = parts._replace(
        categories=("一", "二"), series=tuple(one._replace(values=one.values * 2) for one in parts.series)
    )
    share, rows = printed(whole, 360)
    assert share == pytest.approx(0.4)
    assert [(row.text, row.untold) for row in rows] == [(f"{KEY} 1,400   等3项", 2)] * 2
    assert printed(whole, 420, lang="en")[1][0].text == f"{KEY} 1,400   and 2 more"


def test_nothing_is_printed_where_nothing_fits():
    whole = spec((90000, 90000), (1200, 1200), (1400, 1400), (1300, 1300))
    share, rows = printed(whole, 120)
    assert share == 0
    assert [(row.text, row.untold) for row in rows] == [("", 3)] * 2


def test_words_stand_left_of_a_bar_below_zero_where_there_is_room():
    _, rows = printed(spec((-900, -90, 900), (-800, -2, 900)))
    assert [row.left for row in rows] == [False, True, False]
