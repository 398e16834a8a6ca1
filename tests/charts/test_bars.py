"""Ranking and gap: missing and zero, outliers, one scale on every page."""

import re

import pytest

from support.chart_reading import A, C, Part, words
from unitdeck.plan.chart import Series
from unitdeck.plan.chart_rows import rows
from unitdeck.plan.reach import reach_of

FAR = (640, 33, 31, 29.5, 28, -12)


@pytest.fixture
def outlier(make, numbers, place):
    def placed(kind, values=FAR, **more):
        return place(make(kind, [f"第{n}" for n in range(len(values))], Series("增幅", numbers(*values)), **more))

    return placed


@pytest.mark.parametrize("kind", ["gap", "ranking"])
def test_zero_is_a_figure_and_missing_a_dash_at_the_zero_line(kind, make, numbers, place):
    drawn = Part(place(make(kind, ("甲", "乙", "丙"), Series("增幅", numbers(5, 0, None)))))
    assert drawn.names == ["增幅", "— 无数据"]
    helper = drawn.series[1]
    assert [(pt.get("idx"), pt.findtext(f"{C}v")) for pt in helper.find(f"{C}val").iter(f"{C}pt")] == [("2", "0")]
    assert helper.find(f"{C}spPr/{A}noFill") is not None
    assert helper.find(f"{C}dLbls/{C}numFmt").get("formatCode") == '" —";" —";" —"'
    assert drawn.root.find(f".//{C}overlap").get("val") == "100"
    cached = [(pt.get("idx"), pt.findtext(f"{C}v")) for pt in drawn.series[0].find(f"{C}val").iter(f"{C}pt")]
    assert cached == [("0", "5"), ("1", "0")]


def test_without_a_gap_there_is_no_helper(make, numbers, place):
    assert Part(place(make("gap", ("甲", "乙"), Series("增幅", numbers(5, 0))))).names == ["增幅"]
    english = Part(place(make("gap", ("甲", "乙"), Series("增幅", numbers(5, None)))), "en")
    assert english.names == ["增幅", "— No data"]


def test_rows_left_out_of_a_ranking_are_not_missing(make, numbers, place):
    names = [f"第{n}" for n in range(40)]
    drawn = Part(place(make("ranking", names, Series("增幅", numbers(*range(40, 0, -1))), highlight=20)))
    assert "⋮" in drawn.xml
    assert drawn.names == ["增幅"]


@pytest.mark.parametrize(("kind", "color"), [("gap", "bg1"), ("ranking", "tx1")])
def test_an_outlier_is_cut_with_its_figure_inside_and_a_mark(kind, color, outlier):
    drawn = Part(outlier(kind))
    assert drawn.ends()[1] == 49.5
    label = drawn.labels(0)[0]
    assert label.find(f"{C}dLblPos").get("val") == "inEnd"
    assert label.find(f"{C}numFmt").get("formatCode").split(";")[0].endswith('" »"')
    assert label.find(f"{C}txPr//{A}schemeClr").get("val") == color
    assert all(one.find(f"{C}dLblPos").get("val") == "outEnd" for at, one in drawn.labels(0).items() if at)


def test_a_negative_outlier_has_its_mark_before_the_figure(outlier):
    drawn = Part(outlier("gap", (33, 31, 29.5, 28, -12, -640)))
    code = drawn.labels(0)[5].find(f"{C}numFmt").get("formatCode")
    assert code.split(";")[1] == '"« ""−"#,##0.0'
    assert drawn.ends()[0] == pytest.approx(-49.5)


def test_words_of_an_outlier_keep_their_mark(outlier):
    drawn = Part(outlier("ranking", labels=("640.0%", *[""] * 5)))
    assert words(drawn.labels(0)[0]) == "640.0% »"


def test_every_page_has_the_scale_of_the_whole(outlier):
    whole = outlier("gap", (40, 30, 2, -1))
    page = whole._replace(spec=rows(whole.spec, 2, 4), value_width=900_000, reach=reach_of(whole.spec))
    first = whole._replace(spec=rows(whole.spec, 0, 2), value_width=900_000, reach=reach_of(whole.spec))
    assert Part(page).ends() == Part(first).ends()
    assert Part(page._replace(reach=None)).ends() != Part(first._replace(reach=None)).ends()


def test_the_signed_format_of_a_cut_bar_keeps_its_sign(outlier):
    code = Part(outlier("gap")).labels(0)[0].find(f"{C}numFmt").get("formatCode")
    assert re.fullmatch(r'\+#,##0\.0" »";"« ""−"#,##0\.0;#,##0\.0', code)
