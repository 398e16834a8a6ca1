"""Bullet charts at their ends: a bar that is cut says so; a row alone shows its schedule as the others do."""

import pytest

from support.chart_reading import A, Part
from unitdeck.plan.chart import Series


@pytest.fixture
def bullet(make, numbers, place):
    def drawn(*reached, categories="甲乙丙丁", due=42, **more):
        count = len(reached)
        series = (
            Series("完成率", numbers(*reached)),
            Series("目标", numbers(*[100] * count), "target"),
            Series("序时", numbers(*[due] * count), "schedule"),
        )
        return Part(place(make("bullet", tuple(categories[:count]), *series, unit="%", decimals=0, **more)))

    return drawn


def words(part, series):
    return {index: "".join(label.itertext(f"{A}t")) for index, label in part.labels(series).items()}


def test_only_a_bar_that_is_cut_has_the_mark(bullet):
    assert words(bullet(161, 160, 0, None), 0) == {0: " » 161%", 2: " 0%", 3: " —"}
    assert words(bullet(161, 160, 0, None), 2) == {1: " 160%"}


def test_labels_of_ones_own_keep_their_words(bullet):
    assert words(bullet(161, 50, labels=("很快", "")), 0) == {0: " 很快", 1: " 50%"}


def test_a_row_alone_is_darker_up_to_its_schedule(bullet):
    part = bullet(32)
    assert part.names == ["目标", "序时", "完成率"]
    assert part.fill(1) == bullet(32, 50).fill(1) != "none"
    assert part.root.find(".//{*}trendline") is None
