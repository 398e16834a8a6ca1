"""Doughnuts: labels and the place of the ring."""

import pytest

from support.chart_reading import C, Part


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
