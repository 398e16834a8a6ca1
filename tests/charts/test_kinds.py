"""What each kind looks like, read from its XML: fills, ends of the axis, labels."""

import re

import pytest

from support.drawn import Drawn, shift, words
from unitdeck.plan.chart import Series

C = "{http://schemas.openxmlformats.org/drawingml/2006/chart}"
A = "{http://schemas.openxmlformats.org/drawingml/2006/main}"


def test_bullet_draws_target_then_schedule_then_actual_in_tones(samples, place):
    drawn = Drawn(place(samples["bullet"][0]))
    assert drawn.names == ["年度目标", "序时进度", "完成率"]
    assert drawn.fills(2) == {0: "accent3", 1: "accent4"}
    assert drawn.root.find(f".//{C}overlap").get("val") == "100"


def test_bullet_marks_an_equal_schedule_by_one_line_through_all_rows(samples, place):
    drawn = Drawn(place(samples["bullet"][0]))
    line = drawn.series[1].find(f"{C}trendline")
    assert [line.find(f"{C}{key}").get("val") for key in ("forward", "backward")] == ["0.5", "0.5"]


def test_bullet_outlines_schedules_that_differ(samples, place):
    drawn = Drawn(place(samples["bullet"][2]))
    assert drawn.names[-1] == "序时进度"
    assert drawn.root.find(f".//{C}trendline") is None
    assert drawn.series[-1].find(f"{C}spPr/{A}noFill") is not None


def test_bullet_labels_stand_at_the_target_or_at_the_longer_bar(samples, place):
    drawn = Drawn(place(samples["bullet"][1]))
    at_target, at_actual = drawn.labels(0), drawn.labels(2)
    assert (set(at_target), set(at_actual)) == ({0, 1, 2}, {3})
    assert {index: words(label) for index, label in at_target.items()} == {0: " » 300.0%", 1: " 0.0%", 2: " —"}


def test_bullet_cuts_at_160_and_moves_the_label_to_the_cut(samples, place):
    drawn = Drawn(place(samples["bullet"][1]))
    _, _, width, _ = drawn.area()
    assert drawn.axis() == (0, 160)
    assert shift(drawn.labels(0)[0]) == (pytest.approx(width * 60 / 160, abs=1e-5), 0)


def test_bullet_without_cut_keeps_the_labels_on_the_plot(samples, place):
    chart = place(samples["bullet"][0])._replace(label_width=2_000_000, value_width=1_500_000)
    drawn = Drawn(chart)
    x, _, width, _ = drawn.area()
    whole = chart.box.cx
    assert x == pytest.approx(2_000_000 / whole, abs=1e-5)
    assert x + width == pytest.approx(1, abs=1e-5)
    hundred = x + width * 100 / drawn.axis()[1]
    assert hundred == pytest.approx(1 - 1_500_000 / whole, abs=1e-4)


def test_bullet_label_says_the_pace_in_the_tone(samples, place):
    label = Drawn(place(samples["bullet"][0])).labels(0)[0]
    runs = list(label.iter(f"{A}r"))
    assert [run.findtext(f"{A}t") for run in runs] == [" ", "44.7%", "  ", "快3.1"]
    assert [run.find(f"{A}rPr/{A}solidFill/{A}schemeClr").get("val") for run in runs] == [
        "tx1",
        "tx1",
        "tx1",
        "accent3",
    ]


def test_bullet_labels_may_be_parted_by_any_blank(samples, place):
    spec = samples["bullet"][0]._replace(labels=("44.7%\u3000快3.1", ""))
    labels = Drawn(place(spec)).labels(0)
    assert (words(labels[0]), words(labels[1])) == (" 44.7%  快3.1", " 40.4%")


def test_gap_bars_have_the_tones_and_signed_labels(samples, place):
    drawn = Drawn(place(samples["gap"][0]))
    assert drawn.fills(0) == {0: "accent3", 1: "accent6", 2: "accent4"}
    assert drawn.series[0].find(f"{C}dLbls/{C}numFmt").get("formatCode") == '+#,##0.0;"−"#,##0.0;#,##0.0'


def test_gap_leaves_room_for_labels_on_both_sides(samples, place):
    least, most = Drawn(place(samples["gap"][0])).axis()
    assert least < -9.4
    assert most > 3.1


def test_names_stand_at_the_low_side_whatever_the_sign(samples, place):
    drawn = Drawn(place(samples["gap"][0]))
    assert drawn.root.find(f".//{C}catAx/{C}tickLblPos").get("val") == "low"


def test_ranking_shows_the_own_unit_in_the_accent(samples, place):
    drawn = Drawn(place(samples["ranking"][0]))
    assert drawn.fills(0) == {3: "accent1"}
    look = drawn.labels(0)[3].find(f"{C}txPr//{A}defRPr")
    assert (look.get("b"), look.find(f"{A}solidFill/{A}schemeClr").get("val")) == ("1", "accent1")


def test_ranking_of_negatives_ends_at_zero(samples, place):
    least, most = Drawn(place(samples["ranking"][1])).axis()
    assert least < -22
    assert most == 0


def test_ranking_of_zeros_has_an_axis(samples, place):
    least, most = Drawn(place(samples["ranking"][3])).axis()
    assert (least, most > 0) == (0, True)


