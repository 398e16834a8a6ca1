"""Bullet charts: labels on two lines, figures below 0, one scale on every page."""

import pytest

from support.chart_reading import A, C, Part, shift, words
from support.chart_samples.bullet import bullet
from unitdeck.plan.chart_rows import rows
from unitdeck.plan.reach import reach_of

LABELS = ("44.7%　快3.1个百分点", "» 300.0%　快258.3个百分点")


def test_the_pace_stands_below_the_figure_where_the_page_gave_no_room(place):
    spec = bullet(("甲", "乙"), (44.7, 30), (41.7, 41.7), labels=(LABELS[0], "30.0%"), tones=("good", "bad"))
    wide, narrow = place(spec), place(spec)._replace(value_width=900_000)
    assert len(list(Part(wide).labels(0)[0].iter(f"{A}p"))) == 2  # with that of its look
    lines = [
        "".join(run.findtext(f"{A}t") for run in line.iter(f"{A}r"))
        for line in Part(narrow).labels(0)[0].iterfind(f"{C}tx/{C}rich/{A}p")
    ]
    assert lines == [" 44.7%", " 快3.1个百分点"]
    assert words(Part(narrow).labels(0)[1]) == " 30.0%"


def test_the_mark_of_a_cut_bar_stays_with_its_figure(place):
    spec = bullet(("甲", "乙"), (44.7, 300), (41.7, 41.7), labels=LABELS, tones=("good", "good"))
    runs = [run.findtext(f"{A}t") for run in Part(place(spec)).labels(0)[1].iter(f"{A}r")]
    assert runs == [" ", "» 300.0%", "  ", "快258.3个百分点"]


def test_what_is_below_zero_has_no_bar_and_its_figure(place):
    drawn = Part(place(bullet(("甲", "乙"), (-12, 30), (41.7, 41.7))))
    assert drawn.ends()[0] == 0
    assert words(drawn.labels(0)[0]) == " −12.0%"


def test_every_page_has_the_scale_of_the_whole(place):
    whole = bullet(("甲", "乙", "丙", "丁"), (300, 90, 50, 20), (41.7,) * 4)
    reach = reach_of(whole)
    pages = [place(rows(whole, at, at + 2))._replace(value_width=900_000, reach=reach) for at in (0, 2)]
    assert [Part(page).ends() for page in pages] == [(0, 160), (0, 160)]
    assert Part(pages[0]).area() == Part(pages[1]).area()


def test_bullet_draws_target_then_schedule_then_actual_in_tones(samples, place):
    drawn = Part(place(samples["bullet"][0]))
    assert drawn.names == ["年度目标", "序时进度", "完成率"]
    assert drawn.points(2) == {0: "accent3", 1: "accent4"}
    assert drawn.root.find(f".//{C}overlap").get("val") == "100"


def test_bullet_marks_an_equal_schedule_by_one_line_through_all_rows(samples, place):
    drawn = Part(place(samples["bullet"][0]))
    line = drawn.series[1].find(f"{C}trendline")
    assert [line.find(f"{C}{key}").get("val") for key in ("forward", "backward")] == ["0.5", "0.5"]


def test_bullet_outlines_schedules_that_differ(samples, place):
    drawn = Part(place(samples["bullet"][2]))
    assert drawn.names[-1] == "序时进度"
    assert drawn.root.find(f".//{C}trendline") is None
    assert drawn.series[-1].find(f"{C}spPr/{A}noFill") is not None


def test_bullet_labels_stand_at_the_target_or_at_the_longer_bar(samples, place):
    drawn = Part(place(samples["bullet"][1]))
    at_target, at_actual = drawn.labels(0), drawn.labels(2)
    assert (set(at_target), set(at_actual)) == ({0, 1, 2}, {3})
    assert {index: words(label) for index, label in at_target.items()} == {0: " » 300.0%", 1: " 0.0%", 2: " —"}


def test_bullet_cuts_at_160_and_moves_the_label_to_the_cut(samples, place):
    drawn = Part(place(samples["bullet"][1]))
    _, _, width, _ = drawn.area()
    assert drawn.ends() == (0, 160)
    assert shift(drawn.labels(0)[0]) == (pytest.approx(width * 60 / 160, abs=1e-5), 0)


def test_bullet_without_cut_keeps_the_labels_on_the_plot(samples, place):
    chart = place(samples["bullet"][0])._replace(label_width=2_000_000, value_width=1_500_000)
    drawn = Part(chart)
    x, _, width, _ = drawn.area()
    whole = chart.box.cx
    assert x == pytest.approx(2_000_000 / whole, abs=1e-5)
    assert x + width == pytest.approx(1, abs=1e-5)
    hundred = x + width * 100 / drawn.ends()[1]
    assert hundred == pytest.approx(1 - 1_500_000 / whole, abs=1e-4)


def test_bullet_label_says_the_pace_in_the_tone(samples, place):
    label = Part(place(samples["bullet"][0])).labels(0)[0]
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
    labels = Part(place(spec)).labels(0)
    assert (words(labels[0]), words(labels[1])) == (" 44.7%  快3.1", " 40.4%")
