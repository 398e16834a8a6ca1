"""Bullet charts: labels on two lines, figures below 0, one scale on every page."""

from support.chart_samples.bullet import bullet
from support.drawn import A, C, words
from unitdeck.plan.chart_rows import rows
from unitdeck.plan.reach import reach_of

LABELS = ("44.7%　快3.1个百分点", "» 300.0%　快258.3个百分点")


def test_the_pace_stands_below_the_figure_where_the_page_gave_no_room(place, opened):
    spec = bullet(("甲", "乙"), (44.7, 30), (41.7, 41.7), labels=(LABELS[0], "30.0%"), tones=("good", "bad"))
    wide, narrow = place(spec), place(spec)._replace(value_width=900_000)
    assert len(list(opened(wide).labels(0)[0].iter(f"{A}p"))) == 2  # with that of its look
    lines = [
        "".join(run.findtext(f"{A}t") for run in line.iter(f"{A}r"))
        for line in opened(narrow).labels(0)[0].iterfind(f"{C}tx/{C}rich/{A}p")
    ]
    assert lines == [" 44.7%", " 快3.1个百分点"]
    assert words(opened(narrow).labels(0)[1]) == " 30.0%"


def test_the_mark_of_a_cut_bar_stays_with_its_figure(place, opened):
    spec = bullet(("甲", "乙"), (44.7, 300), (41.7, 41.7), labels=LABELS, tones=("good", "good"))
    runs = [run.findtext(f"{A}t") for run in opened(place(spec)).labels(0)[1].iter(f"{A}r")]
    assert runs == [" ", "» 300.0%", "  ", "快258.3个百分点"]


def test_what_is_below_zero_has_no_bar_and_its_figure(place, opened):
    drawn = opened(place(bullet(("甲", "乙"), (-12, 30), (41.7, 41.7))))
    assert drawn.axis()[0] == 0
    assert words(drawn.labels(0)[0]) == " −12.0%"


def test_every_page_has_the_scale_of_the_whole(place, opened):
    whole = bullet(("甲", "乙", "丙", "丁"), (300, 90, 50, 20), (41.7,) * 4)
    reach = reach_of(whole)
    pages = [place(rows(whole, at, at + 2))._replace(value_width=900_000, reach=reach) for at in (0, 2)]
    assert [opened(page).axis() for page in pages] == [(0, 160), (0, 160)]
    assert opened(pages[0]).area() == opened(pages[1]).area()