def test_forty_ranks_are_shortened_to_what_fits(make, numbers, place):
    names = [f"{place}　单位" for place in range(1, 41)]
    spec = make("ranking", names, Series("增幅", numbers(*range(40, 0, -1))), highlight=29)
    drawn = Drawn(place(spec, 6, 4))
    shown = [point.findtext(f"{C}v") for point in drawn.series[0].find(f"{C}cat").iter(f"{C}pt")]
    assert len(shown) == 15  # 288 pt at 1.3 em of 14 pt
    assert shown[:2] == names[:2]
    assert shown[-6:] == ["⋮", names[28], names[29], names[30], "⋮", names[39]]


def test_lines_by_role(samples, place):
    drawn = Drawn(place(samples["line"][0]))
    looks = [one.find(f"{C}spPr/{A}ln") for one in drawn.series]
    assert [look.find(f"{A}prstDash").get("val") for look in looks] == ["solid", "solid", "sysDash"]
    assert looks[0].find(f"{A}solidFill/{A}schemeClr").get("val") == "accent1"
    assert int(looks[0].get("w")) > int(looks[1].get("w"))


def test_lines_are_named_where_they_end(samples, place):
    drawn = Drawn(place(samples["line"][0]))
    ends = [list(drawn.labels(series).items()) for series in range(3)]
    assert [[index for index, _ in labels] for labels in ends] == [[4], [11], [11]]
    assert all(label.find(f"{C}showSerName").get("val") == "1" for ((_, label),) in ends)
    assert drawn.root.find(f".//{C}legend") is None


def test_close_line_ends_keep_their_labels_apart(make, numbers, place):
    series = [
        Series(name, numbers(1, value), role)
        for name, value, role in (("本年", 10, "actual"), ("上年", 9.9, "last_year"), ("计划", 10.1, "plan"))
    ]
    drawn = Drawn(place(make("line", ("1月", "2月"), *series), 5, 3))
    least, most = drawn.axis()
    height = drawn.area()[3]
    ys = sorted(
        height * (1 - (value - least) / (most - least)) + shift(drawn.labels(index)[1])[1]
        for index, value in enumerate((10, 9.9, 10.1))
    )
    line = 20 / 216  # a little less than a label's height, in fractions of three inches
    assert ys[1] - ys[0] > line
    assert ys[2] - ys[1] > line


def test_planned_columns_are_outlined(make, numbers, place):
    series = (Series("本年", numbers(9, 8)), Series("计划", numbers(10, 10), "plan"))
    drawn = Drawn(place(make("column", ("1月", "2月"), *series)))
    assert [len(one.findall(f"{C}spPr/{A}solidFill")) for one in drawn.series] == [1, 0]
    assert drawn.series[1].find(f"{C}spPr/{A}ln/{A}solidFill/{A}schemeClr").get("val") == "tx2"


def test_only_columns_that_fit_carry_figures(samples, place):
    drawn = Drawn(place(samples["column"][0], 5, 3))
    labels = drawn.labels(0)
    assert 11 in labels
    assert len(labels) < 11
    assert drawn.fills(0) == {11: "accent1"}


def test_columns_start_at_zero(make, numbers, place):
    drawn = Drawn(place(make("column", ("甲", "乙"), Series("本年", numbers(98, 99)))))
    assert drawn.axis()[0] == 0


def test_figures_clear_last_years_taller_column(samples, place):
    drawn = Drawn(place(samples["column"][1], 3))
    assert shift(drawn.labels(0)[0])[1] < 0
    assert drawn.root.find(f".//{C}legend") is not None


def test_stacked_folds_beyond_four_parts(samples, place):
    assert Drawn(place(samples["stacked"][1])).names == ["项0", "项1", "项3", "其他（2项）"]
    assert Drawn(place(samples["stacked"][1]), "en").names[-1] == "Other (2 items)"


def test_a_part_too_narrow_has_its_words_above_the_bar(samples, place):
    drawn = Drawn(place(samples["stacked"][1]))
    assert shift(drawn.labels(0)[0]) is None
    assert shift(drawn.labels(1)[0])[1] < 0
    assert words(drawn.labels(1)[0]) == "项1 0.4%"


def test_a_single_series_is_one_bar_of_its_categories(make, numbers, place):
    drawn = Drawn(place(make("stacked", ("税务", "财政"), Series("收入", numbers(2, 1), "part"))))
    assert drawn.names == ["税务", "财政"]
    assert words(drawn.labels(0)[0]) == "税务66.7%"


def test_doughnut_labels_name_and_share_without_touching(samples, place):
    drawn = Drawn(place(samples["doughnut"][1]))
    labels = drawn.labels(0)
    assert all(label.find(f"{C}showCatName").get("val") == "1" for label in labels.values())
    assert all(label.find(f"{C}showPercent").get("val") == "1" for label in labels.values())
    assert drawn.root.find(f".//{C}dLblPos") is None


def test_the_ring_is_centred(samples, place):
    x, y, w, h = Drawn(place(samples["doughnut"][0])).area()
    assert (x + w / 2, y + h / 2) == (pytest.approx(0.5, abs=1e-5), pytest.approx(0.5, abs=1e-5))
    assert w * 8.0 == pytest.approx(h * 3.5, abs=1e-4)


@pytest.mark.parametrize(("lang", "tag"), [("zh", "zh-CN"), ("en", "en-US"), ("zh-TW", "zh-TW")])
def test_language_of_every_text(lang, tag, samples, place):
    xml = Drawn(place(samples["bullet"][0]), lang).xml
    assert set(re.findall(r'lang="([^"]+)"', xml)) == {tag}
