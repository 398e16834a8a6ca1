from decimal import Decimal

import pytest

from unitdeck.plan.chart import ChartSpec, Series
from unitdeck.plan.chart_kinds import bullet_scale, height_range_pt, row_range_pt, rows, shorten

SPEC = ChartSpec(
    "ranking",
    "结论",
    tuple("甲乙丙丁"),
    (Series("增幅", (Decimal(4), None, Decimal(2), Decimal(1))),),
    labels=("四", "", "二", "一"),
    tones=("good", "", "", "bad"),
    highlight=2,
)


def test_rows_grow_with_the_type():
    assert row_range_pt("ranking", 14) == (21, 42)
    assert height_range_pt(SPEC, 14) == (84, 168)
    assert height_range_pt(SPEC._replace(kind="line"), 14) == (140, 308)


def test_a_page_of_rows_keeps_what_belongs_to_them():
    page = rows(SPEC, 1, 3)
    assert (page.categories, page.series[0].values) == (("乙", "丙"), (None, 2))
    assert (page.labels, page.tones, page.highlight) == (("", "二"), ("", ""), 1)
    assert rows(SPEC, 0, 2).highlight is None


def test_all_pages_of_a_chart_know_the_ends_of_the_whole():
    page = rows(SPEC, 1, 4)
    assert page.ends == (1, 4)
    assert rows(page, 0, 1).ends == (1, 4)
    empty = SPEC._replace(series=(Series("增幅", (None,) * 4),))
    assert rows(empty, 0, 2).ends == ()


def many(highlight):
    values = tuple(Decimal(value) for value in range(30, 0, -1))
    return SPEC._replace(
        categories=tuple(map(str, range(30))), series=(Series("x", values),), labels=(), tones=(), highlight=highlight
    )


@pytest.mark.parametrize("highlight", [None, 0, 3, 12, 28, 29])
@pytest.mark.parametrize("most", [1, 7, 10, 29])
def test_a_short_ranking_keeps_head_own_unit_and_last(highlight, most):
    spec = many(highlight)
    short = shorten(spec, most)
    assert len(short.categories) <= max(most, 7)
    assert (short.categories[0], short.categories[-1]) == ("0", "29")
    if highlight is not None:
        assert short.categories[short.highlight] == str(highlight)
    for name, value in zip(short.categories, short.series[0].values, strict=True):
        assert value == (None if name == "⋮" else 30 - int(name))


def test_a_ranking_that_fits_is_kept():
    assert shorten(many(3), 30) == many(3)
    assert shorten(SPEC, 1) == SPEC


@pytest.mark.parametrize(("longest", "scale"), [("44.7", 100), ("130", 130), ("300", 160)])
def test_a_bullet_chart_reaches_the_longest_bar_up_to_160(longest, scale):
    assert bullet_scale(SPEC._replace(series=(Series("完成率", (Decimal(longest), None)),))) == scale


def test_a_bullet_chart_without_figures_reaches_100():
    assert bullet_scale(SPEC._replace(series=(Series("完成率", (None,)),))) == 100
