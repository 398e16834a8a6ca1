"""Doughnuts: labels and the place of the ring."""

import pytest

from support.chart_reading import C, Part, code
from unitdeck.plan.chart import Series


def test_doughnut_labels_name_and_share_without_touching(samples, place):
    drawn = Part(place(samples["doughnut"][1]))
    labels = drawn.labels(0)
    assert all(label.find(f"{C}showCatName").get("val") == "1" for label in labels.values())
    assert all(label.find(f"{C}showPercent").get("val") == "1" for label in labels.values())
    assert drawn.root.find(f".//{C}dLblPos") is None


def test_the_ring_is_centred(samples, place):
    x, y, w, h = Part(place(samples["doughnut"][0])).area()
    assert (x + w / 2, y + h / 2) == (pytest.approx(0.5, abs=1e-5), pytest.approx(0.5, abs=1e-5))
    assert w * 8.0 == pytest.approx(h * 3.5, abs=1e-4)


def codes(make, numbers, place, *values):
    drawn = Part(place(make("doughnut", tuple("甲乙丙丁")[: len(values)], Series("收入", numbers(*values), "part"))))
    return drawn, [code(label) for _, label in sorted(drawn.labels(0).items())]


def test_a_share_that_would_print_as_nothing_or_all_says_less_or_more(make, numbers, place):
    drawn, found = codes(make, numbers, place, 99990, 3)
    assert found == ['[=1]0.0%;[>=0.9995]">99.9%";0.0%', '[=0]0.0%;[<0.0005]"<0.1%";0.0%']
    assert drawn.values(0) == {0: 99990, 1: 3}
    assert drawn.sheet()["B3"].value == 3


def test_other_shares_and_a_true_whole_keep_the_plain_format(make, numbers, place):
    assert codes(make, numbers, place, 99, 1)[1] == ["0.0%", "0.0%"]
    assert codes(make, numbers, place, 99, 0)[1] == ["0.0%"]
    assert codes(make, numbers, place, 1998, 2)[1] == ["0.0%", "0.0%"]  # 99.9 % and 0.1 %
