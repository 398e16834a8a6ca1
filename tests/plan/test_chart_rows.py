from decimal import Decimal

import pytest

from support.chart_specs import RANKING as SPEC
from unitdeck.plan.chart import Series
from unitdeck.plan.chart_rows import rows, shorten


def test_a_page_of_rows_keeps_what_belongs_to_them():
    page = rows(SPEC, 1, 3)
    assert (page.categories, page.series[0].values) == (("乙", "丙"), (None, 2))
    assert (page.labels, page.tones, page.highlight) == (("", "二"), ("", ""), 1)
    assert rows(SPEC, 0, 2).highlight is None


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
