from decimal import Decimal

import pytest

from unitdeck.plan.figures import value_text
from unitdeck.plan.read_chart import MOST_CATEGORIES, MOST_FIGURES, MOST_SERIES, read_chart
from unitdeck.plan.values import PlanError


def chart(categories, series, value="1", **more):
    names = [f"甲{index}" for index in range(categories)]
    rows = [{"name": f"乙{index}", "values": [value] * categories} for index in range(series)]
    return {"kind": "line", "finding": "x", "categories": names, "series": rows, **more}


@pytest.mark.parametrize(
    ("categories", "series", "where"),
    [
        (MOST_CATEGORIES + 1, 1, "categories"),
        (10_000, 1, "categories"),
        (1, MOST_SERIES + 1, "series"),
        (2, 500, "series"),
        (MOST_FIGURES // 50 + 1, 50, "categories × series"),
    ],
)
def test_more_than_a_meeting_reads_is_refused(categories, series, where):
    with pytest.raises(PlanError) as bad:
        read_chart(chart(categories, series))
    assert bad.value.where == where


def test_as_many_as_are_allowed_are_read():
    assert len(read_chart(chart(MOST_CATEGORIES, MOST_FIGURES // MOST_CATEGORIES)).categories) == MOST_CATEGORIES


@pytest.mark.parametrize("value", ["1E+999999999", "-1E+40", "1E-41", "NaN", "Infinity", "1e"])
def test_no_number_is_longer_than_a_figure_can_be(value):
    with pytest.raises(PlanError):
        read_chart(chart(1, 1, value))


def test_a_figure_of_many_digits_is_printed_with_nine_decimals_at_most():
    spec = read_chart(chart(1, 1, "1E+39"))
    assert value_text(spec.series[0].values[0], spec) == f"{10**39:,}"
    spec = read_chart(chart(1, 1, "0.00000000000000000004"))
    assert (spec.decimals, value_text(Decimal("0.5"), spec)) == (9, "0.500000000")


@pytest.mark.parametrize("key", ["categories", "series"])
def test_a_name_is_not_longer_than_a_page(key):
    given = chart(1, 1)
    given[key] = ["长" * 1001] if key == "categories" else [{"name": "长" * 1001, "values": ["1"]}]
    with pytest.raises(PlanError, match="0–1000 characters"):
        read_chart(given)
