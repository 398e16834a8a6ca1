"""Rankings: the own unit, the ends of the axis, what is left out."""

from support.chart_reading import A, C, Part
from unitdeck.plan.chart import Series


def test_ranking_shows_the_own_unit_in_the_accent(samples, place):
    drawn = Part(place(samples["ranking"][0]))
    assert drawn.points(0) == {3: "accent1"}
    look = drawn.labels(0)[3].find(f"{C}txPr//{A}defRPr")
    assert (look.get("b"), look.find(f"{A}solidFill/{A}schemeClr").get("val")) == ("1", "accent1")


def test_ranking_of_negatives_ends_at_zero(samples, place):
    least, most = Part(place(samples["ranking"][1])).ends()
    assert least < -22
    assert most == 0


def test_ranking_of_zeros_has_an_axis(samples, place):
    least, most = Part(place(samples["ranking"][3])).ends()
    assert (least, most > 0) == (0, True)


def test_forty_ranks_are_shortened_to_what_fits(make, numbers, place):
    names = [f"{place}　单位" for place in range(1, 41)]
    spec = make("ranking", names, Series("增幅", numbers(*range(40, 0, -1))), highlight=29)
    drawn = Part(place(spec, 6, 4))
    shown = [point.findtext(f"{C}v") for point in drawn.series[0].find(f"{C}cat").iter(f"{C}pt")]
    assert len(shown) == 15  # 288 pt at 1.3 em of 14 pt
    assert shown[:2] == names[:2]
    assert shown[-6:] == ["⋮", names[28], names[29], names[30], "⋮", names[39]]
