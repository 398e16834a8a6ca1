from decimal import Decimal

import pytest

from unitdeck.plan.chart import ChartSpec, Series
from unitdeck.plan.parts import fold, fold_categories, share_text


def parts(**values):
    return tuple(Series(name, (None if value is None else Decimal(value),), "part") for name, value in values.items())


def test_few_parts_stay_as_they_are():
    four = parts(甲=1, 乙=2, 丙=3, 丁=4)
    assert fold(four, 4, "zh") == four


def test_the_greatest_stay_in_order_and_the_rest_are_summed():
    folded = fold(parts(甲=5, 乙=1, 丙=9, 丁=2, 戊=7), 4, "zh")
    assert [(part.name, part.values[0]) for part in folded] == [("甲", 5), ("丙", 9), ("戊", 7), ("其他（2项）", 3)]


def test_a_part_called_other_joins_the_rest():
    folded = fold(parts(其他=50, 乙=1, 丙=9, 丁=2, 戊=7), 4, "zh")
    assert [(part.name, part.values[0]) for part in folded] == [("丙", 9), ("丁", 2), ("戊", 7), ("其他（2项）", 51)]


def test_parts_that_are_alike_are_not_lost():
    alike = (*parts(甲=1, 乙=9), *parts(甲=1, 丙=8, 丁=7))
    assert [(part.name, part.values[0]) for part in fold(alike, 4, "zh")] == [
        ("乙", 9),
        ("丙", 8),
        ("丁", 7),
        ("其他（2项）", 2),
    ]


def test_a_great_negative_part_is_not_folded():
    assert [part.name for part in fold(parts(甲=1, 乙=-90, 丙=2, 丁=3), 3, "zh")] == ["乙", "丁", "其他（2项）"]


def test_shares_are_rounded_half_up():
    assert share_text(Decimal("12.25"), Decimal(100)) == "12.3%"
    assert share_text(Decimal(1), Decimal(0)) == ""


@pytest.mark.parametrize(
    ("value", "whole", "text"),
    [
        ("0", "9", "0.0%"), ("0.04", "100", "<0.1%"), ("0.05", "100", "0.1%"),
        ("99.94", "100", "99.9%"), ("99.95", "100", ">99.9%"), ("100", "100", "100.0%"),
    ],
)  # fmt: skip
def test_something_is_never_nothing_and_less_than_all_never_all(value, whole, text):
    assert share_text(Decimal(value), Decimal(whole)) == text


def test_missing_parts_sum_to_missing():
    assert fold(parts(甲=3, 乙=2, 丙=None, 丁=None), 3, "zh")[-1].values == (None,)


def test_categories_fold_alike_and_lose_their_labels():
    whole = Series("收入", tuple(map(Decimal, (5, 1, 9, 2))), "part")
    spec = ChartSpec("doughnut", "", ("甲", "乙", "丙", "丁"), (whole,), labels=("a", "b", "c", "d"))
    folded = fold_categories(spec, 3, "en")
    assert folded.categories == ("甲", "丙", "Other (2 items)")
    assert folded.series[0].values == (5, 9, 3)
    assert folded.labels == ()
    assert fold_categories(spec, 4, "en") == spec
