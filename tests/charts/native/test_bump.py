"""Bumps: the axis of ranks, own ranks in their markers, names at the ends that never touch; read from the XML."""

from itertools import pairwise

import pytest

from support.chart_reading import A, C, Part, shift, shown, words
from unitdeck.plan.chart import Series

YEARS = ("2019年", "2020年", "2021年", "2022年")
WIDE = (8.0, 3.5, 14.0)
HEIGHT_PT = 3.5 * 72
LINE_PT = 1.25 * 14 + 3


@pytest.fixture
def bump(make, numbers, place):
    def drawn(*rows, categories=YEARS, frame=WIDE, **more):
        series = [Series(name, numbers(*ranks), "rank") for name, *ranks in rows]
        return Part(place(make("bump", categories, *series, **more), *frame))

    return drawn


FOUR = (("甲", 1, 2, 2, 3), ("乙", 4, 4, 3, 1), ("丙", 2, 1, 1, 2), ("丁", 3, 3, 4, 4))


def axis(drawn):
    """Its least, its figures' distance and format."""
    found = drawn.root.find(f".//{C}valAx")
    assert found.find(f"{C}delete").get("val") == "0"
    return (
        drawn.ends()[0],
        float(found.find(f"{C}majorUnit").get("val")),
        found.find(f"{C}numFmt").get("formatCode"),
    )


def markers(series):
    """The size of a series' marker, and of each point's own."""
    own = {int(p.find(f"{C}idx").get("val")): p.find(f"{C}marker/{C}size") for p in series.findall(f"{C}dPt")}
    return int(series.find(f"{C}marker/{C}size").get("val")), {
        point: int(size.get("val")) for point, size in own.items()
    }


def test_rank_one_is_on_top_and_ticks_are_whole_ranks(bump):
    drawn = bump(*FOUR)
    assert drawn.root.find(f".//{C}valAx/{C}scaling/{C}orientation").get("val") == "maxMin"
    assert axis(drawn) == (1, 1, "0;;")
    assert 4 < drawn.ends()[1] < 5  # half a label below the last rank, and no tick there


def test_many_ranks_have_every_fifth_figure_and_no_rank_zero(bump):
    least, every, code = axis(bump(("甲", 1, 20, 30, 39), ("乙", 39, 30, 20, 1)))
    assert (least, every) == (0, 5)
    assert code.split(";")[2] == ""


def test_far_ranks_are_not_squeezed_below_an_empty_top(bump):
    assert axis(bump(("甲", 31, 32, 33, 34)))[:2] == (31, 1)


def test_the_own_ranks_stand_in_the_markers_and_the_last_after_the_name(bump):
    drawn = bump(*FOUR, highlight=1)
    assert drawn.names == ["甲", "丙", "丁", "乙"]
    labels = drawn.labels(3)
    indexes = [label.find(f"{C}idx").get("val") for label in drawn.series[3].findall(f"{C}dLbls/{C}dLbl")]
    assert indexes == ["0", "1", "2", "3"]  # each once and in order, as PowerPoint asks
    places = {point: label.find(f"{C}dLblPos").get("val") for point, label in labels.items()}
    assert places == {0: "ctr", 1: "ctr", 2: "ctr", 3: "r"}
    assert shown(labels[0]) == (True, False)
    assert shown(labels[3]) == (True, True)
    assert labels[0].find(f"{C}txPr//{A}schemeClr").get("val") == "bg1"
    assert markers(drawn.series[3]) == (22, {3: 11})
    assert drawn.strokes()["乙"] == ("accent1", 3.5)
    assert markers(drawn.series[0]) == (7, {})


def test_markers_widen_with_their_ranks(bump):
    sizes = [markers(bump(("甲", *[rank] * 4), highlight=0).series[0])[0] for rank in (9, 10, 100)]
    assert sizes[0] < sizes[1] < sizes[2]
    assert all(size >= 14 * 0.6 * digits for digits, size in enumerate(sizes, 1))


def test_markers_without_room_have_no_rank(bump):
    drawn = bump(("甲", *[1, 2] * 20), categories=[f"{n}期" for n in range(40)], highlight=0)
    assert list(drawn.labels(0)) == [39]
    assert markers(drawn.series[0])[0] == 7


def test_ties_do_not_hide_each_other(bump):
    drawn = bump(*((f"单位{n}", 1, 2, 3, 9) for n in range(5)), ("己", 9, 9, 9, 9))
    ys = sorted(drawn.middles("r", HEIGHT_PT).values())
    assert len(ys) == 6
    assert all(below - above >= LINE_PT - 0.01 for above, below in pairwise(ys))


def test_names_begin_left_only_with_room(bump):
    wide, narrow = bump(*FOUR, highlight=1), bump(*FOUR, highlight=1, frame=(3.5, 3.5, 14.0))
    assert set(wide.middles("l", HEIGHT_PT)) == {"甲", "丙", "丁"}
    assert narrow.middles("l", HEIGHT_PT) == {}
    assert len(narrow.middles("r", HEIGHT_PT)) == 4


def test_a_missing_last_rank_is_told_at_the_right(bump):
    drawn = bump(("甲", 1, 2, None, None), ("乙", 2, 1, 1, 1))
    label = drawn.labels(0)[1]
    assert words(label) == "甲 —"
    pitch = drawn.area()[2] / 4
    assert shift(label)[0] == pytest.approx(2 * pitch + shift(drawn.labels(1)[3])[0], abs=1e-5)


@pytest.mark.parametrize(
    "names", [("甲", "乙"), ("城镇新增就业人员安置指标名称很长达到三十个汉字之多的一个指标", "乙")]
)
@pytest.mark.parametrize("frame", [WIDE, (4.0, 3.0, 14.0)])
def test_the_names_stay_in_the_frame(names, frame, bump):
    from unitdeck.charts.frame import Frame

    drawn = bump(*((name, 1, 2, 2, n + 1) for n, name in enumerate(names)), frame=frame)
    x, _, width, _ = drawn.area()
    room = Frame(frame[0] * 72, frame[1] * 72, 14.0, "zh")
    for number, name in enumerate(drawn.names):
        label = drawn.labels(number)[3]
        lines = ["".join(p.itertext(f"{A}t")) for p in label.iter(f"{A}p") if list(p.itertext(f"{A}t"))]
        text = room.widest_pt(lines or [f"{name} {number + 1}"])
        start = (x + width * 3.5 / 4 + shift(label)[0]) * frame[0] * 72
        assert start + text <= frame[0] * 72 + 0.1


def test_forty_units_are_all_drawn_and_some_named(bump):
    drawn = bump(*((f"第{n}单位", *(1 + (n * k) % 41 for k in (1, 7, 11, 13))) for n in range(1, 41)), highlight=17)
    assert len(drawn.names) == 40
    named = drawn.middles("r", HEIGHT_PT)
    assert "第18单位" in named
    ys = sorted(named.values())
    assert all(below - above >= LINE_PT - 0.01 for above, below in pairwise(ys))
    assert {look for name, look in drawn.strokes().items() if name not in named} == {("bg2", 1.0)}
