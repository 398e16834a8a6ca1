"""Stacked bars with rows: zero, missing and negative rows, narrow parts, keys."""

import pytest

from support.chart_reading import A, C, Part, shift, words
from unitdeck.layout.chart_label import label_pt
from unitdeck.layout.part_words import KEY
from unitdeck.plan.chart import Series
from unitdeck.plan.chart_rows import rows
from unitdeck.plan.reach import reach_of


def rows_of(make, numbers, *parts, names=("甲", "乙", "丙")):
    return make("stacked", names, *(Series(f"部分{n}", numbers(*values), "part") for n, values in enumerate(parts)))


def test_a_row_of_zeros_says_so_and_one_without_figures_a_dash(make, numbers, place):
    drawn = Part(place(rows_of(make, numbers, (60, 0, None), (40, 0, None))))
    assert set(drawn.labels(0)) == {0, 1}
    assert shift(drawn.labels(0)[1])[0] > 0
    assert drawn.names[-1] == "— 无数据"
    assert set(drawn.labels(2)) == {2}


def test_a_row_of_narrow_parts_has_its_figures_after_it(make, numbers, place):
    drawn = Part(place(rows_of(make, numbers, (6000, 9, 5), (4000, 3, 5))))
    label = drawn.labels(1)[1]
    assert words(label) == "部分0 9.0   部分1 3.0"
    assert shift(label)[0] > 0
    assert 1 not in drawn.labels(0)


def narrow(make, numbers):
    """The second part is too narrow in every row, 0 in one and missing in another."""
    return rows_of(make, numbers, (6000, 5800, 1900), (90, 0, None), (3000, 2500, 1800))


def test_parts_too_narrow_are_named_after_their_bar(make, numbers, place):
    drawn = Part(place(narrow(make, numbers)))
    assert [words(drawn.labels(1)[row]) for row in (0, 1)] == ["部分1 90.0", "部分1 0.0"]
    assert [sorted(drawn.labels(part)) for part in (0, 1, 2)] == [[0, 1, 2], [0, 1], [0, 1, 2]]
    colors = [run.find(f".//{A}schemeClr").get("val") for run in drawn.labels(1)[0].iter(f"{A}r")]
    assert colors == ["tx2", "tx1"]


def test_the_words_begin_where_the_bar_ends_and_stay_in_the_frame(make, numbers, place):
    drawn = Part(place(narrow(make, numbers)))
    least, most = drawn.ends()
    x, _, width, _ = drawn.area()
    for row, (middle, end) in enumerate([(6045, 9090), (5800, 8300)]):
        half = label_pt(words(drawn.labels(1)[row]), 14) / 2 / (8 * 72)
        place_of_middle = x + (middle - least) / (most - least) * width + shift(drawn.labels(1)[row])[0]
        assert place_of_middle - half == pytest.approx(x + (end - least) / (most - least) * width, abs=1e-5)
        assert place_of_middle + half <= 1
    assert most > 9090


def test_where_names_leave_no_bars_there_are_keys(make, numbers, place):
    spec = rows_of(make, numbers, (6000, 5800, 6100), (90, 0, 10), (30, 25, 80))
    long = spec._replace(series=tuple(one._replace(name=f"{one.name}的名称长得很") for one in spec.series))
    drawn = Part(place(long))
    assert words(drawn.labels(2)[0]) == "■ 90.0   ■ 30.0"
    runs = [
        (run.findtext(f"{A}t"), run.find(f".//{A}schemeClr").get("val")) for run in drawn.labels(2)[0].iter(f"{A}r")
    ]
    keys = [(text, color) for text, color in runs if text.strip() == KEY]
    assert keys == [(f"{KEY} ", drawn.fill(1)), (f"{KEY} ", drawn.fill(2))]


def test_pages_share_the_room_that_layout_gives(make, numbers, place):
    page = place(rows(narrow(make, numbers), 2, 3))._replace(reach=reach_of(narrow(make, numbers)), value_width=914400)
    drawn = Part(page)
    least, most = drawn.ends()
    _, _, width, _ = drawn.area()
    assert 9090 / (most - least) * width * 8 * 72 == pytest.approx(width * 8 * 72 - 72)


def test_parts_below_zero_run_to_the_left_of_a_zero_line(make, numbers, place):
    drawn = Part(place(rows_of(make, numbers, (6, -2, 1), (4, -3, 1))))
    assert drawn.ends() == (-5, 10)
    assert drawn.root.find(f".//{C}catAx/{C}spPr/{A}ln/{A}solidFill") is not None


def test_names_of_parts_take_lines_where_they_are_long(make, numbers, place):
    spec = rows_of(make, numbers, *[(1, 2, 3)] * 4)
    long = spec._replace(series=tuple(one._replace(name=one.name + "的名称很长") for one in spec.series))
    heights = [
        float(Part(place(each, 4)).root.find(f".//{C}legend/{C}layout/{C}manualLayout/{C}h").get("val"))
        for each in (spec, long)
    ]
    assert heights[1] > 1.9 * heights[0]


def test_the_last_row_on_a_page_of_its_own_stays_a_row(make, numbers, place):
    whole = rows_of(make, numbers, (6, 2, 1), (4, 3, 1))
    page = Part(place(rows(whole, 2, 3))._replace(reach=reach_of(whole)))
    assert page.ends() == (0, 10)
    assert page.root.find(f".//{C}catAx/{C}delete").get("val") == "0"


def test_words_above_a_single_bar_carry_the_key_of_their_colour(samples, place):
    label = Part(place(samples["stacked"][1])).labels(1)[0]
    assert label.find(f"{C}showLegendKey").get("val") == "1"


def test_stacked_folds_beyond_four_parts(samples, place):
    assert Part(place(samples["stacked"][1])).names == ["项0", "项1", "项3", "其他（2项）"]
    assert Part(place(samples["stacked"][1]), "en").names[-1] == "Other (2 items)"


def test_a_part_too_narrow_has_its_words_above_the_bar(samples, place):
    drawn = Part(place(samples["stacked"][1]))
    assert shift(drawn.labels(0)[0]) == (0, 0)
    assert shift(drawn.labels(1)[0])[1] < 0
    assert words(drawn.labels(1)[0]) == "项1 0.4%"


def test_a_single_series_is_one_bar_of_its_categories(make, numbers, place):
    drawn = Part(place(make("stacked", ("税务", "财政"), Series("收入", numbers(2, 1), "part"))))
    assert drawn.names == ["税务", "财政"]
    assert words(drawn.labels(0)[0]) == "税务66.7%"


def test_figures_stand_left_where_there_is_room(make, numbers, place):
    drawn = Part(place(rows_of(make, numbers, (-6000, -9), (-4000, -3), names=("甲", "乙"))))
    label = drawn.labels(1)[1]
    assert words(label) == "部分0 −9.0   部分1 −3.0"
    assert shift(label)[0] < 0


def test_else_on_the_right(make, numbers, place):
    drawn = Part(place(rows_of(make, numbers, (6000, -9), (4000, -3), names=("甲", "乙"))))
    label = drawn.labels(1)[1]
    assert words(label) == "部分0 −9.0   部分1 −3.0"
    assert shift(label)[0] > 0


def test_a_page_takes_no_room_that_the_whole_chart_has_not(make, numbers, place):
    whole = rows_of(make, numbers, (6000, 900), (90, 3))
    assert Part(place(rows(whole, 0, 1))._replace(reach=reach_of(whole))).ends() == (0, 6090)
